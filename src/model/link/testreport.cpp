#include "model/link/testreport.h"

#include <QSet>

#include <algorithm>

namespace model {

namespace {

TestFinding judged(const tlib::RecordingNumbers &numbers)
{
    const QSet<int> all{numbers.start, numbers.stop, numbers.pause, numbers.resume};
    const bool isFour = all.size() == 4 && std::all_of(all.begin(), all.end(), [](int n) { return n > 0; });
    return isFour ? TestFinding::ServicesUntried : TestFinding::ServicesClash;
}

bool isOfServer(TestStep step)
{
    return step < TestStep::Dn;
}

bool isOpen(const TestResult &row)
{
    return row.verdict == TestVerdict::Waiting || row.verdict == TestVerdict::UnderWay;
}

TestResult resultOf(TestStep step, TestFinding finding, const QString &about = {})
{
    return {.step = step, .about = about, .verdict = verdictOf(finding), .finding = finding};
}

} // namespace

TestVerdict verdictOf(TestFinding finding)
{
    switch (finding) {
    case TestFinding::None: return TestVerdict::Waiting;
    case TestFinding::AddressGiven:
    case TestFinding::HostFound:
    case TestFinding::PortAnswers:
    case TestFinding::Encrypted:
    case TestFinding::NoPassword:
    case TestFinding::PasswordTaken:
    case TestFinding::Primary:
    case TestFinding::Registered:
    case TestFinding::SignsAnswered: return TestVerdict::Good;
    case TestFinding::NotEncrypted:
    case TestFinding::Backup:
    case TestFinding::NotTried:
    case TestFinding::ServicesUntried:
    case TestFinding::SignsOff: return TestVerdict::Caution;
    case TestFinding::HostUnknown:
    case TestFinding::NamesSilent:
    case TestFinding::PortRefuses:
    case TestFinding::PortSilent:
    case TestFinding::PortUnreachable:
    case TestFinding::Untrusted:
    case TestFinding::NoHandshake:
    case TestFinding::PasswordWanted:
    case TestFinding::PasswordWrong:
    case TestFinding::NoSwitch:
    case TestFinding::NobodyServes:
    case TestFinding::Silent:
    case TestFinding::Rejected:
    case TestFinding::Broken:
    case TestFinding::DnRefused:
    case TestFinding::DnSilent:
    case TestFinding::ServicesClash:
    case TestFinding::SignsSilent: return TestVerdict::Bad;
    }
    Q_UNREACHABLE();
}

TestReport::TestReport(const TestPlan &plan, qsizetype mostDns)
{
    for (qsizetype i = 0; i < plan.servers.size(); ++i) {
        const tlib::Endpoint &endpoint = plan.servers[i];
        for (const TestStep step :
             {TestStep::Host, TestStep::Port, TestStep::Encryption, TestStep::Password, TestStep::Role})
            m_rows.append({.step = step,
                           .isOfBackup = i > 0,
                           .about = step == TestStep::Host ? endpoint.host : endpoint.address(),
                           .isPlain = !endpoint.secure});
    }
    for (qsizetype i = 0; i < std::min(plan.dns.size(), mostDns); ++i)
        m_rows.append({.step = TestStep::Dn, .about = plan.dns[i].toString()});
    if (plan.dns.size() > mostDns)
        m_rows.append(
            resultOf(TestStep::Dn, TestFinding::NotTried, QString::number(plan.dns.size() - mostDns)));
    m_rows.append(resultOf(TestStep::Services, judged(plan.services)));
    const bool isPolled = !plan.servers.isEmpty() && plan.servers.first().addpTimeout > 0;
    m_rows.append(resultOf(TestStep::Addp, isPolled ? TestFinding::None : TestFinding::SignsOff));
}

template <class Change>
void TestReport::change(qsizetype server, TestStep step, Change change)
{
    for (TestResult &row : m_rows) {
        if (row.step == step && (!isOfServer(step) || row.isOfBackup == (server > 0)))
            change(row);
    }
}

void TestReport::set(qsizetype server, TestStep step, TestFinding finding,
                     const std::optional<core::Error> &why)
{
    change(server, step, [&](TestResult &row) {
        row.finding = finding;
        row.verdict = verdictOf(finding);
        row.why = why;
    });
}

void TestReport::setVerdict(qsizetype server, TestStep step, TestVerdict verdict)
{
    change(server, step, [verdict](TestResult &row) { row.verdict = verdict; });
}

void TestReport::setSecurity(qsizetype server, const tlib::LinkSecurity &security)
{
    change(server, TestStep::Encryption, [&](TestResult &row) { row.security = security; });
}

QList<qsizetype> TestReport::openDns() const
{
    QList<qsizetype> rows;
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].step == TestStep::Dn && isOpen(m_rows[row]))
            rows.append(row);
    }
    return rows;
}

void TestReport::setDn(qsizetype row, TestFinding finding, const std::optional<core::Error> &why)
{
    m_rows[row].finding = finding;
    m_rows[row].verdict = verdictOf(finding);
    m_rows[row].why = why;
}

void TestReport::closeServer(qsizetype server, bool isServing)
{
    for (TestResult &row : m_rows) {
        const bool isOfIt = isOfServer(row.step) ? row.isOfBackup == (server > 0) : isServing;
        if (isOfIt && isOpen(row))
            row.verdict = TestVerdict::NotReached;
    }
}

void TestReport::close(bool hasServed)
{
    for (TestResult &row : m_rows) {
        if (isOpen(row))
            row.verdict = TestVerdict::NotReached;
        // A backup beside a primary is as it should be; alone it is of no use.
        if (!hasServed && row.finding == TestFinding::Backup) {
            row.finding = TestFinding::NobodyServes;
            row.verdict = verdictOf(row.finding);
        }
    }
}

bool TestReport::isGood() const
{
    return !m_rows.isEmpty() && std::none_of(m_rows.begin(), m_rows.end(), [](const TestResult &row) {
        return isOpen(row) || row.verdict == TestVerdict::Bad || row.verdict == TestVerdict::NotReached;
    });
}

} // namespace model
