#include "support/conversation.h"
#include "support/testprogram.h"
#include "widgets/parts/elidedlabel.h"
#include "widgets/replay/damagedialog.h"
#include "widgets/replay/replaywindow.h"

#include <QClipboard>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>

namespace tst_replaywindow {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::Conversation;
using tlib::MessageType;

namespace {

struct Replay
{
    Replay()
    {
        window.show();
        talk.connect();
    }
    QString label(const QString &name) const { return window.findChild<QLabel *>(name)->text(); }
    QTableView &table() const { return *window.findChild<QTableView *>(u"calls"_s); }

    Conversation talk;
    model::CallHistory history{talk.desk.calls, talk.desk.timeline, talk.clock};
    presentation::Theme theme{presentation::ThemeChoice::Light};
    widgets::ReplayWindow window{history, talk.clock, theme};
};

} // namespace

class TestReplayWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyLogSaysSo();
    void theSelectedCallShowsItsFiles();
    void whatWasSkippedIsCounted();
    void itOffersNothingForACall();
};

void TestReplayWindow::anEmptyLogSaysSo()
{
    Replay replay;
    QCOMPARE(replay.label(u"emptyTitle"_s), u"No call yet"_s);
    QVERIFY(!replay.table().isVisible());
    replay.window.setProgress({.file = u"/var/log/sip.log"_s, .bytes = 5, .size = 5, .isOver = true});
    QCOMPARE(replay.label(u"emptyTitle"_s), u"No call in this log"_s);
    QCOMPARE(replay.label(u"position"_s), u"End of the log · 14:26:23"_s);
    QCOMPARE(replay.window.windowTitle(), u"Replay of sip.log"_s);
}

void TestReplayWindow::theSelectedCallShowsItsFiles()
{
    Replay replay;
    replay.talk.talk(Conversation::recording(u"ON"_s));
    QVERIFY(replay.table().isVisible());
    auto *const copy = replay.window.findChild<QPushButton *>(u"copy"_s);
    QVERIFY(!copy->isEnabled());
    replay.table().selectRow(0);
    QVERIFY(copy->isEnabled());
    QCOMPARE(replay.label(u"selected"_s), u"7001, +493055501 · 006c029a6685d004"_s);
    QCOMPARE(replay.label(u"files"_s), u"file-1"_s);
    replay.talk.clock.advance(10s);
    replay.talk.sayRecording(u"ON"_s, u"file-2"_s);
    replay.talk.say(MessageType::EventReleased);
    QCOMPARE(replay.label(u"files"_s), u"file-1, file-2"_s);
    copy->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"file-1\nfile-2"_s);
    QGuiApplication::clipboard()->clear();
    replay.table().setFocus();
    QTest::keySequence(&replay.table(), QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"file-1\nfile-2"_s);
    auto *const strip = replay.window.findChild<widgets::TimelineStrip *>(u"strip"_s);
    QVERIFY2(strip->accessibleDescription().contains(u"Recording from 14:26:23 to 14:26:33 (00:10)"_s),
             qPrintable(strip->accessibleDescription()));
}

void TestReplayWindow::whatWasSkippedIsCounted()
{
    Replay replay;
    replay.talk.talk();
    QVERIFY(!replay.window.findChild<QPushButton *>(u"details"_s)->isVisible());
    replay.window.setProgress({.file = u"a.log"_s,
                               .bytes = 1,
                               .size = 2,
                               .messages = 12,
                               .skipped = 3,
                               .remarks = {u"line 7: <b>cut</b>"_s},
                               .speed = u"4 ×"_s});
    QCOMPARE(replay.label(u"counts"_s), u"1 call(s) · 12 message(s) · 3 damaged place(s)"_s);
    replay.window.findChild<QPushButton *>(u"details"_s)->click();
    const auto *const dialog = replay.window.findChild<widgets::DamageDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    const auto *const places = dialog->findChild<QPlainTextEdit *>(u"places"_s);
    QCOMPARE(places->toPlainText(), u"line 7: <b>cut</b>"_s); // as text, not as markup
    dialog->findChild<QPushButton *>(u"copy"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"line 7: <b>cut</b>"_s);
    QVERIFY(replay.label(u"position"_s).endsWith(u"4 ×"_s));
}

void TestReplayWindow::itOffersNothingForACall()
{
    Replay replay;
    replay.talk.talk(Conversation::recording(u"ON"_s));
    replay.table().selectRow(0);
    QStringList names;
    for (const auto *button : replay.window.findChildren<QPushButton *>())
        names.append(button->objectName());
    QCOMPARE(names, (QStringList{u"copy"_s, u"details"_s})); // of texts; neither is about a call
}

TALLY_GUI_TEST(TestReplayWindow)

} // namespace tst_replaywindow
#include "tst_replaywindow.moc"
