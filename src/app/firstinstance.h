#pragma once

#include "automation/client.h"
#include "core/clock.h"
#include "core/result.h"

#include <QLockFile>

#include <memory>

namespace app {

/// The right to be this instance. It is a file that the system's record of running programs proves stale or
/// not: what a crashed instance left behind is taken over.
class InstanceLock
{
public:
    explicit InstanceLock(const QString &instance);

    /// Whether this process is the instance now. Io when nobody can say, with one sentence.
    core::Result<bool> take();
    qint64 owner() const; ///< the process that is the instance in our place; 0 when not known

private:
    QLockFile m_file;
};

/// What a second start does: asks the first one to show itself. The first one may just be starting, so it is
/// asked for a while.
class RaiseFirst : public QObject
{
    Q_OBJECT

public:
    RaiseFirst(const QString &instance, core::Clock &clock, QObject *parent = nullptr);

    void begin();

Q_SIGNALS:
    void finished(const core::Result<core::Done> &outcome);

private:
    void ask();
    void finish(const core::Result<core::Done> &outcome);

    const QString m_instance;
    std::unique_ptr<automation::Client> m_client;
    std::unique_ptr<core::Alarm> m_again;
    std::unique_ptr<core::Alarm> m_deadline;
};

} // namespace app
