#include "model/settings/agent/agentreasons.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

QList<AgentReason> AgentReasons::notReadyInForce() const
{
    return notReady.isEmpty() ? builtInNotReadyReasons() : notReady;
}

QList<AgentReason> builtInNotReadyReasons()
{
    return {{.code = u"Break"_s}, {.code = u"Lunch"_s}, {.code = u"Meeting"_s}, {.code = u"Training"_s}};
}

bool contains(const QList<AgentReason> &reasons, const QString &code)
{
    return std::any_of(reasons.begin(), reasons.end(),
                       [&code](const AgentReason &reason) { return reason.code == code; });
}

} // namespace model
