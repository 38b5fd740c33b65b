#include "backends/simulator/switch/userdatacontrol.h"

#include "backends/simulator/switch/callbook.h"
#include "backends/simulator/switch/refusal.h"

namespace simulator {

using namespace Qt::StringLiterals;

UserDataControl::UserDataControl(CallBook &book, Distributor &distributor)
    : m_book(book)
    , m_distributor(distributor)
{
}

core::Result<core::Done> UserDataControl::update(tlib::ConnId id, const tlib::KvList &pairs,
                                                 const tlib::Dn &by, const Asking &asking)
{
    if (const auto updated = updateSilently(id, pairs); !updated)
        return updated;
    announce(*m_book.find(id), by, asking);
    return core::Done{};
}

core::Result<core::Done> UserDataControl::removePair(tlib::ConnId id, const tlib::Text &key,
                                                     const tlib::Dn &by, const Asking &asking)
{
    SwitchCall *call = m_book.find(id);
    if (!call)
        return noSuchCall(id);
    if (!call->userData.remove(QByteArrayView(key.bytes()))) {
        return refusal(tlib::errorcode::InvalidAttribute,
                       u"The call has no user data with the key %1"_s.arg(key.toString()));
    }
    announce(*call, by, asking);
    return core::Done{};
}

core::Result<core::Done> UserDataControl::replace(tlib::ConnId id, const tlib::KvList &whole)
{
    SwitchCall *call = m_book.find(id);
    if (!call)
        return noSuchCall(id);
    call->userData = whole;
    announce(*call, {}, {});
    return core::Done{};
}

core::Result<core::Done> UserDataControl::updateSilently(tlib::ConnId id, const tlib::KvList &pairs)
{
    SwitchCall *call = m_book.find(id);
    if (!call)
        return noSuchCall(id);
    tlib::KvList changed = call->userData;
    for (const tlib::KvList::Pair &pair : pairs) {
        if (!changed.set(pair.key, pair.value)) {
            return refusal(tlib::errorcode::InvalidAttribute,
                           u"The user data would exceed 65535 bytes or 8 levels"_s);
        }
    }
    call->userData = changed;
    return core::Done{};
}

void UserDataControl::announce(const SwitchCall &call, const tlib::Dn &by, const Asking &asking)
{
    bool askerTold = false;
    for (const Party &party : call.parties) {
        tlib::Event event = callEvent(tlib::MessageType::EventAttachedDataChanged, call, party);
        event.thirdPartyDn = by;
        askerTold |= m_distributor.toDn(party.dn, std::move(event), asking);
    }
    // A client that acts for a DN outside the call still has to hear that its request is done.
    if (asking && !askerTold) {
        tlib::Event event = callEvent(tlib::MessageType::EventAttachedDataChanged, call, Party());
        event.thisDnRole = {};
        event.otherDn = {};
        event.otherDnRole = {};
        event.thirdPartyDn = by;
        m_distributor.reply(*asking, std::move(event));
    }
}

} // namespace simulator
