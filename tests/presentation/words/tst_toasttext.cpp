#include "presentation/words/errorwords.h"
#include "presentation/words/refusaltext.h"
#include "presentation/words/toastadvice.h"
#include "presentation/words/toasttext.h"
#include "support/testprogram.h"

#include "model/calls/call.h"

#include <QTest>

namespace tst_toasttext {

using namespace Qt::StringLiterals;
using model::CallAction;
using model::Toast;
using model::ToastKind;

class TestToastText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyNumberHasASentence_data();
    void everyNumberHasASentence();
    void unknownNumberShowsTheServersText();
    void numberAloneIsShownToo();
    void eachKindSaysWhatHappened();
    void troubleWithTheJournal();
    void howItEndedBefore();
    void aHandOverNamesItsDestination_data();
    void aHandOverNamesItsDestination();
    void aWrongNumberIsToBeChecked();
    void somebodyElsesCallNamesTheDn();
    void aRouteNamesCallerAndDestination();
    void adviceIsAboutWhatFailed();
    void lineHoldsEverything();
    void presentStateIsSaidOnlyWhenCertain();
    void nothingIsAdvisedOnceTheCallHasEnded();
    void detailsNameTheCall();
    void twoAtOnceReadsAsOneSentence();
    void aDeskStaysADesk();
};

namespace {

Toast refusal(int code, const QString &text = {})
{
    return {.kind = ToastKind::Refused,
            .callAction = CallAction::PauseRecording,
            .call = model::CallId(0x006c029a6685d004),
            .party = model::Dn(u"+493055501"),
            .dn = model::Dn(u"7001"),
            .code = code,
            .serverText = text};
}

} // namespace

void TestToastText::everyNumberHasASentence_data()
{
    QTest::addColumn<int>("code");
    for (const int code : {40, 41,  42,  43,  50,  51,  52,  53,  54,  55,  56,  57,  58,  59,  71,  91,
                           93, 118, 119, 166, 168, 177, 185, 191, 192, 223, 415, 470, 477, 496, 506, 527})
        QTest::addRow("%d", code) << code;
}

void TestToastText::everyNumberHasASentence()
{
    QFETCH(int, code);
    const auto words = presentation::errorWords(code);
    QVERIFY(words);
    QVERIFY(words->sentence.endsWith(u'.'));
    QVERIFY(!words->advice.isEmpty());
    const QString reason = presentation::toastReason(refusal(code));
    QVERIFY(reason.endsWith(u" (%1)."_s.arg(code)));
    const QString both = presentation::toastReason(refusal(code, u"the server's own"_s));
    QVERIFY(both.startsWith(reason));
    const bool isSaidInDetails = code == tlib::errorcode::AlreadyInState;
    QCOMPARE(both.contains(u"the server's own"), !isSaidInDetails);
}

void TestToastText::unknownNumberShowsTheServersText()
{
    QCOMPARE(presentation::toastReason(refusal(9999, u"Vendor <b>trouble</b>"_s)),
             u"SIP Server says: “Vendor <b>trouble</b>” (9999)."_s);
}

void TestToastText::numberAloneIsShownToo()
{
    QCOMPARE(presentation::toastReason(refusal(9999)), u"SIP Server refused it and gave no reason (9999)."_s);
}

void TestToastText::eachKindSaysWhatHappened()
{
    Toast toast = refusal(58);
    QCOMPARE(presentation::toastTitle(toast), u"Recording could not be paused"_s);
    toast.kind = ToastKind::NoAnswer;
    QCOMPARE(presentation::toastTitle(toast), u"Pause: no answer"_s);
    toast.kind = ToastKind::NotConfirmed;
    QCOMPARE(presentation::toastTitle(toast), u"Pause: not confirmed"_s);
    toast.kind = ToastKind::ResultUnknown;
    QCOMPARE(presentation::toastTitle(toast), u"Pause: result unknown"_s);
    toast.kind = ToastKind::NotSent;
    QCOMPARE(presentation::toastTitle(toast), u"Pause: not sent"_s);
    const Toast dn{.kind = ToastKind::DnNotMonitored, .dn = model::Dn(u"7009"), .code = 59};
    QCOMPARE(presentation::toastTitle(dn), u"DN 7009 is not monitored"_s);
    Toast dns{.kind = ToastKind::DnsNotMonitored, .code = 59};
    for (int i = 0; i < 11; ++i)
        dns.dns.append(model::Dn(QString::number(7001 + i)));
    QVERIFY(presentation::toastTitle(dns).startsWith(u"11 DN"));
    QCOMPARE(presentation::toastSubject(dns), u"7001, 7002, 7003, 7004, 7005, 7006, 7007, 7008 and 3 more"_s);
    QVERIFY(presentation::toastReason(dns).contains(u"(59)"));
    QVERIFY(presentation::toastDetails(dns).contains(u"7010, 7011\n"_s) ||
            presentation::toastDetails(dns).endsWith(u"7010, 7011"_s)); // all of them
    const Toast agent{.kind = ToastKind::Refused,
                      .agentAction = model::AgentAction::Login,
                      .dn = model::Dn(u"7001"),
                      .code = 192};
    QCOMPARE(presentation::toastTitle(agent), u"You could not be logged in"_s);
    QCOMPARE(presentation::toastSubject(agent), u"DN 7001"_s);
}

void TestToastText::troubleWithTheJournal()
{
    const Toast full{.kind = ToastKind::JournalFull};
    QVERIFY(presentation::toastLine(full).startsWith(u"The journal cannot be written: The disk is full."_s));
    QVERIFY(presentation::toastAdvice(full).contains(u"The light is right"_s));
    const Toast fails{.kind = ToastKind::JournalFails, .serverText = u"unable to open <b>\u202efile"_s};
    QVERIFY(presentation::toastReason(fails).startsWith(u"unable to open <b>"_s));
    QVERIFY(!presentation::toastReason(fails).contains(QChar(0x202e)));
    const Toast stands{.kind = ToastKind::JournalStands, .serverText = u"/a/b.journal: 5 s"_s};
    QVERIFY(presentation::toastLine(stands).startsWith(
        u"The journal cannot be written: The disk does not answer."_s));
    const Toast newer{.kind = ToastKind::JournalIsNewer, .serverText = u"/a/b.journal"_s};
    QVERIFY(presentation::toastReason(newer).contains(u"/a/b.journal"_s));
    const Toast aside{
        .severity = model::Severity::Warning, .kind = ToastKind::JournalIsNew, .serverText = u"/a/c"_s};
    QVERIFY(presentation::toastReason(aside).contains(u"/a/c"_s));
    QVERIFY(presentation::toastTitle(aside) != presentation::toastTitle(newer));
}

void TestToastText::howItEndedBefore()
{
    const QDateTime at(QDate(2026, 11, 22), QTime(14, 26));
    const Toast crashed{.kind = ToastKind::Crashed, .ends = at};
    QVERIFY(presentation::toastLine(crashed).startsWith(u"Tallylight did not end properly last time"_s));
    QVERIFY(presentation::toastReason(crashed).contains(u"14:26"_s) ||
            presentation::toastReason(crashed).contains(u"2:26"_s));
    const Toast recording{.kind = ToastKind::EndedRecording, .ends = at, .serverText = u"SIGTERM"_s};
    QVERIFY(presentation::toastTitle(recording).contains(u"while a call was being recorded"_s));
    QVERIFY(presentation::toastAdvice(recording).contains(u"No recording was stopped"_s));
    for (const ToastKind kind : {ToastKind::EndedRecording, ToastKind::CrashedRecording}) {
        const Toast paused{.kind = kind, .ends = at, .left = model::LeftOpen::Paused};
        QVERIFY(presentation::toastTitle(paused).endsWith(u"while a recording was paused"_s));
        const Toast both{.kind = kind, .ends = at, .left = model::LeftOpen::Both};
        QVERIFY(presentation::toastTitle(both).endsWith(u"recorded, some of them paused"_s));
    }
}

void TestToastText::aHandOverNamesItsDestination_data()
{
    QTest::addColumn<CallAction>("action");
    QTest::addColumn<QString>("destination");
    QTest::addColumn<QString>("refused");
    QTest::addColumn<QString>("noAnswer");
    const QString to = u"7002"_s;
    QTest::newRow("a consultation") << CallAction::Consult << to << u"7002 could not be consulted"_s
                                    << u"Consult 7002: no answer"_s;
    QTest::newRow("a transfer") << CallAction::Transfer << to << u"Call could not be transferred to 7002"_s
                                << u"Transfer to 7002: no answer"_s;
    QTest::newRow("the end of a transfer")
        << CallAction::CompleteTransfer << to << u"Call could not be transferred to 7002"_s
        << u"Transfer to 7002: no answer"_s;
    QTest::newRow("a conference") << CallAction::CompleteConference << to
                                  << u"Conference with 7002 could not be made"_s
                                  << u"Conference with 7002: no answer"_s;
    QTest::newRow("a transfer to nobody knows whom")
        << CallAction::CompleteTransfer << QString() << u"Call could not be transferred"_s
        << u"Complete transfer: no answer"_s;
}

void TestToastText::aHandOverNamesItsDestination()
{
    QFETCH(CallAction, action);
    QFETCH(QString, destination);
    Toast toast = refusal(91);
    toast.callAction = action;
    toast.details.destination = model::Dn(destination);
    QTEST(presentation::toastTitle(toast), "refused");
    QCOMPARE(presentation::toastSubject(toast), u"+493055501"_s);
    QCOMPARE(presentation::toastDetails(toast).contains(u"Destination"), !destination.isEmpty());
    toast.kind = ToastKind::NoAnswer;
    QTEST(presentation::toastTitle(toast), "noAnswer");
}

void TestToastText::aWrongNumberIsToBeChecked()
{
    for (const int code : {71, 177, 415})
        QVERIFY(presentation::errorWords(code)->advice.startsWith(u"Check the number"));
}

void TestToastText::somebodyElsesCallNamesTheDn()
{
    Toast toast = refusal(43);
    toast.isOthersCall = true;
    QCOMPARE(presentation::toastSubject(toast), u"+493055501 at DN 7001"_s);
}

void TestToastText::aRouteNamesCallerAndDestination()
{
    Toast toast{.kind = ToastKind::Refused,
                .call = model::CallId(1),
                .party = model::Dn(u"+493055501"),
                .dn = model::Dn(u"5000"),
                .code = 415,
                .route = model::RouteOrder{.destination = model::Dn(u"7001")}};
    QCOMPARE(
        presentation::toastLine(toast),
        u"The call from +493055501 could not be routed to 7001: Routing point 5000 · The destination DN is "
        "not valid (415)."_s);
    QVERIFY(presentation::toastDetails(toast).contains(u"Destination: 7001"));
    toast.kind = ToastKind::NoAnswer;
    QCOMPARE(presentation::toastTitle(toast), u"Route to 7001: no answer"_s);
    QCOMPARE(presentation::toastSubject(toast), u"+493055501 at routing point 5000"_s);
}

void TestToastText::adviceIsAboutWhatFailed()
{
    for (const ToastKind kind : {ToastKind::NoAnswer, ToastKind::ResultUnknown}) {
        Toast toast = refusal(0);
        toast.kind = kind;
        QVERIFY(presentation::toastAdvice(toast).contains(u"light"));
        toast.callAction = CallAction::Transfer;
        QVERIFY(presentation::toastAdvice(toast).contains(u" call "));
        toast.callAction.reset();
        toast.agentAction = model::AgentAction::Ready;
        QVERIFY(presentation::toastAdvice(toast).contains(u"our state"));
    }
}

void TestToastText::lineHoldsEverything()
{
    const QString line = presentation::toastLine(refusal(59, u"DN is not configured"_s));
    QCOMPARE(line,
             u"Recording could not be paused: +493055501 · The DN is not configured on SIP Server (59). "
             "SIP Server says: “DN is not configured”."_s);
    QVERIFY(!presentation::toastLine(refusal(59, u"two\nlines"_s)).contains(u'\n'));
}

void TestToastText::presentStateIsSaidOnlyWhenCertain()
{
    model::Call call;
    call.recording.state = model::RecordingState::On;
    QCOMPARE(presentation::presentState(refusal(58), &call, true), u"The call is still being recorded."_s);
    QVERIFY(presentation::presentState(refusal(58), &call, false).isEmpty());
    QVERIFY(presentation::presentState(refusal(58), nullptr, true).isEmpty());
    call.recording.state = model::RecordingState::Unknown;
    QVERIFY(presentation::presentState(refusal(58), &call, true).isEmpty());
    Toast answer = refusal(58);
    answer.callAction = CallAction::Answer;
    QVERIFY(presentation::presentState(answer, &call, true).isEmpty());
}

void TestToastText::nothingIsAdvisedOnceTheCallHasEnded()
{
    QCOMPARE(presentation::toastAdvice(refusal(57)), u"Try again."_s);
    QCOMPARE(presentation::toastAdvice(refusal(57), true), u"The call has ended."_s);
}

void TestToastText::detailsNameTheCall()
{
    Toast toast = refusal(58, u"Out of service"_s);
    toast.count = 3;
    const QString details = presentation::toastDetails(toast);
    for (const QString &part : {u"Recording could not be paused"_s, u"58"_s, u"Out of service"_s,
                                u"006c029a6685d004"_s, u"7001"_s, u"3"_s})
        QVERIFY2(details.contains(part), qPrintable(part));
}

void TestToastText::twoAtOnceReadsAsOneSentence()
{
    Toast toast = refusal(tlib::errorcode::AlreadyInState, u"paused already"_s);
    QCOMPARE(presentation::toastTitle(toast), u"Recording had been paused already"_s);
    QCOMPARE(presentation::toastReason(toast),
             u"Somebody else paused it before your request arrived (43)."_s);
    QVERIFY(!presentation::toastAdvice(toast).contains(u"try again"_s, Qt::CaseInsensitive));
    model::Call call;
    call.recording.state = model::RecordingState::On;
    QVERIFY(presentation::presentState(toast, &call, true).isEmpty()); // it would contradict
    QVERIFY(presentation::toastDetails(toast).contains(u"“paused already”"_s));
    toast.callAction = CallAction::Hold; // no recording: the light does not tell
    QVERIFY(!presentation::isForestalled(toast));
    QCOMPARE(presentation::toastTitle(toast), u"Call could not be put on hold"_s);
}

void TestToastText::aDeskStaysADesk()
{
    Toast toast = refusal(58);
    toast.party = model::Dn(u"7003");
    toast.type = model::CallType::Consult;
    QCOMPARE(presentation::toastSubject(toast), u"Desk 7003"_s);
}

TALLY_GUI_TEST(TestToastText)

} // namespace tst_toasttext
#include "tst_toasttext.moc"
