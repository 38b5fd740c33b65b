#include "backends/wire/frames/codec.h"
#include "backends/wire/frames/requestmapping.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_requestmapping {

using namespace Qt::StringLiterals;
using tlib::Attribute;
using tlib::ConnId;
using tlib::Dn;
using tlib::KvList;
using tlib::MessageType;
using tlib::Request;
using wire::Message;

namespace {

constexpr tlib::ReferenceId Id(17);

KvList list(const QString &value)
{
    KvList pairs;
    pairs.append("key", value);
    return pairs;
}

struct Row
{
    const char *name;
    Request request;
    QList<quint16> attributes; ///< that have to stand in the frame besides ReferenceID
    QList<quint16> mandatory;  ///< of those
};

/// wire.md's table "Requests and replies", every field of each request set to something of its own.
QList<Row> rows()
{
    const Dn dn(u"7001");
    const Dn other(u"7002");
    const ConnId call(0x006c029a6685d004);
    const ConnId second(0xff);
    const KvList data = list(u"data"_s);
    const KvList why = list(u"why"_s);
    return {
        {"RegisterClient",
         tlib::RegisterClient{.protocolVersion = tlib::Text(u"tlib-open 1"),
                              .applicationName = tlib::Text(u"app"),
                              .password = tlib::Text(u"secret"),
                              .addpTimeout = 7,
                              .addpRemoteTimeout = 11},
         {0, 64, 65, 53},
         {}},
        {"QueryServer", tlib::QueryServer{}, {}, {}},
        {"QueryAddress",
         tlib::QueryAddress{.dn = dn,
                            .addressType = tlib::AddressType::Queue,
                            .infoType = tlib::AddressInfoType::AgentStatus},
         {20, 47, 56},
         {20}},
        {"RegisterAddress",
         tlib::RegisterAddress{.dn = dn,
                               .registerMode = tlib::RegisterMode::Monitor,
                               .controlMode = tlib::ControlMode::Force,
                               .addressType = tlib::AddressType::RouteDn},
         {20, 49, 50, 47},
         {20}},
        {"UnregisterAddress",
         tlib::UnregisterAddress{.dn = dn, .controlMode = tlib::ControlMode::Local},
         {20, 50},
         {20}},
        {"QueryCall", tlib::QueryCall{.dn = dn, .call = call, .infoType = 3}, {20, 9, 74}, {20, 9}},
        {"AgentLogin",
         tlib::AgentLogin{.dn = dn,
                          .agentId = tlib::AgentId(u"1001"),
                          .queue = other,
                          .workMode = tlib::AgentWorkMode::AutoIn,
                          .reasons = why},
         {20, 14, 21, 16, 17},
         {20}},
        {"AgentLogout", tlib::AgentLogout{.dn = dn, .queue = other, .reasons = why}, {20, 21, 16, 17}, {20}},
        {"AgentReady", tlib::AgentReady{.dn = dn, .workMode = tlib::AgentWorkMode::ManualIn}, {20, 16}, {20}},
        {"AgentNotReady",
         tlib::AgentNotReady{.dn = dn, .workMode = tlib::AgentWorkMode::AfterCallWork, .reasons = why},
         {20, 16, 17},
         {20}},
        {"MakeCall",
         tlib::MakeCall{.dn = dn, .destination = other, .userData = data},
         {20, 24, 51},
         {20, 24}},
        {"AnswerCall", tlib::AnswerCall{.dn = dn, .call = call, .reasons = why}, {20, 9, 17}, {20, 9}},
        {"ReleaseCall", tlib::ReleaseCall{.dn = dn, .call = call, .reasons = why}, {20, 9, 17}, {20, 9}},
        {"HoldCall", tlib::HoldCall{.dn = dn, .call = call, .reasons = why}, {20, 9, 17}, {20, 9}},
        {"RetrieveCall", tlib::RetrieveCall{.dn = dn, .call = call, .reasons = why}, {20, 9, 17}, {20, 9}},
        {"InitiateTransfer",
         tlib::InitiateTransfer{.dn = dn, .call = call, .destination = other},
         {20, 9, 24},
         {20, 9, 24}},
        {"InitiateConference",
         tlib::InitiateConference{.dn = dn, .call = call, .destination = other},
         {20, 9, 24},
         {20, 9, 24}},
        {"CompleteTransfer",
         tlib::CompleteTransfer{.dn = dn, .heldCall = call, .consultationCall = second},
         {20, 9, 11},
         {20, 9, 11}},
        {"CompleteConference",
         tlib::CompleteConference{.dn = dn, .heldCall = call, .consultationCall = second},
         {20, 9, 12},
         {20, 9, 12}},
        {"SingleStepTransfer",
         tlib::SingleStepTransfer{.dn = dn, .call = call, .destination = other},
         {20, 9, 24},
         {20, 9, 24}},
        {"AlternateCall",
         tlib::AlternateCall{.dn = dn, .call = call, .heldCall = second, .reasons = why},
         {20, 9, 10, 17},
         {20, 9, 10}},
        {"DeleteFromConference",
         tlib::DeleteFromConference{.dn = dn, .call = call, .party = other, .reasons = why},
         {20, 9, 24, 17},
         {20, 9, 24}},
        {"RedirectCall",
         tlib::RedirectCall{.dn = dn, .call = call, .destination = other, .reasons = why},
         {20, 9, 24, 17},
         {20, 9, 24}},
        {"RouteCall",
         tlib::RouteCall{.routingPoint = dn,
                         .call = call,
                         .destination = other,
                         .routeType = tlib::RouteType::Direct,
                         .extensions = data,
                         .reasons = why},
         {20, 9, 24, 60, 53, 17},
         {20, 9}},
        {"PrivateService",
         tlib::PrivateService{
             .privateMsgId = 4711, .dn = dn, .call = call, .extensions = data, .reasons = why},
         {105, 20, 9, 53, 17},
         {105, 20, 9}},
        {"AttachUserData",
         tlib::AttachUserData{.dn = dn, .call = call, .userData = data},
         {20, 9, 51},
         {20, 9, 51}},
        {"UpdateUserData",
         tlib::UpdateUserData{.dn = dn, .call = call, .userData = data},
         {20, 9, 51},
         {20, 9, 51}},
        {"DeletePair",
         tlib::DeletePair{.dn = dn, .call = call, .key = tlib::Text(u"key")},
         {20, 9, 52},
         {20, 9, 52}},
    };
}

/// Ids that stand in a frame, in rising order.
QList<quint16> idsIn(const QByteArray &frame)
{
    QList<quint16> ids;
    for (qsizetype at = 8; at < frame.size();) {
        const auto number = [&](qsizetype from, int size) {
            qsizetype value = 0;
            for (int i = 0; i < size; ++i)
                value = value << 8 | quint8(frame[from + i]);
            return value;
        };
        ids.append(quint16(number(at, 2)));
        at += 7 + number(at + 3, 4);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

/// The message without one attribute.
Message without(const Message &message, quint16 id)
{
    Message less = message;
    const auto drop = [&](Attribute attribute, auto member) {
        if (Attribute(id) == attribute)
            less.*member = {};
    };
    drop(Attribute::ThisDn, &Message::thisDn);
    drop(Attribute::OtherDn, &Message::otherDn);
    drop(Attribute::ConnId, &Message::connId);
    drop(Attribute::PreviousConnId, &Message::previousConnId);
    drop(Attribute::TransferConnId, &Message::transferConnId);
    drop(Attribute::ConferenceConnId, &Message::conferenceConnId);
    drop(Attribute::PrivateMsgId, &Message::privateMsgId);
    drop(Attribute::UserData, &Message::userData);
    drop(Attribute::DataKey, &Message::dataKey);
    return less;
}

} // namespace

class TestRequestMapping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRequestGoesBothWays_data()
    {
        QTest::addColumn<int>("index");
        const auto all = rows();
        for (int i = 0; i < int(all.size()); ++i)
            QTest::newRow(all[i].name) << i;
        QCOMPARE(std::size_t(all.size() + 1), std::variant_size_v<Request>); // and RecordingService, below
    }

    void everyRequestGoesBothWays()
    {
        QFETCH(const int, index);
        const Row row = rows().at(index);
        const QByteArray frame = wire::encode(wire::toMessage(row.request, Id, {})).value();
        QList<quint16> expected = row.attributes;
        expected.append(2);
        std::sort(expected.begin(), expected.end());
        QCOMPARE(idsIn(frame), expected);

        Message message;
        QVERIFY(wire::decode(frame.sliced(4), message));
        QCOMPARE(message.referenceId, Id);
        const auto request = wire::toRequest(message);
        QVERIFY2(request, request ? "" : qPrintable(request.error().text));
        QCOMPARE(request->index(), row.request.index());
        // What was read says the same again: no field was lost or swapped on the way.
        QCOMPARE(wire::encode(wire::toMessage(*request, Id, {})).value(), frame);
    }

    void namesTheMissingAttribute_data() { everyRequestGoesBothWays_data(); }

    void namesTheMissingAttribute()
    {
        QFETCH(const int, index);
        const Row row = rows().at(index);
        const Message whole = wire::toMessage(row.request, Id, {});
        for (const quint16 id : row.mandatory) {
            const auto request = wire::toRequest(without(whole, id));
            QVERIFY2(!request, qPrintable(u"without %1"_s.arg(id)));
            QCOMPARE(request.error().serverCode, tlib::errorcode::InvalidAttribute);
            QCOMPARE(request.error().text,
                     u"Request%1 lacks attribute %2"_s.arg(QLatin1StringView(row.name)).arg(id));
        }
    }

    void recordingServicesGoOutByTheSitesNumbers()
    {
        const tlib::RecordingNumbers numbers{.start = 1, .stop = 2, .pause = 3, .resume = 4};
        using enum tlib::RecordingCommand;
        for (const auto &[command, number] :
             {std::pair(Start, 1), std::pair(Stop, 2), std::pair(Pause, 3), std::pair(Resume, 4)}) {
            const Message message = wire::toMessage(tlib::RecordingService{.command = command,
                                                                           .dn = Dn(u"7001"),
                                                                           .call = ConnId(5),
                                                                           .extensions = list(u"x"_s),
                                                                           .reasons = list(u"y"_s)},
                                                    Id, numbers);
            QCOMPARE(message.type, MessageType::PrivateService);
            QCOMPARE(message.privateMsgId, number);
            const auto request = wire::toRequest(message);
            QVERIFY(request);
            const auto *service = std::get_if<tlib::PrivateService>(&*request);
            QVERIFY(service);
            QCOMPARE(service->privateMsgId, number);
            QCOMPARE(service->dn, Dn(u"7001"));
            QCOMPARE(service->call, ConnId(5));
            QCOMPARE(service->extensions, list(u"x"_s));
            QCOMPARE(service->reasons, list(u"y"_s));
        }
    }

    void registersWithoutAReferenceId()
    {
        const QByteArray frame = wire::encode(wire::toMessage(tlib::RegisterClient{}, {}, {})).value();
        QCOMPARE(idsIn(frame), QList<quint16>{53});
    }

    void readsAddpTimeoutsOnlyAsNumbers()
    {
        Message message;
        message.type = MessageType::RegisterClient;
        message.extensions.append("addp-timeout", u"20"_s);
        message.extensions.append("addp-remote-timeout", 30);
        const auto request = wire::toRequest(message);
        QVERIFY(request);
        QCOMPARE(std::get<tlib::RegisterClient>(*request).addpTimeout, 0);
        QCOMPARE(std::get<tlib::RegisterClient>(*request).addpRemoteTimeout, 30);
    }

    void leavesDefaultsWhereANumberWasNotSent()
    {
        Message message;
        message.type = MessageType::QueryAddress;
        message.thisDn = Dn(u"7001");
        const auto request = wire::toRequest(message);
        QVERIFY(request);
        QCOMPARE(std::get<tlib::QueryAddress>(*request).infoType, tlib::AddressInfoType::DnStatus);
    }

    void refusesWhatIsNoRequest_data()
    {
        QTest::addColumn<int>("type");
        QTest::newRow("a request that the profile does not have") << int(MessageType::SetMuteOn);
        QTest::newRow("an event") << int(MessageType::EventEstablished);
        QTest::newRow("an unknown number") << 4242;
    }

    void refusesWhatIsNoRequest()
    {
        QFETCH(const int, type);
        Message message;
        message.type = MessageType(type);
        const auto request = wire::toRequest(message);
        QVERIFY(!request);
        QCOMPARE(request.error().serverCode, tlib::errorcode::UnsupportedOperation);
        QCOMPARE(request.error().text, tlib::messageName(message.type) + u" is not supported"_s);
    }
};

TALLY_TEST(TestRequestMapping)

} // namespace tst_requestmapping
#include "tst_requestmapping.moc"
