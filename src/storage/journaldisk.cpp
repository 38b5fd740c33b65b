#include "storage/journaldisk.h"

#include "core/logging.h"

using namespace Qt::StringLiterals;

namespace storage {

namespace {

constexpr auto PruneEvery = std::chrono::hours(24);

bool isDamage(const core::Error &why)
{
    return why.reason == int(JournalTrouble::Damaged);
}

bool isDamage(const core::Result<core::Done> &outcome)
{
    return !outcome && isDamage(outcome.error());
}

} // namespace

JournalDisk::JournalDisk(const QString &path, int keepDays)
    : m_keepDays(keepDays)
    , m_file(path, m_clock)
{
}

void JournalDisk::write(const QList<model::JournalEntry> &batch)
{
    const JournalOutcome outcome = attempt(batch);
    m_hasWritten = bool(outcome.written);
    Q_EMIT done(outcome);
    if (m_hasWritten && m_clock.now() - m_pruned > PruneEvery)
        prune();
}

void JournalDisk::finish(QList<model::JournalEntry> waits, qsizetype handedOver)
{
    if (m_hasWritten)
        waits.remove(0, handedOver);
    if (waits.isEmpty())
        return;
    if (const auto written = attempt(waits).written; !written)
        qCWarning(core::storageLog).noquote()
            << waits.size() << "entries of the journal are lost:" << written.error().text;
}

JournalOutcome JournalDisk::attempt(const QList<model::JournalEntry> &batch)
{
    JournalOutcome outcome;
    if (!m_file.isOpen()) {
        outcome.written = open(outcome);
        if (!outcome.written)
            return outcome;
    }
    outcome.written = m_file.append(batch);
    if (!isDamage(outcome.written))
        return outcome;
    outcome.written = replace(outcome.written.error(), outcome);
    if (outcome.written)
        outcome.written = m_file.append(batch);
    return outcome;
}

core::Result<core::Done> JournalDisk::open(JournalOutcome &outcome)
{
    const auto opened = m_file.open();
    if (isDamage(opened))
        return replace(opened.error(), outcome);
    if (!opened || std::exchange(m_hasLooked, true))
        return opened;
    const auto previous = m_file.previousRun();
    if (!previous)
        return isDamage(previous.error()) ? replace(previous.error(), outcome) : previous.error();
    outcome.previous = *previous;
    prune();
    return opened;
}

/// What cannot be taken out now stays for a day.
void JournalDisk::prune()
{
    m_pruned = m_clock.now();
    const auto pruned = m_file.prune(m_keepDays);
    if (!pruned)
        qCWarning(core::storageLog).noquote() << "the journal is not pruned:" << pruned.error().text;
    else if (*pruned > 0)
        qCInfo(core::storageLog) << *pruned << "entries of the journal were older than" << m_keepDays
                                 << "days";
}

/// Another file, which begins by saying so.
core::Result<core::Done> JournalDisk::replace(const core::Error &why, JournalOutcome &outcome)
{
    qCWarning(core::storageLog).noquote() << why.text;
    m_hasLooked = true; // nobody can say
    outcome.keptAside = m_file.keepAside();
    if (outcome.keptAside.isEmpty())
        return core::Error{.kind = core::ErrorKind::Io, .text = why.text + u", and it cannot be renamed"_s};
    if (const auto opened = m_file.open(); !opened)
        return opened;
    return m_file.append(
        {{.at = m_clock.wallTime().toMSecsSinceEpoch(), .kind = u"file"_s, .what = u"begun-anew"_s}});
}

} // namespace storage

#include "moc_journaldisk.cpp"
