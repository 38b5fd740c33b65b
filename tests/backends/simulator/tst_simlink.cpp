#include "backends/simulator/simlink.h"
#include "switchconversation.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace simulatortest;
using tlib::LinkState;
using tlib::MessageType;

class TestSimLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void opensAndIsGreeted();
    void carriesARequestAndItsReply();
    void saysThePartingWordsOfTheServer();
    void losesTheLinkWhenClientsAreDropped();
    void cannotReachWhoIsNotThere();
    void saysNothingAfterClosed();
    void opensAnewFromAnOpenLink();
    void leavesWhenItIsDestroyed();

private:
    void openLink();
    QList<tlib::Event> takeEvents();

    support::ManualClock clock;
    std::unique_ptr<simulator::LocalServer> server;
    std::unique_ptr<simulator::SimLink> link;
    std::unique_ptr<QSignalSpy> states;
    std::unique_ptr<QSignalSpy> events;
};

void TestSimLink::init()
{
    server = std::make_unique<simulator::LocalServer>(smallSwitch(), clock);
    link = std::make_unique<simulator::SimLink>(*server);
    states = std::make_unique<QSignalSpy>(link.get(), &tlib::Link::stateChanged);
    events = std::make_unique<QSignalSpy>(link.get(), &tlib::Link::eventReceived);
}

void TestSimLink::cleanup()
{
    link.reset();
    server.reset();
}

void TestSimLink::openLink()
{
    link->open({.applicationName = u"test"_s});
    QTRY_COMPARE(events->size(), 1);
    events->clear();
    states->clear();
}

QList<tlib::Event> TestSimLink::takeEvents()
{
    QList<tlib::Event> taken;
    while (!events->isEmpty())
        taken.append(events->takeFirst().first().value<tlib::Event>());
    return taken;
}

void TestSimLink::opensAndIsGreeted()
{
    link->open({.applicationName = u"test"_s});
    QVERIFY(states->isEmpty());
    QVERIFY(!link->send(tlib::QueryServer{}));
    QTRY_COMPARE(events->size(), 1);
    QCOMPARE(states->size(), 2);
    QCOMPARE(states->at(0).first().value<LinkState>(), LinkState::Opening);
    QCOMPARE(states->at(1).first().value<LinkState>(), LinkState::Open);
    QCOMPARE(takeEvents().first().type, MessageType::EventLinkConnected);
}

void TestSimLink::carriesARequestAndItsReply()
{
    openLink();
    const auto reference = link->send(tlib::RegisterAddress{.dn = agent});
    QVERIFY(reference);
    QVERIFY(events->isEmpty());
    QTRY_COMPARE(events->size(), 1);
    const tlib::Event registered = takeEvents().first();
    QCOMPARE(registered.type, MessageType::EventRegistered);
    QCOMPARE(registered.referenceId, *reference);
    QVERIFY(*link->send(tlib::QueryServer{}) != *reference);
}

void TestSimLink::saysThePartingWordsOfTheServer()
{
    simulator::Configuration configuration = smallSwitch();
    configuration.password = tlib::Text(u"secret"_s);
    simulator::LocalServer strict(configuration, clock);
    simulator::SimLink refused(strict);
    QStringList heard;
    connect(&refused, &tlib::Link::eventReceived, this,
            [&heard](const tlib::Event &event) { heard.append(QString::number(*event.errorCode)); });
    connect(&refused, &tlib::Link::stateChanged, this, [&heard](LinkState state, const auto &why) {
        heard.append(state == LinkState::Closed ? (why ? u"lost"_s : u"closed"_s) : u"up"_s);
    });
    refused.open({.password = u"wrong"_s});
    QTRY_COMPARE(heard, (QStringList{u"up"_s, u"up"_s, u"119"_s, u"lost"_s}));
    QCOMPARE(refused.send(tlib::QueryServer{}).error().kind, core::ErrorKind::NotConnected);
}

void TestSimLink::losesTheLinkWhenClientsAreDropped()
{
    openLink();
    server->simulatedSwitch().dropClients();
    QVERIFY(states->isEmpty());
    QTRY_COMPARE(states->size(), 1);
    QCOMPARE(states->first().at(0).value<LinkState>(), LinkState::Closed);
    const auto why = states->first().at(1).value<std::optional<core::Error>>();
    QVERIFY(why);
    QCOMPARE(why->kind, core::ErrorKind::LinkLost);
}

void TestSimLink::cannotReachWhoIsNotThere()
{
    server->setReachable(false);
    link->open({.host = u"127.0.0.1"_s, .port = 7007});
    QTRY_COMPARE(states->size(), 2);
    QCOMPARE(states->at(1).at(0).value<LinkState>(), LinkState::Closed);
    const auto why = states->at(1).at(1).value<std::optional<core::Error>>();
    QVERIFY(why);
    QCOMPARE(why->kind, core::ErrorKind::Unreachable);
    QVERIFY(why->text.contains(u"127.0.0.1:7007"_s));
}

void TestSimLink::saysNothingAfterClosed()
{
    openLink();
    (void)link->send(tlib::RegisterAddress{.dn = agent});
    link->close();
    QVERIFY(states->isEmpty());
    QVERIFY(!link->send(tlib::QueryServer{}));
    QTRY_COMPARE(states->size(), 1);
    QVERIFY(!states->first().at(1).value<std::optional<core::Error>>());
    (void)server->simulatedSwitch().calls().make(customer, agent, {});
    QCoreApplication::processEvents();
    QVERIFY(events->isEmpty());
    link->close();
    QCoreApplication::processEvents();
    QCOMPARE(states->size(), 1);
    QCOMPARE(server->simulatedSwitch().clients().count(), 0);
}

void TestSimLink::opensAnewFromAnOpenLink()
{
    openLink();
    (void)link->send(tlib::RegisterAddress{.dn = agent});
    link->open({});
    QTRY_COMPARE(events->size(), 1);
    QCOMPARE(takeEvents().first().type, MessageType::EventLinkConnected);
    QCOMPARE(states->size(), 3);
    QCOMPARE(states->at(0).first().value<LinkState>(), LinkState::Closed);
    QCOMPARE(states->at(1).first().value<LinkState>(), LinkState::Opening);
    QCOMPARE(states->at(2).first().value<LinkState>(), LinkState::Open);
    QCOMPARE(server->simulatedSwitch().clients().count(), 1);
}

void TestSimLink::leavesWhenItIsDestroyed()
{
    openLink();
    link.reset();
    QCOMPARE(server->simulatedSwitch().clients().count(), 0);
}

QTEST_GUILESS_MAIN(TestSimLink)
#include "tst_simlink.moc"
