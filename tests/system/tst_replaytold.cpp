#include "app/replay/replay.h"
#include "presentation/tables/calllines.h"
#include "support/logstory.h"
#include "support/program.h"
#include "support/testprogram.h"
#include "widgets/tables/calltable.h"

#include <QApplication>
#include <QDialog>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSlider>

namespace tst_replaytold {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using presentation::CallRecordModel;
using support::Home;
using support::Program;
using support::Story;
using support::StoryStyle;
using support::told;

namespace {

/// A log in the window, as a person finds it.
struct Window
{
    explicit Window(const logreplay::LogSource &source, double speed = logreplay::LogLink::AtOnce)
        : replay({.source = source, .speed = speed, .theme = presentation::ThemeChoice::Light})
    {
        const auto started = replay.start();
        if (!started)
            qFatal("%s", qPrintable(started.error().text));
        for (QWidget *const each : QApplication::topLevelWidgets()) {
            if (auto *const found = qobject_cast<widgets::ReplayWindow *>(each))
                window = found;
        }
    }
    QString label(const QString &name) const { return window->findChild<QLabel *>(name)->text(); }
    QString phase() const { return label(u"phase"_s); }
    QPushButton *button(const QString &name) const { return window->findChild<QPushButton *>(name); }
    widgets::CallTable &table() const { return *window->findChild<widgets::CallTable *>(); }
    CallRecordModel &model() const { return static_cast<CallRecordModel &>(*table().model()); }
    QString cell(int row, int column) const { return model().index(row, column).data().toString(); }
    int rows() const { return model().rowCount(); }
    /// What is said about the log: title and sentences.
    QString notice() const
    {
        for (const auto *dialog : window->findChildren<QDialog *>()) {
            if (dialog->isVisible())
                return dialog->accessibleDescription();
        }
        return {};
    }
    QByteArrayList remarks() const
    {
        if (!button(u"details"_s)->isVisible())
            return {};
        button(u"details"_s)->click();
        const auto *const text = window->findChild<QPlainTextEdit *>(u"places"_s);
        return text->toPlainText().toUtf8().split('\n');
    }

    app::Replay replay;
    widgets::ReplayWindow *window = nullptr;
};

QByteArray damaged()
{
    QByteArray text = told();
    text.replace("\tAttributeThisDN\t'4711'\n\tAttributeThisDNRole\t2\n\tAttributeOtherDN\t'+4940123'\n"
                 "\tAttributeUserData\t[50]",
                 "\tAttributeThisDN\t'4711'\n\tAttributeUserData\t[99]");
    return text;
}

QByteArray clockText(const QByteArray &seconds)
{
    const int whole = int(seconds.toDouble());
    return QByteArray::number(whole / 60).rightJustified(2, '0') + ':' +
           QByteArray::number(whole % 60).rightJustified(2, '0');
}

} // namespace

/// The window and the summary tell the same of the same log, and what is asked of the window is done to a
/// real file.
class TestReplayTold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<Home>(); }
    void theWindowTellsWhatTheSummaryTells_data();
    void theWindowTellsWhatTheSummaryTells();
    void goesToAPositionAndBack();
    void staysWhereItWentAtTheHighestSpeed();
    void followsAFileThatGrows();
    void opensAnotherLog();
    void keepsWhatIsShownWhenAnotherCannotBeOpened_data();
    void keepsWhatIsShownWhenAnotherCannotBeOpened();
    void aLargeLogLeavesTheWindowUsable();

private:
    void append(const QString &path, const QByteArray &text);

    std::unique_ptr<Home> m_home;
};

void TestReplayTold::append(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::Append) || file.write(text) != text.size())
        qFatal("the test cannot write its log");
}

void TestReplayTold::theWindowTellsWhatTheSummaryTells_data()
{
    QTest::addColumn<QByteArrayList>("files");
    const StoryStyle untimed{.saysTime = false,
                             .head = [](const support::StoryEvent &event, const QDateTime &) {
                                 return "message " + event.name + '\n';
                             }};
    const StoryStyle other{.connId = "0042017c55d0e00f", .dn = "4712"};
    StoryStyle filtered{.leftOut = {"Ticket"}};
    const QByteArray unknownWord = told().replace("'PAUSED'", "'HALTED'");
    const auto row = [](const char *name, const QByteArrayList &files) { QTest::newRow(name) << files; };
    row("a log that is whole", {told()});
    row("two calls", {told() + told(other)});
    row("a call that goes on", {told({}, 0, 4)});
    row("a call from before the log", {told({}, 2)});
    row("no time at all", {told(untimed)});
    row("a damaged list", {damaged()});
    row("a cut end", {told().chopped(90)});
    row("a log filter", {told(filtered)});
    row("a word that is not known", {unknownWord});
    row("a head is lost", {told().replace("message EventAttachedDataChanged\n", "\n")});
    row("time goes back",
        {told() + told(StoryStyle{.begin = StoryStyle().begin.addSecs(-7200), .connId = other.connId})});
    row("a series with a gap", {told({}, 0, 3), told({.begin = StoryStyle().begin.addSecs(600)}, 3)});
}

void TestReplayTold::theWindowTellsWhatTheSummaryTells()
{
    QFETCH(QByteArrayList, files);
    QStringList paths;
    for (const QByteArray &text : files)
        paths.append(m_home->write(u"logs/%1.log"_s.arg(paths.size() + 1), text));
    m_home->write(u"logs/letter.txt"_s, "Dear Sir or Madam,\n"); // is passed over and named
    const QString folder = m_home->path(u"logs"_s);
    Program summary(*m_home, u"tallylight"_s, {u"--replay"_s, folder, u"--summary"_s});
    QVERIFY(summary.waitForEnd());
    QCOMPARE(summary.exitCode(), 0);
    Window shown(folder);
    QTRY_COMPARE(shown.phase(), u"End of the log"_s);

    QByteArrayList told = summary.output().trimmed().split('\n');
    QTRY_COMPARE(shown.rows(), int(told.size()));
    QByteArrayList lines;
    for (int row = 0; row < shown.rows(); ++row)
        lines.append(presentation::tabLineOf(shown.model().accountAt(row)));
    std::sort(told.begin(), told.end());
    std::sort(lines.begin(), lines.end());
    QCOMPARE(lines, told);
    for (int row = 0; row < shown.rows(); ++row) {
        const QByteArrayList columns = presentation::tabLineOf(shown.model().accountAt(row)).split('\t');
        const int times[] = {CallRecordModel::Recorded, CallRecordModel::Paused, CallRecordModel::InDoubt};
        for (int i = 0; i < 3; ++i) {
            const QByteArray cell = shown.cell(row, times[i]).toUtf8();
            if (columns[3 + i] == "not known")
                QCOMPARE(cell, QByteArray("Not known"));
            else if (cell != "–")
                QVERIFY2(cell.endsWith(clockText(columns[3 + i])), cell.constData());
            else
                QCOMPARE(columns[3 + i], QByteArray("0.0"));
        }
    }
    QByteArrayList said = summary.errors().trimmed().split('\n');
    for (QByteArray &line : said)
        line.remove(0, QByteArray("tallylight: ").size());
    QCOMPARE(shown.remarks(), said);
    QVERIFY(said.join(' ').contains("letter.txt"));
}

void TestReplayTold::goesToAPositionAndBack()
{
    const QString log = m_home->write(u"one.log"_s, told());
    Window shown(log, 1);
    QTRY_COMPARE(shown.rows(), 1);
    auto *const slider = shown.window->findChild<QSlider *>(u"position"_s);
    QTRY_COMPARE(slider->maximum(), 61); // so long is the log, though it has only begun
    QCOMPARE(shown.phase(), u"Playing"_s);
    shown.button(u"pause"_s)->click();
    QTRY_COMPARE(shown.phase(), u"Paused"_s);
    slider->setValue(30);
    QTRY_COMPARE(shown.cell(0, CallRecordModel::Paused), u"00:08"_s); // from 22 on
    QCOMPARE(shown.cell(0, CallRecordModel::Recorded), u"00:15"_s);
    QCOMPARE(shown.phase(), u"Paused"_s);
    shown.table().selectRow(0);
    slider->setValue(10); // back
    QTRY_COMPARE(shown.cell(0, CallRecordModel::Recorded), u"00:03"_s);
    QCOMPARE(shown.cell(0, CallRecordModel::Paused), u"–"_s);
    QCOMPARE(shown.table().currentIndex().row(), 0);
    QCOMPARE(slider->value(), 10);
    QCOMPARE(slider->maximum(), 61);
    slider->setValue(61);
    QTRY_COMPARE(shown.phase(), u"End of the log"_s);
    QCOMPARE(shown.cell(0, CallRecordModel::Recorded), u"00:39"_s);
    slider->setValue(0);
    QTRY_COMPARE(shown.phase(), u"Paused"_s);
    QTRY_COMPARE(shown.cell(0, CallRecordModel::Recorded), u"–"_s);
    shown.button(u"speed"_s)->menu()->actions().last()->trigger();
    shown.button(u"pause"_s)->click(); // goes on, at once
    QTRY_COMPARE(shown.phase(), u"End of the log"_s);
}

void TestReplayTold::staysWhereItWentAtTheHighestSpeed()
{
    const QString log = m_home->write(u"one.log"_s, told());
    Window shown(log);
    QTRY_COMPARE(shown.phase(), u"End of the log"_s);
    auto *const slider = shown.window->findChild<QSlider *>(u"position"_s);
    QCOMPARE(slider->maximum(), 61);
    slider->setValue(30);
    QTRY_COMPARE(shown.cell(0, CallRecordModel::Paused), u"00:08"_s);
    QCOMPARE(shown.phase(), u"Paused"_s);
    QCOMPARE(shown.button(u"pause"_s)->text(), u"&Go on"_s);
}

void TestReplayTold::followsAFileThatGrows()
{
    const QString log = m_home->write(u"grows.log"_s, told({}, 0, 4));
    logreplay::LogSource source(log);
    source.follows = true;
    Window shown(source, 1);
    QTRY_COMPARE(shown.phase(), u"Waiting for more"_s);
    QTRY_COMPARE(shown.rows(), 1);
    append(log,
           told(StoryStyle{.begin = StoryStyle().begin.addSecs(30), .connId = "0042017c55d0e00f"}, 0, 1));
    QTRY_COMPARE(shown.rows(), 2);
    QTRY_COMPARE(shown.phase(), u"Waiting for more"_s);
    shown.button(u"pause"_s)->click();
    QCOMPARE(shown.phase(), u"Paused"_s);
    append(log, told({}, 4));
    auto *const slider = shown.window->findChild<QSlider *>(u"position"_s);
    slider->setValue(10); // what was: the second call has not begun
    QTRY_COMPARE(shown.rows(), 1);
    QCOMPARE(shown.phase(), u"Paused"_s);
    QCOMPARE(shown.cell(0, CallRecordModel::State), u"Recording"_s);
    shown.button(u"pause"_s)->click();
    QTRY_COMPARE(shown.phase(), u"Waiting for more"_s);
    QTRY_COMPARE(shown.cell(0, CallRecordModel::State), u"Ended"_s);
    QCOMPARE(shown.cell(0, CallRecordModel::Recorded), u"00:39"_s);
    const QString before = shown.label(u"counts"_s);
    QVERIFY2(!before.contains(u"remark"), qPrintable(before));
    m_home->write(u"grows.log"_s, told(StoryStyle{.begin = StoryStyle().begin.addSecs(90)}, 0, 1)); // cut
    QTRY_VERIFY(shown.label(u"counts"_s).contains(u"1 remark(s)"));
    QVERIFY(shown.remarks().last().contains("another file has taken the name"));
}

void TestReplayTold::opensAnotherLog()
{
    Window shown(m_home->write(u"one.log"_s, told()));
    QTRY_COMPARE(shown.phase(), u"End of the log"_s);
    const StoryStyle other{.connId = "0042017c55d0e00f"};
    const QString two = m_home->write(u"two.log"_s, told(other, 0, 3));
    const QString three = m_home->write(u"three.log"_s, told(other, 3));
    Q_EMIT shown.window->openRequested({three, two}); // in any order
    QTRY_COMPARE(shown.label(u"file"_s), u"two.log and 1 more file(s)"_s);
    QTRY_COMPARE(shown.phase(), u"End of the log"_s);
    QTRY_COMPARE(shown.rows(), 1);
    QCOMPARE(shown.cell(0, CallRecordModel::Call), u"0042017c55d0e00f"_s);
    QCOMPARE(shown.cell(0, CallRecordModel::Recorded), u"00:39"_s);
}

void TestReplayTold::keepsWhatIsShownWhenAnotherCannotBeOpened_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("an empty file") << u"empty.log"_s << QByteArray("");
    QTest::newRow("no file") << u"nosuch.log"_s << QByteArray();
    QTest::newRow("a binary") << u"picture.png"_s << QByteArray("\x89PNG\0\0\0\1", 8);
    QTest::newRow("a text") << u"letter.txt"_s << QByteArray("Dear Sir or Madam,\n").repeated(100'000);
    QTest::newRow("an empty folder") << u"config"_s << QByteArray();
}

void TestReplayTold::keepsWhatIsShownWhenAnotherCannotBeOpened()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    Window shown(m_home->write(u"one.log"_s, told()));
    QTRY_COMPARE(shown.phase(), u"End of the log"_s);
    if (!content.isNull())
        m_home->write(name, content);
    Q_EMIT shown.window->openRequested({m_home->path(name)});
    QTRY_VERIFY(!shown.notice().isEmpty());
    QVERIFY2(shown.notice().contains(name), qPrintable(shown.notice()));
    QTRY_COMPARE(shown.phase(), u"End of the log"_s);
    QCOMPARE(shown.label(u"file"_s), u"one.log"_s);
    QTRY_COMPARE(shown.cell(0, CallRecordModel::Recorded), u"00:39"_s);
}

/// While it is read something else gets its turn, and the table can be sorted and searched.
void TestReplayTold::aLargeLogLeavesTheWindowUsable()
{
    QByteArray text;
    for (int call = 0; call < 20'000; ++call) {
        text += told(
            StoryStyle{.begin = StoryStyle().begin.addSecs(70 * call),
                       .connId = QByteArray::number(0x0042017c55d0e000 + call, 16).rightJustified(16, '0'),
                       .dn = QByteArray::number(call % 500 + 7000),
                       .hasSequence = false});
    }
    Window shown(m_home->write(u"large.log"_s, text));
    shown.table().horizontalHeader()->setSortIndicator(CallRecordModel::Parties, Qt::DescendingOrder);
    QElapsedTimer whole;
    whole.start();
    QElapsedTimer turn;
    qint64 longest = 0;
    bool hasRead = false;
    while (shown.phase() != u"End of the log"_s) {
        turn.start();
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        longest = std::max(longest, turn.elapsed());
        hasRead |= shown.phase().startsWith(u"Reading: "_s);
    }
    QVERIFY(hasRead);
    const qint64 all = whole.elapsed();
    QVERIFY2(longest * 4 < all, qPrintable(u"%1 of %2 ms"_s.arg(longest).arg(all))); // on any machine
    QTRY_COMPARE(shown.rows(), 20'000);
    QVERIFY(shown.cell(0, CallRecordModel::Parties).startsWith(u"7499"_s));
}

TALLY_GUI_TEST(TestReplayTold)

} // namespace tst_replaytold
#include "tst_replaytold.moc"
