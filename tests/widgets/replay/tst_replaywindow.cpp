#include "support/conversation.h"
#include "support/testprogram.h"
#include "widgets/parts/elidedlabel.h"
#include "widgets/parts/timelinestrip.h"
#include "widgets/replay/damagedialog.h"
#include "widgets/replay/replaywindow.h"

#include <QClipboard>
#include <QDropEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>

namespace tst_replaywindow {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::Conversation;
using tlib::MessageType;
using Phase = widgets::ReplayProgress::Phase;

namespace {

struct Replay
{
    Replay()
    {
        window.showLog(history, talk.clock, false);
        window.show();
        talk.connect();
    }
    QString label(const QString &name) const { return window.findChild<QLabel *>(name)->text(); }
    QPushButton *button(const QString &name) const { return window.findChild<QPushButton *>(name); }
    QTableView &table() const { return *window.findChild<QTableView *>(u"calls"_s); }

    /// Changes are shown a few times a second.
    void look() { pace.advance(1s); }

    support::ManualClock pace;
    Conversation talk;
    model::CallHistory history{talk.desk.calls, talk.desk.timeline, talk.clock};
    presentation::Theme theme{presentation::ThemeChoice::Light};
    widgets::ReplayWindow window{pace, theme};
};

} // namespace

class TestReplayWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatItDoes_data();
    void saysWhatItDoes();
    void anEmptyLogSaysSo();
    void theSelectedCallShowsItsFiles();
    void theChosenCallStaysChosen();
    void whatWasSkippedIsCounted();
    void remarksWithoutDamageAreShown();
    void itOffersNothingForACall();
    void whatIsAskedForIsSaid();
    void thePositionIsSetByKeyboardAndMouse();
    void findsAsOneTypes();
    void takesFilesThatAreDropped();
    void noMnemonicStandsTwice();
};

void TestReplayWindow::saysWhatItDoes_data()
{
    QTest::addColumn<widgets::ReplayProgress>("progress");
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing") << widgets::ReplayProgress{} << QString();
    QTest::newRow("reading") << widgets::ReplayProgress{.phase = Phase::Reading, .bytes = 30, .size = 120}
                             << u"Reading: 25 %"_s;
    QTest::newRow("of an empty file")
        << widgets::ReplayProgress{.phase = Phase::Reading} << u"Reading: 0 %"_s;
    QTest::newRow("playing") << widgets::ReplayProgress{.phase = Phase::Playing} << u"Playing"_s;
    QTest::newRow("paused") << widgets::ReplayProgress{.phase = Phase::Paused} << u"Paused"_s;
    QTest::newRow("waiting") << widgets::ReplayProgress{.phase = Phase::Waiting} << u"Waiting for more"_s;
    QTest::newRow("over") << widgets::ReplayProgress{.phase = Phase::Over} << u"End of the log"_s;
    QTest::newRow("broken") << widgets::ReplayProgress{.phase = Phase::Broken} << u"Cannot be read on"_s;
}

void TestReplayWindow::saysWhatItDoes()
{
    QFETCH(widgets::ReplayProgress, progress);
    Replay replay;
    replay.window.setProgress(progress);
    QTEST(replay.label(u"phase"_s), "said");
    QCOMPARE(replay.window.findChild<QProgressBar *>(u"progress"_s)->isVisible(),
             progress.phase == Phase::Reading);
}

void TestReplayWindow::anEmptyLogSaysSo()
{
    Replay replay;
    QCOMPARE(replay.label(u"emptyTitle"_s), u"No log is open"_s);
    QCOMPARE(replay.label(u"file"_s), u"No log is open"_s);
    QVERIFY(!replay.button(u"save"_s)->isEnabled() && !replay.button(u"pause"_s)->isEnabled());
    replay.window.setProgress({.phase = Phase::Playing, .file = u"/var/log/sip.log"_s});
    QCOMPARE(replay.label(u"emptyTitle"_s), u"No call yet"_s);
    QVERIFY(!replay.table().isVisible());
    replay.window.setProgress({.phase = Phase::Over,
                               .file = u"/var/log/sip.log"_s,
                               .moreFiles = 2,
                               .length = 90s,
                               .wall = replay.talk.clock.wallTime()});
    QCOMPARE(replay.label(u"emptyTitle"_s), u"No call in this log"_s);
    QCOMPARE(replay.label(u"time"_s), u"14:26:23 of 14:27:53"_s);
    replay.window.setProgress({.phase = Phase::Reading, // its end is not known
                               .file = u"/var/log/sip.log"_s,
                               .moreFiles = 2,
                               .position = 24h,
                               .length = 24h,
                               .wall = replay.talk.clock.wallTime()});
    QVERIFY2(replay.label(u"time"_s).endsWith(u" 14:26:23"),
             qPrintable(replay.label(u"time"_s))); // of which day
    QVERIFY(!replay.label(u"time"_s).contains(u" of "));
    QCOMPARE(replay.window.windowTitle(), u"Replay of sip.log and 2 more file(s)"_s);
}

void TestReplayWindow::theSelectedCallShowsItsFiles()
{
    Replay replay;
    replay.talk.talk(Conversation::recording(u"ON"_s));
    replay.look();
    QVERIFY(replay.table().isVisible());
    auto *const copy = replay.button(u"copy"_s);
    QVERIFY(!copy->isEnabled());
    replay.table().selectRow(0);
    QVERIFY(copy->isEnabled());
    QCOMPARE(replay.label(u"selected"_s), u"7001, +493055501 · 006c029a6685d004"_s);
    QCOMPARE(replay.label(u"files"_s), u"file-1"_s);
    replay.talk.clock.advance(10s);
    replay.talk.sayRecording(u"ON"_s, u"file-2"_s);
    replay.talk.say(MessageType::EventReleased);
    replay.look();
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

void TestReplayWindow::theChosenCallStaysChosen()
{
    Replay replay;
    for (const quint64 id : {1, 2, 3}) {
        replay.talk.talk(Conversation::recording(u"ON"_s), tlib::ConnId(id));
        replay.talk.clock.advance(10s);
    }
    replay.look();
    const auto chosen = [&replay] { return replay.label(u"selected"_s).right(1); };
    replay.table().selectRow(0);
    QCOMPARE(chosen(), u"1"_s);
    replay.table().horizontalHeader()->setSortIndicator(presentation::CallRecordModel::Call,
                                                        Qt::DescendingOrder);
    QCOMPARE(chosen(), u"1"_s);
    QCOMPARE(replay.table().currentIndex().row(), 2);
    auto *const find = replay.window.findChild<QLineEdit *>(u"find"_s);
    find->setText(u"0002"_s);
    QVERIFY(!replay.table().currentIndex().isValid());
    find->clear();
    QCOMPARE(chosen(), u"1"_s);
    replay.window.showLog(replay.history, replay.talk.clock, true); // at another position
    QCOMPARE(chosen(), u"1"_s);
    replay.window.showLog(replay.history, replay.talk.clock, false);
    QVERIFY(!replay.table().currentIndex().isValid());
}

void TestReplayWindow::whatWasSkippedIsCounted()
{
    Replay replay;
    replay.talk.talk();
    replay.look();
    QVERIFY(!replay.button(u"details"_s)->isVisible());
    replay.window.setProgress({.phase = Phase::Playing,
                               .file = u"a.log"_s,
                               .calls = 1,
                               .messages = 12,
                               .damaged = 3,
                               .account = u"a.log: 12 messages"_s,
                               .remarks = {u"line 7: <b>cut</b>"_s},
                               .speed = 4});
    QCOMPARE(replay.label(u"counts"_s), u"1 call(s) · 12 message(s) · 3 damaged place(s)"_s);
    replay.button(u"details"_s)->click();
    const auto *const dialog = replay.window.findChild<widgets::DamageDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    const auto *const places = dialog->findChild<QPlainTextEdit *>(u"places"_s);
    const QString all = u"a.log: 12 messages\nline 7: <b>cut</b>"_s; // as text, not as markup
    QCOMPARE(places->toPlainText(), all);
    dialog->findChild<QPushButton *>(u"copy"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), all);
    QCOMPARE(replay.button(u"speed"_s)->text(), u"4 ×"_s);
}

void TestReplayWindow::remarksWithoutDamageAreShown()
{
    Replay replay;
    replay.window.setProgress({.phase = Phase::Over,
                               .file = u"a.log"_s,
                               .account = u"a.log: 1"_s,
                               .remarks = {u"line 1: nothing says when"_s}});
    QVERIFY(replay.label(u"counts"_s).endsWith(u"1 remark(s)"_s));
    QVERIFY(replay.button(u"details"_s)->isVisible());
}

void TestReplayWindow::itOffersNothingForACall()
{
    Replay replay;
    replay.talk.talk(Conversation::recording(u"ON"_s));
    replay.look();
    replay.table().selectRow(0);
    QStringList names;
    for (const auto *button : replay.window.findChildren<QPushButton *>())
        names.append(button->objectName());
    names.sort();
    QCOMPARE(names, (QStringList{u"copy"_s, u"details"_s, u"open"_s, u"pause"_s, u"save"_s, u"speed"_s}));
}

void TestReplayWindow::whatIsAskedForIsSaid()
{
    Replay replay;
    QSignalSpy pause(&replay.window, &widgets::ReplayWindow::pauseRequested);
    QSignalSpy speed(&replay.window, &widgets::ReplayWindow::speedRequested);
    widgets::ReplayProgress progress{.phase = Phase::Playing, .file = u"a.log"_s, .length = 60s};
    replay.window.setProgress(progress);
    QCOMPARE(replay.button(u"pause"_s)->text(), u"&Pause"_s);
    replay.button(u"pause"_s)->click();
    QCOMPARE(pause.takeFirst().first().toBool(), true);
    progress.isPaused = true;
    replay.window.setProgress(progress);
    QCOMPARE(replay.button(u"pause"_s)->text(), u"&Go on"_s);
    replay.button(u"pause"_s)->click();
    QCOMPARE(pause.takeFirst().first().toBool(), false);
    replay.button(u"speed"_s)->menu()->actions().last()->trigger();
    QCOMPARE(speed.takeFirst().first().toDouble(), 0.0); // at once
    progress.follows = true;
    replay.window.setProgress(progress);
    QVERIFY(!replay.button(u"speed"_s)->isEnabled());
    QVERIFY(!replay.button(u"speed"_s)->toolTip().isEmpty());
}

void TestReplayWindow::thePositionIsSetByKeyboardAndMouse()
{
    Replay replay;
    QSignalSpy asked(&replay.window, &widgets::ReplayWindow::positionRequested);
    auto *const slider = replay.window.findChild<QSlider *>(u"position"_s);
    QVERIFY(!slider->isEnabled());
    replay.window.setProgress(
        {.phase = Phase::Playing, .file = u"a.log"_s, .position = 100s, .length = 1000s});
    QCOMPARE(asked.size(), 0); // nobody has asked
    QCOMPARE(slider->value(), 100);
    const auto position = [&asked] { return asked.takeLast().first().value<core::Duration>(); };
    QTest::keyClick(slider, Qt::Key_Right);
    QCOMPARE(position(), 110s);
    QTest::keyClick(slider, Qt::Key_PageUp);
    QCOMPARE(position(), 170s);
    QTest::keyClick(slider, Qt::Key_Home);
    QCOMPARE(position(), 0s);
    QTest::keyClick(slider, Qt::Key_End);
    QCOMPARE(position(), 1000s);
    QTest::mouseClick(slider, Qt::LeftButton, {}, slider->rect().center());
    const auto middle = position();
    QVERIFY2(middle > 480s && middle < 520s, qPrintable(QString::number(middle.count())));
}

void TestReplayWindow::findsAsOneTypes()
{
    Replay replay;
    replay.talk.talk();
    replay.look();
    replay.window.setProgress({.phase = Phase::Over, .file = u"a.log"_s, .calls = 1});
    auto *const find = replay.window.findChild<QLineEdit *>(u"find"_s);
    replay.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&replay.window));
    QTest::keySequence(&replay.window, QKeySequence::Find);
    QVERIFY(find->hasFocus());
    QTest::keyClicks(find, u"nobody"_s);
    QCOMPARE(replay.label(u"emptyTitle"_s), u"No call found"_s);
    QVERIFY(!replay.table().isVisible());
    QVERIFY2(replay.label(u"counts"_s).contains(u"0 shown"), qPrintable(replay.label(u"counts"_s)));
    QTest::keyClick(find, Qt::Key_Escape);
    QVERIFY(find->text().isEmpty() && replay.table().isVisible());
}

void TestReplayWindow::takesFilesThatAreDropped()
{
    Replay replay;
    QSignalSpy asked(&replay.window, &widgets::ReplayWindow::openRequested);
    const auto drop = [&replay](const QList<QUrl> &urls) {
        QMimeData data;
        data.setUrls(urls);
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&replay.window, &enter);
        QDropEvent event({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&replay.window, &event);
    };
    drop({QUrl(u"https://host.example/a.log"_s)});
    QCOMPARE(asked.size(), 0);
    drop({QUrl::fromLocalFile(u"/tmp/a.log"_s), QUrl::fromLocalFile(u"/tmp/b.log"_s)});
    QCOMPARE(asked.takeFirst().first().toStringList(), (QStringList{u"/tmp/a.log"_s, u"/tmp/b.log"_s}));
}

void TestReplayWindow::noMnemonicStandsTwice()
{
    Replay replay;
    for (const bool isPaused : {false, true}) {
        replay.window.setProgress({.phase = Phase::Playing, .account = u"one"_s, .isPaused = isPaused});
        QSet<QKeySequence> seen;
        for (const auto *button : replay.window.findChildren<QPushButton *>()) {
            const QKeySequence key = QKeySequence::mnemonic(button->text());
            QVERIFY2(key.isEmpty() || !seen.contains(key), qPrintable(button->text()));
            seen.insert(key);
        }
    }
}

TALLY_GUI_TEST(TestReplayWindow)

} // namespace tst_replaywindow
#include "tst_replaywindow.moc"
