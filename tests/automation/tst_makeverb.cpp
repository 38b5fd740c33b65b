#include "automation/makeverb.h"
#include "support/conversation.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_makeverb {

using namespace Qt::StringLiterals;
using support::Conversation;
using tlib::MessageType;

/// A call, made by a program.
class TestMakeVerb : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void itEndsWhenTheServerDials();
    void badParameters_data();
    void badParameters();
    void whatIsInTheWayIsSaid();
    void everyOtherEndIsSaid();

private:
    void run(const QJsonObject &params = {{u"to"_s, u"+493055509"_s}})
    {
        m_result.reset();
        m_verb->run(params, this, [this](const core::Result<QJsonObject> &result) { m_result = result; });
    }
    QString failure() const { return m_result && !*m_result ? m_result->error().text : QString(); }

    std::unique_ptr<Conversation> m_talk;
    std::unique_ptr<automation::MakeVerb> m_verb;
    std::optional<core::Result<QJsonObject>> m_result;
};

void TestMakeVerb::init()
{
    m_verb.reset();
    m_talk = std::make_unique<Conversation>();
    m_verb = std::make_unique<automation::MakeVerb>(m_talk->desk);
    m_talk->connect();
}

void TestMakeVerb::itEndsWhenTheServerDials()
{
    run();
    const auto asked = m_talk->link.expect<tlib::MakeCall>();
    QCOMPARE(asked->first.destination, tlib::Dn(u"+493055509"_s));
    QVERIFY(!m_result);
    m_talk->link.answer(asked->second, m_talk->event(MessageType::EventDialing));
    QVERIFY(m_result && *m_result);
    QCOMPARE(**m_result, (QJsonObject{{u"call"_s, Conversation::CallOne.toString()}}));
}

void TestMakeVerb::badParameters_data()
{
    QTest::addColumn<QJsonObject>("params");
    QTest::newRow("no number") << QJsonObject();
    QTest::newRow("a number that is no text") << QJsonObject{{u"to"_s, 7002}};
    QTest::newRow("a call") << QJsonObject{{u"to"_s, u"7002"_s}, {u"call"_s, u"1"_s}};
}

void TestMakeVerb::badParameters()
{
    QFETCH(QJsonObject, params);
    run(params);
    QCOMPARE(m_result->error().kind, core::ErrorKind::InvalidInput);
    QVERIFY(m_talk->link.nothingSent());
}

void TestMakeVerb::whatIsInTheWayIsSaid()
{
    run({{u"to"_s, u"7001"_s}});
    QVERIFY2(failure().contains(u"name another"_s), qPrintable(failure()));
    QVERIFY(m_talk->desk.dialling.make(tlib::Dn(u"7002"_s)));
    run();
    QVERIFY(failure().contains(u"another call is being made"_s));
    m_talk->loseLink();
    run();
    QVERIFY(failure().contains(u"no connection"_s));
}

void TestMakeVerb::everyOtherEndIsSaid()
{
    run();
    m_talk->refuse(m_talk->link.expect<tlib::MakeCall>()->second, 71, u"no such number"_s);
    QCOMPARE(failure(), u"SIP Server refused (71): no such number"_s);
    run();
    m_talk->loseLink();
    QCOMPARE(m_result->error().kind, core::ErrorKind::TimedOut); // nobody can say whether it rings there
}

TALLY_TEST(TestMakeVerb)

} // namespace tst_makeverb
#include "tst_makeverb.moc"
