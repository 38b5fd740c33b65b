#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "core/steadylist.h"
#include "model/actions/actiondetails.h"
#include "model/actions/agentaction.h"
#include "model/actions/callaction.h"
#include "model/calls/call.h"
#include "model/routing/routeorder.h"
#include "model/settings/keys/command.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <functional>

namespace model {

enum class Severity { Warning, Error };

/// What happened. The words for it are presentation's (toasttext).
enum class ToastKind {
    Refused,          ///< the server answered a request with EventError
    NoAnswer,         ///< nothing came back in time
    NotConfirmed,     ///< accepted, but the state did not change in time
    ResultUnknown,    ///< the link was lost while the answer was awaited
    NotSent,          ///< there was no link to send it on
    DnNotMonitored,   ///< the server refused to let this desktop watch a DN
    DnsNotMonitored,  ///< several (`dns`), for the same reason
    JournalFull,      ///< the journal cannot be written, as the disk is full: entries wait in memory
    JournalFails,     ///< nor for another reason, which `serverText` gives
    JournalStands,    ///< nor as the disk does not answer
    JournalIsNewer,   ///< a later version has written the journal (its file: `serverText`): it stays as it is
    JournalIsNew,     ///< the journal could not be read, was kept as `serverText`, and another was begun
    Crashed,          ///< the program had not ended in order before; its last entry was of `ends`
    CrashedRecording, ///< so, while a call was being recorded or paused (`left`)
    EndedRecording,   ///< the system had ended it (`serverText`: how), in the same state
    TrayGone,  ///< the desktop's tray, which was all that showed the program: its bar shows in its place
    KeyNotHad, ///< `command` has no key in other programs, as `serverText` says
    SettingsNotSaved, ///< as `serverText` says, after the person had put the settings away
    UnknownWord,     ///< the word (`serverText`) that should be a recording's state is none of the known ones
    PasswordNeeded,  ///< the server (`serverText`) wants a password, and nobody has given it
    PasswordNotKept, ///< the password of the server (`serverText`) could not be put into the keychain
    ServerCertificateEnds, ///< the certificate of the server (`serverText`) is valid until `ends` only
    OwnCertificateEnds,    ///< so is the one that this desktop shows it
};

/// What was left open when the program had ended.
enum class LeftOpen { Recording, Paused, Both };

enum class ToastId : quint32 {};

/// What a request that ended with this error means to a person.
ToastKind toastKindOf(const core::Error &error);

/// A failure that a person should read: values only, so that every view can word it in its own language.
struct Toast
{
    ToastId id = {};
    Severity severity = Severity::Error;
    ToastKind kind = ToastKind::Refused;
    std::optional<CallAction> callAction = {};   ///< what was tried on `call`,
    std::optional<AgentAction> agentAction = {}; ///< or by the agent on `dn`,
    bool makesCall = false;                      ///< or a call from there to the destination of `details`
    CallId call = {};
    // Of the call as it was when it was asked for: the toast still reads well when the call has gone, or is
    // another one's by now.
    Dn party = {};
    CallType type = CallType::Unknown;
    Dn dn = {};                           ///< at which the call is, or which the failure is about
    QList<Dn> dns = {};                   ///< all that it is about, where they may be several
    bool isOthersCall = false;            ///< `dn` is somebody else's: the toast has to say whose call it was
    int code = 0;                         ///< the server's number, 0 when it did not answer
    QDateTime ends = {};                  ///< of a certificate; or when the program had ended
    std::optional<Command> command = {};  ///< of a key
    LeftOpen left = LeftOpen::Recording;  ///< then
    QString serverText = {};              ///< plain text from outside: never to be read as markup
    ActionDetails details = {};           ///< what went with the action on the call, and
    QString reason = {};                  ///< with an agent's action: trying again asks for the same
    std::optional<RouteOrder> route = {}; ///< or where `call` was to be routed from `dn`
    int count = 1;                        ///< how often this came in a row
    core::Instant since = {};             ///< of the latest
    QDateTime sinceWall = {};             ///< the same on the wall clock

    bool isRepeatOf(const Toast &other) const;
};

/// The failures that nobody has closed yet, oldest first. Repeats are joined; none is ever dropped for room,
/// so that nothing here may grow with how many they are: each step costs O(log n) and those about the same
/// call.
class ToastList : public QObject
{
    Q_OBJECT

public:
    explicit ToastList(core::Clock &clock, QObject *parent = nullptr);

    const core::SteadyList<Toast> &toasts() const { return m_toasts; }
    /// nullptr: it has been dismissed.
    const Toast *find(ToastId id) const;

    /// Adds it, or counts up the one that it repeats. `id`, `count` and when are set here.
    ToastId post(Toast toast);
    /// Says something else in its place; ignored when it is not there. `id`, `count` and when stay.
    void revise(ToastId id, Toast toast);
    void dismiss(ToastId id);
    /// Dismisses those that a good state has made obsolete: of all of them, or of those about this call.
    void dismissIf(const std::function<bool(const Toast &)> &isObsolete);
    void dismissIf(CallId call, const std::function<bool(const Toast &)> &isObsolete);
    /// A person wants to do what this message offers, where that is neither about a call nor the agent's
    /// state.
    void act(ToastId id) { Q_EMIT acted(id); }

Q_SIGNALS:
    void posted(model::ToastId id);
    void updated(model::ToastId id);
    void dismissed(model::ToastId id);
    void acted(model::ToastId id);

private:
    ToastId findRepeated(const Toast &toast) const;
    Toast *edit(ToastId id);
    static size_t likenessOf(const Toast &toast);

    core::Clock &m_clock;
    core::SteadyList<Toast> m_toasts;    ///< its numbers are the ids
    QMultiHash<size_t, ToastId> m_alike; ///< by what repeats have in common
    QMultiHash<CallId, ToastId> m_ofCall;
};

} // namespace model
