#include "support/conversation.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_dialling {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::DestinationFlaw;
using model::Obstacle;
using support::Conversation;
using tlib::Dn;
using tlib::MessageType;

const Dn Number(u"+493055509"_s);

class TestDialling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_talk = std::make_unique<Conversation>(); }
    void aCallIsMadeFromTheOwnDn();
    void whatIsInTheWayIsSaid();
    void destinationsAreJudgedAsElsewhere_data();
    void destinationsAreJudgedAsElsewhere();
    void aRefusalIsAToastThatTriesAgain();
    void noAnswerAndALostLinkAreSaid();
    void aSlowServerIsSaid();
    void theNumbersUsedLast();
    void aReplayMakesNoCalls();

private:
    std::unique_ptr<Conversation> m_talk;
    model::Dialling &dialling() { return m_talk->desk.dialling; }
};

void TestDialling::aCallIsMadeFromTheOwnDn()
{
    m_talk->connect();
    QSignalSpy asked(&dialling(), &model::Dialling::asked);
    std::optional<core::Result<model::CallId>> outcome;
    connect(&dialling(), &model::Dialling::settled, this,
            [&](const Dn &, const core::Result<model::CallId> &result) { outcome = result; });
    QVERIFY(dialling().make(Number));
    QCOMPARE(asked.count(), 1);
    QCOMPARE(dialling().pending()->destination, Number);
    const auto sent = m_talk->link.expect<tlib::MakeCall>();
    QVERIFY(sent);
    QCOMPARE(sent->first.dn, Conversation::OwnDn);
    QCOMPARE(sent->first.destination, Number);
    QVERIFY(sent->first.userData.isNull());
    QVERIFY(!outcome);
    tlib::Event dialing = m_talk->event(MessageType::EventDialing);
    m_talk->link.answer(sent->second, dialing);
    QVERIFY(outcome && *outcome);
    QCOMPARE(**outcome, Conversation::CallOne);
    QCOMPARE(m_talk->call()->phase(), model::CallPhase::Dialing); // it is there when it is said
    QVERIFY(!dialling().pending());
    QVERIFY(m_talk->desk.toasts.toasts().isEmpty());
}

void TestDialling::whatIsInTheWayIsSaid()
{
    QCOMPARE(dialling().obstacle(), Obstacle::NotCertain);
    QVERIFY(!dialling().make(Number));
    m_talk->connect();
    QCOMPARE(dialling().obstacle(), Obstacle::None);
    Q_EMIT m_talk->link.overdueChanged(true);
    QCOMPARE(dialling().obstacle(), Obstacle::NotCertain);
    Q_EMIT m_talk->link.overdueChanged(false);
    QVERIFY(dialling().make(Number));
    QCOMPARE(dialling().obstacle(), Obstacle::RequestUnderWay);
    QCOMPARE(dialling().make(Number).error().kind, core::ErrorKind::NotAllowed); // a double click
    QVERIFY(m_talk->link.expect<tlib::MakeCall>());
    QVERIFY(m_talk->link.nothingSent());
    m_talk->desk.registry.setDns({{.dn = Dn(u"7002"_s), .use = model::DnUse::Watched}});
    QCOMPARE(dialling().obstacle(), Obstacle::NoOwnDn);
}

void TestDialling::destinationsAreJudgedAsElsewhere_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<DestinationFlaw>("flaw");
    QTest::newRow("none") << u""_s << DestinationFlaw::Empty;
    QTest::newRow("two words") << u"70 02"_s << DestinationFlaw::NotOneWord;
    QTest::newRow("its own") << u"7001"_s << DestinationFlaw::OwnDn;
}

void TestDialling::destinationsAreJudgedAsElsewhere()
{
    QFETCH(QString, number);
    QFETCH(DestinationFlaw, flaw);
    m_talk->connect();
    QCOMPARE(dialling().whyNot(Dn(number)), model::WhyNot(flaw));
    QCOMPARE(dialling().make(Dn(number)).error().kind, core::ErrorKind::InvalidInput);
    QVERIFY(m_talk->link.nothingSent());
    QVERIFY(dialling().recent().isEmpty());
}

void TestDialling::aRefusalIsAToastThatTriesAgain()
{
    m_talk->connect();
    for (int count = 1; count <= 2; ++count) {
        QVERIFY(dialling().make(Number));
        m_talk->refuse(m_talk->link.expect<tlib::MakeCall>()->second, 93, u"talking in another call"_s);
        QCOMPARE(m_talk->desk.toasts.toasts().size(), 1);
        const model::Toast &toast = m_talk->desk.toasts.toasts().first();
        QCOMPARE(toast.kind, model::ToastKind::Refused);
        QVERIFY(toast.makesCall);
        QCOMPARE(toast.code, 93);
        QCOMPARE(toast.count, count);
        QCOMPARE(toast.details.destination, Number);
        QCOMPARE(toast.dn, Conversation::OwnDn);
    }
    QVERIFY(dialling().make(Dn(u"7002"_s)));
    m_talk->refuse(m_talk->link.expect<tlib::MakeCall>()->second, 93);
    QCOMPARE(m_talk->desk.toasts.toasts().size(), 2); // another number is another failure
    QVERIFY(dialling().make(Number));
    m_talk->link.answer(m_talk->link.expect<tlib::MakeCall>()->second,
                        m_talk->event(MessageType::EventDialing));
    QCOMPARE(m_talk->desk.toasts.toasts().size(), 1);
    QCOMPARE(m_talk->desk.toasts.toasts().first().details.destination, Dn(u"7002"_s));
}

void TestDialling::noAnswerAndALostLinkAreSaid()
{
    m_talk->connect();
    QVERIFY(dialling().make(Number));
    m_talk->clock.advance(5s);
    QVERIFY(!dialling().pending());
    QCOMPARE(m_talk->desk.toasts.toasts().first().kind, model::ToastKind::NoAnswer);
    QVERIFY(dialling().make(Number));
    m_talk->loseLink();
    QVERIFY(!dialling().pending());
    QCOMPARE(m_talk->desk.toasts.toasts().last().kind, model::ToastKind::ResultUnknown);
}

void TestDialling::aSlowServerIsSaid()
{
    m_talk->connect();
    QVERIFY(dialling().make(Number));
    QSignalSpy changed(&dialling(), &model::Dialling::changed);
    m_talk->clock.advance(999ms);
    QVERIFY(!dialling().pending()->slow);
    m_talk->clock.advance(1ms);
    QVERIFY(dialling().pending()->slow);
    QCOMPARE(changed.count(), 1);
}

void TestDialling::theNumbersUsedLast()
{
    m_talk->connect();
    const auto call = [this](const QString &number) {
        QVERIFY(dialling().make(Dn(number)));
        m_talk->refuse(m_talk->link.expect<tlib::MakeCall>()->second, 71);
    };
    for (int i = 0; i < 12; ++i)
        call(QString::number(8000 + i));
    QCOMPARE(dialling().recent().size(), model::Dialling::RecentNumbers);
    QCOMPARE(dialling().recent().first(), Dn(u"8011"_s));
    QCOMPARE(dialling().recent().last(), Dn(u"8002"_s));
    call(u"8005"_s); // again: it comes to the front, once
    QCOMPARE(dialling().recent().first(), Dn(u"8005"_s));
    QCOMPARE(dialling().recent().count(Dn(u"8005"_s)), 1);
    QCOMPARE(dialling().recent().size(), model::Dialling::RecentNumbers);
}

void TestDialling::aReplayMakesNoCalls()
{
    m_talk = std::make_unique<Conversation>(model::DeskConfiguration{.isReplay = true});
    m_talk->connect();
    QCOMPARE(dialling().obstacle(), Obstacle::OnlyLooking);
    QVERIFY(!dialling().make(Number));
    QVERIFY(m_talk->link.nothingSent());
}

TALLY_TEST(TestDialling)

} // namespace tst_dialling
#include "tst_dialling.moc"
