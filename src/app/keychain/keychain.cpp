#include "app/keychain/keychain.h"

#include "core/logging.h"

#include <QCoreApplication>
#include <QPointer>

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace app {

namespace {

const QString Service = u"Tallylight"_s;

model::PasswordStore::Outcome outcomeOf(const QKeychain::Job &job)
{
    using Outcome = model::PasswordStore::Outcome;
    switch (job.error()) {
    case QKeychain::NoError: return Outcome::Done;
    case QKeychain::EntryNotFound:
    case QKeychain::CouldNotDeleteEntry: return Outcome::NotFound;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied: return Outcome::Denied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError: break; // the last one also without a session bus, or a service on it
    }
    return Outcome::NoKeychain;
}

} // namespace

/// The jobs wait for the service in the event loop, and delete themselves.
void Keychain::start(QKeychain::Job &job, const QString &key, QObject *context,
                     std::function<void(Outcome)> done)
{
    job.setKey(key);
    job.setInsecureFallback(false); // no plain text, whatever happens
    QObject::connect(&job, &QKeychain::Job::finished, context,
                     [done = std::move(done)](const QKeychain::Job *finished) {
                         const Outcome outcome = outcomeOf(*finished);
                         if (outcome == Outcome::NoKeychain || outcome == Outcome::Denied)
                             qCInfo(core::appLog).noquote() << "keychain:" << finished->errorString();
                         done(outcome);
                     });
    job.start();
}

void Keychain::read(const QString &key, QObject *context,
                    std::function<void(Outcome, const QString &password)> done)
{
    auto *job = new QKeychain::ReadPasswordJob(Service);
    start(*job, key, context, [job, done = std::move(done)](Outcome outcome) {
        QString password = outcome == Outcome::Done ? job->textData() : QString();
        done(outcome, password);
        model::wipe(password);
    });
}

void Keychain::write(const QString &key, const QString &password, QObject *context,
                     std::function<void(Outcome)> done)
{
    auto *job = new QKeychain::WritePasswordJob(Service);
    job->setTextData(password);
    start(*job, key, context, std::move(done));
}

void Keychain::remove(const QString &key, QObject *context, std::function<void(Outcome)> done)
{
    start(*new QKeychain::DeletePasswordJob(Service), key, context, std::move(done));
}

} // namespace app
