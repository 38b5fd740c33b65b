#pragma once

#include <span>

/// What happens to calls and recordings, in the language of Play.
struct Scenario
{
    const char *sentence;
    const char *steps;
    bool takesBoth = false; ///< agent and supervisor have each a part of their own in it
};

/// How recordings begin, go and end, and how that is told.
std::span<const Scenario> recordingScenarios();
/// What becomes of recordings when calls move.
std::span<const Scenario> callScenarios();
