#include "support/conversation.h"
#include "support/testprogram.h"

#include <QHash>
#include <QTest>

#include <functional>

namespace tst_transfers {

using namespace Qt::StringLiterals;
using model::CallPhase;
using model::RecordingState;
using support::Conversation;
using tlib::CallState;
using tlib::CallType;
using tlib::DnRole;
using tlib::MessageType;

namespace {

using enum tlib::MessageType;
using Trace = QList<tlib::Event>;

// A calls B; B consults C, or sends the call to C.
const tlib::Dn A{u"7000"_s};
const tlib::Dn B{u"7001"_s};
const tlib::Dn C{u"7002"_s};
constexpr tlib::ConnId First{0x006c029a6685d004};
constexpr tlib::ConnId Consultation{0x006c029a6685d005};

struct More
{
    tlib::ConnId previous = {};
    tlib::Dn third = {};
    std::optional<DnRole> thirdRole = {};
    std::optional<DnRole> otherRole = {};
    std::optional<CallState> state = {};
    tlib::KvList data = {};
};

tlib::Event say(MessageType type, tlib::ConnId call, const tlib::Dn &dn, const tlib::Dn &other,
                const More &more = {})
{
    tlib::Event event{.type = type,
                      .connId = call,
                      .previousConnId = more.previous,
                      .callType = call == First ? CallType::Internal : CallType::Consult,
                      .callState = more.state,
                      .thisDn = dn,
                      .otherDn = other,
                      .thirdPartyDn = more.third,
                      .otherDnRole = more.otherRole,
                      .thirdPartyDnRole = more.thirdRole,
                      .userData = more.data};
    if (call == Consultation)
        event.transferConnId = First;
    return event;
}

tlib::Event notice(tlib::ConnId call, const tlib::Dn &dn, const QString &word, const QString &file)
{
    return say(EventAttachedDataChanged, call, dn, {}, {.data = Conversation::recording(word, file)});
}

Trace talk()
{
    return {say(EventDialing, First, A, B), say(EventRinging, First, B, A),
            say(EventEstablished, First, A, B), say(EventEstablished, First, B, A)};
}

Trace consult(bool answered)
{
    Trace trace = talk() + Trace{say(EventHeld, First, B, A), say(EventDialing, Consultation, B, C),
                                 say(EventRinging, Consultation, C, B)};
    if (answered)
        trace += {say(EventEstablished, Consultation, B, C), say(EventEstablished, Consultation, C, B)};
    return trace;
}

More byTransfer(tlib::ConnId previous = {})
{
    return {.previous = previous,
            .third = B,
            .thirdRole = DnRole::TransferredBy,
            .state = CallState::Transferred};
}

/// What B's completion of the transfer makes the server say.
Trace completion()
{
    return {say(EventReleased, First, B, A, {.state = CallState::Transferred}),
            say(EventReleased, Consultation, B, C, {.state = CallState::Transferred}),
            say(EventPartyChanged, First, A, C, byTransfer()),
            say(EventPartyChanged, First, C, A, byTransfer(Consultation))};
}

Trace conference()
{
    const More added{.third = B,
                     .thirdRole = DnRole::AddedBy,
                     .otherRole = DnRole::NewParty,
                     .state = CallState::Conferenced};
    return {say(EventReleased, Consultation, B, C, {.state = CallState::Conferenced}),
            say(EventRetrieved, First, B, A), say(EventPartyAdded, First, A, C, added),
            say(EventPartyAdded, First, B, C, added),
            say(EventPartyChanged, First, C, A,
                {.previous = Consultation,
                 .third = B,
                 .thirdRole = DnRole::ConferencedBy,
                 .state = CallState::Conferenced})};
}

tlib::Event deleted(const tlib::Dn &dn, const tlib::Dn &who)
{
    return say(EventPartyDeleted, First, dn, who, {.otherRole = DnRole::DeletedParty});
}

void number(Trace &trace, qint64 from)
{
    for (tlib::Event &event : trace)
        event.sequenceNumber = ++from;
}

/// The events that a server sends with the call's user data, so that nothing need be asked.
bool startsWithData(MessageType type)
{
    return type == EventDialing || type == EventRinging || type == EventEstablished;
}

/// A desktop that watches some of the three, and a server that knows what each call's user data is.
class Desktop
{
public:
    QHash<tlib::ConnId, tlib::KvList> truth;
    QHash<tlib::ConnId, tlib::KvList> parties;
    bool answersAtOnce = true;

    explicit Desktop(const QList<tlib::Dn> &watched)
        : m_watched(watched)
    {
        talk.desk.registry.setDns(watched);
        talk.desk.connection.open({.host = u"sip-prim.example"_s, .port = 7007});
        accept();
    }
    void accept(const QHash<tlib::Dn, tlib::KvList> &snapshots = {})
    {
        talk.link.acceptAsPrimary();
        for (const tlib::Dn &dn : m_watched) {
            const auto asked = talk.link.expect<tlib::RegisterAddress>();
            talk.link.answer(asked->second,
                             {.type = EventRegistered, .thisDn = dn, .extensions = snapshots.value(dn)});
        }
    }
    /// A server sends the events of registered DNs only.
    bool hears(const tlib::Event &event) const { return m_watched.contains(event.thisDn); }
    void hear(const Trace &trace)
    {
        for (const tlib::Event &event : trace) {
            if (hears(event))
                talk.link.push(event);
            if (answersAtOnce)
                answer();
        }
    }
    void answer()
    {
        while (!talk.link.nothingSent()) {
            const auto asked = talk.link.expect<tlib::QueryCall>();
            if (!asked)
                return;
            talk.link.answer(asked->second, {.type = EventPartyInfo,
                                             .connId = asked->first.call,
                                             .userData = truth.value(asked->first.call),
                                             .extensions = parties.value(asked->first.call)});
        }
    }
    const model::Call *call(tlib::ConnId id = First) const { return talk.call(id); }

    /// The whole model as a person sees it, whatever the order in which things came.
    QStringList picture() const
    {
        QStringList lines;
        for (const tlib::ConnId id : talk.desk.calls.ids()) {
            const model::Call &call = *talk.call(id);
            for (const model::Leg &leg : call.legs) {
                if (leg.phase == CallPhase::Released)
                    continue;
                QStringList others;
                for (const tlib::Dn &dn : call.partiesBeside(leg.dn))
                    others.append(dn.toString());
                others.sort();
                lines.append(u"%1 %2 %3 with %4 recording %5 %6 %7, consultation %8 of %9"_s.arg(
                    id.toString(), leg.dn.toString(), QString::number(int(leg.phase)), others.join(u'+'),
                    QString::number(int(call.recording.state)), call.recording.fileText(),
                    talk.isCertain(id) ? u"certain"_s : u"uncertain"_s, call.consultation.toString(),
                    call.consultationOf.toString()));
            }
        }
        lines.sort();
        return lines;
    }

    mutable Conversation talk;

private:
    QList<tlib::Dn> m_watched;
};

/// Each order of the events in which those of one DN stay as they are: so TCP and the server bring them.
void forEachOrder(const Trace &left, const Trace &taken, const std::function<void(const Trace &)> &visit)
{
    if (left.isEmpty())
        return visit(taken);
    QList<tlib::Dn> seen;
    for (qsizetype i = 0; i < left.size(); ++i) {
        if (seen.contains(left[i].thisDn))
            continue;
        seen.append(left[i].thisDn);
        Trace rest = left;
        rest.removeAt(i);
        forEachOrder(rest, taken + Trace{left[i]}, visit);
    }
}

tlib::KvList listOf(const QList<tlib::Dn> &parties, std::optional<DnRole> lastRole = {})
{
    tlib::KvList list;
    for (int n = 1; n <= parties.size(); ++n) {
        const QByteArray number = QByteArray::number(n);
        list.append("party-" + number, parties[n - 1].toString());
        if (n == parties.size() && lastRole)
            list.append("role-" + number, qint32(*lastRole));
    }
    return list;
}

} // namespace

class TestTransfers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOrderEndsTheSame_data();
    void everyOrderEndsTheSame();
    void aConsultationIsLinkedToItsCall();
    void aLinkIsReportedOnBothCalls();
    void aLinkEndsWithTheConsultation_data();
    void aLinkEndsWithTheConsultation();
    void aLinkEndsWithTheFirstCall();
    void theEarlierOfTwoConsultationsCountsAgain();
    void aLinkFollowsTheConnId();
    void aLinkNeedsBothCallsHere();
    void theTargetGoesOverToACallThatIsGone();
    void aRepeatedMoveBringsNothingBack_data();
    void aRepeatedMoveBringsNothingBack();
    void aRingingTargetKeepsRinging();
    void theSurvivingCallKeepsItsOwnRecording_data();
    void theSurvivingCallKeepsItsOwnRecording();
    void aMoveFromACallThatNobodyKnowsIsAskedFor();
    void aCallThatComesBackIsNotOffByItself();
    void aConferenceNamesItsParties();
    void aPartyIsNamedByItsRole_data();
    void aPartyIsNamedByItsRole();
    void aRestartInTheMiddleOfAConferenceFindsItsParties();
    void aRestartInTheMiddleOfAConsultationGuessesNoLink();
    void aReconnectInTheMiddleOfAConsultationKeepsTheLink();
    void twoWatchedLegsSeeEachOther();
    void aLegBeginsAnewInACallThatGoesOn();
    void anOvertakenPartyIsOld();
    void theBusyTargetsConsultationEnds();
    void theCallerGivesUpWhileItRings();
    void aRoutingPointsCallsAreNobodysLegs();
};

void TestTransfers::everyOrderEndsTheSame_data()
{
    QTest::addColumn<Trace>("before");
    QTest::addColumn<Trace>("racing");
    const auto row = [](const char *name, const Trace &before, const Trace &racing) {
        QTest::newRow(name) << before << racing;
    };
    row("a call is made and answered", {}, talk());
    row("the caller gives up", talk().first(2),
        {say(EventReleased, First, A, B), say(EventAbandoned, First, B, A)});
    row("a call ends", talk(), {say(EventReleased, First, A, B), say(EventReleased, First, B, A)});
    row("a consultation begins", talk(), consult(true).sliced(4));
    row("the target declines", consult(false),
        {say(EventReleased, Consultation, C, B), say(EventDestinationBusy, Consultation, B, C),
         say(EventReleased, Consultation, B, C), say(EventRetrieved, First, B, A)});
    row("the consultation is given up", consult(false),
        {say(EventAbandoned, Consultation, C, B), say(EventReleased, Consultation, B, C),
         say(EventRetrieved, First, B, A)});
    row("transfer after the answer", consult(true), completion());
    row("transfer before the answer", consult(false), completion());
    row("transfer before the answer, which follows", consult(false),
        completion() + Trace{say(EventEstablished, First, C, A), say(EventEstablished, First, A, C)});
    row("transfer, and the call ends", consult(true),
        completion() + Trace{say(EventReleased, First, A, C), say(EventReleased, First, C, A)});
    row("transfer in one step", talk(),
        {say(EventReleased, First, B, A, {.state = CallState::Transferred}), say(EventRinging, First, C, A),
         say(EventPartyChanged, First, A, C, byTransfer())});
    row("transfer in one step, answered", talk(),
        {say(EventReleased, First, B, A, {.state = CallState::Transferred}), say(EventRinging, First, C, A),
         say(EventPartyChanged, First, A, C, byTransfer()), say(EventEstablished, First, C, A)});
    row("the caller transfers in one step", talk(),
        {say(EventReleased, First, A, B, {.state = CallState::Transferred}), say(EventRinging, First, C, B),
         say(EventPartyChanged, First, B, C,
             {.third = A, .thirdRole = DnRole::TransferredBy, .state = CallState::Transferred})});
    row("a conference", consult(true), conference());
    row("a conference before the answer", consult(false),
        conference() + Trace{say(EventEstablished, First, C, A)});
    row("a party leaves the conference", consult(true) + conference(),
        {say(EventReleased, First, C, A), deleted(A, C), deleted(B, C)});
    row("its initiator leaves the conference", consult(true) + conference(),
        {say(EventReleased, First, B, A), deleted(A, B), deleted(C, B)});
}

void TestTransfers::everyOrderEndsTheSame()
{
    QFETCH(Trace, before);
    QFETCH(Trace, racing);
    number(before, 100);
    number(racing, 200);
    const tlib::KvList recorded = Conversation::recording(u"PAUSED"_s, u"first"_s);
    const QList<QList<tlib::Dn>> watchers{{A, B, C}, {A, B}, {A, C}, {B, C}};
    for (const bool isRecorded : {false, true}) {
        for (const auto &watched : watchers) {
            for (const bool isNumbered : {true, false}) {
                for (const bool answersAtOnce : {true, false}) {
                    QStringList expected;
                    int orders = 0;
                    forEachOrder(racing, {}, [&](const Trace &order) {
                        Desktop desktop(watched);
                        desktop.answersAtOnce = answersAtOnce;
                        if (isRecorded) {
                            desktop.truth.insert(First, recorded);
                            desktop.truth.insert(Consultation, Conversation::recording(u"ON"_s, u"second"_s));
                        }
                        Trace all = before + order;
                        for (tlib::Event &event : all) {
                            if (!isNumbered)
                                event.sequenceNumber.reset();
                            if (isRecorded && startsWithData(event.type))
                                event.userData = desktop.truth.value(event.connId);
                        }
                        desktop.hear(all);
                        desktop.answer();
                        if (++orders == 1)
                            expected = desktop.picture();
                        QCOMPARE(desktop.picture(), expected);
                        QVERIFY(!desktop.picture().join(u' ').contains("uncertain"_L1));
                    });
                    if (QTest::currentTestFailed())
                        return;
                    QVERIFY(orders > 1);
                }
            }
        }
    }
}

void TestTransfers::aConsultationIsLinkedToItsCall()
{
    Desktop desktop({B});
    desktop.hear(consult(true));
    QCOMPARE(desktop.call()->consultation, Consultation);
    QCOMPARE(desktop.call()->consultationOf, tlib::ConnId());
    QCOMPARE(desktop.call(Consultation)->consultationOf, First);
    QCOMPARE(desktop.call(Consultation)->consultation, tlib::ConnId());

    Desktop forConference({B});
    Trace trace = consult(false);
    for (tlib::Event &event : trace)
        std::swap(event.transferConnId, event.conferenceConnId);
    forConference.hear(trace);
    QCOMPARE(forConference.call()->consultation, Consultation);
    QCOMPARE(forConference.call(Consultation)->consultationOf, First);

    // Another call that names one is no consultation.
    Desktop other({B});
    trace = consult(false);
    for (tlib::Event &event : trace)
        event.callType = CallType::Internal;
    other.hear(trace);
    QCOMPARE(other.call()->consultation, tlib::ConnId());
    QCOMPARE(other.call(Consultation)->consultationOf, tlib::ConnId());
}

void TestTransfers::aLinkIsReportedOnBothCalls()
{
    Desktop desktop({B});
    desktop.hear(talk());
    QList<std::pair<tlib::ConnId, bool>> heard; // and whether both sides stood by then
    const auto isLinked = [&] {
        return desktop.call() && desktop.call()->consultation == Consultation && desktop.call(Consultation) &&
               desktop.call(Consultation)->consultationOf == First;
    };
    QObject::connect(&desktop.talk.desk.calls, &model::CallList::changed, this,
                     [&](tlib::ConnId id, model::CallChanges changes) {
                         if (changes & model::CallChange::Parties)
                             heard.append({id, isLinked()});
                     });
    bool cameLinked = false;
    QObject::connect(&desktop.talk.desk.calls, &model::CallList::inserted, this,
                     [&](tlib::ConnId id) { cameLinked = desktop.call(id)->consultationOf == First; });
    desktop.hear(consult(false).sliced(4));
    QVERIFY(cameLinked);
    QCOMPARE(heard, (QList<std::pair<tlib::ConnId, bool>>{{First, true}}));
    heard.clear();
    desktop.hear({say(EventReleased, Consultation, B, C)});
    QCOMPARE(heard, (QList<std::pair<tlib::ConnId, bool>>{{First, false}}));
}

void TestTransfers::aLinkEndsWithTheConsultation_data()
{
    QTest::addColumn<QList<tlib::Dn>>("watched");
    QTest::addColumn<Trace>("end");
    using Dns = QList<tlib::Dn>;
    QTest::newRow("it is released") << Dns{B} << Trace{say(EventReleased, Consultation, B, C)};
    QTest::newRow("the target stays a moment longer")
        << Dns{B, C} << Trace{say(EventReleased, Consultation, B, C)};
    QTest::newRow("the server does not know it any more") << Dns{B} << Trace{};
}

void TestTransfers::aLinkEndsWithTheConsultation()
{
    QFETCH(QList<tlib::Dn>, watched);
    QFETCH(Trace, end);
    Desktop desktop(watched);
    desktop.hear(consult(true));
    QCOMPARE(desktop.call()->consultation, Consultation);
    desktop.hear(end);
    if (end.isEmpty())
        desktop.talk.desk.tracker.forget(Consultation);
    QCOMPARE(desktop.call()->consultation, tlib::ConnId());
    if (const model::Call *const call = desktop.call(Consultation))
        QCOMPARE(call->consultationOf, tlib::ConnId());
}

void TestTransfers::aLinkEndsWithTheFirstCall()
{
    Desktop desktop({A, B});
    desktop.hear(consult(true));
    desktop.hear({say(EventReleased, First, A, B)});
    QCOMPARE(desktop.call(Consultation)->consultationOf, First); // B is in both still
    desktop.hear({say(EventReleased, First, B, A)});
    QVERIFY(!desktop.call());
    QCOMPARE(desktop.call(Consultation)->consultationOf, tlib::ConnId());
}

void TestTransfers::theEarlierOfTwoConsultationsCountsAgain()
{
    constexpr tlib::ConnId Third{3};
    Desktop desktop({B});
    desktop.hear(consult(true));
    tlib::Event again = say(EventDialing, Third, B, tlib::Dn(u"7003"_s));
    again.transferConnId = First;
    desktop.hear({say(EventHeld, Consultation, B, C), again});
    QCOMPARE(desktop.call()->consultation, Third);
    QCOMPARE(desktop.call(Consultation)->consultationOf, First);
    desktop.hear({say(EventReleased, Third, B, tlib::Dn(u"7003"_s))});
    QCOMPARE(desktop.call()->consultation, Consultation);
}

/// The consulted party, or the one that waits, is itself replaced by another.
void TestTransfers::aLinkFollowsTheConnId()
{
    constexpr tlib::ConnId Moved{9};
    Desktop desktop({B});
    desktop.hear(consult(true));
    desktop.hear({say(EventPartyChanged, Moved, B, tlib::Dn(u"7009"_s), {.previous = First})});
    QVERIFY(!desktop.call());
    QCOMPARE(desktop.call(Moved)->phase(), CallPhase::Held);
    QCOMPARE(desktop.call(Moved)->consultation, Consultation);
    QCOMPARE(desktop.call(Consultation)->consultationOf, Moved);

    Desktop other({B});
    other.hear(consult(true));
    other.hear({say(EventPartyChanged, Moved, B, tlib::Dn(u"7009"_s), {.previous = Consultation})});
    QCOMPARE(other.call()->consultation, Moved);
    QCOMPARE(other.call(Moved)->consultationOf, First);
}

void TestTransfers::aLinkNeedsBothCallsHere()
{
    Desktop desktop({C});
    desktop.hear(consult(true)); // it is C's only call, and B's consultation
    QVERIFY(!desktop.call());
    QCOMPARE(desktop.call(Consultation)->consultationOf, tlib::ConnId());

    Desktop both({A, C}); // the calls are here, but nobody who is in both
    both.hear(consult(true));
    QCOMPARE(both.call()->consultation, tlib::ConnId());
    QCOMPARE(both.call(Consultation)->consultationOf, tlib::ConnId());
}

void TestTransfers::theTargetGoesOverToACallThatIsGone()
{
    Desktop desktop({B, C});
    desktop.answersAtOnce = false;
    desktop.truth.insert(First, Conversation::recording(u"ON"_s, u"first"_s));
    desktop.hear(consult(true));
    Trace end = completion();
    desktop.hear(end.first(2));
    QVERIFY(!desktop.call()); // buried
    desktop.hear({end[3]});
    QVERIFY(!desktop.call(Consultation));
    QVERIFY(desktop.call());
    QCOMPARE(desktop.call()->dn(), C);
    QCOMPARE(desktop.call()->phase(), CallPhase::Talking);
    QCOMPARE(desktop.call()->otherParty, A);
    QVERIFY(!desktop.talk.isCertain(First)); // what it is now was not said
    desktop.answer();
    QVERIFY(desktop.talk.isCertain(First));
    QCOMPARE(desktop.call()->recording.state, RecordingState::On);

    // What is still said of the leg that has gone changes nothing.
    desktop.hear({say(EventEstablished, First, B, A), say(EventEstablished, Consultation, C, B)});
    QCOMPARE(desktop.talk.desk.calls.ids(), QList<tlib::ConnId>{First});
    QCOMPARE(desktop.call()->dn(), C);
}

void TestTransfers::aRepeatedMoveBringsNothingBack_data()
{
    QTest::addColumn<bool>("isNumbered");
    QTest::newRow("with numbers") << true;
    QTest::newRow("without numbers") << false;
}

void TestTransfers::aRepeatedMoveBringsNothingBack()
{
    QFETCH(bool, isNumbered);
    Desktop desktop({B, C});
    Trace all = consult(true) + completion() + Trace{say(EventReleased, First, C, A)};
    if (isNumbered)
        number(all, 0);
    const tlib::Event move = all[all.size() - 2];
    desktop.hear(all.first(all.size() - 1));
    const QStringList before = desktop.picture();
    desktop.hear({move});
    QCOMPARE(desktop.picture(), before);
    desktop.hear({all.last(), move});
    QCOMPARE(desktop.picture(), QStringList());

    // Nor does one that was overtaken by the end.
    Desktop other({B, C});
    other.hear(all.first(all.size() - 2));
    if (isNumbered) {
        other.hear({all.last(), move});
        QVERIFY(!other.call());
    }
}

void TestTransfers::aRingingTargetKeepsRinging()
{
    Desktop desktop({C});
    desktop.hear(consult(false) + completion());
    QCOMPARE(desktop.call()->phase(), CallPhase::Ringing);
    QVERIFY(!desktop.call()->answeredAt);
    desktop.hear({say(EventEstablished, First, C, A)});
    QCOMPARE(desktop.call()->phase(), CallPhase::Talking);
    QVERIFY(desktop.call()->answeredAt);
}

void TestTransfers::theSurvivingCallKeepsItsOwnRecording_data()
{
    QTest::addColumn<QList<tlib::Dn>>("watched");
    QTest::addColumn<bool>("carriesData");
    using Dns = QList<tlib::Dn>;
    QTest::newRow("the target watches, the event says it") << Dns{C} << true;
    QTest::newRow("the target watches, the call is asked for") << Dns{C} << false;
    QTest::newRow("both watch, the event says it") << Dns{B, C} << true;
    QTest::newRow("both watch, the call is asked for") << Dns{B, C} << false;
    QTest::newRow("the caller watches, too") << Dns{A, C} << false;
}

void TestTransfers::theSurvivingCallKeepsItsOwnRecording()
{
    QFETCH(QList<tlib::Dn>, watched);
    QFETCH(bool, carriesData);
    Desktop desktop(watched);
    desktop.answersAtOnce = false;
    const tlib::KvList own = Conversation::recording(u"PAUSED"_s, u"first"_s);
    desktop.truth.insert(First, own);
    desktop.hear(consult(true));
    for (const tlib::Dn &dn : watched) {
        if (dn != C)
            desktop.hear({say(EventAttachedDataChanged, First, dn, {}, {.data = own})});
    }
    desktop.hear({notice(Consultation, C, u"ON"_s, u"second"_s)});
    Trace end = completion();
    if (carriesData)
        end.last().userData = own;
    desktop.hear(end);
    QVERIFY(!desktop.call(Consultation));
    QVERIFY(desktop.call()->recording.state != RecordingState::On); // that was the other call's
    QVERIFY(desktop.call()->recording.fileName != "second");
    QCOMPARE(desktop.talk.isCertain(First), carriesData || watched.contains(A));
    desktop.answer();
    QVERIFY(desktop.talk.isCertain(First));
    QCOMPARE(desktop.call()->recording.state, RecordingState::Paused);
    QCOMPARE(desktop.call()->recording.fileName, "first");
    desktop.hear({notice(Consultation, C, u"OFF"_s, u"second"_s)}); // was on its way
    QCOMPARE(desktop.call()->recording.state, RecordingState::Paused);
}

void TestTransfers::aMoveFromACallThatNobodyKnowsIsAskedFor()
{
    Desktop desktop({C});
    desktop.answersAtOnce = false;
    desktop.truth.insert(First, Conversation::recording(u"ON"_s));
    desktop.hear({completion().last()});
    QVERIFY(desktop.call());
    QCOMPARE(desktop.call()->phase(), CallPhase::Talking);
    QVERIFY(!desktop.talk.isCertain(First));
    desktop.answer();
    QCOMPARE(desktop.call()->recording.state, RecordingState::On);

    desktop.hear({say(EventPartyChanged, tlib::ConnId(8), A, C, byTransfer(tlib::ConnId(7)))}); // not watched
    QVERIFY(!desktop.call(tlib::ConnId(8)));
}

/// While it was away, somebody may have recorded it: it is Off only if the server has nothing to say of it.
void TestTransfers::aCallThatComesBackIsNotOffByItself()
{
    for (const bool wasRecorded : {false, true}) {
        Desktop desktop({B});
        desktop.answersAtOnce = false;
        Trace trace = talk() + Trace{say(EventReleased, First, B, A), say(EventRinging, First, B, A)};
        number(trace, 0);
        desktop.hear(trace);
        QVERIFY(desktop.call());
        QVERIFY(!desktop.talk.isCertain(First));
        desktop.hear({say(EventEstablished, First, B, A)});
        QVERIFY(!desktop.talk.isCertain(First));
        if (wasRecorded)
            desktop.truth.insert(First, Conversation::recording(u"ON"_s));
        desktop.answer();
        QVERIFY(desktop.talk.isCertain(First));
        QCOMPARE(desktop.call()->recording.state, wasRecorded ? RecordingState::On : RecordingState::Off);
    }
    // If something was said of it in between, a call without a word is not Off, but not known.
    Desktop desktop({B});
    Trace trace = talk() + Trace{say(EventReleased, First, B, A), notice(First, B, u"ON"_s, u"file"_s),
                                 say(EventRinging, First, B, A)};
    number(trace, 0);
    desktop.hear(trace);
    QVERIFY(desktop.talk.isCertain(First));
    QCOMPARE(desktop.call()->recording.state, RecordingState::Unknown);
}

void TestTransfers::aConferenceNamesItsParties()
{
    using Dns = QList<tlib::Dn>;
    for (const Dns &watched : {Dns{A}, Dns{B}, Dns{C}, Dns{A, B, C}}) {
        Desktop desktop(watched);
        desktop.hear(consult(true) + conference());
        QCOMPARE(desktop.talk.desk.calls.ids(), QList<tlib::ConnId>{First});
        for (const tlib::Dn &dn : watched) {
            Dns expected{A, B, C};
            expected.removeOne(dn);
            Dns seen = desktop.call()->partiesBeside(dn);
            std::sort(seen.begin(), seen.end());
            QCOMPARE(seen, expected);
            QCOMPARE(desktop.call()->findLeg(dn)->phase, CallPhase::Talking);
        }
        QCOMPARE(desktop.call()->moreParties.size(), 1);
    }
    Desktop desktop({B});
    desktop.hear(consult(true) + conference() + Trace{deleted(B, A)});
    QCOMPARE(desktop.call()->otherParty, C);
    QCOMPARE(desktop.call()->moreParties, Dns());
    desktop.hear({deleted(B, C)}); // the call ends: the last one stays to be seen
    QCOMPARE(desktop.call()->otherParty, C);
}

void TestTransfers::aPartyIsNamedByItsRole_data()
{
    QTest::addColumn<tlib::Event>("event");
    tlib::Event event = say(EventPartyAdded, First, B, C);
    event.otherDnRole = DnRole::NewParty;
    event.thirdPartyDn = A;
    QTest::newRow("OtherDN is the new one") << event;
    event = say(EventPartyAdded, First, B, A);
    event.otherDnRole = DnRole::AddedBy;
    event.thirdPartyDn = C;
    event.thirdPartyDnRole = DnRole::NewParty;
    QTest::newRow("ThirdPartyDN is the new one") << event;
    event = say(EventPartyAdded, First, B, C);
    event.thirdPartyDn = A;
    QTest::newRow("no role is said") << event;
    event = say(EventPartyAdded, First, B, {});
    event.thirdPartyDn = C;
    QTest::newRow("only ThirdPartyDN is there") << event;
}

void TestTransfers::aPartyIsNamedByItsRole()
{
    QFETCH(tlib::Event, event);
    Desktop desktop({B});
    desktop.hear(talk() + Trace{event, event});
    QCOMPARE(desktop.call()->otherParty, A);
    QCOMPARE(desktop.call()->moreParties, QList<tlib::Dn>{C});
    event.type = EventPartyDeleted;
    for (auto *const role : {&event.otherDnRole, &event.thirdPartyDnRole}) {
        if (*role)
            *role = *role == DnRole::NewParty ? DnRole::DeletedParty : DnRole::DeletedBy;
    }
    desktop.hear({event});
    QCOMPARE(desktop.call()->otherParty, A);
    QCOMPARE(desktop.call()->moreParties, QList<tlib::Dn>());
}

void TestTransfers::aRestartInTheMiddleOfAConferenceFindsItsParties()
{
    Desktop desktop({B});
    const tlib::Dn observer{u"7900"_s};
    desktop.parties.insert(First, listOf({A, B, C, observer}, DnRole::Observer));
    desktop.talk.loseLink();
    desktop.talk.waitForAttempt();
    desktop.accept({{B, Conversation::snapshotOf(First)}});
    desktop.answer();
    QCOMPARE(desktop.call()->otherParty, A);
    QCOMPARE(desktop.call()->moreParties, QList<tlib::Dn>{C});

    // While the link was away, one has left.
    desktop.parties.insert(First, listOf({B, C}));
    desktop.talk.loseLink();
    desktop.talk.waitForAttempt();
    desktop.accept({{B, Conversation::snapshotOf(First)}});
    desktop.answer();
    QCOMPARE(desktop.call()->otherParty, C);
    QCOMPARE(desktop.call()->moreParties, QList<tlib::Dn>());
}

namespace {

tlib::KvList midConsultation()
{
    tlib::KvList list;
    list.append("conn-1", First.toString());
    list.append("ct-1", qint32(CallType::Internal));
    list.append("ps-1", qint32(tlib::PartyState::Held));
    list.append("conn-2", Consultation.toString());
    list.append("ct-2", qint32(CallType::Consult));
    list.append("ps-2", qint32(tlib::PartyState::Connected));
    return list;
}

} // namespace

void TestTransfers::aRestartInTheMiddleOfAConsultationGuessesNoLink()
{
    for (const bool isSaid : {false, true}) {
        Desktop desktop({});
        desktop.talk.desk.registry.setDns({B});
        const auto registered = desktop.talk.link.expect<tlib::RegisterAddress>();
        desktop.talk.link.answer(registered->second,
                                 {.type = EventRegistered, .thisDn = B, .extensions = midConsultation()});
        for (int i = 0; i < 2; ++i) {
            const auto asked = desktop.talk.link.expect<tlib::QueryCall>();
            tlib::Event info{.type = EventPartyInfo, .connId = asked->first.call};
            if (isSaid && asked->first.call == Consultation) {
                info.callType = CallType::Consult;
                info.transferConnId = First;
            }
            desktop.talk.link.answer(asked->second, info);
        }
        QCOMPARE(desktop.call()->phase(), CallPhase::Held);
        QCOMPARE(desktop.call(Consultation)->phase(), CallPhase::Talking);
        QCOMPARE(desktop.call(Consultation)->type, CallType::Consult);
        QCOMPARE(desktop.call(Consultation)->consultationOf, isSaid ? First : tlib::ConnId());
        QCOMPARE(desktop.call()->consultation, isSaid ? Consultation : tlib::ConnId());
    }
}

void TestTransfers::aReconnectInTheMiddleOfAConsultationKeepsTheLink()
{
    Desktop desktop({B});
    desktop.hear(consult(true));
    desktop.talk.loseLink();
    desktop.talk.waitForAttempt();
    desktop.accept({{B, midConsultation()}});
    desktop.answer();
    QCOMPARE(desktop.call()->consultation, Consultation);

    desktop.talk.loseLink(); // completed meanwhile
    desktop.talk.waitForAttempt();
    desktop.accept({{B, Conversation::snapshotOf(First)}});
    QVERIFY(!desktop.call(Consultation));
    QCOMPARE(desktop.call()->consultation, tlib::ConnId());
}

void TestTransfers::twoWatchedLegsSeeEachOther()
{
    using Dns = QList<tlib::Dn>;
    Desktop desktop({A, B});
    desktop.hear(talk());
    QCOMPARE(desktop.call()->otherParty, B);
    QCOMPARE(desktop.call()->partiesBeside(A), Dns{B});
    QCOMPARE(desktop.call()->partiesBeside(B), Dns{A});
    QVERIFY(desktop.call()->moreParties.isEmpty());
    desktop.hear({say(EventReleased, First, A, B)}); // the first leg leaves, the call goes on with somebody
    QCOMPARE(desktop.call()->firstDn(), B);
    desktop.hear({say(EventPartyChanged, First, B, C,
                      {.third = A, .thirdRole = DnRole::TransferredBy, .state = CallState::Transferred})});
    QCOMPARE(desktop.call()->otherParty, C);
    QVERIFY(desktop.call()->moreParties.isEmpty());

    // What was dialled is not who answers.
    Desktop other({A, B});
    other.hear({say(EventDialing, First, A, tlib::Dn(u"8000"_s)), say(EventRinging, First, B, A)});
    QCOMPARE(other.call()->otherParty, B);
    QVERIFY(other.call()->moreParties.isEmpty());
}

void TestTransfers::aLegBeginsAnewInACallThatGoesOn()
{
    Desktop desktop({B, C});
    Trace all = consult(true) + completion() +
                Trace{say(EventRinging, First, B, A), say(EventEstablished, First, B, A),
                      say(EventReleased, First, C, B), say(EventReleased, First, B, A)};
    number(all, 0);
    desktop.hear(all.first(all.size() - 3));
    QCOMPARE(desktop.call()->findLeg(B)->phase, CallPhase::Ringing);
    QCOMPARE(desktop.call()->legs.size(), 2);
    QCOMPARE(desktop.call()->firstDn(), C);    // it was there before
    desktop.hear({all[consult(true).size()]}); // the end of its first time, again
    QCOMPARE(desktop.call()->findLeg(B)->phase, CallPhase::Ringing);
    desktop.hear({all[all.size() - 3]});
    QCOMPARE(desktop.call()->findLeg(B)->phase, CallPhase::Talking);
    desktop.hear({all[all.size() - 2]});
    QCOMPARE(desktop.call()->dn(), B);
    QCOMPARE(desktop.call()->otherParty, A);
    desktop.hear({all.last()});
    QVERIFY(!desktop.call());
}

void TestTransfers::anOvertakenPartyIsOld()
{
    Trace all = talk() + Trace{say(EventPartyChanged, First, B, C, byTransfer()),
                               say(EventPartyChanged, First, B, tlib::Dn(u"7009"_s), byTransfer())};
    number(all, 0);
    Desktop desktop({B});
    desktop.hear(all.first(4));
    desktop.hear({all[5], all[4]});
    QCOMPARE(desktop.call()->otherParty, tlib::Dn(u"7009"_s));
    desktop.hear({all[3], all[1]}); // and so are repeated events of the leg
    QCOMPARE(desktop.call()->otherParty, tlib::Dn(u"7009"_s));
}

void TestTransfers::theBusyTargetsConsultationEnds()
{
    Desktop desktop({B});
    desktop.hear(talk() + Trace{say(EventHeld, First, B, A), say(EventDialing, Consultation, B, C),
                                say(EventDestinationBusy, Consultation, B, C)});
    QCOMPARE(desktop.call(Consultation)->phase(), CallPhase::Dialing);
    QCOMPARE(desktop.call()->consultation, Consultation);
    desktop.hear({say(EventReleased, Consultation, B, C, {.state = CallState::Busy})});
    QVERIFY(!desktop.call(Consultation));
    QCOMPARE(desktop.call()->phase(), CallPhase::Held);
    QCOMPARE(desktop.call()->consultation, tlib::ConnId());
    QCOMPARE(desktop.call()->otherParty, A);
}

void TestTransfers::theCallerGivesUpWhileItRings()
{
    Desktop desktop({B});
    desktop.hear(
        {say(EventRinging, First, B, A), say(EventAbandoned, First, B, A, {.state = CallState::Abandoned})});
    QVERIFY(!desktop.call());
    desktop.hear({say(EventEstablished, First, B, A)}); // nobody can answer it now
    QVERIFY(!desktop.call());
}

void TestTransfers::aRoutingPointsCallsAreNobodysLegs()
{
    const tlib::Dn point{u"8000"_s};
    Desktop desktop({B, point});
    tlib::KvList queued = Conversation::snapshotOf(First, tlib::PartyState::Queued);
    QCOMPARE(desktop.talk.desk.tracker.applySnapshot(point, queued), QList<tlib::ConnId>());
    QVERIFY(!desktop.call());
    desktop.hear({say(EventQueued, First, point, A), say(EventRouteRequest, First, point, A)});
    QVERIFY(!desktop.call());
    // Without numbers, too, the call that was routed rings: what was diverted was nobody's leg.
    desktop.hear({say(EventRouteUsed, First, point, B), say(EventDiverted, First, point, B),
                  say(EventRinging, First, B, A)});
    QCOMPARE(desktop.call()->phase(), CallPhase::Ringing);
    QVERIFY(desktop.talk.isCertain(First));
    QCOMPARE(desktop.call()->recording.state, RecordingState::Off);
    QCOMPARE(desktop.call()->legs.size(), 1);

    // The caller gives up before it is routed.
    desktop.hear({say(EventQueued, Consultation, point, A), say(EventAbandoned, Consultation, point, A)});
    QVERIFY(!desktop.call(Consultation));
    // And a DN that is not watched for its calls has none in its snapshot either.
    QCOMPARE(desktop.talk.desk.tracker.applySnapshot(C, Conversation::snapshotOf(Consultation)),
             QList<tlib::ConnId>());
    QVERIFY(!desktop.call(Consultation));
}

TALLY_TEST(TestTransfers)

} // namespace tst_transfers
#include "tst_transfers.moc"
