#include "presentation/presence/titletext.h"

#include "model/desk.h"
#include "presentation/look/recordinglook.h"
#include "presentation/words/calltext.h"
#include "presentation/words/plaintext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace presentation {

namespace {

class TitleWords
{
    Q_DECLARE_TR_FUNCTIONS(presentation::TitleText)
};

/// The word of its badge; while it rings here there is nothing to record yet.
QString titleWord(const model::Desk &desk, const model::Call &call)
{
    const bool rings = desk.views.isOwn(call) && desk.views.view(call).phase == model::CallPhase::Ringing;
    const bool isCertain = desk.calls.isCertain(call);
    return rings && isCertain ? TitleWords::tr("Ringing") : recordingLight(call.recording, isCertain).word;
}

} // namespace

QString windowTitle(const model::Desk &desk, bool isPractice)
{
    QStringList parts;
    if (isPractice)
        parts += TitleWords::tr("Practice");
    const model::Call *const call = desk.calls.find(desk.inHand.first());
    if (call) {
        parts += titleWord(desk, *call);
        parts += partiesText(desk.views.view(*call), call->type);
    } else {
        parts += u"Tallylight"_s; // notr
    }
    parts += plainText(desk.registry.ownDn().toString(), 40);
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

} // namespace presentation
