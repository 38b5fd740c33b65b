#include "backends/logreplay/loglink.h"
#include "backends/logreplay/logwriter.h"
#include "backends/simulator/script/commands.h"
#include "backends/simulator/switch/switch.h"
#include "model/calls/callhistory.h"
#include "model/desk.h"
#include "support/fakelink.h"
#include "support/manualclock.h"
#include "support/testprogram.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

namespace tst_logintomodel {

using namespace Qt::StringLiterals;
using logreplay::LogLink;

/// What a desk makes of a log: the light that a person would see.
class TestLogIntoModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheLight_data();
    void showsTheLight();
    void aDamagedLogCountsNothingAsCertain();
    void aTraceOfTheSimulatorMakesTheSameModel();
};

namespace {

const QByteArray Call = "\tAttributeConnID\t006c029a6685d004\n\tAttributeThisDN\t'7001'\n";
const QByteArray Other = "\tAttributeConnID\t006c029a6685d005\n\tAttributeThisDN\t'7001'\n";
const QByteArray On = "\tAttributeUserData\t[20] 00 01 00 00..\n\t\t'GSIP_RECORD'\t'ON'\n";
const QByteArray Wrong =
    "\tAttributeUserData\t[21] 00 01 00 00..\n\t\t'GSIP_RECORD'\t'OFF'\n\t\t'lost'\t''\n";

QByteArray message(const char *name, const QByteArray &attributes)
{
    return "message " + QByteArray(name) + '\n' + attributes + '\n';
}

const QByteArray Talking = message("EventRinging", Call) + message("EventEstablished", Call + On);

/// A desk that has been given a log.
struct Replay
{
    explicit Replay(const QString &file)
        : link(file, time, pace, LogLink::AtOnce)
    {
        desk.registry.watchEverybody();
        desk.connection.open({});
    }

    core::SteppedClock time{QDateTime(QDate(2026, 11, 23), QTime(0, 0), Qt::UTC)};
    support::ManualClock pace;
    LogLink link;
    model::Desk desk{link, time, {}};
};

/// "d004 on", with a question mark where it is not certain.
QStringList lightsOf(const model::Desk &desk)
{
    QStringList found;
    for (const model::CallId id : desk.calls.ids()) {
        const model::Call *const call = desk.calls.find(id);
        const auto state = call->recording.state;
        const QString word = state == model::RecordingState::On       ? u"on"_s
                             : state == model::RecordingState::Paused ? u"paused"_s
                             : state == model::RecordingState::Off    ? u"off"_s
                                                                      : QString();
        found.append(id.toString().last(4) + u' ' + word +
                     (desk.calls.isCertain(*call) ? QString() : u"?"_s));
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

void TestLogIntoModel::showsTheLight_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("calls");
    const auto row = [](const char *name, const QByteArray &text, const QStringList &calls) {
        QTest::newRow(name) << text << calls;
    };
    const QString on = u"d004 on"_s, doubtful = u"d004 on?"_s;
    row("the word of the log", Talking, {on});
    row("a list that is not whole puts the call in doubt",
        Talking + message("EventAttachedDataChanged", Call + Wrong), {doubtful});
    row("also in an event about a party", Talking + message("EventHeld", Call + Wrong), {doubtful});
    row("also on the routing point",
        Talking + message("EventRouteUsed",
                          "\tAttributeConnID\t006c029a6685d004\n\tAttributeThisDN\t'8000'\n" + Wrong),
        {doubtful});
    row("no other call", Talking + message("EventRinging", Other + On) + message("EventHeld", Other + Wrong),
        {on, u"d005 on?"_s});
    row("the next whole list ends the doubt",
        Talking + message("EventAttachedDataChanged", Call + Wrong) +
            message("EventAttachedDataChanged", Call + On),
        {on});
    row("a new call whose data cannot be read is in doubt", message("EventRinging", Call + Wrong),
        {u"d004 off?"_s});
    row("a new call of which something unreadable was said before is in doubt",
        message("EventRouteRequest",
                "\tAttributeConnID\t006c029a6685d004\n\tAttributeThisDN\t'8000'\n" + Wrong) +
            message("EventRinging", Call),
        {u"d004 ?"_s});
    row("data that were cut off are not none",
        Talking + "message EventAttachedDataChanged\n" + Call + "Trc 04542 x\n" +
            message("EventAgentReady", ""),
        {doubtful});
    row("a client that has come is told so, and no call is in doubt",
        Talking + message("EventLinkConnected", "\tAttributeReferenceID\t1\n"), {on});
    row("the switch's link that has come back puts all in doubt",
        Talking + message("EventLinkConnected", "\tAttributeServerRole\t0\n"), {doubtful});
    row("also when it is told with the ReferenceID of nobody",
        Talking + message("EventLinkConnected", "\tAttributeReferenceID\t4294967295\n"), {doubtful});
    row("a call that is released goes", Talking + message("EventReleased", Call + Wrong), {});
    row("two messages mixed put both calls in doubt",
        Talking + message("EventRinging", Other + On) + "message EventHeld\n" + Call +
            message("EventHeld", Other + "\tAttributeThisDN\t'7001'\n"),
        {doubtful, u"d005 on?"_s});
}

void TestLogIntoModel::showsTheLight()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, calls);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"test.log"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();

    const auto replayed = std::make_unique<Replay>(file.fileName());
    QTRY_VERIFY(replayed->link.isFinished());
    QCOMPARE(replayed->desk.connection.state(), model::ConnectionState::Connected);
    QCOMPARE(lightsOf(replayed->desk), calls);
}

void TestLogIntoModel::aDamagedLogCountsNothingAsCertain()
{
    using model::RecordingState;
    const auto at = [](const char *time, const char *name, const QByteArray &attributes) {
        return '@' + QByteArray(time) + ".0000 [0] 8.1.101.56 distribute_event: " + message(name, attributes);
    };
    QTemporaryDir folder;
    QFile file(folder.filePath(u"test.log"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(at("10:00:00", "EventRinging", Call + Wrong) + at("10:00:10", "EventEstablished", Call) +
               at("10:00:20", "EventAttachedDataChanged", Call + On) +
               at("10:00:30", "EventAttachedDataChanged", Call + Wrong) +
               at("10:00:45", "EventReleased", Call));
    file.close();
    const auto replayed = std::make_unique<Replay>(file.fileName());
    const model::CallHistory history(replayed->desk.calls, replayed->desk.timeline, replayed->time);
    QTRY_VERIFY(replayed->link.isFinished());

    QCOMPARE(history.numbers().size(), 1);
    const model::CallRecord &record = *history.find(history.numbers().first());
    const core::Instant now = replayed->time.now();
    QVERIFY(record.ended);
    QCOMPARE(record.timeIn(RecordingState::Off, now), core::Duration(0));
    QCOMPARE(record.timeIn(RecordingState::On, now), core::Duration(10'000));
    QCOMPARE(record.timeNotKnown(now), core::Duration(35'000));
    QCOMPARE(record.segments.size(), 3);
    QVERIFY(!record.segments[0].certain && record.segments[1].certain && !record.segments[2].certain);
}

/// After each step, what the simulator has said so far is read back as a log.
void TestLogIntoModel::aTraceOfTheSimulatorMakesTheSameModel()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"trace.log"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    support::ManualClock clock;
    support::FakeLink link;
    model::Desk told(link, clock, {});
    told.registry.watchEverybody();
    told.connection.open({});
    link.acceptAsPrimary();
    const auto log = [&](const tlib::Event &event) {
        std::string text;
        logreplay::appendLogText(text, event, clock.wallTime());
        QVERIFY(file.write(text.data(), qint64(text.size())) > 0 && file.flush());
        link.push(event);
    };
    auto configuration = simulator::SwitchConfiguration::fromFile(
        QStringLiteral(TEST_DATA "/../../resources/simulator/switch.json"));
    QVERIFY(configuration);
    simulator::Switch simulated(*std::move(configuration), clock,
                                {.deliver = [](tlib::ClientId, const tlib::Event &) {},
                                 .disconnect = [](tlib::ClientId) {},
                                 .dropAll = [] {},
                                 .log = log});
    simulator::Commands commands(simulated, clock);
    QByteArray call;
    for (QByteArray step :
         {R"({"do":"call","from":"+493055501","to":"7001","userData":[["a'b","it's"],["l",[["n",5]]]]})",
          R"({"do":"answer","connId":"CALL"})", R"({"do":"recorder","connId":"CALL","state":"paused"})",
          R"({"do":"hold","connId":"CALL","dn":"7001"})",
          R"({"do":"user-data","connId":"CALL","add":[["b","2"]]})",
          R"({"do":"retrieve","connId":"CALL","dn":"7001"})",
          R"({"do":"recorder","connId":"CALL","state":"on"})",
          R"({"do":"call","from":"+493055502","to":"7002"})", R"({"do":"release","connId":"CALL"})"}) {
        const QJsonObject answer = commands.runLine(step.replace("CALL", call));
        QVERIFY2(answer[u"ok"_s].toBool(), QJsonDocument(answer).toJson().constData());
        if (call.isEmpty())
            call = answer[u"connId"_s].toString().toLatin1();
        clock.advance(std::chrono::seconds(1));
        const auto replayed = std::make_unique<Replay>(file.fileName());
        QTRY_VERIFY(replayed->link.isFinished());
        QCOMPARE(replayed->link.statistics().flaws(), 0);
        QCOMPARE(lightsOf(replayed->desk), lightsOf(told));
        QVERIFY(!told.calls.ids().isEmpty());
        for (const model::CallId id : told.calls.ids()) {
            const model::Call *const one = told.calls.find(id), *const other = replayed->desk.calls.find(id);
            QCOMPARE(other->phase(), one->phase());
            QVERIFY(other->userData == one->userData);
            QCOMPARE(other->recording.fileName, one->recording.fileName);
            QCOMPARE(other->otherParty.bytes(), one->otherParty.bytes());
        }
    }
}

TALLY_TEST(TestLogIntoModel)

} // namespace tst_logintomodel
#include "tst_logintomodel.moc"
