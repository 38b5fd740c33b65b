#include "presentation/settings/testtext.h"

#include "presentation/words/errorwords.h"
#include "presentation/words/plaintext.h"
#include "presentation/words/securitytext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;
using model::TestFinding;
using model::TestResult;
using model::TestStep;
using model::TestVerdict;

namespace presentation {

namespace {

class TestWords
{
    Q_DECLARE_TR_FUNCTIONS(presentation::TestText)
};

/// What the server, or the system, has said of it; always with the server's number.
QString withDetail(const QString &sentence, const TestResult &result)
{
    if (!result.why)
        return sentence;
    const QString words = plainSentence(result.why->text, 200);
    const QString said = words.isEmpty() ? sentence : sentence + u' ' + words;
    return result.why->serverCode == 0 ? said
                                       : TestWords::tr("%1 (error %2)", "sentence, error number")
                                             .arg(said)
                                             .arg(result.why->serverCode);
}

/// The sentence that stands for a number everywhere, else what the server said.
QString refusalSentence(const QString &sentence, const TestResult &result)
{
    const auto words = result.why ? errorWords(result.why->serverCode) : std::nullopt;
    if (!words)
        return withDetail(sentence, result);
    return TestWords::tr("%1 (error %2)", "sentence, error number")
        .arg(QStringList{sentence, words->sentence, words->advice}.join(u' ').trimmed())
        .arg(result.why->serverCode);
}

QString certificateSentence(const tlib::LinkSecurity &security)
{
    const QString protocol =
        security.protocol.isEmpty() ? TestWords::tr("TLS") : plainText(security.protocol, 20);
    if (!security.certificateEnds.isValid())
        return TestWords::tr("Encrypted with %1.", "TLS 1.3").arg(protocol);
    return TestWords::tr("Encrypted with %1. The certificate belongs to %2 and is valid until %3.")
        .arg(protocol, plainText(security.certificateOf, 100),
             QLocale().toString(security.certificateEnds.toLocalTime().date(), QLocale::LongFormat));
}

QString untrustedText(const TestResult &result)
{
    const auto flaw = model::TlsFlaw(result.why ? result.why->reason : 0);
    const bool isOfFile = flaw == model::TlsFlaw::CaFile || flaw == model::TlsFlaw::OwnCertificate;
    const QString file = isOfFile && result.why ? plainSentence(result.why->text, 200) : QString();
    QStringList sentences{untrustedSentence(flaw), file, untrustedAdvice(flaw)};
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

/// What stands behind a sentence.
enum class More { Nothing, Detail, Refusal };

struct FindingRow
{
    TestFinding finding = {};
    const char *sentence = nullptr; ///< %1 is what it is about
    More more = More::Nothing;
};
constexpr FindingRow FindingRows[] = {
    {TestFinding::AddressGiven, QT_TRANSLATE_NOOP("presentation::TestText", "%1 is an address."),
     More::Nothing},
    {TestFinding::HostFound, QT_TRANSLATE_NOOP("presentation::TestText", "%1 was found."), More::Nothing},
    {TestFinding::HostUnknown,
     QT_TRANSLATE_NOOP("presentation::TestText", "No computer is called %1: check the spelling."),
     More::Nothing},
    {TestFinding::NamesSilent,
     QT_TRANSLATE_NOOP(
         "presentation::TestText",
         "The network's name service does not answer: check this computer's network connection."),
     More::Nothing},
    {TestFinding::PortAnswers, QT_TRANSLATE_NOOP("presentation::TestText", "%1 answers."), More::Nothing},
    {TestFinding::PortRefuses,
     QT_TRANSLATE_NOOP("presentation::TestText",
                       "Nothing listens at %1: check the port, and whether SIP Server runs."),
     More::Nothing},
    {TestFinding::PortSilent,
     QT_TRANSLATE_NOOP("presentation::TestText",
                       "%1 does not answer: check the address; a firewall may be in between."),
     More::Nothing},
    {TestFinding::PortUnreachable,
     QT_TRANSLATE_NOOP("presentation::TestText", "There is no way to %1: check the network."), More::Detail},
    {TestFinding::NotEncrypted,
     QT_TRANSLATE_NOOP("presentation::TestText",
                       "Not encrypted: others on the network can read the calls' data."),
     More::Nothing},
    {TestFinding::NoHandshake,
     QT_TRANSLATE_NOOP("presentation::TestText",
                       "Nothing there speaks TLS: check the port, or choose no encryption."),
     More::Nothing},
    {TestFinding::NoPassword, QT_TRANSLATE_NOOP("presentation::TestText", "The server wants none."),
     More::Nothing},
    {TestFinding::PasswordTaken, QT_TRANSLATE_NOOP("presentation::TestText", "The server takes it."),
     More::Nothing},
    {TestFinding::PasswordWanted,
     QT_TRANSLATE_NOOP("presentation::TestText", "The server wants a password: enter it and test again."),
     More::Nothing},
    {TestFinding::PasswordWrong,
     QT_TRANSLATE_NOOP("presentation::TestText",
                       "The password is wrong: enter the right one and test again."),
     More::Nothing},
    {TestFinding::Primary, QT_TRANSLATE_NOOP("presentation::TestText", "It serves as the primary."),
     More::Nothing},
    {TestFinding::Backup, QT_TRANSLATE_NOOP("presentation::TestText", "It is a backup at the moment."),
     More::Nothing},
    {TestFinding::NoSwitch,
     QT_TRANSLATE_NOOP("presentation::TestText",
                       "It has lost the link to its switch: its administrator has to look at it."),
     More::Refusal},
    {TestFinding::NobodyServes,
     QT_TRANSLATE_NOOP("presentation::TestText",
                       "It is a backup at the moment, and no other server serves: name the primary, too."),
     More::Nothing},
    {TestFinding::Rejected, QT_TRANSLATE_NOOP("presentation::TestText", "It does not let this program in."),
     More::Refusal},
    {TestFinding::Registered, QT_TRANSLATE_NOOP("presentation::TestText", "Registered."), More::Nothing},
    {TestFinding::DnSilent,
     QT_TRANSLATE_NOOP("presentation::TestText",
                       "The server does not answer about it: try again, or ask its administrator."),
     More::Nothing},
    {TestFinding::ServicesUntried,
     QT_TRANSLATE_NOOP(
         "presentation::TestText",
         "Four different numbers; whether the server knows them cannot be tried without a call."),
     More::Nothing},
    {TestFinding::ServicesClash,
     QT_TRANSLATE_NOOP(
         "presentation::TestText",
         "Start, stop, pause and resume need four different numbers: change them on the page Recording."),
     More::Nothing},
    {TestFinding::SignsAnswered,
     QT_TRANSLATE_NOOP("presentation::TestText", "The server answers signs of life."), More::Nothing},
    {TestFinding::SignsOff,
     QT_TRANSLATE_NOOP("presentation::TestText",
                       "Switched off: a connection that ends silently is found out late."),
     More::Nothing},
    {TestFinding::SignsSilent,
     QT_TRANSLATE_NOOP(
         "presentation::TestText",
         "The server does not answer signs of life (ADDP): ask its administrator to switch them on."),
     More::Nothing},
};

/// Something listens there, and says nothing, ends the connection or says something else.
QString noSipServerText(const TestResult &result)
{
    const QString server = plainText(result.about, 100);
    return result.isPlain
               ? TestWords::tr(
                     "%1 answers, but not as a SIP Server does: check host and port, and whether it "
                     "wants encryption (field “Encryption”).")
                     .arg(server)
               : TestWords::tr("%1 answers, but not as a SIP Server does: check host and port.").arg(server);
}

QString dnRefusedText(const TestResult &result)
{
    constexpr int NoSuchDn = 59;
    const QString dn = plainText(result.about, 40);
    if (result.why && result.why->serverCode == NoSuchDn)
        return TestWords::tr("SIP Server knows no DN %1 (error %2): check the DN, or ask your administrator.")
            .arg(dn)
            .arg(NoSuchDn);
    return refusalSentence(TestWords::tr("SIP Server does not register DN %1.").arg(dn), result);
}

QString tableText(const TestResult &result)
{
    const auto *row = std::find_if(std::begin(FindingRows), std::end(FindingRows),
                                   [&](const FindingRow &each) { return each.finding == result.finding; });
    if (row == std::end(FindingRows))
        return {};
    QString sentence = TestWords::tr(row->sentence);
    if (sentence.contains(u"%1"))
        sentence = sentence.arg(plainText(result.about, 100));
    switch (row->more) {
    case More::Nothing: return sentence;
    case More::Detail: return withDetail(sentence, result);
    case More::Refusal: return refusalSentence(sentence, result);
    }
    Q_UNREACHABLE();
}

/// The server's steps beside the role are told apart by their address, so this is only said of the role.
QString serverName(const TestResult &result)
{
    return result.isOfBackup ? TestWords::tr("Backup server") : TestWords::tr("Primary server");
}

} // namespace

QString testStepText(const TestResult &result)
{
    switch (result.step) {
    case TestStep::Host: return TestWords::tr("Host");
    case TestStep::Port: return TestWords::tr("Port");
    case TestStep::Encryption: return TestWords::tr("Encryption");
    case TestStep::Password: return TestWords::tr("Password");
    case TestStep::Role: return serverName(result);
    case TestStep::Dn:
        return result.finding == TestFinding::NotTried
                   ? TestWords::tr("More DNs")
                   : TestWords::tr("DN %1").arg(plainText(result.about, 40));
    case TestStep::Services: return TestWords::tr("Recording numbers");
    case TestStep::Addp: return TestWords::tr("Signs of life");
    }
    Q_UNREACHABLE();
}

QString testFindingText(const TestResult &result)
{
    switch (result.verdict) {
    case TestVerdict::Waiting: return {};
    case TestVerdict::UnderWay: return TestWords::tr("Looking…");
    case TestVerdict::NotReached: return TestWords::tr("Not reached.");
    case TestVerdict::Good:
    case TestVerdict::Caution:
    case TestVerdict::Bad: break;
    }
    if (result.finding == TestFinding::Encrypted)
        return certificateSentence(result.security);
    if (result.finding == TestFinding::Untrusted)
        return untrustedText(result);
    if (result.finding == TestFinding::Silent || result.finding == TestFinding::Broken)
        return noSipServerText(result);
    if (result.finding == TestFinding::DnRefused)
        return dnRefusedText(result);
    if (result.finding == TestFinding::NotTried)
        return TestWords::tr("%n more DN(s) are not tried here.", nullptr, result.about.toInt());
    return tableText(result);
}

QString testVerdictText(TestVerdict verdict)
{
    switch (verdict) {
    case TestVerdict::Waiting: return TestWords::tr("waiting", "a step of the test");
    case TestVerdict::UnderWay: return TestWords::tr("under way", "a step of the test");
    case TestVerdict::Good: return TestWords::tr("good", "a step of the test");
    case TestVerdict::Caution: return TestWords::tr("note", "a step of the test: worth knowing");
    case TestVerdict::Bad: return TestWords::tr("bad", "a step of the test");
    case TestVerdict::NotReached: return TestWords::tr("not reached", "a step of the test");
    }
    Q_UNREACHABLE();
}

QString testSummary(const QList<TestResult> &results, bool isUnderWay)
{
    const auto isFound = [&](TestFinding finding) {
        return std::any_of(results.begin(), results.end(),
                           [finding](const TestResult &result) { return result.finding == finding; });
    };
    for (const TestResult &result : results) {
        if (result.verdict == TestVerdict::Bad)
            return TestWords::tr("%1: %2", "a step of the test, what was found")
                .arg(testStepText(result), testFindingText(result));
    }
    for (const TestResult &result : results) {
        if (isUnderWay && result.verdict == TestVerdict::UnderWay)
            return TestWords::tr("Testing: %1…", "a step").arg(testStepText(result));
    }
    for (const TestResult &result : results) {
        if (result.verdict == TestVerdict::NotReached)
            return TestWords::tr("The test was ended before it was through.");
    }
    const QString encrypted = isFound(TestFinding::Encrypted) ? TestWords::tr("Connected, encrypted")
                                                              : TestWords::tr("Connected, not encrypted");
    const auto dns = std::count_if(results.begin(), results.end(), [](const TestResult &result) {
        return result.finding == TestFinding::Registered;
    });
    return dns == 0
               ? encrypted
               : TestWords::tr("%1 · %n DN(s) registered", "Connected, encrypted", int(dns)).arg(encrypted);
}

} // namespace presentation
