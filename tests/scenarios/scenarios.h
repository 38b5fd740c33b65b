#pragma once

#include <span>

/// What happens to calls and recordings, in the language of Play.
struct Scenario
{
    const char *sentence;
    const char *steps;
    bool takesBoth = false; ///< agent and supervisor have each a part of their own in it
};

/// How recordings begin: by configuration, by the route, by a request.
std::span<const Scenario> startScenarios();
/// How they are paused, resumed and stopped, and how their state is told.
std::span<const Scenario> controlScenarios();
/// What becomes of recordings when calls move.
std::span<const Scenario> callScenarios();
