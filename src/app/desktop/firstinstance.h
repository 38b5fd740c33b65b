#pragma once

#include "automation/client.h"
#include "core/clock.h"
#include "core/result.h"

#include <QFile>

#include <memory>

namespace app {

/// The right to be this instance: a lock on a file, which the system takes back when the process ends,
/// however it ends. What the file holds, and whether it was there, does not matter, so nothing can be left
/// behind that keeps the next one out. The file stays where it is: taking it away would let two hold it.
class InstanceLock
{
public:
    explicit InstanceLock(const QString &instance);
    ~InstanceLock();
    InstanceLock(const InstanceLock &) = delete;
    InstanceLock &operator=(const InstanceLock &) = delete;

    /// Whether this process is the instance now. Io when nobody can say, with one sentence.
    core::Result<bool> take();
    qint64 owner() const; ///< the process that is the instance in our place; 0 when not known

private:
    QFile m_file;
    bool m_isTaken = false;
};

/// What a second start does: asks the first one to show itself. The first one may just be starting, so it is
/// asked for a while; or be ending, so that this one takes its place; or hang, and then this one gives up.
class RaiseFirst : public QObject
{
    Q_OBJECT

public:
    /// `lock` is tried again beside the asking.
    RaiseFirst(const QString &instance, InstanceLock &lock, core::Clock &clock, QObject *parent = nullptr);

    void begin();

Q_SIGNALS:
    /// Done when the first one has shown itself.
    void finished(const core::Result<core::Done> &outcome);
    void becameFirst(); ///< in its place: the other has ended

private:
    void ask();
    void stop();
    void finish(const core::Result<core::Done> &outcome);

    const QString m_instance;
    InstanceLock &m_lock;
    std::unique_ptr<automation::Client> m_client;
    std::unique_ptr<core::Alarm> m_again;
    std::unique_ptr<core::Alarm> m_deadline;
};

} // namespace app
