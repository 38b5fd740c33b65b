#include "app/desktop/firstinstance.h"

#include "automation/socketpath.h"
#include "core/filelock.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace app {

namespace {
constexpr auto AskAgain = std::chrono::milliseconds(200);
constexpr auto Patience = std::chrono::seconds(5);
} // namespace

InstanceLock::InstanceLock(const QString &instance)
    : m_file(automation::lockPath(instance))
{
}

InstanceLock::~InstanceLock()
{
    if (m_isTaken)
        m_file.resize(0); // nobody owns it now
}

core::Result<bool> InstanceLock::take()
{
    if (m_isTaken)
        return true;
    const core::Error trouble{.kind = core::ErrorKind::Io,
                              .text =
                                  u"%1 cannot be locked; is its folder writable?"_s.arg(m_file.fileName())};
    // Unbuffered: who owns it stands in the file before anybody can ask.
    if (!m_file.isOpen() && !m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return trouble;
    switch (core::tryLock(m_file.handle())) {
    case core::LockOutcome::Taken: break;
    case core::LockOutcome::TakenByAnother: return false;
    case core::LockOutcome::Failed: return trouble;
    }
    m_isTaken = true;
    m_file.resize(0);
    m_file.write(QByteArray::number(QCoreApplication::applicationPid()) + '\n'); // for people alone
    return true;
}

qint64 InstanceLock::owner() const
{
    QFile file(m_file.fileName());
    return file.open(QIODevice::ReadOnly) ? file.readLine(32).trimmed().toLongLong() : 0;
}

RaiseFirst::RaiseFirst(const QString &instance, InstanceLock &lock, core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_instance(instance)
    , m_lock(lock)
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
    if (const auto taken = m_lock.take(); taken && *taken) {
        stop();
        Q_EMIT becameFirst();
        return;
    }
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

void RaiseFirst::stop()
{
    m_again->stop();
    m_deadline->stop();
    if (m_client)
        m_client->disconnect(this);
}

void RaiseFirst::finish(const core::Result<core::Done> &outcome)
{
    stop();
    Q_EMIT finished(outcome);
}

} // namespace app

#include "moc_firstinstance.cpp"
