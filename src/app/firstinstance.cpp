#include "app/firstinstance.h"

#include "automation/socketpath.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {
constexpr auto AskAgain = std::chrono::milliseconds(200);
constexpr auto Patience = std::chrono::seconds(5);
} // namespace

InstanceLock::InstanceLock(const QString &instance)
    : m_file(automation::lockPath(instance))
{
    m_file.setStaleLockTime(0); // only a process that is gone makes it stale, not its age
}

core::Result<bool> InstanceLock::take()
{
    if (m_file.tryLock())
        return true;
    if (m_file.error() == QLockFile::LockFailedError)
        return false;
    return core::Error{.kind = core::ErrorKind::Io,
                       .text = u"%1 cannot be locked; is its folder writable?"_s.arg(m_file.fileName())};
}

qint64 InstanceLock::owner() const
{
    qint64 process = 0;
    QString host;
    QString program;
    return m_file.getLockInfo(&process, &host, &program) ? process : 0;
}

RaiseFirst::RaiseFirst(const QString &instance, core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_instance(instance)
    , m_again(clock.alarm([this] { ask(); }))
    , m_deadline(clock.alarm([this] {
        finish(core::Error{.kind = core::ErrorKind::TimedOut, .text = u"it does not answer"_s});
    }))
{
}

void RaiseFirst::begin()
{
    m_deadline->start(Patience);
    ask();
}

void RaiseFirst::ask()
{
    m_client = std::make_unique<automation::Client>();
    connect(m_client.get(), &automation::Client::ended, this, [this] { m_again->start(AskAgain); });
    connect(m_client.get(), &automation::Client::answered, this, [this](const automation::RpcAnswer &answer) {
        if (answer.error)
            finish(core::Error{.kind = core::ErrorKind::Refused, .text = answer.error->message});
        else
            finish(core::Done{});
    });
    m_client->ask(automation::socketPath(m_instance), u"show"_s);
}

void RaiseFirst::finish(const core::Result<core::Done> &outcome)
{
    m_again->stop();
    m_deadline->stop();
    m_client->disconnect(this);
    Q_EMIT finished(outcome);
}

} // namespace app

#include "moc_firstinstance.cpp"
