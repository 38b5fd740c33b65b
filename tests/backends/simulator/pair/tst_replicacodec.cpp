#include "backends/simulator/pair/replicacodec.h"
#include "support/testprogram.h"

#include <QtTest>

namespace tst_replicacodec {

using namespace Qt::StringLiterals;
using namespace simulator;

namespace {

const core::Instant here{core::Duration(1'000'000)};  ///< the sender's clock
const core::Instant there{core::Duration(5'000'000)}; ///< and the receiver's at the same moment

core::Instant moved(core::Instant instant)
{
    return instant + (there - here);
}

tlib::KvList pairs(const char *key, const QString &text)
{
    tlib::KvList inner, list;
    inner.append("inner", qint32(7));
    list.append(key, text);
    list.append("number", qint32(-5));
    list.append("list", inner);
    list.appendBytes("bytes", tlib::KvType::Binary, QByteArrayView("\0\xff\x01", 3));
    return list;
}

/// Every member has a value that is not its own default, and unlike those of its kind.
ReplicaChange fullChange()
{
    SwitchCall call{.id = tlib::ConnId(0x006c'029a'6685'd004ULL),
                    .uuid = tlib::CallUuid(u"SIM1"_s),
                    .type = tlib::CallType::Consult,
                    .ani = tlib::Dn(u"+49301"_s),
                    .dnis = tlib::Dn(u"8000"_s),
                    .userData = pairs("Grüße", u"ein Wert"_s)};
    call.parties = {
        {.dn = tlib::Dn(std::string("70\xff\x00\x31", 5)), // bytes that are no text
         .role = tlib::DnRole::ConferenceMember,
         .state = tlib::PartyState::Held,
         .routeBy = here + core::Duration(1234),
         .arrival = 0xffff'0000'0000'0001ULL},
        {.dn = tlib::Dn(u"7002"_s), .role = tlib::DnRole::Origination, .state = tlib::PartyState::Connected}};
    call.routeRecording = {.record = RecordOption::DisableDestination,
                           .id = u"route-id"_s,
                           .dest = u"sip:one@x"_s,
                           .dest2 = u"sip:two@x"_s,
                           .by = tlib::Dn(u"8001"_s)};
    call.consultation = {.firstCall = tlib::ConnId(0xffff'ffff'ffff'fff1ULL),
                         .purpose = ConsultFor::Conference,
                         .by = tlib::Dn(u"7003"_s)};
    const RecordingSession recording{.state = RecorderState::Paused,
                                     .id = u"rec-1"_s,
                                     .file = u"file-1"_s,
                                     .dn = tlib::Dn(u"7004"_s),
                                     .destinations = {u"sip:a@x"_s, u"sip:b@x"_s},
                                     .remarks = {.params = pairs("p", u"1"_s), .reasons = pairs("r", u"2"_s)},
                                     .recorded = core::Duration(4711),
                                     .silence = core::Duration(815)};
    CallReplica replica{.call = call};
    replica.known = {.judged = {tlib::Dn(u"7005"_s), tlib::Dn(u"7006"_s)},
                     .disabled = {tlib::Dn(u"7007"_s)},
                     .routedBy = {{tlib::Dn(u"7008"_s), tlib::Dn(u"8002"_s)}}};
    replica.tape = {.sessions = {recording, RecordingSession{.file = u"file-2"_s}},
                    .wanted = RecorderState::On,
                    .shown = 1,
                    .since = here - core::Duration(999)};
    replica.due = {
        {.at = here + core::Duration(150), .call = call.id, .session = 1, .state = RecorderState::On}};

    ReplicaChange change{.number = 0x1'0000'0001LL, .begins = true, .completes = true, .calls = {replica}};
    change.gone = {tlib::ConnId(3), tlib::ConnId(0xffff'ffff'ffff'ffffULL)};
    change.agents = {{.dn = tlib::Dn(u"7009"_s),
                      .seat = AgentControl::Seat{.agent = tlib::AgentId(u"1009"_s),
                                                 .status = tlib::AgentStatus::AfterCallWork,
                                                 .workMode = tlib::AgentWorkMode::AuxWork}},
                     {.dn = tlib::Dn(u"7010"_s)}};
    change.dns = {{.dn = tlib::Dn(u"7011"_s), .record = true}, {.dn = tlib::Dn(u"7012"_s), .busy = true}};
    change.lastCall = 0xffff'0000'0000'0007ULL;
    change.lastRecording = 42;
    change.lastService = {.command = tlib::RecordingCommand::Resume,
                          .dn = tlib::Dn(u"7013"_s),
                          .call = tlib::ConnId(6),
                          .extensions = pairs("e", u"3"_s),
                          .reasons = pairs("s", u"4"_s)};
    return change;
}

template <class T>
T carried(const T &message)
{
    const auto back = decode(encode(message, here), there);
    if (!back)
        qFatal("%s", qPrintable(back.error().text));
    return std::get<T>(*back);
}

} // namespace

class TestReplicaCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesACall();
    void carriesItsParties();
    void carriesItsRecordings();
    void carriesTheRest();
    void carriesWhatIsNotThere();
    void carriesTheOtherMessages();
    void refusesWhatIsCut();
    void refusesAMissingField_data();
    void refusesAMissingField();
};

void TestReplicaCodec::carriesACall()
{
    const SwitchCall before = fullChange().calls.front().call;
    const SwitchCall call = carried(fullChange()).calls.front().call;
    QCOMPARE(call.id, before.id);
    QCOMPARE(call.uuid, before.uuid);
    QCOMPARE(call.type, before.type);
    QCOMPARE(call.ani, before.ani);
    QCOMPARE(call.dnis, before.dnis);
    QCOMPARE(call.userData, before.userData);
    QCOMPARE(call.routeRecording.record, before.routeRecording.record);
    QCOMPARE(call.routeRecording.id, before.routeRecording.id);
    QCOMPARE(call.routeRecording.dest, before.routeRecording.dest);
    QCOMPARE(call.routeRecording.dest2, before.routeRecording.dest2);
    QCOMPARE(call.routeRecording.by, before.routeRecording.by);
    QVERIFY(call.consultation);
    QCOMPARE(call.consultation->firstCall, before.consultation->firstCall);
    QCOMPARE(call.consultation->purpose, before.consultation->purpose);
    QCOMPARE(call.consultation->by, before.consultation->by);
}

void TestReplicaCodec::carriesItsParties()
{
    const auto before = fullChange().calls.front().call.parties;
    const auto parties = carried(fullChange()).calls.front().call.parties;
    QCOMPARE(parties.size(), before.size());
    for (size_t i = 0; i < parties.size(); ++i) {
        QCOMPARE(parties[i].dn, before[i].dn);
        QCOMPARE(parties[i].role, before[i].role);
        QCOMPARE(parties[i].state, before[i].state);
        QCOMPARE(parties[i].arrival, before[i].arrival);
    }
    QVERIFY(parties[0].routeBy == moved(*before[0].routeBy));
    QVERIFY(!parties[1].routeBy);
}

void TestReplicaCodec::carriesItsRecordings()
{
    const CallReplica before = fullChange().calls.front();
    const CallReplica replica = carried(fullChange()).calls.front();
    QVERIFY(replica.known.judged == before.known.judged);
    QVERIFY(replica.known.disabled == before.known.disabled);
    QVERIFY(replica.known.routedBy == before.known.routedBy);
    QVERIFY(replica.tape);
    QCOMPARE(replica.tape->wanted, before.tape->wanted);
    QCOMPARE(replica.tape->shown, before.tape->shown);
    QVERIFY(replica.tape->since == moved(before.tape->since));
    QCOMPARE(replica.tape->sessions.size(), size_t(2));
    const RecordingSession &one = replica.tape->sessions[0], &was = before.tape->sessions[0];
    QCOMPARE(one.state, was.state);
    QCOMPARE(one.id, was.id);
    QCOMPARE(one.file, was.file);
    QCOMPARE(one.dn, was.dn);
    QCOMPARE(one.destinations, was.destinations);
    QCOMPARE(one.remarks.params, was.remarks.params);
    QCOMPARE(one.remarks.reasons, was.remarks.reasons);
    QVERIFY(one.recorded == was.recorded && one.silence == was.silence);
    QCOMPARE(replica.tape->sessions[1].file, u"file-2"_s);
    QCOMPARE(replica.due.size(), size_t(1));
    QVERIFY(replica.due[0].at == moved(before.due[0].at));
    QCOMPARE(replica.due[0].call, before.due[0].call);
    QCOMPARE(replica.due[0].session, before.due[0].session);
    QCOMPARE(replica.due[0].state, before.due[0].state);
}

void TestReplicaCodec::carriesTheRest()
{
    const ReplicaChange before = fullChange();
    const ReplicaChange change = carried(before);
    QCOMPARE(change.number, before.number);
    QVERIFY(change.begins && change.completes);
    QVERIFY(change.gone == before.gone);
    QCOMPARE(change.agents.size(), size_t(2));
    QCOMPARE(change.agents[0].dn, before.agents[0].dn);
    QVERIFY(change.agents[0].seat == before.agents[0].seat);
    QCOMPARE(change.agents[1].dn, before.agents[1].dn);
    QVERIFY(!change.agents[1].seat);
    QCOMPARE(change.dns.size(), size_t(2));
    for (size_t i = 0; i < 2; ++i) {
        QCOMPARE(change.dns[i].dn, before.dns[i].dn);
        QCOMPARE(change.dns[i].record, before.dns[i].record);
        QCOMPARE(change.dns[i].busy, before.dns[i].busy);
    }
    QCOMPARE(change.lastCall, before.lastCall);
    QCOMPARE(change.lastRecording, before.lastRecording);
    QVERIFY(change.lastService);
    QCOMPARE(change.lastService->command, before.lastService->command);
    QCOMPARE(change.lastService->dn, before.lastService->dn);
    QCOMPARE(change.lastService->call, before.lastService->call);
    QCOMPARE(change.lastService->extensions, before.lastService->extensions);
    QCOMPARE(change.lastService->reasons, before.lastService->reasons);
}

void TestReplicaCodec::carriesWhatIsNotThere()
{
    tlib::KvList empty;
    empty.append("a", u"b"_s);
    empty.remove("a");
    ReplicaChange change;
    change.calls = {CallReplica{.call = {.id = tlib::ConnId(1)}},
                    CallReplica{.call = {.id = tlib::ConnId(2)}}};
    change.calls[1].call.userData = empty;
    const ReplicaChange back = carried(change);
    QVERIFY(!back.begins && !back.completes && !back.lastService);
    QVERIFY(back.calls[0].call.userData.isNull());
    QVERIFY(!back.calls[1].call.userData.isNull() && back.calls[1].call.userData.isEmpty());
    QVERIFY(!back.calls[0].call.consultation && !back.calls[0].tape && back.calls[0].due.empty());
}

void TestReplicaCodec::carriesTheOtherMessages()
{
    const PairHello hello = carried(PairHello{.version = 3,
                                              .id = u"me"_s,
                                              .fingerprint = "\x01\x02"_ba,
                                              .role = tlib::ServerRole::Backup,
                                              .generation = 17});
    QCOMPARE(hello.version, 3);
    QCOMPARE(hello.id, u"me"_s);
    QCOMPARE(hello.fingerprint, "\x01\x02"_ba);
    QCOMPARE(hello.role, tlib::ServerRole::Backup);
    QCOMPARE(hello.generation, 17);
    QCOMPARE(carried(ChangeReceipt{.number = 0x2'0000'0000LL}).number, 0x2'0000'0000LL);
    carried(PairTakeOver{});
    carried(PairTakeOverRequest{});
}

void TestReplicaCodec::refusesWhatIsCut()
{
    const QByteArray bytes = encode(fullChange(), here);
    for (qsizetype size = 0; size < bytes.size(); ++size) {
        const auto back = decode(bytes.first(size), there);
        QVERIFY2(!back && back.error().kind == core::ErrorKind::Malformed, qPrintable(QString::number(size)));
    }
}

void TestReplicaCodec::refusesAMissingField_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("named");
    QTest::newRow("of the change itself") << "lastCall"_ba << u"lastCall"_s;
    QTest::newRow("of a list inside") << "userData"_ba << u"calls.call.userData"_s;
    QTest::newRow("of what may be absent") << "firstCall"_ba << u"calls.call.consultation.firstCall"_s;
}

void TestReplicaCodec::refusesAMissingField()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, named);
    QByteArray other = name;
    other[0] = 'X';
    const auto back = decode(encode(fullChange(), here).replace(name, other), there);
    QVERIFY(!back);
    QCOMPARE(back.error().text, u"the field %1 is missing or wrong"_s.arg(named));
}

TALLY_TEST(TestReplicaCodec)

} // namespace tst_replicacodec
#include "tst_replicacodec.moc"
