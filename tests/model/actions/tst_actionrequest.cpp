#include "model/actions/actionrequest.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_actionrequest {

using namespace Qt::StringLiterals;
using model::CallAction;
using tlib::Dn;

namespace {

const Dn Acting(u"7001"_s);
const model::Call First{.id = model::CallId(1), .consultation = model::CallId(2)};
const model::ActionDetails Everything{
    .recording = {.id = u"case-17"_s, .params = {{u"k"_s, u"v"_s}}, .reasons = {{u"why"_s, u"card"_s}}},
    .destination = Dn(u"7002"_s),
    .party = Dn(u"7003"_s)};

template <class Request>
Request requestOf(CallAction action)
{
    const model::ActionRequest request = requestFor(action, First, Acting, Everything, model::CallId(3));
    Q_ASSERT(std::holds_alternative<Request>(request));
    return std::get<Request>(request);
}

} // namespace

/// What each action is sent as.
class TestActionRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordingsAreAService_data();
    void recordingsAreAService();
    void theCallIsMovedByItsOwnRequest();
    void aDestinationGoesOut();
    void aJoinNamesBothCalls();
    void aSwapNamesBothCalls();
    void aPartyGoesOut();
};

void TestActionRequest::recordingsAreAService_data()
{
    QTest::addColumn<CallAction>("action");
    QTest::addColumn<tlib::RecordingCommand>("command");
    QTest::newRow("start") << CallAction::StartRecording << tlib::RecordingCommand::Start;
    QTest::newRow("pause") << CallAction::PauseRecording << tlib::RecordingCommand::Pause;
    QTest::newRow("resume") << CallAction::ResumeRecording << tlib::RecordingCommand::Resume;
    QTest::newRow("stop") << CallAction::StopRecording << tlib::RecordingCommand::Stop;
}

void TestActionRequest::recordingsAreAService()
{
    QFETCH(CallAction, action);
    QFETCH(tlib::RecordingCommand, command);
    const auto service = requestOf<tlib::RecordingService>(action);
    QCOMPARE(service.command, command);
    QCOMPARE(service.dn, Acting);
    QCOMPARE(service.call, First.id);
    const bool isStart = action == CallAction::StartRecording;
    QCOMPARE(service.extensions.text("Id"), isStart ? u"case-17"_s : QString());
    QCOMPARE(service.extensions.find("Params")->toList().text("k"), u"v"_s);
    QCOMPARE(service.reasons.text("why"), u"card"_s);
}

void TestActionRequest::theCallIsMovedByItsOwnRequest()
{
    const auto isOfTheCall = [](const auto &request) {
        return request.dn == Acting && request.call == First.id && request.reasons.isNull();
    };
    QVERIFY(isOfTheCall(requestOf<tlib::AnswerCall>(CallAction::Answer)));
    QVERIFY(isOfTheCall(requestOf<tlib::HoldCall>(CallAction::Hold)));
    QVERIFY(isOfTheCall(requestOf<tlib::RetrieveCall>(CallAction::Retrieve)));
    QVERIFY(isOfTheCall(requestOf<tlib::ReleaseCall>(CallAction::Release)));
    QVERIFY(isOfTheCall(requestOf<tlib::ReleaseCall>(CallAction::Reject)));
}

void TestActionRequest::aDestinationGoesOut()
{
    const auto isOfTheCall = [](const auto &request) {
        return request.dn == Acting && request.call == First.id &&
               request.destination == Everything.destination;
    };
    QVERIFY(isOfTheCall(requestOf<tlib::InitiateTransfer>(CallAction::Consult)));
    QVERIFY(isOfTheCall(requestOf<tlib::SingleStepTransfer>(CallAction::Transfer)));
    QVERIFY(isOfTheCall(requestOf<tlib::RedirectCall>(CallAction::Redirect)));
}

void TestActionRequest::aJoinNamesBothCalls()
{
    const auto isOfBoth = [](const auto &request) {
        return request.dn == Acting && request.heldCall == First.id &&
               request.consultationCall == First.consultation;
    };
    QVERIFY(isOfBoth(requestOf<tlib::CompleteTransfer>(CallAction::CompleteTransfer)));
    QVERIFY(isOfBoth(requestOf<tlib::CompleteConference>(CallAction::CompleteConference)));
}

void TestActionRequest::aSwapNamesBothCalls()
{
    const auto swap = requestOf<tlib::AlternateCall>(CallAction::Alternate);
    QCOMPARE(swap.dn, Acting);
    QCOMPARE(swap.call, model::CallId(3)); // the one that talks
    QCOMPARE(swap.heldCall, First.id);
}

void TestActionRequest::aPartyGoesOut()
{
    const auto drop = requestOf<tlib::DeleteFromConference>(CallAction::DropParty);
    QCOMPARE(drop.dn, Acting);
    QCOMPARE(drop.call, First.id);
    QCOMPARE(drop.party, Everything.party);
}

TALLY_TEST(TestActionRequest)

} // namespace tst_actionrequest
#include "tst_actionrequest.moc"
