#include "core/frame.h"
#include "model/statewords.h"
#include "support/floor.h"
#include "support/testprogram.h"
#include "widgets/agent/mainwindow.h"
#include "widgets/desk/toastview.h"
#include "widgets/lists/tracewindow.h"
#include "widgets/supervisor/supervisorwindow.h"
#include "widgets/windowtest.h"

#include <QAbstractItemView>
#include <QAction>
#include <QElapsedTimer>
#include <QPlainTextEdit>
#include <QPointer>
#include <QTextDocument>

namespace tst_hostileserver {

using namespace Qt::StringLiterals;
using support::Conversation;
using tlib::MessageType;

namespace {

constexpr char16_t Moving[] = {0x00,   0x07,   0x1b,   0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d,
                               0x202e, 0x2028, 0x2029, 0x2066, 0x2067, 0x2068, 0x2069, 0x061c};

/// What a server may say in any text: markup, a formula, an ampersand, direction marks, NUL, lines, no UTF-8.
QByteArray hostile(const QByteArray &what)
{
    QString moving;
    for (const char16_t c : Moving)
        moving += QChar(c);
    return "<img src='file:///etc/passwd'><b>" + what + "</b> & =cmd|' /C calc'!A0\n\r\t" + moving.toUtf8() +
           "\xff\xfe" + "&amp;";
}

template <class Id>
Id hostileId(const QByteArray &what)
{
    return Id(hostile(what).toStdString());
}

tlib::KvList hostileData(const QString &word = u"ON"_s)
{
    tlib::KvList data;
    data.append("GSIP_RECORD", word);
    data.appendBytes("GSIP_REC_FN", tlib::KvType::String, hostile("file.wav"));
    data.appendBytes(hostile("key"), tlib::KvType::String, QByteArray(16'000, '='));
    return data;
}

/// What is wrong with a text as somebody sees or hears it; empty when nothing is.
QString flawIn(const QString &text, bool mayHaveLines = false)
{
    constexpr qsizetype Longest = 4000;
    for (const QChar c : text) {
        if (c == u'\n' && mayHaveLines)
            continue;
        if (c == u'\n' || c == u'\r' || c == u'\t')
            return u"a line or tab"_s;
        if (std::find(std::begin(Moving), std::end(Moving), c.unicode()) != std::end(Moving))
            return u"the character U+%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
    }
    return text.size() > Longest ? u"%1 characters"_s.arg(text.size()) : QString();
}

/// A tool tip that Qt reads as markup is to show just the text that stands in it.
QString flawInToolTip(const QString &tip)
{
    QString shown = tip;
    if (Qt::mightBeRichText(tip)) {
        QTextDocument document;
        document.setHtml(tip);
        if (document.toHtml().contains(u"<img"_s))
            return u"a picture"_s;
        shown = document.toPlainText();
        if (tip.contains(u"etc/passwd"_s) && !shown.contains(u"<img"_s))
            return u"markup that is read as such"_s;
    }
    return flawIn(shown, true);
}

/// "Tom & Jerry" as a label underlines the space.
bool hasStrayMnemonic(const QString &label)
{
    return QString(label).remove(u"&&"_s).contains(u"& "_s) || QString(label).remove(u"&&"_s).count(u'&') > 1;
}

QStringList flawsOf(const QWidget *widget)
{
    QStringList flaws;
    const auto note = [&](const char *what, const QString &flaw) {
        if (!flaw.isEmpty())
            flaws += u"%1 of %2 \"%3\": %4"_s.arg(QString::fromLatin1(what),
                                                  QString::fromLatin1(widget->metaObject()->className()),
                                                  widget->objectName(), flaw);
    };
    note("tool tip", flawInToolTip(widget->toolTip()));
    note("accessible name", flawIn(widget->accessibleName()));
    note("accessible description", flawIn(widget->accessibleDescription(), true));
    note("window title", flawIn(widget->windowTitle()));
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        note("text", flawIn(label->text(), true));
        if (label->textFormat() != Qt::PlainText && label->text().contains(u"img"_s))
            note("text format", u"not plain"_s);
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
        note("text", flawIn(button->text()));
        if (hasStrayMnemonic(button->text()))
            note("mnemonic", button->text());
    }
    if (const auto *edit = qobject_cast<const QPlainTextEdit *>(widget))
        note("text", flawIn(edit->toPlainText(), true));
    for (const QAction *action : widget->actions()) {
        const QStringList parts = action->text().split(u'\t'); // its key may follow
        note("action", flawIn(parts.first()) + flawIn(parts.mid(1).join(u'\t')));
        note("action's tool tip", flawInToolTip(action->toolTip().split(u'\t').join(u' ')));
        if (hasStrayMnemonic(action->text()))
            note("action's mnemonic", action->text());
    }
    return flaws;
}

QStringList flawsOfModel(const QAbstractItemModel &model)
{
    QStringList flaws;
    for (int row = 0; row < std::min(model.rowCount(), 20); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            const QModelIndex index = model.index(row, column);
            for (const int role :
                 {int(Qt::DisplayRole), int(Qt::AccessibleTextRole), int(Qt::AccessibleDescriptionRole)}) {
                if (const QString flaw = flawIn(index.data(role).toString(), true); !flaw.isEmpty())
                    flaws += u"column %1, role %2: %3"_s.arg(column).arg(role).arg(flaw);
            }
            if (const QString flaw = flawInToolTip(index.data(Qt::ToolTipRole).toString()); !flaw.isEmpty())
                flaws += u"tool tip of column %1: %2"_s.arg(column).arg(flaw);
        }
    }
    return flaws;
}

/// All that a person can see or hear of this window, its dialogs and menus.
QStringList flawsIn(QWidget &window)
{
    QStringList flaws = flawsOf(&window);
    const QList<QWidget *> all = window.findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (auto *menu = qobject_cast<QMenu *>(widget))
            Q_EMIT menu->aboutToShow();
        flaws += flawsOf(widget);
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget); view && view->model())
            flaws += flawsOfModel(*view->model());
    }
    return flaws;
}

} // namespace

/// The windows before a server that says whatever it likes.
class TestHostileServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theInspectionFindsWhatIsWrong();
    void row20AndRow55AgentsWindowShowsPlainText();
    void row20AndRow55SupervisorsWindowShowsPlainText();
    void row20SixtyFourKilobytesAndTenThousandPairsAreElided();
    void row55TenThousandCallsLeaveTheAgentsWindowUsable();
    void row55TenThousandCallsLeaveTheSupervisorsWindowUsable();
    void row55TheTraceShowsPlainText();
};

/// An inspection that finds nothing proves nothing.
void TestHostileServer::theInspectionFindsWhatIsWrong()
{
    const QString bad = QString::fromUtf8(hostile("x"));
    QWidget window;
    auto *label = new QLabel(bad, &window);
    QVERIFY(!flawsIn(window).isEmpty());
    label->setText(u"<img src=x>"_s);
    QVERIFY(!flawsIn(window).isEmpty());
    label->setTextFormat(Qt::PlainText);
    QCOMPARE(flawsIn(window), QStringList());
    label->setToolTip(u"<img src='/etc/passwd'>"_s);
    QVERIFY(!flawsIn(window).isEmpty());
    label->setToolTip({});
    label->setAccessibleName(bad);
    QVERIFY(!flawsIn(window).isEmpty());
    label->setAccessibleName({});
    new QPushButton(u"Tom & Jerry"_s, &window);
    QVERIFY(!flawsIn(window).isEmpty());
}

void TestHostileServer::row20AndRow55AgentsWindowShowsPlainText()
{
    WindowTest test;
    Conversation &talk = test.talk;
    talk.connect();
    for (const MessageType type : {MessageType::EventRinging, MessageType::EventEstablished}) {
        tlib::Event event = talk.event(type, hostileData());
        event.otherDn = hostileId<tlib::Dn>("party");
        event.ani = hostileId<tlib::Dn>("ani");
        talk.link.push(event);
    }
    test.press(u"primary"_s);
    if (const auto asked = talk.link.takeAny<tlib::RecordingService>())
        talk.link.answer(asked->second, {.type = MessageType::EventError,
                                         .errorCode = 59,
                                         .errorMessage = hostileId<tlib::Text>("error")});
    QVERIFY(!talk.desk.toasts.toasts().isEmpty());
    talk.say(MessageType::EventAttachedDataChanged, hostileData(QString::fromUtf8(hostile("word"))));
    tlib::Event agent = talk.event(MessageType::EventAgentNotReady);
    agent.connId = {};
    agent.agentId = hostileId<tlib::AgentId>("agent");
    agent.reasons.appendBytes("ReasonCode", tlib::KvType::String, hostile("Lunch"));
    talk.link.push(agent);
    QVERIFY(test.card(Conversation::CallOne));
    QCOMPARE(flawsIn(test.window), QStringList());
    QVERIFY(test.find<widgets::ToastView>());

    talk.loseLink();
    QCOMPARE(flawsIn(test.window), QStringList());
    talk.link.lose({.kind = core::ErrorKind::Unreachable, .text = QString::fromUtf8(hostile("reason"))});
    talk.waitForAttempt();
    QCOMPARE(flawsIn(test.window), QStringList());
}

void TestHostileServer::row20AndRow55SupervisorsWindowShowsPlainText()
{
    support::Floor floor;
    const auto agent = hostileId<tlib::Dn>("7001");
    floor.watch({{.dn = agent, .use = model::DnUse::Watched, .name = QString::fromUtf8(hostile("Anna"))}},
                true);
    presentation::Theme theme(presentation::ThemeChoice::Light);
    widgets::SupervisorWindow window(floor.desk, theme);
    window.show();
    floor.connect();
    for (const MessageType type : {MessageType::EventRinging, MessageType::EventEstablished}) {
        tlib::Event event = floor.event(type, hostileData());
        event.thisDn = agent;
        event.otherDn = hostileId<tlib::Dn>("party");
        floor.link.push(event);
    }
    tlib::Event waiting = floor.event(MessageType::EventRouteRequest, hostileData(), tlib::ConnId(77));
    waiting.thisDn = support::Floor::RoutingPoint;
    waiting.otherDn = hostileId<tlib::Dn>("caller");
    waiting.ani = hostileId<tlib::Dn>("caller");
    floor.link.push(waiting);
    floor.clock.advance(std::chrono::seconds(1));
    QVERIFY(floor.desk.board.counts().calls == 1);
    auto *board = window.findChild<QAbstractItemView *>(u"board"_s);
    QVERIFY(board && board->model()->rowCount() > 0);
    board->setCurrentIndex(board->model()->index(0, 0));
    QCOMPARE(flawsIn(window), QStringList());
}

void TestHostileServer::row20SixtyFourKilobytesAndTenThousandPairsAreElided()
{
    WindowTest test;
    Conversation &talk = test.talk;
    talk.connect();
    tlib::KvList data;
    data.append("GSIP_RECORD", u"ON");
    for (int i = 0; i < 10'000; ++i)
        QVERIFY(data.append(QByteArray(), QStringView()));
    QElapsedTimer timer;
    timer.start();
    for (const MessageType type : {MessageType::EventRinging, MessageType::EventEstablished}) {
        tlib::Event event = talk.event(type, data);
        event.otherDn = tlib::Dn(std::string(64 * 1024, 'x'));
        talk.link.push(event);
    }
    tlib::KvList huge;
    QVERIFY(huge.append("GSIP_RECORD", QString(30'000, u'w')));
    QVERIFY(huge.append("GSIP_REC_FN", QString(30'000, u'f')));
    talk.say(MessageType::EventAttachedDataChanged, huge);
    QCoreApplication::processEvents();
    QVERIFY(test.window.grab().width() > 0);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(flawsIn(test.window), QStringList());
    QVERIFY(test.window.width() < 1000); // nothing has pushed it wide
}

void TestHostileServer::row55TenThousandCallsLeaveTheAgentsWindowUsable()
{
    constexpr int Calls = 10'000;
    WindowTest test;
    Conversation &talk = test.talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s)); // the true one, which came first
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < Calls; ++i) {
        tlib::Event event =
            talk.event(MessageType::EventRinging, hostileData(), tlib::ConnId(0x1000u + quint64(i)));
        event.otherDn = hostileId<tlib::Dn>(QByteArray::number(i));
        talk.link.push(event);
    }
    talk.clock.advance(core::Frame::Length);
    QCoreApplication::processEvents();
    qInfo("10,000 calls came in %lld ms", qlonglong(timer.elapsed()));
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(int(talk.desk.calls.ids().size()), Calls + 1);
    QVERIFY(test.card(Conversation::CallOne)->isVisible());
    QCOMPARE(int(test.window.findChildren<widgets::CallCard *>().size()), 1);
    QCOMPARE(int(test.window.findChildren<widgets::CallRow *>().size()), widgets::CallPanel::MostCards - 1);
    auto *more = test.label(u"moreCalls"_s);
    QVERIFY(more->isVisible() &&
            more->text().contains(QLocale().toString(Calls + 1 - widgets::CallPanel::MostCards)));

    timer.restart(); // the promises of the window while they are there
    talk.say(MessageType::EventAttachedDataChanged, Conversation::recording(u"PAUSED"_s));
    QCoreApplication::processEvents();
    QVERIFY(test.window.grab().width() > 0);
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));

    timer.restart();
    for (int i = 0; i < Calls / 2; ++i)
        talk.say(MessageType::EventReleased, {}, tlib::ConnId(0x1000u + quint64(i)));
    talk.clock.advance(core::Frame::Length);
    QVERIFY(test.face(tlib::ConnId(0x1000u + Calls / 2))); // those that waited are shown now
    for (int i = Calls / 2; i < Calls; ++i)
        talk.say(MessageType::EventReleased, {}, tlib::ConnId(0x1000u + quint64(i)));
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    qInfo("and went in %lld ms", qlonglong(timer.elapsed()));
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(int(talk.desk.calls.ids().size()), 1);
    QVERIFY(test.card(Conversation::CallOne)->isVisible());
    QVERIFY(!more->isVisible());
}

void TestHostileServer::row55TenThousandCallsLeaveTheSupervisorsWindowUsable()
{
    constexpr int Calls = 10'000;
    support::Floor floor(10);
    presentation::Theme theme(presentation::ThemeChoice::Light);
    widgets::SupervisorWindow window(floor.desk, theme);
    window.show();
    floor.connect();
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < Calls; ++i) {
        tlib::Event event =
            floor.event(MessageType::EventRinging, hostileData(), tlib::ConnId(0x1000u + quint64(i)));
        event.thisDn = support::Floor::agent(1 + i % 10);
        event.otherDn = hostileId<tlib::Dn>(QByteArray::number(i));
        floor.link.push(event);
    }
    floor.clock.advance(std::chrono::seconds(1));
    QCoreApplication::processEvents();
    qInfo("10,000 calls came in %lld ms", qlonglong(timer.elapsed()));
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(flawsIn(window), QStringList());
}

void TestHostileServer::row55TheTraceShowsPlainText()
{
    support::ManualClock clock;
    model::MessageTrace trace(clock, model::tracedRecording());
    presentation::Theme theme(presentation::ThemeChoice::Light);
    const QPointer<widgets::TraceWindow> window = new widgets::TraceWindow(trace, clock, theme);
    window->show();
    trace.noteEvent({.type = MessageType::EventError,
                     .errorMessage = hostileId<tlib::Text>("error"),
                     .thisDn = hostileId<tlib::Dn>("7001"),
                     .otherDn = tlib::Dn(std::string("\xe2\x80\xae\n<b")),
                     .userData = hostileData()});
    clock.advance(core::Frame::Length);
    QCOMPARE(window->findChild<QAbstractItemView *>()->model()->rowCount(), 1);
    QCOMPARE(flawsIn(*window), QStringList());
    window->close();
    QTRY_VERIFY(!window); // before what it shows
}

TALLY_GUI_TEST(TestHostileServer)

} // namespace tst_hostileserver

#include "tst_hostileserver.moc"
