#include "model/toastlist.h"

#include "core/masking.h"

#include <algorithm>

namespace model {

ToastKind toastKindOf(const core::Error &error)
{
    if (error.kind == core::ErrorKind::TimedOut)
        return ToastKind::NoAnswer;
    if (error.kind == core::ErrorKind::LinkLost)
        return ToastKind::ResultUnknown;
    if (error.kind == core::ErrorKind::NotConnected)
        return ToastKind::NotSent;
    return ToastKind::Refused;
}

namespace {

/// Where the call was to go; the same request to somebody else is another failure.
Dn destinationOf(const Toast &toast)
{
    return toast.route ? toast.route->destination : toast.details.destination;
}

/// Its text says what it is about, not why it failed.
bool isAboutItsText(ToastKind kind)
{
    switch (kind) {
    case ToastKind::UnknownWord:
    case ToastKind::PasswordNeeded:
    case ToastKind::PasswordNotKept:
    case ToastKind::ServerCertificateEnds:
    case ToastKind::OwnCertificateEnds: return true;
    case ToastKind::Refused:
    case ToastKind::NoAnswer:
    case ToastKind::NotConfirmed:
    case ToastKind::ResultUnknown:
    case ToastKind::NotSent:
    case ToastKind::DnNotMonitored:
    case ToastKind::DnsNotMonitored:
    case ToastKind::JournalFull:
    case ToastKind::JournalFails:
    case ToastKind::JournalStands:
    case ToastKind::JournalIsNewer:
    case ToastKind::JournalIsNew:
    case ToastKind::Crashed:
    case ToastKind::CrashedRecording:
    case ToastKind::EndedRecording:
    case ToastKind::SettingsNotSaved: return false;
    }
    Q_UNREACHABLE();
}

} // namespace

bool Toast::isRepeatOf(const Toast &other) const
{
    return kind == other.kind && call == other.call && dn == other.dn && code == other.code &&
           callAction == other.callAction && agentAction == other.agentAction &&
           route.has_value() == other.route.has_value() && destinationOf(*this) == destinationOf(other) &&
           (!isAboutItsText(kind) || serverText == other.serverText);
}

ToastList::ToastList(core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

const Toast *ToastList::find(ToastId id) const
{
    const auto found =
        std::find_if(m_toasts.begin(), m_toasts.end(), [id](const Toast &t) { return t.id == id; });
    return found == m_toasts.end() ? nullptr : &*found;
}

ToastId ToastList::post(Toast toast)
{
    toast.serverText = core::maskedCards(toast.serverText); // it is shown, copied, and told to other programs
    toast.since = m_clock.now();
    toast.sinceWall = m_clock.wallTime();
    const auto same =
        std::find_if(m_toasts.begin(), m_toasts.end(), [&](const Toast &t) { return t.isRepeatOf(toast); });
    if (same != m_toasts.end()) {
        ++same->count;
        same->since = toast.since;
        same->sinceWall = toast.sinceWall;
        same->serverText = toast.serverText;
        same->party = toast.party;
        same->details = toast.details;
        same->route = toast.route;
        same->reason = toast.reason;
        same->dns = toast.dns;
        const ToastId id = same->id;
        Q_EMIT updated(id);
        return id;
    }
    toast.id = ToastId(++m_lastId);
    m_toasts.append(toast);
    Q_EMIT posted(toast.id);
    return toast.id;
}

void ToastList::revise(ToastId id, Toast toast)
{
    const auto known =
        std::find_if(m_toasts.begin(), m_toasts.end(), [id](const Toast &t) { return t.id == id; });
    if (known == m_toasts.end())
        return;
    toast.id = id;
    toast.count = known->count;
    toast.since = known->since;
    toast.sinceWall = known->sinceWall;
    *known = std::move(toast);
    Q_EMIT updated(id);
}

void ToastList::dismiss(ToastId id)
{
    if (m_toasts.removeIf([id](const Toast &toast) { return toast.id == id; }) > 0)
        Q_EMIT dismissed(id);
}

void ToastList::dismissIf(const std::function<bool(const Toast &)> &isObsolete)
{
    QList<ToastId> obsolete; // all of them first: whoever hears of one may change what the others rest on
    for (const Toast &toast : std::as_const(m_toasts)) {
        if (isObsolete(toast))
            obsolete.append(toast.id);
    }
    for (const ToastId id : obsolete)
        dismiss(id);
}

} // namespace model

#include "moc_toastlist.cpp"
