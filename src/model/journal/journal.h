#pragma once

#include "model/journal/journalentry.h"
#include "model/journal/previousrun.h"
#include "model/link/serverconnection.h"

#include <QHash>
#include <QObject>

#include <map>

namespace model {

class Desk;
enum class AgentAction;

/// Tells what a person has asked for, what became of it, and every state that this desktop has shown with
/// whether it was certain. Of calls it tells the own ones, and others' once something was asked for on them
/// here: a supervisor's ten thousand have their journals at their own desks.
class Journal : public QObject
{
    Q_OBJECT

public:
    explicit Journal(Desk &desk, QObject *parent = nullptr);

    /// `program` with its version runs from here on.
    void begin(const QString &program);
    /// It ends in order from here on; `how`: what the system has asked it by.
    void end(PreviousRun::End end, const QString &how);
    /// It did not end after all: a log-out was stopped.
    void goOn();
    /// How it had ended the time before.
    void notePrevious(const PreviousRun &run);

Q_SIGNALS:
    void noted(const model::JournalEntry &entry);

private:
    /// What was told last of a call, so that nothing is told twice.
    struct Told
    {
        QString phase = {};
        QString recording = {};
        bool certain = false;
    };

    void note(JournalEntry entry);
    void noteConnection();
    void noteDoubt();
    void noteAgent();
    void noteAsked(CallId id, CallAction action, Asker asker);
    void noteEnd(CallId id, const Dn &dn, const QString &what, const core::Result<core::Done> &outcome);
    void follow(CallId id);
    void noteCall(CallId id);
    void forget(CallId id);
    Dn actingDn(CallId id) const;
    Dn askedAt(CallId id, CallAction action) const;

    Desk &m_desk;
    QHash<CallId, Told> m_told; ///< the calls that are followed
    // At which DN each request that is under way was made: its answer belongs there, whoever is where by
    // then.
    std::map<std::pair<CallId, CallAction>, Dn> m_askedAt;
    Dn m_agentAskedAt;
    JournalEntry m_connection; ///< as it was told last
    QString m_agentState;      ///< as it was told last
    bool m_isDoubted = true;   ///< of all calls at once, as before the first connection
};

} // namespace model
