#pragma once

#include "model/calls/call.h"

#include <QHash>

namespace model {

/// Remembers which of the running recordings this desktop started for the other side (record=destination):
/// those stay when this side leaves the call. The server does not say of a recording whose side it is.
class OthersSideRecordings
{
public:
    /// A start with record=destination is confirmed by what `call` says now. `fileBefore`: as it was asked
    /// for.
    void note(const Call &call, const QByteArray &fileBefore);
    /// The call's recording has changed: another one, or none, is not the one that was noted.
    void review(const Call &call);
    void forget(CallId id) { m_files.remove(id); }
    bool contains(CallId id) const { return m_files.contains(id); }

private:
    struct Files
    {
        QByteArray before = {};
        QByteArray latest = {}; ///< the same as before while the new name is awaited
    };
    QHash<CallId, Files> m_files;
};

} // namespace model
