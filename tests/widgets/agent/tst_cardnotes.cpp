#include "support/testprogram.h"
#include "widgets/windowtest.h"

#include "widgets/dialogs/notice.h"
#include "widgets/parts/elidedlabel.h"

#include <QPlainTextEdit>

namespace tst_cardnotes {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::Conversation;
using tlib::MessageType;
using widgets::Notice;

/// What a card says beside the light: what the call is about, that its pause ends by itself, whom to drop.
class TestCardNotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNamedStandsOnTheCardTheRestBehindALink();
    void withoutDataThereIsNoLink();
    void aResumeThatIsAnnouncedCanBePutOff();
    void oneOfAConferenceIsDropped();

private:
    static QString summary(const WindowTest &test) { return test.label(u"summary"_s)->text(); }
};

void TestCardNotes::whatIsNamedStandsOnTheCardTheRestBehindALink()
{
    WindowTest test;
    test.window.resize(900, 700);
    test.window.showCaseData(
        {.named = {u"CustomerSegment"_s}, .hidden = {u"GSIP_RECORD"_s, u"GSIP_REC_FN"_s}});
    test.talk.connect();
    tlib::KvList data = Conversation::recording(u"On"_s);
    data.append("Topic", u"<b>Order</b>");
    test.talk.talk(data);
    QVERIFY2(summary(test).contains(u"CustomerSegment: gold"_s), qPrintable(summary(test)));
    QVERIFY(!summary(test).contains(u"Topic"_s));
    QVERIFY(test.button(u"data"_s)->isVisible());
    test.press(u"data"_s);
    auto *const notice = test.find<Notice>();
    QVERIFY(notice);
    const QString all = notice->findChild<QPlainTextEdit *>()->toPlainText();
    QVERIFY2(all.contains(u"<b>Order</b>"_s) && all.contains(u"gold"_s), qPrintable(all));
    QVERIFY2(!all.contains(u"GSIP_RECORD"_s) && !all.contains(u"file-1"_s), qPrintable(all));
}

void TestCardNotes::withoutDataThereIsNoLink()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk();
    QVERIFY(!test.button(u"data"_s)->isVisible());
}

void TestCardNotes::aResumeThatIsAnnouncedCanBePutOff()
{
    WindowTest test;
    test.talk.desk.guard.setLimits({.general = 60s, .resumes = true});
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"On"_s));
    test.talk.sayRecording(u"Paused"_s);
    QVERIFY(!test.button(u"keepPaused"_s)->isVisible());
    test.talk.clock.advance(41s);
    QVERIFY(test.button(u"keepPaused"_s)->isVisible());
    const auto *const file = test.window.findChild<widgets::ElidedLabel *>(u"file"_s);
    QVERIFY2(file->text().startsWith(u"Resumes by itself in 1"_s), qPrintable(file->text()));
    QCoreApplication::processEvents();
    test.press(u"keepPaused"_s);
    QVERIFY(!test.button(u"keepPaused"_s)->isVisible());
    test.talk.clock.advance(30s);
    QVERIFY(test.talk.link.nothingSent());
}

void TestCardNotes::oneOfAConferenceIsDropped()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk();
    tlib::Event joined = test.talk.event(MessageType::EventPartyAdded);
    joined.otherDn = tlib::Dn(u"7003"_s);
    test.talk.link.push(joined);
    QMenu *const menu = test.button(u"more"_s)->menu();
    Q_EMIT menu->aboutToShow();
    QAction *drop = nullptr;
    for (QMenu *each : menu->findChildren<QMenu *>()) {
        for (QAction *action : each->actions()) {
            if (action->text() == u"Desk 7003" || action->text() == u"7003")
                drop = action;
        }
    }
    QVERIFY(drop);
    QVERIFY2(drop->isEnabled(), qPrintable(drop->toolTip()));
    drop->trigger();
    for (auto *question : test.window.findChildren<QDialog *>()) {
        if (auto *const yes = question->findChild<QPushButton *>(u"yes"_s))
            yes->click();
    }
    const auto sent = test.talk.link.expect<tlib::DeleteFromConference>();
    QVERIFY(sent);
    QCOMPARE(sent->first.party, tlib::Dn(u"7003"_s));
}

TALLY_GUI_TEST(TestCardNotes)

} // namespace tst_cardnotes

#include "tst_cardnotes.moc"
