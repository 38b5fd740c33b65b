#include "backends/simulator/switch/transfercontrol.h"
#include "backends/simulator/switchconversation.h"
#include "support/testprogram.h"

#include <QRandomGenerator>
#include <QtTest>

namespace tst_transfercontrol {

using namespace Qt::StringLiterals;
using namespace simulatortest;
using tlib::CallState;
using tlib::ConnId;
using tlib::Dn;
using tlib::DnRole;
using tlib::Event;
using tlib::MessageType;

class TestTransferControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEachPartyItsStory_data();
    void tellsEachPartyItsStory();
    void refusesAndChangesNothing_data();
    void refusesAndChangesNothing();
    void saysWhoDidItAndInWhichRole();
    void keepsTheUserDataOfTheSurvivingCall();
    void describesAConsultationInTheSnapshot();
    void describesAConferenceInThePartyList();
    void movesACallFromARoutingPointToTheFirstCall();
    void joinsWhatAConsultedPartyHasBegunItself();
    void tellsTheRecorder_data();
    void tellsTheRecorder();
    void staysSoundWhateverIsAsked();
};

namespace {

QString stateWord(CallState state)
{
    switch (int(state)) {
    case int(CallState::Transferred): return u" Transferred"_s;
    case int(CallState::Conferenced): return u" Conferenced"_s;
    case int(CallState::RemoteRelease): return u" RemoteRelease"_s;
    case int(CallState::Busy): return u" Busy"_s;
    case int(CallState::Redirected): return u" Redirected"_s;
    case int(CallState::Abandoned): return u" Abandoned"_s;
    default: return {};
    }
}

/// 7002 has called 7001; 7002 is the one who consults 7003, and each of them has a client. In the words of
/// this test the calls are 1, 2, ... in the order in which they were made.
struct Floor : Conversation
{
    explicit Floor(simulator::SwitchConfiguration configuration = smallSwitch())
        : Conversation(std::move(configuration))
        , first(talk(second, agent))
        , clients{{agent, client({agent})},
                  {second, client({second})},
                  {third, client({third})},
                  {supervisor, client({supervisor})},
                  {routingPoint, client({routingPoint})}}
    {
    }

    ConnId call(int number) const { return ConnId(first.value() + quint64(number) - 1); }
    int numberOf(ConnId id) const { return int(id.value() - first.value()) + 1; }

    /// "consult 7003", "complete", "answer 7003 2": what the client of a DN asks for; of 7002 where none is
    /// named.
    void play(const QString &step)
    {
        const QStringList words = step.split(u' ');
        const QString verb = words.first();
        const Dn dn = words.size() > 2 ? Dn(words.at(1)) : second;
        const ConnId id = call(words.size() > 2 ? words.at(2).toInt() : 1);
        const Dn to = words.size() == 2 ? Dn(words.at(1)) : third;
        const ConnId consultation = call(words.size() == 2 ? words.at(1).toInt() : 2);
        if (verb == u"consult")
            askAs(second, tlib::InitiateTransfer{.dn = second, .call = call(1), .destination = to});
        else if (verb == u"consult-to-confer")
            askAs(second, tlib::InitiateConference{.dn = second, .call = call(1), .destination = to});
        else if (verb == u"complete")
            askAs(second, tlib::CompleteTransfer{
                              .dn = second, .heldCall = call(1), .consultationCall = consultation});
        else if (verb == u"confer")
            askAs(second, tlib::CompleteConference{
                              .dn = second, .heldCall = call(1), .consultationCall = consultation});
        else if (verb == u"transfer")
            askAs(second, tlib::SingleStepTransfer{.dn = second, .call = call(1), .destination = to});
        else if (verb == u"alternate")
            askAs(second, tlib::AlternateCall{.dn = second, .call = call(2), .heldCall = call(1)});
        else if (verb == u"drop")
            askAs(second, tlib::DeleteFromConference{.dn = second, .call = call(1), .party = to});
        else if (verb == u"redirect")
            askAs(third, tlib::RedirectCall{.dn = third, .call = call(2), .destination = to});
        else if (verb == u"answer")
            askAs(dn, tlib::AnswerCall{.dn = dn, .call = id});
        else if (verb == u"hold")
            askAs(dn, tlib::HoldCall{.dn = dn, .call = id});
        else if (verb == u"retrieve")
            askAs(dn, tlib::RetrieveCall{.dn = dn, .call = id});
        else if (verb == u"release")
            askAs(dn, tlib::ReleaseCall{.dn = dn, .call = id});
        else if (verb == u"busy")
            sw.directory().setBusy(to, true);
        else
            qFatal("no such step");
    }
    void askAs(const Dn &dn, const tlib::Request &request) { ask(clients.value(dn), request); }
    void forget() { heard.clear(); }

    /// "PartyChanged 1 was 2 with 7001 by 7002 Transferred": T and C name the call that a consultation is
    /// about, # the answer to the client's own request.
    QString told(const Dn &dn)
    {
        QStringList lines;
        for (const Event &event : take(clients.value(dn))) {
            QString line = tlib::messageName(event.type).remove(u"Event"_s);
            if (event.errorCode)
                line += u' ' + QString::number(*event.errorCode);
            if (!event.connId.isNull())
                line += u' ' + QString::number(numberOf(event.connId));
            if (!event.transferConnId.isNull())
                line += u" T"_s + QString::number(numberOf(event.transferConnId));
            if (!event.conferenceConnId.isNull())
                line += u" C"_s + QString::number(numberOf(event.conferenceConnId));
            if (!event.previousConnId.isNull())
                line += u" was "_s + QString::number(numberOf(event.previousConnId));
            if (!event.otherDn.isEmpty())
                line += u" with "_s + event.otherDn.toString();
            if (!event.thirdPartyDn.isEmpty())
                line += u" by "_s + event.thirdPartyDn.toString();
            if (event.callState)
                line += stateWord(*event.callState);
            if (!event.referenceId.isNull())
                line += u" #"_s;
            lines.append(line);
        }
        return lines.join(u", "_s);
    }
    /// "1: 7002 held, 7001 talking; 2 of 1: 7002 talking, 7003 talking"
    QString floor() const
    {
        QStringList calls;
        for (const auto &[id, call] : sw.book().all()) {
            QStringList parties;
            for (const simulator::Party &party : call.parties)
                parties.append(party.dn.toString() + u' ' + simulator::stateWord(party.state));
            QString name = QString::number(numberOf(id));
            if (call.consultation)
                name += u" of "_s + QString::number(numberOf(call.consultation->firstCall));
            calls.append(name + u": "_s + parties.join(u", "_s));
        }
        return calls.join(u"; "_s);
    }

    ConnId first;
    QHash<Dn, tlib::ClientId> clients;
};

bool isSound(const simulator::SwitchCall &call, const simulator::CallBook &book)
{
    std::set<Dn> dns;
    for (const simulator::Party &party : call.parties) {
        const auto calls = book.of(party.dn);
        if (!dns.insert(party.dn).second || std::find(calls.begin(), calls.end(), &call) == calls.end())
            return false;
    }
    const auto &link = call.consultation;
    const simulator::SwitchCall *about = link ? book.find(link->firstCall) : nullptr;
    return !call.endsWithout(Dn()) && (!link || (about && about->party(link->by) && call.party(link->by)));
}

/// Each call is; and nobody but the outside party, who may be many, talks in two.
bool isSound(const simulator::CallBook &book)
{
    std::set<Dn> talking;
    for (const auto &[id, call] : book.all()) {
        if (!isSound(call, book))
            return false;
        for (const simulator::Party &party : call.parties) {
            const bool talks = party.state == tlib::PartyState::Connected && party.dn != customer;
            if (talks && !talking.insert(party.dn).second)
                return false;
        }
    }
    return true;
}

} // namespace

void TestTransferControl::tellsEachPartyItsStory_data()
{
    QTest::addColumn<QString>("steps"); // the stories are of the last one
    QTest::addColumn<QString>("other");
    QTest::addColumn<QString>("maker");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("floor");
    const auto row = [](const char *name, const QString &steps, const QString &other, const QString &maker,
                        const QString &target, const QString &floor) {
        QTest::newRow(name) << steps << other << maker << target << floor;
    };
    const QString consulting = u"1: 7002 held, 7001 talking; 2 of 1: 7002 talking, 7003 talking"_s;

    row("a consultation holds the first call and rings at the target", u"consult 7003"_s, {},
        u"Held 1 with 7001 #, Dialing 2 T1 with 7003 #"_s, u"Ringing 2 T1 with 7002"_s,
        u"1: 7002 held, 7001 talking; 2 of 1: 7002 dialing, 7003 ringing"_s);
    row("a consultation for a conference names the first call as such", u"consult-to-confer 7003"_s, {},
        u"Held 1 with 7001 #, Dialing 2 C1 with 7003 #"_s, u"Ringing 2 C1 with 7002"_s,
        u"1: 7002 held, 7001 talking; 2 of 1: 7002 dialing, 7003 ringing"_s);
    row("the target answers the consultation", u"consult 7003; answer 7003 2"_s, {},
        u"Established 2 T1 with 7003"_s, u"Established 2 T1 with 7002 #"_s, consulting);
    row("a consultation to an outside number is a consultation", u"consult +4930"_s, {},
        u"Held 1 with 7001 #, Dialing 2 T1 with +4930 #"_s, {},
        u"1: 7002 held, 7001 talking; 2 of 1: 7002 dialing, +4930 ringing"_s);
    row("retrieving the first call holds the consultation", u"consult 7003; answer 7003 2; retrieve 7002 1"_s,
        {}, u"Held 2 T1 with 7003, Retrieved 1 with 7001 #"_s, {},
        u"1: 7002 talking, 7001 talking; 2 of 1: 7002 held, 7003 talking"_s);
    row("an answer takes the maker back from the first call",
        u"consult 7003; retrieve 7002 1; answer 7003 2"_s, {},
        u"Held 1 with 7001, Established 2 T1 with 7003"_s, u"Established 2 T1 with 7002 #"_s, consulting);

    row("a transfer after the answer", u"consult 7003; answer 7003 2; complete"_s,
        u"PartyChanged 1 with 7003 by 7002 Transferred"_s,
        u"Released 1 with 7001 Transferred #, Released 2 T1 with 7003 Transferred #"_s,
        u"PartyChanged 1 was 2 with 7001 by 7002 Transferred"_s, u"1: 7001 talking, 7003 talking"_s);
    row("a transfer before the answer", u"consult 7003; complete"_s,
        u"PartyChanged 1 with 7003 by 7002 Transferred"_s,
        u"Released 1 with 7001 Transferred #, Released 2 T1 with 7003 Transferred #"_s,
        u"PartyChanged 1 was 2 with 7001 by 7002 Transferred"_s, u"1: 7001 talking, 7003 ringing"_s);
    row("the target answers after the transfer", u"consult 7003; complete; answer 7003 1"_s, {}, {},
        u"Established 1 with 7001 #"_s, u"1: 7001 talking, 7003 talking"_s);
    row("the target declines after the transfer", u"consult 7003; complete; release 7003 1"_s,
        u"Released 1 with 7003 Busy"_s, {}, u"Released 1 with 7001 #"_s, {});
    row("the other gives up before the target answers", u"consult 7003; complete; release 7001 1"_s,
        u"Released 1 with 7003 #"_s, {}, u"Abandoned 1 with 7001 Abandoned"_s, {});
    row("a transferred call ends for the two who are left",
        u"consult 7003; answer 7003 2; complete; release 7001 1"_s, u"Released 1 with 7003 #"_s, {},
        u"Released 1 with 7001 RemoteRelease"_s, {});
    row("a party that holds the first call still does after the transfer",
        u"hold 7001 1; consult 7003; answer 7003 2; complete"_s,
        u"PartyChanged 1 with 7003 by 7002 Transferred"_s,
        u"Released 1 with 7001 Transferred #, Released 2 T1 with 7003 Transferred #"_s,
        u"PartyChanged 1 was 2 with 7001 by 7002 Transferred"_s, u"1: 7001 held, 7003 talking"_s);

    row("a conference after the answer", u"consult-to-confer 7003; answer 7003 2; confer"_s,
        u"PartyAdded 1 with 7003 by 7002 Conferenced"_s,
        u"Released 2 C1 with 7003 Conferenced #, Retrieved 1 with 7001 #, "
        "PartyAdded 1 with 7003 by 7002 Conferenced #"_s,
        u"PartyChanged 1 was 2 with 7001 by 7002 Conferenced"_s,
        u"1: 7002 talking, 7001 talking, 7003 talking"_s);
    row("a conference before the answer", u"consult-to-confer 7003; confer"_s,
        u"PartyAdded 1 with 7003 by 7002 Conferenced"_s,
        u"Released 2 C1 with 7003 Conferenced #, Retrieved 1 with 7001 #, "
        "PartyAdded 1 with 7003 by 7002 Conferenced #"_s,
        u"PartyChanged 1 was 2 with 7001 by 7002 Conferenced"_s,
        u"1: 7002 talking, 7001 talking, 7003 ringing"_s);
    row("the target answers after the conference", u"consult-to-confer 7003; confer; answer 7003 1"_s, {}, {},
        u"Established 1 with 7002 #"_s, u"1: 7002 talking, 7001 talking, 7003 talking"_s);
    row("the target declines after the conference", u"consult-to-confer 7003; confer; release 7003 1"_s,
        u"PartyDeleted 1 with 7003 by 7003"_s, u"PartyDeleted 1 with 7003 by 7003"_s,
        u"Released 1 with 7002 #"_s, u"1: 7002 talking, 7001 talking"_s);
    row("a consultation for a transfer becomes a conference", u"consult 7003; answer 7003 2; confer"_s,
        u"PartyAdded 1 with 7003 by 7002 Conferenced"_s,
        u"Released 2 T1 with 7003 Conferenced #, Retrieved 1 with 7001 #, "
        "PartyAdded 1 with 7003 by 7002 Conferenced #"_s,
        u"PartyChanged 1 was 2 with 7001 by 7002 Conferenced"_s,
        u"1: 7002 talking, 7001 talking, 7003 talking"_s);
    row("one of three leaves and two go on", u"consult 7003; answer 7003 2; confer; release 7002 1"_s,
        u"PartyDeleted 1 with 7002 by 7002"_s, u"Released 1 with 7001 #"_s,
        u"PartyDeleted 1 with 7002 by 7002"_s, u"1: 7001 talking, 7003 talking"_s);
    row("one of the last two leaves and the call ends",
        u"consult 7003; answer 7003 2; confer; release 7002 1; release 7001 1"_s, u"Released 1 with 7003 #"_s,
        {}, u"Released 1 with 7001 RemoteRelease"_s, {});
    row("nobody is left who talks, so the ringing one is abandoned",
        u"consult 7003; confer; release 7002 1; release 7001 1"_s, u"Released 1 with 7003 #"_s, {},
        u"Abandoned 1 with 7001 Abandoned"_s, {});

    row("the maker alternates between the two calls", u"consult 7003; answer 7003 2; alternate"_s, {},
        u"Held 2 T1 with 7003 #, Retrieved 1 with 7001 #"_s, {},
        u"1: 7002 talking, 7001 talking; 2 of 1: 7002 held, 7003 talking"_s);
    row("nothing is alternated while the consultation is dialled", u"consult 7003; alternate"_s, {},
        u"Error 93 2 #"_s, {}, u"1: 7002 held, 7001 talking; 2 of 1: 7002 dialing, 7003 ringing"_s);
    row("one of three is dropped", u"consult 7003; answer 7003 2; confer; drop 7003"_s,
        u"PartyDeleted 1 with 7003 by 7002"_s, u"PartyDeleted 1 with 7003 by 7002 #"_s,
        u"Released 1 with 7002"_s, u"1: 7002 talking, 7001 talking"_s);
    row("a party that still rings is dropped", u"consult 7003; confer; drop 7003"_s,
        u"PartyDeleted 1 with 7003 by 7002"_s, u"PartyDeleted 1 with 7003 by 7002 #"_s,
        u"Abandoned 1 with 7002"_s, u"1: 7002 talking, 7001 talking"_s);
    row("while more than two are left it stays a conference",
        u"consult 7003; answer 7003 2; confer; transfer 7900; answer 7900 1; release 7001 1"_s,
        u"Released 1 with 7003 #"_s, {}, u"PartyDeleted 1 with 7001 by 7001"_s,
        u"1: 7003 talking, 7900 talking"_s);
    row("nobody is dropped out of a call of two", u"drop 7001"_s, {}, u"Error 93 1 #"_s, {},
        u"1: 7002 talking, 7001 talking"_s);
    row("nobody is dropped who is not in it", u"consult 7003; answer 7003 2; confer; drop 7900"_s, {},
        u"Error 470 1 #"_s, {}, u"1: 7002 talking, 7001 talking, 7003 talking"_s);
    row("a ringing call is redirected", u"consult 7003; redirect 7900"_s, {}, {},
        u"Released 2 T1 with 7002 Redirected #"_s,
        u"1: 7002 held, 7001 talking; 2 of 1: 7002 dialing, 7900 ringing"_s);
    row("a call is not redirected to who is in it", u"consult 7003; redirect 7002"_s, {}, {},
        u"Error 71 2 #"_s, u"1: 7002 held, 7001 talking; 2 of 1: 7002 dialing, 7003 ringing"_s);
    row("what was answered is not redirected", u"consult 7003; answer 7003 2; redirect 7900"_s, {}, {},
        u"Error 93 2 #"_s, consulting);

    row("a transfer in one step", u"transfer 7003"_s, u"PartyChanged 1 with 7003 by 7002 Transferred"_s,
        u"Released 1 with 7001 Transferred #"_s, u"Ringing 1 with 7001"_s,
        u"1: 7001 talking, 7003 ringing"_s);
    row("the target answers the transfer in one step", u"transfer 7003; answer 7003 1"_s, {}, {},
        u"Established 1 with 7001 #"_s, u"1: 7001 talking, 7003 talking"_s);
    row("a transfer in one step out of a conference", u"consult 7003; answer 7003 2; confer; transfer 7900"_s,
        u"PartyChanged 1 with 7900 by 7002 Transferred"_s, u"Released 1 with 7001 Transferred #"_s,
        u"PartyChanged 1 with 7900 by 7002 Transferred"_s, u"1: 7001 talking, 7003 talking, 7900 ringing"_s);

    row("the maker gives the consultation up before the answer", u"consult 7003; release 7002 2"_s, {},
        u"Released 2 T1 with 7003 #"_s, u"Abandoned 2 T1 with 7002 Abandoned"_s,
        u"1: 7002 held, 7001 talking"_s);
    row("the target ends the consultation", u"consult 7003; answer 7003 2; release 7003 2"_s, {},
        u"Released 2 T1 with 7003 RemoteRelease"_s, u"Released 2 T1 with 7002 #"_s,
        u"1: 7002 held, 7001 talking"_s);
    row("after the consultation the first call is retrieved",
        u"consult 7003; answer 7003 2; release 7002 2; retrieve 7002 1"_s, {}, u"Retrieved 1 with 7001 #"_s,
        {}, u"1: 7002 talking, 7001 talking"_s);
    row("the other leaves the first call, and the consultation is a call like others",
        u"consult 7003; answer 7003 2; release 7001 1"_s, u"Released 1 with 7002 #"_s,
        u"Released 1 with 7001 RemoteRelease"_s, {}, u"2: 7002 talking, 7003 talking"_s);
    row("a call like others names no first call",
        u"consult 7003; answer 7003 2; release 7001 1; release 7003 2"_s, {},
        u"Released 2 with 7003 RemoteRelease"_s, u"Released 2 with 7002 #"_s, {});

    row("a busy target: the consultation ends, the first call stays on hold", u"busy 7003; consult 7003"_s,
        {},
        u"Held 1 with 7001 #, Dialing 2 T1 with 7003 #, DestinationBusy 2 T1 with 7003 Busy, "
        "Released 2 T1 with 7003 Busy"_s,
        {}, u"1: 7002 held, 7001 talking"_s);
}

void TestTransferControl::tellsEachPartyItsStory()
{
    QFETCH(QString, steps);
    Floor f;
    for (const QString &step : steps.split(u"; "_s)) {
        f.forget();
        f.play(step);
    }
    QTEST(f.told(agent), "other");
    QTEST(f.told(second), "maker");
    QTEST(f.told(third), "target");
    QTEST(f.floor(), "floor");
}

void TestTransferControl::refusesAndChangesNothing_data()
{
    QTest::addColumn<QString>("steps"); // the last one is refused
    QTest::addColumn<Dn>("asker");
    QTest::addColumn<QString>("answer");
    const auto row = [](const char *name, const QString &steps, const QString &answer,
                        const Dn &asker = second) { QTest::newRow(name) << steps << asker << answer; };
    row("consulting about a call that was left: 470", u"transfer 7003; consult 7900"_s, u"Error 470 1 #"_s);
    row("consulting from a held call: 93", u"hold 7002 1; consult 7003"_s, u"Error 93 1 #"_s);
    row("consulting a DN that is not configured: 71", u"consult 7999"_s, u"Error 71 1 #"_s);
    row("consulting the other party: 71", u"consult 7001"_s, u"Error 71 1 #"_s);
    row("consulting oneself: 71", u"consult 7002"_s, u"Error 71 1 #"_s);
    row("consulting about a call that is gone: 56", u"release 7001 1; consult 7003"_s, u"Error 56 1 #"_s);
    row("consulting twice about one call: 496", u"consult 7003; retrieve 7002 1; consult 7900"_s,
        u"Error 496 1 #"_s);
    row("completing without a consultation: 56", u"hold 7002 1; complete"_s, u"Error 56 1 #"_s);
    row("completing while the first call is retrieved: 93",
        u"consult 7003; answer 7003 2; retrieve 7002 1; complete"_s, u"Error 93 1 #"_s);
    row("completing while both calls are on hold: 93",
        u"consult 7003; answer 7003 2; hold 7002 2; complete"_s, u"Error 93 1 #"_s);
    row("completing twice: 470, having left", u"consult 7003; complete; complete"_s, u"Error 470 1 #"_s);
    row("completing what the other has ended: 56", u"consult 7003; release 7001 1; complete"_s,
        u"Error 56 1 #"_s);
    row("completing a consultation that is over: 56", u"consult 7003; release 7002 2; complete"_s,
        u"Error 56 1 #"_s);
    row("conferring without a consultation: 56", u"hold 7002 1; confer"_s, u"Error 56 1 #"_s);
    row("conferring twice: 93", u"consult 7003; confer; confer"_s, u"Error 93 1 #"_s);
    row("a transfer in one step from a held call: 93", u"hold 7002 1; transfer 7003"_s, u"Error 93 1 #"_s);
    row("a transfer in one step to a busy DN: 91", u"busy 7003; transfer 7003"_s, u"Error 91 1 #"_s);
    row("a transfer in one step to a DN that is not configured: 71", u"transfer 7999"_s, u"Error 71 1 #"_s);
    row("a transfer in one step to the other party: 71", u"transfer 7001"_s, u"Error 71 1 #"_s);
    row("a transfer in one step when nobody else has answered: 496",
        u"consult 7003; confer; release 7001 1; transfer 7900"_s, u"Error 496 1 #"_s);
    row("a transfer when nobody else has answered: 496",
        u"consult 7003; confer; release 7001 1; consult 7900; complete 3"_s, u"Error 496 1 #"_s);
    row("a transfer in one step of a call that was left: 470", u"transfer 7003; transfer 7900"_s,
        u"Error 470 1 #"_s);
    row("answering the cleared consultation: 56", u"consult 7003; complete; answer 7003 2"_s,
        u"Error 56 2 #"_s, third);
}

void TestTransferControl::refusesAndChangesNothing()
{
    QFETCH(QString, steps);
    QFETCH(Dn, asker);
    Floor f;
    QString before;
    for (const QString &step : steps.split(u"; "_s)) {
        f.forget();
        before = f.floor();
        f.play(step);
    }
    QVERIFY(f.heard.value(f.clients.value(asker)).size() == 1);
    QVERIFY(!f.heard.value(f.clients.value(asker)).first().errorMessage.isEmpty());
    QTEST(f.told(asker), "answer");
    for (const Dn &dn : {agent, second, third})
        QCOMPARE(f.told(dn), QString());
    QCOMPARE(f.floor(), before);
}

void TestTransferControl::saysWhoDidItAndInWhichRole()
{
    Floor f;
    f.play(u"consult 7003"_s);
    f.play(u"answer 7003 2"_s);
    const Event ringing = f.take(f.clients.value(third)).first();
    QCOMPARE(ringing.callType, tlib::CallType::Consult);
    QCOMPARE(ringing.thisDnRole, DnRole::Destination);
    QCOMPARE(ringing.otherDnRole, DnRole::Origination);
    QVERIFY(ringing.callUuid != f.sw.book().find(f.first)->uuid);
    f.forget();
    f.play(u"confer"_s);
    const Event changed = f.takeOnly(f.clients.value(third));
    QCOMPARE(changed.type, MessageType::EventPartyChanged);
    QCOMPARE(changed.callUuid, f.sw.book().find(f.first)->uuid);
    QCOMPARE(changed.callType, tlib::CallType::Internal);
    QCOMPARE(changed.thisDnRole, DnRole::ConferenceMember);
    QCOMPARE(changed.otherDnRole, DnRole::Destination);
    QCOMPARE(changed.thirdPartyDnRole, DnRole::ConferencedBy);
    const Event added = f.takeOnly(f.clients.value(agent));
    QCOMPARE(added.type, MessageType::EventPartyAdded);
    QCOMPARE(added.otherDnRole, DnRole::NewParty);
    QCOMPARE(added.thirdPartyDnRole, DnRole::AddedBy);
    f.play(u"release 7003 1"_s);
    const Event deleted = f.takeOnly(f.clients.value(agent));
    QCOMPARE(deleted.type, MessageType::EventPartyDeleted);
    QCOMPARE(deleted.otherDnRole, DnRole::DeletedParty);
    QCOMPARE(deleted.thirdPartyDnRole, DnRole::DeletedBy);
    f.play(u"transfer 7003"_s);
    const Event transferred = f.takeOnly(f.clients.value(agent));
    QCOMPARE(transferred.type, MessageType::EventPartyChanged);
    QCOMPARE(transferred.thirdPartyDnRole, DnRole::TransferredBy);
    QCOMPARE(transferred.otherDnRole, DnRole::Destination);
}

void TestTransferControl::keepsTheUserDataOfTheSurvivingCall()
{
    Floor f;
    tlib::KvList ofFirst, ofConsultation;
    ofFirst.append("Customer", u"Ada");
    ofConsultation.append("Question", u"42");
    QVERIFY(f.sw.userData().replace(f.call(1), ofFirst));
    f.play(u"consult 7003"_s);
    QVERIFY(f.take(f.clients.value(third)).first().userData.isEmpty()); // nothing is handed down
    QVERIFY(f.sw.userData().replace(f.call(2), ofConsultation));
    f.forget();
    f.play(u"complete"_s);
    const QList<Event> released = f.take(f.clients.value(second));
    QCOMPARE(released.first().userData, ofFirst);
    QCOMPARE(released.last().userData, ofConsultation);
    QCOMPARE(f.takeOnly(f.clients.value(third)).userData, ofFirst);
    QCOMPARE(f.sw.book().find(f.call(1))->userData, ofFirst);
}

void TestTransferControl::describesAConsultationInTheSnapshot()
{
    Floor f;
    f.play(u"consult 7003"_s);
    f.forget();
    f.askAs(second, tlib::QueryAddress{.dn = second});
    const tlib::KvList snapshot = f.takeOnly(f.clients.value(second)).extensions;
    QCOMPARE(snapshot.text("conn-1"), f.call(1).toString());
    QCOMPARE(snapshot.find("ct-1")->toInt(), qint32(tlib::CallType::Internal));
    QCOMPARE(snapshot.find("ps-1")->toInt(), qint32(tlib::PartyState::Held));
    QCOMPARE(snapshot.text("conn-2"), f.call(2).toString());
    QCOMPARE(snapshot.find("ct-2")->toInt(), qint32(tlib::CallType::Consult));
    QCOMPARE(snapshot.find("ps-2")->toInt(), qint32(tlib::PartyState::Initiated));
    f.askAs(second, tlib::QueryCall{.dn = second, .call = f.call(2)});
    const Event info = f.takeOnly(f.clients.value(second));
    QCOMPARE(info.callType, tlib::CallType::Consult);
    QCOMPARE(info.transferConnId, f.call(1));
    f.play(u"complete"_s);
    f.forget();
    f.askAs(third, tlib::QueryAddress{.dn = third});
    const tlib::KvList moved = f.takeOnly(f.clients.value(third)).extensions;
    QCOMPARE(moved.text("conn-1"), f.call(1).toString());
    QCOMPARE(moved.find("ps-1")->toInt(), qint32(tlib::PartyState::Alerting));
    QVERIFY(!moved.find("conn-2"));
}

void TestTransferControl::describesAConferenceInThePartyList()
{
    Floor f;
    for (const QString &step : {u"consult 7003"_s, u"answer 7003 2"_s, u"confer"_s})
        f.play(step);
    f.forget();
    f.askAs(supervisor, tlib::QueryCall{.dn = supervisor, .call = f.call(1)});
    const tlib::KvList parties = f.takeOnly(f.clients.value(supervisor)).extensions;
    QCOMPARE(parties.count(), 6);
    QCOMPARE(parties.text("party-1"), u"7002"_s);
    QCOMPARE(parties.find("role-1")->toInt(), qint32(DnRole::Origination));
    QCOMPARE(parties.text("party-2"), u"7001"_s);
    QCOMPARE(parties.find("role-2")->toInt(), qint32(DnRole::Destination));
    QCOMPARE(parties.text("party-3"), u"7003"_s);
    QCOMPARE(parties.find("role-3")->toInt(), qint32(DnRole::ConferenceMember));
}

void TestTransferControl::movesACallFromARoutingPointToTheFirstCall()
{
    Floor f;
    f.play(u"consult 8000"_s);
    QCOMPARE(f.told(routingPoint), u"RouteRequest 2 T1 with 7002"_s);
    f.play(u"complete"_s);
    QCOMPARE(f.told(routingPoint), u"PartyChanged 1 was 2 with 7001 by 7002 Transferred"_s);
    f.forget();
    f.askAs(routingPoint,
            tlib::RouteCall{.routingPoint = routingPoint, .call = f.call(1), .destination = third});
    QCOMPARE(f.told(routingPoint), u"RouteUsed 1 with 7001 #, Diverted 1 with 7001 #"_s);
    QCOMPARE(f.told(third), u"Ringing 1 with 7001"_s);
    QCOMPARE(f.told(agent), QString());
    f.play(u"answer 7003 1"_s);
    QCOMPARE(f.told(third), u"Established 1 with 7001 #"_s);
    QCOMPARE(f.told(agent), QString()); // it talks since long
}

void TestTransferControl::joinsWhatAConsultedPartyHasBegunItself()
{
    Floor f;
    f.play(u"consult 7003"_s);
    f.play(u"answer 7003 2"_s);
    QVERIFY(f.sw.transfers().consult(third, f.call(2), supervisor, simulator::ConsultFor::Transfer));
    QCOMPARE(f.floor(), u"1: 7002 held, 7001 talking; 2 of 1: 7002 talking, 7003 held; "
                        "3 of 2: 7003 dialing, 7900 ringing"_s);
    f.play(u"complete"_s);
    QCOMPARE(f.floor(), u"1: 7001 talking, 7003 held; 3 of 1: 7003 dialing, 7900 ringing"_s);
    f.forget();
    f.askAs(third, tlib::CompleteTransfer{.dn = third, .heldCall = f.call(1), .consultationCall = f.call(3)});
    QCOMPARE(f.told(supervisor), u"PartyChanged 1 was 3 with 7001 by 7003 Transferred"_s);
    QCOMPARE(f.floor(), u"1: 7001 talking, 7900 ringing"_s);

    Floor circle;
    circle.play(u"consult 7003"_s);
    circle.play(u"answer 7003 2"_s);
    const auto inner =
        circle.sw.transfers().consult(third, circle.call(2), agent, simulator::ConsultFor::Conference);
    QVERIFY(circle.sw.transfers().completeConference(third, circle.call(2), *inner));
    circle.forget();
    circle.play(u"complete"_s); // 7001 would be in it twice
    QCOMPARE(circle.told(second), u"Error 496 1 #"_s);
}

void TestTransferControl::tellsTheRecorder_data()
{
    QTest::addColumn<QString>("steps");
    QTest::addColumn<QString>("calls");
    const auto row = [](const char *name, const QString &steps, const QString &calls) {
        QTest::newRow(name) << steps << calls;
    };
    row("nothing of ringing and holding", u"consult"_s, {});
    row("an answered consultation", u"consult; answer 2"_s, u"answered 2"_s);
    row("a transfer after the answer", u"consult; answer 2; complete"_s,
        u"answered 2, ended 2, left 1 7002, joined 1 7003"_s);
    row("a transfer before the answer", u"consult; complete; answer 1"_s,
        u"ended 2, left 1 7002, answered 1, joined 1 7003"_s);
    row("a conference after the answer", u"consult; answer 2; confer"_s,
        u"answered 2, ended 2, joined 1 7003"_s);
    row("a conference before the answer", u"consult; confer; answer 1"_s,
        u"ended 2, answered 1, joined 1 7003"_s);
    row("a transfer in one step", u"transfer; answer 1"_s, u"left 1 7002, answered 1, joined 1 7003"_s);
    row("one of three leaves, then the next", u"consult; answer 2; confer; release; end"_s,
        u"answered 2, ended 2, joined 1 7003, left 1 7002, ended 1"_s);
    row("a busy consultation", u"busy; consult"_s, u"ended 2"_s);
}

void TestTransferControl::tellsTheRecorder()
{
    QFETCH(QString, steps);
    support::ManualClock clock;
    simulator::Clients clients;
    simulator::Directory directory(smallSwitch().dns);
    simulator::Distributor distributor(clock, clients, {});
    simulator::CallBook book(clock);
    QStringList heard;
    ConnId first;
    const auto note = [&](const QString &what, ConnId id, const Dn &dn = {}) {
        const QString line = what + u' ' + QString::number(int(id.value() - first.value()) + 1);
        heard.append((line + u' ' + dn.toString()).trimmed());
    };
    simulator::SwitchCallControl calls(
        clock, directory, book, distributor,
        {.answered = [&](const simulator::SwitchCall &call) { note(u"answered"_s, call.id); },
         .left =
             [&](const simulator::SwitchCall &call, const Dn &dn) {
                 QVERIFY(!call.party(dn));
                 note(u"left"_s, call.id, dn);
             },
         .joined =
             [&](const simulator::SwitchCall &call, const Dn &dn) {
                 QVERIFY(call.party(dn)->state == tlib::PartyState::Connected);
                 note(u"joined"_s, call.id, dn);
             },
         .ended =
             [&](ConnId id) {
                 QVERIFY(!book.find(id));
                 note(u"ended"_s, id);
             }});
    simulator::TransferControl transfers(calls, directory, book, distributor);
    first = *calls.make(second, agent, {});
    QVERIFY(calls.answer(agent, first));
    heard.clear();
    const ConnId next(first.value() + 1);
    for (const QString &step : steps.split(u"; "_s)) {
        bool done = true;
        if (step == u"consult")
            done = bool(transfers.consult(second, first, third, simulator::ConsultFor::Transfer));
        else if (step == u"complete")
            done = bool(transfers.completeTransfer(second, first, next));
        else if (step == u"confer")
            done = bool(transfers.completeConference(second, first, next));
        else if (step == u"transfer")
            done = bool(transfers.transfer(second, first, third));
        else if (step == u"answer 1" || step == u"answer 2")
            done = bool(calls.answer(third, step.endsWith(u'1') ? first : next));
        else if (step == u"busy")
            done = directory.setBusy(third, true);
        else
            done = bool(calls.release(step == u"end" ? agent : second, first));
        QVERIFY2(done, qPrintable(step));
    }
    QTEST(heard.join(u", "_s), "calls");
}

/// Twenty thousand requests at random, most of them senseless: no DN talks twice, no call is left with one
/// party or with nobody who talks, no consultation is about nothing, and what is refused has changed nothing.
void TestTransferControl::staysSoundWhateverIsAsked()
{
    Floor f;
    QRandomGenerator random(7);
    const QList<Dn> dns{agent, second, third, supervisor, customer, routingPoint};
    const auto anyDn = [&] { return dns.at(random.bounded(int(dns.size()))); };
    const auto anyCall = [&] {
        auto at = f.sw.book().all().begin();
        if (at == f.sw.book().all().end())
            return ConnId(1);
        std::advance(at, random.bounded(int(f.sw.book().all().size())));
        return at->first;
    };
    QMap<int, int> done; // by verb
    for (int i = 0; i < 20000; ++i) {
        const QString before = f.floor();
        const ConnId id = anyCall();
        const simulator::SwitchCall *call = f.sw.book().find(id);
        const Dn dn = call && random.bounded(8) > 0
                          ? call->parties.at(size_t(random.bounded(int(call->parties.size())))).dn
                          : anyDn();
        const Dn to = anyDn();
        const simulator::SwitchCall *consultation = call ? f.sw.book().consultationAbout(*call, dn) : nullptr;
        const ConnId other = consultation && random.bounded(8) > 0 ? consultation->id : anyCall();
        const auto purpose = simulator::ConsultFor(random.bounded(2));
        int verb = random.bounded(12);
        if (verb == 0 && f.sw.book().all().size() > 6)
            verb = 1;
        const auto act = [&]() -> bool {
            switch (verb) {
            case 0: return bool(f.sw.calls().make(dn, to, {}));
            case 1: return random.bounded(4) == 0 && bool(f.sw.calls().release(dn, id));
            case 2: return bool(f.sw.calls().answer(dn, id));
            case 3: return bool(f.sw.calls().retrieve(dn, id));
            case 4: return bool(f.sw.calls().route(dn, id, to, {}));
            case 5: return bool(f.sw.transfers().consult(dn, id, to, purpose));
            case 6: return bool(f.sw.transfers().completeTransfer(dn, id, other));
            case 7: return bool(f.sw.transfers().completeConference(dn, id, other));
            case 8: return bool(f.sw.calls().alternate(dn, id, anyCall()));
            case 9: return bool(f.sw.calls().drop(dn, id, call ? call->parties.back().dn : to));
            case 10: return bool(f.sw.calls().redirect(dn, id, to));
            default: return random.bounded(4) == 0 && bool(f.sw.transfers().transfer(dn, id, to));
            }
        };
        if (act())
            ++done[verb];
        else
            QCOMPARE(f.floor(), before);
        f.forget();
        if (!isSound(f.sw.book()))
            QFAIL(qPrintable(before + u" -> "_s + f.floor()));
    }
    for (int verb = 0; verb < 12; ++verb)
        QVERIFY2(done.value(verb) > 10, qPrintable(u"verb %1: %2 times"_s.arg(verb).arg(done.value(verb))));
}

TALLY_TEST(TestTransferControl)

} // namespace tst_transfercontrol
#include "tst_transfercontrol.moc"
