#include "scenarios/retelling.h"

#include "automation/words.h"
#include "backends/logreplay/listwriter.h"
#include "backends/logreplay/loglink.h"
#include "scenarios/site.h"
#include "scenarios/words.h"

#include <QDeadlineTimer>
#include <QFile>

using namespace Qt::StringLiterals;
using std::chrono::seconds;

namespace {

/// A desk on a log, as the desktop has it.
struct Replay
{
    Replay(const QString &file, const model::RecordingKeys &keys)
        : link(file, time, pace, logreplay::LogLink::AtOnce)
        , desk(link, time, {.keys = keys, .isReplay = true})
        , history(desk.calls, desk.timeline, time)
    {
        desk.registry.watchEverybody();
        desk.connection.open({});
    }
    bool isRead()
    {
        for (const QDeadlineTimer limit(seconds(10)); !link.isFinished() && !limit.hasExpired();)
            QCoreApplication::processEvents();
        return link.isFinished();
    }

    core::SteppedClock time{QDateTime(QDate(2000, 1, 1), QTime(0, 0), Qt::UTC)};
    support::ManualClock pace;
    logreplay::LogLink link;
    model::Desk desk;
    model::CallHistory history;
};

bool isInside(const model::Dn &dn)
{
    return dn.toString().startsWith(u'7');
}

/// Without routing points, which are parties to an outside caller alone.
QString joined(const QList<model::Dn> &parties)
{
    QStringList names;
    for (const model::Dn &dn : parties) {
        if (!dn.isEmpty() && !dn.toString().startsWith(u'8'))
            names.append(dn.toString());
    }
    names.removeDuplicates();
    names.sort();
    return names.join(u' ');
}

QString lineOf(const model::Call &call, bool isCertain)
{
    QStringList phases;
    QList<model::Dn> parties = call.moreParties;
    parties.append(call.otherParty);
    for (const model::Leg &leg : call.legs) {
        if (leg.phase == model::CallPhase::Released)
            continue;
        parties.append(leg.dn);
        if (isInside(leg.dn))
            phases.append(leg.dn.toString() + u' ' + automation::wordFor(leg.phase));
    }
    if (phases.isEmpty())
        return {};
    phases.sort();
    std::string data;
    logreplay::putList(data, call.userData);
    return u"%1 type %2, %3; with %4; %5%6, file %7; consultation %8"_s.arg(call.id.toString())
               .arg(int(call.type))
               .arg(phases.join(u", "_s), joined(parties), automation::wordFor(call.recording),
                    isCertain ? QString() : u"?"_s, call.recording.fileText(), call.consultation.toString()) +
           u"; "_s + QString::fromStdString(data).simplified();
}

/// What there was of a call. Where nobody but an outside party was in it for a moment, a desk without a log
/// has seen two.
struct Story
{
    QList<model::Dn> parties = {};
    QStringList files = {};
    core::Duration on{0};
    core::Duration paused{0};

    void add(const model::CallRecord &record, core::Instant now)
    {
        parties.append(record.parties);
        files.append(record.files);
        files.removeDuplicates();
        on += record.timeIn(model::RecordingState::On, now);
        paused += record.timeIn(model::RecordingState::Paused, now);
    }
    QString line() const
    {
        return u"was with %1; files %2; on for %3 ms, paused for %4 ms"_s
            .arg(joined(parties), files.join(u' '))
            .arg(on.count())
            .arg(paused.count());
    }
};

/// All that a desk shows: a line for each call that is there, and one for what there was of each.
QStringList accountOf(const model::Desk &desk, const model::CallHistory &history, core::Instant now)
{
    QStringList lines;
    for (const model::CallId id : desk.calls.ids()) {
        const model::Call &call = *desk.calls.find(id);
        lines.append(lineOf(call, desk.calls.isCertain(call)));
    }
    QHash<model::CallId, Story> stories;
    for (const model::CallNumber number : history.numbers()) {
        const model::CallRecord &record = *history.find(number);
        if (std::any_of(record.parties.begin(), record.parties.end(), isInside))
            stories[record.id].add(record, now);
    }
    for (auto story = stories.cbegin(); story != stories.cend(); ++story)
        lines.append(story.key().toString() + u' ' + story->line());
    lines.removeAll(QString());
    lines.sort();
    return lines;
}

} // namespace

QString Retelling::differenceTo(const model::Desk &witness, const model::CallHistory &history,
                                const Site &site)
{
    QFile file(m_folder.filePath(u"switch.log"_s));
    const auto size = qint64(site.log.size());
    if (!file.open(QIODevice::WriteOnly) || file.write(site.log.data(), size) != size)
        return u"the log cannot be written"_s;
    file.close();
    const auto replay = std::make_unique<Replay>(file.fileName(), site.keys);
    if (!replay->isRead())
        return u"the log does not come to its end"_s;
    if (const auto flaws = replay->link.statistics().flaws(); flaws > 0)
        return u"the log has %1 flaws"_s.arg(flaws);
    const QStringList live = accountOf(witness, history, site.logged);
    const QStringList read = accountOf(replay->desk, replay->history, replay->time.now());
    QStringList onlyLive, onlyRead;
    std::set_difference(live.begin(), live.end(), read.begin(), read.end(), std::back_inserter(onlyLive));
    std::set_difference(read.begin(), read.end(), live.begin(), live.end(), std::back_inserter(onlyRead));
    return live == read ? QString()
                        : u"seen:\n%1\nread:\n%2"_s.arg(onlyLive.join(u'\n'), onlyRead.join(u'\n'));
}
