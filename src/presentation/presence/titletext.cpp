#include "presentation/presence/titletext.h"

#include "model/desk.h"
#include "presentation/presence/urgentlook.h"
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

} // namespace

QString windowTitle(const model::Desk &desk, bool isPractice)
{
    QStringList parts;
    if (isPractice)
        parts += TitleWords::tr("Practice");
    const model::Call *const call = desk.calls.find(desk.inHand.first());
    if (call) {
        parts += faceOf(desk, *call, recordingLight(call->recording, desk.calls.isCertain(*call))).word;
        parts += partiesText(desk.views.view(*call), call->type);
        if (const auto others = othersLight(desk))
            parts += others->word;
    } else {
        parts += u"Tallylight"_s; // notr
    }
    parts += plainText(desk.registry.ownDn().toString(), 40);
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

} // namespace presentation
