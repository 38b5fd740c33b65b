#include "automation/report/statereport.h"
#include "automation/routeverb.h"
#include "automation/verbparams.h"
#include "support/conversation.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QTest>

namespace tst_routeverb {

using namespace Qt::StringLiterals;
using support::Conversation;
using tlib::MessageType;
using Record = model::RouteOrder::Record;

/// The verb that sends waiting calls on. What the route desk does with them has tests of its own.
class TestRouteVerb : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theOrderIsTaken_data();
    void theOrderIsTaken();
    void badParameters_data();
    void badParameters();
    void aCallThatDoesNotWaitIsRefused();
    void aRouteIsAnsweredWhenTheCallIsGone();
    void everyOtherEndIsSaid_data();
    void everyOtherEndIsSaid();
    void aRouteUnderWayIsNotAskedForTwice();
    void aCallOnTwoPointsIsRoutedFromTheLatest();
    void whatIsInTheWayIsSaid_data();
    void whatIsInTheWayIsSaid();
    void aLogHasNobodyToAsk();
    void flawedOptionsAreRefused();
    void theStateNamesTheCallsThatWait();

private:
    void run(const QJsonObject &params)
    {
        m_result.reset();
        m_verb->run(params, this, [this](const core::Result<QJsonObject> &result) { m_result = result; });
    }

    static QJsonObject right() { return {{u"call"_s, u"1a"_s}, {u"to"_s, u"7001"_s}}; }
    /// A call on the routing point.
    void wait(const tlib::Dn &dn = RoutingPoint)
    {
        m_talk->link.push({.type = MessageType::EventRouteRequest,
                           .connId = Waiting,
                           .callType = tlib::CallType::Inbound,
                           .thisDn = dn,
                           .ani = Conversation::Caller,
                           .sequenceNumber = 1});
    }
    QString failure() const { return m_result && !*m_result ? m_result->error().text : QString(); }

    static inline const tlib::Dn RoutingPoint{u"5000"_s};
    static constexpr tlib::ConnId Waiting{0x1a};
    std::unique_ptr<Conversation> m_talk;
    std::unique_ptr<automation::RouteVerb> m_verb;
    std::optional<core::Result<QJsonObject>> m_result;
};

void TestRouteVerb::init()
{
    m_talk = std::make_unique<Conversation>();
    m_verb = std::make_unique<automation::RouteVerb>(m_talk->desk);
    m_result.reset();
    m_talk->connect();
    m_talk->desk.registry.setDns(QList<model::DnEntry>{
        {.dn = Conversation::OwnDn}, {.dn = RoutingPoint, .use = model::DnUse::RoutingPoint}});
    const auto asked = m_talk->link.expect<tlib::RegisterAddress>();
    QVERIFY(asked);
    m_talk->link.answer(asked->second, {.type = MessageType::EventRegistered, .thisDn = RoutingPoint});
}

void TestRouteVerb::cleanup()
{
    m_verb.reset();
    m_talk.reset();
}

void TestRouteVerb::theOrderIsTaken_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<Record>("record");
    QTest::newRow("as configured") << QString() << Record::AsConfigured;
    QTest::newRow("this side") << u"source"_s << Record::Source;
    QTest::newRow("the other side") << u"destination"_s << Record::Destination;
    QTest::newRow("not this side") << u"disable_source"_s << Record::DisableSource;
    QTest::newRow("not the other side") << u"disable_destination"_s << Record::DisableDestination;
}

void TestRouteVerb::theOrderIsTaken()
{
    QFETCH(QString, word);
    QFETCH(Record, record);
    QJsonObject params{{u"call"_s, u"1a"_s},
                       {u"to"_s, u"7001"_s},
                       {u"id"_s, u"case-17"_s},
                       {u"dest"_s, u"sip:a"_s},
                       {u"dest2"_s, u"sip:b"_s}};
    if (!word.isEmpty())
        params.insert(u"record"_s, word);
    const auto order = automation::routeOrderFrom(params);
    QVERIFY(order);
    QCOMPARE(*order, (model::RouteOrder{.destination = tlib::Dn(u"7001"_s),
                                        .record = record,
                                        .id = u"case-17"_s,
                                        .dest = u"sip:a"_s,
                                        .dest2 = u"sip:b"_s}));
}

void TestRouteVerb::badParameters_data()
{
    QTest::addColumn<QJsonObject>("params");
    QTest::addColumn<QString>("named");
    const QJsonObject right{{u"call"_s, u"1a"_s}, {u"to"_s, u"7001"_s}};
    const auto with = [right](const QString &name, const QJsonValue &value) {
        QJsonObject params = right;
        params.insert(name, value);
        return params;
    };
    QTest::newRow("no call") << QJsonObject{{u"to"_s, u"7001"_s}} << u"call"_s;
    QTest::newRow("a call that is no ConnID") << with(u"call"_s, u"xyz"_s) << u"xyz"_s;
    QTest::newRow("no destination") << QJsonObject{{u"call"_s, u"1a"_s}} << u"destination"_s;
    QTest::newRow("a destination that is a number") << with(u"to"_s, 7001) << u"to"_s;
    QTest::newRow("a record that does not exist") << with(u"record"_s, u"both"_s) << u"disable_source"_s;
    QTest::newRow("params, which a route has not") << with(u"params"_s, QJsonArray()) << u"params"_s;
}

void TestRouteVerb::badParameters()
{
    QFETCH(QJsonObject, params);
    QFETCH(QString, named);
    run(params);
    QVERIFY(m_result && !*m_result);
    QCOMPARE(m_result->error().kind, core::ErrorKind::InvalidInput);
    QVERIFY2(m_result->error().text.contains(named), qPrintable(m_result->error().text));
    QVERIFY(m_talk->link.nothingSent());
}

void TestRouteVerb::aCallThatDoesNotWaitIsRefused()
{
    run({{u"call"_s, u"1a"_s}, {u"to"_s, u"7001"_s}});
    QVERIFY(m_result && !*m_result);
    QCOMPARE(m_result->error().kind, core::ErrorKind::NotFound);
    QCOMPARE(failure(), u"cannot route 000000000000001a: this call does not wait here"_s);
    QVERIFY(m_talk->link.nothingSent());
    wait();
    m_talk->loseLink();
    run(right());
    QCOMPARE(m_result->error().kind, core::ErrorKind::NotAllowed);
    QCOMPARE(failure(), u"cannot route 000000000000001a: it is not certain that the call still waits"_s);
}

void TestRouteVerb::aRouteIsAnsweredWhenTheCallIsGone()
{
    wait();
    QJsonObject params = right();
    params.insert(u"record"_s, u"disable_source"_s);
    params.insert(u"id"_s, u"case-17"_s);
    run(params);
    QVERIFY(!m_result);
    const auto asked = m_talk->link.expect<tlib::RouteCall>();
    QVERIFY(asked);
    QCOMPARE(asked->first.routingPoint, RoutingPoint);
    QCOMPARE(asked->first.destination, tlib::Dn(u"7001"_s));
    QCOMPARE(asked->first.extensions.text("record"), u"disable_source"_s);
    QCOMPARE(asked->first.extensions.text("id"), u"case-17"_s);
    m_talk->link.answer(asked->second, {.type = MessageType::EventRouteUsed,
                                        .connId = Waiting,
                                        .thisDn = RoutingPoint,
                                        .sequenceNumber = 2});
    QVERIFY(m_result && *m_result);
    QCOMPARE(**m_result, (QJsonObject{{u"call"_s, u"000000000000001a"_s}}));
}

void TestRouteVerb::everyOtherEndIsSaid_data()
{
    QTest::addColumn<QString>("end");
    QTest::addColumn<core::ErrorKind>("kind");
    QTest::addColumn<QString>("named");
    QTest::newRow("refused") << u"refused"_s << core::ErrorKind::Refused << u"(415): no such DN"_s;
    QTest::newRow("no answer") << u"silence"_s << core::ErrorKind::TimedOut << u"in time"_s;
    QTest::newRow("the link is lost") << u"lost"_s << core::ErrorKind::TimedOut << u"unknown"_s;
}

void TestRouteVerb::everyOtherEndIsSaid()
{
    QFETCH(QString, end);
    QFETCH(core::ErrorKind, kind);
    QFETCH(QString, named);
    wait();
    run(right());
    const auto asked = m_talk->link.expect<tlib::RouteCall>();
    QVERIFY(asked);
    if (end == u"refused")
        m_talk->refuse(asked->second, 415, u"no such DN"_s);
    else if (end == u"silence")
        m_talk->clock.advance(std::chrono::seconds(10));
    else
        m_talk->loseLink();
    QVERIFY(m_result && !*m_result);
    QCOMPARE(m_result->error().kind, kind);
    QVERIFY2(failure().contains(named), qPrintable(failure()));
}

void TestRouteVerb::aRouteUnderWayIsNotAskedForTwice()
{
    wait();
    run(right());
    QVERIFY(m_talk->link.expect<tlib::RouteCall>());
    run(right());
    QCOMPARE(m_result->error().kind, core::ErrorKind::NotAllowed);
    QCOMPARE(failure(), u"cannot route 000000000000001a: the call is being routed already"_s);
    QVERIFY(m_talk->link.nothingSent());
}

/// A program names the call alone: it is where it has come to last.
void TestRouteVerb::aCallOnTwoPointsIsRoutedFromTheLatest()
{
    wait();
    wait(Conversation::OwnDn);
    run(right());
    const auto asked = m_talk->link.expect<tlib::RouteCall>();
    QVERIFY(asked);
    QCOMPARE(asked->first.routingPoint, Conversation::OwnDn);
    m_talk->link.answer(asked->second, {.type = MessageType::EventRouteUsed, .connId = Waiting});
    QVERIFY(m_result && *m_result);
    run(right()); // it still waits on the other one
    QCOMPARE(m_talk->link.expect<tlib::RouteCall>()->first.routingPoint, RoutingPoint);
}

void TestRouteVerb::whatIsInTheWayIsSaid_data()
{
    QTest::addColumn<QJsonObject>("more");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const QJsonObject &more, const QString &sentence) {
        QTest::newRow(name) << more << (u"cannot route 000000000000001a: "_s + sentence);
    };
    row("two words", {{u"to"_s, u"70 01"_s}},
        u"the destination is not a DN: it is one word of at most 255 bytes"_s);
    row("dest", {{u"dest"_s, u"recorder"_s}}, u"dest is no SIP address like sip:recorder@host"_s);
    row("dest2", {{u"dest2"_s, u"recorder"_s}}, u"dest2 is no SIP address like sip:recorder@host"_s);
    row("the same recorder twice", {{u"dest"_s, u"sip:a"_s}, {u"dest2"_s, u"sip:a"_s}},
        u"dest and dest2 are the same recorder"_s);
    row("too long", {{u"id"_s, QString(70'000, u'x')}}, u"a text is longer than 65,535 bytes"_s);
}

void TestRouteVerb::whatIsInTheWayIsSaid()
{
    QFETCH(QJsonObject, more);
    wait();
    QJsonObject params = right();
    for (auto it = more.begin(); it != more.end(); ++it)
        params.insert(it.key(), it.value());
    run(params);
    QTEST(failure(), "sentence");
    QCOMPARE(m_result->error().kind, core::ErrorKind::NotAllowed);
    QVERIFY(m_talk->link.nothingSent());
}

void TestRouteVerb::aLogHasNobodyToAsk()
{
    m_talk->desk.registry.watchEverybody();
    wait();
    run(right());
    QCOMPARE(failure(), u"cannot route 000000000000001a: there is nobody to ask: this is a log"_s);
    QVERIFY(m_talk->link.nothingSent());
}

void TestRouteVerb::flawedOptionsAreRefused()
{
    wait();
    for (const auto &[name, value] : {std::pair(u"to"_s, u"70 01"_s), std::pair(u"dest"_s, u"recorder"_s)}) {
        QJsonObject params = right();
        params.insert(name, value);
        run(params);
        QCOMPARE(m_result->error().kind, core::ErrorKind::NotAllowed); // judged by the model: no wrong usage
    }
    QVERIFY(m_talk->link.nothingSent());
}

void TestRouteVerb::theStateNamesTheCallsThatWait()
{
    const auto waiting = [this] {
        return automation::stateReport(m_talk->desk, [](const model::Toast &) { return QString(); })
            .value("waiting"_L1)
            .toArray();
    };
    QVERIFY(waiting().isEmpty());
    wait();
    QCOMPARE(waiting(), (QJsonArray{QJsonObject{{u"connId"_s, u"000000000000001a"_s},
                                                {u"routingPoint"_s, u"5000"_s},
                                                {u"from"_s, u"+493055501"_s},
                                                {u"type"_s, u"inbound"_s},
                                                {u"certain"_s, true}}}));
    m_talk->loseLink();
    QCOMPARE(waiting()[0]["certain"_L1], false);
}

TALLY_TEST(TestRouteVerb)

} // namespace tst_routeverb
#include "tst_routeverb.moc"
