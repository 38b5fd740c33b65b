#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <functional>

/// One invented call, told as logs of servers tell it: it rings at second 0, is answered at 3, recorded from
/// 7, paused from 22 to 37 and released at 61: recorded 39 s, paused 15 s.
namespace support {

struct StoryEvent
{
    int second = 0;
    QByteArray name = {};
    QByteArray word = {}; ///< of GSIP_RECORD; empty: there is none
    int number = 0;       ///< EventSequenceNumber
};

inline const QList<StoryEvent> Story{
    {0, "EventRinging", {}, 1},
    {3, "EventEstablished", {}, 2},
    {7, "EventAttachedDataChanged", "ON", 3},
    {22, "EventAttachedDataChanged", "PAUSED", 4},
    {37, "EventAttachedDataChanged", "ON", 5},
    {61, "EventReleased", "ON", 6},
};

/// How a log is written.
struct StoryStyle
{
    QDateTime begin = QDateTime(QDate(2024, 3, 5), QTime(14, 20, 30), Qt::UTC);
    QByteArray connId = "0042017c55d0e00b";
    QByteArray dn = "4711";
    bool saysTime = true;    ///< AttributeTimeinSecs and TimeinuSecs
    bool hasSequence = true; ///< AttributeEventSequenceNumber
    int zone = 3600;         ///< seconds that stamps are ahead of what the events say
    QList<std::pair<QByteArray, QByteArray>> more{{"Skill", "Bikes"}, {"Ticket", "b0a4-17"}}; ///< user data
    QList<QByteArray> leftOut = {}; ///< keys that the log filter skips
    std::function<QByteArray(const QByteArray &key, const QByteArray &value)> shown =
        {}; ///< what the filter makes of a value
    std::function<QByteArray(const StoryEvent &, const QDateTime &stamp)> head = [](const StoryEvent &event,
                                                                                    const QDateTime &stamp) {
        return stamp.toString(QStringLiteral("@HH:mm:ss.zzz0")).toLatin1() +
               " [0] 8.1.102.11 distribute_event: message " + event.name + '\n';
    };
    std::function<QByteArray(const StoryEvent &, const QDateTime &stamp)> tail =
        [](const StoryEvent &, const QDateTime &) { return QByteArray("\n"); };
};

inline QByteArray storyList(const StoryEvent &event, const StoryStyle &style)
{
    auto pairs = style.more;
    if (!event.word.isEmpty())
        pairs.append({"GSIP_RECORD", event.word});
    qsizetype size = 2;
    QByteArray lines;
    for (const auto &[key, value] : pairs) {
        size += 5 + key.size() + value.size();
        if (!style.leftOut.contains(key))
            lines += "\t\t'" + key + "'\t'" + (style.shown ? style.shown(key, value) : value) + "'\n";
    }
    return "\tAttributeUserData\t[" + QByteArray::number(size) + "] 00 0" + QByteArray::number(pairs.size()) +
           " 00 00..\n" + lines;
}

inline QByteArray storyAttributes(const StoryEvent &event, const StoryStyle &style)
{
    QByteArray text =
        "\tAttributeCallType\t2\n\tAttributeConnID\t" + style.connId + "\n\tAttributeThisDN\t'" + style.dn +
        "'\n\tAttributeThisDNRole\t2\n\tAttributeOtherDN\t'+4940123'\n" + storyList(event, style);
    if (style.hasSequence)
        text += "\tAttributeEventSequenceNumber\t" +
                QByteArray::number(event.number, 16).rightJustified(16, '0') + '\n';
    if (style.saysTime) {
        const QDateTime when = style.begin.addSecs(event.second);
        text += "\tAttributeTimeinSecs\t" + QByteArray::number(when.toSecsSinceEpoch()) + " (" +
                when.time().toString(QStringLiteral("HH:mm:ss")).toLatin1() +
                ")\n\tAttributeTimeinuSecs\t250000\n";
    }
    return text;
}

inline QByteArray told(const StoryEvent &event, const StoryStyle &style)
{
    const QDateTime stamp = style.begin.addSecs(event.second + style.zone);
    return style.head(event, stamp) + storyAttributes(event, style) + style.tail(event, stamp);
}

inline QByteArray told(const StoryStyle &style = {}, int from = 0, int count = -1)
{
    QByteArray text;
    for (const StoryEvent &event : Story.mid(from, count))
        text += told(event, style);
    return text;
}

} // namespace support
