#include "backends/simulator/switchconversation.h"
#include "support/testprogram.h"

#include <QtTest>

namespace tst_switch {

using namespace Qt::StringLiterals;
using namespace simulatortest;
using tlib::MessageType;

class TestSwitch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void greetsAClient();
    void refusesAClient_data();
    void refusesAClient();
    void givesLicencesBack();
    void ignoresAClientThatIsNotRegistered();
    void registersDns();
    void refusesRequestsForDnsThatAreNotRegistered();
    void refusesWhatItDoesNotOffer();
    void describesCallsInTheSnapshot();
    void describesACall();
    void tellsLinkDownAndUp();
    void losesEventsWhileTheLinkIsDown();
    void dropsClientsAndKeepsCalls();
    void stampsEveryEvent();
    void answersOnlyTheAskerWithTheReference();
    void neverUsesAConnIdOfAnEarlierRun();
};

void TestSwitch::greetsAClient()
{
    Conversation c;
    const tlib::ClientId id{7};
    c.sw.handle(id, tlib::RegisterClient{.protocolVersion = tlib::Text(u"tlib-open 1"_s)}, {});
    const tlib::Event hello = c.takeOnly(id);
    QCOMPARE(hello.type, MessageType::EventLinkConnected);
    QCOMPARE(hello.serverRole, tlib::ServerRole::Primary);
    QVERIFY(!hello.serverVersion.isEmpty());
    QVERIFY(!hello.sessionId.isEmpty());
    QVERIFY(hello.referenceId.isNull());
    c.sw.handle(id, tlib::RegisterClient{.protocolVersion = tlib::Text(u"tlib-open 1"_s)}, {});
    QCOMPARE(c.story(id), u"Error 43"_s);
    QVERIFY(c.disconnected.isEmpty());
}

void TestSwitch::refusesAClient_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("password");
    QTest::addColumn<int>("code");
    QTest::newRow("an unknown version is refused with 55") << u"tlib-open 99"_s << u"secret"_s << 55;
    QTest::newRow("a wrong password is refused with 119") << u"tlib-open 1"_s << u"Secret"_s << 119;
    QTest::newRow("a missing password is refused with 119") << u"tlib-open 1"_s << QString() << 119;
    QTest::newRow("the client after the last licence is refused with 40")
        << u"tlib-open 1"_s << u"secret"_s << 40;
}

void TestSwitch::refusesAClient()
{
    QFETCH(QString, version);
    QFETCH(QString, password);
    QFETCH(int, code);
    simulator::SwitchConfiguration configuration = smallSwitch();
    configuration.licences = 1;
    configuration.password = tlib::Text(u"secret"_s);
    Conversation c(configuration);
    const tlib::ClientId first{50}, next{51};
    c.sw.handle(first,
                tlib::RegisterClient{.protocolVersion = tlib::Text(u"tlib-open 1"_s),
                                     .password = tlib::Text(u"secret"_s)},
                {});
    QCOMPARE(c.story(first), u"LinkConnected"_s);

    c.sw.handle(
        next, tlib::RegisterClient{.protocolVersion = tlib::Text(version), .password = tlib::Text(password)},
        {});
    const tlib::Event no = c.takeOnly(next);
    QCOMPARE(no.type, MessageType::EventError);
    QCOMPARE(no.errorCode, code);
    QVERIFY(!no.errorMessage.isEmpty());
    QCOMPARE(c.disconnected, QList{next});
    QVERIFY(!c.sw.clients().contains(next));
}

void TestSwitch::givesLicencesBack()
{
    simulator::SwitchConfiguration configuration = smallSwitch();
    configuration.licences = 1;
    Conversation c(configuration);
    const auto first = c.client();
    c.sw.removeClient(first);
    const auto next = c.client();
    QVERIFY(c.sw.clients().contains(next));
    QVERIFY(c.disconnected.isEmpty());
}

void TestSwitch::ignoresAClientThatIsNotRegistered()
{
    Conversation c;
    const tlib::ClientId stranger{99};
    c.ask(stranger, tlib::RegisterAddress{.dn = agent});
    QCOMPARE(c.story(stranger), QString());
    QCOMPARE(c.disconnected, QList{stranger});
}

void TestSwitch::registersDns()
{
    Conversation c;
    const auto client = c.client();
    const auto reference = c.ask(client, tlib::RegisterAddress{.dn = second});
    const tlib::Event registered = c.takeOnly(client);
    QCOMPARE(registered.type, MessageType::EventRegistered);
    QCOMPARE(registered.thisDn, second);
    QCOMPARE(registered.referenceId, reference);

    c.ask(client, tlib::RegisterAddress{.dn = tlib::Dn(u"7999"_s)});
    QCOMPARE(c.story(client), u"Error 59 7999 #"_s);
    c.ask(client, tlib::QueryAddress{.dn = tlib::Dn(u"7999"_s)});
    QCOMPARE(c.story(client), u"Error 59 7999 #"_s);

    (void)c.sw.calls().make(customer, second, {});
    QCOMPARE(c.story(client), u"Ringing 7002"_s);
    c.ask(client, tlib::UnregisterAddress{.dn = second});
    QCOMPARE(c.story(client), u"Unregistered 7002 #"_s);
    (void)c.sw.calls().make(customer, second, {});
    QCOMPARE(c.story(client), QString());
    c.ask(client, tlib::UnregisterAddress{.dn = second});
    QCOMPARE(c.story(client), u"Error 41 7002 #"_s);
}

void TestSwitch::refusesRequestsForDnsThatAreNotRegistered()
{
    Conversation c;
    const auto client = c.client({second});
    const tlib::ConnId call = c.talk(second, third);
    c.take(client);
    const std::vector<tlib::Request> requests{
        tlib::QueryCall{.dn = third, .call = call},
        tlib::AgentLogin{.dn = third},
        tlib::AgentLogout{.dn = third},
        tlib::AgentReady{.dn = third},
        tlib::AgentNotReady{.dn = third},
        tlib::MakeCall{.dn = third, .destination = second},
        tlib::AnswerCall{.dn = third, .call = call},
        tlib::ReleaseCall{.dn = third, .call = call},
        tlib::HoldCall{.dn = third, .call = call},
        tlib::RetrieveCall{.dn = third, .call = call},
        tlib::RouteCall{.routingPoint = third, .call = call},
        tlib::RecordingService{.dn = third, .call = call},
        tlib::PrivateService{.privateMsgId = 3013, .dn = third, .call = call},
        tlib::AttachUserData{.dn = third, .call = call},
        tlib::UpdateUserData{.dn = third, .call = call},
        tlib::DeletePair{.dn = third, .call = call},
        tlib::InitiateTransfer{.dn = third, .call = call, .destination = supervisor},
        tlib::InitiateConference{.dn = third, .call = call, .destination = supervisor},
        tlib::CompleteTransfer{.dn = third, .heldCall = call, .consultationCall = call},
        tlib::CompleteConference{.dn = third, .heldCall = call, .consultationCall = call},
        tlib::SingleStepTransfer{.dn = third, .call = call, .destination = supervisor},
        tlib::AlternateCall{.dn = third, .call = call, .heldCall = call},
        tlib::DeleteFromConference{.dn = third, .call = call, .party = second},
        tlib::RedirectCall{.dn = third, .call = call, .destination = supervisor},
    };
    for (const tlib::Request &request : requests) {
        c.ask(client, request);
        QCOMPARE(c.story(client), u"Error 41 7003 #"_s);
    }
    QVERIFY(c.sw.book().find(call));
}

void TestSwitch::refusesWhatItDoesNotOffer()
{
    Conversation c;
    const auto client = c.client({second});
    const tlib::ConnId call = c.talk(second, third);
    c.take(client);
    c.ask(client, tlib::PrivateService{.privateMsgId = 9999, .dn = second, .call = call});
    QCOMPARE(c.story(client), u"Error 51 7002 #"_s);
}

void TestSwitch::describesCallsInTheSnapshot()
{
    Conversation c;
    const tlib::ConnId talking = c.talk(second, third);
    const tlib::ConnId ringing = *c.sw.calls().make(customer, third, {});
    const auto client = c.client();
    c.ask(client, tlib::RegisterAddress{.dn = third});
    const tlib::KvList snapshot = c.takeOnly(client).extensions;
    QCOMPARE(snapshot.count(), 7);
    QCOMPARE(snapshot.text("conn-1"), talking.toString());
    QCOMPARE(snapshot.find("ct-1")->toInt(), qint32(tlib::CallType::Internal));
    QCOMPARE(snapshot.find("ps-1")->toInt(), qint32(tlib::PartyState::Connected));
    QCOMPARE(snapshot.text("conn-2"), ringing.toString());
    QCOMPARE(snapshot.find("ct-2")->toInt(), qint32(tlib::CallType::Inbound));
    QCOMPARE(snapshot.find("ps-2")->toInt(), qint32(tlib::PartyState::Alerting));
    QCOMPARE(snapshot.find("AgentStatus")->toInt(), qint32(tlib::AgentStatus::LoggedOut));

    (void)c.sw.calls().hold(third, talking);
    (void)c.sw.calls().release(customer, ringing);
    c.ask(client, tlib::AgentLogin{.dn = third,
                                   .agentId = tlib::AgentId(u"1003"_s),
                                   .workMode = tlib::AgentWorkMode::AutoIn});
    c.take(client);
    c.ask(client, tlib::QueryAddress{.dn = third});
    const tlib::Event info = c.takeOnly(client);
    QCOMPARE(info.type, MessageType::EventAddressInfo);
    QCOMPARE(info.extensions.count(), 4);
    QCOMPARE(info.extensions.find("ps-1")->toInt(), qint32(tlib::PartyState::Held));
    QCOMPARE(info.extensions.find("AgentStatus")->toInt(), qint32(tlib::AgentStatus::Ready));
    c.ask(client, tlib::QueryAddress{.dn = routingPoint});
    QCOMPARE(c.takeOnly(client).extensions.find("AgentStatus")->toInt(), qint32(tlib::AgentStatus::None));
}

void TestSwitch::describesACall()
{
    Conversation c;
    tlib::KvList data;
    data.append("Customer", u"Ada");
    const tlib::ConnId call = *c.sw.calls().make(customer, third, data);
    const auto client = c.client({supervisor});
    c.ask(client, tlib::QueryCall{.dn = supervisor, .call = call});
    const tlib::Event info = c.takeOnly(client);
    QCOMPARE(info.type, MessageType::EventPartyInfo);
    QCOMPARE(info.connId, call);
    QVERIFY(!info.callUuid.isEmpty());
    QCOMPARE(info.callType, tlib::CallType::Inbound);
    QCOMPARE(info.userData, data);
    QCOMPARE(info.extensions.text("party-1"), customer.toString());
    QCOMPARE(info.extensions.find("role-1")->toInt(), qint32(tlib::DnRole::Origination));
    QCOMPARE(info.extensions.text("party-2"), third.toString());
    c.ask(client, tlib::QueryCall{.dn = supervisor, .call = tlib::ConnId(0xff)});
    QCOMPARE(c.story(client), u"Error 56 7900 #"_s);
}

void TestSwitch::tellsLinkDownAndUp()
{
    Conversation c;
    const auto client = c.client({second});
    c.sw.setLinkUp(false);
    c.sw.setLinkUp(false);
    const tlib::Event down = c.takeOnly(client);
    QCOMPARE(down.type, MessageType::EventLinkDisconnected);
    QCOMPARE(down.errorCode, 54);
    c.ask(client, tlib::RegisterAddress{.dn = third});
    QCOMPARE(c.story(client), u"Error 54 7003 #"_s);
    c.ask(client, tlib::QueryServer{});
    QCOMPARE(c.story(client), u"ServerInfo #"_s);

    const tlib::ClientId late{80};
    c.sw.handle(late, tlib::RegisterClient{.protocolVersion = tlib::Text(u"tlib-open 1"_s)}, {});
    QCOMPARE(c.story(late), u"LinkDisconnected 54"_s);
    c.sw.setLinkUp(true);
    QCOMPARE(c.story(late), u"LinkConnected"_s);
    QCOMPARE(c.story(client), u"LinkConnected"_s);
}

void TestSwitch::losesEventsWhileTheLinkIsDown()
{
    Conversation c;
    const auto client = c.client({third});
    c.sw.setLinkUp(false);
    c.take(client);
    const tlib::ConnId call = *c.sw.calls().make(customer, third, {});
    QCOMPARE(c.story(client), QString());
    c.sw.setLinkUp(true);
    c.take(client);
    c.ask(client, tlib::RegisterAddress{.dn = third});
    QCOMPARE(c.takeOnly(client).extensions.text("conn-1"), call.toString());
}

void TestSwitch::dropsClientsAndKeepsCalls()
{
    Conversation c;
    const auto first = c.client({second}), other = c.client({third});
    const tlib::ConnId call = c.talk(second, third);
    c.take(first);
    c.sw.dropClients();
    QCOMPARE(c.drops, 1);
    QVERIFY(!c.sw.clients().contains(other));
    QCOMPARE(c.sw.clients().count(), 0);
    (void)c.sw.calls().hold(second, call);
    QCOMPARE(c.story(first), QString());
    QVERIFY(c.sw.book().find(call));
}

void TestSwitch::stampsEveryEvent()
{
    Conversation c;
    const auto client = c.client({second, third});
    c.clock.advance(core::Duration(1234));
    c.talk(second, third);
    const QList<tlib::Event> events = c.take(client);
    QCOMPARE(events.size(), 4);
    const qint64 now = c.clock.wallTime().toMSecsSinceEpoch();
    for (qsizetype i = 0; i < events.size(); ++i) {
        QCOMPARE(events.at(i).timeInSecs, qint32(now / 1000));
        QCOMPARE(events.at(i).timeInUSecs, qint32(now % 1000 * 1000));
        QVERIFY(i == 0 || *events.at(i).sequenceNumber == *events.at(i - 1).sequenceNumber + 1);
    }
}

void TestSwitch::answersOnlyTheAskerWithTheReference()
{
    Conversation c;
    const auto caller = c.client({second}), callee = c.client({third}), watcher = c.client({second, third});
    const auto reference = c.ask(caller, tlib::MakeCall{.dn = second, .destination = third});
    const tlib::Event dialing = c.takeOnly(caller);
    QCOMPARE(dialing.type, MessageType::EventDialing);
    QCOMPARE(dialing.referenceId, reference);
    QCOMPARE(c.story(callee), u"Ringing 7003"_s);
    QCOMPARE(c.story(watcher), u"Dialing 7002, Ringing 7003"_s);
    c.ask(callee, tlib::AnswerCall{.dn = third, .call = dialing.connId});
    QCOMPARE(c.story(caller), u"Established 7002"_s);
    QCOMPARE(c.story(callee), u"Established 7003 #"_s);
    QCOMPARE(c.story(watcher), u"Established 7003, Established 7002"_s);
}

void TestSwitch::neverUsesAConnIdOfAnEarlierRun()
{
    Conversation earlier;
    const tlib::ConnId before = *earlier.sw.calls().make(customer, third, {});
    support::ManualClock clock;
    clock.advance(core::Duration(1000));
    simulator::Switch later(smallSwitch(), clock,
                            {.deliver = [](tlib::ClientId, const tlib::Event &) {},
                             .disconnect = [](tlib::ClientId) {},
                             .dropAll = [] {}});
    QVERIFY(*later.calls().make(customer, third, {}) > before);
}

TALLY_TEST(TestSwitch)

} // namespace tst_switch
#include "tst_switch.moc"
