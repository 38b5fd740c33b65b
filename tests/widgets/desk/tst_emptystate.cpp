#include "support/testprogram.h"
#include "widgets/parts/shapes.h"
#include "widgets/windowtest.h"

namespace tst_emptystate {

using namespace Qt::StringLiterals;

class TestEmptyState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyStateLogsIn();
    void onlyTheUnknownLightIsOverIt();
    void whatNeverServedIsSetUpAnew();
};

void TestEmptyState::emptyStateLogsIn()
{
    WindowTest test;
    tlib::KvList snapshot;
    snapshot.append("AgentStatus", qint32(tlib::AgentStatus::LoggedOut));
    test.talk.connect(snapshot);
    QPushButton *act = test.button(u"act"_s);
    QVERIFY(act->isVisible());
    act->click();
    QVERIFY(test.talk.link.expect<tlib::AgentLogin>());
}

/// "Not recording" is said of calls; where there are none, or nothing is known, its shape is not seen.
void TestEmptyState::onlyTheUnknownLightIsOverIt()
{
    WindowTest test;
    const presentation::Tones &tones = test.theme.tones();
    const auto *picture = test.window.findChild<QLabel *>(u"picture"_s);
    QVERIFY(picture);
    const auto shows = [&](presentation::Shape shape, const QColor &tone) {
        const auto pixmap =
            widgets::shapeIcon(shape, tone, tone).pixmap(QSize(40, 40), picture->devicePixelRatioF());
        return picture->pixmap().toImage() == pixmap.toImage();
    };
    test.talk.desk.connection.open({.host = u"sip-prim.example"_s, .port = 7007});
    QVERIFY(shows(presentation::Shape::Hourglass, tones.off.mark));
    test.talk.link.acceptAsPrimary();
    test.talk.refuse(test.talk.link.expect<tlib::RegisterAddress>()->second, 59);
    QVERIFY(shows(presentation::Shape::Question, tones.uncertain.mark));

    WindowTest quiet;
    quiet.talk.connect();
    picture = quiet.window.findChild<QLabel *>(u"picture"_s);
    QVERIFY(shows(presentation::Shape::Handset, tones.off.mark));
}

void TestEmptyState::whatNeverServedIsSetUpAnew()
{
    WindowTest test;
    int begun = 0;
    test.window.offerSetUp([&begun] { ++begun; });
    QPushButton *const act = test.button(u"act"_s);
    test.talk.desk.connection.open({.host = u"sip-prim.example"_s, .port = 7007});
    QVERIFY(!act->isVisible()); // nothing is wrong yet
    test.talk.link.lose({.kind = core::ErrorKind::Unreachable});
    QCOMPARE(test.window.findChild<QLabel *>(u"title"_s)->text(), u"No connection"_s);
    QVERIFY(act->isVisible());
    QCOMPARE(act->text().remove(u'&'), u"Set up…"_s);
    test.talk.waitForAttempt();
    QVERIFY(act->isVisible()); // it stays while another attempt is made
    act->click();
    QCOMPARE(begun, 1);
    test.window.offerSetUp([] {}, false); // another's connection
    QVERIFY(!act->isVisible());

    WindowTest lost;
    lost.window.offerSetUp([] {});
    lost.talk.connect();
    lost.talk.loseLink();
    QVERIFY(!lost.button(u"act"_s)->isVisible()); // it was right
}

TALLY_GUI_TEST(TestEmptyState)

} // namespace tst_emptystate

#include "tst_emptystate.moc"
