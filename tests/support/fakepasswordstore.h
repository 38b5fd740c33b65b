#pragma once

#include "model/link/passwordstore.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <deque>

namespace support {

/// A keychain whose answers come when the test says so.
class FakePasswordStore final : public model::PasswordStore
{
public:
    void read(const QString &key, QObject *context,
              std::function<void(Outcome, const QString &password)> done) override
    {
        ++reads;
        defer(context, [this, key, done = std::move(done)] {
            const Outcome outcome = outcomeFor(key);
            done(outcome, outcome == Outcome::Done ? entries.value(key) : QString());
        });
    }
    void write(const QString &key, const QString &password, QObject *context,
               std::function<void(Outcome)> done) override
    {
        defer(context, [this, key, password, done = std::move(done)] {
            if (trouble == Outcome::Done)
                entries.insert(key, password);
            done(trouble);
        });
    }
    void remove(const QString &key, QObject *context, std::function<void(Outcome)> done) override
    {
        defer(context, [this, key, done = std::move(done)] {
            const Outcome outcome = outcomeFor(key);
            entries.remove(key);
            done(outcome);
        });
    }

    /// Answers everything that has been asked so far.
    void answer()
    {
        auto jobs = std::exchange(m_jobs, {});
        for (const Job &job : jobs) {
            if (job.context)
                job.run();
        }
    }

    QHash<QString, QString> entries;
    Outcome trouble = Outcome::Done; ///< of every answer
    int reads = 0;

private:
    struct Job
    {
        QPointer<QObject> context;
        std::function<void()> run;
    };

    Outcome outcomeFor(const QString &key) const
    {
        if (trouble != Outcome::Done)
            return trouble;
        return entries.contains(key) ? Outcome::Done : Outcome::NotFound;
    }
    void defer(QObject *context, std::function<void()> run) { m_jobs.push_back({context, std::move(run)}); }

    std::deque<Job> m_jobs;
};

} // namespace support
