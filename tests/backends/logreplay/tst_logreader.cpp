#include "backends/logreplay/logreader.h"
#include "support/testprogram.h"

#include <QFile>
#include <QTest>

namespace tst_logreader {

using namespace Qt::StringLiterals;
using logreplay::LogMessage;
using logreplay::LogReader;
using logreplay::Skip;
using logreplay::Statistics;
using logreplay::Trust;
using tlib::Event;
using tlib::KvList;
using tlib::MessageType;

namespace {

struct Log
{
    QList<LogMessage> messages;
    Statistics statistics;
};

Log readLog(const QByteArray &text, qsizetype slice = 1'000'000)
{
    LogReader reader;
    Log log;
    LogMessage message;
    for (qsizetype at = 0; at < text.size(); at += slice) {
        reader.feed(QByteArrayView(text).sliced(at, std::min(slice, text.size() - at)));
        while (reader.next(message))
            log.messages.append(message);
    }
    reader.finish();
    while (reader.next(message))
        log.messages.append(message);
    log.statistics = reader.statistics();
    return log;
}

/// A list as a person would write it down: {key: value, …} in its order.
QString shown(const KvList &list)
{
    QStringList pairs;
    for (const KvList::Pair pair : list) {
        const QString value = pair.value.type() == tlib::KvType::List ? shown(pair.value.toList())
                              : pair.value.type() == tlib::KvType::String
                                  ? u'"' + pair.value.toString() + u'"'
                                  : pair.value.toString();
        pairs.append(pair.keyText() + u": "_s + value);
    }
    return u'{' + pairs.join(u", ") + u'}';
}

/// What matters of a message, in one line.
QString shown(const LogMessage &message)
{
    const Event &event = message.event;
    QStringList parts{tlib::messageName(event.type)};
    if (!event.connId.isNull())
        parts.append(event.connId.toString().last(4));
    if (!event.thisDn.isEmpty())
        parts.append(event.thisDn.toString());
    if (!event.userData.isNull())
        parts.append(shown(event.userData));
    switch (message.trust) {
    case Trust::Whole: break;
    case Trust::Partial: parts.append(u"partial"_s); break;
    case Trust::Mixed: parts.append(u"mixed"_s); break;
    case Trust::Lost: parts[0] = u"lost"_s; break;
    }
    return parts.join(u' ');
}

QStringList shown(const Log &log)
{
    QStringList lines;
    for (const LogMessage &message : log.messages)
        lines.append(shown(message));
    return lines;
}

const QByteArray Ringing = "@14:26:11.0200 [0] 8.1.101.56 distribute_event: message EventRinging\n"
                           "\tAttributeConnID\t006c029a6685d004\n"
                           "\tAttributeThisDN\t'7001'\n";
const QByteArray Changed =
    "@14:26:12.0200 [0] 8.1.101.56 distribute_event: message EventAttachedDataChanged\n"
    "\tAttributeConnID\t006c029a6685d005\n"
    "\tAttributeThisDN\t'7002'\n";

QByteArray sample()
{
    QFile file(QStringLiteral(TEST_DATA "/logs/one_call.log"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestLogReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void readsValues_data();
    void readsValues();
    void takesNoValueThatIsNone_data();
    void takesNoValueThatIsNone();
    void readsLists_data();
    void readsLists();
    void trustsNoListThatIsNotWhole_data();
    void trustsNoListThatIsNotWhole();
    void namesLinesAndReasons();
    void keepsOnlyTheFirstNotesOfEachReason();
    void readsTheSample();
    void readsTheSampleInAnyForm_data();
    void readsTheSampleInAnyForm();
    void slicingMakesNoDifference();
    void isCutAnywhereAndSaysNothingFalse();
};

void TestLogReader::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("messages");
    QTest::addColumn<QList<Skip>>("skipped");
    const auto row = [](const char *name, const QByteArray &text, const QStringList &messages,
                        const QList<Skip> &skipped = {}) {
        QTest::newRow(name) << text << messages << skipped;
    };
    const QString ringing = u"EventRinging d004 7001"_s;
    const QByteArray attributes = Ringing.mid(Ringing.indexOf('\n') + 1);

    row("an empty text has no messages", "", {});
    row("an empty line ends a message", Ringing + "\n", {ringing});
    row("another message ends it", Ringing + Ringing + "\n", {ringing, ringing});
    row("another line ends it", Ringing + "Trc 04542 EventRinging sent to [14]\n", {ringing},
        {Skip::OtherLine});
    row("the end of the log ends it", Ringing, {ringing});
    row("a line of blanks is empty", Ringing + " \t \n\tAttributeThisDN\t'7003'\n", {ringing, u"lost 7003"_s},
        {Skip::StrayLine});
    row("a head may stand without a stamp", "distribute_event: message EventRinging\n" + attributes,
        {ringing});
    row("and without a verb", "message EventRinging\n" + attributes, {ringing});
    row("and with other stamps", "2026-11-22T14:26:11.020 Std x message EventRinging\n" + attributes,
        {ringing});
    row("something may follow the name", "message EventRinging (7)\n" + attributes, {ringing});
    row("a byte order mark is no text", "\xef\xbb\xbfmessage EventRinging\n" + attributes, {ringing});
    row("a quoted name is no head", "Int 04544 Interaction message \"EventRinging\" generated\n", {},
        {Skip::OtherLine});
    row("the word message alone is no head", "error message from 10.0.0.1\n", {}, {Skip::OtherLine});
    row("nor is a longer word", "x errormessage EventRinging\n", {}, {Skip::OtherLine});
    row("it may come later in the line", "a message from b: message EventRinging\n" + attributes, {ringing});

    row("requests are passed over", "message RequestAnswerCall\n" + attributes + "\n" + Ringing, {ringing});
    row("unknown messages are passed over", "message EventFromTheFuture\n" + attributes + "\n" + Ringing,
        {ringing}, {Skip::UnknownMessage});
    row("so are unknown requests", "message RequestFromTheFuture\n" + attributes + "\n" + Ringing, {ringing},
        {Skip::UnknownMessage});
    row("unknown attributes are passed over", Ringing + "\tAttributeMediaType\t0\n", {ringing},
        {Skip::UnknownAttribute});
    row("with their lists",
        Ringing + "\tAttributeOther\t[11] 00 01..\n\t\t'a'\t'b'\n\tAttributeCallType\t2\n", {ringing},
        {Skip::UnknownAttribute});
    row("an indented line that is no attribute is passed over", Ringing + "\t** note\n", {ringing},
        {Skip::OtherLine});
    row("attributes without a message say which call is in doubt", attributes + "\n" + Ringing,
        {u"lost d004 7001"_s, ringing}, {Skip::StrayLine});
    row("two of them, which calls", attributes + "\tAttributeConnID\t006c029a6685d005\n\n",
        {u"lost d004 7001"_s, u"lost d005"_s}, {Skip::StrayLine, Skip::StrayLine});
    row("pairs alone do not say which", "\t\t'a'\t'b'\n\n", {u"lost"_s}, {Skip::StrayLine});
    row("pairs that another line introduces are no message's", "Trc 1 list\n\t\t'a'\t'b'\n\n", {},
        {Skip::OtherLine, Skip::StrayLine});
    row("attributes behind another line may be another message's", Ringing + "Trc 1\n" + attributes + "\n",
        {ringing + u" partial"_s, u"lost d004 7001"_s}, {Skip::OtherLine, Skip::CutMessage, Skip::StrayLine});
    row("the rest of a request says nothing",
        "message RequestAnswerCall\n" + attributes + "Trc 1\n\tAttributeOtherDN\t'1'\n\n", {},
        {Skip::OtherLine});
    row("something may follow the name at once", "message EventRinging(refid=7)\n" + attributes, {ringing});
    row("what switches tell each other is passed over",
        Ringing +
            "@14:00:00.0000 [ISCC] Debug: Received message ISCCEventCallDataXferResp from B\n"
            "\tISCCAttributeConnID\t006c029a6685d004\n\tISCCAttributeUserData\t[9] 00 01..\n\t\t'a'\t'b'\n\n",
        {ringing}, {Skip::Foreign});
    row("even where its head is lost", "\tISCCAttributeConnID\t006c029a6685d004\n\t\t'a'\t'b'\n\n" + Ringing,
        {ringing});
    row("what the backup is told is passed over",
        "@14:00:00.0000 [BSYNC] Trace: Send to backup (B) [20]:\nmessage EventRinging\n" + attributes + "\n" +
            Ringing,
        {ringing}, {Skip::OtherLine, Skip::Foreign});
    row("on one line, too",
        "@14:00:00.0000 [BSYNC] Trace: message EventRinging\n" + attributes + "\n" + Ringing, {ringing},
        {Skip::Foreign});
    row("what clients are told behind such a line is not",
        "@14:00:00.0000 [BSYNC] Trace: Send to backup\n" + Ringing, {ringing}, {Skip::OtherLine});
    row("such a line in the middle of a message cuts it",
        Ringing + "@14:00:00.0000 [BSYNC] Trace: x\n\tAttributeOtherDN\t'1'\n", {ringing + u" partial"_s},
        {Skip::OtherLine, Skip::CutMessage});
    row("a pair without a list is passed over", Ringing + "\t\t'a'\t'b'\n", {ringing}, {Skip::StrayLine});

    row("attributes that go on after another line are not guessed at",
        Ringing +
            "Trc 04542 x\n\tAttributeUserData\t[11] 00 01 00 "
            "00..\n\t\t'a'\t'b'\n\tAttributeOtherDN\t'1'\n\n" +
            Ringing,
        {ringing + u" partial"_s, ringing}, {Skip::OtherLine, Skip::CutMessage});
    row("nor after two other lines", Ringing + "Trc 1\nTrc 2\n\t\t'a'\t'b'\n", {ringing + u" partial"_s},
        {Skip::OtherLine, Skip::OtherLine, Skip::CutMessage});
    row("indented lines of other threads cut nothing", Ringing + "Trc 1\n\tsip: INVITE\n\n", {ringing},
        {Skip::OtherLine, Skip::OtherLine});
    row("an attribute that stands twice tells of two messages", Ringing + "\tAttributeThisDN\t'7002'\n",
        {ringing + u" mixed"_s}, {Skip::AttributeTwice});
    row("data that changed to no list is so where the message is whole", Changed + "\n",
        {u"EventAttachedDataChanged d005 7002"_s});
    row("and may be cut where another line ends it", Changed + "Trc 1\n",
        {u"EventAttachedDataChanged d005 7002 partial"_s}, {Skip::CutMessage, Skip::OtherLine});
    row("or another message", Changed + Ringing, {u"EventAttachedDataChanged d005 7002 partial"_s, ringing},
        {Skip::CutMessage});
    row("or the end of the log", Changed, {u"EventAttachedDataChanged d005 7002 partial"_s},
        {Skip::CutMessage});
    row("half a line at the end is not taken", Ringing + "\tAttributeOtherDN\t'70", {ringing + u" partial"_s},
        {Skip::CutMessage});
    row("not even where it looks whole", Ringing + "\tAttributeCallType\t2", {ringing + u" partial"_s},
        {Skip::CutMessage});
    row("a head may be cut as well", "message EventRinging", {u"EventRinging partial"_s}, {Skip::CutMessage});
    row("another line at the end cuts nothing", Ringing + "Trc 0454", {ringing}, {Skip::OtherLine});
    row("a line that is too long is passed over",
        Ringing + "\t'" + QByteArray(300'000, 'x') + "'\n\n" + Ringing, {ringing + u" partial"_s, ringing},
        {Skip::LongLine});
}

void TestLogReader::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, messages);
    QFETCH(QList<Skip>, skipped);
    const Log log = readLog(text);
    QCOMPARE(shown(log), messages);
    QList<Skip> found;
    for (const logreplay::Note &note : log.statistics.notes)
        found.append(note.reason);
    QCOMPARE(found, skipped);
}

void TestLogReader::readsValues_data()
{
    using Check = bool (*)(const Event &);
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<Check>("holds");
    const auto row = [](const char *name, const char *line, Check holds) {
        QTest::newRow(name) << QByteArray(line) << holds;
    };
    row("text in quotes", "\tAttributeOtherDN\t'+49 30'",
        [](const Event &e) { return e.otherDn.bytes() == "+49 30"; });
    row("from the first quote to the last", "\tAttributeErrorMessage\t'it's 'here''",
        [](const Event &e) { return e.errorMessage.bytes() == "it's 'here'"; });
    row("text with a TAB", "\tAttributeErrorMessage\t'a\tb'",
        [](const Event &e) { return e.errorMessage.bytes() == "a\tb"; });
    row("empty text is none", "\tAttributeErrorMessage\t''",
        [](const Event &e) { return e.errorMessage.isEmpty(); });
    row("Latin-1 as it is", "\tAttributeErrorMessage\t'f\xfcr'", [](const Event &e) {
        return e.errorMessage.bytes() == "f\xfcr" && e.errorMessage.toString() == u"für";
    });
    row("UTF-8 as it is", "\tAttributeErrorMessage\t'f\xc3\xbcr'",
        [](const Event &e) { return e.errorMessage.toString() == u"für"; });
    row("blanks at the end of the line", "\tAttributeOtherDN\t'1' \t",
        [](const Event &e) { return e.otherDn.bytes() == "1"; });
    row("blanks in place of TABs", "    AttributeOtherDN    '1'",
        [](const Event &e) { return e.otherDn.bytes() == "1"; });
    row("text as bytes, where a line cannot hold it", "\tAttributeErrorMessage\t[3] 61 0a 62",
        [](const Event &e) { return e.errorMessage.bytes() == "a\nb"; });
    row("a number", "\tAttributeCallType\t4",
        [](const Event &e) { return e.callType == tlib::CallType::Consult; });
    row("a number without a name", "\tAttributeCallType\t77",
        [](const Event &e) { return e.callType == tlib::CallType(77); });
    row("a number below zero", "\tAttributeErrorCode\t-3", [](const Event &e) { return e.errorCode == -3; });
    row("a number below zero without its sign", "\tAttributeErrorCode\t4294967293",
        [](const Event &e) { return e.errorCode == -3; });
    row("a number with a remark", "\tAttributeCallType\t2 (Inbound)",
        [](const Event &e) { return e.callType == tlib::CallType::Inbound; });
    row("seconds with the time of day", "\tAttributeTimeinSecs\t1763821583 (14:26:23)",
        [](const Event &e) { return e.timeInSecs == 1763821583; });
    row("a ConnID of 16 digits", "\tAttributePreviousConnID\t006C029a6685d00f",
        [](const Event &e) { return e.previousConnId == tlib::ConnId(0x006c029a6685d00f); });
    row("a sequence number in hex", "\tAttributeEventSequenceNumber\t0000000000000a10",
        [](const Event &e) { return e.sequenceNumber == 0xa10; });
    row("a bare word", "\tAttributeUserEvent\tRequestPrivateService",
        [](const Event &e) { return e.userEvent == MessageType::PrivateService; });
    row("a ReferenceID", "\tAttributeReferenceID\t118",
        [](const Event &e) { return e.referenceId == tlib::ReferenceId(118); });
    row("the ReferenceID of nobody", "\tAttributeReferenceID\t4294967295",
        [](const Event &e) { return e.referenceId.isNull(); });
    row("reasons in the plural", "\tAttributeReasons\t[2] 00 00",
        [](const Event &e) { return !e.reasons.isNull() && e.reasons.isEmpty(); });
}

void TestLogReader::readsValues()
{
    using Check = bool (*)(const Event &);
    QFETCH(QByteArray, line);
    QFETCH(Check, holds);
    const Log log = readLog("message EventRinging\n" + line + "\n\n");
    QCOMPARE(log.messages.size(), 1);
    QCOMPARE(log.messages.first().trust, Trust::Whole);
    QVERIFY(log.statistics.notes.isEmpty());
    QVERIFY(holds(log.messages.first().event));
}

void TestLogReader::takesNoValueThatIsNone_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line :
         {"\tAttributeThisDN\t7001", "\tAttributeThisDN\t'7001", "\tAttributeThisDN\t'",
          "\tAttributeThisDN\t7001'", "\tAttributeThisDN", "\tAttributeThisDN\t'7001' x",
          "\tAttributeThisDN\t[3] 61 62", "\tAttributeThisDN\t[2] 61 62 63",
          "\tAttributeConnID\t6c029a6685d004", "\tAttributeConnID\t006c029a6685d0041",
          "\tAttributeConnID\t006c029a6685d00g", "\tAttributeCallType\ttwo", "\tAttributeCallType\t2x",
          "\tAttributeCallType\t", "\tAttributeCallType\t4294967296", "\tAttributeCallType\t2 (",
          "\tAttributeEventSequenceNumber\t12", "\tAttributeUserEvent\tNoSuchEvent",
          "\tAttributeReferenceID\t'7'"})
        QTest::newRow(line) << QByteArray(line);
}

void TestLogReader::takesNoValueThatIsNone()
{
    QFETCH(QByteArray, line);
    const Log log = readLog("message EventRinging\n" + line + "\n\n");
    QCOMPARE(log.statistics.count(Skip::UnreadableValue), 1);
    QCOMPARE(log.messages.size(), 1);
    QCOMPARE(log.messages.first().trust, Trust::Partial);
    const Event &event = log.messages.first().event;
    QVERIFY(event.thisDn.isEmpty() && event.connId.isNull() && !event.callType && !event.sequenceNumber);
    QVERIFY(!event.userEvent && event.referenceId.isNull());
}

void TestLogReader::readsLists_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("list");
    const auto row = [](const char *name, const char *lines, const QString &list) {
        QTest::newRow(name) << QByteArray(lines) << list;
    };
    row("a text", "\tAttributeUserData\t[34] 00 01 00 00..\n\t\t'RTargetAgentGroup'\t'VAG_Skill1'",
        u"{RTargetAgentGroup: \"VAG_Skill1\"}"_s);
    row("a number", "\tAttributeUserData\t[16] 00 01 01 00..\n\t\t'PegAG'\t1", u"{PegAG: 1}"_s);
    row("a list with its pair on the same line",
        "\tAttributeUserData\t[27] 00 01 03 00..\n\t\t'List'(list) \t'Node'\t'272'",
        u"{List: {Node: \"272\"}}"_s);
    row("a list with its pair on the next line",
        "\tAttributeUserData\t[27] 00 01 03 00..\n\t\t'List'(list)\n\t\t\t'Node'\t'272'",
        u"{List: {Node: \"272\"}}"_s);
    row("a list goes on deeper, and ends with its depth",
        "\tAttributeUserData\t[33] 00 02 03 00..\n\t\t'L'(list) \t'a'\t'1'\n\t\t\t'b'\t'2'\n\t\t'c'\t'3'",
        u"{L: {a: \"1\", b: \"2\"}, c: \"3\"}"_s);
    row("lists inside lists on one line",
        "\tAttributeUserData\t[50] 00 02 03 00..\n\t\t'L'(list) \t'M'(list) "
        "\t'a'\t'1'\n\t\t\t\t'b'\t'2'\n\t\t\t'c'\t'3'\n\t\t'd'\t'4'",
        u"{L: {M: {a: \"1\", b: \"2\"}, c: \"3\"}, d: \"4\"}"_s);
    row("an empty list", "\tAttributeUserData\t[2] 00 00..", u"{}"_s);
    row("an empty list in a list", "\tAttributeUserData\t[19] 00 02 03 00..\n\t\t'L'(list) \n\t\t'a'\t'1'",
        u"{L: {}, a: \"1\"}"_s);
    row("the first pair on the attribute's own line", "\tAttributeUserData\t[9] 00 01 00 00.. 'a'\t'1'",
        u"{a: \"1\"}"_s);
    row("a copy with four blanks for each TAB",
        "    AttributeUserData    [33] 00 02 03 00..\n        'L'(list)     'a'    '1'\n            'b'    "
        "'2'\n        'c'    '3'",
        u"{L: {a: \"1\", b: \"2\"}, c: \"3\"}"_s);
    row("quotes and brackets in values", "\tAttributeUserData\t[21] 00 01 00 00..\n\t\t'a'\t'it's '(list)''",
        u"{a: \"it's '(list)'\"}"_s);
    row("quotes in keys", "\tAttributeUserData\t[14] 00 01 00 00..\n\t\t'it's 1'\t'1'", u"{it's 1: \"1\"}"_s);
    row("a key twice", "\tAttributeUserData\t[16] 00 02 00 00..\n\t\t'a'\t'1'\n\t\t'a'\t'2'",
        u"{a: \"1\", a: \"2\"}"_s);
    row("an empty key and an empty value", "\tAttributeUserData\t[7] 00 01 00 00..\n\t\t''\t''",
        u"{: \"\"}"_s);
    row("all bytes in place of the pairs", "\tAttributeUserData\t[9] 00 01 04 00 01 61 00 01 62",
        u"{a: b}"_s);
    row("other attributes after it",
        "\tAttributeUserData\t[9] 00 01 00 00..\n\t\t'a'\t'1'\n\tAttributeCallType\t2", u"{a: \"1\"}"_s);
}

void TestLogReader::readsLists()
{
    QFETCH(QByteArray, lines);
    QFETCH(QString, list);
    const Log log = readLog("message EventRinging\n" + lines + "\n\n");
    QVERIFY2(log.statistics.notes.isEmpty(),
             log.statistics.notes.isEmpty() ? "" : qPrintable(toString(log.statistics.notes.first())));
    QCOMPARE(log.messages.size(), 1);
    QCOMPARE(shown(log.messages.first().event.userData), list);
    QCOMPARE(log.messages.first().trust, Trust::Whole);
}

void TestLogReader::trustsNoListThatIsNotWhole_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<Skip>("reason");
    const auto row = [](const char *name, const QByteArray &lines, Skip reason) {
        QTest::newRow(name) << lines << reason;
    };
    QByteArray deep = "\tAttributeUserData\t[999] 00 01 03 00..\n";
    for (int depth = 0; depth < 9; ++depth)
        deep += QByteArray(2 + depth, '\t') + "'a'(list)\n";
    row("a pair is missing", "\tAttributeUserData\t[16] 00 02 00 00..\n\t\t'a'\t'1'\n", Skip::ListSize);
    row("a value is shorter", "\tAttributeUserData\t[9] 00 01 00 00..\n\t\t'a'\t''\n", Skip::ListSize);
    row("the copy was recoded", "\tAttributeUserData\t[9] 00 01 00 00..\n\t\t'a'\t'\xc3\xbc'\n",
        Skip::ListSize);
    row("another number of pairs, though of the same size",
        "\tAttributeUserData\t[24] 00 02 03 00..\n\t\t'L'(list) \t'a'\t''\n\t\t\t'b'\t''\n", Skip::ListSize);
    row("no pairs at all", "\tAttributeUserData\t[9] 00 01 00 00..\n", Skip::ListSize);
    row("a pair without a value", "\tAttributeUserData\t[9] 00 01 00 00..\n\t\t'a'\n", Skip::UnreadableList);
    row("a value without its end", "\tAttributeUserData\t[9] 00 01 00 00..\n\t\t'a'\t'1\n",
        Skip::UnreadableList);
    row("no size", "\tAttributeUserData\t00 01 00 00..\n\t\t'a'\t'1'\n", Skip::UnreadableList);
    row("nothing", "\tAttributeUserData\n\t\t'a'\t'1'\n", Skip::UnreadableList);
    row("too many lists inside each other", deep, Skip::UnreadableList);
    row("all bytes, which are no list", "\tAttributeUserData\t[3] 00 01 00\n", Skip::UnreadableList);
    row("too many bytes",
        "\tAttributeUserData\t[70007] 00 01 00 00..\n\t\t'a'\t'" + QByteArray(70000, 'x') + "'\n",
        Skip::UnreadableList);
}

void TestLogReader::trustsNoListThatIsNotWhole()
{
    QFETCH(QByteArray, lines);
    QFETCH(Skip, reason);
    const Log log = readLog(Ringing + lines + "\tAttributeCallType\t2\n\n");
    QCOMPARE(log.messages.size(), 1);
    const LogMessage &message = log.messages.first();
    QVERIFY(message.event.userData.isNull());
    QCOMPARE(message.trust, Trust::Partial);
    QCOMPARE(message.event.callType, tlib::CallType::Inbound); // the rest of the message is so
    QCOMPARE(log.statistics.notes.size(), 1);
    QCOMPARE(log.statistics.notes.first().reason, reason);
    QCOMPARE(log.statistics.notes.first().line, 4); // the attribute's
    QCOMPARE(log.statistics.damaged, 1);
}

void TestLogReader::namesLinesAndReasons()
{
    const Log log = readLog("Trc 1\n" + Ringing +
                            "\tAttributeUserData\t[16] 00 02 00 00..\n\t\t'a'\t'secret'\n\n"
                            "message EventFromTheFuture\n\n" +
                            Changed);
    QStringList notes;
    for (const logreplay::Note &note : log.statistics.notes)
        notes.append(toString(note));
    QCOMPARE(notes, (QStringList{u"line 1: not part of a message"_s,
                                 u"line 5: the list AttributeUserData has 14 bytes of 16"_s,
                                 u"line 8: EventFromTheFuture is not known"_s,
                                 u"line 12: EventAttachedDataChanged is not complete"_s}));
    QCOMPARE(log.statistics.flaws(), 2);
    QCOMPARE(log.statistics.messages, 3);
    QCOMPARE(log.statistics.events, 2);
    QCOMPARE(log.statistics.lines, 12);
}

void TestLogReader::keepsOnlyTheFirstNotesOfEachReason()
{
    const Log log = readLog(QByteArray("Trc 1\n").repeated(1000) + "message EventX\n");
    QCOMPARE(log.statistics.count(Skip::OtherLine), 1000);
    QCOMPARE(log.statistics.notes.size(), Statistics::NotesOfAReason + 1);
    QCOMPARE(log.statistics.notes.last().line, 1001);
}

void TestLogReader::readsTheSample()
{
    const Log log = readLog(sample());
    QList<MessageType> types;
    for (const LogMessage &message : log.messages)
        types.append(message.event.type);
    QCOMPARE(types, (QList{MessageType::EventQueued, MessageType::EventRouteUsed, MessageType::EventDiverted,
                           MessageType::EventRinging, MessageType::EventEstablished,
                           MessageType::EventAttachedDataChanged, MessageType::EventAck,
                           MessageType::EventAttachedDataChanged, MessageType::EventAttachedDataChanged,
                           MessageType::EventReleased}));
    QCOMPARE(log.statistics.flaws(), 0);
    QCOMPARE(log.statistics.requests, 2);
    QCOMPARE(log.statistics.messages, 12);
    QCOMPARE(log.statistics.count(Skip::UnknownAttribute), 1); // AttributeMediaType
    const Event &changed = log.messages[5].event;
    QCOMPARE(changed.userData.text("GSIP_RECORD"), u"ON"_s);
    QCOMPARE(changed.thirdPartyDn.toString(), u"7900"_s);
    QCOMPARE(changed.sequenceNumber, 0x1f06);
    QCOMPARE(shown(changed.userData.find("List")->toList()), u"{Node: \"272\", Ports: {a: 1, b: -2}}"_s);
    QCOMPARE(log.messages[6].event.userEvent, MessageType::PrivateService);
}

void TestLogReader::readsTheSampleInAnyForm_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("CRLF") << sample().replace("\n", "\r\n");
    QTest::newRow("CR") << sample().replace("\n", "\r");
    QTest::newRow("four blanks for each TAB") << sample().replace("\t", "    ");
    QTest::newRow("blanks at the ends of lines") << sample().replace("\n", " \n");
    QTest::newRow("no empty lines") << sample().replace("\n\n", "\n");
}

void TestLogReader::readsTheSampleInAnyForm()
{
    QFETCH(QByteArray, text);
    const Log log = readLog(text);
    QCOMPARE(shown(log), shown(readLog(sample())));
    QCOMPARE(log.statistics.flaws(), 0);
}

void TestLogReader::slicingMakesNoDifference()
{
    const QByteArray text = sample().replace("\n\n", "\r\n\r\n") + Ringing + "Trc\n\t\t'a'\t1\n\r\r\n" +
                            Changed + Ringing.chopped(3);
    const Log whole = readLog(text);
    for (qsizetype slice = 1; slice < 300; slice += slice < 20 ? 1 : 37) {
        const Log sliced = readLog(text, slice);
        QCOMPARE(shown(sliced), shown(whole));
        QCOMPARE(sliced.statistics, whole.statistics);
    }
}

/// Cut at any byte, a log says what the whole one says, except of its last message, which it does not call
/// whole unless it could be.
void TestLogReader::isCutAnywhereAndSaysNothingFalse()
{
    const QByteArray text = sample();
    const QStringList all = shown(readLog(text));
    for (qsizetype size = 0; size < text.size(); ++size) {
        const Log cut = readLog(text.first(size));
        const QStringList said = shown(cut);
        QVERIFY(said.size() <= all.size());
        for (qsizetype i = 0; i + 1 < said.size(); ++i)
            QCOMPARE(said[i], all[i]);
        if (said.isEmpty() || cut.messages.last().trust != Trust::Whole)
            continue;
        // Attributes may be missing at the end of a message that is not over; its user data are whole or
        // absent.
        const auto &last = cut.messages.last().event;
        if (!last.userData.isNull())
            QVERIFY(all[said.size() - 1].contains(shown(last.userData)));
        QVERIFY(last.type != MessageType::EventAttachedDataChanged || !last.userData.isNull());
    }
}

TALLY_TEST(TestLogReader)

} // namespace tst_logreader
#include "tst_logreader.moc"
