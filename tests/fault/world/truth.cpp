#include "fault/world/truth.h"

using namespace Qt::StringLiterals;

namespace world {

QString wordFor(Claim claim)
{
    switch (claim) {
    case Claim::None: return u"nothing certain"_s;
    case Claim::Off: return u"off"_s;
    case Claim::On: return u"on"_s;
    case Claim::Paused: return u"paused"_s;
    case Claim::Recorded: return u"recorded"_s;
    }
    Q_UNREACHABLE();
}

QString wordFor(Claims claims)
{
    QStringList words;
    for (const Claim claim : {Claim::Off, Claim::On, Claim::Paused, Claim::Recorded}) {
        if (claims.testFlag(claim))
            words += wordFor(claim);
    }
    return words.isEmpty() ? wordFor(Claim::None) : words.join(u" or "_s);
}

Truth::Truth(const simulator::Switch &sw, const core::Clock &clock, std::vector<tlib::Dn> dns)
    : m_switch(sw)
    , m_clock(clock)
    , m_dns(std::move(dns))
{
}

bool Truth::refresh()
{
    const quint32 next = m_news + 1;
    bool hasChanged = false;
    const auto note = [&](History &history, Entry entry) {
        if (!history.empty() && history.back().isLike(entry))
            return;
        entry.news = next;
        entry.at = m_clock.now();
        history.push_back(std::move(entry));
        hasChanged = true;
    };
    const auto &book = m_switch.book().all();
    for (const auto &[id, call] : book) {
        Entry entry = entryOf(call);
        const auto known = m_calls.find(id);
        if (known != m_calls.end())
            note(known->second, std::move(entry));
        else if (entry.isHere)
            note(m_calls[id], std::move(entry));
    }
    for (auto &[id, history] : m_calls) {
        if (history.back().isHere && !book.contains(id))
            note(history, {});
    }
    if (hasChanged)
        m_news = next;
    return hasChanged;
}

const Truth::History *Truth::historyOf(tlib::ConnId call) const
{
    const auto found = m_calls.find(call);
    return found == m_calls.end() ? nullptr : &found->second;
}

Truth::Entry Truth::entryOf(const simulator::SwitchCall &call)
{
    Entry entry;
    for (const tlib::Dn &dn : m_dns) {
        if (const simulator::Party *const party = call.party(dn)) {
            entry.isHere = true;
            entry.parties.emplace(dn, party->state);
        }
    }
    const auto state = call.userData.find("GSIP_RECORD");
    Told &told = m_told[call.id];
    told.state = told.state || state;
    told.file = told.file || call.userData.find("GSIP_REC_FN");
    if (!state) {
        entry.claims.setFlag(Claim::Recorded, told.file);
        entry.claims.setFlag(Claim::Off, !told.file && !told.state);
        return entry;
    }
    const QString word = state->toString().toUpper();
    if (word == u"ON")
        entry.claims = Claim::On;
    else if (word == u"OFF")
        entry.claims = Claim::Off;
    else if (word == u"PAUSED")
        entry.claims = Claim::Paused;
    entry.isSaid = entry.claims != Claims();
    return entry;
}

} // namespace world
