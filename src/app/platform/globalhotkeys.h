#pragma once

#include "model/settings/keys/command.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace app {

/// Keys that work in every program, as far as this system gives any. Who asks for one hears whether it was
/// got: another program may have it.
class GlobalHotkeys : public QObject
{
    Q_OBJECT

public:
    /// Those of the session that the program runs in.
    static std::unique_ptr<GlobalHotkeys> ofThisSession();

    /// Why there can be none at all, in a sentence; empty: there can.
    const QString &obstacle() const { return m_obstacle; }
    /// Why a command does not have the key that it was given, in a sentence; empty: it has it, or was given
    /// none.
    QString trouble(model::Command command) const { return m_troubles.value(command); }
    /// These from now on, and no others. What comes of it: changed().
    virtual void set(const model::KeyTable &keys) = 0;
    /// Asks anew for those that were not had: whoever had them may have gone, and nobody tells of it.
    virtual void tryAgain() {}
    /// While keys are chosen each is meant as itself: none does anything until this is said to be over.
    void setLetGo(bool isLetGo);

Q_SIGNALS:
    /// Once for each press, however long the key is held.
    void pressed(model::Command command);
    void changed(); ///< obstacle() or trouble()

protected:
    using QObject::QObject;

    void setObstacle(const QString &sentence);
    bool isLetGo() const { return m_isLetGo; }
    virtual void followLetGo() {}
    void press(model::Command command);
    void setTroubles(const QHash<model::Command, QString> &troubles);

private:
    QString m_obstacle;
    QHash<model::Command, QString> m_troubles;
    bool m_isLetGo = false;
};

/// What stands in the place of hotkeys where there can be none.
class NoHotkeys : public GlobalHotkeys
{
    Q_OBJECT

public:
    explicit NoHotkeys(const QString &why) { setObstacle(why); }

    void set(const model::KeyTable &) override {}
};

} // namespace app
