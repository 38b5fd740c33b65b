#include "scenarios/site.h"
#include "support/testprogram.h"

#include <QJsonObject>
#include <QTest>

namespace tst_restart {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::CallAction;

/// A desktop that is started anew finds what goes on, and goes on with it.
class TestRestart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aConsultationIsCompletedAfterwards_data();
    void aConsultationIsCompletedAfterwards();
};

void TestRestart::aConsultationIsCompletedAfterwards_data()
{
    QTest::addColumn<CallAction>("action");
    QTest::addColumn<bool>("answered");
    QTest::newRow("a transfer") << CallAction::CompleteTransfer << true;
    QTest::newRow("a transfer before the answer") << CallAction::CompleteTransfer << false;
    QTest::newRow("a conference") << CallAction::CompleteConference << true;
    QTest::newRow("a conference before the answer") << CallAction::CompleteConference << false;
}

void TestRestart::aConsultationIsCompletedAfterwards()
{
    QFETCH(CallAction, action);
    QFETCH(bool, answered);
    const auto configuration = simulator::SwitchConfiguration::fromFile(
        QStringLiteral(TEST_DATA "/../../resources/simulator/switch.json"));
    QVERIFY(configuration);
    Site site(*configuration);
    const auto run = [&](const QJsonObject &command) {
        const QJsonObject answer = site.commands.run(command);
        site.settle();
        return tlib::ConnId::fromString(answer[u"connId"_s].toString()).value_or(tlib::ConnId());
    };
    const tlib::ConnId first =
        run({{u"do"_s, u"call"_s}, {u"from"_s, u"+493055501"_s}, {u"to"_s, u"7001"_s}});
    run({{u"do"_s, u"answer"_s}, {u"connId"_s, first.toString()}});
    const tlib::ConnId consultation = run({{u"do"_s, u"consult"_s},
                                           {u"connId"_s, first.toString()},
                                           {u"dn"_s, u"7001"_s},
                                           {u"to"_s, u"7002"_s}});
    if (answered)
        run({{u"do"_s, u"answer"_s}, {u"connId"_s, consultation.toString()}});

    Site::Seat &anew = site.sit({{.dn = model::Dn(u"7001"_s)}});
    const model::Call *const held = anew.desk.calls.find(first);
    const model::Call *const asked = anew.desk.calls.find(consultation);
    QVERIFY(held && asked);
    QCOMPARE(held->consultation, consultation);
    QCOMPARE(asked->consultationOf, first);
    for (const model::Call *const call : {held, asked})
        QCOMPARE(anew.desk.rules.obstacle(action, *call), model::Obstacle::None);
    bool isDone = false;
    connect(&anew.desk.control, &model::CallControl::settled, this,
            [&](model::CallId, CallAction, const core::Result<core::Done> &outcome) {
                isDone = outcome.has_value();
            });
    QVERIFY(anew.desk.control.perform(consultation, action));
    site.settle();
    QVERIFY(isDone);
    QVERIFY(anew.desk.toasts.toasts().isEmpty());
    QVERIFY(!anew.desk.calls.find(consultation));
    QCOMPARE(bool(anew.desk.calls.find(first)), action == CallAction::CompleteConference);
}

TALLY_TEST(TestRestart)

} // namespace tst_restart
#include "tst_restart.moc"
