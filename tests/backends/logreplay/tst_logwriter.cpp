#include "backends/logreplay/logreader.h"
#include "backends/logreplay/logwriter.h"
#include "backends/wire/frames/codec.h"
#include "backends/wire/frames/framereader.h"
#include "backends/wire/frames/wireattributes.h"
#include "support/testprogram.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

namespace tst_logwriter {

using namespace Qt::StringLiterals;
using logreplay::LogMessage;
using tlib::Event;
using tlib::KvList;
using tlib::KvType;
using tlib::MessageType;

namespace {

const QDateTime When(QDate(2026, 11, 23), QTime(14, 26, 23, 7), Qt::UTC);

QByteArray written(const Event &event)
{
    std::string text;
    logreplay::appendLogText(text, event, When);
    return QByteArray::fromStdString(text);
}

std::optional<LogMessage> readBack(const QByteArray &text)
{
    logreplay::LogReader reader;
    reader.feed(text);
    reader.finish();
    LogMessage message, none;
    if (!reader.next(message) || reader.next(none) || reader.statistics().flaws() > 0)
        return std::nullopt;
    return message;
}

/// Every member that an event has, one after the other: the wire's own form of it.
QByteArray bytesOf(const Event &event)
{
    wire::Message message;
    static_cast<Event &>(message) = event;
    const auto frame = wire::encode(message);
    return frame ? *frame : QByteArray();
}

Event referenceEvent()
{
    QFile file(QStringLiteral(TEST_DATA "/reference_event.hex"));
    wire::Message message;
    if (!file.open(QIODevice::ReadOnly) ||
        !wire::decode(QByteArray::fromHex(file.readAll()).sliced(4), message))
        qFatal("tests/data/reference_event.hex cannot be read");
    return message;
}

/// Events with anything that a switch may say, hostile text included.
class AnyEvent
{
public:
    explicit AnyEvent(quint32 seed)
        : m_random(seed)
    {
    }

    Event event(MessageType type)
    {
        Event made{.type = type};
        if (isChosen())
            made.referenceId = tlib::ReferenceId(1 + m_random.bounded(0x7fffffff));
        for (auto member :
             {&Event::connId, &Event::previousConnId, &Event::transferConnId, &Event::conferenceConnId})
            made.*member = isChosen() ? tlib::ConnId(m_random.generate64()) : tlib::ConnId();
        for (auto member : {&Event::thisDn, &Event::otherDn, &Event::thirdPartyDn, &Event::thisQueue,
                            &Event::ani, &Event::dnis})
            made.*member = tlib::Dn(text().toStdString());
        for (auto member : {&Event::errorMessage, &Event::serverVersion, &Event::sessionId})
            made.*member = tlib::Text(text().toStdString());
        made.callUuid = tlib::CallUuid(text().toStdString());
        made.agentId = tlib::AgentId(text().toStdString());
        for (auto member : {&Event::thisDnRole, &Event::otherDnRole, &Event::thirdPartyDnRole})
            made.*member = maybe<tlib::DnRole>();
        for (auto member : {&Event::errorCode, &Event::privateMsgId, &Event::timeInSecs, &Event::timeInUSecs})
            made.*member = maybe<qint32>();
        made.callType = maybe<tlib::CallType>();
        made.callState = maybe<tlib::CallState>();
        made.agentWorkMode = maybe<tlib::AgentWorkMode>();
        made.addressInfoType = maybe<tlib::AddressInfoType>();
        made.serverRole = maybe<tlib::ServerRole>();
        if (isChosen())
            made.userEvent = MessageType(m_random.bounded(0x10000));
        if (isChosen())
            made.sequenceNumber = qint64(m_random.generate64());
        for (auto member : {&Event::userData, &Event::extensions, &Event::reasons})
            made.*member = isChosen() ? list(0) : KvList();
        return made;
    }

private:
    bool isChosen() { return m_random.bounded(3) > 0; }
    template <class Number>
    std::optional<Number> maybe()
    {
        return isChosen() ? std::optional(Number(qint32(m_random.generate()))) : std::nullopt;
    }
    QByteArray text()
    {
        static const QByteArrayList parts{"7001",
                                          "+49 30",
                                          "'",
                                          "''",
                                          "\t",
                                          "    ",
                                          "(list)",
                                          "(list) ",
                                          "..",
                                          "[9]",
                                          "AttributeConnID",
                                          "message EventReleased",
                                          "\n",
                                          "\r",
                                          QByteArray("\0", 1),
                                          "f\xfcr",
                                          "f\xc3\xbcr",
                                          "",
                                          "\x7f"};
        QByteArray made;
        for (int i = m_random.bounded(4); i > 0; --i)
            made += parts.at(m_random.bounded(int(parts.size() - (m_random.bounded(4) ? 8 : 0))));
        return made;
    }
    KvList list(int depth)
    {
        KvList made = KvList::fromPacked(QByteArrayView("\0\0", 2)).value();
        for (int i = m_random.bounded(5); i > 0; --i) {
            const QByteArray key = m_random.bounded(3) ? "Key" + QByteArray::number(i) : text();
            const quint32 kind = m_random.bounded(10);
            if (kind < 3 && depth < KvList::MaximumDepth)
                made.append(key, list(depth + 1));
            else if (kind < 5)
                made.append(key, qint32(m_random.generate()));
            else
                made.appendBytes(key,
                                 kind == 9                 ? KvType::Binary
                                 : kind == 8 && depth == 0 ? KvType::Unicode
                                                           : KvType::String,
                                 text());
        }
        return made;
    }

    QRandomGenerator m_random;
};

} // namespace

class TestLogWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheCanonicalForm()
    {
        KvList ports, nested, data;
        ports.append("a", 1);
        ports.append("b", -2);
        nested.append("Node", u"272");
        nested.append("Ports", ports);
        data.append("RTargetAgentGroup", u"it's");
        data.append("PegAG", 1);
        data.append("List", nested);
        data.append("Last", u"");
        const Event event{.type = MessageType::EventAttachedDataChanged,
                          .referenceId = tlib::ReferenceId(118),
                          .connId = tlib::ConnId(0x006c029a6685d004),
                          .callType = tlib::CallType::Inbound,
                          .thisDn = tlib::Dn(u"7001"),
                          .userData = data,
                          .extensions = KvList::fromPacked(QByteArrayView("\0\0", 2)).value(),
                          .userEvent = MessageType::PrivateService,
                          .timeInSecs = 1763821583,
                          .sequenceNumber = 0xa10};
        QCOMPARE(written(event),
                 QByteArray("2026-11-23T14:26:23.007 distribute_event: message EventAttachedDataChanged\n"
                            "\tAttributeReferenceID\t118\n"
                            "\tAttributeConnID\t006c029a6685d004\n"
                            "\tAttributeCallType\t2\n"
                            "\tAttributeThisDN\t'7001'\n"
                            "\tAttributeUserData\t[110] 00 04 00 00..\n"
                            "\t\t'RTargetAgentGroup'\t'it's'\n"
                            "\t\t'PegAG'\t1\n"
                            "\t\t'List'(list) \t'Node'\t'272'\n"
                            "\t\t\t'Ports'(list) \t'a'\t1\n"
                            "\t\t\t\t'b'\t-2\n"
                            "\t\t'Last'\t''\n"
                            "\tAttributeExtensions\t[2] 00 00\n"
                            "\tAttributeUserEvent\tRequestPrivateService\n"
                            "\tAttributeTimeinSecs\t1763821583 (14:26:23)\n"
                            "\tAttributeEventSequenceNumber\t0000000000000a10\n"
                            "\n"));
    }

    void writesNothingThatLooksLikeAnotherMessage()
    {
        const QByteArray hostile = "x'\n\nmessage EventReleased\n\tAttributeConnID\t006c029a6685d004\n\n";
        Event event{.type = MessageType::EventRinging, .errorMessage = tlib::Text(hostile.toStdString())};
        event.userData.appendBytes("a", KvType::String, hostile);
        event.userData.appendBytes(hostile, KvType::String, "b");
        const QByteArray text = written(event);
        QCOMPARE(text.count("message"), 1);
        const auto again = readBack(text);
        QVERIFY(again);
        QCOMPARE(bytesOf(again->event), bytesOf(event));
    }

    void anEventWithoutAPublishedNumberIsPassedOver()
    {
        logreplay::LogReader reader;
        reader.feed(written({.type = MessageType(207)}));
        reader.finish();
        LogMessage message;
        QVERIFY(!reader.next(message));
        QCOMPARE(reader.statistics().count(logreplay::Skip::UnknownMessage), 1);
    }

    void everyMemberOfAnEventHasItsAttribute()
    {
        // What the wire carries of events, and what a log does: neither knows a member that the other does
        // not.
        const QSet<QByteArray> ofRequests{"0", "64", "65", "49", "50", "47", "60", "74", "52"};
        QSet<QByteArray> ids;
        for (const wire::WireField &field : wire::fields())
            ids.insert(QByteArray::number(int(field.id)));
        QCOMPARE(qsizetype(logreplay::fields().size()), ids.subtract(ofRequests).size());
        for (const logreplay::LogField &field : logreplay::fields())
            QCOMPARE(logreplay::fieldOf(field.name), &field);
        QCOMPARE(logreplay::fieldOf("AttributeConnId"), nullptr);
        QCOMPARE(logreplay::fieldOf("Attribute"), nullptr);
        QCOMPARE(logreplay::fieldOf(""), nullptr);
    }

    void theReferenceEventComesBack()
    {
        const Event event = referenceEvent();
        const QByteArray text = written(event);
        const auto again = readBack(text);
        QVERIFY(again);
        QCOMPARE(again->trust, logreplay::Trust::Whole);
        QCOMPARE(bytesOf(again->event), bytesOf(event));
        QCOMPARE(written(again->event), text);
        QCOMPARE(*again->stamp,
                 (logreplay::Stamp{.date = When.date(),
                                   .sinceMidnight = core::Duration(When.time().msecsSinceStartOfDay())}));
        QVERIFY(text.contains("'GSIP_RECORD'\t'ON'\n"));
    }

    void anyEventComesBack()
    {
        QList<MessageType> types;
        for (int number = 0; number < 256; ++number) {
            const QString name = tlib::messageName(MessageType(number));
            if (name.startsWith(u"Event"))
                types.append(MessageType(number));
        }
        AnyEvent any(20261123);
        for (int turn = 0; turn < 4000; ++turn) {
            const Event event = any.event(types.at(turn % types.size()));
            const QByteArray bytes = bytesOf(event);
            if (bytes.isEmpty())
                continue; // longer than a frame
            const QByteArray text = written(event);
            const auto again = readBack(text);
            QVERIFY2(again && again->trust == logreplay::Trust::Whole, text.constData());
            QVERIFY2(bytesOf(again->event) == bytes, text.constData());
            QCOMPARE(written(again->event), text);
        }
    }
};

TALLY_TEST(TestLogWriter)

} // namespace tst_logwriter
#include "tst_logwriter.moc"
