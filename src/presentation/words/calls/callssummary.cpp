#include "presentation/words/calls/callssummary.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using model::RecordingState;

namespace presentation {

namespace {

class CallsSummaryWords
{
    Q_DECLARE_TR_FUNCTIONS(presentation::CallsSummary)
};

} // namespace

QString callsSummary(const model::CallList &calls)
{
    const int count = int(calls.ids().size());
    if (count == 0)
        return CallsSummaryWords::tr("No calls");
    int recording = 0, paused = 0, uncertain = 0, ringing = 0;
    for (const model::CallId id : calls.ids()) {
        const model::Call &call = *calls.find(id);
        const bool certain = calls.isCertain(call);
        uncertain += certain ? 0 : 1;
        ringing += call.phase() == model::CallPhase::Ringing ? 1 : 0;
        recording += certain && call.recording.state == RecordingState::On ? 1 : 0;
        paused += certain && call.recording.state == RecordingState::Paused ? 1 : 0;
    }
    QStringList parts{CallsSummaryWords::tr("%n call(s)", nullptr, count)};
    if (uncertain == count) {
        parts += CallsSummaryWords::tr("nothing certain");
    } else {
        if (recording > 0)
            parts += CallsSummaryWords::tr("%n recording", "calls being recorded", recording);
        if (paused > 0)
            parts += CallsSummaryWords::tr("%n paused", "calls whose recording is paused", paused);
        if (uncertain > 0)
            parts += CallsSummaryWords::tr("%n not certain", "calls", uncertain);
    }
    if (ringing > 0)
        parts += CallsSummaryWords::tr("%n ringing", "calls", ringing);
    return parts.join(u" · "_s);
}

} // namespace presentation
