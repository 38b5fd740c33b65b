#include "support/testprogram.h"
#include "widgets/windowtest.h"

#include "model/linktoasts.h"
#include "support/fakepasswordstore.h"
#include "widgets/desk/programmenu.h"
#include "widgets/settings/passworddialog.h"

#include <QCheckBox>
#include <QLineEdit>

namespace tst_passworddialog {

using namespace Qt::StringLiterals;
using model::ConnectionState;
using model::ServerPasswords;
using Outcome = model::PasswordStore::Outcome;
using widgets::PasswordDialog;

namespace {

/// A window whose server has refused to let it in without a password.
struct DialogTest : WindowTest
{
    explicit DialogTest(Outcome keychain = Outcome::Done, bool isSecure = true)
        : passwords(talk.desk.connection, store, talk.clock)
        , linkToasts(talk.desk.toasts)
    {
        linkToasts.follow(passwords);
        store.trouble = keychain;
        window.askForPasswords(passwords);
        passwords.open({.host = u"sip-prim.example"_s, .port = 7007, .secure = isSecure});
        refuse();
        store.answer();
    }
    void refuse()
    {
        talk.link.accept();
        talk.link.push({.type = tlib::MessageType::EventError, .errorCode = tlib::errorcode::BadPassword});
        talk.link.lose();
    }
    PasswordDialog *dialog() const { return find<PasswordDialog>(); }
    QLineEdit *password() const { return dialog()->findChild<QLineEdit *>(u"password"_s); }
    QCheckBox *keep() const { return dialog()->findChild<QCheckBox *>(u"keep"_s); }
    QString text(const QString &name) const { return dialog()->findChild<QLabel *>(name)->text(); }
    QAction *again() const { return find<widgets::ProgramMenu>()->entry(widgets::MenuEntry::Password); }

    support::FakePasswordStore store;
    ServerPasswords passwords;
    model::LinkToasts linkToasts;
};

} // namespace

class TestPasswordDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForThePasswordOfTheServer();
    void passwordIsNotShownAndNotLeftBehind();
    void enterConnects();
    void keptInTheKeychainOnRequest();
    void row49SaysThatThereIsNoKeychain_data();
    void row49SaysThatThereIsNoKeychain();
    void refusedPasswordIsSaid();
    void unencryptedConnectionIsSaid();
    void escapePostpones();
    void goesWithTheQuestion();
    void inTheMiddleOfTheWorkAToastAsks();
};

void TestPasswordDialog::asksForThePasswordOfTheServer()
{
    DialogTest test;
    QVERIFY(test.dialog());
    QCOMPARE(test.text(u"title"_s), u"Password for sip-prim.example:7007"_s);
    QCOMPARE(test.dialog()->windowTitle(), test.text(u"title"_s));
    QCOMPARE(test.dialog()->accessibleDescription(), test.text(u"reason"_s));
    QCOMPARE(test.dialog()->focusWidget(), test.password());
    QCOMPARE(test.password()->accessibleName(), u"Password"_s);
    QVERIFY(!test.dialog()->findChild<QPushButton *>(u"connectNow"_s)->isEnabled());
    QVERIFY(!test.keep()->isChecked());
    QVERIFY(test.keep()->height() >= 24);
    QVERIFY(!test.text(u"reason"_s).contains(u"not encrypted"));
}

void TestPasswordDialog::passwordIsNotShownAndNotLeftBehind()
{
    DialogTest test;
    QTest::keyClicks(test.password(), u"c4nary"_s);
    QCOMPARE(test.password()->echoMode(), QLineEdit::Password);
    QVERIFY(!test.password()->displayText().contains(u"c4nary"));
    QVERIFY(!test.dialog()->accessibleDescription().contains(u"c4nary"));
    QPointer<QLineEdit> field = test.password();
    test.dialog()->findChild<QPushButton *>(u"connectNow"_s)->click();
    QVERIFY(!field || field->text().isEmpty());
}

void TestPasswordDialog::enterConnects()
{
    DialogTest test;
    QTest::keyClicks(test.password(), u"s3cret"_s);
    QTest::keyClick(test.password(), Qt::Key_Return);
    QTRY_VERIFY(!test.dialog());
    QCOMPARE(test.talk.link.endpoint().password, u"s3cret"_s);
    test.talk.reconnect();
    QCOMPARE(test.talk.desk.connection.state(), ConnectionState::Connected);
    QVERIFY(test.talk.desk.toasts.toasts().isEmpty());
    QVERIFY(!test.again()->isVisible());
}

void TestPasswordDialog::keptInTheKeychainOnRequest()
{
    DialogTest test;
    QTest::keyClicks(test.password(), u"s3cret"_s);
    test.keep()->click();
    QTest::keyClick(test.password(), Qt::Key_Return);
    test.talk.reconnect();
    test.store.answer();
    QCOMPARE(test.store.entries.value(u"sip-prim.example:7007"_s), u"s3cret"_s);
}

void TestPasswordDialog::row49SaysThatThereIsNoKeychain_data()
{
    QTest::addColumn<Outcome>("keychain");
    QTest::addColumn<QString>("said");
    QTest::newRow("there is none")
        << Outcome::NoKeychain
        << u"There is no keychain on this computer, so the password is asked for each time."_s;
    QTest::newRow("it is locked") << Outcome::Denied
                                  << u"The keychain is locked or may not be used, so the password is asked "
                                     u"for each time: unlock it, and "
                                     "allow Tallylight to use it."_s;
}

void TestPasswordDialog::row49SaysThatThereIsNoKeychain()
{
    QFETCH(Outcome, keychain);
    QFETCH(QString, said);
    DialogTest test(keychain);
    QVERIFY(!test.keep()->isVisible());
    QCOMPARE(test.text(u"keychain"_s), said);
    QCOMPARE(test.password()->accessibleDescription(), said);
    QTest::keyClicks(test.password(), u"s3cret"_s);
    QTest::keyClick(test.password(), Qt::Key_Return);
    test.talk.reconnect();
    QCOMPARE(test.talk.desk.connection.state(), ConnectionState::Connected);
}

void TestPasswordDialog::refusedPasswordIsSaid()
{
    DialogTest test;
    QTest::keyClicks(test.password(), u"wrong"_s);
    QTest::keyClick(test.password(), Qt::Key_Return);
    QTRY_VERIFY(!test.dialog());
    test.refuse();
    QVERIFY(test.dialog());
    QVERIFY(test.text(u"reason"_s).contains(u"refused"));
    QVERIFY(test.password()->text().isEmpty());
}

void TestPasswordDialog::unencryptedConnectionIsSaid()
{
    DialogTest test(Outcome::Done, false);
    QVERIFY(test.text(u"reason"_s).contains(u"not encrypted"));
}

void TestPasswordDialog::escapePostpones()
{
    DialogTest test;
    QTest::keyClick(test.dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!test.dialog());
    QCOMPARE(test.talk.desk.toasts.toasts().size(), 1);
    QVERIFY(test.again()->isVisible());
    test.again()->trigger();
    QVERIFY(test.dialog());
}

void TestPasswordDialog::goesWithTheQuestion()
{
    DialogTest test;
    test.passwords.close();
    QTRY_VERIFY(!test.dialog());
    QVERIFY(test.talk.desk.toasts.toasts().isEmpty());
}

void TestPasswordDialog::inTheMiddleOfTheWorkAToastAsks()
{
    DialogTest test;
    QTest::keyClicks(test.password(), u"s3cret"_s);
    QTest::keyClick(test.password(), Qt::Key_Return);
    test.talk.reconnect();
    test.talk.talk(support::Conversation::recording(u"ON"_s));
    QTRY_VERIFY(!test.dialog());
    test.talk.loseLink(); // the server comes back with another password
    test.talk.waitForAttempt();
    test.refuse();
    test.store.answer();
    QVERIFY(test.passwords.question());
    QVERIFY(!test.dialog());
    QPushButton *const enter = test.button(u"retry"_s);
    QVERIFY(enter && enter->isVisible() && enter->isEnabled());
    QCOMPARE(enter->text(), u"Enter password"_s);
    test.press(u"retry"_s);
    QVERIFY(test.dialog());
    QTest::keyClicks(test.password(), u"other"_s);
    QTest::keyClick(test.password(), Qt::Key_Return);
    test.talk.reconnect();
    QVERIFY(test.talk.desk.toasts.toasts().isEmpty());
}

TALLY_GUI_TEST(TestPasswordDialog)

} // namespace tst_passworddialog
#include "tst_passworddialog.moc"
