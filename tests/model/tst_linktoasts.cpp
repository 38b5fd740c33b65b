#include "model/linktoasts.h"
#include "support/conversation.h"
#include "support/fakepasswordstore.h"
#include "support/testprogram.h"

namespace tst_linktoasts {

using namespace Qt::StringLiterals;
using model::Severity;
using model::Toast;
using model::ToastKind;
using Certificate = model::CertificateWatch::Certificate;

namespace {

const QString Server = u"sip-prim.example:7007"_s;

/// What says something, and the toasts that come of it.
struct Followed
{
    Followed()
        : passwords(talk.desk.connection, store, talk.clock)
        , certificates(talk.desk.connection, talk.clock)
        , linkToasts(talk.desk.toasts)
    {
        linkToasts.follow(passwords);
        linkToasts.follow(certificates);
    }

    const core::SteadyList<Toast> &toasts() const { return talk.desk.toasts.toasts(); }
    QDateTime in(int days) const { return talk.clock.wallTime().addDays(days); }

    support::Conversation talk;
    support::FakePasswordStore store;
    model::ServerPasswords passwords;
    model::CertificateWatch certificates;
    model::LinkToasts linkToasts;
};

} // namespace

class TestLinkToasts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCertificateThatEndsSoonIsAWarning_data();
    void aCertificateThatEndsSoonIsAWarning();
    void aRenewalTakesBackWhatWasSaidOfTheEarlierOne();
    void aRenewalLeavesTheOtherCertificatesAlone();
    void aPostponedQuestionIsSaidAsTheServersRefusal();
    void whatWasNotKeptIsAWarning();
};

void TestLinkToasts::aCertificateThatEndsSoonIsAWarning_data()
{
    QTest::addColumn<Certificate>("whose");
    QTest::addColumn<ToastKind>("kind");
    QTest::newRow("the server's") << Certificate::Servers << ToastKind::ServerCertificateEnds;
    QTest::newRow("the one that this desktop shows") << Certificate::Own << ToastKind::OwnCertificateEnds;
}

void TestLinkToasts::aCertificateThatEndsSoonIsAWarning()
{
    QFETCH(Certificate, whose);
    Followed desk;
    Q_EMIT desk.certificates.endsSoon(whose, Server, desk.in(3));
    QCOMPARE(desk.toasts().size(), 1);
    const Toast &toast = desk.toasts().first();
    QTEST(toast.kind, "kind");
    QCOMPARE(toast.severity, Severity::Warning);
    QCOMPARE(toast.ends, desk.in(3));
    QCOMPARE(toast.serverText, Server);
}

void TestLinkToasts::aRenewalTakesBackWhatWasSaidOfTheEarlierOne()
{
    Followed desk;
    Q_EMIT desk.certificates.endsSoon(Certificate::Servers, Server, desk.in(3));
    Q_EMIT desk.certificates.renewed(Certificate::Servers, Server, desk.in(3)); // the same one
    QCOMPARE(desk.toasts().size(), 1);
    Q_EMIT desk.certificates.renewed(Certificate::Servers, Server, desk.in(365));
    QVERIFY(desk.toasts().isEmpty());
}

void TestLinkToasts::aRenewalLeavesTheOtherCertificatesAlone()
{
    Followed desk;
    Q_EMIT desk.certificates.endsSoon(Certificate::Own, Server, desk.in(3));
    Q_EMIT desk.certificates.endsSoon(Certificate::Servers, u"backup:7007"_s, desk.in(3));
    Q_EMIT desk.certificates.renewed(Certificate::Servers, Server, desk.in(365));
    QCOMPARE(desk.toasts().size(), 2);
}

void TestLinkToasts::aPostponedQuestionIsSaidAsTheServersRefusal()
{
    Followed desk;
    Q_EMIT desk.passwords.postponed(Server);
    QCOMPARE(desk.toasts().size(), 1);
    const Toast &toast = desk.toasts().first();
    QCOMPARE(toast.kind, ToastKind::PasswordNeeded);
    QCOMPARE(toast.severity, Severity::Error);
    QCOMPARE(toast.code, tlib::errorcode::BadPassword);
    QCOMPARE(toast.serverText, Server);
    Q_EMIT desk.passwords.questionChanged(); // there is none any more
    QVERIFY(desk.toasts().isEmpty());
}

void TestLinkToasts::whatWasNotKeptIsAWarning()
{
    Followed desk;
    Q_EMIT desk.passwords.notKept(Server);
    QCOMPARE(desk.toasts().size(), 1);
    QCOMPARE(desk.toasts().first().kind, ToastKind::PasswordNotKept);
    QCOMPARE(desk.toasts().first().severity, Severity::Warning);
    QCOMPARE(desk.toasts().first().serverText, Server);
    Q_EMIT desk.passwords.questionChanged();
    QCOMPARE(desk.toasts().size(), 1); // it is no question
}

TALLY_TEST(TestLinkToasts)

} // namespace tst_linktoasts

#include "tst_linktoasts.moc"
