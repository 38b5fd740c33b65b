#include "backends/wire/frames/codec.h"
#include "backends/wire/frames/framereader.h"
#include "backends/wire/frames/wireattributes.h"
#include "support/testprogram.h"

#include <QFile>
#include <QTest>
#include <QThread>
#include <QtEndian>

namespace tst_codec {

using namespace Qt::StringLiterals;
using tlib::Attribute;
using tlib::KvList;
using tlib::MessageType;
using wire::Kind;
using wire::Message;

namespace {

QByteArray number16(quint16 number)
{
    QByteArray bytes(2, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray number32(quint32 number)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

/// An attribute as wire.md lays it out, without asking the writer.
QByteArray attribute(quint16 id, quint8 kind, const QByteArray &value)
{
    return number16(id) + char(kind) + number32(quint32(value.size())) + value;
}

QByteArray frame(quint16 type, const QList<QByteArray> &attributes)
{
    return number16(type) + number16(quint16(attributes.size())) + attributes.join();
}

QByteArray text(quint16 id, const QByteArray &value)
{
    return attribute(id, 3, value);
}

core::Error failure(const QByteArray &bytes)
{
    Message message;
    const auto decoded = wire::decode(bytes, message);
    return decoded ? core::Error{.text = u"it was decoded"_s} : decoded.error();
}

/// `levels` lists around an empty one.
QByteArray nested(int levels)
{
    QByteArray bytes("\0\0", 2);
    for (int i = 0; i < levels; ++i)
        bytes = QByteArray("\0\1\3\0\0", 5) + number16(quint16(bytes.size() + 2)) +
                number16(quint16(bytes.size())) + bytes;
    return bytes;
}

QByteArray referenceEvent()
{
    QFile file(QStringLiteral(TEST_DATA "/reference_event.hex"));
    return file.open(QIODevice::ReadOnly) ? QByteArray::fromHex(file.readAll()) : QByteArray();
}

} // namespace

class TestCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAttributeGoesBothWays_data();
    void everyAttributeGoesBothWays();
    void readsTheReferenceEvent();
    void writesTheReferenceEventBack();
    void isMalformedCutAtAnyByte();
    void namesTheCause_data();
    void namesTheCause();
    void skipsAndCounts_data();
    void skipsAndCounts();
    void keepsNumbersThatHaveNoName();
    void keepsTextThatIsNotUtf8();
    void takesTheFirstOfTwoPairsWithOneKey();
    void nestsToEightLevelsOnly();
    void readsValuesUpToTheLimit();
    void survivesNestingBombsOnASmallStack();
    void keepsHostileText();
    void forgetsTheMessageBefore();
    void leavesOutWhatIsNotThere();
    void refusesToWriteMoreThanAFrameHolds();
};

void TestCodec::everyAttributeGoesBothWays_data()
{
    QTest::addColumn<int>("id");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<std::function<bool(const Message &)>>("holds");

    const auto row = [](const char *name, Attribute id, Kind kind, const QByteArray &value,
                        std::function<bool(const Message &)> holds) {
        QTest::newRow(name) << int(id) << int(kind) << value << holds;
    };
    const auto textRow = [&](const char *name, Attribute id, auto member) {
        row(name, id, Kind::Text, "Zo\xc3\xab",
            [member](const Message &m) { return (m.*member).toString() == u"Zoë"; });
    };
    const auto intRow = [&](const char *name, Attribute id, auto member) {
        row(name, id, Kind::Int, QByteArray::fromHex("00000002"),
            [member](const Message &m) { return (m.*member).has_value() && int(*(m.*member)) == 2; });
    };
    const auto connRow = [&](const char *name, Attribute id, auto member) {
        row(name, id, Kind::Long, QByteArray::fromHex("f06c029a6685d004"),
            [member](const Message &m) { return (m.*member).toString() == u"f06c029a6685d004"; });
    };
    const auto listRow = [&](const char *name, Attribute id, auto member) {
        row(name, id, Kind::List, QByteArray::fromHex("00010000016b000176"),
            [member](const Message &m) { return (m.*member).text("k") == u"v"; });
    };

    textRow("ProtocolVersion", Attribute::ProtocolVersion, &Message::protocolVersion);
    textRow("ErrorMessage", Attribute::ErrorMessage, &Message::errorMessage);
    row("ReferenceID", Attribute::ReferenceId, Kind::Int, QByteArray::fromHex("7fffffff"),
        [](const Message &m) { return m.referenceId.value() == 0x7fffffff; });
    connRow("ConnID", Attribute::ConnId, &Message::connId);
    connRow("PreviousConnID", Attribute::PreviousConnId, &Message::previousConnId);
    connRow("TransferConnID", Attribute::TransferConnId, &Message::transferConnId);
    connRow("ConferenceConnID", Attribute::ConferenceConnId, &Message::conferenceConnId);
    intRow("CallState", Attribute::CallState, &Message::callState);
    textRow("AgentID", Attribute::AgentId, &Message::agentId);
    intRow("AgentWorkMode", Attribute::AgentWorkMode, &Message::agentWorkMode);
    listRow("Reason", Attribute::Reason, &Message::reasons);
    textRow("DNIS", Attribute::Dnis, &Message::dnis);
    textRow("ANI", Attribute::Ani, &Message::ani);
    textRow("ThisDN", Attribute::ThisDn, &Message::thisDn);
    textRow("ThisQueue", Attribute::ThisQueue, &Message::thisQueue);
    intRow("ThisDNRole", Attribute::ThisDnRole, &Message::thisDnRole);
    textRow("OtherDN", Attribute::OtherDn, &Message::otherDn);
    intRow("OtherDNRole", Attribute::OtherDnRole, &Message::otherDnRole);
    textRow("ThirdPartyDN", Attribute::ThirdPartyDn, &Message::thirdPartyDn);
    intRow("ThirdPartyDNRole", Attribute::ThirdPartyDnRole, &Message::thirdPartyDnRole);
    intRow("ErrorCode", Attribute::ErrorCode, &Message::errorCode);
    intRow("AddressType", Attribute::AddressType, &Message::addressType);
    intRow("RegisterMode", Attribute::RegisterMode, &Message::registerMode);
    intRow("ControlMode", Attribute::ControlMode, &Message::controlMode);
    listRow("UserData", Attribute::UserData, &Message::userData);
    textRow("DataKey", Attribute::DataKey, &Message::dataKey);
    listRow("Extensions", Attribute::Extensions, &Message::extensions);
    intRow("CallType", Attribute::CallType, &Message::callType);
    intRow("AddressInfoType", Attribute::AddressInfoType, &Message::addressInfoType);
    intRow("UserEvent", Attribute::UserEvent, &Message::userEvent);
    intRow("RouteType", Attribute::RouteType, &Message::routeType);
    textRow("ServerVersion", Attribute::ServerVersion, &Message::serverVersion);
    intRow("ServerRole", Attribute::ServerRole, &Message::serverRole);
    textRow("ApplicationName", Attribute::ApplicationName, &Message::applicationName);
    textRow("ApplicationPassword", Attribute::ApplicationPassword, &Message::applicationPassword);
    intRow("CallInfoType", Attribute::CallInfoType, &Message::callInfoType);
    intRow("TimeinSecs", Attribute::TimeInSecs, &Message::timeInSecs);
    intRow("TimeinuSecs", Attribute::TimeInUSecs, &Message::timeInUSecs);
    intRow("PrivateMsgID", Attribute::PrivateMsgId, &Message::privateMsgId);
    textRow("SessionID", Attribute::SessionId, &Message::sessionId);
    textRow("CallUUID", Attribute::CallUuid, &Message::callUuid);
    row("EventSequenceNumber", Attribute::EventSequenceNumber, Kind::Long,
        QByteArray::fromHex("0123456789abcdef"),
        [](const Message &m) { return m.sequenceNumber == 0x0123456789abcdef; });
}

void TestCodec::everyAttributeGoesBothWays()
{
    QFETCH(const int, id);
    QFETCH(const int, kind);
    QFETCH(const QByteArray, value);
    using Holds = std::function<bool(const Message &)>;
    QFETCH(const Holds, holds);

    const QByteArray bytes = frame(64, {attribute(quint16(id), quint8(kind), value)});
    Message message;
    QVERIFY(wire::decode(bytes, message));
    QCOMPARE(message.type, MessageType::EventEstablished);
    QVERIFY(holds(message));
    QCOMPARE(message.skipped, 0);
    const QByteArray written = wire::encode(message).value();
    QCOMPARE(written, number32(quint32(bytes.size())) + bytes);

    // A field that has no row here would go untested.
    static QSet<int> tried;
    tried.insert(id);
    if (qstrcmp(QTest::currentDataTag(), "EventSequenceNumber") == 0)
        QCOMPARE(std::size_t(tried.size()), wire::fields().size());
}

void TestCodec::readsTheReferenceEvent()
{
    const QByteArray bytes = referenceEvent();
    QCOMPARE(bytes.size(), 681);
    Message event;
    QVERIFY(wire::decode(bytes.sliced(4), event));
    QCOMPARE(event.skipped, 0);
    QCOMPARE(event.type, MessageType::EventAttachedDataChanged);
    QCOMPARE(event.connId.toString(), u"006c029a6685d004"_s);
    QCOMPARE(event.callUuid.toString(), u"01RCC3N118B1V0SL8O7GK2LAES00000V"_s);
    QCOMPARE(event.callType, tlib::CallType::Inbound);
    QCOMPARE(event.callState, tlib::CallState::Ok);
    QCOMPARE(event.thisDn.toString(), u"7001"_s);
    QCOMPARE(event.thisDnRole, tlib::DnRole::Destination);
    QCOMPARE(event.otherDn.toString(), u"+493012345"_s);
    QCOMPARE(event.otherDnRole, tlib::DnRole::Origination);
    QCOMPARE(event.ani.toString(), u"+493012345"_s);
    QCOMPARE(event.dnis.toString(), u"8000"_s);
    QCOMPARE(event.thisQueue.toString(), u"5000"_s);
    QCOMPARE(event.agentId.toString(), u"1001"_s);
    QCOMPARE(event.thirdPartyDn.toString(), u"7900"_s);
    QCOMPARE(event.timeInSecs, 0x6b02f560);
    QCOMPARE(event.timeInUSecs, 0x5b59d);
    QCOMPARE(event.sequenceNumber, 0x1267);

    QCOMPARE(event.userData.count(), 11);
    QCOMPARE(event.userData.packedSize(), 0x156);
    QCOMPARE(event.userData.text("GSIP_RECORD"), u"ON"_s);
    QVERIFY(event.userData.text("GSIP_REC_FN").endsWith(u"V_7001_+493012345_8000_2026-11-22_14-26-23"));
    QCOMPARE(event.userData.text("CustomerSegment"), u"gold"_s);
    QCOMPARE(event.userData.find("Priority")->toInt(), 7);
    const KvList ivr = event.userData.find("IVR")->toList();
    QCOMPARE(ivr.count(), 2);
    QCOMPARE(ivr.text("Menu"), u"2"_s);
    QCOMPARE(ivr.find("Verified")->toInt(), 1);
    QCOMPARE(event.extensions.count(), 4);
    QCOMPARE(event.extensions.find("BusinessCall")->toInt(), 1);
    QCOMPARE(event.extensions.text("record"), u"destination"_s);
}

void TestCodec::writesTheReferenceEventBack()
{
    const QByteArray bytes = referenceEvent();
    Message event;
    QVERIFY(wire::decode(bytes.sliced(4), event));
    const QByteArray written = wire::encode(event).value();
    QCOMPARE(written.size(), bytes.size()); // the order of attributes is free
    Message again;
    QVERIFY(wire::decode(written.sliced(4), again));
    QCOMPARE(again.userData, event.userData);
    QCOMPARE(again.extensions, event.extensions);
    QCOMPARE(wire::encode(again).value(), written);
}

void TestCodec::isMalformedCutAtAnyByte()
{
    const QByteArray whole = referenceEvent().sliced(4);
    for (qsizetype size = 0; size < whole.size(); ++size) {
        Message message;
        const QByteArray cut = whole.first(size); // of its own, so that a sanitizer sees a read behind it
        const auto decoded = wire::decode(cut, message);
        QVERIFY2(!decoded, qPrintable(u"%1 bytes"_s.arg(size)));
        QCOMPARE(decoded.error().kind, core::ErrorKind::Malformed);
        QVERIFY(!decoded.error().text.isEmpty());
    }
}

void TestCodec::namesTheCause_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("cause");
    const QByteArray one = number32(1);
    QTest::newRow("no room for type and count")
        << QByteArray("\0\x40\0", 3) << u"shorter than its type and count"_s;
    QTest::newRow("fewer attributes than declared") << number16(64) + number16(2) + text(20, "7001")
                                                    << u"it ends after 1 attributes, more are declared"_s;
    QTest::newRow("a count that lies as far as it can")
        << number16(64) + number16(0xffff) << u"it ends after 0 attributes, more are declared"_s;
    QTest::newRow("more bytes than declared attributes")
        << number16(64) + number16(1) + text(20, "7001") + "x" << u"1 bytes after the last attribute"_s;
    QTest::newRow("bytes though no attribute is declared")
        << number16(64) + number16(0) + text(20, "7001") << u"11 bytes after the last attribute"_s;
    QTest::newRow("a value that runs past the frame")
        << number16(64) + number16(1) + number16(20) + '\3' + number32(0xffffffff) + "7001"
        << u"attribute 20: 4294967295 bytes run past the frame"_s;
    QTest::newRow("a value that runs one byte past")
        << number16(64) + number16(1) + number16(20) + '\3' + number32(5) + "7001"
        << u"attribute 20: 5 bytes run past the frame"_s;
    QTest::newRow("an int of no bytes")
        << frame(64, {attribute(54, 1, "")}) << u"attribute 54: a number of 0 bytes"_s;
    QTest::newRow("an int of five bytes")
        << frame(64, {attribute(54, 1, "12345")}) << u"attribute 54: a number of 5 bytes"_s;
    QTest::newRow("a long of four bytes")
        << frame(64, {attribute(9, 2, "1234")}) << u"attribute 9: a number of 4 bytes"_s;
    QTest::newRow("an int of wrong size where a text is expected")
        << frame(64, {attribute(20, 1, "123")}) << u"attribute 20: a number of 3 bytes"_s;
    QTest::newRow("an int of wrong size under an unknown id")
        << frame(64, {attribute(999, 1, "123")}) << u"attribute 999: a number of 3 bytes"_s;
    QTest::newRow("an attribute given twice")
        << frame(64, {text(20, "7001"), text(24, "7002"), text(20, "7001")})
        << u"attribute 20: given twice"_s;
    QTest::newRow("given twice, once in another kind")
        << frame(64, {attribute(20, 1, one), text(20, "7001")}) << u"attribute 20: given twice"_s;
    QTest::newRow("an unknown low attribute given twice")
        << frame(64, {text(69, "a"), text(69, "b")}) << u"attribute 69: given twice"_s;
    QTest::newRow("an unknown high attribute given twice")
        << frame(64, {text(65535, "a"), text(65535, "b")}) << u"attribute 65535: given twice"_s;
    QTest::newRow("an empty list attribute")
        << frame(64, {attribute(51, 4, "")})
        << u"attribute 51: key-value list: shorter than its pair count"_s;
    QTest::newRow("a list whose count lies") << frame(64, {attribute(51, 4, "\xff\xff")})
                                             << u"attribute 51: key-value list: a pair runs past the list"_s;
    QTest::newRow("a bad list under an unknown id")
        << frame(64, {attribute(999, 4, "\xff\xff")})
        << u"attribute 999: key-value list: a pair runs past the list"_s;
    QTest::newRow("a list of more than 65535 bytes")
        << frame(64, {attribute(51, 4, QByteArray(65536, '\0'))})
        << u"attribute 51: key-value list: longer than 65535 bytes"_s;
    QTest::newRow("7,000 lists in one another")
        << frame(64, {attribute(51, 4, nested(7000))})
        << u"attribute 51: key-value list: nested deeper than 8 lists"_s;
}

void TestCodec::namesTheCause()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, cause);
    const core::Error error = failure(bytes);
    QCOMPARE(error.text, cause);
    QCOMPARE(error.kind, core::ErrorKind::Malformed);
}

void TestCodec::skipsAndCounts_data()
{
    QTest::addColumn<QByteArray>("attribute");
    const QByteArray one = number32(1);
    QTest::newRow("an id without a field") << text(69, "Berlin");
    QTest::newRow("an id that nobody knows") << text(40000, "x");
    QTest::newRow("an unknown kind") << attribute(20, 9, "7009");
    QTest::newRow("kind 0") << attribute(20, 0, "");
    QTest::newRow("binary where a text belongs") << attribute(20, 5, "7009");
    QTest::newRow("an int where a text belongs") << attribute(20, 1, one);
    QTest::newRow("a text where a list belongs") << text(51, "x");
    QTest::newRow("a reference id of zero") << attribute(2, 1, number32(0));
    QTest::newRow("a negative reference id") << attribute(2, 1, number32(0xffffffff));
    QTest::newRow("a user event that is no message type") << attribute(58, 1, number32(0x1008a));
}

void TestCodec::skipsAndCounts()
{
    QFETCH(const QByteArray, attribute);
    Message message;
    const auto decoded = wire::decode(frame(60, {attribute, text(24, "7002")}), message);
    QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().text));
    QCOMPARE(message.skipped, 1);
    QCOMPARE(message.otherDn.toString(), u"7002"_s);
    QVERIFY(message.thisDn.isEmpty());
    QVERIFY(message.userData.isNull());
    QVERIFY(message.referenceId.isNull());
    QVERIFY(!message.userEvent);
}

void TestCodec::keepsNumbersThatHaveNoName()
{
    Message message;
    QVERIFY(wire::decode(frame(207, {attribute(54, 1, number32(77)), attribute(13, 1, number32(0xffffffff))}),
                         message));
    QCOMPARE(int(message.type), 207);
    QCOMPARE(int(message.callType.value()), 77);
    QCOMPARE(int(message.callState.value()), -1);
}

void TestCodec::keepsTextThatIsNotUtf8()
{
    Message message;
    QVERIFY(
        wire::decode(frame(60, {text(20, "Zo\xeb"), text(1, QByteArray("a\0b\xe2\x80\xae", 6))}), message));
    QCOMPARE(message.thisDn.toString(), u"Zoë"_s);
    QCOMPARE(message.errorMessage.toString(), QString::fromUtf16(u"a\0b\u202e", 4));
}

void TestCodec::takesTheFirstOfTwoPairsWithOneKey()
{
    KvList twice;
    twice.append("GSIP_RECORD", u"PAUSED"_s);
    twice.append("GSIP_RECORD", u"ON"_s);
    Message message;
    QVERIFY(wire::decode(frame(85, {attribute(51, 4, twice.packed())}), message));
    QCOMPARE(message.userData.text("GSIP_RECORD"), u"PAUSED"_s);
    QCOMPARE(message.userData.count(), 2);
}

void TestCodec::nestsToEightLevelsOnly()
{
    Message message;
    QVERIFY(wire::decode(frame(85, {attribute(51, 4, nested(8))}), message));
    QCOMPARE(failure(frame(85, {attribute(51, 4, nested(9))})).text,
             u"attribute 51: key-value list: nested deeper than 8 lists"_s);
}

void TestCodec::readsValuesUpToTheLimit()
{
    const QByteArray large(wire::MaximumFrame - 4 - 7, 'x');
    const QByteArray bytes = frame(60, {text(20, large)});
    QCOMPARE(bytes.size(), wire::MaximumFrame);
    Message message;
    QVERIFY(wire::decode(bytes, message));
    QCOMPARE(qsizetype(message.thisDn.bytes().size()), large.size());

    KvList many;
    while (many.append("k", u"v"_s)) {
    }
    QVERIFY(wire::decode(frame(60, {attribute(51, 4, many.packed())}), message));
    QCOMPARE(message.userData.count(), 65533 / 7);
}

/// Nothing may recurse as deep as the input says. A thread of a desktop may have 1 MB.
void TestCodec::survivesNestingBombsOnASmallStack()
{
    QByteArray openEnded; // lists that only begin, as deep as a frame has room for
    while (openEnded.size() < wire::MaximumFrame - 100)
        openEnded += QByteArray("\0\1\3\0\0\xff\xff\xff\xff", 9);
    const QList<QByteArray> bombs{frame(85, {attribute(51, 4, nested(7200))}), // 64,802 bytes
                                  frame(85, {attribute(51, 4, openEnded)}),
                                  frame(85, {attribute(51, 4, openEnded.first(65'530))}),
                                  frame(85, {attribute(40000, 4, nested(7200))})};
    int malformed = 0;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        for (const QByteArray &bomb : bombs) {
            if (failure(bomb).kind == core::ErrorKind::Malformed)
                ++malformed;
        }
        Message message;
        if (wire::decode(frame(85, {attribute(51, 4, nested(8))}), message)) // the deepest that is allowed
            (void)wire::encode(message);
    }));
    thread->setStackSize(1024 * 1024);
    thread->start();
    QVERIFY(thread->wait());
    QCOMPARE(malformed, bombs.size());
}

void TestCodec::keepsHostileText()
{
    const QByteArray hostile("a\0b\xff\xfe\xe2\x80\xae"
                             "evil<b>=1+1\xed\xa0\x80",
                             22);
    QByteArray longest(65'000, 'x');
    longest.replace(100, hostile.size(), hostile);
    QByteArray list = number16(10'000);
    for (int i = 0; i < 10'000; ++i)
        list += QByteArray("\0\0\0\0\1\xff", 6);
    const QByteArray values = number16(1) + QByteArray("\0\0\1k", 4) + number16(65'000) + longest;
    Message message;
    QVERIFY(wire::decode(frame(85, {text(20, hostile), attribute(51, 4, list), attribute(17, 4, values)}),
                         message));
    QVERIFY(!message.thisDn.toString().isEmpty());
    QVERIFY(message.thisDn.toString().contains(QChar(u'\0'))); // kept; who shows it escapes it
    QCOMPARE(message.userData.count(), 10'000);
    QCOMPARE(message.userData.text(""), u"\u00ff"_s); // no UTF-8, so Latin-1
    QVERIFY(message.reasons.text("k").size() > 60'000);
    const QByteArray again = wire::encode(message).value();
    Message second;
    QVERIFY(wire::decode(QByteArrayView(again).sliced(wire::LengthSize), second));
    QCOMPARE(second.thisDn.bytes(), message.thisDn.bytes());
    QCOMPARE(second.userData.packed(), list);
}

void TestCodec::forgetsTheMessageBefore()
{
    Message message;
    QVERIFY(wire::decode(referenceEvent().sliced(4), message));
    QVERIFY(wire::decode(frame(138, {attribute(69, 3, "x")}), message));
    QCOMPARE(message.skipped, 1);
    QVERIFY(wire::decode(frame(138, {}), message));
    QCOMPARE(wire::encode(message).value(), number32(4) + frame(138, {}));
    QCOMPARE(message.skipped, 0);
}

void TestCodec::leavesOutWhatIsNotThere()
{
    QCOMPARE(wire::encode(Message{}).value(), number32(4) + frame(0, {}));
    Message empty;
    empty.userData = KvList::fromPacked(QByteArrayView("\0\0", 2)).value();
    QCOMPARE(wire::encode(empty).value().sliced(4),
             frame(0, {attribute(51, 4, QByteArray("\0\0", 2))})); // empty is not absent
}

void TestCodec::refusesToWriteMoreThanAFrameHolds()
{
    Message message;
    message.errorMessage = tlib::Text(std::string(wire::MaximumFrame - 11, 'x'));
    QVERIFY(wire::encode(message));
    message.errorMessage = tlib::Text(std::string(wire::MaximumFrame - 10, 'x'));
    const auto written = wire::encode(message);
    QVERIFY(!written);
    QCOMPARE(written.error().kind, core::ErrorKind::InvalidInput);
}

TALLY_TEST(TestCodec)

} // namespace tst_codec
#include "tst_codec.moc"
