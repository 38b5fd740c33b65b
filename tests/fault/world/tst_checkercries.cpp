#include "fault/world/world.h"
#include "support/testprogram.h"

#include <QLoggingCategory>
#include <QTest>

namespace tst_checkercries {

using namespace Qt::StringLiterals;
using model::RecordingState;
using world::Badge;
using world::Claim;
using world::Wrong;

namespace {

/// What a badge would show if the model kept one rule less.
using Lie = std::function<void(const model::Desk &, std::vector<Badge> &)>;
/// What a desktop would do if the model kept one rule less.
using Deed = std::function<void(world::World &)>;

class LyingDisplay final : public world::Display
{
public:
    LyingDisplay(const model::Desk &desk, Lie lie)
        : Display(desk)
        , m_lie(std::move(lie))
    {
    }
    std::vector<Badge> badges() override
    {
        std::vector<Badge> shown = Display::badges();
        m_lie(m_desk, shown);
        return shown;
    }

private:
    Lie m_lie;
};

Claim claimFor(RecordingState state)
{
    switch (state) {
    case RecordingState::Unknown: return Claim::None;
    case RecordingState::Off: return Claim::Off;
    case RecordingState::On: return Claim::On;
    case RecordingState::Paused: return Claim::Paused;
    }
    Q_UNREACHABLE();
}

/// Shows each call as `claim` says, which may leave it as it is.
Lie forEach(const std::function<std::optional<Claim>(const model::Desk &, const model::Call &)> &claim)
{
    return [claim](const model::Desk &desk, std::vector<Badge> &badges) {
        for (Badge &badge : badges) {
            if (const auto lie = claim(desk, *desk.calls.find(badge.call)))
                badge.claim = *lie;
        }
    };
}

Lie hopes(bool waitsForAck)
{
    return forEach([waitsForAck](const model::Desk &, const model::Call &call) -> std::optional<Claim> {
        const auto &pending = call.pendingRecording;
        if (!pending || (waitsForAck && !pending->accepted))
            return std::nullopt;
        if (pending->action == model::CallAction::PauseRecording)
            return Claim::Paused;
        return pending->action == model::CallAction::StopRecording ? Claim::Off : Claim::On;
    });
}

/// Certain where `rule` says so.
Lie trusts(const std::function<bool(const model::Desk &, const model::Call &)> &rule)
{
    return forEach([rule](const model::Desk &desk, const model::Call &call) {
        return rule(desk, call) ? std::optional(claimFor(call.recording.state)) : std::nullopt;
    });
}

bool wasEverConfirmed(const model::Desk &, const model::Call &call)
{
    return call.confirmedIn != model::Epoch::None;
}

bool outlivesItsEpoch(const model::Desk &desk, const model::Call &call)
{
    return desk.calls.isCertain() && wasEverConfirmed(desk, call);
}

bool takesSilenceForHealth(const model::Desk &desk, const model::Call &call)
{
    return desk.connection.isInEpoch() && call.confirmedIn == desk.calls.epoch();
}

std::optional<Claim> takesUnknownForOff(const model::Desk &desk, const model::Call &call)
{
    const bool isUnknown = desk.calls.isCertain(call) && call.recording.state == RecordingState::Unknown;
    return isUnknown ? std::optional(Claim::Off) : std::nullopt;
}

std::optional<Claim> isNeverSure(const model::Desk &, const model::Call &)
{
    return Claim::None;
}

void isHeardNow(const model::Desk &desk, std::vector<Badge> &badges)
{
    for (Badge &badge : badges)
        badge.heardAt = desk.clock.now();
}

void inventsACall(const model::Desk &, std::vector<Badge> &badges)
{
    badges.push_back({.call = tlib::ConnId(1)});
}

void leavesOneOut(const model::Desk &, std::vector<Badge> &badges)
{
    if (!badges.empty())
        badges.pop_back();
}

Lie keepsWhatIsOver()
{
    auto last = std::make_shared<std::map<tlib::ConnId, Claim>>();
    return [last](const model::Desk &desk, std::vector<Badge> &badges) {
        for (const Badge &badge : badges)
            (*last)[badge.call] = badge.claim;
        for (const auto &[id, claim] : *last) {
            if (!desk.calls.find(id))
                badges.push_back({.call = id, .claim = claim});
        }
    };
}

/// What was shown a while ago.
Lie isLate(core::Duration by)
{
    using Shown = std::pair<core::Instant, std::vector<Badge>>;
    auto past = std::make_shared<std::deque<Shown>>();
    return [past, by](const model::Desk &desk, std::vector<Badge> &badges) {
        past->push_back({desk.clock.now(), badges});
        while (past->size() > 1 && (*past)[1].first <= desk.clock.now() - by)
            past->pop_front();
        badges = past->front().second;
    };
}

/// The last request that moves a recording goes out again by itself.
void asksAgain(world::World &world)
{
    auto last = std::make_shared<std::optional<tlib::RecordingService>>();
    QObject::connect(&world.link(), &world::WorldLink::requestSent, &world,
                     [last](const tlib::Request &request) {
                         if (const auto *const service = std::get_if<tlib::RecordingService>(&request))
                             *last = *service;
                     });
    QObject::connect(&world.desk().connection, &model::ServerConnection::epochOpened, &world, [&world, last] {
        if (const auto service = std::exchange(*last, std::nullopt))
            (void)world.link().send(*service);
    });
}

void endsTwice(world::World &world)
{
    auto isAgain = std::make_shared<bool>(false);
    model::CallControl &control = world.desk().control;
    QObject::connect(&control, &model::CallControl::settled, &world,
                     [&control, isAgain](model::CallId id, model::CallAction action, const auto &outcome) {
                         *isAgain = !*isAgain;
                         if (*isAgain)
                             Q_EMIT control.settled(id, action, outcome);
                     });
}

void neverEnds(world::World &world)
{
    QObject::disconnect(&world.desk().control, &model::CallControl::settled, nullptr, nullptr);
}

void staysAway(world::World &world)
{
    model::ServerConnection &connection = world.desk().connection;
    QObject::connect(&connection, &model::ServerConnection::doubted, &world, [&world, &connection] {
        if (world.desk().clock.now() > core::Instant(core::Duration(5000)))
            QObject::disconnect(&world.link(), &tlib::Link::eventReceived, &connection, nullptr);
    });
}

} // namespace

/// A checker that cannot cry proves nothing: each rule of truth is broken on purpose, outside the product.
class TestCheckerCries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"tallylight.*=false"_s); }
    void whenABadgeLies_data();
    void whenABadgeLies();
    void whenTheDesktopMisbehaves_data();
    void whenTheDesktopMisbehaves();

private:
    static constexpr quint64 Worlds = 150;
};

void TestCheckerCries::whenABadgeLies_data()
{
    QTest::addColumn<Lie>("lie");
    QTest::addColumn<Wrong>("wrong");
    const auto row = [](const char *name, const Lie &lie, Wrong wrong) {
        QTest::newRow(name) << lie << wrong;
    };
    row("a click is shown as the state (S2)", hopes(false), Wrong::Value);
    row("an acknowledgement is shown as the state (S2)", hopes(true), Wrong::Value);
    row("a doubt says that it was heard just now", isHeardNow, Wrong::YoungAge);
    row("a lost connection is no doubt (S3)", trusts(wasEverConfirmed), Wrong::NoDoubt);
    row("an unanswered poll is no doubt (S3)", trusts(takesSilenceForHealth), Wrong::NoDoubt);
    row("a value outlives its epoch (S1)", trusts(outlivesItsEpoch), Wrong::Value);
    row("a call that ended in an outage outlives its epoch (S1)", trusts(outlivesItsEpoch), Wrong::EndedCall);
    row("what is not known is shown as off (S4)", forEach(takesUnknownForOff), Wrong::Value);
    row("a call that is over stays red", keepsWhatIsOver(), Wrong::EndedCall);
    row("a call is invented", inventsACall, Wrong::InventedCall);
    row("a call is left out", leavesOneOut, Wrong::MissingCall);
    row("a change is shown a fifth of a second late", isLate(core::Duration(200)), Wrong::Value);
    row("the doubt is shown a fifth of a second late", isLate(core::Duration(200)), Wrong::NoDoubt);
    row("the board counts something else", hopes(false), Wrong::Counter);
    row("nothing is ever certain again", forEach(isNeverSure), Wrong::NotRecovered);
}

void TestCheckerCries::whenABadgeLies()
{
    QFETCH(Lie, lie);
    QFETCH(Wrong, wrong);
    for (quint64 seed = 1; seed <= Worlds; ++seed) {
        world::World world(seed, {.display = [&lie](world::World &of) {
                               return std::make_unique<LyingDisplay>(of.desk(), lie);
                           }});
        if (world.run().has(wrong))
            return;
    }
    QFAIL("nobody has noticed");
}

void TestCheckerCries::whenTheDesktopMisbehaves_data()
{
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<Wrong>("wrong");
    const auto row = [](const char *name, const Deed &deed, Wrong wrong) {
        QTest::newRow(name) << deed << wrong;
    };
    row("a request is repeated after an outage (S6)", asksAgain, Wrong::SentByItself);
    row("a request goes out before its call is certain (S8)", asksAgain, Wrong::SentInDoubt);
    row("a request ends twice", endsTwice, Wrong::TwoEnds);
    row("a request never ends", neverEnds, Wrong::NoEnd);
    row("the desktop does not come back", staysAway, Wrong::NotRecovered);
}

void TestCheckerCries::whenTheDesktopMisbehaves()
{
    QFETCH(Deed, deed);
    QFETCH(Wrong, wrong);
    for (quint64 seed = 1; seed <= Worlds; ++seed) {
        world::World world(seed, {.sabotage = deed});
        if (world.run().has(wrong))
            return;
    }
    QFAIL("nobody has noticed");
}

TALLY_TEST(TestCheckerCries)

} // namespace tst_checkercries

#include "tst_checkercries.moc"
