#pragma once

#include "model/calls/calllist.h"

#include <QHash>

namespace model {

/// Which calls a DN has a leg in, and what becomes of them when what is known of the DN, or all that is known
/// of a call, counts no more. Looking through all calls for each of ten thousand DNs would take a second and
/// more.
class CallsOfDns : public QObject
{
    Q_OBJECT

public:
    explicit CallsOfDns(CallList &calls, QObject *parent = nullptr);

    /// The calls in which the DN has a leg, over or not, in the order in which it came into them.
    QList<CallId> of(const Dn &dn) const { return m_callsOf.value(dn); }
    /// What is known of this call counts no more until it is confirmed. Ignored when it is not there.
    void doubtCall(CallId id);
    /// Likewise each of this DN's calls.
    void doubtCallsOf(const Dn &dn);
    /// The same where the DN is monitored no more. Nothing is asked: until the server tells of this DN again
    /// no answer makes its calls certain, as what changes after it would not be heard of.
    void loseSightOf(const Dn &dn);

Q_SIGNALS:
    /// A call was put in doubt: somebody should ask about it.
    void unconfirmed(const model::Dn &dn, model::CallId call);

private:
    void noteLegsOf(CallId id);
    void forgetLegsOf(CallId id);

    CallList &m_calls;
    QHash<Dn, QList<CallId>> m_callsOf;
};

} // namespace model
