#include "presentation/words/toasttext.h"

#include "presentation/presence/commandtext.h"
#include "presentation/words/actiontext.h"
#include "presentation/words/agenttext.h"
#include "presentation/words/calltext.h"
#include "presentation/words/errorwords.h"
#include "presentation/words/plaintext.h"
#include "presentation/words/refusaltext.h"
#include "presentation/words/toastadvice.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;
using model::AgentAction;
using model::CallAction;
using model::RecordingState;
using model::Toast;
using model::ToastKind;

namespace presentation {

namespace {

class ToastWords
{
    Q_DECLARE_TR_FUNCTIONS(presentation::ToastText)
};

QString shown(const model::Dn &dn)
{
    return plainText(dn.toString(), 40);
}

/// "7001, 7002, 7003 and 12 more"
QString listed(const QList<model::Dn> &dns, qsizetype most)
{
    QStringList texts;
    for (const model::Dn &dn : dns.mid(0, most))
        texts += shown(dn);
    const QString list = texts.join(u", "_s);
    if (dns.size() <= most)
        return list;
    return ToastWords::tr("%1 and %Ln more", "list of DNs", int(dns.size() - most)).arg(list);
}
constexpr qsizetype DnsInSubject = 8;

/// What outside calls itself: a server's address.
QString shownText(const Toast &toast)
{
    return plainText(toast.serverText, 100);
}

QString shownTime(const Toast &toast)
{
    return QLocale().toString(toast.ends.toLocalTime(), QLocale::ShortFormat);
}

/// "Pause", "Transfer to 7002".
QString nameOf(CallAction action, const model::Dn &destination)
{
    if (destination.isEmpty())
        return actionName(action);
    switch (action) {
    case CallAction::Consult: return ToastWords::tr("Consult %1", "a number").arg(shown(destination));
    case CallAction::Transfer:
    case CallAction::CompleteTransfer:
        return ToastWords::tr("Transfer to %1", "a number").arg(shown(destination));
    case CallAction::CompleteConference:
        return ToastWords::tr("Conference with %1", "a number").arg(shown(destination));
    case CallAction::DropParty: return ToastWords::tr("Drop %1", "a number").arg(shown(destination));
    case CallAction::Redirect: return ToastWords::tr("Redirect to %1", "a number").arg(shown(destination));
    case CallAction::StartRecording:
    case CallAction::PauseRecording:
    case CallAction::ResumeRecording:
    case CallAction::StopRecording:
    case CallAction::Answer:
    case CallAction::Hold:
    case CallAction::Retrieve:
    case CallAction::Release:
    case CallAction::Alternate:
    case CallAction::Reject: return actionName(action);
    }
    Q_UNREACHABLE();
}

QString actionNameOf(const Toast &toast)
{
    if (toast.route)
        return ToastWords::tr("Route to %1", "a number").arg(shown(toast.route->destination));
    if (toast.makesCall)
        return ToastWords::tr("Call to %1", "a number").arg(shown(toast.details.destination));
    if (toast.callAction)
        return nameOf(*toast.callAction, whomOf(toast));
    return toast.agentAction ? agentActionName(*toast.agentAction) : ToastWords::tr("Request");
}

/// "The recorder is out of service (58)."; empty where the number has no words here.
QString knownReason(const Toast &toast)
{
    const auto words = errorWords(toast.code);
    if (!words)
        return {};
    QString reason = words->sentence;
    reason.chop(1); // the number goes before the full stop
    return ToastWords::tr("%1 (%2).", "sentence without its full stop, error number")
        .arg(reason)
        .arg(toast.code);
}

QString refusedReason(const Toast &toast)
{
    if (isForestalled(toast))
        return forestalledReason(toast);
    const QString said = plainText(toast.serverText.trimmed());
    if (const QString reason = knownReason(toast); !reason.isEmpty())
        return said.isEmpty() ? reason : reason + u' ' + ToastWords::tr("SIP Server says: “%1”.").arg(said);
    if (!said.isEmpty() && toast.code != 0)
        return ToastWords::tr("SIP Server says: “%1” (%2).").arg(said).arg(toast.code);
    if (!said.isEmpty())
        return ToastWords::tr("SIP Server says: “%1”.").arg(said);
    return ToastWords::tr("SIP Server refused it and gave no reason (%1).").arg(toast.code);
}

bool isRefusal(ToastKind kind)
{
    return kind == ToastKind::Refused || kind == ToastKind::DnNotMonitored ||
           kind == ToastKind::DnsNotMonitored;
}

/// When, and the numbers.
QStringList factsOf(const Toast &toast)
{
    QStringList lines{QLocale().toString(toast.sinceWall, QLocale::LongFormat)};
    if (toast.code != 0)
        lines += ToastWords::tr("Error number: %1").arg(toast.code);
    if (toast.kind == ToastKind::DnsNotMonitored)
        lines += ToastWords::tr("DNs: %1").arg(listed(toast.dns, toast.dns.size()));
    if (!toast.dn.isEmpty())
        lines += ToastWords::tr("DN: %1").arg(shown(toast.dn));
    if (!toast.details.party.isEmpty())
        lines += ToastWords::tr("Party: %1").arg(shown(toast.details.party));
    if (!toast.details.destination.isEmpty())
        lines += ToastWords::tr("Destination: %1").arg(shown(toast.details.destination));
    if (toast.route)
        lines += ToastWords::tr("Destination: %1").arg(shown(toast.route->destination));
    if (!toast.call.isNull())
        lines += ToastWords::tr("Call (ConnID): %1").arg(toast.call.toString());
    if (toast.count > 1)
        lines += ToastWords::tr("%n time(s) in a row", nullptr, toast.count);
    return lines;
}

/// What the server says beside a sentence that does not quote it.
QString unquotedText(const Toast &toast)
{
    return isForestalled(toast) && !toast.serverText.isEmpty()
               ? ToastWords::tr("SIP Server says: “%1”.").arg(plainText(toast.serverText.trimmed()))
               : QString();
}

QString stillText(RecordingState state)
{
    switch (state) {
    case RecordingState::On: return ToastWords::tr("The call is still being recorded.");
    case RecordingState::Paused: return ToastWords::tr("The recording is still paused.");
    case RecordingState::Off: return ToastWords::tr("The call is still not being recorded.");
    case RecordingState::Unknown: return {};
    }
    Q_UNREACHABLE();
}

} // namespace

QString toastTitle(const Toast &toast)
{
    switch (toast.kind) {
    case ToastKind::Refused: return refusalTitle(toast);
    case ToastKind::NoAnswer:
        return ToastWords::tr("%1: no answer", "name of an action").arg(actionNameOf(toast));
    case ToastKind::NotConfirmed:
        return ToastWords::tr("%1: not confirmed", "name of an action").arg(actionNameOf(toast));
    case ToastKind::ResultUnknown:
        return ToastWords::tr("%1: result unknown", "name of an action").arg(actionNameOf(toast));
    case ToastKind::NotSent:
        return ToastWords::tr("%1: not sent", "name of an action").arg(actionNameOf(toast));
    case ToastKind::DnNotMonitored: return ToastWords::tr("DN %1 is not monitored").arg(shown(toast.dn));
    case ToastKind::DnsNotMonitored:
        return ToastWords::tr("%Ln DN(s) are not monitored", nullptr, int(toast.dns.size()));
    case ToastKind::JournalFull:
    case ToastKind::JournalFails:
    case ToastKind::JournalStands:
    case ToastKind::JournalIsNewer: return ToastWords::tr("The journal cannot be written");
    case ToastKind::JournalIsNew: return ToastWords::tr("A new journal was begun");
    case ToastKind::Crashed: return ToastWords::tr("Tallylight did not end properly last time");
    case ToastKind::CrashedRecording:
        switch (toast.left) {
        case model::LeftOpen::Recording:
            return ToastWords::tr("Tallylight did not end properly while a call was being recorded");
        case model::LeftOpen::Paused:
            return ToastWords::tr("Tallylight did not end properly while a recording was paused");
        case model::LeftOpen::Both:
            return ToastWords::tr(
                "Tallylight did not end properly while calls were being recorded, some of them paused");
        }
        Q_UNREACHABLE();
    case ToastKind::EndedRecording:
        switch (toast.left) {
        case model::LeftOpen::Recording:
            return ToastWords::tr("Tallylight was ended while a call was being recorded");
        case model::LeftOpen::Paused:
            return ToastWords::tr("Tallylight was ended while a recording was paused");
        case model::LeftOpen::Both:
            return ToastWords::tr(
                "Tallylight was ended while calls were being recorded, some of them paused");
        }
        Q_UNREACHABLE();
    case ToastKind::TrayGone: return ToastWords::tr("The tray of your desktop has gone");
    case ToastKind::KeyNotHad:
        return ToastWords::tr("“%1” has no key in other programs", "what a key does")
            .arg(toast.command ? commandText(*toast.command) : QString());
    case ToastKind::SettingsNotSaved: return ToastWords::tr("The settings were not saved");
    case ToastKind::UnknownWord: return ToastWords::tr("A recording state is not understood");
    case ToastKind::PasswordNeeded:
        return ToastWords::tr("No connection without a password for %1", "a server").arg(shownText(toast));
    case ToastKind::PasswordNotKept: return ToastWords::tr("The password could not be kept");
    case ToastKind::ServerCertificateEnds: return ToastWords::tr("The server's certificate ends soon");
    case ToastKind::OwnCertificateEnds: return ToastWords::tr("Your certificate ends soon");
    }
    Q_UNREACHABLE();
}

QString toastSubject(const Toast &toast)
{
    const QString party = partyText(toast.party, toast.type);
    if (toast.route && toast.kind == ToastKind::Refused) // the title names the caller
        return ToastWords::tr("Routing point %1").arg(shown(toast.dn));
    if (toast.route)
        return ToastWords::tr("%1 at routing point %2", "caller, number").arg(party, shown(toast.dn));
    if (toast.callAction && toast.isOthersCall)
        return ToastWords::tr("%1 at DN %2", "other party, number").arg(party, shown(toast.dn));
    if (toast.callAction)
        return party;
    if (toast.kind == ToastKind::DnsNotMonitored)
        return listed(toast.dns, DnsInSubject);
    // The title of the last kind names the DN already.
    if (toast.kind == ToastKind::DnNotMonitored || toast.dn.isEmpty())
        return {};
    return ToastWords::tr("DN %1").arg(shown(toast.dn));
}

QString toastReason(const Toast &toast)
{
    switch (toast.kind) {
    case ToastKind::Refused:
    case ToastKind::DnNotMonitored:
    case ToastKind::DnsNotMonitored: return refusedReason(toast);
    case ToastKind::NoAnswer: return ToastWords::tr("SIP Server did not answer in time.");
    case ToastKind::NotConfirmed: return ToastWords::tr("SIP Server accepted it but has not confirmed it.");
    case ToastKind::ResultUnknown: return ToastWords::tr("The link was lost before SIP Server answered.");
    case ToastKind::NotSent: return ToastWords::tr("There was no link to SIP Server.");
    case ToastKind::JournalFull:
        return ToastWords::tr(
            "The disk is full. Entries are kept in memory and written as soon as there is room.");
    case ToastKind::JournalFails:
        return ToastWords::tr("%1. Entries are kept in memory and written as soon as it works again.",
                              "what the system said")
            .arg(plainText(toast.serverText));
    case ToastKind::JournalStands:
        return ToastWords::tr(
            "The disk does not answer. Entries are kept in memory and written as soon as it does.");
    case ToastKind::JournalIsNewer:
        return ToastWords::tr("A later version of Tallylight has written %1. The file is left as it is.",
                              "a file")
            .arg(plainText(toast.serverText));
    case ToastKind::JournalIsNew:
        return ToastWords::tr("The previous journal could not be read. It was kept as %1.", "a file")
            .arg(plainText(toast.serverText));
    case ToastKind::Crashed:
    case ToastKind::CrashedRecording:
        return ToastWords::tr("It was last heard of at %1.", "a date and time").arg(shownTime(toast));
    case ToastKind::EndedRecording:
        return ToastWords::tr("The system ended it at %1.", "a date and time").arg(shownTime(toast));
    case ToastKind::TrayGone:
        return ToastWords::tr("Tallylight was to be seen there alone, so its bar has come up.");
    case ToastKind::KeyNotHad:
    case ToastKind::SettingsNotSaved: return plainSentence(toast.serverText);
    case ToastKind::UnknownWord:
        return ToastWords::tr("SIP Server says “%1” for the recording's state; the light shows “Not known”.")
            .arg(plainText(toast.serverText, 40));
    case ToastKind::PasswordNeeded: return ToastWords::tr("The server wants a password, and none was given.");
    case ToastKind::PasswordNotKept:
        return ToastWords::tr("The keychain did not take the password for %1.", "a server")
            .arg(shownText(toast));
    case ToastKind::ServerCertificateEnds:
        return ToastWords::tr("The certificate of %1 is valid until %2.", "a server, a date")
            .arg(shownText(toast), shownTime(toast));
    case ToastKind::OwnCertificateEnds:
        return ToastWords::tr("The certificate that this desktop shows to %1 is valid until %2.",
                              "a server, a date")
            .arg(shownText(toast), shownTime(toast));
    }
    Q_UNREACHABLE();
}

QString presentState(const Toast &toast, const model::Call *call, bool certain)
{
    if (!call || !certain || !toast.callAction || !model::recordingCommandOf(*toast.callAction) ||
        isForestalled(toast)) // it would say the opposite
        return {};
    return stillText(call->recording.state);
}

QString toastLine(const Toast &toast)
{
    const QString subject = toastSubject(toast);
    const QString title = toastTitle(toast);
    const QString reason = toastReason(toast);
    return subject.isEmpty()
               ? ToastWords::tr("%1: %2", "title, reason").arg(title, reason)
               : ToastWords::tr("%1: %2 · %3", "title, subject, reason").arg(title, subject, reason);
}

QString toastHeadline(const Toast &toast)
{
    const QString subject = toastSubject(toast);
    return subject.isEmpty() ? toastTitle(toast) : toastTitle(toast) + u" · "_s + subject;
}

QString toastWhy(const Toast &toast)
{
    const QString known = isRefusal(toast.kind) && !isForestalled(toast) ? knownReason(toast) : QString();
    return known.isEmpty() ? toastReason(toast) : known;
}

QStringList toastAccount(const Toast &toast, const model::Call *call, bool certain)
{
    QStringList lines{toastSubject(toast), toastReason(toast), unquotedText(toast),
                      presentState(toast, call, certain), toastAdvice(toast, toast.callAction && !call)};
    lines += factsOf(toast);
    lines.removeAll(QString());
    return lines;
}

QString toastDetails(const Toast &toast)
{
    QStringList facts = factsOf(toast);
    QStringList lines{toastTitle(toast), facts.takeFirst(), toastReason(toast), unquotedText(toast)};
    lines += facts;
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace presentation
