#include "backends/simulator/switch/switchsnapshot.h"

#include "backends/simulator/switch/agentcontrol.h"
#include "backends/simulator/switch/callbook.h"

namespace simulator {

namespace {

QByteArray numbered(const char *name, int number)
{
    return name + QByteArray::number(number);
}

} // namespace

tlib::KvList addressSnapshot(const tlib::Dn &dn, const CallBook &book, const AgentControl &agents)
{
    tlib::KvList snapshot;
    snapshot.append("AgentStatus", qint32(agents.statusOf(dn)));
    int number = 0;
    for (const SwitchCall *call : book.of(dn)) {
        ++number;
        snapshot.append(numbered("conn-", number), call->id.toString());
        snapshot.append(numbered("ct-", number), qint32(call->type));
        snapshot.append(numbered("ps-", number), qint32(call->party(dn)->state));
    }
    return snapshot;
}

tlib::KvList partySnapshot(const SwitchCall &call)
{
    tlib::KvList snapshot;
    int number = 0;
    for (const Party &party : call.parties) {
        ++number;
        snapshot.append(numbered("party-", number), party.dn.toString());
        snapshot.append(numbered("role-", number), qint32(party.role));
    }
    return snapshot;
}

} // namespace simulator
