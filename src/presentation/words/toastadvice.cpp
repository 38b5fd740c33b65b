#include "presentation/words/toastadvice.h"

#include "presentation/words/errorwords.h"
#include "presentation/words/refusaltext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using model::Toast;
using model::ToastKind;

namespace presentation {

namespace {

class ToastAdviceWords
{
    Q_DECLARE_TR_FUNCTIONS(presentation::ToastAdvice)
};

} // namespace

QString toastAdvice(const Toast &toast, bool hasEnded)
{
    if (hasEnded)
        return ToastAdviceWords::tr("The call has ended.");
    if (isForestalled(toast))
        return ToastAdviceWords::tr("The light shows it as soon as SIP Server says so.");
    switch (toast.kind) {
    case ToastKind::Refused:
    case ToastKind::DnNotMonitored:
    case ToastKind::DnsNotMonitored: {
        const auto words = errorWords(toast.code);
        return words ? words->advice : QString();
    }
    case ToastKind::NoAnswer:
    case ToastKind::NotConfirmed:
        if (isAboutRecording(toast))
            return ToastAdviceWords::tr("The light shows what SIP Server says.");
        return toast.agentAction ? ToastAdviceWords::tr("Your state is shown as SIP Server says it.")
                                 : ToastAdviceWords::tr("The call is shown as SIP Server says it is.");
    case ToastKind::ResultUnknown:
        if (isAboutRecording(toast))
            return ToastAdviceWords::tr(
                "Nothing is repeated by itself. Look at the light once the link is back.");
        return toast.agentAction
                   ? ToastAdviceWords::tr(
                         "Nothing is repeated by itself. Look at your state once the link is back.")
                   : ToastAdviceWords::tr(
                         "Nothing is repeated by itself. Look at the call once the link is back.");
    case ToastKind::NotSent: return ToastAdviceWords::tr("Try again once the link is back.");
    case ToastKind::JournalFull:
        return ToastAdviceWords::tr("The light is right all the same. Make room on the disk.");
    case ToastKind::JournalFails:
    case ToastKind::JournalStands:
        return ToastAdviceWords::tr("The light is right all the same. Tell your administrator.");
    case ToastKind::JournalIsNewer:
        return ToastAdviceWords::tr(
            "The light is right all the same. Update Tallylight, or move the file away.");
    case ToastKind::JournalIsNew:
        return ToastAdviceWords::tr("Tell your administrator: something has changed the file.");
    case ToastKind::Crashed:
        return ToastAdviceWords::tr(
            "What was shown and asked for until then is in the journal. Tell your administrator.");
    case ToastKind::CrashedRecording:
    case ToastKind::EndedRecording:
        return ToastAdviceWords::tr(
            "No recording was stopped by this. What happened since then, this desktop did not see.");
    case ToastKind::TrayGone: return ToastAdviceWords::tr("Once the tray is back the light is in it again.");
    case ToastKind::KeyNotHad:
        return ToastAdviceWords::tr("Choose another under Settings › Keys, or end the other program.");
    case ToastKind::SettingsNotSaved:
        return ToastAdviceWords::tr(
            "All settings are as they were. Change them again once the disk is well.");
    case ToastKind::UnknownWord:
        return ToastAdviceWords::tr("Tell your administrator: the words are settings (recording/onWord, "
                                    "recording/offWord, recording/pausedWord).");
    case ToastKind::PasswordNeeded:
        return ToastAdviceWords::tr("Choose “Enter the password” in the window's menu.");
    case ToastKind::PasswordNotKept: return ToastAdviceWords::tr("It will be asked for at the next start.");
    case ToastKind::ServerCertificateEnds:
    case ToastKind::OwnCertificateEnds:
        return ToastAdviceWords::tr("Tell your administrator: after that day there will be no connection.");
    }
    Q_UNREACHABLE();
}

} // namespace presentation
