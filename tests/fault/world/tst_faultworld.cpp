#include "fault/world/world.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHashSeed>
#include <QLoggingCategory>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

/// The worlds that are asked for: "--from 1 --count 2500", or one of them with its script: "--seed 17".
struct Errand
{
    quint64 from = 1;
    quint64 count = 200;
    bool isTold = false;
    bool hasBackup = false;
};

std::optional<Errand> errandFrom(const QStringList &arguments)
{
    Errand errand;
    const auto one = [&errand](quint64 seed) {
        errand.from = seed;
        errand.count = 1;
        errand.isTold = true;
    };
    bool isGiven = false;
    const quint64 given = qEnvironmentVariable("TALLYLIGHT_SEED").toULongLong(&isGiven);
    if (isGiven)
        one(given);
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments.at(i) == u"--backup"_s) {
            errand.hasBackup = true;
            continue;
        }
        bool ok = false;
        const quint64 number = arguments.value(i + 1).toULongLong(&ok);
        if (!ok)
            return std::nullopt;
        if (arguments.at(i) == u"--seed"_s)
            one(number);
        else if (arguments.at(i) == u"--from"_s)
            errand.from = number;
        else if (arguments.at(i) == u"--count"_s)
            errand.count = number;
        else
            return std::nullopt;
        ++i;
    }
    return errand;
}

void print(const QString &line)
{
    std::fputs(qPrintable(line + u'\n'), stdout);
}

world::Outcome play(quint64 seed, const Errand &errand, bool isTold)
{
    world::World world(seed,
                       {.hasBackup = errand.hasBackup, .trace = isTold ? print : decltype(&print)(nullptr)});
    return world.run();
}

/// Again, with its script.
void tell(quint64 seed, const world::Outcome &outcome, const Errand &errand)
{
    print(u"\nFAIL: seed %1: %2: %3"_s.arg(seed).arg(
        QLatin1StringView(nameOf(outcome.failures.front().wrong)), outcome.failures.front().text));
    play(seed, errand, true);
    print(u"FAIL: seed %1; to see it again: tst_faultworld --seed %1%2"_s.arg(seed).arg(
        errand.hasBackup ? u" --backup"_s : u""_s));
}

void summarize(const world::Outcome &sum, double seconds)
{
    QStringList faults;
    quint64 total = 0;
    for (size_t i = 0; i < sum.faults.size(); ++i) {
        total += sum.faults[i];
        if (sum.faults[i] > 0)
            faults += u"%1 %2"_s.arg(QLatin1StringView(world::nameOf(world::Fault(i)))).arg(sum.faults[i]);
    }
    print(u"R1: %1 schedules, %2 faults, %3 badges compared, %4 of them certain, wrong %5"_s.arg(sum.worlds)
              .arg(total)
              .arg(sum.looks.badges)
              .arg(sum.looks.certain)
              .arg(sum.wrongs));
    print(u"    faults: "_s + faults.join(u", "_s));
    print(
        u"    requests: %1 pressed; %2 confirmed, %3 refused, %4 timed out, %5 lost, %6 gone with their call"_s
            .arg(sum.presses.presses)
            .arg(sum.presses.confirmed)
            .arg(sum.presses.refused)
            .arg(sum.presses.timedOut)
            .arg(sum.presses.lost)
            .arg(sum.presses.gone));
    print(
        u"R2: oldest value that was certain %1 ms; longest silence before the doubt %2 ms, before lost %3 ms"_s
            .arg(sum.looks.oldest.count())
            .arg(sum.looks.longestDoubt.count())
            .arg(sum.looks.longestLost.count()));
    print(
        u"    everything true again: at most %1 ms after a sound connection; in %2 of %3 worlds within 3 s of the last fault"_s
            .arg(sum.slowestRecovery.count())
            .arg(sum.recoveredFromHeal)
            .arg(sum.worlds));
    print(u"    %1 hours of simulated time in %2 s"_s.arg(double(sum.lasted.count()) / 3'600'000, 0, 'f', 1)
              .arg(seconds, 0, 'f', 1));
}

} // namespace

int main(int argc, char **argv)
{
    QHashSeed::setDeterministicGlobalSeed(); // else the order of sets differs from run to run
    QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"tallylight.*=false"_s);
    const auto errand = errandFrom(QCoreApplication::arguments());
    if (!errand) {
        print(u"usage: tst_faultworld [--backup] [--seed N | --from N --count N]"_s);
        return 2;
    }
    QElapsedTimer time;
    time.start();
    world::Outcome sum;
    int told = 0;
    for (quint64 seed = errand->from; seed < errand->from + errand->count; ++seed) {
        const world::Outcome outcome = play(seed, *errand, errand->isTold);
        if (!outcome.failures.empty() && !errand->isTold && ++told <= 3)
            tell(seed, outcome, *errand);
        sum.add(outcome);
    }
    summarize(sum, double(time.elapsed()) / 1000);
    return sum.failures.empty() ? 0 : 1;
}
