#include "model/toastlist.h"

#include "core/masking.h"

#include <algorithm>
#include <iterator>

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
    case ToastKind::KeyNotHad:
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
    case ToastKind::TrayGone:
    case ToastKind::SettingsNotSaved: return false;
    }
    Q_UNREACHABLE();
}

} // namespace

bool Toast::isRepeatOf(const Toast &other) const
{
    return kind == other.kind && call == other.call && dn == other.dn && code == other.code &&
           callAction == other.callAction && agentAction == other.agentAction &&
           makesCall == other.makesCall && route.has_value() == other.route.has_value() &&
           destinationOf(*this) == destinationOf(other) && details.party == other.details.party &&
           (!isAboutItsText(kind) || serverText == other.serverText);
}

ToastList::ToastList(core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

const Toast *ToastList::find(ToastId id) const
{
    const qsizetype row = m_toasts.rowOf(quint64(id));
    return row < 0 ? nullptr : &m_toasts.at(row);
}

Toast *ToastList::edit(ToastId id)
{
    const qsizetype row = m_toasts.rowOf(quint64(id));
    return row < 0 ? nullptr : &m_toasts.at(row);
}

/// The same for each that isRepeatOf() another.
size_t ToastList::likenessOf(const Toast &toast)
{
    return qHashMulti(0, int(toast.kind), toast.call, toast.dn, toast.code,
                      isAboutItsText(toast.kind) ? toast.serverText : QString());
}

ToastId ToastList::findRepeated(const Toast &toast) const
{
    const auto [begin, end] = m_alike.equal_range(likenessOf(toast));
    const auto same = std::find_if(begin, end, [&](ToastId id) { return find(id)->isRepeatOf(toast); });
    return same == end ? ToastId() : *same;
}

ToastId ToastList::post(Toast toast)
{
    toast.serverText = core::maskedCards(toast.serverText); // it is shown, copied, and told to other programs
    toast.since = m_clock.now();
    toast.sinceWall = m_clock.wallTime();
    if (Toast *const same = edit(findRepeated(toast))) {
        toast.id = same->id;
        toast.count = same->count + 1;
        *same = std::move(toast);
        const ToastId id = same->id;
        Q_EMIT updated(id);
        return id;
    }
    const size_t likeness = likenessOf(toast);
    const CallId call = toast.call;
    const auto id = ToastId(m_toasts.append(std::move(toast)));
    edit(id)->id = id;
    m_alike.insert(likeness, id);
    if (!call.isNull())
        m_ofCall.insert(call, id);
    Q_EMIT posted(id);
    return id;
}

void ToastList::revise(ToastId id, Toast toast)
{
    Toast *const known = edit(id);
    if (!known)
        return;
    m_alike.remove(likenessOf(*known), id);
    m_ofCall.remove(known->call, id);
    toast.id = id;
    toast.count = known->count;
    toast.since = known->since;
    toast.sinceWall = known->sinceWall;
    *known = std::move(toast);
    m_alike.insert(likenessOf(*known), id);
    if (!known->call.isNull())
        m_ofCall.insert(known->call, id);
    Q_EMIT updated(id);
}

void ToastList::dismiss(ToastId id)
{
    const qsizetype row = m_toasts.rowOf(quint64(id));
    if (row < 0)
        return;
    const Toast gone = m_toasts.take(row);
    m_alike.remove(likenessOf(gone), id);
    m_ofCall.remove(gone.call, id);
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

void ToastList::dismissIf(CallId call, const std::function<bool(const Toast &)> &isObsolete)
{
    QList<ToastId> obsolete;
    const auto [begin, end] = std::as_const(m_ofCall).equal_range(call);
    std::copy_if(begin, end, std::back_inserter(obsolete), [&](ToastId id) { return isObsolete(*find(id)); });
    std::sort(obsolete.begin(), obsolete.end()); // the oldest first, as above
    for (const ToastId id : obsolete)
        dismiss(id);
}

} // namespace model

#include "moc_toastlist.cpp"
