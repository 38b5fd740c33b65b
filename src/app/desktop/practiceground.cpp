#include "app/desktop/practiceground.h"

#include "automation/words.h"
#include "core/logging.h"
#include "model/statewords.h"

#include <QHostAddress>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using model::RecordingState;
using presentation::PracticeChoice;

namespace app {

namespace {

constexpr qsizetype MostCalls = 50; ///< more than a person can want
constexpr QStringView Services[] = {u"start", u"pause", u"resume", u"stop"};

/// An invented number of those that are kept for it.
QString inventedNumber(int number)
{
    return u"+49305556%1"_s.arg(number % 100, 2, 10, QChar(u'0'));
}

} // namespace

PracticeGround::PracticeGround(model::Desk &desk, core::Clock &clock)
    : m_desk(desk)
    , m_clock(clock)
    , m_ahead(clock.alarm([this] { followScript(); }))
{
    connect(&desk.calls, &model::CallList::inserted, this, [this](model::CallId id) {
        m_seen.insert(id);
        Q_EMIT changed();
    });
    connect(&desk.calls, &model::CallList::changed, this, &Practice::changed);
    connect(&desk.calls, &model::CallList::removed, this, &Practice::changed);
    const auto follow = [this](model::ToastId id) {
        const model::Toast *const toast = m_desk.toasts.find(id);
        if (m_refusesNext && toast && toast->kind == model::ToastKind::Refused)
            takeRefusalsBack();
    };
    connect(&desk.toasts, &model::ToastList::posted, this, follow);
    connect(&desk.toasts, &model::ToastList::updated, this, follow);
}

PracticeGround::~PracticeGround() = default;

core::Result<QList<tlib::Endpoint>> PracticeGround::start(model::Role role)
{
    const auto servers = listen();
    if (!servers)
        return servers;
    const bool isSupervisor = role == model::Role::Supervisor;
    auto script =
        simulator::Script::fromFile(QString::fromLatin1(isSupervisor ? shippedSupervisorDemo : shippedDemo));
    if (!script)
        return script.error();
    m_player = std::make_unique<simulator::ScriptPlayer>(
        *std::move(script), [this](const QJsonObject &command) { return carry(command); }, m_clock,
        [](const QString &sentence) { qCWarning(core::appLog).noquote() << sentence; },
        [this](qsizetype step) {
            if (!presentation::isPreparation(m_steps.at(size_t(step))))
                m_now = step;
            followScript();
        });
    readSteps();
    m_player->start();
    followScript();
    return servers;
}

core::Result<QList<tlib::Endpoint>> PracticeGround::listen()
{
    const auto configuration = simulator::SwitchConfiguration::fromFile(QString::fromLatin1(shippedSwitch));
    if (!configuration)
        return configuration.error();
    m_first = std::make_unique<SimulatorServer>(*configuration, m_clock);
    m_second = std::make_unique<SimulatorServer>(*configuration, m_clock);
    QList<tlib::Endpoint> servers;
    for (SimulatorServer *const server : {m_first.get(), m_second.get()}) {
        if (!servers.isEmpty())
            server->backUp(servers.first());
        const auto port = server->listen(QHostAddress::LocalHost, 0);
        if (!port)
            return port.error();
        servers.append({.host = u"127.0.0.1"_s, .port = *port});
        server->commands().setPerson(
            [this](tlib::ConnId call, const QString &button) { return press(call, button); });
        connect(server, &SimulatorServer::pairChanged, this, &Practice::changed);
    }
    return servers;
}

SimulatorServer &PracticeGround::primary() const
{
    return m_second->isPrimary() && !m_first->isPrimary() ? *m_second : *m_first;
}

core::Result<QJsonObject> PracticeGround::carry(const QJsonObject &command)
{
    return primary().commands().carryOut(command);
}

bool PracticeGround::done(const QJsonObject &command)
{
    const auto answer = carry(command);
    if (!answer)
        qCInfo(core::appLog).noquote() << "practice:" << answer.error().text;
    return bool(answer);
}

/// Steps name their call; a person wants to read who it is.
void PracticeGround::readSteps()
{
    QHash<QString, presentation::PracticeStep> calls;
    for (const simulator::Script::Step &step : m_player->script().steps) {
        const QJsonObject &command = step.command;
        presentation::PracticeStep read = calls.value(step.call);
        read.verb = command.value(u"do"_s).toString();
        read.button = command.value(u"button"_s).toString();
        read.state = command.contains(u"record"_s)
                         ? (command.value(u"record"_s).toBool() ? u"true"_s : u"false"_s)
                         : command.value(u"state"_s).toString();
        if (command.contains(u"from"_s) && step.call.isEmpty())
            read.party = command.value(u"from"_s).toString();
        const QString dn = command.value(command.contains(u"to"_s) ? u"to"_s : u"dn"_s).toString();
        if (!dn.isEmpty())
            read.dn = dn;
        if (!step.as.isEmpty())
            calls.insert(step.as, read);
        m_steps.push_back(read);
    }
}

/// Whatever the script calls it.
model::CallId PracticeGround::callOf(qsizetype step) const
{
    simulator::Script::Step named = m_player->script().steps.at(step);
    if (!named.as.isEmpty())
        named.call = named.as;
    return tlib::ConnId::fromString(m_player->callOf(named)).value_or(tlib::ConnId());
}

/// A person has been before it: the call that it answers talks, or its call is over.
bool PracticeGround::isOvertaken(qsizetype step) const
{
    const model::CallId id = callOf(step);
    if (!m_seen.contains(id))
        return false; // nobody knows of it yet
    const model::Call *const call = m_desk.calls.find(id);
    const bool isAnswered = call && call->phase() != model::CallPhase::Ringing;
    return !call || (isAnswered && m_steps.at(size_t(step)).verb == u"answer");
}

/// What is true of the call that the script has moved last, where a person has gone on with it.
std::optional<presentation::PracticeStep> PracticeGround::happened() const
{
    if (!m_now)
        return std::nullopt;
    presentation::PracticeStep step = m_steps.at(size_t(*m_now));
    const model::CallId id = callOf(*m_now);
    const model::Call *const call = m_desk.calls.find(id);
    if (!call && m_seen.contains(id))
        step.verb = u"release"_s;
    else if (call && step.verb == u"call" && call->phase() == model::CallPhase::Talking)
        step.verb = u"answer"_s;
    return step;
}

/// The next step that a person is told of; of those that press something, the next.
std::optional<qsizetype> PracticeGround::stepFrom(qsizetype first, bool isPress) const
{
    for (qsizetype step = first; step < qsizetype(m_steps.size()); ++step) {
        const presentation::PracticeStep &words = m_steps.at(size_t(step));
        if (isPress ? words.verb == u"press" : !presentation::isPreparation(words))
            return step;
    }
    return std::nullopt;
}

widgets::PracticeScene PracticeGround::scene() const
{
    widgets::PracticeScene scene{.speed = m_player->speed(), .isHalted = m_player->isHalted()};
    scene.now = happened();
    auto next = stepFrom(m_player->next(), false);
    while (next && isOvertaken(*next))
        next = stepFrom(*next + 1, false);
    if (next)
        scene.next = {.step = m_steps.at(size_t(*next)), .in = m_player->until(*next)};
    if (m_said) {
        scene.press = {.step = m_steps.at(size_t(m_said->step)), .in = m_player->until(m_said->step)};
        scene.isPressForbidden = m_said->isForbidden;
    }
    return scene;
}

/// Says the next press where its time has come and somebody sees it, and waits for it where it has not.
void PracticeGround::followScript()
{
    m_ahead->stop();
    if (m_said && m_player->next() != m_said->step && stepFrom(m_player->next(), true) != m_said->step)
        m_said.reset();
    const auto step = stepFrom(m_player->next(), true);
    const auto left = step && !m_said ? m_player->until(*step) : std::nullopt;
    if (left && *left > Ahead) {
        m_ahead->start(*left - Ahead);
    } else if (left && m_isSeen) {
        const auto call = tlib::ConnId::fromString(m_player->callOf(m_player->script().steps.at(*step)));
        if (call && m_desk.calls.find(*call))
            m_said = SaidPress{.step = *step, .at = m_clock.now()};
    }
    Q_EMIT changed();
}

/// What the script has the person do goes the way of the buttons.
core::Result<core::Done> PracticeGround::press(model::CallId call, const QString &button)
{
    const auto notAllowed = [](const QString &why) {
        return core::Error{.kind = core::ErrorKind::NotAllowed, .text = why};
    };
    const std::optional<SaidPress> said = std::exchange(m_said, std::nullopt);
    if (!said || said->step != m_player->next() - 1 || !m_isSeen || m_clock.now() - said->at < Said)
        return notAllowed(u"nobody was told of it"_s);
    if (said->isForbidden)
        return notAllowed(u"the person has forbidden it"_s);
    const auto action = model::callActionFor(button);
    const model::Call *const found = m_desk.calls.find(call);
    if (!action || !found)
        return notAllowed(u"there is no such button or call"_s);
    if (const auto why = m_desk.rules.whyNot(*action, *found))
        return core::Error{.kind = kindOf(*why), .text = automation::sentenceFor(*why)};
    return m_desk.control.perform(call, *action);
}

void PracticeGround::setSpeed(double speed)
{
    m_player->setSpeed(speed);
    followScript();
}

void PracticeGround::setHalted(bool halted)
{
    if (halted == m_player->isHalted())
        return;
    m_player->setHalted(halted);
    followScript();
}

void PracticeGround::forbidPress()
{
    if (m_said)
        m_said->isForbidden = true;
    Q_EMIT changed();
}

void PracticeGround::setSeen(bool seen)
{
    m_isSeen = seen;
    followScript();
}

const model::Call *PracticeGround::callWith(RecordingState state) const
{
    const QList<model::CallId> ids = m_desk.inHand.ids(MostCalls);
    for (const model::CallId id : ids) {
        const model::Call *const call = m_desk.calls.find(id);
        if (call && call->recording.state == state)
            return call;
    }
    return nullptr;
}

const model::Call *PracticeGround::callInHand() const
{
    return m_desk.calls.find(m_desk.inHand.first());
}

bool PracticeGround::isPossible(Choice choice) const
{
    switch (choice) {
    case PracticeChoice::Call:
    case PracticeChoice::Storm: return m_desk.inHand.count() < MostCalls;
    case PracticeChoice::HangUp: return callInHand() != nullptr;
    case PracticeChoice::OtherPauses: return callWith(RecordingState::On) != nullptr;
    case PracticeChoice::OtherResumes: return callWith(RecordingState::Paused) != nullptr;
    case PracticeChoice::RecorderStops:
        return callWith(RecordingState::On) || callWith(RecordingState::Paused);
    case PracticeChoice::LoseLink: return !m_isLinkLost;
    case PracticeChoice::RestoreLink: return m_isLinkLost;
    case PracticeChoice::SwitchOver: return primary().canSwitchOver();
    case PracticeChoice::Refuse:
    case PracticeChoice::Silence: return true;
    }
    Q_UNREACHABLE();
}

bool PracticeGround::choose(Choice choice, int code)
{
    constexpr int Storm = 6;
    if (!isPossible(choice))
        return false;
    switch (choice) {
    case PracticeChoice::Call: return callIn(1);
    case PracticeChoice::Storm: return callIn(Storm);
    case PracticeChoice::HangUp: return hangUp();
    case PracticeChoice::OtherPauses: return changeRecorder(u"on"_s, u"paused"_s);
    case PracticeChoice::OtherResumes: return changeRecorder(u"paused"_s, u"on"_s);
    case PracticeChoice::RecorderStops:
        return changeRecorder(callWith(RecordingState::On) ? u"on"_s : u"paused"_s, u"off"_s);
    case PracticeChoice::Refuse: return refuseNext(code);
    case PracticeChoice::Silence: return done({{u"do"_s, u"mute-acks"_s}, {u"times"_s, 1}});
    case PracticeChoice::LoseLink: return setLink(false);
    case PracticeChoice::RestoreLink: return setLink(true);
    case PracticeChoice::SwitchOver: return switchOver();
    }
    Q_UNREACHABLE();
}

/// To the own DN; on a floor to one agent after the other.
bool PracticeGround::callIn(int howMany)
{
    QList<tlib::Dn> targets;
    const QList<model::DnEntry> entries = m_desk.registry.entries();
    for (const model::DnEntry &entry : entries) {
        if (entry.use == model::DnUse::Watched)
            targets.append(entry.dn);
    }
    if (targets.isEmpty())
        targets.append(m_desk.registry.ownDn());
    bool isDone = true;
    for (int call = 0; call < howMany; ++call) {
        const QString to = targets.at(m_calls % targets.size()).toString();
        const QString from = inventedNumber(m_calls++);
        isDone = done({{u"do"_s, u"call"_s}, {u"from"_s, from}, {u"to"_s, to}}) && isDone;
    }
    return isDone;
}

bool PracticeGround::hangUp()
{
    const model::Call *const call = callInHand();
    QJsonObject command{{u"do"_s, u"release"_s}, {u"connId"_s, call->id.toString()}};
    if (!call->otherParty.isEmpty())
        command.insert(u"dn"_s, call->otherParty.toString());
    return done(command);
}

bool PracticeGround::changeRecorder(const QString &from, const QString &to)
{
    const model::Call *const call = callWith(from == u"on" ? RecordingState::On : RecordingState::Paused);
    return done(
        {{u"do"_s, u"recorder"_s}, {u"connId"_s, call->id.toString()}, {u"from"_s, from}, {u"state"_s, to}});
}

/// Which one is next nobody knows: one of each is prepared, and the rest taken back after the first.
bool PracticeGround::refuseNext(int code)
{
    takeRefusalsBack();
    m_refusesNext = true;
    bool isDone = true;
    for (const QStringView service : Services)
        isDone = done({{u"do"_s, u"refuse"_s},
                       {u"service"_s, service.toString()},
                       {u"code"_s, code},
                       {u"times"_s, 1}}) &&
                 isDone;
    return isDone;
}

void PracticeGround::takeRefusalsBack()
{
    m_refusesNext = false;
    for (const QStringView service : Services)
        done({{u"do"_s, u"refuse"_s}, {u"service"_s, service.toString()}, {u"times"_s, 0}});
}

/// Of both servers: which of them serves may change meanwhile.
bool PracticeGround::setLink(bool isUp)
{
    bool isDone = true;
    for (SimulatorServer *const server : {m_first.get(), m_second.get()})
        isDone = bool(server->commands().carryOut({{u"do"_s, u"switch-link"_s}, {u"up"_s, isUp}})) && isDone;
    m_isLinkLost = !isUp;
    Q_EMIT changed();
    return isDone;
}

bool PracticeGround::switchOver()
{
    return done({{u"do"_s, u"switch-over"_s}});
}

} // namespace app

#include "moc_practiceground.cpp"
