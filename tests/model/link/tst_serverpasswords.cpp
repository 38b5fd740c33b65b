#include "model/link/serverpasswords.h"
#include "model/linktoasts.h"
#include "support/conversation.h"
#include "support/fakepasswordstore.h"
#include "support/testprogram.h"

#include <QSignalSpy>

namespace tst_serverpasswords {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::ConnectionState;
using model::ServerPasswords;
using model::ToastKind;
using Outcome = model::PasswordStore::Outcome;

namespace {

const QString Server = u"sip-prim.example:7007"_s;

/// A desk at a server that wants a password.
struct Door
{
    explicit Door(Outcome keychain = Outcome::Done, const QString &kept = {})
        : passwords(talk.desk.connection, store, talk.clock)
        , linkToasts(talk.desk.toasts)
    {
        linkToasts.follow(passwords);
        store.trouble = keychain;
        if (!kept.isEmpty())
            store.entries.insert(Server, kept);
        open();
    }

    void open(bool isSecure = false)
    {
        passwords.open({.host = u"sip-prim.example"_s, .port = 7007, .secure = isSecure});
    }
    /// As a server does: it refuses and closes.
    void refuse()
    {
        talk.link.accept();
        talk.link.push({.type = tlib::MessageType::EventError,
                        .errorCode = tlib::errorcode::BadPassword,
                        .errorMessage = tlib::Text(u"The application password is wrong"_s)});
        talk.link.lose();
    }
    void letIn() { talk.reconnect(); }
    QString tried() const { return talk.link.endpoint().password; }
    QList<ToastKind> toasts() const
    {
        QList<ToastKind> kinds;
        for (const model::Toast &toast : talk.desk.toasts.toasts())
            kinds.append(toast.kind);
        return kinds;
    }

    support::Conversation talk;
    support::FakePasswordStore store;
    ServerPasswords passwords;
    model::LinkToasts linkToasts;
};

} // namespace

class TestServerPasswords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void serverWithoutPasswordIsNotAskedAbout();
    void keptPasswordOpensTheDoor();
    void keychainIsReadOnce();
    void personIsAskedWhatTheKeychainDoesNotKnow();
    void nothingIsTriedWhileAsking();
    void refusedPasswordIsNotTriedAgain();
    void rightPasswordIsKeptOnceItWasRight();
    void wrongPasswordIsNotKept();
    void staleEntryIsReplacedOrRemoved_data();
    void staleEntryIsReplacedOrRemoved();
    void row49AsksEachTimeWithoutKeychain_data();
    void row49AsksEachTimeWithoutKeychain();
    void keychainThatDoesNotAnswerIsNotWaitedFor();
    void keychainThatTakesNothingIsSaid();
    void reconnectsWithThePasswordItHas();
    void passwordServesTheBackup();
    void passwordIsNotSentInClearToTheOther();
    void anotherServerGetsAnotherPassword();
    void postponedQuestionStays();
    void numberOfAnAgentsPasswordIsNotOurs();
    void openingTakesTheQuestionBack();
    void nothingIsHeardAfterClosing();
    void passwordStandsInNoErrorAndNoToast();
};

void TestServerPasswords::serverWithoutPasswordIsNotAskedAbout()
{
    Door door;
    door.letIn();
    QCOMPARE(door.talk.desk.connection.state(), ConnectionState::Connected);
    QCOMPARE(door.store.reads, 0); // no keychain is unlocked for nothing
    QVERIFY(!door.passwords.question());
}

void TestServerPasswords::keptPasswordOpensTheDoor()
{
    Door door(Outcome::Done, u"s3cret"_s);
    door.refuse();
    QVERIFY(!door.passwords.question());
    door.store.answer();
    QVERIFY(!door.passwords.question());
    QCOMPARE(door.tried(), u"s3cret"_s);
    door.letIn();
    QCOMPARE(door.talk.desk.connection.state(), ConnectionState::Connected);
    QCOMPARE(door.store.entries.value(Server), u"s3cret"_s);
}

void TestServerPasswords::keychainIsReadOnce()
{
    Door door(Outcome::Done, u"old"_s);
    door.refuse();
    door.store.answer();
    door.refuse();
    QCOMPARE(door.store.reads, 1);
    QVERIFY(door.passwords.question());
    QVERIFY(door.passwords.question()->wasRefused);
}

void TestServerPasswords::personIsAskedWhatTheKeychainDoesNotKnow()
{
    Door door;
    QSignalSpy asked(&door.passwords, &ServerPasswords::questionChanged);
    door.refuse();
    QCOMPARE(asked.size(), 0);
    door.store.answer();
    QCOMPARE(asked.size(), 1);
    const ServerPasswords::Question expected{.server = Server};
    QCOMPARE(*door.passwords.question(), expected);
    door.passwords.answer(u"s3cret"_s, false);
    QVERIFY(!door.passwords.question());
    QCOMPARE(door.tried(), u"s3cret"_s);
    door.letIn();
    QCOMPARE(door.talk.desk.connection.state(), ConnectionState::Connected);
    door.store.answer();
    QVERIFY(door.store.entries.isEmpty());
}

void TestServerPasswords::nothingIsTriedWhileAsking()
{
    Door door;
    door.refuse();
    door.store.answer();
    const int before = door.talk.link.openings();
    door.talk.clock.advance(10min);
    QCOMPARE(door.talk.link.openings(), before);
    QCOMPARE(door.talk.desk.connection.state(), ConnectionState::Offline);
}

void TestServerPasswords::refusedPasswordIsNotTriedAgain()
{
    Door door;
    door.refuse();
    door.store.answer();
    door.passwords.answer(u"wrong"_s, false);
    door.refuse();
    const int before = door.talk.link.openings();
    door.talk.clock.advance(10min);
    QCOMPARE(door.talk.link.openings(), before);
    QVERIFY(door.passwords.question()->wasRefused);
    QCOMPARE(door.store.reads, 1);
    door.passwords.answer(u"right"_s, false);
    QCOMPARE(door.tried(), u"right"_s);
}

void TestServerPasswords::rightPasswordIsKeptOnceItWasRight()
{
    Door door;
    door.refuse();
    door.store.answer();
    door.passwords.answer(u"s3cret"_s, true);
    door.store.answer();
    QVERIFY(door.store.entries.isEmpty()); // not before the server has taken it
    door.letIn();
    door.store.answer();
    QCOMPARE(door.store.entries.value(Server), u"s3cret"_s);
    QVERIFY(door.toasts().isEmpty());
}

void TestServerPasswords::wrongPasswordIsNotKept()
{
    Door door;
    door.refuse();
    door.store.answer();
    door.passwords.answer(u"wrong"_s, true);
    door.refuse();
    door.passwords.answer(u"right"_s, false);
    door.letIn();
    door.store.answer();
    QVERIFY(door.store.entries.isEmpty());
}

void TestServerPasswords::staleEntryIsReplacedOrRemoved_data()
{
    QTest::addColumn<bool>("keep");
    QTest::newRow("the new one is kept in its place") << true;
    QTest::newRow("it is removed, or it would be refused at every start") << false;
}

void TestServerPasswords::staleEntryIsReplacedOrRemoved()
{
    QFETCH(bool, keep);
    Door door(Outcome::Done, u"old"_s);
    door.refuse();
    door.store.answer();
    door.refuse();
    door.passwords.answer(u"new"_s, keep);
    door.letIn();
    door.store.answer();
    QCOMPARE(door.store.entries.value(Server), keep ? u"new"_s : QString());
}

void TestServerPasswords::row49AsksEachTimeWithoutKeychain_data()
{
    QTest::addColumn<Outcome>("keychain");
    QTest::addColumn<ServerPasswords::Keychain>("said");
    QTest::newRow("there is none") << Outcome::NoKeychain << ServerPasswords::Keychain::Missing;
    QTest::newRow("it is locked") << Outcome::Denied << ServerPasswords::Keychain::Denied;
}

void TestServerPasswords::row49AsksEachTimeWithoutKeychain()
{
    QFETCH(Outcome, keychain);
    QFETCH(ServerPasswords::Keychain, said);
    Door door(keychain);
    for (int start = 0; start < 2; ++start) {
        door.open();
        door.refuse();
        door.store.answer();
        QVERIFY(door.passwords.question());
        QCOMPARE(door.passwords.question()->keychain, said);
        door.passwords.answer(u"wrong"_s, false);
        door.refuse();
        QCOMPARE(door.passwords.question()->keychain, said); // still known
        door.passwords.answer(u"s3cret"_s, false);
        door.letIn();
        QCOMPARE(door.talk.desk.connection.state(), ConnectionState::Connected);
        door.passwords.close(); // the program ends
    }
}

void TestServerPasswords::keychainThatDoesNotAnswerIsNotWaitedFor()
{
    Door door(Outcome::Done, u"late"_s);
    door.refuse();
    door.talk.clock.advance(20s);
    QVERIFY(door.passwords.question());
    QCOMPARE(door.passwords.question()->keychain, ServerPasswords::Keychain::Missing);
    const int before = door.talk.link.openings();
    door.store.answer(); // too late: the person is typing
    QVERIFY(door.passwords.question());
    QCOMPARE(door.talk.link.openings(), before);
}

void TestServerPasswords::keychainThatTakesNothingIsSaid()
{
    Door door;
    door.refuse();
    door.store.answer();
    door.passwords.answer(u"s3cret"_s, true);
    door.letIn();
    door.store.trouble = Outcome::Denied;
    door.store.answer();
    QCOMPARE(door.toasts(), QList{ToastKind::PasswordNotKept});
    QCOMPARE(door.talk.desk.connection.state(), ConnectionState::Connected);
}

void TestServerPasswords::reconnectsWithThePasswordItHas()
{
    Door door(Outcome::Done, u"s3cret"_s);
    door.refuse();
    door.store.answer();
    door.letIn();
    door.talk.loseLink();
    door.talk.waitForAttempt();
    QCOMPARE(door.tried(), u"s3cret"_s);
    door.letIn();
    QCOMPARE(door.store.reads, 1);
}

void TestServerPasswords::passwordServesTheBackup()
{
    Door door;
    const tlib::Endpoint primary{.host = u"a"_s, .port = 1};
    door.passwords.open(primary, {{.host = u"b"_s, .port = 2}});
    door.refuse();
    door.store.answer();
    door.passwords.answer(u"s3cret"_s, false);
    const auto &servers = door.talk.desk.connection.servers();
    QCOMPARE(servers.size(), 2);
    QCOMPARE(servers.first().password, u"s3cret"_s);
    QCOMPARE(servers.last().password, u"s3cret"_s);
}

void TestServerPasswords::passwordIsNotSentInClearToTheOther()
{
    Door door;
    const tlib::Endpoint primary{.host = u"a"_s, .port = 1, .secure = true};
    door.passwords.open(primary, {{.host = u"b"_s, .port = 2}});
    door.refuse();
    door.store.answer();
    QVERIFY(door.passwords.question()->isEncrypted);
    door.passwords.answer(u"s3cret"_s, false);
    QCOMPARE(door.talk.desk.connection.servers().first().password, u"s3cret"_s);
    QCOMPARE(door.talk.desk.connection.servers().last().password, QString());
}

void TestServerPasswords::anotherServerGetsAnotherPassword()
{
    Door door;
    door.refuse();
    door.store.answer();
    door.passwords.answer(u"s3cret"_s, false);
    door.letIn();
    door.passwords.open({.host = u"elsewhere"_s, .port = 1});
    QCOMPARE(door.tried(), QString());
}

void TestServerPasswords::postponedQuestionStays()
{
    Door door;
    door.refuse();
    door.store.answer();
    door.passwords.postpone();
    door.passwords.postpone();
    QCOMPARE(door.toasts(), QList{ToastKind::PasswordNeeded});
    QVERIFY(door.passwords.question()); // the menu asks it again
    door.passwords.answer(u"s3cret"_s, false);
    QVERIFY(door.toasts().isEmpty());
}

void TestServerPasswords::numberOfAnAgentsPasswordIsNotOurs()
{
    Door door;
    door.letIn();
    door.talk.link.push({.type = tlib::MessageType::EventError, .errorCode = tlib::errorcode::BadPassword});
    QCOMPARE(door.talk.desk.connection.state(), ConnectionState::Connected);
    QCOMPARE(door.store.reads, 0);
}

void TestServerPasswords::openingTakesTheQuestionBack()
{
    Door door;
    door.refuse();
    door.store.answer();
    door.open();
    QVERIFY(!door.passwords.question());
    QCOMPARE(door.talk.desk.connection.state(), ConnectionState::Connecting);
}

void TestServerPasswords::nothingIsHeardAfterClosing()
{
    Door door(Outcome::Done, u"s3cret"_s);
    door.refuse();
    const int before = door.talk.link.openings();
    door.passwords.close();
    door.store.answer();
    door.talk.clock.advance(1min);
    QCOMPARE(door.talk.link.openings(), before);
    QVERIFY(!door.passwords.question());
}

void TestServerPasswords::passwordStandsInNoErrorAndNoToast()
{
    Door door;
    door.refuse();
    door.store.answer();
    door.passwords.answer(u"c4nary"_s, true);
    door.refuse();
    door.passwords.postpone();
    for (const model::Toast &toast : door.talk.desk.toasts.toasts())
        QVERIFY(!toast.serverText.contains(u"c4nary"));
    const auto &trouble = door.talk.desk.connection.trouble();
    QVERIFY(!trouble || !core::toString(*trouble).contains(u"c4nary"));
    QVERIFY(!door.passwords.question()->server.contains(u"c4nary"));
}

TALLY_TEST(TestServerPasswords)

} // namespace tst_serverpasswords

#include "tst_serverpasswords.moc"
