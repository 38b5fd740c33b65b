#include "app/replay/replayreport.h"

#include "presentation/words/plaintext.h"

using namespace Qt::StringLiterals;

namespace app {

ReplayReport reportOf(const ReplayDesk &replay)
{
    const logreplay::LogSeries &series = replay.link.series();
    const logreplay::Statistics &statistics = replay.link.statistics();
    ReplayReport report{.calls = replay.history.count(),
                        .gone = replay.history.gone(),
                        .messages = statistics.messages,
                        .damaged = statistics.flaws()};
    if (series.parts.isEmpty())
        return report; // it has not been opened
    report.account = u"%1: %2 lines, %3 messages, %4 of them events that were understood; %5 damaged places"_s
                         .arg(series.name())
                         .arg(statistics.lines)
                         .arg(statistics.messages)
                         .arg(statistics.events)
                         .arg(report.damaged);
    for (const QString &sentence : series.passedOver)
        report.remarks.append(u"passed over: "_s + sentence);
    for (const QString &word : replay.unknownWords())
        report.remarks.append(u"the recording state \"%1\" is not understood and reads as not known"_s.arg(
            presentation::plainText(word)));
    for (const logreplay::Note &note : statistics.notes) {
        const qsizetype part = std::min<qsizetype>(note.part, series.parts.size() - 1);
        const QString file = series.parts.size() > 1 ? series.parts[part].place.name() + u": "_s : QString();
        if (logreplay::isWorthSaying(note.reason))
            report.remarks.append(file + logreplay::toString(note));
    }
    return report;
}

} // namespace app
