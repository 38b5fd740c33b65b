#include "fault/world/dice.h"
#include "model/link/serverconnection.h"
#include "support/fakelink.h"
#include "support/manualclock.h"
#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QTest>

namespace tst_requesthistories {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::ErrorKind;
using tlib::MessageType;
using tlib::ReferenceId;

namespace {

enum class End { Confirmed, Refused, TimedOut, Lost };

/// What the test expects of one request, by rules of its own: wire.md's table and the order of what happens.
struct Asked
{
    ReferenceId id = {};
    MessageType type = {};
    MessageType answer = {};
    core::Instant deadline = {};
    bool isShadowed = false; ///< a later request has its id: no answer finds it any more
    std::optional<End> expected = {};
    std::vector<End> ends = {};
};

struct Kind
{
    MessageType request = {};
    MessageType answer = {};
};
constexpr Kind Kinds[] = {
    {MessageType::PrivateService, MessageType::EventAck},
    {MessageType::HoldCall, MessageType::EventHeld},
    {MessageType::QueryCall, MessageType::EventPartyInfo},
    {MessageType::RegisterAddress, MessageType::EventRegistered},
    {MessageType::AnswerCall, MessageType::EventEstablished},
};
constexpr core::Duration TimeOut = 5s;

End endOf(const core::Result<tlib::Event> &answer)
{
    if (answer)
        return End::Confirmed;
    if (answer.error().kind == ErrorKind::Refused)
        return End::Refused;
    return answer.error().kind == ErrorKind::TimedOut ? End::TimedOut : End::Lost;
}

/// One history of a table of requests, and what should have come of it.
class History
{
public:
    explicit History(world::Dice &dice)
        : m_dice(dice)
    {
        if (m_dice.chance(30))
            m_last = ReferenceId(0x7fffffff - m_dice.below(6)); // about to wrap
    }

    QString play()
    {
        for (int steps = m_dice.between(4, 16); steps > 0; --steps)
            step();
        m_clock.advance(TimeOut + 1ms);
        expire();
        return verdict();
    }

private:
    void step()
    {
        switch (m_dice.below(10)) {
        case 0:
        case 1:
        case 2:
        case 3: return ask();
        case 4:
        case 5:
        case 6: return answer();
        case 7:
            return say({.type = MessageType::EventError, .referenceId = ReferenceId(m_dice.between(1, 9))});
        case 8: m_clock.advance(m_dice.duration(0, 3000)); return expire();
        default:
            if (m_dice.chance(30))
                lose();
        }
    }
    void ask()
    {
        // Now and then an id that is still open, as after a wrap.
        m_last = m_asked.empty() || !m_dice.chance(10) ? m_last.next() : m_dice.pick(m_asked).id;
        for (Asked &earlier : m_asked)
            earlier.isShadowed = earlier.isShadowed || earlier.id == m_last;
        const Kind kind = Kinds[m_dice.below(int(std::size(Kinds)))];
        m_asked.push_back(
            {.id = m_last, .type = kind.request, .answer = kind.answer, .deadline = m_clock.now() + TimeOut});
        const size_t index = m_asked.size() - 1;
        m_pending.add(m_last, kind.request, [this, index](const core::Result<tlib::Event> &end) {
            m_asked[index].ends.push_back(endOf(end));
        });
    }
    /// The right one, a wrong one, a refusal; early, late, or again.
    void answer()
    {
        if (m_asked.empty())
            return;
        const Asked &asked = m_dice.pick(m_asked);
        tlib::Event event{.type = asked.answer, .referenceId = asked.id};
        if (m_dice.chance(25))
            event.type = Kinds[m_dice.below(int(std::size(Kinds)))].answer;
        else if (m_dice.chance(25))
            event.type = MessageType::EventError;
        say(event);
        if (m_dice.chance(20))
            say(event);
    }
    void say(const tlib::Event &event)
    {
        for (Asked &asked : m_asked) {
            const bool fits = event.type == asked.answer || event.type == MessageType::EventError;
            if (!asked.expected && !asked.isShadowed && asked.id == event.referenceId && fits)
                asked.expected = event.type == asked.answer ? End::Confirmed : End::Refused;
        }
        m_pending.settle(event);
    }
    void lose()
    {
        for (Asked &asked : m_asked)
            asked.expected = asked.expected.value_or(End::Lost);
        m_pending.endAll({.kind = ErrorKind::LinkLost});
    }
    void expire()
    {
        for (Asked &asked : m_asked) {
            if (!asked.expected && asked.deadline <= m_clock.now())
                asked.expected = End::TimedOut;
        }
    }
    QString verdict() const
    {
        for (size_t i = 0; i < m_asked.size(); ++i) {
            const Asked &asked = m_asked[i];
            if (asked.ends.size() != 1 || asked.ends.front() != asked.expected)
                return u"request %1 of %2 has ended %3 times, and not as expected"_s.arg(i)
                    .arg(m_asked.size())
                    .arg(asked.ends.size());
        }
        return m_pending.count() == 0 ? QString() : u"something still waits"_s;
    }

    world::Dice &m_dice;
    support::ManualClock m_clock;
    model::PendingRequests m_pending{m_clock, TimeOut};
    ReferenceId m_last;
    std::vector<Asked> m_asked;
};

} // namespace

/// R4: each request ends exactly once, whatever is answered, and when.
class TestRequestHistories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"tallylight.*=false"_s); }
    void eachEndsOnceAndRightly();
    void eachEndsOnceThroughAConnection();

private:
    /// TALLYLIGHT_HISTORIES=1000000 plays them all, however long that takes.
    static quint64 wanted() { return qEnvironmentVariable("TALLYLIGHT_HISTORIES").toULongLong(); }
    template <class Play>
    static void playMany(quint64 share, int seconds, const Play &play)
    {
        const quint64 count = wanted() > 0 ? wanted() * share / 100 : 1'000'000 * share / 100;
        QElapsedTimer time;
        time.start();
        quint64 seed = 0;
        while (seed < count && (wanted() > 0 || time.elapsed() < seconds * 1000)) {
            world::Dice dice(++seed);
            const QString trouble = play(dice);
            QVERIFY2(trouble.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(trouble)));
        }
        std::printf("R4: %llu of %llu histories in %lld ms, each request ended once\n",
                    static_cast<unsigned long long>(seed), static_cast<unsigned long long>(count),
                    static_cast<long long>(time.elapsed()));
    }
};

void TestRequestHistories::eachEndsOnceAndRightly()
{
    playMany(95, 24, [](world::Dice &dice) { return History(dice).play(); });
}

/// The same with a link that goes and comes, and a server that switches over.
void TestRequestHistories::eachEndsOnceThroughAConnection()
{
    playMany(5, 6, [](world::Dice &dice) -> QString {
        support::ManualClock clock;
        support::FakeLink link;
        model::ServerConnection connection(link, clock,
                                           {.rounds = {.chance = [&dice] { return dice.unit(); }}});
        std::vector<int> ends;
        std::vector<ReferenceId> ids;
        connection.open({});
        QObject context;
        const auto ask = [&] {
            ends.push_back(0);
            connection.request(tlib::QueryCall{}, &context,
                               [&ends, index = ends.size() - 1](const auto &) { ++ends[index]; });
            if (const auto sent = link.nothingSent() ? std::nullopt : link.takeAny<tlib::QueryCall>())
                ids.push_back(sent->second);
        };
        for (int steps = dice.between(5, 20); steps > 0; --steps) {
            switch (dice.below(8)) {
            case 0: link.acceptAsPrimary(); break;
            case 1: link.lose(); break;
            case 2: link.push({.type = MessageType::EventLinkDisconnected}); break;
            case 3: clock.advance(dice.duration(0, 4000)); break;
            case 4:
                if (!ids.empty()) {
                    link.answer(dice.pick(ids), {.type = dice.chance(70) ? MessageType::EventPartyInfo
                                                                         : MessageType::EventError});
                }
                break;
            default: ask();
            }
        }
        clock.advance(60s);
        QCoreApplication::sendPostedEvents();
        const bool isRight = std::all_of(ends.begin(), ends.end(), [](int times) { return times == 1; });
        return isRight ? QString() : u"a request has not ended once"_s;
    });
}

TALLY_TEST(TestRequestHistories)

} // namespace tst_requesthistories

#include "tst_requesthistories.moc"
