#include "presentation/link/connectionfacts.h"
#include "presentation/words/calls/callssummary.h"
#include "presentation/words/connectiontext.h"
#include "support/testprogram.h"

#include "support/conversation.h"

#include <QTest>

namespace tst_connectiontext {

using presentation::EmptyPicture;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using presentation::ConnectionLook;
using support::Conversation;

class TestConnectionText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headerFollowsTheConnection();
    void saysWhetherItIsEncrypted();
    void everySentenceIsWhole();
    void howALinkWasLost_data();
    void howALinkWasLost();
    void overdueIsDoubtAndNotLoss();
    void backupSaysThatItWaits();
    void namesTheBackupThatIsTried();
    void countsTheDnsWhileRegistering();
    void givenUpOffersAnotherTry();
    void eachTlsFlawHasItsOwnWords();
    void refusedDnIsNamed();
    void whatIsNoSipServerIsSaidInAPersonsWords();
    void headerDoesNotFlickerWhileTryingAgain();
    void emptyStateSaysWhatToDo();
    void footerCountsOnlyWhatIsCertain();

private:
    static ConnectionLook look(const Conversation &talk)
    {
        return presentation::connectionLook(talk.desk, talk.clock.now());
    }
    static presentation::EmptyLook empty(const Conversation &talk)
    {
        return presentation::emptyLook(talk.desk, talk.clock.now());
    }
    static tlib::KvList agentStatus(tlib::AgentStatus status)
    {
        tlib::KvList snapshot;
        snapshot.append("AgentStatus", qint32(status));
        return snapshot;
    }
};

void TestConnectionText::headerFollowsTheConnection()
{
    Conversation talk;
    QCOMPARE(look(talk).word, u"Not connected"_s);
    talk.connect();
    QCOMPARE(look(talk).word, u"Connected"_s);
    QCOMPARE(look(talk).dot, ConnectionLook::Dot::Good);
    QCOMPARE(look(talk).note, QString());
    QCOMPARE(look(talk).where, u"sip-prim.example:7007 · primary · DN 7001"_s);

    talk.link.push({.type = tlib::MessageType::EventLinkDisconnected});
    QCOMPARE(look(talk).word, u"Waiting for SIP Server"_s);
    QCOMPARE(look(talk).dot, ConnectionLook::Dot::Trouble);
}

void TestConnectionText::saysWhetherItIsEncrypted()
{
    Conversation talk;
    QVERIFY(!look(talk).security);
    talk.connect();
    QCOMPARE(look(talk).security->word, u"Not encrypted"_s);
    talk.loseLink();
    QVERIFY(!look(talk).security); // nothing is claimed of what is not there
    talk.desk.connection.open({.host = u"sip-prim.example"_s, .port = 7007, .secure = true});
    QVERIFY(!look(talk).security);
    talk.link.lose({.kind = core::ErrorKind::Untrusted, .reason = int(model::TlsFlaw::SelfSigned)});
    QCOMPARE(look(talk).word, u"No connection"_s);
    QVERIFY(!look(talk).security); // the certificate was refused
    talk.waitForAttempt();
    talk.link.setSecurity({.isEncrypted = true, .protocol = u"TLS 1.3"_s});
    talk.link.accept();
    QVERIFY(!look(talk).security);
    talk.link.acceptAsPrimary();
    QCOMPARE(look(talk).security->word, u"Encrypted"_s);
    QVERIFY(look(talk).security->full.contains(u"TLS 1.3"_s));
    talk.link.push({.type = tlib::MessageType::EventLinkDisconnected});
    QCOMPARE(look(talk).security->word, u"Encrypted"_s); // the server is there, and does not serve
}

void TestConnectionText::everySentenceIsWhole()
{
    QCOMPARE(presentation::troubleText({.kind = core::ErrorKind::Unreachable,
                                        .text = u"the host name x is not known: check its spelling"_s},
                                       true),
             u"The server cannot be reached. The host name x is not known: check its spelling."_s);
    const core::Error selfSigned{.kind = core::ErrorKind::Untrusted,
                                 .text = u"x shows a certificate that nobody vouches for but itself"_s,
                                 .reason = int(model::TlsFlaw::SelfSigned)};
    QCOMPARE(presentation::troubleText(selfSigned, true),
             u"Nobody but the server itself vouches for its certificate."_s); // once
}

void TestConnectionText::howALinkWasLost_data()
{
    QTest::addColumn<model::LinkLoss>("how");
    QTest::addColumn<QString>("sentence");
    using model::LinkLoss;
    QTest::newRow("closed") << LinkLoss::Closed << u"The server closed the connection."_s;
    QTest::newRow("silent") << LinkLoss::Silent << u"The server has fallen silent."_s;
    QTest::newRow("not taking") << LinkLoss::NotTaking
                                << u"The server does not take what this desktop sends. As the system said."_s;
    QTest::newRow("broken") << LinkLoss::Broken << u"The connection broke. As the system said."_s;
    QTest::newRow("otherwise") << LinkLoss::Other << u"The connection ended. As the system said."_s;
}

void TestConnectionText::howALinkWasLost()
{
    QFETCH(model::LinkLoss, how);
    const core::Error trouble{
        .kind = core::ErrorKind::LinkLost, .text = u"as the system said"_s, .reason = int(how)};
    QTEST(presentation::troubleText(trouble, true), "sentence");
}

void TestConnectionText::overdueIsDoubtAndNotLoss()
{
    Conversation talk;
    talk.connect();
    Q_EMIT talk.link.overdueChanged(true);
    QCOMPARE(look(talk).word, u"No sign of life"_s);
    QCOMPARE(look(talk).dot, ConnectionLook::Dot::Trouble);
    QVERIFY(look(talk).where.contains(u"nothing is sent until it does"));
    QCOMPARE(empty(talk).title, u"No sign of life"_s);
    Q_EMIT talk.link.overdueChanged(false);
    QCOMPARE(look(talk).word, u"Connected"_s);
}

void TestConnectionText::backupSaysThatItWaits()
{
    Conversation talk;
    talk.desk.connection.open({.host = u"sip-prim.example"_s, .port = 7007});
    talk.link.accept();
    talk.link.push(
        {.type = tlib::MessageType::EventLinkDisconnected, .serverRole = tlib::ServerRole::Backup});
    QVERIFY(look(talk).where.startsWith(u"This server is the backup and has not taken over."));
    QVERIFY(empty(talk).text.contains(u"Tallylight goes on by itself"));
}

void TestConnectionText::namesTheBackupThatIsTried()
{
    Conversation talk;
    talk.desk.connection.open({.host = u"one.example"_s, .port = 7007},
                              {{.host = u"two.example"_s, .port = 7008}});
    talk.link.lose({.kind = core::ErrorKind::Unreachable, .text = u"refused"_s});
    talk.waitForAttempt();
    QCOMPARE(look(talk).note, u"trying the backup…"_s);
    QVERIFY(look(talk).where.endsWith(u"one.example:7007")); // whom the trouble is about
}

void TestConnectionText::countsTheDnsWhileRegistering()
{
    Conversation talk;
    talk.desk.registry.setDns({Conversation::OwnDn, tlib::Dn(u"7002"_s)});
    talk.desk.connection.open({.host = u"sip-prim.example"_s, .port = 7007});
    talk.link.acceptAsPrimary();
    const auto asked = talk.link.expect<tlib::RegisterAddress>();
    talk.link.answer(asked->second,
                     {.type = tlib::MessageType::EventRegistered, .thisDn = Conversation::OwnDn});
    QCOMPARE(look(talk).word, u"Registering…"_s);
    QVERIFY(look(talk).note.startsWith(u"1 of 2 DN"));
}

void TestConnectionText::givenUpOffersAnotherTry()
{
    Conversation talk;
    talk.desk.connection.open({.host = u"sip-prim.example"_s, .port = 7007});
    for (int i = 0; i < 10 && !talk.desk.connection.hasGivenUp(); ++i) {
        talk.link.accept();
        talk.link.lose({.kind = core::ErrorKind::Malformed, .text = u"malformed frame"_s});
        if (!talk.desk.connection.hasGivenUp())
            talk.waitForAttempt();
    }
    QCOMPARE(look(talk).word, u"Offline"_s);
    QVERIFY(look(talk).offersRetry);
    QVERIFY(look(talk).where.startsWith(u"The server does not speak the expected protocol."));
    QVERIFY(empty(talk).text.contains(u"Connection…"));
}

void TestConnectionText::eachTlsFlawHasItsOwnWords()
{
    QSet<QString> sentences;
    const int last = int(model::TlsFlaw::CaFile);
    for (int flaw = 0; flaw <= last; ++flaw) {
        sentences.insert(presentation::untrustedSentence(model::TlsFlaw(flaw)));
        QVERIFY(presentation::untrustedAdvice(model::TlsFlaw(flaw)).endsWith(u'.'));
    }
    QCOMPARE(sentences.size(), last + 1);
    const core::Error expired{.kind = core::ErrorKind::Untrusted, .reason = int(model::TlsFlaw::Expired)};
    QCOMPARE(presentation::troubleText(expired, false), u"The server's certificate has expired."_s);
}

void TestConnectionText::refusedDnIsNamed()
{
    Conversation talk;
    talk.desk.connection.open({.host = u"sip-prim.example"_s, .port = 7007});
    talk.link.acceptAsPrimary();
    talk.refuse(talk.link.expect<tlib::RegisterAddress>()->second, 59);
    QVERIFY(look(talk).isDnRefused);
    QVERIFY(look(talk).where.startsWith(u"DN 7001 is not monitored"));
    QCOMPARE(empty(talk).title, u"DN 7001 is not monitored"_s);
    QCOMPARE(empty(talk).picture, EmptyPicture::Unknown);
}

void TestConnectionText::whatIsNoSipServerIsSaidInAPersonsWords()
{
    for (const core::Error &why : {core::Error{.kind = core::ErrorKind::TimedOut,
                                  .text = u"the server did not say its first word in time"_s,
                                  .reason = int(tlib::Unreached::NoFirstWord)},
                                   core::Error{.kind = core::ErrorKind::LinkLost,
                                   .text = u"a poll was not answered in time"_s,
                                   .reason = int(tlib::LinkLoss::Silent)}}) {
        const QString text = presentation::troubleText(why, true);
        QVERIFY2(!text.contains(u"first word") && !text.contains(u"poll"), qPrintable(text));
    }
    QVERIFY(presentation::troubleText(
                {.kind = core::ErrorKind::TimedOut, .reason = int(tlib::Unreached::NoFirstWord)}, true)
                .contains(u"check host, port and encryption"));
}

void TestConnectionText::headerDoesNotFlickerWhileTryingAgain()
{
    Conversation talk;
    talk.connect();
    talk.link.lose({.kind = core::ErrorKind::Unreachable, .text = u"No route <b>to</b> host"_s});
    QCOMPARE(look(talk).word, u"Link lost"_s);
    QCOMPARE(look(talk).note, u"next try in 1 s"_s);
    QVERIFY(look(talk).where.startsWith(u"The server cannot be reached."));
    QVERIFY(look(talk).full.contains(u"No route <b>to</b> host"));
    talk.waitForAttempt();
    QCOMPARE(look(talk).word, u"Link lost"_s);
    QCOMPARE(look(talk).note, u"trying again…"_s);
    QCOMPARE(look(talk).dot, ConnectionLook::Dot::Trouble);
    talk.reconnect();
    QCOMPARE(look(talk).word, u"Connected"_s);
}

void TestConnectionText::emptyStateSaysWhatToDo()
{
    Conversation offline;
    QVERIFY(empty(offline).offersSetUp);
    QCOMPARE(empty(offline).picture, EmptyPicture::Unknown);
    Conversation connecting;
    connecting.desk.connection.open({.host = u"sip-prim.example"_s, .port = 7007});
    QCOMPARE(empty(connecting).title, u"Connecting…"_s);
    QCOMPARE(empty(connecting).picture, EmptyPicture::Working);
    QVERIFY(presentation::connectionNews(connecting.desk, connecting.clock.now())->shape !=
            presentation::Shape::Ring);
    QVERIFY(!empty(offline).text.contains(u"--")); // no command line is needed
    offline.connect();
    offline.desk.connection.close(); // until its password is known
    QVERIFY(empty(offline).text.startsWith(u"The connection to sip-prim.example:7007 was closed."));

    Conversation ready;
    ready.connect(agentStatus(tlib::AgentStatus::Ready));
    QCOMPARE(empty(ready).text, u"Calls on DN 7001 will appear here."_s);
    QVERIFY(!empty(ready).action);
    QCOMPARE(empty(ready).picture, EmptyPicture::Quiet);

    Conversation out;
    out.connect(agentStatus(tlib::AgentStatus::LoggedOut));
    QCOMPARE(empty(out).title, u"You are logged out"_s);
    QCOMPARE(empty(out).action, model::AgentAction::Login);

    Conversation pausing;
    pausing.connect(agentStatus(tlib::AgentStatus::NotReady));
    QCOMPARE(empty(pausing).action, model::AgentAction::Ready);

    ready.loseLink();
    QCOMPARE(empty(ready).title, u"Link lost"_s);
    QCOMPARE(empty(ready).picture, EmptyPicture::Unknown);
    QVERIFY(empty(ready).text.contains(u"next try in"));
}

void TestConnectionText::footerCountsOnlyWhatIsCertain()
{
    Conversation talk;
    talk.connect();
    QCOMPARE(presentation::callsSummary(talk.desk.calls), u"No calls"_s);
    talk.talk(Conversation::recording(u"ON"_s));
    talk.talk(Conversation::recording(u"PAUSED"_s), tlib::ConnId(5));
    QVERIFY(presentation::callsSummary(talk.desk.calls).endsWith(u" · 1 recording · 1 paused"));
    talk.loseLink();
    QVERIFY(presentation::callsSummary(talk.desk.calls).endsWith(u" · nothing certain"));
    talk.waitForAttempt();
    talk.reconnect(Conversation::snapshotOf(Conversation::CallOne));
    const auto asked = talk.link.expect<tlib::QueryCall>();
    talk.say(tlib::MessageType::EventRinging, {}, tlib::ConnId(6));
    QVERIFY(presentation::callsSummary(talk.desk.calls).endsWith(u" · 1 not certain · 1 ringing"));
    talk.link.answer(asked->second,
                     talk.event(tlib::MessageType::EventPartyInfo, Conversation::recording(u"ON"_s)));
    QVERIFY(presentation::callsSummary(talk.desk.calls).endsWith(u" · 1 recording · 1 ringing"));
}

TALLY_GUI_TEST(TestConnectionText)

} // namespace tst_connectiontext
#include "tst_connectiontext.moc"
