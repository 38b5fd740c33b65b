#include "presentation/words/practicetext.h"

#include "model/actions/callaction.h"
#include "model/statewords.h"
#include "presentation/words/actiontext.h"
#include "presentation/words/plaintext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace presentation {

namespace {

class PracticeWords
{
    Q_DECLARE_TR_FUNCTIONS(presentation::PracticeText)
};

struct SentenceRow
{
    QStringView verb;
    QStringView state; ///< empty: any
    const char *sentence = nullptr;
    const char *advice = nullptr;
};

/// %1: the caller, %2: where it happens.
constexpr SentenceRow SentenceRows[] = {
    {u"call",
     {},
     QT_TRANSLATE_NOOP("presentation::PracticeText", "A call from %1 rings at %2."),
     QT_TRANSLATE_NOOP("presentation::PracticeText",
                       "Answer it yourself, or wait until it is answered for you.")},
    {u"answer",
     {},
     QT_TRANSLATE_NOOP("presentation::PracticeText", "The call from %1 is answered."),
     QT_TRANSLATE_NOOP("presentation::PracticeText",
                       "Look at the light: it shows what the server has reported, and changes a moment later "
                       "where the call is recorded.")},
    {u"release",
     {},
     QT_TRANSLATE_NOOP("presentation::PracticeText", "The call with %1 ends."),
     QT_TRANSLATE_NOOP("presentation::PracticeText", "Its light goes with it.")},
    {u"hold",
     {},
     QT_TRANSLATE_NOOP("presentation::PracticeText", "The call with %1 is put on hold."),
     QT_TRANSLATE_NOOP("presentation::PracticeText",
                       "The light stays: a call on hold may well be recorded.")},
    {u"retrieve",
     {},
     QT_TRANSLATE_NOOP("presentation::PracticeText", "The call with %1 goes on after being on hold."),
     QT_TRANSLATE_NOOP("presentation::PracticeText", "It is the call that the keys mean again.")},
    {u"route",
     {},
     QT_TRANSLATE_NOOP("presentation::PracticeText", "The call from %1 is routed to %2."),
     QT_TRANSLATE_NOOP("presentation::PracticeText", "It leaves those that wait and rings at an agent's.")},
    {u"recorder", u"on",
     QT_TRANSLATE_NOOP("presentation::PracticeText", "Somebody else has the call with %1 recorded."),
     QT_TRANSLATE_NOOP("presentation::PracticeText",
                       "The light says “Recording” though nobody has pressed here: it follows the server.")},
    {u"recorder", u"paused",
     QT_TRANSLATE_NOOP("presentation::PracticeText",
                       "Somebody else pauses the recording of the call with %1."),
     QT_TRANSLATE_NOOP("presentation::PracticeText",
                       "The light says “Paused”, and the strip below it gets lower from here on.")},
    {u"recorder", u"off",
     QT_TRANSLATE_NOOP("presentation::PracticeText",
                       "The recording of the call with %1 is stopped by somebody else."),
     QT_TRANSLATE_NOOP("presentation::PracticeText", "The light says “Not recording”.")},
    {u"user-data",
     {},
     QT_TRANSLATE_NOOP("presentation::PracticeText", "New data come to the call with %1."),
     QT_TRANSLATE_NOOP("presentation::PracticeText",
                       "The customer is going to pay by card: this would be the time to pause.")},
    {u"agent", u"ready",
     QT_TRANSLATE_NOOP("presentation::PracticeText", "The agent at %2 gets ready for calls."),
     QT_TRANSLATE_NOOP("presentation::PracticeText", "Your own state stands at the top of the window.")},
    {u"agent", u"not-ready",
     QT_TRANSLATE_NOOP("presentation::PracticeText", "The agent at %2 takes a break."), nullptr},
    {u"agent", u"logged-out", QT_TRANSLATE_NOOP("presentation::PracticeText", "The agent at %2 logs out."),
     nullptr},
    {u"configure", u"true",
     QT_TRANSLATE_NOOP("presentation::PracticeText",
                       "From the next call on calls at %2 are recorded by themselves."),
     nullptr},
    {u"configure", u"false",
     QT_TRANSLATE_NOOP("presentation::PracticeText",
                       "From the next call on calls at %2 are recorded only when somebody asks for it."),
     nullptr},
    {u"refuse",
     {},
     QT_TRANSLATE_NOOP("presentation::PracticeText", "A refusal is prepared, or taken back."),
     nullptr},
    {u"drop-clients",
     {},
     QT_TRANSLATE_NOOP("presentation::PracticeText", "The network drops the connection to the server."),
     QT_TRANSLATE_NOOP(
         "presentation::PracticeText",
         "Every light is “Not certain” until the server has said how the calls are. The calls go "
         "on.")},
};

struct PressAdviceRow
{
    QStringView button;
    const char *advice = nullptr;
};
constexpr PressAdviceRow PressAdvices[] = {
    {u"start",
     QT_TRANSLATE_NOOP("presentation::PracticeText",
                       "The light changes when the server has reported it, not when it is pressed.")},
    {u"pause",
     QT_TRANSLATE_NOOP("presentation::PracticeText",
                       "The server refuses it: a message says why, with a number. The light stays as it "
                       "is.")},
};

const SentenceRow *rowOf(const PracticeStep &step)
{
    for (const SentenceRow &row : SentenceRows) {
        if (row.verb == step.verb && (row.state.isEmpty() || row.state == step.state))
            return &row;
    }
    return nullptr;
}

QString buttonText(const QString &button)
{
    const auto action = model::callActionFor(button);
    return action ? actionName(*action) : plainText(button, 20);
}

} // namespace

QString practiceSentence(const PracticeStep &step)
{
    const QString party = plainText(step.party, 40);
    const QString dn = plainText(step.dn, 40);
    if (step.verb == u"press")
        return PracticeWords::tr("“%1” is pressed for you, on the call with %2.", "a button, a number")
            .arg(buttonText(step.button), party);
    const SentenceRow *const row = rowOf(step);
    if (!row)
        return PracticeWords::tr("Something happens at the server.");
    const QString sentence = PracticeWords::tr(row->sentence);
    if (!sentence.contains(u"%1"_s))
        return QString(sentence).replace(u"%2"_s, dn);
    return sentence.contains(u"%2"_s) ? sentence.arg(party, dn) : sentence.arg(party);
}

QString practiceAdvice(const PracticeStep &step)
{
    if (step.verb == u"press") {
        for (const PressAdviceRow &row : PressAdvices) {
            if (row.button == step.button)
                return PracticeWords::tr(row.advice);
        }
        return {};
    }
    const SentenceRow *const row = rowOf(step);
    return row && row->advice ? PracticeWords::tr(row->advice) : QString();
}

bool isPreparation(const PracticeStep &step)
{
    return step.verb == u"configure" || step.verb == u"refuse" || step.verb == u"mute-acks";
}

QString pressAhead(const QString &button, int seconds)
{
    return PracticeWords::tr(
               "In %n second(s) “%1” is pressed for you. Press it yourself before, or forbid it.", "a button",
               seconds)
        .arg(buttonText(button));
}

QString pressForbidden(const QString &button)
{
    return PracticeWords::tr("“%1” is not going to be pressed for you.", "a button").arg(buttonText(button));
}

QString practiceChoiceLabel(PracticeChoice choice)
{
    switch (choice) {
    case PracticeChoice::Call: return PracticeWords::tr("&A call comes in");
    case PracticeChoice::HangUp: return PracticeWords::tr("The customer &hangs up");
    case PracticeChoice::OtherPauses: return PracticeWords::tr("Somebody &pauses");
    case PracticeChoice::OtherResumes: return PracticeWords::tr("Somebody &resumes");
    case PracticeChoice::RecorderStops: return PracticeWords::tr("The recorder &stops");
    case PracticeChoice::Refuse: return PracticeWords::tr("Refuse the &next");
    case PracticeChoice::Silence: return PracticeWords::tr("N&o answer next");
    case PracticeChoice::LoseLink: return PracticeWords::tr("The &link is lost");
    case PracticeChoice::RestoreLink: return PracticeWords::tr("The link comes &back");
    case PracticeChoice::SwitchOver: return PracticeWords::tr("&Change to the backup");
    case PracticeChoice::Storm: return PracticeWords::tr("Si&x calls at once");
    }
    Q_UNREACHABLE();
}

QString practiceChosen(PracticeChoice choice)
{
    switch (choice) {
    case PracticeChoice::Call: return PracticeWords::tr("A call rings. Answer it, and watch its light.");
    case PracticeChoice::HangUp: return PracticeWords::tr("The customer has hung up.");
    case PracticeChoice::OtherPauses:
        return PracticeWords::tr("Somebody else has paused the recording. The light shows it.");
    case PracticeChoice::OtherResumes:
        return PracticeWords::tr("Somebody else has resumed the recording. The light shows it.");
    case PracticeChoice::RecorderStops:
        return PracticeWords::tr("The recorder has stopped by itself. The light says “Not recording”.");
    case PracticeChoice::Refuse:
        return PracticeWords::tr("Press Record, Pause, Resume or Stop now: the server refuses it, once.");
    case PracticeChoice::Silence:
        return PracticeWords::tr("Press Record, Pause, Resume or Stop now: the server says nothing, and "
                                 "after some seconds a message does.");
    case PracticeChoice::LoseLink:
        return PracticeWords::tr("Nothing is certain now. The calls go on, and nobody hears of it here.");
    case PracticeChoice::RestoreLink:
        return PracticeWords::tr(
            "The link is back. The lights are certain once the server has said how all is.");
    case PracticeChoice::SwitchOver:
        return PracticeWords::tr(
            "The backup serves now. The lights are certain again once it has said how all is.");
    case PracticeChoice::Storm:
        return PracticeWords::tr(
            "Six calls ring. The call that talks keeps its place, and so does the focus.");
    }
    Q_UNREACHABLE();
}

QString practiceObstacle(PracticeChoice choice)
{
    switch (choice) {
    case PracticeChoice::HangUp: return PracticeWords::tr("There is no call with a customer.");
    case PracticeChoice::OtherPauses: return PracticeWords::tr("No call is being recorded.");
    case PracticeChoice::OtherResumes: return PracticeWords::tr("No recording is paused.");
    case PracticeChoice::RecorderStops: return PracticeWords::tr("No call is being recorded or paused.");
    case PracticeChoice::LoseLink: return PracticeWords::tr("The link is lost already.");
    case PracticeChoice::RestoreLink: return PracticeWords::tr("The link is not lost.");
    case PracticeChoice::SwitchOver: return PracticeWords::tr("The other server is not ready yet.");
    case PracticeChoice::Call:
    case PracticeChoice::Refuse:
    case PracticeChoice::Silence:
    case PracticeChoice::Storm: return PracticeWords::tr("This is not possible now.");
    }
    Q_UNREACHABLE();
}

} // namespace presentation
