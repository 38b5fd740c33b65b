#pragma once

#include "model/calls/call.h"

#include <QList>
#include <QObject>

#include <unordered_map>

namespace model {

/// What of a call a change touched.
enum class CallChange : quint8 {
    Parties = 0x01,
    Phase = 0x02,
    Recording = 0x04,
    Pending = 0x08,
    UserData = 0x10,
    Certainty = 0x20
};
Q_DECLARE_FLAGS(CallChanges, CallChange)
Q_DECLARE_OPERATORS_FOR_FLAGS(CallChanges)

/// The calls of the monitored DNs, and whether what is known of them is certain.
/// A call is certain while nobody has raised a doubt and it was confirmed in the current epoch.
class CallList : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const QList<CallId> &ids() const { return m_order; } ///< in the order in which they came
    /// Stays where it is until it is removed, whatever else comes and goes.
    const Call *find(CallId id) const;
    bool isCertain(const Call &call) const { return isCertain() && call.confirmedIn == m_epoch; }
    bool isCertain() const { return m_trusted && !m_suspect; } ///< of the list: no doubt is raised
    Epoch epoch() const { return m_epoch; }

    // For those who keep the list true: CallTracker, CallControl, ServerConnection's epochs.

    /// Makes every call uncertain until it is confirmed again, and trusts what is confirmed from now on.
    /// O(1).
    void openEpoch();
    /// Makes every call uncertain, until the next openEpoch(). O(1); harmless when repeated.
    void doubt();
    /// A doubt that can be taken back, as nothing has been missed: while it lasts no call is certain, and
    /// after it those are that were before. O(1); harmless when repeated.
    void suspect(bool isSuspect);
    void insert(Call call);
    /// Changes a call in place; `change` returns what it touched. Ignored when the call is not there.
    template <class Function>
    void update(CallId id, Function change)
    {
        const auto found = m_calls.find(id);
        if (found == m_calls.end())
            return;
        if (const CallChanges changes = change(found->second))
            Q_EMIT changed(id, changes);
    }
    void remove(CallId id);

Q_SIGNALS:
    void inserted(model::CallId id);
    void changed(model::CallId id, model::CallChanges changes);
    /// The call is still there to be found while this is emitted, as Released: nothing can be done to it.
    /// Among ids() it is no more.
    void removed(model::CallId id);
    void certaintyChanged(); ///< of all calls at once

private:
    struct HashId
    {
        size_t operator()(CallId id) const { return qHash(id); }
    };

    std::unordered_map<CallId, Call, HashId> m_calls;
    QList<CallId> m_order;
    Epoch m_epoch = Epoch::None;
    bool m_trusted = false;
    bool m_suspect = false;
};

} // namespace model
