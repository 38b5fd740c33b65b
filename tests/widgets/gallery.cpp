// Shows the main states of the agent's window, played against a fake server, and saves a picture of each:
//     gallery FOLDER [--language de] [--dark] [--scale WIDTHxHEIGHT] [--hold STATE]
// With --hold it shows one state and stays until its window is closed.
#include "presentation/look/theme.h"
#include "presentation/words/actiontext.h"
#include "support/floor.h"
#include "widgets/actions/namedvaluerows.h"
#include "widgets/agent/mainwindow.h"
#include "widgets/supervisor/supervisorwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTextStream>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::CallAction;
using support::Conversation;
using tlib::ConnId;
using tlib::MessageType;

namespace {

constexpr ConnId CallTwo{0x006c029a6685d005};
constexpr ConnId CallThree{0x006c029a6685d006};
const QString File = u"01RCC3N118B1V0SL8O7GK2LAES000005_2026-11-22_14-26-23.wav"_s;

void beReady(Conversation &talk)
{
    tlib::KvList snapshot;
    snapshot.append("AgentStatus", qint32(tlib::AgentStatus::Ready));
    talk.connect(snapshot);
}

void ring(Conversation &talk, ConnId id, const QString &from, tlib::CallType type, bool outbound = false)
{
    tlib::Event event = talk.event(outbound ? MessageType::EventDialing : MessageType::EventRinging, {}, id);
    event.otherDn = tlib::Dn(from);
    event.callType = type;
    talk.link.push(event);
}

void establish(Conversation &talk, ConnId id, const QString &from, tlib::CallType type,
               const tlib::KvList &data = {}, MessageType message = MessageType::EventEstablished)
{
    tlib::Event event = talk.event(message, data, id);
    event.otherDn = tlib::Dn(from);
    event.callType = type;
    talk.link.push(event);
}

void say(Conversation &talk, ConnId id, const QString &word, const QString &file = File)
{
    tlib::Event event =
        talk.event(MessageType::EventAttachedDataChanged, Conversation::recording(word, file), id);
    event.otherDn = {};
    talk.link.push(event);
}

/// A call in full swing, paused once before.
void busyCall(Conversation &talk)
{
    ring(talk, Conversation::CallOne, u"+493055501"_s, tlib::CallType::Inbound);
    talk.clock.advance(4s);
    establish(talk, Conversation::CallOne, u"+493055501"_s, tlib::CallType::Inbound);
    talk.clock.advance(3s);
    say(talk, Conversation::CallOne, u"ON"_s);
    talk.clock.advance(78s);
    say(talk, Conversation::CallOne, u"PAUSED"_s);
    talk.clock.advance(25s);
    say(talk, Conversation::CallOne, u"ON"_s);
    talk.clock.advance(55s);
}

void heldCall(Conversation &talk)
{
    ring(talk, CallTwo, u"7003"_s, tlib::CallType::Internal);
    establish(talk, CallTwo, u"7003"_s, tlib::CallType::Internal);
    talk.clock.advance(10s);
    say(talk, CallTwo, u"ON"_s, u"01RCC3N118B1V0SL8O7GK2LAES000006_2026-11-22_14-29-02.wav"_s);
    talk.clock.advance(130s);
    say(talk, CallTwo, u"PAUSED"_s, u"01RCC3N118B1V0SL8O7GK2LAES000006_2026-11-22_14-29-02.wav"_s);
    establish(talk, CallTwo, u"7003"_s, tlib::CallType::Internal, Conversation::recording(u"PAUSED"_s),
              MessageType::EventHeld);
}

void offCall(Conversation &talk)
{
    beReady(talk);
    ring(talk, Conversation::CallOne, u"+493055501"_s, tlib::CallType::Inbound);
    establish(talk, Conversation::CallOne, u"+493055501"_s, tlib::CallType::Inbound);
    talk.clock.advance(31s);
}

void press(Conversation &talk, ConnId id, CallAction action)
{
    (void)talk.desk.control.perform(id, action);
}

void refuse(Conversation &talk, int code, const QString &text)
{
    if (const auto asked = talk.link.expect<tlib::RecordingService>())
        talk.refuse(asked->second, code, text);
}

struct Scene
{
    QString name;
    std::function<void(Conversation &)> play;
    std::function<void(widgets::MainWindow &)> then = {}; ///< what the person does
};

/// What stands in the first card's menu, below "With options" where `submenu` is set.
void choose(widgets::MainWindow &window, CallAction action, bool submenu = false)
{
    QMenu *menu = window.findChild<QPushButton *>(u"more"_s)->menu();
    Q_EMIT menu->aboutToShow();
    if (submenu)
        menu = menu->findChild<QMenu *>();
    for (QAction *entry : menu->actions()) {
        if (entry->text().startsWith(presentation::actionLabel(action))) // in any language
            return entry->trigger();
    }
}

void type(widgets::MainWindow &window, const QString &field, const QString &text)
{
    window.findChild<QLineEdit *>(field)->setText(text);
}

void addRow(widgets::MainWindow &window, const QString &list, const QString &name, const QString &value)
{
    auto *rows = window.findChild<widgets::NamedValueRows *>(list);
    rows->findChild<QPushButton *>(u"add"_s)->click();
    const QList<QLineEdit *> fields = rows->findChildren<QLineEdit *>();
    fields.at(fields.size() - 2)->setText(name);
    fields.last()->setText(value);
}

void talkTo7003(Conversation &talk)
{
    ring(talk, CallTwo, u"7003"_s, tlib::CallType::Consult, true);
    establish(talk, CallTwo, u"7003"_s, tlib::CallType::Consult);
    establish(talk, Conversation::CallOne, u"+493055501"_s, tlib::CallType::Inbound, {},
              MessageType::EventHeld);
    talk.desk.calls.update(Conversation::CallOne, [](model::Call &call) {
        call.consultation = CallTwo;
        return model::CallChange::Parties;
    });
    talk.desk.calls.update(CallTwo, [](model::Call &call) {
        call.consultationOf = Conversation::CallOne;
        return model::CallChange::Parties;
    });
}

/// A call of DN 7002, where Anna Berg sits: seen from DN 7001.
void somebodyElsesCall(Conversation &talk)
{
    talk.desk.registry.setDns(QList<model::DnEntry>{
        {.dn = Conversation::OwnDn},
        {.dn = tlib::Dn(u"7002"_s), .use = model::DnUse::Watched, .name = u"Anna Berg"_s}});
    beReady(talk);
    if (const auto asked = talk.link.expect<tlib::RegisterAddress>())
        talk.link.answer(asked->second,
                         {.type = MessageType::EventRegistered, .thisDn = tlib::Dn(u"7002"_s)});
    for (const MessageType type : {MessageType::EventRinging, MessageType::EventEstablished}) {
        tlib::Event event = talk.event(type, Conversation::recording(u"ON"_s, File));
        event.thisDn = tlib::Dn(u"7002"_s);
        talk.link.push(event);
    }
}

QList<Scene> scenes()
{
    return {
        {u"empty"_s, [](Conversation &talk) { beReady(talk); }},
        {u"logged-out"_s,
         [](Conversation &talk) {
             tlib::KvList snapshot;
             snapshot.append("AgentStatus", qint32(tlib::AgentStatus::LoggedOut));
             talk.connect(snapshot);
         }},
        {u"offline"_s, [](Conversation &) {}},
        {u"unreachable"_s,
         [](Conversation &talk) {
             talk.desk.connection.open({.host = u"sip-prim.example"_s, .port = 7007});
             talk.link.lose({.kind = core::ErrorKind::Unreachable, .text = u"Connection refused"_s});
         }},
        {u"refused-dn"_s,
         [](Conversation &talk) {
             talk.desk.connection.open({.host = u"sip-prim.example"_s, .port = 7007});
             talk.link.acceptAsPrimary();
             if (const auto asked = talk.link.expect<tlib::RegisterAddress>())
                 talk.refuse(asked->second, 59, u"DN is not configured"_s);
         }},
        {u"ringing"_s,
         [](Conversation &talk) {
             beReady(talk);
             ring(talk, Conversation::CallOne, u"+493055501"_s, tlib::CallType::Inbound);
             talk.clock.advance(3s);
         }},
        {u"recording"_s,
         [](Conversation &talk) {
             beReady(talk);
             heldCall(talk);
             busyCall(talk);
         }},
        {u"day"_s,
         [](Conversation &talk) {
             beReady(talk);
             heldCall(talk);
             busyCall(talk);
             ring(talk, CallThree, u"+33155502"_s, tlib::CallType::Inbound);
             talk.clock.advance(4s);
             press(talk, CallTwo, CallAction::ResumeRecording);
             refuse(talk, 58, u"Recorder out of service"_s);
         }},
        {u"paused"_s,
         [](Conversation &talk) {
             beReady(talk);
             busyCall(talk);
             say(talk, Conversation::CallOne, u"PAUSED"_s);
             talk.clock.advance(47s);
         }},
        {u"pausing"_s,
         [](Conversation &talk) {
             beReady(talk);
             busyCall(talk);
             press(talk, Conversation::CallOne, CallAction::PauseRecording);
             talk.clock.advance(1200ms);
         }},
        {u"refused"_s,
         [](Conversation &talk) {
             beReady(talk);
             busyCall(talk);
             heldCall(talk);
             press(talk, Conversation::CallOne, CallAction::PauseRecording);
             refuse(talk, 58, u"Recorder out of service"_s);
         }},
        {u"many-toasts"_s,
         [](Conversation &talk) {
             beReady(talk);
             busyCall(talk);
             for (const int code : {58, 59, 93, 51, 9999}) {
                 press(talk, Conversation::CallOne, CallAction::PauseRecording);
                 refuse(talk, code, code == 9999 ? u"<b>Vendor</b> trouble"_s : QString());
             }
             press(talk, Conversation::CallOne, CallAction::PauseRecording);
             refuse(talk, 9999, u"<b>Vendor</b> trouble"_s);
         }},
        {u"link-lost"_s,
         [](Conversation &talk) {
             beReady(talk);
             ring(talk, CallThree, u"7010"_s, tlib::CallType::Internal);
             establish(talk, CallThree, u"7010"_s, tlib::CallType::Internal);
             heldCall(talk);
             busyCall(talk);
             talk.loseLink();
             talk.clock.advance(300ms);
         }},
        {u"off-and-legacy"_s,
         [](Conversation &talk) {
             beReady(talk);
             ring(talk, CallThree, u"7010"_s, tlib::CallType::Internal);
             establish(talk, CallThree, u"7010"_s, tlib::CallType::Internal);
             ring(talk, CallTwo, u"+33155502"_s, tlib::CallType::Outbound, true);
             establish(talk, CallTwo, u"+33155502"_s, tlib::CallType::Outbound);
             say(talk, CallTwo, {}, u"stream-manager-7.wav"_s);
             talk.clock.advance(31s);
         }},
        {u"not-known"_s,
         [](Conversation &talk) {
             beReady(talk);
             busyCall(talk);
             say(talk, Conversation::CallOne, u"SUSPENDED"_s);
             talk.clock.advance(5s);
         }},
        {u"reconnected"_s,
         [](Conversation &talk) {
             beReady(talk);
             busyCall(talk);
             talk.loseLink();
             talk.waitForAttempt();
             talk.reconnect(Conversation::snapshotOf(Conversation::CallOne));
             if (const auto asked = talk.link.expect<tlib::QueryCall>()) {
                 talk.link.answer(asked->second, talk.event(MessageType::EventPartyInfo,
                                                            Conversation::recording(u"ON"_s, File)));
             }
             talk.clock.advance(12s);
         }},
        {u"stop-asks"_s,
         [](Conversation &talk) {
             beReady(talk);
             busyCall(talk);
         },
         [](widgets::MainWindow &window) { window.findChild<QPushButton *>(u"stop"_s)->click(); }},
        {u"menu"_s,
         [](Conversation &talk) {
             beReady(talk);
             busyCall(talk);
         },
         [](widgets::MainWindow &window) { window.findChild<QPushButton *>(u"more"_s)->menu()->popup({}); }},
        {u"others-asks"_s, somebodyElsesCall,
         [](widgets::MainWindow &window) { choose(window, CallAction::PauseRecording); }},
        {u"others-options"_s, somebodyElsesCall,
         [](widgets::MainWindow &window) { choose(window, CallAction::StopRecording, true); }},
        {u"options"_s, offCall,
         [](widgets::MainWindow &window) { choose(window, CallAction::StartRecording, true); }},
        {u"options-filled"_s, offCall,
         [](widgets::MainWindow &window) {
             choose(window, CallAction::StartRecording, true);
             type(window, u"id"_s, u"gold-2026-000417"_s);
             type(window, u"dest"_s, u"sip:recorder-a@example.com:5060"_s);
             type(window, u"dest2"_s, u"sip:recorder-b@example.com:5060"_s);
             addRow(window, u"params"_s, u"retention"_s, u"90d"_s);
             addRow(window, u"params"_s, u"segment"_s, u"gold"_s);
             addRow(window, u"reasons"_s, u"complaint"_s, u"asked for by the customer"_s);
         }},
        {u"options-flawed"_s, offCall,
         [](widgets::MainWindow &window) {
             choose(window, CallAction::StartRecording, true);
             type(window, u"dest"_s, u"recorder-a"_s);
             addRow(window, u"params"_s, {}, u"90d"_s);
         }},
        {u"options-pause"_s,
         [](Conversation &talk) {
             beReady(talk);
             busyCall(talk);
         },
         [](widgets::MainWindow &window) { choose(window, CallAction::PauseRecording, true); }},
        {u"transfer"_s,
         [](Conversation &talk) {
             beReady(talk);
             busyCall(talk);
         },
         [](widgets::MainWindow &window) {
             choose(window, CallAction::Transfer);
             type(window, u"number"_s, u"7003"_s);
         }},
        {u"transfer-empty"_s,
         [](Conversation &talk) {
             beReady(talk);
             busyCall(talk);
         },
         [](widgets::MainWindow &window) { choose(window, CallAction::Consult); }},
        {u"consultation"_s,
         [](Conversation &talk) {
             beReady(talk);
             busyCall(talk);
             talkTo7003(talk);
             talk.clock.advance(12s);
         }},
        {u"conference"_s,
         [](Conversation &talk) {
             beReady(talk);
             busyCall(talk);
             talk.desk.calls.update(Conversation::CallOne, [](model::Call &call) {
                 call.moreParties = {tlib::Dn(u"7003"_s)};
                 return model::CallChange::Parties;
             });
         }},
    };
}

struct Agent
{
    QString name;
    QString party;
    QString word; ///< of the recorder; empty: no call
};

/// Everybody of look/supervisor: who talks with whom, and what is recorded.
const QList<Agent> Agents{
    {u"Amira Haddad"_s, u"+493055501"_s, u"ON"_s},
    {u"Ben Okafor"_s, u"+33155502"_s, u"PAUSED"_s},
    {u"Chiara Rossi"_s, u"+390655503"_s, u"ON"_s},
    {u"David Kim"_s, {}, {}},
    {u"Elena Petrova"_s, u"+81355503"_s, u"OFF"_s},
    {u"Farid Aziz"_s, {}, {}},
    {u"Grace Liu"_s, u"+15550105"_s, u"?"_s},
    {u"Hugo Silva"_s, {}, {}},
    {u"Ines Braun"_s, {}, {}},
    {u"Jonas Weber"_s, u"+493055510"_s, u"ON"_s},
};

void fillFloor(support::Floor &floor, int more = 0, const QList<tlib::Dn> &refused = {},
               bool hasRoutingPoint = false)
{
    QList<model::DnEntry> entries;
    for (int i = 0; i < Agents.size() + more; ++i) {
        entries.append({.dn = support::Floor::agent(i + 1),
                        .use = model::DnUse::Watched,
                        .name = i < Agents.size() ? Agents.at(i).name : u"Agent %1"_s.arg(i + 1)});
    }
    floor.watch(entries, hasRoutingPoint);
    floor.connect(refused);
    for (int i = 0; i < Agents.size(); ++i) {
        const Agent &agent = Agents.at(i);
        if (agent.word.isEmpty() || refused.contains(support::Floor::agent(i + 1)))
            continue;
        if (agent.word == u"?") { // met in the middle, and nothing has been said of it yet
            floor.say(MessageType::EventEstablished, support::Floor::agent(i + 1),
                      support::Floor::call(i + 1), {}, agent.party);
            continue;
        }
        floor.talk(i + 1, {}, agent.party);
        floor.clock.advance(7s);
        floor.record(i + 1, agent.word);
        floor.clock.advance(std::chrono::seconds(23 * i));
    }
    floor.say(MessageType::EventHeld, support::Floor::agent(3), support::Floor::call(3),
              Conversation::recording(u"ON"_s), Agents.at(2).party);
    floor.say(MessageType::EventRinging, support::Floor::agent(6), support::Floor::call(6), {},
              u"+44205554"_s);
    tlib::Event lunch{.type = MessageType::EventAgentNotReady, .thisDn = support::Floor::agent(9)};
    lunch.reasons.append("ReasonCode", u"Lunch");
    floor.link.push(lunch);
    floor.link.push({.type = MessageType::EventAgentLogout, .thisDn = support::Floor::agent(8)});
    floor.clock.advance(6s);
}

struct FloorScene
{
    QString name;
    std::function<void(support::Floor &)> before; ///< there is a window
    std::function<void(support::Floor &, widgets::SupervisorWindow &)> play;
};

void choose(widgets::SupervisorWindow &window, int row)
{
    window.findChild<QTableView *>(u"board"_s)->selectRow(row);
}

QList<FloorScene> floorScenes()
{
    using support::Floor;
    using widgets::SupervisorWindow;
    const auto filled = [](Floor &floor) { fillFloor(floor); };
    const auto asked = [](SupervisorWindow &window, const QString &text) {
        window.findChild<QLineEdit *>(u"find"_s)->setText(text);
    };
    const auto openRoutes = [](Floor &floor, SupervisorWindow &window) {
        floor.wait(tlib::ConnId(0x51), u"+493055577"_s);
        floor.clock.advance(41s);
        floor.wait(tlib::ConnId(0x52), u"+4420555122"_s);
        floor.clock.advance(12s);
        window.findChild<QTabWidget *>(u"pages"_s)->setCurrentIndex(1);
    };
    return {
        {u"supervisor"_s, filled, [](Floor &, SupervisorWindow &window) { choose(window, 1); }},
        {u"supervisor-many"_s, [](Floor &floor) { fillFloor(floor, 2830); },
         [](Floor &, SupervisorWindow &window) {
             window.findChild<QTableView *>(u"board"_s)->sortByColumn(4, Qt::AscendingOrder);
         }},
        {u"supervisor-find"_s, filled, [=](Floor &, SupervisorWindow &window) { asked(window, u"555"_s); }},
        {u"supervisor-no-match"_s, filled,
         [=](Floor &, SupervisorWindow &window) { asked(window, u"nobody"_s); }},
        {u"supervisor-pausing"_s, filled,
         [](Floor &floor, SupervisorWindow &window) {
             choose(window, 0);
             (void)floor.desk.control.perform(Floor::call(1), CallAction::PauseRecording);
         }},
        {u"supervisor-lost"_s, filled,
         [](Floor &floor, SupervisorWindow &window) {
             choose(window, 1);
             floor.loseLink();
             floor.clock.advance(6s);
         }},
        {u"supervisor-refused-dn"_s,
         [](Floor &floor) {
             fillFloor(floor, 0, {Floor::agent(2), Floor::agent(4)});
         },
         [](Floor &, SupervisorWindow &window) { choose(window, 1); }},
        {u"supervisor-refused"_s, filled,
         [](Floor &floor, SupervisorWindow &window) {
             choose(window, 0);
             (void)floor.desk.control.perform(Floor::call(1), CallAction::PauseRecording);
             while (!floor.link.nothingSent()) {
                 if (const auto sent = floor.link.takeAny<tlib::RecordingService>())
                     floor.refuse(sent->second, 58, u"Recorder out of service"_s);
             }
         }},
        {u"supervisor-no-dns"_s, [](Floor &floor) { floor.desk.registry.setDns(QList<model::DnEntry>()); },
         [](Floor &, SupervisorWindow &) {}},
        {u"supervisor-connecting"_s,
         [](Floor &floor) {
             floor.watch({{.dn = Floor::agent(1), .use = model::DnUse::Watched, .name = u"Amira Haddad"_s}});
             floor.desk.connection.open({.host = u"sip-prim.example"_s, .port = 7007});
         },
         [](Floor &, SupervisorWindow &) {}},
        {u"routes"_s, [](Floor &floor) { fillFloor(floor, 0, {}, true); },
         [=](Floor &floor, SupervisorWindow &window) {
             openRoutes(floor, window);
             window.findChild<QTableView *>(u"waiting"_s)->selectRow(0);
             window.findChild<QLineEdit *>(u"destination"_s)->setText(u"7001"_s);
         }},
        {u"routes-more"_s, [](Floor &floor) { fillFloor(floor, 0, {}, true); },
         [=](Floor &floor, SupervisorWindow &window) {
             openRoutes(floor, window);
             window.findChild<QTableView *>(u"waiting"_s)->selectRow(1);
             window.findChild<QPushButton *>(u"moreOfOrder"_s)->click();
         }},
        {u"routes-lost"_s, [](Floor &floor) { fillFloor(floor, 0, {}, true); },
         [=](Floor &floor, SupervisorWindow &window) {
             openRoutes(floor, window);
             window.findChild<QTableView *>(u"waiting"_s)->selectRow(0);
             floor.loseLink();
         }},
        {u"routes-empty"_s, [](Floor &floor) { fillFloor(floor, 0, {}, true); },
         [](Floor &, SupervisorWindow &window) {
             window.findChild<QTabWidget *>(u"pages"_s)->setCurrentIndex(1);
         }},
    };
}

void showWindow(QMainWindow &window, const QString &path)
{
    (void)QTest::qWaitForWindowExposed(&window);
    for (int i = 0; i < 10; ++i) // layouts settle in several rounds
        QCoreApplication::processEvents();
    if (path.isEmpty()) {
        QApplication::exec();
        return;
    }
    QPixmap picture = window.grab();
    for (QWidget *other : QApplication::topLevelWidgets()) {
        if (other != &window && other->isVisible() && other->isWindow())
            picture = other->grab();
    }
    QTextStream(stdout) << path << (picture.save(path) ? "" : ": cannot be written") << Qt::endl;
}

void show(const FloorScene &scene, presentation::Theme &theme, const QSize &size, const QString &path)
{
    support::Floor floor;
    scene.before(floor);
    widgets::SupervisorWindow window(floor.desk, theme);
    window.resize(size);
    window.show();
    scene.play(floor, window);
    floor.clock.advance(1s);
    showWindow(window, path);
}

void show(const Scene &scene, presentation::Theme &theme, const QSize &size, const QString &path)
{
    Conversation talk;
    widgets::MainWindow window(talk.desk, theme);
    window.resize(size);
    window.show();
    scene.play(talk);
    talk.clock.advance(1s);
    if (scene.then)
        scene.then(window);
    showWindow(window, path);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(u"folder"_s, u"where the pictures go"_s);
    parser.addOptions({{u"language"_s, u"of the words"_s, u"xx"_s, u"en"_s},
                       {u"dark"_s, u"the dark theme"_s},
                       {u"contrast"_s, u"the theme for a system in high contrast"_s},
                       {u"size"_s, u"of the window"_s, u"WxH"_s},
                       {u"font"_s, u"of the system"_s, u"family"_s},
                       {u"hold"_s, u"show this state and stay"_s, u"state"_s},
                       {u"only"_s, u"this state alone"_s, u"state"_s}});
    parser.process(app);

    const QString language = parser.value(u"language"_s);
    QLocale::setDefault(QLocale(language));
    QTranslator words;
    if (words.load(u":/translations/tallylight_"_s + language))
        QApplication::installTranslator(&words);
    if (parser.isSet(u"font"_s))
        QApplication::setFont(QFont(parser.value(u"font"_s), 10));
    presentation::Theme theme(parser.isSet(u"dark"_s) ? presentation::ThemeChoice::Dark
                                                      : presentation::ThemeChoice::Light);
    if (parser.isSet(u"contrast"_s)) {
        QPalette palette(Qt::white, Qt::black);
        palette.setColor(QPalette::Window, Qt::black);
        palette.setColor(QPalette::WindowText, Qt::white);
        palette.setColor(QPalette::ButtonText, Qt::white);
        palette.setColor(QPalette::Button, Qt::black);
        palette.setColor(QPalette::Base, Qt::black);
        palette.setColor(QPalette::Text, Qt::white);
        palette.setColor(QPalette::Highlight, Qt::yellow);
        palette.setColor(QPalette::HighlightedText, Qt::black);
        theme.setSystem(palette, QApplication::font());
    }
    const auto sizeOr = [&parser](const QString &usual) {
        const QStringList size = (parser.isSet(u"size"_s) ? parser.value(u"size"_s) : usual).split(u'x');
        return QSize(size.value(0).toInt(), size.value(1).toInt());
    };
    const QString folder = parser.positionalArguments().value(0, u"."_s);
    const QString suffix =
        (language == u"en" ? QString() : u'-' + language) + (parser.isSet(u"contrast"_s) ? u"-contrast"_s
                                                             : parser.isSet(u"dark"_s)   ? u"-dark"_s
                                                                                         : QString());
    QDir().mkpath(folder);
    const auto showAll = [&](const auto &scenes, const QSize &window) {
        for (const auto &scene : scenes) {
            if (parser.isSet(u"hold"_s) && parser.value(u"hold"_s) == scene.name)
                show(scene, theme, window, {});
            else if (!parser.isSet(u"hold"_s) &&
                     (!parser.isSet(u"only"_s) || parser.value(u"only"_s) == scene.name))
                show(scene, theme, window, folder + u'/' + scene.name + suffix + u".png"_s);
        }
    };
    showAll(scenes(), sizeOr(u"420x640"_s));
    showAll(floorScenes(), sizeOr(u"1080x640"_s));
    return 0;
}
