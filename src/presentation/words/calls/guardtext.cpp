#include "presentation/words/calls/guardtext.h"

#include "presentation/words/duration.h"

#include <QCoreApplication>

using model::PauseStep;

namespace presentation {

namespace {

class GuardTextWords
{
    Q_DECLARE_TR_FUNCTIONS(presentation::GuardText)
};

} // namespace

QString pauseReminderText(PauseStep step, core::Duration limit)
{
    const QString shown = clockText(limit);
    switch (step) {
    case PauseStep::Half: return GuardTextWords::tr("Paused for half of the limit of %1.").arg(shown);
    case PauseStep::ThreeQuarters:
        return GuardTextWords::tr("Paused for three quarters of the limit of %1.").arg(shown);
    case PauseStep::Limit:
        return GuardTextWords::tr("Paused for %1: the limit is reached. Resume the recording.").arg(shown);
    }
    Q_UNREACHABLE();
}

QString aboutToResumeText(core::Instant at, core::Instant now)
{
    return GuardTextWords::tr(
               "Your administrator has the recording go on by itself: SIP Server is asked in %1 s.")
        .arg(secondsUntil(at, now));
}

QString resumesBriefly(core::Instant at, core::Instant now)
{
    return GuardTextWords::tr("Resumes by itself in %1 s").arg(secondsUntil(at, now));
}

QString keepPausedLabel()
{
    return GuardTextWords::tr("&Keep paused");
}

} // namespace presentation
