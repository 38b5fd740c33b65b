#include "fault/world/checker.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace world {

const char *nameOf(Wrong wrong)
{
    switch (wrong) {
    case Wrong::Value: return "wrong value";
    case Wrong::Stale: return "stale value";
    case Wrong::EndedCall: return "ended call";
    case Wrong::InventedCall: return "invented call";
    case Wrong::YoungAge: return "too young an age";
    case Wrong::NoDoubt: return "no doubt";
    case Wrong::LostTooLate: return "lost too late";
    case Wrong::MissingCall: return "missing call";
    case Wrong::Counter: return "wrong counter";
    case Wrong::SentInDoubt: return "sent in doubt";
    case Wrong::SentByItself: return "sent by itself";
    case Wrong::ReceivedTwice: return "received twice";
    case Wrong::NoEnd: return "no end";
    case Wrong::TwoEnds: return "two ends";
    case Wrong::NotRecovered: return "not recovered";
    }
    Q_UNREACHABLE();
}

Checker::Checker(const Truth &truth, const model::Desk &desk, const WorldLink &link, Display &display,
                 const Bounds &bounds, Cry cry)
    : m_truth(truth)
    , m_desk(desk)
    , m_link(link)
    , m_display(display)
    , m_bounds(bounds)
    , m_cry(std::move(cry))
{
}

void Checker::look()
{
    const std::vector<Badge> badges = m_display.badges();
    ++m_figures.looks;
    m_figures.badges += badges.size();
    bool isAnyCertain = false;
    for (const Badge &badge : badges) {
        isAnyCertain = isAnyCertain || badge.claim != Claim::None;
        compare(badge);
        compareAge(badge);
    }
    compareSilence(isAnyCertain);
}

/// The value that was true when the latest news was sent that has come, or any since; of these none that has
/// not been true for longer than the doubt about a silent connection takes.
void Checker::compare(const Badge &badge)
{
    const Truth::History *const history = m_truth.historyOf(badge.call);
    const QString shown = u"%1 is shown as %2"_s.arg(badge.call.toString(), wordFor(badge.claim));
    if (!history)
        return m_cry(Wrong::InventedCall, shown + u", and there never was such a call"_s);
    if (badge.claim == Claim::None)
        return;
    ++m_figures.certain;
    const core::Instant now = m_desk.clock.now();
    const core::Duration oldest = m_bounds.untilDoubt() + m_bounds.latency;
    std::optional<core::Duration> tooOld;
    for (auto entry = history->rbegin(); entry != history->rend(); ++entry) {
        const core::Duration age = entry == history->rbegin() ? core::Duration(0) : now - (entry - 1)->at;
        if (entry->isHere && entry->claims.testFlag(badge.claim)) {
            if (age <= oldest) {
                m_figures.oldest = std::max(m_figures.oldest, age);
                return;
            }
            tooOld = age;
            break;
        }
        if (entry->news <= m_link.news())
            break; // what was before it was known to be over
    }
    const Truth::Entry &is = history->back();
    if (tooOld)
        m_cry(Wrong::Stale, shown + u"; that was %1 ms ago"_s.arg(tooOld->count()));
    else if (!is.isHere)
        m_cry(Wrong::EndedCall, shown + u"; it ended %1 ms ago"_s.arg((now - is.at).count()));
    else
        m_cry(Wrong::Value,
              shown + u"; since %1 ms it is %2"_s.arg((now - is.at).count()).arg(wordFor(is.claims)));
}

/// Silence was never known to be a recording.
void Checker::compareAge(const Badge &badge)
{
    if (badge.claim != Claim::None || !badge.heardAt || *badge.heardAt <= m_link.lastWordAt())
        return;
    m_cry(Wrong::YoungAge, u"%1 says that it was heard %2 ms after the last word"_s.arg(badge.call.toString())
                               .arg((*badge.heardAt - m_link.lastWordAt()).count()));
}

void Checker::compareSilence(bool isAnyCertain)
{
    const core::Instant now = m_desk.clock.now();
    if (m_link.isOpen())
        m_closedSince.reset();
    else if (!m_closedSince)
        m_closedSince = now;
    const core::Duration silence = now - m_link.heardAt();
    if (isAnyCertain && m_closedSince && now - *m_closedSince > m_bounds.closing)
        m_cry(Wrong::NoDoubt,
              u"certain %1 ms after the end of the connection"_s.arg((now - *m_closedSince).count()));
    if (isAnyCertain && m_link.isOpen() && silence > m_bounds.untilDoubt())
        m_cry(Wrong::NoDoubt, u"certain %1 ms after the last sign of life"_s.arg(silence.count()));
    if (m_link.isOpen() && silence > m_bounds.untilLost())
        m_cry(Wrong::LostTooLate, u"open %1 ms after the last sign of life"_s.arg(silence.count()));
    if (m_wasCertain && !isAnyCertain && m_link.isOverdue())
        m_figures.longestDoubt = std::max(m_figures.longestDoubt, silence);
    if (m_link.isOpen())
        m_figures.longestLost = std::max(m_figures.longestLost, silence);
    m_wasCertain = isAnyCertain;
}

void Checker::demandTruth()
{
    for (const QString &sentence : untrue())
        m_cry(Wrong::NotRecovered, sentence);
    compareCounters();
}

QStringList Checker::untrue()
{
    QStringList found;
    const std::vector<Badge> badges = m_display.badges();
    const auto badgeOf = [&badges](tlib::ConnId id) {
        return std::find_if(badges.begin(), badges.end(),
                            [id](const Badge &badge) { return badge.call == id; });
    };
    if (!m_desk.connection.isReliable())
        found += u"the connection is in state %1"_s.arg(int(m_desk.connection.state()));
    for (const auto &[id, history] : m_truth.calls()) {
        const Truth::Entry &is = history.back();
        const auto badge = badgeOf(id);
        const model::Call *const call = m_desk.calls.find(id);
        if (is.isHere != (badge != badges.end()) || is.isHere != (call != nullptr)) {
            found += u"%1 is %2"_s.arg(id.toString(), is.isHere ? u"not shown"_s : u"shown and over"_s);
        } else if (is.isHere) {
            if (!m_desk.calls.isCertain(*call))
                found += u"%1 is not certain"_s.arg(id.toString());
            else if (is.isSaid ? !is.claims.testFlag(badge->claim)
                               : badge->claim != Claim::None && !is.claims.testFlag(badge->claim))
                found += u"%1 is shown as %2, not %3"_s.arg(id.toString(), wordFor(badge->claim),
                                                            wordFor(is.claims));
        }
    }
    return found;
}

void Checker::lookAround()
{
    look();
    findMissing();
    compareCounters();
}

void Checker::findMissing()
{
    if (!m_desk.connection.isReliable() || m_desk.clock.now() <= m_mayMissUntil)
        return;
    const std::vector<Badge> badges = m_display.badges();
    for (const auto &[id, history] : m_truth.calls()) {
        if (!hasStayed(history))
            continue;
        if (std::none_of(badges.begin(), badges.end(),
                         [id = id](const Badge &badge) { return badge.call == id; }))
            m_cry(Wrong::MissingCall, u"%1 is not shown"_s.arg(id.toString()));
    }
}

/// One DN that is said to be monitored has been in the call ever since the latest news was sent that has
/// come.
bool Checker::hasStayed(const Truth::History &history) const
{
    if (!history.back().isHere)
        return false;
    return std::any_of(history.back().parties.begin(), history.back().parties.end(), [&](const auto &party) {
        if (m_desk.registry.stateOf(party.first) != model::MonitorState::Monitored)
            return false;
        for (auto entry = history.rbegin(); entry != history.rend(); ++entry) {
            if (!entry->parties.contains(party.first))
                return false;
            if (entry->news <= m_link.news())
                return true;
        }
        return false;
    });
}

void Checker::compareCounters()
{
    model::BoardCounts counts;
    for (const Badge &badge : m_display.badges()) {
        ++counts.calls;
        switch (badge.claim) {
        case Claim::None: ++counts.unknown; break;
        case Claim::Off: ++counts.off; break;
        case Claim::On: ++counts.on; break;
        case Claim::Paused: ++counts.paused; break;
        case Claim::Recorded: ++counts.legacy; break;
        }
    }
    if (counts != m_desk.board.counts())
        m_cry(Wrong::Counter, u"the board's counters differ from its lights"_s);
}

} // namespace world
