#include "automation/routeverb.h"
#include "automation/verbparams.h"
#include "support/conversation.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using support::Conversation;
using Record = model::RouteOrder::Record;

Q_DECLARE_METATYPE(model::RouteOrder::Record)

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
    void anotherCallsEndIsNotTheAnswer();

private:
    void run(const QJsonObject &params)
    {
        m_result.reset();
        m_verb->run(params, this, [this](const core::Result<QJsonObject> &result) { m_result = result; });
    }

    std::unique_ptr<Conversation> m_talk;
    std::unique_ptr<automation::RouteVerb> m_verb;
    std::optional<core::Result<QJsonObject>> m_result;
};

void TestRouteVerb::init()
{
    m_talk = std::make_unique<Conversation>();
    m_verb = std::make_unique<automation::RouteVerb>(m_talk->desk);
    m_talk->connect();
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
    QVERIFY(m_result->error().text.startsWith(u"cannot route 000000000000001a"));
    QVERIFY(m_talk->link.nothingSent());
}

void TestRouteVerb::anotherCallsEndIsNotTheAnswer()
{
    run({{u"call"_s, u"1a"_s}, {u"to"_s, u"7001"_s}});
    m_result.reset();
    Q_EMIT m_talk->desk.routes.settled(model::CallId(0x1a), core::Done{}); // a button's, or nobody's
    QVERIFY(!m_result);
}

QTEST_GUILESS_MAIN(TestRouteVerb)
#include "tst_routeverb.moc"
