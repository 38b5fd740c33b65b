#include "model/link/certificatewatch.h"
#include "model/linktoasts.h"
#include "support/conversation.h"
#include "support/testprogram.h"

namespace tst_certificatewatch {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::ToastKind;

namespace {

/// A link with a certificate.
struct Watched
{
    Watched()
        : watch(talk.desk.connection, talk.clock)
        , linkToasts(talk.desk.toasts)
    {
        linkToasts.follow(watch);
    }

    /// Connects to a server whose certificate ends so many days from now.
    void connect(int days, std::optional<int> ownDays = {})
    {
        talk.link.setSecurity({.isEncrypted = true,
                               .protocol = u"TLS 1.3"_s,
                               .certificateEnds = in(days),
                               .ownCertificateEnds = ownDays ? in(*ownDays) : QDateTime()});
        talk.connect();
    }
    QDateTime in(int days) const { return talk.clock.wallTime().addDays(days); }
    const core::SteadyList<model::Toast> &toasts() const { return talk.desk.toasts.toasts(); }

    support::Conversation talk;
    model::CertificateWatch watch;
    model::LinkToasts linkToasts;
};

} // namespace

class TestCertificateWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatEndsSoon_data();
    void saysWhatEndsSoon();
    void connectionWithoutCertificateIsNoNews();
    void ownCertificateIsSaidByItself();
    void saysItOnce();
    void renewedCertificateEndsTheToast();
    void looksEveryDay();
};

void TestCertificateWatch::saysWhatEndsSoon_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<bool>("isSaid");
    QTest::newRow("in a year") << 365 << false;
    QTest::newRow("in 31 days") << 31 << false;
    QTest::newRow("in 29 days") << 29 << true;
    QTest::newRow("tomorrow") << 1 << true;
}

void TestCertificateWatch::saysWhatEndsSoon()
{
    QFETCH(int, days);
    QFETCH(bool, isSaid);
    Watched desk;
    desk.connect(days);
    QCOMPARE(desk.toasts().size(), isSaid ? 1 : 0);
    if (!isSaid)
        return;
    const model::Toast &toast = desk.toasts().first();
    QCOMPARE(toast.kind, ToastKind::ServerCertificateEnds);
    QCOMPARE(toast.severity, model::Severity::Warning);
    QCOMPARE(toast.ends, desk.in(days));
    QCOMPARE(toast.serverText, u"sip-prim.example:7007"_s);
}

void TestCertificateWatch::connectionWithoutCertificateIsNoNews()
{
    Watched desk;
    desk.talk.connect();
    QVERIFY(desk.toasts().isEmpty());
}

void TestCertificateWatch::ownCertificateIsSaidByItself()
{
    Watched desk;
    desk.connect(365, 3);
    QCOMPARE(desk.toasts().size(), 1);
    QCOMPARE(desk.toasts().first().kind, ToastKind::OwnCertificateEnds);
}

void TestCertificateWatch::saysItOnce()
{
    Watched desk;
    desk.connect(3);
    desk.talk.desk.toasts.dismiss(desk.toasts().first().id);
    desk.talk.loseLink();
    desk.talk.waitForAttempt();
    desk.talk.reconnect();
    QVERIFY(desk.toasts().isEmpty());
}

void TestCertificateWatch::renewedCertificateEndsTheToast()
{
    Watched desk;
    desk.connect(3);
    QCOMPARE(desk.toasts().size(), 1);
    desk.connect(365);
    QVERIFY(desk.toasts().isEmpty());
}

void TestCertificateWatch::looksEveryDay()
{
    Watched desk;
    desk.connect(32);
    desk.talk.clock.advance(24h);
    QVERIFY(desk.toasts().isEmpty());
    desk.talk.clock.advance(48h);
    QCOMPARE(desk.toasts().size(), 1);
}

TALLY_TEST(TestCertificateWatch)

} // namespace tst_certificatewatch

#include "tst_certificatewatch.moc"
