#pragma once

namespace model {

/// What an agent can do with the own state.
enum class AgentAction { Login, Logout, Ready, NotReady, AfterCallWork };

} // namespace model
