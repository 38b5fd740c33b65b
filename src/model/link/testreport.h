#pragma once

#include "core/result.h"
#include "tlib/endpoint.h"
#include "tlib/ids.h"
#include "tlib/linksecurity.h"
#include "tlib/recordingnumbers.h"

#include <QList>

#include <optional>

namespace model {

/// What the test looks at, in this order for each server; DNs and what follows with the one that serves.
enum class TestStep { Host, Port, Encryption, Password, Role, Dn, Services, Addp };

enum class TestVerdict {
    Waiting,
    UnderWay,
    Good,
    Caution, ///< usable, but something should be known
    Bad,
    NotReached, ///< something before it was bad
};

/// What was found, or why it was not; TestResult::why has the words of whoever said so.
enum class TestFinding {
    None,
    AddressGiven, ///< an address needs no name service
    HostFound,
    HostUnknown,
    NamesSilent, ///< the name service did not answer
    PortAnswers,
    PortRefuses,
    PortSilent,
    PortUnreachable,
    Encrypted,
    NotEncrypted,
    Untrusted,   ///< why.reason is a tlib::TlsFlaw
    NoHandshake, ///< in time, or it broke
    NoPassword,  ///< none was given, and none is wanted
    PasswordTaken,
    PasswordWanted,
    PasswordWrong,
    Primary,
    Backup,       ///< it does not serve now
    NoSwitch,     ///< it has lost the link to its switch
    NobodyServes, ///< a backup, and no other server serves either
    Silent,       ///< its first word did not come in time
    Rejected,     ///< with why.serverCode
    Broken,       ///< the connection ended in the middle, or what came was no T-Library message
    Registered,
    DnRefused, ///< with why.serverCode
    DnSilent,
    NotTried,        ///< DNs beyond the most that are tried
    ServicesUntried, ///< four different numbers; without a call nobody can ask the server for more
    ServicesClash,
    SignsAnswered,
    SignsOff,
    SignsSilent,
};
TestVerdict verdictOf(TestFinding finding);

struct TestResult
{
    TestStep step = {};
    bool isOfBackup = false; ///< else of the primary; of no meaning from Dn on
    QString about = {};      ///< host, host:port or DN
    bool isPlain = false;    ///< of a server: no encryption was asked for
    TestVerdict verdict = TestVerdict::Waiting;
    TestFinding finding = TestFinding::None;
    std::optional<core::Error> why = {};
    tlib::LinkSecurity security = {};

    bool operator==(const TestResult &) const = default;
};

/// What is tested: values that a person has typed and not saved.
struct TestPlan
{
    QList<tlib::Endpoint> servers = {}; ///< the primary, then its backup; with password and keep-alive
    QList<tlib::Dn> dns = {};
    tlib::RecordingNumbers services = {};
};

/// What a ConnectionTest has found, a row for each step, all of them there from its start on. `server` is the
/// index in the plan; of steps that are of no server it means nothing.
class TestReport
{
public:
    TestReport() = default;
    /// Of more DNs than `mostDns` one row says how many are not tried.
    TestReport(const TestPlan &plan, qsizetype mostDns);

    const QList<TestResult> &rows() const { return m_rows; }
    void set(qsizetype server, TestStep step, TestFinding finding,
             const std::optional<core::Error> &why = std::nullopt);
    void setVerdict(qsizetype server, TestStep step, TestVerdict verdict);
    void setSecurity(qsizetype server, const tlib::LinkSecurity &security);
    /// The DNs' rows that are still to be asked about.
    QList<qsizetype> openDns() const;
    void setDn(qsizetype row, TestFinding finding, const std::optional<core::Error> &why = std::nullopt);
    void setUnderWay(qsizetype row) { m_rows[row].verdict = TestVerdict::UnderWay; }
    /// What this server has left open is not reached any more; `isServing`: nor what was asked of it alone.
    void closeServer(qsizetype server, bool isServing);
    /// What is open is not reached any more. `hasServed`: one of the servers did.
    void close(bool hasServed);
    /// Whether nothing is bad, left open or not reached.
    bool isGood() const;

private:
    template <class Change>
    void change(qsizetype server, TestStep step, Change change);

    QList<TestResult> m_rows;
};

} // namespace model
