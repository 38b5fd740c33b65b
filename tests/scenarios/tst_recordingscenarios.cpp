#include "scenarios/play.h"
#include "scenarios/retelling.h"
#include "scenarios/scenarios.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_recordingscenarios {

using namespace Qt::StringLiterals;

/// Every way to record, every service, every step of a call: played with agents alone, with a supervisor
/// alone, and with both, who must always agree.
class TestRecordingScenarios : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDesktopShowsTheTruth_data();
    void everyDesktopShowsTheTruth();
    void theLogTellsTheSame_data() { everyDesktopShowsTheTruth_data(); }
    void theLogTellsTheSame();
};

void TestRecordingScenarios::everyDesktopShowsTheTruth_data()
{
    QTest::addColumn<Cast>("cast");
    QTest::addColumn<QString>("steps");
    for (const auto scenarios : {startScenarios(), controlScenarios(), callScenarios()}) {
        for (const Scenario &scenario : scenarios) {
            const QString steps = QString::fromUtf8(scenario.steps);
            QTest::addRow("%s (both)", scenario.sentence) << Cast::Both << steps;
            if (scenario.takesBoth)
                continue;
            QTest::addRow("%s (agents)", scenario.sentence) << Cast::Agents << steps;
            QTest::addRow("%s (supervisor)", scenario.sentence) << Cast::Supervisor << steps;
        }
    }
}

void TestRecordingScenarios::everyDesktopShowsTheTruth()
{
    QFETCH(Cast, cast);
    QFETCH(QString, steps);
    Play play(cast);
    const QString trouble = play.run(steps);
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
}

/// Whoever reads the switch's log comes to what they saw who were there.
void TestRecordingScenarios::theLogTellsTheSame()
{
    QFETCH(Cast, cast);
    QFETCH(QString, steps);
    Play play(cast);
    Retelling retelling;
    const QString trouble = play.run(steps, [&] {
        return retelling.differenceTo(play.witness().desk, play.witness().history, play.site());
    });
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
}

TALLY_TEST(TestRecordingScenarios)

} // namespace tst_recordingscenarios
#include "tst_recordingscenarios.moc"
