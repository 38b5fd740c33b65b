#include "support/testprogram.h"
#include "widgets/windowtest.h"

#include "widgets/actions/destinationdialog.h"

#include <QLineEdit>

namespace tst_destinationdialog {

using namespace Qt::StringLiterals;
using support::Conversation;
using widgets::DestinationDialog;

namespace {

struct DialogTest : WindowTest
{
    explicit DialogTest(const QString &entryLabel = u"Transfer…"_s)
    {
        talk.connect();
        talk.talk(Conversation::recording(u"ON"_s));
        entry(entryLabel)->trigger();
    }
    DestinationDialog *dialog() const { return find<DestinationDialog>(); }
    QLineEdit *number() const { return dialog()->findChild<QLineEdit *>(u"number"_s); }
    QPushButton *choice(const QString &name) const { return dialog()->findChild<QPushButton *>(name); }
    QString text(const QString &name) const { return dialog()->findChild<QLabel *>(name)->text(); }
};

} // namespace

class TestDestinationDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatBecomesOfTheRecording();
    void numberIsAskedForFirst();
    void numbersAreTakenAsPeopleWriteThem_data();
    void numbersAreTakenAsPeopleWriteThem();
    void flawedNumbersSayWhatIsWrong_data();
    void flawedNumbersSayWhatIsWrong();
    void enterMeansWhatWasAskedFor();
    void escapeSendsNothing();
    void disabledWhileTheLinkIsDown();
    void goesWithTheCall();
    void tabGoesFromTheNumberToTheChoices();
};

void TestDestinationDialog::saysWhatBecomesOfTheRecording()
{
    DialogTest test;
    QVERIFY(test.dialog());
    QCOMPARE(test.text(u"title"_s), u"Transfer the call with +493055501"_s);
    QCOMPARE(test.dialog()->windowTitle(), test.text(u"title"_s));
    const QString before = test.text(u"outlook"_s);
    QVERIFY(before.startsWith(u"Transferring ends this recording."));
    QCOMPARE(test.dialog()->accessibleDescription(), before);
    test.talk.sayRecording(u"OFF"_s);
    QVERIFY(test.text(u"outlook"_s) != before);
}

void TestDestinationDialog::numberIsAskedForFirst()
{
    DialogTest test;
    QCOMPARE(test.number()->accessibleName(), u"Number or DN to call"_s);
    QCOMPARE(test.dialog()->focusWidget(), test.number());
    for (const QString &name : {u"consult"_s, u"transfer"_s}) {
        QVERIFY(!test.choice(name)->isEnabled());
        QCOMPARE(test.choice(name)->accessibleDescription(), test.text(u"why"_s));
    }
    QVERIFY(test.text(u"why"_s).endsWith(u'.'));
    QTest::keyClick(test.number(), Qt::Key_Return);
    QVERIFY(test.talk.link.nothingSent());
    test.number()->setText(u"7003"_s);
    QVERIFY(test.text(u"why"_s).isEmpty());
    QVERIFY(test.choice(u"consult"_s)->isEnabled());
    QVERIFY(test.choice(u"transfer"_s)->isEnabled());
}

void TestDestinationDialog::numbersAreTakenAsPeopleWriteThem_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("sent");
    QTest::newRow("a DN") << u"7003"_s << u"7003"_s;
    QTest::newRow("spaces, a slash and brackets are left out") << u" +49 (30) 55-50/1 "_s << u"+493055501"_s;
    QTest::newRow("a star and a hash stay") << u"*21#"_s << u"*21#"_s;
    QTest::newRow("a name stays as it is") << u"desk-b.7"_s << u"desk-b.7"_s;
}

void TestDestinationDialog::numbersAreTakenAsPeopleWriteThem()
{
    QFETCH(QString, typed);
    QFETCH(QString, sent);
    DialogTest test;
    test.talk.desk.calls.update(Conversation::CallOne, [](model::Call &call) {
        call.otherParty = tlib::Dn(u"+33155502"_s);
        return model::CallChange::Parties;
    });
    test.number()->setText(typed);
    test.choice(u"transfer"_s)->click();
    const auto asked = test.talk.link.expect<tlib::SingleStepTransfer>();
    QVERIFY(asked);
    QCOMPARE(asked->first.destination.toString(), sent);
    QCOMPARE(asked->first.call, Conversation::CallOne);
    QTRY_VERIFY(!test.dialog());
}

void TestDestinationDialog::flawedNumbersSayWhatIsWrong_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("nothing") << u"   "_s;
    QTest::newRow("nothing but what parts digits") << u"- / ()"_s;
    QTest::newRow("the own DN") << u"7001"_s;
    QTest::newRow("who is in the call already") << u"+49 30 55501"_s;
    QTest::newRow("two words") << u"desk b"_s;
}

void TestDestinationDialog::flawedNumbersSayWhatIsWrong()
{
    QFETCH(QString, typed);
    DialogTest test;
    test.number()->setText(typed);
    QVERIFY(test.text(u"why"_s).endsWith(u'.'));
    QVERIFY(!test.choice(u"consult"_s)->isEnabled());
    QVERIFY(!test.choice(u"transfer"_s)->isEnabled());
    QTest::keyClick(test.number(), Qt::Key_Return);
    QVERIFY(test.talk.link.nothingSent());
}

void TestDestinationDialog::enterMeansWhatWasAskedFor()
{
    DialogTest transfer;
    transfer.number()->setText(u"7003"_s);
    QTest::keyClick(transfer.number(), Qt::Key_Return);
    QVERIFY(transfer.talk.link.expect<tlib::SingleStepTransfer>());
    DialogTest consult(u"Consult…"_s);
    consult.number()->setText(u"7003"_s);
    QTest::keyClick(consult.number(), Qt::Key_Return);
    const auto asked = consult.talk.link.expect<tlib::InitiateTransfer>();
    QVERIFY(asked);
    QCOMPARE(asked->first.destination.toString(), u"7003"_s);
}

void TestDestinationDialog::escapeSendsNothing()
{
    DialogTest test;
    test.number()->setText(u"7003"_s);
    QTest::keyClick(test.dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!test.dialog());
    QVERIFY(test.talk.link.nothingSent());
}

void TestDestinationDialog::disabledWhileTheLinkIsDown()
{
    DialogTest test;
    test.number()->setText(u"7003"_s);
    test.talk.loseLink();
    QCOMPARE(test.text(u"why"_s), u"Nothing is sent while the link is down."_s);
    QVERIFY(!test.choice(u"consult"_s)->isEnabled());
    QVERIFY(!test.choice(u"transfer"_s)->isEnabled());
    QCOMPARE(test.number()->text(), u"7003"_s);
}

void TestDestinationDialog::goesWithTheCall()
{
    DialogTest test;
    test.talk.say(tlib::MessageType::EventReleased);
    QTRY_VERIFY(!test.dialog());
}

void TestDestinationDialog::tabGoesFromTheNumberToTheChoices()
{
    DialogTest test;
    test.number()->setText(u"7003"_s);
    QApplication::setActiveWindow(test.dialog());
    QTRY_VERIFY(test.number()->hasFocus());
    for (const QString &name : {u"consult"_s, u"transfer"_s, u"cancel"_s}) {
        QTest::keyClick(test.dialog()->focusWidget(), Qt::Key_Tab);
        QCOMPARE(test.dialog()->focusWidget()->objectName(), name);
    }
}

TALLY_GUI_TEST(TestDestinationDialog)

} // namespace tst_destinationdialog
#include "tst_destinationdialog.moc"
