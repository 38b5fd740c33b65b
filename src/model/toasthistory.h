#pragma once

#include "model/toastlist.h"

#include <deque>

namespace model {

/// What was posted in this session, closed or not, oldest first: for a person who wants to read once more
/// what has gone. The last Most are kept, in memory alone, as they name callers.
class ToastHistory : public QObject
{
    Q_OBJECT

public:
    static constexpr size_t Most = 500;

    /// Follows `toasts` from now on.
    explicit ToastHistory(const ToastList &toasts, QObject *parent = nullptr);

    struct Entry
    {
        Toast toast = {};
        bool isOpen = true; ///< nobody has closed it, and nothing has made it obsolete
    };
    const std::deque<Entry> &entries() const { return m_entries; }

Q_SIGNALS:
    /// Entries have come, gone, or say something else.
    void changed();

private:
    void take(ToastId id);
    Entry *find(ToastId id);

    const ToastList &m_toasts;
    std::deque<Entry> m_entries; ///< their ids rise
};

} // namespace model
