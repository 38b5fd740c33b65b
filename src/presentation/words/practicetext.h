#pragma once

#include <QString>

#include <array>

/// What the practice says: of each step of its script, and of what a person can let happen.
namespace presentation {

/// A step of the script, as a person meets it.
struct PracticeStep
{
    QString verb = {};   ///< the simulator's word: "call", "recorder"
    QString party = {};  ///< the number of the caller
    QString dn = {};     ///< where it happens
    QString state = {};  ///< what something becomes: "paused", "ready"; "true" or "false" of what is recorded
    QString button = {}; ///< that is pressed: "pause"
};
/// What happens, in a sentence; never empty.
QString practiceSentence(const PracticeStep &step);
/// What to look at and what can be done, in a sentence or two; may be empty.
QString practiceAdvice(const PracticeStep &step);
/// It only prepares what comes later, and nothing is to be seen of it.
bool isPreparation(const PracticeStep &step);
/// "The script presses “Pause” in 6 s. …"
QString pressAhead(const QString &button, int seconds);
QString pressForbidden(const QString &button);

/// What a person can let happen.
enum class PracticeChoice : quint8 {
    Call,
    HangUp,
    OtherPauses,
    OtherResumes,
    RecorderStops,
    Refuse,
    Silence,
    LoseLink,
    RestoreLink,
    SwitchOver,
    Storm,
};
inline constexpr std::array AllPracticeChoices{
    PracticeChoice::Call,         PracticeChoice::HangUp,        PracticeChoice::OtherPauses,
    PracticeChoice::OtherResumes, PracticeChoice::RecorderStops, PracticeChoice::Refuse,
    PracticeChoice::Silence,      PracticeChoice::LoseLink,      PracticeChoice::RestoreLink,
    PracticeChoice::SwitchOver,   PracticeChoice::Storm};

/// As a button, with its mnemonic.
QString practiceChoiceLabel(PracticeChoice choice);
/// What to look at once it has happened.
QString practiceChosen(PracticeChoice choice);
/// Why it cannot happen now.
QString practiceObstacle(PracticeChoice choice);

} // namespace presentation
