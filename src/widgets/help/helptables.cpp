#include "widgets/help/helptables.h"

#include "presentation/presence/commandtext.h"
#include "presentation/words/errorwords.h"
#include "presentation/words/refusaltext.h"
#include "presentation/words/toastadvice.h"
#include "presentation/words/toasttext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using model::Command;
using model::Toast;
using model::ToastKind;

namespace widgets {

namespace {

class HelpWords
{
    Q_DECLARE_TR_FUNCTIONS(widgets::Help)
};

QString tableRow(const QString &first, const QString &second)
{
    return u"<tr><td class='first'>%1</td><td>%2</td></tr>"_s.arg(first, second); // notr: markup
}

QString helpTable(const QString &rows)
{
    return u"<table cellspacing='0' cellpadding='6' width='100%'>%1</table>"_s.arg(rows); // notr: markup
}

QString withAdvice(const QString &sentence, const QString &advice)
{
    const QString lines = u"%1<br><span class='quiet'>%2</span>"_s; // notr: markup
    return lines.arg(sentence.toHtmlEscaped(), advice.toHtmlEscaped());
}

QString keyText(const QString &key)
{
    return key.isEmpty() ? HelpWords::tr("no key")
                         : u"<b>%1</b>"_s.arg(presentation::keyText(key).toHtmlEscaped());
}

Toast forestalledToast(int code, model::CallAction action)
{
    return {.kind = ToastKind::Refused, .callAction = action, .code = code};
}

/// Where somebody else was first there are words of their own.
QString forestalledWords(int code)
{
    QString words;
    for (const auto action : {model::CallAction::StartRecording, model::CallAction::PauseRecording,
                              model::CallAction::ResumeRecording, model::CallAction::StopRecording}) {
        const Toast toast = forestalledToast(code, action);
        if (presentation::isForestalled(toast))
            words += u"<br>"_s + presentation::forestalledReason(toast).toHtmlEscaped();
    }
    return words;
}

} // namespace

QString errorTable()
{
    QString rows;
    const QList<int> numbers = presentation::errorNumbers();
    for (const int number : numbers) {
        const auto words = presentation::errorWords(number);
        rows += tableRow(u"<a name='%1'></a><b>%1</b>"_s.arg(number),
                         withAdvice(words->sentence, words->advice) + forestalledWords(number));
    }
    return helpTable(rows);
}

QString refusalList()
{
    QString lines;
    for (const auto action :
         {model::CallAction::StartRecording, model::CallAction::PauseRecording,
          model::CallAction::ResumeRecording, model::CallAction::StopRecording, model::CallAction::Answer,
          model::CallAction::Hold, model::CallAction::Retrieve, model::CallAction::Release,
          model::CallAction::Consult, model::CallAction::Transfer, model::CallAction::CompleteConference})
        lines += u"<li>%1</li>"_s.arg(presentation::refusalTitle({.callAction = action}).toHtmlEscaped());
    for (const auto action :
         {model::AgentAction::Login, model::AgentAction::Logout, model::AgentAction::Ready,
          model::AgentAction::NotReady, model::AgentAction::AfterCallWork})
        lines += u"<li>%1</li>"_s.arg(presentation::refusalTitle({.agentAction = action}).toHtmlEscaped());
    return u"<ul>%1</ul>"_s.arg(lines);
}

QString unansweredList()
{
    QString rows;
    for (const ToastKind kind :
         {ToastKind::NoAnswer, ToastKind::NotConfirmed, ToastKind::ResultUnknown, ToastKind::NotSent}) {
        const Toast toast{.kind = kind, .callAction = model::CallAction::PauseRecording};
        rows += tableRow(u"<b>%1</b>"_s.arg(presentation::toastTitle(toast).toHtmlEscaped()),
                         withAdvice(presentation::toastReason(toast), presentation::toastAdvice(toast)));
    }
    return helpTable(rows);
}

QString keyTable(const HelpFacts &facts)
{
    QString rows;
    for (const Command command : model::AllCommands)
        rows +=
            tableRow(keyText(facts.inWindow.of(command)), presentation::commandText(command).toHtmlEscaped());
    return helpTable(rows);
}

QString hotkeyTable(const HelpFacts &facts)
{
    if (!facts.hotkeyObstacle.isEmpty())
        return u"<p>%1</p>"_s.arg(facts.hotkeyObstacle.toHtmlEscaped());
    QString rows;
    for (const Command command : model::CommandsEverywhere) {
        const QString trouble = facts.hotkeyTroubles.value(command);
        rows += tableRow(keyText(facts.everywhere.of(command)),
                         presentation::commandText(command).toHtmlEscaped() +
                             (trouble.isEmpty() ? QString() : u"<br>"_s + trouble.toHtmlEscaped()));
    }
    return helpTable(rows);
}

QString placeTable(const HelpFacts &facts)
{
    const std::pair<QString, QString> places[] = {
        {HelpWords::tr("Policy of the administrator"), facts.places.policy},
        {HelpWords::tr("Settings of this person"), facts.places.settings},
        {HelpWords::tr("Log"), facts.places.log},
        {HelpWords::tr("Journal"), facts.places.journal},
        {HelpWords::tr("Socket of the automation"), facts.places.socket},
        {HelpWords::tr("Diagnostic bundles, as offered"), facts.places.bundle},
    };
    QString rows;
    for (const auto &[what, path] : places)
        rows += u"<p><b>%1</b><br><code>%2</code></p>"_s.arg(
            what.toHtmlEscaped(), path.isEmpty() ? HelpWords::tr("none") : path.toHtmlEscaped());
    return rows;
}

QString keyNamed(const QString &command, const HelpFacts &facts)
{
    for (const Command each : model::AllCommands) {
        if (model::nameOf(each) == command)
            return keyText(facts.inWindow.of(each));
    }
    return {};
}

} // namespace widgets
