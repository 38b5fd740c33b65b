#pragma once

#include "core/clock.h"
#include "presentation/words/practicetext.h"

#include <QObject>

#include <optional>

namespace widgets {

/// What a person is told of the practice now.
struct PracticeScene
{
    struct Ahead
    {
        presentation::PracticeStep step = {};
        std::optional<core::Duration> in = {}; ///< nothing while the script is halted
    };

    std::optional<presentation::PracticeStep> now = {}; ///< what happened last
    std::optional<Ahead> next = {};                     ///< what the script has happen next
    std::optional<Ahead> press = {};                    ///< what it is going to press, said beforehand
    bool isPressForbidden = false;
    double speed = 1;
    bool isHalted = false;
};

/// The practice behind its panel: the script, and what a person lets happen beside it. Whoever has the
/// simulator implements it.
class Practice : public QObject
{
    Q_OBJECT

public:
    using Choice = presentation::PracticeChoice;

    virtual PracticeScene scene() const = 0;
    /// Whether it would do something now.
    virtual bool isPossible(Choice choice) const = 0;
    /// False: it was not possible. `code`: the number of a refusal.
    virtual bool choose(Choice choice, int code = 0) = 0;
    virtual void setSpeed(double speed) = 0;
    virtual void setHalted(bool halted) = 0;
    /// What is said to be pressed is not pressed.
    virtual void forbidPress() = 0;
    /// Whether a person sees what is said: what was not said is not pressed.
    virtual void setSeen(bool seen) = 0;

Q_SIGNALS:
    void changed(); ///< scene() other than by time, or what is possible
};

} // namespace widgets
