#include "model/journal/journal.h"
#include "support/conversation.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_journal {

using namespace Qt::StringLiterals;
using model::CallAction;
using model::JournalEntry;
using support::Conversation;
using tlib::MessageType;

namespace {

/// A desk with a journal, and what it told as lines.
struct Fixture
{
    Fixture()
    {
        QObject::connect(&journal, &model::Journal::noted, &journal,
                         [this](const JournalEntry &entry) { entries.append(entry); });
    }
    /// What was told since the last time: "request pause 7001", "answer pause refused 58".
    QStringList lines()
    {
        QStringList all;
        for (const JournalEntry &entry : std::exchange(entries, {})) {
            QStringList words{entry.kind, entry.what};
            if (entry.kind == u"recording"_s)
                words.append(entry.certain ? u"certain"_s : u"uncertain"_s);
            if (!entry.outcome.isEmpty())
                words.append(entry.outcome);
            if (entry.code != 0)
                words.append(QString::number(entry.code));
            all.append(words.join(u' '));
        }
        return all;
    }

    Conversation talk;
    model::Journal journal{talk.desk};
    QList<JournalEntry> entries;
};

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startNamesTheProgram();
    void connectionIsTold();
    void callAndItsRecording();
    void requestAcknowledgementStateAnswer();
    void whoHasMovedTheRecording();
    void theGuardIsNamed();
    void aCallThatIsMade();
    void howRequestsEnd_data();
    void howRequestsEnd();
    void doubtIsToldForEachCall();
    void agentsRequests();
    void routedCall();
    void othersCallsOnlyOnceAskedFor();
    void nothingOfTheCustomer();
    void nothingTwice();
    void anAnswerBelongsWhereItWasAskedFor();
    void timeIsTheWallClocks();
};

void TestJournal::startNamesTheProgram()
{
    Fixture f;
    f.journal.begin(u"tallylight 1.2"_s);
    QCOMPARE(f.entries.size(), 1);
    QCOMPARE(f.entries.first().detail, u"tallylight 1.2"_s);
}

void TestJournal::connectionIsTold()
{
    Fixture f;
    f.talk.connect();
    QCOMPARE(f.entries.first().detail, u"sip-prim.example:7007"_s);
    const QStringList lines = f.lines();
    QVERIFY(lines.contains(u"connection connecting"_s));
    QVERIFY(lines.contains(u"connection connected"_s));
    QVERIFY(lines.contains(u"doubt over"_s));
    f.talk.loseLink();
    const QStringList after = f.lines();
    QVERIFY(after.contains(u"connection lost"_s));
    QVERIFY(after.contains(u"doubt raised"_s));
}

void TestJournal::callAndItsRecording()
{
    Fixture f;
    f.talk.connect();
    f.lines();
    f.talk.talk(Conversation::recording(u"ON"_s));
    f.talk.sayRecording(u"PAUSED"_s);
    f.talk.say(MessageType::EventReleased);
    const QStringList lines = f.lines();
    QCOMPARE(lines.first(), u"call ringing"_s);
    QVERIFY(lines.indexOf(u"call talking"_s) > 0);
    QVERIFY(lines.indexOf(u"recording on certain"_s) > 0);
    QVERIFY(lines.indexOf(u"recording paused certain"_s) > lines.indexOf(u"recording on certain"_s));
    QCOMPARE(lines.last(), u"call released"_s);
}

void TestJournal::requestAcknowledgementStateAnswer()
{
    Fixture f;
    f.talk.connect();
    f.talk.talk(Conversation::recording(u"ON"_s));
    f.lines();
    QVERIFY(f.talk.desk.control.perform(Conversation::CallOne, CallAction::PauseRecording));
    QCOMPARE(f.entries.first().call, Conversation::CallOne);
    QCOMPARE(f.entries.first().dn, Conversation::OwnDn);
    f.talk.acknowledge(f.talk.link.expect<tlib::RecordingService>()->second);
    f.talk.sayRecording(u"PAUSED"_s);
    const QStringList lines = f.lines();
    QCOMPARE(lines.first(2), (QStringList{u"request pause"_s, u"accepted pause"_s}));
    QVERIFY(lines.contains(u"recording paused certain"_s));
    QVERIFY(lines.contains(u"answer pause confirmed"_s));
    QCOMPARE(lines.size(), 4);
}

void TestJournal::whoHasMovedTheRecording()
{
    Fixture f;
    const auto whoOf = [&f](const QString &what) {
        for (const JournalEntry &entry : std::as_const(f.entries)) {
            if (entry.kind == u"recording"_s && entry.what == what && entry.certain)
                return entry.detail;
        }
        return u"none"_s;
    };
    f.talk.connect();
    f.talk.talk(Conversation::recording(u"ON"_s));
    QCOMPARE(whoOf(u"on"_s), u""_s); // the server has named nobody
    QVERIFY(f.talk.desk.control.perform(Conversation::CallOne, CallAction::PauseRecording));
    f.talk.sayRecording(u"PAUSED"_s);
    QCOMPARE(whoOf(u"paused"_s), u"this-desktop"_s);
    f.entries.clear();
    const auto sayBy = [&f](const QString &word, const tlib::Dn &by) {
        tlib::Event event =
            f.talk.event(MessageType::EventAttachedDataChanged, Conversation::recording(word));
        event.thirdPartyDn = by;
        f.talk.link.push(event);
    };
    sayBy(u"ON"_s, tlib::Dn(u"7900"_s));
    QCOMPARE(whoOf(u"on"_s), u"somebody-else"_s);
    sayBy(u"OFF"_s,
          Conversation::OwnDn); // nothing was asked for here: another client at this DN, or an old answer
    QCOMPARE(whoOf(u"off"_s), u""_s);
    f.entries.clear();
    QVERIFY(f.talk.desk.control.perform(Conversation::CallOne, CallAction::StartRecording));
    sayBy(u"ON"_s, tlib::Dn(u"7900"_s)); // who is named was first
    QCOMPARE(whoOf(u"on"_s), u"somebody-else"_s);
}

void TestJournal::theGuardIsNamed()
{
    Fixture f;
    f.talk.desk.guard.setLimits({.general = std::chrono::seconds(60), .resumes = true});
    f.talk.connect();
    f.talk.talk(Conversation::recording(u"ON"_s));
    f.talk.sayRecording(u"PAUSED"_s);
    f.entries.clear();
    f.talk.clock.advance(std::chrono::seconds(60));
    QCOMPARE(f.entries.size(), 1);
    QCOMPARE(f.entries.first().kind, u"request"_s);
    QCOMPARE(f.entries.first().what, u"resume"_s);
    QCOMPARE(f.entries.first().detail, u"pause-guard"_s);
    f.entries.clear();
    f.talk.sayRecording(u"ON"_s);
    QCOMPARE(f.entries.first().kind == u"recording"_s ? f.entries.first().detail : f.entries.last().detail,
             u"pause-guard"_s);
}

void TestJournal::aCallThatIsMade()
{
    Fixture f;
    f.talk.connect();
    f.lines();
    QVERIFY(f.talk.desk.dialling.make(tlib::Dn(u"+493055509"_s)));
    f.talk.link.answer(f.talk.link.expect<tlib::MakeCall>()->second, f.talk.event(MessageType::EventDialing));
    for (const JournalEntry &entry : std::as_const(f.entries)) {
        QVERIFY(!entry.detail.contains(u"5509"_s));
        QVERIFY(entry.dn != tlib::Dn(u"+493055509"_s)); // whom a person calls is nobody's business
    }
    const QStringList lines = f.lines();
    QCOMPARE(lines.first(), u"request make"_s);
    QVERIFY(lines.contains(u"answer make confirmed"_s));
}

void TestJournal::howRequestsEnd_data()
{
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("line");
    QTest::newRow("the server refuses") << u"refuse"_s << u"answer pause refused 58"_s;
    QTest::newRow("the server says nothing") << u"silence"_s << u"answer pause timed-out"_s;
    QTest::newRow("the link is lost") << u"lose"_s << u"answer pause unknown"_s;
    QTest::newRow("the call ends") << u"hang up"_s << u"answer pause failed"_s;
}

void TestJournal::howRequestsEnd()
{
    QFETCH(QString, end);
    QFETCH(QString, line);
    Fixture f;
    f.talk.connect();
    f.talk.talk(Conversation::recording(u"ON"_s));
    QVERIFY(f.talk.desk.control.perform(Conversation::CallOne, CallAction::PauseRecording));
    const auto sent = f.talk.link.expect<tlib::RecordingService>();
    f.lines();
    if (end == u"refuse")
        f.talk.refuse(sent->second, 58, u"+493055501 is not recorded"_s);
    else if (end == u"silence")
        f.talk.clock.advance(std::chrono::seconds(6));
    else if (end == u"lose")
        f.talk.loseLink();
    else
        f.talk.say(MessageType::EventReleased);
    const QStringList lines = f.lines();
    QVERIFY2(lines.contains(line), qPrintable(lines.join(u"; "_s)));
    QCOMPARE(lines.filter(u"answer"_s).size(), 1);
}

void TestJournal::doubtIsToldForEachCall()
{
    Fixture f;
    f.talk.connect();
    f.talk.talk(Conversation::recording(u"ON"_s));
    f.lines();
    f.talk.loseLink();
    QVERIFY(f.lines().contains(u"recording on uncertain"_s));
    f.talk.waitForAttempt();
    f.talk.reconnect(Conversation::snapshotOf(Conversation::CallOne));
    if (const auto asked = f.talk.link.expect<tlib::QueryCall>())
        f.talk.link.answer(asked->second, {.type = MessageType::EventPartyInfo,
                                           .connId = Conversation::CallOne,
                                           .thisDn = Conversation::OwnDn,
                                           .userData = Conversation::recording(u"PAUSED"_s)});
    QVERIFY(f.lines().contains(u"recording paused certain"_s));
}

void TestJournal::agentsRequests()
{
    Fixture f;
    f.talk.connect();
    f.lines();
    QVERIFY(f.talk.desk.agent.perform(model::AgentAction::Login));
    QCOMPARE(f.lines(), QStringList{u"request login"_s});
    f.talk.refuse(f.talk.link.expect<tlib::AgentLogin>()->second, 59);
    QCOMPARE(f.lines(), QStringList{u"answer login refused 59"_s});
}

void TestJournal::routedCall()
{
    Fixture f;
    f.talk.desk.registry.setDns(QList<model::DnEntry>{
        {.dn = Conversation::OwnDn}, {.dn = tlib::Dn(u"8000"_s), .use = model::DnUse::RoutingPoint}});
    f.talk.connect();
    tlib::Event event = f.talk.event(MessageType::EventRouteRequest);
    event.thisDn = tlib::Dn(u"8000"_s);
    f.talk.link.push(event);
    f.entries.clear();
    QCOMPARE(f.talk.desk.routes.route(Conversation::CallOne, event.thisDn,
                                      {.destination = tlib::Dn(u"+4917112345"_s)}),
             model::RouteObstacle::None);
    QCOMPARE(f.entries.size(), 1);
    QCOMPARE(f.entries.first().what, u"route"_s);
    QCOMPARE(f.entries.first().dn, tlib::Dn(u"8000"_s));
    f.talk.loseLink();
    QVERIFY(f.lines().contains(u"answer route unknown"_s));
}

void TestJournal::othersCallsOnlyOnceAskedFor()
{
    Fixture f;
    f.talk.desk.registry.setDns(QList<model::DnEntry>{
        {.dn = tlib::Dn(u"7900"_s)}, {.dn = Conversation::OwnDn, .use = model::DnUse::Watched}});
    f.talk.connect();
    f.lines();
    f.talk.talk(Conversation::recording(u"ON"_s));
    QCOMPARE(f.lines(), QStringList());
    while (!f.talk.link.nothingSent())
        (void)f.talk.link.takeAny<tlib::RegisterAddress>();
    QVERIFY(f.talk.desk.control.perform(Conversation::CallOne, CallAction::PauseRecording));
    const QStringList lines = f.lines();
    QVERIFY(lines.contains(u"request pause"_s));
    QVERIFY(lines.contains(u"recording on certain"_s));
    f.talk.sayRecording(u"PAUSED"_s);
    QVERIFY(f.lines().contains(u"recording paused certain"_s));
}

void TestJournal::nothingOfTheCustomer()
{
    Fixture f;
    f.talk.connect();
    f.talk.talk(Conversation::recording(u"ON"_s, u"+493055501-card-4111111111111111"_s));
    QVERIFY(f.talk.desk.control.perform(Conversation::CallOne, CallAction::PauseRecording));
    f.talk.refuse(f.talk.link.expect<tlib::RecordingService>()->second, 58, u"gold customer +493055501"_s);
    f.talk.say(MessageType::EventReleased);
    QVERIFY(f.entries.size() > 5);
    for (const JournalEntry &entry : std::as_const(f.entries)) {
        const QString all = entry.kind + entry.what + entry.dn.toString() + entry.outcome + entry.detail +
                            entry.call.toString();
        for (const QString &secret : {u"493055501"_s, u"4111"_s, u"gold"_s})
            QVERIFY2(!all.contains(secret), qPrintable(all));
    }
}

void TestJournal::nothingTwice()
{
    Fixture f;
    f.talk.connect();
    f.talk.talk(Conversation::recording(u"ON"_s));
    f.lines();
    f.talk.sayRecording(u"ON"_s);
    f.talk.sayRecording(u"ON"_s);
    QCOMPARE(f.lines(), QStringList());
}

void TestJournal::timeIsTheWallClocks()
{
    Fixture f;
    const QDateTime when(QDate(2027, 1, 2), QTime(3, 4, 5, 678), Qt::UTC);
    f.talk.clock.setWallTime(when);
    f.journal.begin(u"x"_s);
    QCOMPARE(f.entries.first().at, when.toMSecsSinceEpoch());
}

/// The agent is at another DN when the answers come.
void TestJournal::anAnswerBelongsWhereItWasAskedFor()
{
    Fixture f;
    f.talk.connect();
    f.talk.talk(Conversation::recording(u"ON"_s));
    QVERIFY(f.talk.desk.control.perform(Conversation::CallOne, CallAction::PauseRecording));
    const auto pause = f.talk.link.expect<tlib::RecordingService>();
    QVERIFY(f.talk.desk.agent.perform(model::AgentAction::NotReady));
    const auto notReady = f.talk.link.expect<tlib::AgentNotReady>();
    f.entries.clear();
    const tlib::Dn other(u"7050"_s);
    f.talk.desk.agent.setIdentity({.dn = other});
    f.talk.acknowledge(pause->second);
    f.talk.refuse(notReady->second, 93);
    f.talk.desk.registry.setDns(
        QList<model::DnEntry>{{.dn = other}, {.dn = Conversation::OwnDn, .use = model::DnUse::Watched}});
    f.talk.refuse(pause->second, 58);
    f.talk.clock.advance(std::chrono::seconds(6));
    int answers = 0;
    for (const JournalEntry &entry : std::as_const(f.entries)) {
        if (entry.kind != u"answer"_s && entry.kind != u"accepted"_s)
            continue;
        ++answers;
        QCOMPARE(entry.dn, Conversation::OwnDn);
    }
    QCOMPARE(answers, 3);
}

TALLY_TEST(TestJournal)

} // namespace tst_journal

#include "tst_journal.moc"
