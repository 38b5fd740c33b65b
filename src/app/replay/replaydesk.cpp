#include "app/replay/replaydesk.h"

#include <QFileInfo>

namespace app {

ReplayDesk::ReplayDesk(const logreplay::LogSource &source, core::Clock &pace, double speed,
                       const model::RecordingKeys &keys, int kept)
    : time(QDateTime::currentDateTime())
    , link(source, time, pace, speed)
    , desk(link, time, {.keys = keys, .isReplay = true})
    , history(desk.calls, desk.timeline, time, kept)
    , m_name(source.shownAs.isEmpty() ? QFileInfo(source.paths.value(0)).fileName() : source.shownAs)
{
    desk.registry.watchEverybody();
    QObject::connect(&link, &logreplay::LogLink::timeIsNotKnown, &history, &model::CallHistory::loseTimes);
    QObject::connect(&link, &logreplay::LogLink::timeIsMissing, &history, &model::CallHistory::missTime);
    QObject::connect(&desk.tracker, &model::CallTracker::unknownWord, &history,
                     [this](const QString &word) { noteWord(word); });
}

void ReplayDesk::begin()
{
    desk.connection.open({.host = m_name}); // the log is the server
}

void ReplayDesk::noteWord(const QString &word)
{
    constexpr qsizetype EnoughWords = 20;
    if (m_unknownWords.size() < EnoughWords && !m_unknownWords.contains(word))
        m_unknownWords.append(word);
}

} // namespace app
