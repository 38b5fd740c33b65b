#pragma once

#include "backends/simulator/switch/distributor.h"
#include "core/result.h"

namespace simulator {

class CallBook;
struct SwitchCall;

/// Changes the user data of calls and tells each party's clients the whole new list.
class UserDataControl
{
public:
    UserDataControl(CallBook &book, Distributor &distributor);

    /// Replaces the pairs whose keys exist, appends the others. Refused (53) when the list would grow too
    /// large.
    core::Result<core::Done> update(tlib::ConnId id, const tlib::KvList &pairs, const tlib::Dn &by = {},
                                    const Asking &asking = {});
    /// Refused (53) when there is no such key.
    core::Result<core::Done> removePair(tlib::ConnId id, const tlib::Text &key, const tlib::Dn &by = {},
                                        const Asking &asking = {});
    core::Result<core::Done> replace(tlib::ConnId id, const tlib::KvList &whole);
    /// The same as update, but nobody is told.
    core::Result<core::Done> updateSilently(tlib::ConnId id, const tlib::KvList &pairs);

private:
    void announce(const SwitchCall &call, const tlib::Dn &by, const Asking &asking);

    CallBook &m_book;
    Distributor &m_distributor;
};

} // namespace simulator
