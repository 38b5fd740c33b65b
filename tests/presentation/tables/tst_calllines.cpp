#include "presentation/tables/calllines.h"
#include "support/conversation.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace tst_calllines {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using presentation::CallAccount;
using presentation::ToldTime;
using support::Conversation;
using tlib::MessageType;

namespace {

const QDateTime Begin(QDate(2024, 3, 5), QTime(14, 20, 30, 250), Qt::UTC);

CallAccount whole()
{
    return {.id = tlib::ConnId(0x0042017c55d0e00b),
            .parties = {u"4711"_s, u"+4940123"_s},
            .files = {u"one.wav"_s, u"=two.wav"_s},
            .began = Begin,
            .isBeginSeen = true,
            .ended = Begin.addSecs(61),
            .isOver = true,
            .recorded = {.time = 39s},
            .paused = {.time = 15500ms}};
}

CallAccount unknown()
{
    return {.id = tlib::ConnId(1),
            .recorded = {.time = 20s, .kind = ToldTime::Kind::AtLeast},
            .paused = {.kind = ToldTime::Kind::NotKnown},
            .inDoubt = {.kind = ToldTime::Kind::NotKnown}};
}

} // namespace

/// What is not known is never a nought, in any form.
class TestCallLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineWithTabs();
    void aLineForASpreadsheet();
    void aLineOfJson();
    void aCallThatWasSeenInPartIsKnownInPart();
};

void TestCallLines::aLineWithTabs()
{
    QCOMPARE(presentation::tabLineOf(whole()),
             QByteArray("0042017c55d0e00b\t4711,+4940123\tone.wav,=two.wav\t39.0\t15.5\t0.0"));
    QCOMPARE(presentation::tabLineOf(unknown()),
             QByteArray("0000000000000001\t-\t-\t20.0\tnot known\tnot known"));
}

void TestCallLines::aLineForASpreadsheet()
{
    const auto columns = [](const QByteArray &line) { return line.count(','); };
    QCOMPARE(presentation::callCsvLineOf(whole()),
             QByteArray("0042017c55d0e00b,\"4711, +4940123\",\"one.wav, =two.wav\",2024-03-05T14:20:30.250,"
                        "true,2024-03-05T14:21:31.250,true,39.0,15.5,0.0,false\r\n"));
    const QByteArray line = presentation::callCsvLineOf(unknown());
    QCOMPARE(line, QByteArray("0000000000000001,,,,false,,false,20.0,not known,not known,true\r\n"));
    QCOMPARE(columns(line), columns(presentation::callCsvHeading()));
    CallAccount caller = unknown();
    caller.parties = {u"+4940123"_s};
    QVERIFY(presentation::callCsvLineOf(caller).contains(",'+4940123,"));
}

void TestCallLines::aLineOfJson()
{
    const QJsonObject known = QJsonDocument::fromJson(presentation::callJsonLineOf(whole())).object();
    QCOMPARE(known[u"connId"_s], u"0042017c55d0e00b"_s);
    QCOMPARE(known[u"parties"_s].toArray().size(), 2);
    QCOMPARE(known[u"began"_s], u"2024-03-05T14:20:30.250"_s);
    QCOMPARE(known[u"recordedSeconds"_s].toDouble(), 39.0);
    QCOMPARE(known[u"pausedSeconds"_s].toDouble(), 15.5);
    QCOMPARE(known[u"notKnownSeconds"_s].toDouble(-1), 0.0);
    QCOMPARE(known[u"least"_s], false);
    const QJsonObject part = QJsonDocument::fromJson(presentation::callJsonLineOf(unknown())).object();
    for (const QString &name : {u"began"_s, u"ended"_s, u"pausedSeconds"_s, u"notKnownSeconds"_s})
        QVERIFY2(part[name].isNull(), qPrintable(name));
    QCOMPARE(part[u"recordedSeconds"_s].toDouble(), 20.0);
    QCOMPARE(part[u"least"_s], true);
    QVERIFY(!presentation::callJsonLineOf(unknown()).contains('\n'));
}

void TestCallLines::aCallThatWasSeenInPartIsKnownInPart()
{
    Conversation talk;
    model::CallHistory history(talk.desk.calls, talk.desk.timeline, talk.clock);
    talk.connect();
    talk.say(MessageType::EventEstablished, Conversation::recording(u"ON"_s)); // there before
    talk.clock.advance(21s);
    const auto account = [&] {
        return presentation::accountOf(*history.find(history.numbers().first()), talk.clock.now());
    };
    QCOMPARE(account().recorded, (ToldTime{.time = 21s, .kind = ToldTime::Kind::AtLeast}));
    QVERIFY(!account().paused.isKnown() && !account().inDoubt.isKnown());
    QVERIFY(account().began && !account().isBeginSeen);
    history.loseTimes({});
    QVERIFY(!account().recorded.isKnown() && !account().began);
}

TALLY_TEST(TestCallLines)

} // namespace tst_calllines
#include "tst_calllines.moc"
