#include "support/testprogram.h"
#include "widgets/windowtest.h"

#include "widgets/agent/agentheader.h"
#include "widgets/desk/connectiondialog.h"
#include "widgets/desk/connectionstatus.h"
#include "widgets/parts/secondtick.h"

#include <QPlainTextEdit>

namespace tst_connectionstatus {

using namespace Qt::StringLiterals;
using support::Conversation;

namespace {

tlib::KvList ready()
{
    tlib::KvList snapshot;
    snapshot.append("AgentStatus", qint32(tlib::AgentStatus::Ready));
    return snapshot;
}

struct HeaderTest : WindowTest
{
    QPushButton *news() const { return button(u"news"_s); }
    QString facts() const
    {
        return find<widgets::ConnectionDialog>()->findChild<QPlainTextEdit *>(u"text"_s)->toPlainText();
    }
    QPushButton *tryNow() const
    {
        return find<widgets::ConnectionDialog>()->findChild<QPushButton *>(u"tryNow"_s);
    }
};

} // namespace

/// The agent's header, the pop-up with all of the connection, and the line in the supervisor's footer.
class TestConnectionStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headerSaysWhoSitsHere();
    void aConnectionThatStandsEncryptedSaysNothing();
    void noSessionNoClaim();
    void narrowHeaderCutsNothing();
    void countsDownToTheNextAttempt();
    void newsOpensAllOfIt();
    void anotherAttemptIsNoOtherState();
    void triesNowWhatItWouldTryLater();
    void triesAgainOnceGivenUp();
    void footerSaysWhereAndWhatIsWrong();
};

void TestConnectionStatus::headerSaysWhoSitsHere()
{
    HeaderTest test;
    QCOMPARE(test.label(u"who"_s)->text(), u"7001 · 1001"_s); // as long as no name is known
    QVERIFY(test.label(u"agentState"_s)->isHidden());
    test.talk.connect(ready());
    QCOMPARE(test.label(u"agentState"_s)->text(), u"Ready for ≥ 00:00"_s); // it may have been so for long
    test.talk.link.push({.type = tlib::MessageType::EventAgentNotReady, .thisDn = Conversation::OwnDn});
    test.talk.clock.advance(std::chrono::seconds(760));
    QCOMPARE(test.label(u"agentState"_s)->text(), u"Not ready for 12:40"_s);
    test.talk.desk.registry.setDns(
        QList<model::DnEntry>{{.dn = Conversation::OwnDn, .name = u"Ada Brandt"_s}});
    QCOMPARE(test.label(u"who"_s)->text(), u"7001 · Ada Brandt"_s);
    test.talk.loseLink();
    QVERIFY(test.label(u"agentState"_s)->isHidden()); // nothing is known of it
}

void TestConnectionStatus::aConnectionThatStandsEncryptedSaysNothing()
{
    HeaderTest test;
    test.talk.link.setSecurity({.isEncrypted = true, .protocol = u"TLS 1.3"_s});
    test.talk.connect();
    QVERIFY(!test.news()->isVisible());
    const int height = test.find<widgets::AgentHeader>()->height();
    test.talk.loseLink();
    QVERIFY(test.news()->isVisible());
    QTRY_COMPARE(test.find<widgets::AgentHeader>()->height(), height); // or the calls would move
}

void TestConnectionStatus::noSessionNoClaim()
{
    HeaderTest test;
    QCOMPARE(test.news()->text(), u"Not connected"_s);
    test.talk.connect();
    QCOMPARE(test.news()->text(), u"Not encrypted"_s);
    test.talk.loseLink();
    QCOMPARE(test.news()->text(), u"Link lost"_s);
    test.news()->click();
    QVERIFY(!test.facts().contains(u"ncrypted"));
}

void TestConnectionStatus::narrowHeaderCutsNothing()
{
    HeaderTest test;
    test.talk.connect(ready());
    bool wasShort = false;
    for (int width = 300; width <= 520; width += 10) {
        test.window.resize(width, 480);
        QTRY_VERIFY2(test.news()->width() >= test.news()->sizeHint().width(),
                     qPrintable(QString::number(width)));
        const QLabel *const state = test.label(u"agentState"_s);
        QTRY_VERIFY2(
            state->width() >= state->sizeHint().width(),
            qPrintable(u"%1: %2 of %3"_s.arg(width).arg(state->width()).arg(state->sizeHint().width())));
        wasShort |= test.news()->text().isEmpty();
    }
    QVERIFY(wasShort);
    QCOMPARE(test.news()->text(), u"Not encrypted"_s);
}

void TestConnectionStatus::countsDownToTheNextAttempt()
{
    HeaderTest test;
    test.talk.connect();
    test.talk.loseLink();
    QCOMPARE(test.label(u"note"_s)->text(), u"next try in 1 s"_s);
    // Each failed attempt waits longer, so that there is something to count.
    for (int i = 0; i < 4; ++i) {
        test.talk.waitForAttempt();
        test.talk.loseLink();
    }
    const QString before = test.label(u"note"_s)->text();
    test.talk.clock.advance(std::chrono::seconds(2));
    QVERIFY(test.label(u"note"_s)->text().startsWith(u"next try in"));
    QVERIFY(test.label(u"note"_s)->text() != before);
}

void TestConnectionStatus::newsOpensAllOfIt()
{
    HeaderTest test;
    test.talk.connect();
    test.news()->click();
    QVERIFY(test.facts().startsWith(u"State: Connected\nSince: "_s));
    QVERIFY(test.facts().contains(u"\nServer: sip-prim.example:7007 (connected, primary)\n"));
    QVERIFY(test.facts().contains(u"\nNot encrypted: whoever can listen"));
    QVERIFY(test.facts().contains(u"ADDP"));
    QVERIFY(test.facts().endsWith(u"\nDN 7001"));
    QVERIFY(!test.tryNow()->isEnabled());
    test.talk.link.lose({.kind = core::ErrorKind::Unreachable, .text = u"Connection refused"_s});
    QVERIFY(test.facts().startsWith(u"State: Link lost (next try in 1 s)\n"_s)); // it follows
    QVERIFY(test.facts().contains(u"The server cannot be reached."));
    QVERIFY(test.tryNow()->isEnabled());
}

void TestConnectionStatus::anotherAttemptIsNoOtherState()
{
    HeaderTest test;
    test.talk.connect();
    const auto since = [&test] { return test.facts().section(u'\n', 1, 1); };
    test.news()->click();
    const QString connected = since();
    test.talk.clock.advance(std::chrono::minutes(2));
    test.talk.loseLink();
    const QString lost = since();
    QVERIFY(lost.startsWith(u"Since: "));
    QVERIFY(lost != connected);
    for (int i = 0; i < 3; ++i) {
        test.talk.clock.advance(std::chrono::minutes(2));
        test.talk.waitForAttempt();
        QCOMPARE(since(), lost);
        test.talk.loseLink();
        QCOMPARE(since(), lost);
    }
    test.find<widgets::ConnectionDialog>()->close();
    QTRY_VERIFY(!test.find<widgets::ConnectionDialog>());
    test.news()->click(); // opened later, it says the same
    QCOMPARE(since(), lost);
    test.talk.waitForAttempt();
    test.talk.reconnect();
    QVERIFY(since() != lost);
}

void TestConnectionStatus::triesNowWhatItWouldTryLater()
{
    HeaderTest test;
    test.talk.connect();
    test.talk.loseLink();
    test.news()->click();
    const int before = test.talk.link.openings();
    test.tryNow()->click();
    QCOMPARE(test.talk.link.openings(), before + 1);
    QVERIFY(!test.tryNow()->isEnabled()); // one attempt at a time
}

void TestConnectionStatus::triesAgainOnceGivenUp()
{
    HeaderTest test;
    test.talk.connect();
    for (int i = 0; i < 10 && !test.talk.desk.connection.hasGivenUp(); ++i) {
        test.talk.link.lose({.kind = core::ErrorKind::Malformed, .text = u"malformed frame"_s});
        if (!test.talk.desk.connection.hasGivenUp())
            test.talk.waitForAttempt();
    }
    QCOMPARE(test.news()->text(), u"Offline"_s);
    test.news()->click();
    const int before = test.talk.link.openings();
    QVERIFY(test.tryNow()->isEnabled());
    test.tryNow()->click();
    QCOMPARE(test.talk.link.openings(), before + 1);
}

void TestConnectionStatus::footerSaysWhereAndWhatIsWrong()
{
    Conversation talk;
    presentation::Theme theme{presentation::ThemeChoice::Light};
    widgets::SecondTick tick(talk.clock);
    widgets::ConnectionStatus status(talk.desk, theme, tick);
    status.show();
    talk.connect();
    const auto label = [&status](const QString &name) { return status.findChild<QLabel *>(name); };
    QCOMPARE(label(u"word"_s)->text(), u"Connected"_s);
    QCOMPARE(label(u"security"_s)->text(), u"Not encrypted"_s);
    QCOMPARE(label(u"note"_s)->text(), u"primary"_s);
    QVERIFY(status.accessibleDescription().contains(u"Connected. sip-prim.example:7007"));
    talk.loseLink();
    QVERIFY(!label(u"security"_s)->isVisible()); // no session, no claim
    QVERIFY(!label(u"lock"_s)->isVisible());
    QVERIFY(label(u"note"_s)->text().startsWith(u"next try in 1 s · "));
}

TALLY_GUI_TEST(TestConnectionStatus)

} // namespace tst_connectionstatus
#include "tst_connectionstatus.moc"
