#pragma once

#include "core/clock.h"
#include "model/link/pendingrequests.h"
#include "model/link/testreport.h"
#include "tlib/link.h"

#include <QObject>

#include <functional>
#include <memory>

namespace model {

/// Tries a connection as it would be used and says what it finds, step by step. It has a link of its own for
/// each server, one after the other, so nothing that the desk shows is touched. It registers DNs, for a
/// moment, and asks for nothing else: no call is made or moved.
///
///    Idle --start()--> Connecting --transport--> Greeting --serves--> Registering --> Leaving --> Listening
///                          ^                        | does not serve                             |
///                          '------ next server -----'--------------------------------------------'
///                                                   none left: Idle, finished()
class ConnectionTest : public QObject
{
    Q_OBJECT

public:
    struct Limits
    {
        core::Duration connect = std::chrono::seconds(20);  ///< beyond the link's own limits
        core::Duration greeting = std::chrono::seconds(10); ///< to the server's first word
        core::Duration answer = std::chrono::seconds(5);    ///< to a request
        core::Duration signs = std::chrono::seconds(4);     ///< to the answer to a sign of life
        qsizetype dns = 20;                                 ///< of more the first ones are tried
    };
    using MakeLink = std::function<std::unique_ptr<tlib::Link>()>;

    ConnectionTest(MakeLink makeLink, core::Clock &clock, const Limits &limits, QObject *parent = nullptr);
    /// As cancel().
    ~ConnectionTest() override;

    /// Takes the place of a test that is under way. `plan` has one or two servers.
    void start(const TestPlan &plan);
    /// Ends at once: what was not found out is NotReached. What it has registered goes with its link.
    void cancel();

    bool isUnderWay() const { return m_phase != Phase::Idle; }
    /// Of the test that is under way or was the last; all steps from the start on.
    const QList<TestResult> &results() const { return m_report.rows(); }
    /// Whether every step of a test that was finished is good enough to work with.
    bool hasPassed() const { return !isUnderWay() && m_report.isGood(); }
    /// The server that wants a password or does not take the given one; nothing where none does.
    std::optional<tlib::Endpoint> passwordWantedBy() const;

Q_SIGNALS:
    void changed();  ///< results()
    void finished(); ///< by itself or by cancel()

private:
    enum class Phase { Idle, Connecting, Greeting, Registering, Leaving, Listening };

    void connectToServer();
    void onLinkState(tlib::LinkState state, const std::optional<core::Error> &why);
    void onClosed(const core::Error &why);
    void onUnreached(const core::Error &why);
    void onOpen();
    void onEvent(const tlib::Event &event);
    void onGreeting(const tlib::Event &event);
    void onRejected(const core::Error &why);
    void onDeadline();
    void registerDns();
    void onRegistered(qsizetype row, const core::Result<tlib::Event> &answer);
    void leave();
    void listen();
    void lookForSign();
    void endServer();
    void end();

    void ask(const tlib::Request &request, PendingRequests::End end);
    void dropLink();
    void set(TestStep step, TestFinding finding, const std::optional<core::Error> &why = std::nullopt)
    {
        m_report.set(m_server, step, finding, why);
    }
    const tlib::Endpoint &server() const { return m_plan.servers[m_server]; }

    const MakeLink m_makeLink;
    core::Clock &m_clock;
    const Limits m_limits;
    TestPlan m_plan;
    TestReport m_report;
    Phase m_phase = Phase::Idle;
    qsizetype m_server = 0;
    bool m_hasServed = false;     ///< one of the servers has been asked about the DNs
    bool m_isServing = false;     ///< the one that is connected to was
    QList<tlib::Dn> m_registered; ///< and not given back yet
    qsizetype m_unanswered = 0;   ///< of what was asked in this phase
    core::Instant m_lastEvent{core::Duration(0)};
    std::unique_ptr<tlib::Link> m_link;
    PendingRequests m_pending;
    quint64 m_visit = 0; ///< to a server: answers of an earlier one are not heeded
    std::unique_ptr<core::Alarm> m_deadline;
    std::unique_ptr<core::Alarm> m_look;
};

} // namespace model
