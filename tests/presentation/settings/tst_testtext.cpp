#include "presentation/settings/testtext.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_testtext {

using namespace Qt::StringLiterals;
using model::TestFinding;
using model::TestResult;
using model::TestStep;
using model::TestVerdict;

class TestTestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFindingIsASentence();
    void aRefusalHasItsNumberAndASentenceForIt();
    void aPersonIsToldAPersonsWords();
    void whatComesFromOutsideIsPlain();
    void theWorstIsSaidFirst();
    void anEndedTestIsNoSuccess();
};

void TestTestText::everyFindingIsASentence()
{
    for (int i = int(TestFinding::None) + 1; i <= int(TestFinding::SignsSilent); ++i) {
        const auto finding = TestFinding(i);
        const QString text = presentation::testFindingText(
            {.about = u"7"_s, .verdict = model::verdictOf(finding), .finding = finding});
        QVERIFY2(text.endsWith(u'.'), qPrintable(QString::number(i) + text));
        QVERIFY2(!text.contains(u"%1"), qPrintable(text));
        // What is bad says what to do, too, where the server's own words do not.
        if (model::verdictOf(finding) == TestVerdict::Bad && finding != TestFinding::Rejected &&
            finding != TestFinding::DnRefused && finding != TestFinding::Untrusted)
            QVERIFY2(text.contains(u':'), qPrintable(text));
    }
    for (const auto verdict : {TestVerdict::Waiting, TestVerdict::UnderWay, TestVerdict::Good,
                               TestVerdict::Caution, TestVerdict::Bad, TestVerdict::NotReached})
        QVERIFY(!presentation::testVerdictText(verdict).isEmpty());
}

void TestTestText::aRefusalHasItsNumberAndASentenceForIt()
{
    const auto refused = [](int code, const QString &words) {
        return presentation::testFindingText(
            {.step = TestStep::Dn,
             .about = u"7009"_s,
             .verdict = TestVerdict::Bad,
             .finding = TestFinding::DnRefused,
             .why = core::Error{.kind = core::ErrorKind::Refused, .text = words, .serverCode = code}});
    };
    QVERIFY(refused(59, {}).startsWith(u"SIP Server knows no DN 7009 (error 59)"));
    QVERIFY(refused(40, {}).contains(u"licence")); // this number has a sentence
    QVERIFY(refused(9999, {}).contains(u"DN 7009"));
    QVERIFY(refused(9999, u"no way"_s).contains(u"No way."));
    QVERIFY(refused(9999, u"no way"_s).contains(u"(error 9999)"));
}

/// Neither the wire's words nor the names of keys: each names the thing and what to do.
void TestTestText::aPersonIsToldAPersonsWords()
{
    const auto said = [](TestFinding finding, bool isPlain, const core::Error &why) {
        return presentation::testFindingText({.step = TestStep::Role,
                                              .about = u"a.example:7007"_s,
                                              .isPlain = isPlain,
                                              .verdict = TestVerdict::Bad,
                                              .finding = finding,
                                              .why = why});
    };
    const core::Error poll{.kind = core::ErrorKind::LinkLost, .text = u"a poll was not answered in time"_s};
    for (const TestFinding finding : {TestFinding::Broken, TestFinding::Silent}) {
        QCOMPARE(said(finding, false, poll),
                 u"a.example:7007 answers, but not as a SIP Server does: check host and port."_s);
        QVERIFY(said(finding, true, poll).contains(u"Encryption"));
    }
    for (const auto flaw : {model::TlsFlaw::SelfSigned, model::TlsFlaw::UnknownAuthority,
                            model::TlsFlaw::CaFile, model::TlsFlaw::OwnCertificate}) {
        const QString text =
            said(TestFinding::Untrusted, false,
                 {.kind = core::ErrorKind::Untrusted, .text = u"/a/b.jpg: no"_s, .reason = int(flaw)});
        QVERIFY2(!text.contains(u"connection/"), qPrintable(text));
        QVERIFY2(text.contains(flaw == model::TlsFlaw::OwnCertificate ? u"“Client certificate”"
                                                                      : u"“Authorities”"),
                 qPrintable(text));
        const bool isOfFile = flaw == model::TlsFlaw::CaFile || flaw == model::TlsFlaw::OwnCertificate;
        QCOMPARE(text.contains(u"/a/b.jpg"), isOfFile);
    }
}

void TestTestText::whatComesFromOutsideIsPlain()
{
    const QString text = presentation::testFindingText(
        {.step = TestStep::Encryption,
         .verdict = TestVerdict::Good,
         .finding = TestFinding::Encrypted,
         .security = {.isEncrypted = true,
                      .protocol = u"TLS 1.3"_s,
                      .certificateOf = u"a\u202eb\n"_s + QString(5000, u'x'),
                      .certificateEnds = QDateTime(QDate(2120, 1, 1), QTime(12, 0))}});
    QVERIFY(!text.contains(QChar(0x202e)) && !text.contains(u'\n'));
    QVERIFY(text.size() < 300);
    QVERIFY(text.contains(u"2120"));
}

void TestTestText::theWorstIsSaidFirst()
{
    QList<TestResult> results{
        {.step = TestStep::Host, .verdict = TestVerdict::Good, .finding = TestFinding::HostFound},
        {.step = TestStep::Dn,
         .about = u"7001"_s,
         .verdict = TestVerdict::Good,
         .finding = TestFinding::Registered}};
    QCOMPARE(presentation::testSummary(results, false), u"Connected, not encrypted · 1 DN(s) registered"_s);
    results.append({.step = TestStep::Role,
                    .isOfBackup = true,
                    .about = u"b.example:7007"_s,
                    .verdict = TestVerdict::Bad,
                    .finding = TestFinding::Silent});
    QCOMPARE(presentation::testSummary(results, true),
             u"Backup server: b.example:7007 answers, but not as a SIP Server does: check host and port."_s);
}

void TestTestText::anEndedTestIsNoSuccess()
{
    const QList<TestResult> results{{.step = TestStep::Host, .verdict = TestVerdict::NotReached}};
    QVERIFY(presentation::testSummary(results, false).contains(u"ended"));
}

TALLY_TEST(TestTestText)

} // namespace tst_testtext

#include "tst_testtext.moc"
