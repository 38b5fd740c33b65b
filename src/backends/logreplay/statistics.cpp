#include "backends/logreplay/statistics.h"

using namespace Qt::StringLiterals;

namespace logreplay {

QString toString(const Note &note)
{
    const QString line = u"line %1: "_s.arg(note.line);
    const QString detail = QString::fromLatin1(note.detail);
    switch (note.reason) {
    case Skip::OtherLine: return line + u"not part of a message"_s;
    case Skip::UnknownMessage: return line + u"%1 is not known"_s.arg(detail);
    case Skip::UnknownAttribute: return line + u"%1 is not known"_s.arg(detail);
    case Skip::Foreign: return line + u"a block between servers"_s;
    case Skip::NoTime: return line + u"nothing says when this %1 was"_s.arg(detail);
    case Skip::TimeGoesBack:
        return line +
               u"the time goes back by %1 s: a clock was set back, or an older part of the log begins"_s.arg(
                   detail);
    case Skip::Gap: return line + u"nothing is there of the %1 s before"_s.arg(detail);
    case Skip::Replaced:
        return line + u"another file has taken the name, or the file was cut: it is read from here"_s;
    case Skip::Filtered:
        return line + u"the server's log filter has left pairs out of lists, hidden or marked them"_s;
    case Skip::StrayLine: return line + u"an attribute without a message before it"_s;
    case Skip::UnreadableValue: return line + u"the value of %1 cannot be read"_s.arg(detail);
    case Skip::UnreadableList: return line + u"the list %1 cannot be read"_s.arg(detail);
    case Skip::ListSize: return line + u"the list %1"_s.arg(detail);
    case Skip::AttributeTwice:
        return line + u"%1 stands twice: two messages have run into each other"_s.arg(detail);
    case Skip::CutMessage: return line + u"%1 is not complete"_s.arg(detail);
    case Skip::LongLine: return line + u"too long to be read"_s;
    case Skip::Count: break;
    }
    Q_UNREACHABLE();
}

qint64 Statistics::flaws() const
{
    qint64 sum = 0;
    for (std::size_t reason = 0; reason < skipped.size(); ++reason)
        sum += isFlaw(Skip(reason)) ? skipped[reason] : 0;
    return sum;
}

void Statistics::note(Skip reason, qint64 line, QByteArrayView detail, int part)
{
    constexpr qsizetype EnoughToSay = 80;
    if (++skipped[std::size_t(reason)] <= kept(reason))
        notes.append({.line = line,
                      .reason = reason,
                      .detail = detail.first(std::min(detail.size(), EnoughToSay)).toByteArray(),
                      .part = part});
}

} // namespace logreplay
