#pragma once

#include <QList>
#include <QString>

namespace model {

/// Why an agent is not ready, or logs out.
struct AgentReason
{
    QString code = {};  ///< what is sent and what the server repeats
    QString words = {}; ///< how it reads; empty: as the program has it for codes of its own, else the code

    bool operator==(const AgentReason &) const = default;
};

/// The reasons that an administrator, or a person, has set.
struct AgentReasons
{
    QList<AgentReason> notReady = {}; ///< empty: the built-in ones
    QList<AgentReason> logout = {};   ///< empty: a log-out has no reason to choose
    bool areFree = true;              ///< others may be given, too

    /// Of the list that is in force for not being ready.
    QList<AgentReason> notReadyInForce() const;

    bool operator==(const AgentReasons &) const = default;
};

/// Codes of the program's own, of which presentation has the words.
QList<AgentReason> builtInNotReadyReasons();
bool contains(const QList<AgentReason> &reasons, const QString &code);

} // namespace model
