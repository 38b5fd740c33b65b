#include "support/testprogram.h"
#include "widgets/windowtest.h"

#include "widgets/actions/namedvaluerows.h"
#include "widgets/actions/recordingoptionsdialog.h"

#include <QLineEdit>
#include <QRadioButton>

namespace tst_recordingoptionsdialog {

using namespace Qt::StringLiterals;
using support::Conversation;
using tlib::RecordingCommand;
using widgets::NamedValueRows;
using widgets::RecordingOptionsDialog;

namespace {

/// The dialog, opened from the first card's menu.
struct DialogTest : WindowTest
{
    void open(const QString &entryLabel)
    {
        entry(entryLabel, true)->trigger();
        QVERIFY(dialog());
        QVERIFY(dialog()->isVisible());
    }
    void openFor(const QString &word, const QString &entryLabel)
    {
        talk.connect();
        talk.talk(word.isEmpty() ? tlib::KvList() : Conversation::recording(word));
        open(entryLabel);
    }
    RecordingOptionsDialog *dialog() const { return find<RecordingOptionsDialog>(); }
    template <class Widget>
    Widget *in(const QString &name) const
    {
        return dialog()->findChild<Widget *>(name);
    }
    QLineEdit *field(const QString &name) const { return in<QLineEdit>(name); }
    QString text(const QString &name) const { return in<QLabel>(name)->text(); }
    void addRow(const QString &list, const QString &name, const QString &value)
    {
        auto *rows = in<NamedValueRows>(list);
        rows->findChild<QPushButton *>(u"add"_s)->click();
        const QList<QLineEdit *> fields = rows->findChildren<QLineEdit *>();
        fields.at(fields.size() - 2)->setText(name);
        fields.last()->setText(value);
    }
    tlib::RecordingService send()
    {
        in<QPushButton>(u"yes"_s)->click();
        const auto asked = talk.link.expect<tlib::RecordingService>();
        return asked ? asked->first : tlib::RecordingService();
    }
};

} // namespace

class TestRecordingOptionsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheCall();
    void nothingGivenSendsNothingMore();
    void sendsWhatWasGiven();
    void otherServicesKnowParamsAndReasonsAlone_data();
    void otherServicesKnowParamsAndReasonsAlone();
    void flawsStandUnderTheirFields();
    void emptyRowsAreNotGiven();
    void rowsAreTakenAway();
    void remembersNothing();
    void enterRecordsAndEscapeDoesNot();
    void tabWalksInReadingOrder();
    void stopIsNeverTheDefault();
    void somebodyElsesCallIsNamedAndNotTheDefault();
    void disabledWhileItIsNotPossible();
    void goesWithTheCall();
    void everyFieldHasAName();
};

void TestRecordingOptionsDialog::namesTheCall()
{
    DialogTest test;
    test.openFor({}, u"Record…"_s);
    QCOMPARE(test.text(u"title"_s), u"Record with options"_s);
    QCOMPARE(test.text(u"subject"_s), u"You are in a call with +493055501."_s);
    QVERIFY(test.text(u"sideMeaning"_s).endsWith(u'.'));
    QVERIFY(test.in<QRadioButton>(u"thisSide"_s)->isChecked());
}

void TestRecordingOptionsDialog::nothingGivenSendsNothingMore()
{
    DialogTest test;
    test.openFor({}, u"Record…"_s);
    const tlib::RecordingService sent = test.send();
    QCOMPARE(sent.command, RecordingCommand::Start);
    QVERIFY(sent.extensions.isNull());
    QVERIFY(sent.reasons.isNull());
    QTRY_VERIFY(!test.dialog());
}

void TestRecordingOptionsDialog::sendsWhatWasGiven()
{
    DialogTest test;
    test.openFor({}, u"Record…"_s);
    test.in<QRadioButton>(u"otherSide"_s)->click();
    test.field(u"id"_s)->setText(u" gold-17 "_s);
    test.field(u"dest"_s)->setText(u"sip:a@example.com"_s);
    test.field(u"dest2"_s)->setText(u"sip:b@example.com"_s);
    test.addRow(u"params"_s, u" retention "_s, u"90 d "_s);
    test.addRow(u"params"_s, u"segment"_s, u"gold"_s);
    test.addRow(u"reasons"_s, u"why"_s, u"complaint"_s);
    const tlib::RecordingService sent = test.send();
    tlib::KvList params, extensions, reasons;
    params.append("retention", u"90 d "_s);
    params.append("segment", u"gold"_s);
    extensions.append("record", u"destination"_s);
    extensions.append("Id", u"gold-17"_s);
    extensions.append("Dest", u"sip:a@example.com"_s);
    extensions.append("Dest2", u"sip:b@example.com"_s);
    extensions.append("Params", params);
    reasons.append("why", u"complaint"_s);
    QCOMPARE(sent.extensions, extensions);
    QCOMPARE(sent.reasons, reasons);
}

void TestRecordingOptionsDialog::otherServicesKnowParamsAndReasonsAlone_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QString>("title");
    QTest::addColumn<int>("command");
    QTest::newRow("pause") << u"ON"_s << u"Pause…"_s << u"Pause with options"_s
                           << int(RecordingCommand::Pause);
    QTest::newRow("resume") << u"PAUSED"_s << u"Resume…"_s << u"Resume with options"_s
                            << int(RecordingCommand::Resume);
    QTest::newRow("stop") << u"ON"_s << u"Stop…"_s << u"Stop with options"_s << int(RecordingCommand::Stop);
}

void TestRecordingOptionsDialog::otherServicesKnowParamsAndReasonsAlone()
{
    QFETCH(QString, word);
    QFETCH(QString, entry);
    QFETCH(QString, title);
    QFETCH(int, command);
    DialogTest test;
    test.openFor(word, entry);
    QCOMPARE(test.text(u"title"_s), title);
    for (const QString &name :
         {u"thisSide"_s, u"otherSide"_s, u"sideMeaning"_s, u"id"_s, u"dest"_s, u"dest2"_s, u"destFlaw"_s})
        QVERIFY2(!test.in<QWidget>(name)->isVisible(), qPrintable(name));
    test.addRow(u"params"_s, u"p"_s, u"1"_s);
    test.addRow(u"reasons"_s, u"r"_s, u"2"_s);
    const tlib::RecordingService sent = test.send();
    tlib::KvList params, extensions, reasons;
    params.append("p", u"1"_s);
    extensions.append("Params", params);
    reasons.append("r", u"2"_s);
    QCOMPARE(int(sent.command), command);
    QCOMPARE(sent.extensions, extensions);
    QCOMPARE(sent.reasons, reasons);
}

void TestRecordingOptionsDialog::flawsStandUnderTheirFields()
{
    DialogTest test;
    test.openFor({}, u"Record…"_s);
    auto *yes = test.in<QPushButton>(u"yes"_s);
    const auto verifyFlaw = [&](const QString &label) {
        QVERIFY2(!test.text(label).isEmpty(), qPrintable(label));
        QVERIFY(!yes->isEnabled());
        QCOMPARE(yes->toolTip(), test.text(label));
        QCOMPARE(yes->accessibleDescription(), test.text(label));
    };
    test.field(u"dest"_s)->setText(u"recorder"_s);
    verifyFlaw(u"destFlaw"_s);
    QCOMPARE(test.field(u"dest"_s)->accessibleDescription(), test.text(u"destFlaw"_s));
    test.field(u"dest"_s)->setText(u"sip:a@example.com"_s);
    QVERIFY(test.text(u"destFlaw"_s).isEmpty());
    QVERIFY(yes->isEnabled());
    test.field(u"dest2"_s)->setText(u"recorder"_s);
    verifyFlaw(u"dest2Flaw"_s);
    test.field(u"dest2"_s)->setText(u"sip:a@example.com"_s);
    verifyFlaw(u"dest2Flaw"_s);
    test.field(u"dest2"_s)->clear();
    test.addRow(u"params"_s, {}, u"90d"_s);
    verifyFlaw(u"paramsFlaw"_s);
    test.in<NamedValueRows>(u"params"_s)->findChildren<QLineEdit *>().first()->setText(u"x"_s);
    QVERIFY(yes->isEnabled());
    test.addRow(u"params"_s, u"x"_s, u"2"_s);
    verifyFlaw(u"paramsFlaw"_s);
    for (const QLineEdit *field : test.in<NamedValueRows>(u"params"_s)->findChildren<QLineEdit *>())
        QCOMPARE(field->property("flawed").toBool(), field->text() == u"x");
    test.in<NamedValueRows>(u"params"_s)->findChildren<QLineEdit *>().first()->setText(u"y"_s);
    test.addRow(u"reasons"_s, {}, u"complaint"_s);
    verifyFlaw(u"reasonsFlaw"_s);
    QTest::keyClick(test.field(u"id"_s), Qt::Key_Return);
    QVERIFY(test.talk.link.nothingSent());
}

void TestRecordingOptionsDialog::emptyRowsAreNotGiven()
{
    DialogTest test;
    test.openFor({}, u"Record…"_s);
    test.addRow(u"params"_s, {}, {});
    test.addRow(u"reasons"_s, u"  "_s, {});
    QVERIFY(test.in<QPushButton>(u"yes"_s)->isEnabled());
    const tlib::RecordingService sent = test.send();
    QVERIFY(sent.extensions.isNull());
    QVERIFY(sent.reasons.isNull());
}

void TestRecordingOptionsDialog::rowsAreTakenAway()
{
    DialogTest test;
    test.openFor({}, u"Record…"_s);
    test.addRow(u"params"_s, u"a"_s, u"1"_s);
    test.addRow(u"params"_s, u"b"_s, u"2"_s);
    auto *rows = test.in<NamedValueRows>(u"params"_s);
    const auto removers = [&] {
        QList<QPushButton *> found;
        for (QPushButton *button : rows->findChildren<QPushButton *>()) {
            if (button->accessibleName().startsWith(u"Remove"))
                found += button;
        }
        return found;
    };
    QCOMPARE(removers().first()->accessibleName(), u"Remove parameter 1"_s);
    removers().first()->click();
    QTRY_COMPARE(removers().size(), 1);
    QCOMPARE(removers().first()->accessibleName(), u"Remove parameter 1"_s);
    QCOMPARE(rows->values(), model::NamedValues({{u"b"_s, u"2"_s}}));
}

void TestRecordingOptionsDialog::remembersNothing()
{
    DialogTest test;
    test.openFor({}, u"Record…"_s);
    test.field(u"id"_s)->setText(u"gold-17"_s);
    test.addRow(u"params"_s, u"a"_s, u"1"_s);
    test.in<QPushButton>(u"no"_s)->click();
    QTRY_VERIFY(!test.dialog());
    QVERIFY(test.talk.link.nothingSent());
    test.open(u"Record…"_s);
    QVERIFY(test.field(u"id"_s)->text().isEmpty());
    QVERIFY(test.in<NamedValueRows>(u"params"_s)->values().isEmpty());
}

void TestRecordingOptionsDialog::enterRecordsAndEscapeDoesNot()
{
    DialogTest test;
    test.openFor({}, u"Record…"_s);
    QTest::keyClick(test.dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!test.dialog());
    QVERIFY(test.talk.link.nothingSent());
    test.open(u"Record…"_s);
    test.field(u"id"_s)->setText(u"gold-17"_s);
    QTest::keyClick(test.field(u"id"_s), Qt::Key_Return);
    QVERIFY(test.talk.link.expect<tlib::RecordingService>());
    QTRY_VERIFY(!test.dialog());
}

void TestRecordingOptionsDialog::tabWalksInReadingOrder()
{
    DialogTest test;
    test.openFor({}, u"Record…"_s);
    test.addRow(u"params"_s, u"a"_s, u"1"_s);
    test.addRow(u"params"_s, u"b"_s, u"2"_s);
    test.addRow(u"reasons"_s, u"c"_s, u"3"_s);
    QApplication::setActiveWindow(test.dialog());
    test.in<QRadioButton>(u"thisSide"_s)->setFocus();
    QTRY_VERIFY(test.in<QRadioButton>(u"thisSide"_s)->hasFocus());
    QPoint before(-1, -1);
    for (int i = 0; i < 16; ++i) { // as many as there are fields and buttons
        const QWidget *now = test.dialog()->focusWidget();
        const QPoint here = now->mapTo(test.dialog(), QPoint());
        const bool isFurther = here.y() > before.y() + 12 || here.x() > before.x();
        QVERIFY2(isFurther, qPrintable(now->accessibleName()));
        before = here;
        if (now == test.in<QPushButton>(u"yes"_s))
            return;
        QTest::keyClick(test.dialog()->focusWidget(), Qt::Key_Tab);
    }
    QFAIL("the button was not reached");
}

void TestRecordingOptionsDialog::stopIsNeverTheDefault()
{
    DialogTest test;
    test.openFor(u"ON"_s, u"Stop…"_s);
    QVERIFY(test.text(u"subject"_s).contains(u"goes on without a recording"));
    QVERIFY(!test.in<QPushButton>(u"yes"_s)->isDefault());
    QVERIFY(!test.in<QPushButton>(u"yes"_s)->autoDefault());
    QVERIFY(!test.in<QPushButton>(u"yes"_s)->hasFocus());
    test.addRow(u"params"_s, u"a"_s, u"1"_s);
    QTest::keyClick(test.in<NamedValueRows>(u"params"_s)->findChildren<QLineEdit *>().last(), Qt::Key_Return);
    QVERIFY(test.talk.link.nothingSent());
    QCOMPARE(test.send().command, RecordingCommand::Stop);
}

void TestRecordingOptionsDialog::somebodyElsesCallIsNamedAndNotTheDefault()
{
    DialogTest test;
    test.talkElsewhere(u"OFF"_s);
    test.open(u"Record…"_s);
    for (const QString &part : {u"Anna Berg (7002)"_s, u"+493055501"_s, u"as 7001"_s})
        QVERIFY2(test.text(u"subject"_s).contains(part), qPrintable(test.text(u"subject"_s)));
    QTest::keyClick(test.field(u"id"_s), Qt::Key_Return);
    QVERIFY(test.talk.link.nothingSent());
    test.field(u"id"_s)->setText(u"gold-17"_s);
    const tlib::RecordingService sent = test.send();
    QCOMPARE(sent.dn, Conversation::OwnDn);
    QCOMPARE(sent.call, Conversation::CallOne);
}

void TestRecordingOptionsDialog::disabledWhileItIsNotPossible()
{
    DialogTest test;
    test.openFor({}, u"Record…"_s);
    test.field(u"id"_s)->setText(u"gold-17"_s);
    test.talk.loseLink();
    auto *yes = test.in<QPushButton>(u"yes"_s);
    QVERIFY(!yes->isEnabled());
    QCOMPARE(test.text(u"why"_s), u"Nothing is sent while the link is down."_s);
    QCOMPARE(yes->accessibleDescription(), test.text(u"why"_s));
    QCOMPARE(test.field(u"id"_s)->text(), u"gold-17"_s);
    QTest::keyClick(test.field(u"id"_s), Qt::Key_Return);
    QVERIFY(test.talk.link.nothingSent());
}

void TestRecordingOptionsDialog::goesWithTheCall()
{
    DialogTest test;
    test.openFor({}, u"Record…"_s);
    test.talk.say(tlib::MessageType::EventReleased);
    QTRY_VERIFY(!test.dialog());
    QVERIFY(test.talk.link.nothingSent());
}

void TestRecordingOptionsDialog::everyFieldHasAName()
{
    DialogTest test;
    test.openFor({}, u"Record…"_s);
    test.addRow(u"params"_s, u"a"_s, u"1"_s);
    for (const QLineEdit *field : test.dialog()->findChildren<QLineEdit *>())
        QVERIFY(!field->accessibleName().isEmpty());
    for (const QPushButton *button : test.dialog()->findChildren<QPushButton *>())
        QVERIFY(!button->accessibleName().isEmpty() || !button->text().isEmpty());
    QCOMPARE(test.in<NamedValueRows>(u"params"_s)->findChildren<QLineEdit *>().last()->accessibleName(),
             u"Value of parameter 1"_s);
}

TALLY_GUI_TEST(TestRecordingOptionsDialog)

} // namespace tst_recordingoptionsdialog
#include "tst_recordingoptionsdialog.moc"
