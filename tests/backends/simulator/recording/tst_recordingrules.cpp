#include "backends/simulator/switchconversation.h"
#include "support/testprogram.h"

#include <QtTest>

namespace tst_recordingrules {

using namespace Qt::StringLiterals;
using namespace simulatortest;
using simulator::DnKind;
using tlib::PartyState;

/// Who is recorded when, seen at what the user data of the calls say one after the other.
class TestRecordingRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsOutsideNumbersByTheirTrunk();
    void recordsByConfiguration_data();
    void recordsByConfiguration() { tellsWhatTheStepsLeadTo(); }
    void recordsAsTheRouteSays_data();
    void recordsAsTheRouteSays() { tellsWhatTheStepsLeadTo(); }
    void takesIdAndPlacesFromTheRoute();
    void refusesStrangeRoutes_data();
    void refusesStrangeRoutes();
    void recordsUnderAnotherIdWhenTheRoutesIsTakenByThen();
    void takesTheRoutesWordAlongWithABlindTransfer();
    void startsOnTheRightSide_data();
    void startsOnTheRightSide() { tellsWhatTheStepsLeadTo(); }

private:
    void tellsWhatTheStepsLeadTo();
};

namespace {

/// The recording half of a switch alone: the steps of a call are done to it as the call control would.
class Bench
{
public:
    Bench()
        : m_distributor(m_clock, m_clients,
                        {.deliver = [this](tlib::ClientId,
                                           const tlib::Event &event) { note(event.connId, event.userData); }})
        , m_directory(dns())
        , m_book(m_clock)
        , m_userData(m_book, m_distributor)
        , m_recording(m_clock, {.delay = recorderDelay, .fileTemplate = u"{dn}"_s}, m_directory, m_book,
                      m_userData, m_distributor)
    {
        m_clients.add(m_client, {}, {});
        for (const simulator::DnConfig &dn : dns())
            m_clients.registerDn(m_client, dn.dn);
    }

    /// "call A B", "consult A B", "answer A", "join A", "ring A", "queue P", "leave A", "hold A",
    /// "route P A [record]", "configure A on|off", "start|stop|pause|resume A [side]", "end".
    void play(const QString &step)
    {
        const QStringList words = step.split(u' ');
        const tlib::Dn dn(words.value(1));
        const QString third = words.value(2);
        if (words.first() == u"call" || words.first() == u"consult")
            ring(dn, tlib::Dn(third), words.first() == u"consult");
        else if (words.first() == u"configure")
            QVERIFY(m_directory.setRecord(dn, third == u"on"));
        else if (words.first() == u"end")
            end();
        else if (words.first() == u"route")
            route(dn, tlib::Dn(third), words.value(3));
        else if (QStringList{u"start"_s, u"stop"_s, u"pause"_s, u"resume"_s}.contains(words.first()))
            serve(words.first(), dn, third);
        else
            move(words.first(), dn);
        m_clock.advance(recorderDelay);
        for (const auto &[id, call] : m_book.all())
            note(id, call.userData);
    }
    /// "ON 7001, OFF 7001": the states told, each with its file, which has the name of its side.
    QString told() const { return m_told.join(u", "_s); }

private:
    static QList<simulator::DnConfig> dns()
    {
        return {{.dn = tlib::Dn(u"7001"_s), .record = true},
                {.dn = tlib::Dn(u"7002"_s)},
                {.dn = tlib::Dn(u"7003"_s)},
                {.dn = tlib::Dn(u"7004"_s), .record = true},
                {.dn = tlib::Dn(u"7900"_s)},
                {.dn = tlib::Dn(u"8000"_s), .kind = DnKind::RoutingPoint},
                {.dn = tlib::Dn(u"8001"_s), .kind = DnKind::RoutingPoint, .record = true},
                {.dn = tlib::Dn(u"T1"_s), .kind = DnKind::Trunk, .prefix = u"+"_s},
                {.dn = tlib::Dn(u"T2"_s), .kind = DnKind::Trunk, .record = true, .prefix = u"+44"_s},
                {.dn = tlib::Dn(u"T3"_s), .kind = DnKind::Trunk, .prefix = u"+449"_s}};
    }
    simulator::SwitchCall &call() { return *m_book.find(m_current.back()); }

    void ring(const tlib::Dn &from, const tlib::Dn &to, bool consults)
    {
        const bool waits = m_directory.has(to, DnKind::RoutingPoint);
        simulator::SwitchCall &call =
            m_book.add({from, tlib::DnRole::Origination, PartyState::Initiated},
                       {to, tlib::DnRole::Destination, waits ? PartyState::Queued : PartyState::Alerting});
        call.type = consults ? tlib::CallType::Consult : tlib::CallType::Inbound;
        m_current.append(call.id);
    }
    void move(const QString &verb, const tlib::Dn &dn)
    {
        std::vector<simulator::Party> &parties = call().parties;
        if (verb == u"answer") {
            for (simulator::Party &party : parties) {
                if (party.dn == dn || party.state == PartyState::Initiated)
                    party.state = PartyState::Connected;
            }
            m_recording.callAnswered(call());
        } else if (verb == u"join") {
            parties.push_back({dn, tlib::DnRole::NewParty, PartyState::Connected});
            m_recording.partyJoined(call(), dn);
        } else if (verb == u"ring" || verb == u"queue") {
            parties.push_back(
                {dn, tlib::DnRole::NewParty, verb == u"ring" ? PartyState::Alerting : PartyState::Queued});
        } else if (verb == u"leave") {
            QCOMPARE(std::erase_if(parties, [&dn](const simulator::Party &p) { return p.dn == dn; }), 1u);
            m_recording.partyLeft(call(), dn);
        } else if (verb == u"hold") {
            call().party(dn)->state = PartyState::Held;
        } else {
            QFAIL(qPrintable(verb));
        }
    }
    void route(const tlib::Dn &from, const tlib::Dn &to, const QString &record)
    {
        tlib::KvList extensions;
        if (!record.isEmpty())
            extensions.append("record", record);
        const auto recording = m_recording.routeRecordingFrom(extensions);
        QVERIFY(recording);
        *call().party(from) = {to, tlib::DnRole::Destination, PartyState::Alerting};
        call().routeRecording = *recording;
        call().routeRecording.by = from;
    }
    void serve(const QString &verb, const tlib::Dn &dn, const QString &side)
    {
        tlib::RecordingService service{.dn = dn, .call = call().id};
        if (verb == u"stop")
            service.command = tlib::RecordingCommand::Stop;
        else if (verb == u"pause")
            service.command = tlib::RecordingCommand::Pause;
        else if (verb == u"resume")
            service.command = tlib::RecordingCommand::Resume;
        if (!side.isEmpty())
            service.extensions.append("record", side);
        if (const auto done = m_recording.carryOut(service, {.client = m_client}); !done)
            m_told.append(u"refused %1"_s.arg(done.error().serverCode));
    }
    void end()
    {
        const simulator::SwitchCall call = m_book.take(m_current.takeLast());
        m_recording.callEnded(call.id);
    }
    void note(tlib::ConnId id, const tlib::KvList &userData)
    {
        if (!userData.find("GSIP_RECORD"))
            return;
        const QString now = userData.text("GSIP_RECORD") + u' ' + userData.text("GSIP_REC_FN");
        if (m_last.value(id) == now)
            return;
        m_last.insert(id, now);
        m_told.append(now);
    }

    support::ManualClock m_clock;
    const tlib::ClientId m_client{1};
    QHash<tlib::ConnId, QString> m_last;
    QStringList m_told;
    QList<tlib::ConnId> m_current;
    simulator::Clients m_clients;
    simulator::Distributor m_distributor;
    simulator::Directory m_directory;
    simulator::CallBook m_book;
    simulator::UserDataControl m_userData;
    simulator::SwitchRecordingControl m_recording;
};

void row(const char *sentence, const QString &steps, const QString &told)
{
    QTest::newRow(sentence) << steps << told;
}

void columns()
{
    QTest::addColumn<QString>("steps");
    QTest::addColumn<QString>("told");
}

} // namespace

void TestRecordingRules::tellsWhatTheStepsLeadTo()
{
    QFETCH(QString, steps);
    QFETCH(QString, told);
    QTest::failOnWarning(QRegularExpression(u"no recording"_s));
    Bench bench;
    for (const QString &step : steps.split(u", "_s))
        bench.play(step);
    QCOMPARE(bench.told(), told);
}

void TestRecordingRules::knowsOutsideNumbersByTheirTrunk()
{
    const tlib::Dn trunk(u"T1"_s), inside(u"0100"_s), outside(u"030555"_s), unknown(u"4711"_s);
    simulator::Directory directory(
        {{.dn = trunk, .kind = DnKind::Trunk, .record = true, .prefix = u"0"_s}, {.dn = inside}});
    QVERIFY(directory.isOutside(outside) && directory.isCallable(outside) && directory.isRecorded(outside));
    QVERIFY(directory.isOutside(customer) && !directory.isRecorded(customer)); // no trunk takes it
    QVERIFY(!directory.isOutside(unknown) && !directory.isCallable(unknown));
    QVERIFY(!directory.isOutside(inside) && directory.isCallable(inside) && !directory.isRecorded(inside));
    QVERIFY(!directory.isOutside(trunk) && !directory.isCallable(trunk));
}

void TestRecordingRules::recordsByConfiguration_data()
{
    columns();
    row("a call that only rings is not recorded", u"call +4930 7001"_s, {});
    row("a DN with record is recorded from the answer", u"call +4930 7001, answer 7001"_s, u"ON 7001"_s);
    row("a DN without record is not", u"call +4930 7002, answer 7002"_s, {});
    row("so is a DN with record that calls", u"call 7001 7002, answer 7002"_s, u"ON 7001"_s);
    row("of two DNs with record in a call the first is recorded", u"call 7004 7001, answer 7001"_s,
        u"ON 7004"_s);
    row("a call on hold is recorded on", u"call +4930 7001, answer 7001, hold 7001"_s, u"ON 7001"_s);

    row("it ends when the recorded party leaves, and the file's name stays",
        u"call +4930 7001, answer 7001, join 7002, leave 7001"_s, u"ON 7001, OFF 7001"_s);
    row("it ends too when it is paused", u"call +4930 7001, answer 7001, pause 7001, join 7002, leave 7001"_s,
        u"ON 7001, PAUSED 7001, OFF 7001"_s);
    row("the DN that came in is judged by its own record",
        u"call +4930 7001, answer 7001, join 7004, leave 7001"_s, u"ON 7001, OFF 7001, ON 7004"_s);
    row("also when it comes after the other has left",
        u"call +4930 7001, answer 7001, leave 7001, join 7004"_s, u"ON 7001, OFF 7001, ON 7004"_s);
    row("also when it answers after a single-step transfer",
        u"call +4930 7001, answer 7001, ring 7004, leave 7001, answer 7004"_s,
        u"ON 7001, OFF 7001, ON 7004"_s);
    row("a ringing DN is not recorded before its answer",
        u"call +4930 7001, answer 7001, ring 7004, leave 7001"_s, u"ON 7001, OFF 7001"_s);
    row("a DN with record that comes to an unrecorded call is recorded",
        u"call +4930 7002, answer 7002, join 7004, leave 7002"_s, u"ON 7004"_s);
    row("a DN that rings while another comes in waits for its own answer",
        u"call +4930 7002, answer 7002, ring 7004, join 7003"_s, {});
    row("a DN that comes back has a new file",
        u"call +4930 7001, answer 7001, join 7002, leave 7001, join 7001"_s,
        u"ON 7001, OFF 7001, ON 7001_2"_s);
    row("a conference of two DNs with record has one recording", u"call +4930 7001, answer 7001, join 7004"_s,
        u"ON 7001"_s);
    row("another party that leaves does not end it", u"call +4930 7001, answer 7001, join 7004, leave 7004"_s,
        u"ON 7001"_s);
    row("what was stopped stays stopped when others come and go",
        u"call +4930 7001, answer 7001, stop 7001, join 7002, leave 7002"_s, u"ON 7001, OFF 7001"_s);

    row("an outside number is recorded by its trunk", u"call +4420 7002, answer 7002"_s, u"ON +4420"_s);
    row("the longest prefix wins", u"call +4490 7002, answer 7002"_s, {});
    row("so is one that is called", u"call 7002 +4420, answer +4420"_s, u"ON +4420"_s);
    row("the caller's side comes before the agent's", u"call 7001 +4420, answer +4420"_s, u"ON +4420"_s);
    row("a recording of the caller's side goes on through a transfer",
        u"call +4420 7001, answer 7001, join 7004, leave 7001"_s, u"ON +4420"_s);
    row("when the caller leaves a conference, who stays is judged",
        u"call +4420 7002, answer 7002, join 7004, leave +4420"_s, u"ON +4420, OFF +4420, ON 7004"_s);

    row("a routing point with record has its callers recorded",
        u"call +4930 8001, route 8001 7002, answer 7002"_s, u"ON +4930"_s);
    row("only from the answer", u"call +4930 8001, route 8001 7002"_s, {});
    row("before the agent's own record", u"call +4930 8001, route 8001 7001, answer 7001"_s, u"ON +4930"_s);
    row("and through a transfer", u"call +4930 8001, route 8001 7002, answer 7002, join 7004, leave 7002"_s,
        u"ON +4930"_s);
    row("also a caller inside", u"call 7003 8001, route 8001 7002, answer 7002"_s, u"ON 7003"_s);
    row("also a caller who was transferred to it",
        u"call +4930 7002, answer 7002, queue 8001, leave 7002, route 8001 7003, answer 7003"_s,
        u"ON +4930"_s);
    row("a routing point without record leaves it to the DN",
        u"call +4930 8000, route 8000 7001, answer 7001"_s, u"ON 7001"_s);

    row("record that is switched on acts from the next answer on",
        u"call +4930 7002, answer 7002, configure 7002 on, end, call +4930 7002, answer 7002"_s,
        u"ON 7002"_s);
    row("record that is switched off does not stop a recording",
        u"call +4930 7001, answer 7001, configure 7001 off"_s, u"ON 7001"_s);
    row("a trunk can be switched on", u"configure T1 on, call +4930 7002, answer 7002"_s, u"ON +4930"_s);
    row("a routing point can be switched on",
        u"call +4930 8000, configure 8000 on, route 8000 7002, answer 7002"_s, u"ON +4930"_s);
    row("a routing point can be switched off",
        u"call +4930 8001, configure 8001 off, route 8001 7002, answer 7002"_s, {});

    row("a consultation call has a recording of its own",
        u"call +4930 7001, answer 7001, hold 7001, consult 7001 7002, answer 7002"_s,
        u"ON 7001, ON 7001_2"_s);
    row("which ends with it, while the first call's goes on",
        u"call +4930 7001, answer 7001, hold 7001, consult 7001 7002, answer 7002, end, pause 7001"_s,
        u"ON 7001, ON 7001_2, PAUSED 7001"_s);
    row("by the DN that is consulted too",
        u"call +4930 7002, answer 7002, hold 7002, consult 7002 7004, answer 7004"_s, u"ON 7004"_s);
    row("two-step transfer of a recorded agent to one that records",
        u"call +4930 7001, answer 7001, hold 7001, consult 7001 7004, answer 7004, end, join 7004, leave 7001"_s,
        u"ON 7001, ON 7001_2, OFF 7001, ON 7004"_s);
}

void TestRecordingRules::recordsAsTheRouteSays_data()
{
    columns();
    row("destination records the agent", u"call +4930 8000, route 8000 7003 destination, answer 7003"_s,
        u"ON 7003"_s);
    row("only from the answer", u"call +4930 8000, route 8000 7003 destination"_s, {});
    row("source records the caller", u"call +4930 8000, route 8000 7003 source, answer 7003"_s,
        u"ON +4930"_s);
    row("source comes before the DN's own record", u"call +4930 8000, route 8000 7001 source, answer 7001"_s,
        u"ON +4930"_s);
    row("destination comes before the routing point's",
        u"call +4930 8001, route 8001 7003 destination, answer 7003"_s, u"ON 7003"_s);
    row("destination is not carried to the next leg",
        u"call +4930 8000, route 8000 7003 destination, answer 7003, join 7002, leave 7003"_s,
        u"ON 7003, OFF 7003"_s);
    row("source goes on through a transfer",
        u"call +4930 8000, route 8000 7003 source, answer 7003, join 7002, leave 7003"_s, u"ON +4930"_s);
    row("the route of a later leg acts at its answer",
        u"call +4930 7002, answer 7002, queue 8000, leave 7002, route 8000 7003 destination, answer 7003"_s,
        u"ON 7003"_s);
    row("its source is whom it was led to",
        u"call 7002 +4930, answer +4930, queue 8000, leave 7002, route 8000 7003 source, answer 7003"_s,
        u"ON +4930"_s);
    row("disable_destination overrules the DN",
        u"call +4930 8000, route 8000 7001 disable_destination, answer 7001"_s, {});
    row("disable_source says nothing about the agent",
        u"call +4930 8000, route 8000 7001 disable_source, answer 7001"_s, u"ON 7001"_s);
    row("disable_source overrules the trunk",
        u"call +4420 8000, route 8000 7002 disable_source, answer 7002"_s, {});
    row("disable_source overrules the routing point",
        u"call +4930 8001, route 8001 7002 disable_source, answer 7002"_s, {});
    row("disable_destination says nothing about the caller",
        u"call +4420 8000, route 8000 7001 disable_destination, answer 7001"_s, u"ON +4420"_s);
    row("a disable does not stop a running recording",
        u"call +4420 7002, answer 7002, queue 8000, leave 7002, route 8000 7001 disable_source, answer 7001"_s,
        u"ON +4420"_s);
    row("a disable is not carried to the next leg",
        u"call +4930 8000, route 8000 7001 disable_destination, answer 7001, join 7004, leave 7001"_s,
        u"ON 7004"_s);
    row("a disable lasts as long as its leg",
        u"call +4930 8000, route 8000 7001 disable_destination, answer 7001, join 7004, leave 7004"_s,
        u"ON 7004, OFF 7004"_s);
    row("nor on the caller's side",
        u"call +4930 8000, route 8000 7002 disable_source, answer 7002, queue 8001, leave 7002, "
        "route 8001 7003, answer 7003"_s,
        u"ON +4930"_s);
    row("a disabled DN that comes back is judged anew",
        u"call +4930 8000, route 8000 7001 disable_destination, answer 7001, join 7002, leave 7001, join 7001"_s,
        u"ON 7001"_s);
    row("START can still start after a disable",
        u"call +4930 8000, route 8000 7001 disable_destination, answer 7001, start 7001"_s, u"ON 7001"_s);
}

void TestRecordingRules::takesIdAndPlacesFromTheRoute()
{
    Conversation c;
    const auto router = c.client({routingPoint, third});
    const tlib::ConnId call = *c.sw.calls().make(customer, routingPoint, {});
    const auto extensions =
        pairs({{"record", u"destination"}, {"id", u"case-17"}, {"dest", u"sip:a"}, {"dest2", u"sip:b"}});
    c.ask(router,
          tlib::RouteCall{
              .routingPoint = routingPoint, .call = call, .destination = third, .extensions = extensions});
    c.letRecorderWork();
    QCOMPARE(c.sw.recording().recordingOf(call).state, simulator::RecorderState::Off);
    c.ask(router, tlib::AnswerCall{.dn = third, .call = call});
    c.letRecorderWork();
    const simulator::RecordingSession recording = c.sw.recording().recordingOf(call);
    QCOMPARE(recording.dn, third);
    QCOMPARE(recording.id, u"case-17"_s);
    QCOMPARE(recording.destinations, (QStringList{u"sip:a"_s, u"sip:b"_s}));
    QCOMPARE(c.sw.book().find(call)->routeRecording.record, simulator::RecordOption::NotSaid); // used up
}

void TestRecordingRules::refusesStrangeRoutes_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("words");
    QTest::newRow("a word that is none") << QByteArray("record") << u"both"_s << u"record is \"both\""_s;
    QTest::newRow("a word in capitals") << QByteArray("record") << u"Source"_s << u"record is \"Source\""_s;
    QTest::newRow("a dest that is no SIP location")
        << QByteArray("dest") << u"recorder"_s << u"dest is \"recorder\", not a SIP location"_s;
    QTest::newRow("a dest2 that is none") << QByteArray("dest2") << u"sip:"_s << u"dest2 is \"sip:\""_s;
    QTest::newRow("an id that a live recording has")
        << QByteArray("id") << u"case-17"_s << u"The id case-17 belongs to a recording"_s;
}

void TestRecordingRules::refusesStrangeRoutes()
{
    QFETCH(QByteArray, key);
    QFETCH(QString, value);
    QFETCH(QString, words);
    Conversation c;
    const auto client = c.client({routingPoint, second});
    c.ask(client, tlib::RecordingService{.dn = second,
                                         .call = c.talk(customer, second),
                                         .extensions = pairs({{"Id", u"case-17"}})});
    const tlib::ConnId call = *c.sw.calls().make(customer, routingPoint, {});
    c.take(client);
    tlib::KvList extensions;
    extensions.append(key, value);
    c.ask(client,
          tlib::RouteCall{
              .routingPoint = routingPoint, .call = call, .destination = third, .extensions = extensions});
    const tlib::Event no = c.takeOnly(client);
    QCOMPARE(no.errorCode, 53);
    QVERIFY2(no.errorMessage.toString().contains(words), qPrintable(no.errorMessage.toString()));
    QVERIFY(c.sw.book().find(call)->party(routingPoint)); // it has not moved
}

void TestRecordingRules::recordsUnderAnotherIdWhenTheRoutesIsTakenByThen()
{
    Conversation c;
    const auto client = c.client({routingPoint, second, third});
    const tlib::ConnId call = *c.sw.calls().make(customer, routingPoint, {});
    c.ask(client, tlib::RouteCall{.routingPoint = routingPoint,
                                  .call = call,
                                  .destination = third,
                                  .extensions = pairs({{"record", u"destination"}, {"id", u"case-17"}})});
    c.ask(client, tlib::RecordingService{.dn = second,
                                         .call = c.talk(customer, second),
                                         .extensions = pairs({{"Id", u"case-17"}})});
    c.ask(client, tlib::AnswerCall{.dn = third, .call = call});
    c.letRecorderWork();
    const simulator::RecordingSession recording = c.sw.recording().recordingOf(call);
    QCOMPARE(recording.state, simulator::RecorderState::On);
    QVERIFY(!recording.id.isEmpty() && recording.id != u"case-17"_s);
}

void TestRecordingRules::takesTheRoutesWordAlongWithABlindTransfer()
{
    Conversation c;
    const auto router = c.client({routingPoint});
    const tlib::ConnId call = c.talk(customer, second);
    const auto consultation =
        c.sw.transfers().consult(second, call, routingPoint, simulator::ConsultFor::Transfer);
    QVERIFY(consultation);
    c.ask(router, tlib::RouteCall{.routingPoint = routingPoint,
                                  .call = *consultation,
                                  .destination = third,
                                  .extensions = pairs({{"record", u"destination"}, {"id", u"case-17"}})});
    QVERIFY(c.sw.transfers().completeTransfer(second, call, *consultation));
    c.letRecorderWork();
    QCOMPARE(c.sw.recording().recordingOf(call).state, simulator::RecorderState::Off);
    QVERIFY(c.sw.calls().answer(third, call));
    c.letRecorderWork();
    QCOMPARE(c.sw.recording().recordingOf(call).dn, third);
    QCOMPARE(c.sw.recording().recordingOf(call).id, u"case-17"_s);
}

void TestRecordingRules::startsOnTheRightSide_data()
{
    columns();
    row("source is ThisDN's side", u"call +4930 7002, answer 7002, start 7002 source"_s, u"ON 7002"_s);
    row("it is the default", u"call +4930 7002, answer 7002, start 7002"_s, u"ON 7002"_s);
    row("destination is the other side", u"call +4930 7002, answer 7002, start 7002 destination"_s,
        u"ON +4930"_s);
    row("a ThisDN that is no party stands for the agent's side",
        u"call +4930 7002, answer 7002, start 7900"_s, u"ON 7002"_s);
    row("its destination is the caller's", u"call +4930 7002, answer 7002, start 7900 destination"_s,
        u"ON +4930"_s);
    row("a call without any extension has its first party",
        u"call +4930 7002, answer 7002, join +1555, leave 7002, start 7900"_s, u"ON +4930"_s);
    row("an extension that only rings is not the agent's side",
        u"call +4930 7002, answer 7002, ring 7003, leave 7002, start 7900"_s, u"ON +4930"_s);
    row("it cannot start before the answer", u"call +4930 7002, start 7002"_s, u"refused 93"_s);
    row("nor on the side of a DN that only rings",
        u"call +4930 7002, answer 7002, ring 7003, leave 7002, start 7003"_s, u"refused 93"_s);
    row("nor on the other side when nobody talks there",
        u"call +4930 7002, answer 7002, leave 7002, start 7900 destination"_s, u"refused 93"_s);
    row("a recording of the agent's side ends when the agent leaves",
        u"call +4930 7002, answer 7002, start 7002, join 7003, leave 7002"_s, u"ON 7002, OFF 7002"_s);
    row("a recording of the caller's side goes on through a transfer",
        u"call +4930 7002, answer 7002, start 7002 destination, join 7003, leave 7002"_s, u"ON +4930"_s);
    row("stop then start is a second file",
        u"call +4930 7002, answer 7002, start 7002, stop 7900, start 7900"_s,
        u"ON 7002, OFF 7002, ON 7002_2"_s);
}

TALLY_TEST(TestRecordingRules)

} // namespace tst_recordingrules
#include "tst_recordingrules.moc"
