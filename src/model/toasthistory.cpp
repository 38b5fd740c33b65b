#include "model/toasthistory.h"

#include <algorithm>

namespace model {

ToastHistory::ToastHistory(const ToastList &toasts, QObject *parent)
    : QObject(parent)
    , m_toasts(toasts)
{
    connect(&toasts, &ToastList::posted, this, &ToastHistory::take);
    connect(&toasts, &ToastList::updated, this, &ToastHistory::take);
    connect(&toasts, &ToastList::dismissed, this, [this](ToastId id) {
        if (Entry *const entry = find(id)) {
            entry->isOpen = false;
            Q_EMIT changed();
        }
    });
}

ToastHistory::Entry *ToastHistory::find(ToastId id)
{
    const auto found = std::lower_bound(m_entries.begin(), m_entries.end(), id,
                                        [](const Entry &entry, ToastId one) { return entry.toast.id < one; });
    return found != m_entries.end() && found->toast.id == id ? &*found : nullptr;
}

void ToastHistory::take(ToastId id)
{
    const Toast *const toast = m_toasts.find(id);
    if (!toast)
        return; // who heard of it first has closed it
    if (Entry *const known = find(id)) {
        known->toast = *toast;
    } else {
        m_entries.push_back({.toast = *toast});
        if (m_entries.size() > Most)
            m_entries.pop_front();
    }
    Q_EMIT changed();
}

} // namespace model

#include "moc_toasthistory.cpp"
