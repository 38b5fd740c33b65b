#pragma once

#include "model/link/connectiontest.h"
#include "model/settings/preferences.h"

#include <functional>
#include <memory>

namespace widgets {

/// How a connection is tried before it is used, handed in by whoever knows links. Empty: it cannot be tried.
struct ConnectionTrials
{
    std::function<std::unique_ptr<model::ConnectionTest>()> make = {};
    /// What is tried with these preferences, passwords that are known included; InvalidInput where they
    /// cannot be used.
    std::function<core::Result<model::TestPlan>(const model::Preferences &)> planFor = {};

    explicit operator bool() const { return make && planFor; }
};

} // namespace widgets
