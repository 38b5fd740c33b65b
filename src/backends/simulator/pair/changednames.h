#pragma once

#include "tlib/ids.h"

#include <functional>
#include <set>
#include <utility>

namespace simulator {

/// What may have changed since it was last looked at, by name: the parts of the switch write here, the
/// Replica reads. More may stand here than has changed, never less: whoever hands out something that can be
/// changed has written its name down. Switched off it notes nothing, as a switch without a backup needs none.
class ChangedNames
{
public:
    /// `stirred` is called for the first name after it was empty; to be read from the event loop, as the
    /// change is under way only then.
    void open(std::function<void()> stirred)
    {
        close();
        m_stirred = std::move(stirred);
    }
    void close()
    {
        m_stirred = nullptr;
        m_calls.clear();
        m_agents.clear();
        m_dns.clear();
    }
    bool isEmpty() const { return m_calls.empty() && m_agents.empty() && m_dns.empty(); }

    void callTouched(tlib::ConnId id) { note(m_calls, id); }
    void agentTouched(const tlib::Dn &dn) { note(m_agents, dn); }
    void dnTouched(const tlib::Dn &dn) { note(m_dns, dn); }

    std::set<tlib::ConnId> takeCalls(std::size_t most)
    {
        std::set<tlib::ConnId> taken;
        while (taken.size() < most && !m_calls.empty())
            taken.insert(m_calls.extract(m_calls.begin()));
        return taken;
    }
    std::set<tlib::Dn> takeAgents() { return std::exchange(m_agents, {}); }
    std::set<tlib::Dn> takeDns() { return std::exchange(m_dns, {}); }

private:
    template <class Name>
    void note(std::set<Name> &names, const Name &name)
    {
        if (!m_stirred)
            return;
        const bool stirs = isEmpty();
        names.insert(name);
        if (stirs)
            m_stirred();
    }

    std::function<void()> m_stirred;
    std::set<tlib::ConnId> m_calls;
    std::set<tlib::Dn> m_agents;
    std::set<tlib::Dn> m_dns;
};

} // namespace simulator
