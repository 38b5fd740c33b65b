#include "model/link/connectiontest.h"

#include "core/masking.h"
#include "model/link/passwordstore.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using tlib::MessageType;

namespace model {

namespace {

/// A sign of life is not waited for as long as it may take in use.
constexpr int TestAddpSeconds = 1;
constexpr core::Duration SignLookInterval = std::chrono::milliseconds(200);

/// IPv4, or IPv6, which alone has colons.
bool isNumericAddress(const QString &host)
{
    const auto isOfAddress = [](QChar c) { return c.isDigit() || c == u'.'; };
    return host.contains(u':') || std::all_of(host.begin(), host.end(), isOfAddress);
}

core::Error refusalOf(const tlib::Event &event)
{
    return {.kind = core::ErrorKind::Refused,
            .text = core::maskedCards(event.errorMessage.toString()),
            .serverCode = event.errorCode.value_or(0)};
}

} // namespace

ConnectionTest::ConnectionTest(MakeLink makeLink, core::Clock &clock, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_makeLink(std::move(makeLink))
    , m_clock(clock)
    , m_limits(limits)
    , m_pending(clock, limits.answer)
    , m_deadline(clock.alarm([this] { onDeadline(); }))
    , m_look(clock.alarm([this] { lookForSign(); }))
{
}

ConnectionTest::~ConnectionTest()
{
    dropLink();
    for (tlib::Endpoint &endpoint : m_plan.servers)
        wipe(endpoint.password);
}

void ConnectionTest::start(const TestPlan &plan)
{
    Q_ASSERT(!plan.servers.isEmpty());
    dropLink();
    m_plan = plan;
    m_report = TestReport(plan, m_limits.dns);
    m_hasServed = m_isServing = false;
    m_server = 0;
    connectToServer();
}

void ConnectionTest::cancel()
{
    if (!isUnderWay())
        return;
    dropLink();
    end();
}

std::optional<tlib::Endpoint> ConnectionTest::passwordWantedBy() const
{
    for (const TestResult &result : m_report.rows()) {
        if (result.finding == TestFinding::PasswordWanted || result.finding == TestFinding::PasswordWrong)
            return m_plan.servers.value(result.isOfBackup ? 1 : 0);
    }
    return std::nullopt;
}

void ConnectionTest::connectToServer()
{
    ++m_visit;
    m_phase = Phase::Connecting;
    m_report.setVerdict(m_server, TestStep::Host, TestVerdict::UnderWay);
    m_link = m_makeLink();
    connect(m_link.get(), &tlib::Link::stateChanged, this, &ConnectionTest::onLinkState);
    connect(m_link.get(), &tlib::Link::eventReceived, this, &ConnectionTest::onEvent);
    m_deadline->start(m_limits.connect);
    tlib::Endpoint to = server();
    to.addpTimeout = std::min(to.addpTimeout, TestAddpSeconds);
    m_link->open(to);
    Q_EMIT changed();
}

void ConnectionTest::onLinkState(tlib::LinkState state, const std::optional<core::Error> &why)
{
    switch (state) {
    case tlib::LinkState::Opening: return;
    case tlib::LinkState::Open: return onOpen();
    case tlib::LinkState::Closed:
        return onClosed(why.value_or(core::Error{.kind = core::ErrorKind::LinkLost,
                                                 .text = u"the server closed the connection"_s,
                                                 .reason = int(tlib::LinkLoss::Closed)}));
    }
}

void ConnectionTest::onOpen()
{
    if (m_phase != Phase::Connecting)
        return;
    m_phase = Phase::Greeting;
    m_deadline->start(m_limits.greeting);
    set(TestStep::Host, isNumericAddress(server().host) ? TestFinding::AddressGiven : TestFinding::HostFound);
    set(TestStep::Port, TestFinding::PortAnswers);
    set(TestStep::Encryption, server().secure ? TestFinding::Encrypted : TestFinding::NotEncrypted);
    m_report.setSecurity(m_server, m_link->security());
    m_report.setVerdict(m_server, TestStep::Password, TestVerdict::UnderWay);
    Q_EMIT changed();
}

void ConnectionTest::onClosed(const core::Error &why)
{
    switch (m_phase) {
    case Phase::Idle: return;
    case Phase::Connecting: onUnreached(why); break;
    case Phase::Greeting: onRejected(why); break;
    case Phase::Registering: set(TestStep::Role, TestFinding::Broken, why); break;
    case Phase::Leaving: break;
    case Phase::Listening: set(TestStep::Addp, TestFinding::SignsSilent, why); break;
    }
    m_registered.clear(); // with the link
    endServer();
}

/// How far it came before it failed.
void ConnectionTest::onUnreached(const core::Error &why)
{
    const bool isTls = why.kind == core::ErrorKind::Untrusted;
    const auto how = isTls ? tlib::Unreached::NoHandshake : tlib::Unreached(why.reason);
    if (how == tlib::Unreached::UnknownHost || how == tlib::Unreached::SilentNames)
        return set(TestStep::Host,
                   how == tlib::Unreached::UnknownHost ? TestFinding::HostUnknown : TestFinding::NamesSilent,
                   why);
    // These files are read before anything is sent, so nothing is known of the host.
    const bool isOwnFile = isTls && (why.reason == int(tlib::TlsFlaw::CaFile) ||
                                     why.reason == int(tlib::TlsFlaw::OwnCertificate));
    if (isOwnFile) {
        m_report.setVerdict(m_server, TestStep::Host, TestVerdict::NotReached);
        return set(TestStep::Encryption, TestFinding::Untrusted, why);
    }
    set(TestStep::Host, isNumericAddress(server().host) ? TestFinding::AddressGiven : TestFinding::HostFound);
    if (how == tlib::Unreached::NoHandshake) {
        set(TestStep::Port, TestFinding::PortAnswers);
        return set(TestStep::Encryption, isTls ? TestFinding::Untrusted : TestFinding::NoHandshake, why);
    }
    set(TestStep::Port,
        how == tlib::Unreached::Refused         ? TestFinding::PortRefuses
        : why.kind == core::ErrorKind::TimedOut ? TestFinding::PortSilent
                                                : TestFinding::PortUnreachable,
        why);
}

void ConnectionTest::onEvent(const tlib::Event &event)
{
    m_lastEvent = m_clock.now();
    if (m_phase == Phase::Greeting)
        return onGreeting(event);
    m_pending.settle(event);
}

void ConnectionTest::onGreeting(const tlib::Event &event)
{
    if (event.type == MessageType::EventError) {
        onRejected(refusalOf(event));
        return endServer();
    }
    if (event.type != MessageType::EventLinkConnected && event.type != MessageType::EventLinkDisconnected)
        return;
    set(TestStep::Password,
        server().password.isEmpty() ? TestFinding::NoPassword : TestFinding::PasswordTaken);
    const bool isBackup = event.serverRole == tlib::ServerRole::Backup;
    if (event.type == MessageType::EventLinkDisconnected && !isBackup) {
        set(TestStep::Role, TestFinding::NoSwitch, refusalOf(event));
        return endServer();
    }
    set(TestStep::Role, isBackup ? TestFinding::Backup : TestFinding::Primary);
    if (isBackup || m_hasServed)
        return endServer();
    m_hasServed = m_isServing = true;
    registerDns();
}

/// By its words, or by closing the connection without one.
void ConnectionTest::onRejected(const core::Error &why)
{
    if (why.kind == core::ErrorKind::Refused && why.serverCode == tlib::errorcode::BadPassword)
        return set(TestStep::Password,
                   server().password.isEmpty() ? TestFinding::PasswordWanted : TestFinding::PasswordWrong,
                   why);
    m_report.setVerdict(m_server, TestStep::Password, TestVerdict::NotReached);
    set(TestStep::Role, why.kind == core::ErrorKind::Refused ? TestFinding::Rejected : TestFinding::Broken,
        why);
}

void ConnectionTest::onDeadline()
{
    const core::Error late{.kind = core::ErrorKind::TimedOut, .text = u"no answer in time"_s};
    switch (m_phase) {
    case Phase::Idle: return;
    case Phase::Connecting: onUnreached(late); break;
    case Phase::Greeting:
        m_report.setVerdict(m_server, TestStep::Password, TestVerdict::NotReached);
        set(TestStep::Role, TestFinding::Silent, late);
        break;
    case Phase::Registering: // each of them has a limit of its own
    case Phase::Leaving: break;
    case Phase::Listening: set(TestStep::Addp, TestFinding::SignsSilent, late); break;
    }
    endServer();
}

void ConnectionTest::ask(const tlib::Request &request, PendingRequests::End end)
{
    auto guarded = [this, visit = m_visit, end = std::move(end)](const core::Result<tlib::Event> &answer) {
        if (visit == m_visit)
            end(answer);
    };
    const auto sent = m_link->send(request);
    if (sent)
        m_pending.add(*sent, typeOf(request), std::move(guarded));
    else
        QMetaObject::invokeMethod(
            this, [guarded, why = sent.error()] { guarded(why); }, Qt::QueuedConnection);
    ++m_unanswered;
}

void ConnectionTest::registerDns()
{
    m_phase = Phase::Registering;
    m_deadline->stop();
    m_unanswered = 0;
    const QList<qsizetype> rows = m_report.openDns();
    for (const qsizetype row : rows) {
        m_report.setUnderWay(row);
        ask(tlib::RegisterAddress{.dn = tlib::Dn(results()[row].about)},
            [this, row](const core::Result<tlib::Event> &answer) { onRegistered(row, answer); });
    }
    Q_EMIT changed();
    if (m_unanswered == 0)
        leave();
}

void ConnectionTest::onRegistered(qsizetype row, const core::Result<tlib::Event> &answer)
{
    if (answer) {
        m_report.setDn(row, TestFinding::Registered);
        m_registered.append(tlib::Dn(results()[row].about));
    } else {
        const bool isRefused = answer.error().kind == core::ErrorKind::Refused;
        m_report.setDn(row, isRefused ? TestFinding::DnRefused : TestFinding::DnSilent, answer.error());
    }
    Q_EMIT changed();
    if (--m_unanswered == 0)
        leave();
}

/// The server answers that a DN was given back, or not: either way nothing is left to do about it.
void ConnectionTest::leave()
{
    m_phase = Phase::Leaving;
    m_unanswered = 0;
    const QList<tlib::Dn> registered = std::exchange(m_registered, {});
    for (const tlib::Dn &dn : registered)
        ask(tlib::UnregisterAddress{.dn = dn}, [this](const core::Result<tlib::Event> &) {
            if (--m_unanswered == 0)
                listen();
        });
    if (m_unanswered == 0)
        listen();
}

void ConnectionTest::listen()
{
    m_phase = Phase::Listening;
    if (server().addpTimeout == 0)
        return endServer();
    m_report.setVerdict(m_server, TestStep::Addp, TestVerdict::UnderWay);
    m_deadline->start(m_limits.signs);
    m_look->start(SignLookInterval);
    Q_EMIT changed();
}

/// What is heard after the last event was no event: the answer to a poll.
void ConnectionTest::lookForSign()
{
    const auto heard = m_link->lastHeard();
    if (!heard || *heard <= m_lastEvent)
        return m_look->start(SignLookInterval);
    set(TestStep::Addp, TestFinding::SignsAnswered);
    endServer();
}

/// What this server has left unsaid is not reached any more; the next one, if there is one.
void ConnectionTest::endServer()
{
    dropLink();
    m_report.closeServer(m_server, m_isServing);
    m_isServing = false;
    if (++m_server < m_plan.servers.size())
        return connectToServer();
    end();
}

void ConnectionTest::end()
{
    m_phase = Phase::Idle;
    m_report.close(m_hasServed);
    Q_EMIT changed();
    Q_EMIT finished();
}

/// It may be in the middle of one of its own signals: it goes later, and is heard no more.
void ConnectionTest::dropLink()
{
    ++m_visit;
    m_deadline->stop();
    m_look->stop();
    if (!m_link)
        return;
    m_pending.endAll({.kind = core::ErrorKind::LinkLost, .text = u"the test has gone on"_s});
    m_link->disconnect(this);
    const QList<tlib::Dn> registered = std::exchange(m_registered, {});
    for (const tlib::Dn &dn : registered)
        std::ignore = m_link->send(tlib::UnregisterAddress{.dn = dn});
    m_link->close();
    m_link.release()->deleteLater();
}

} // namespace model

#include "moc_connectiontest.cpp"
