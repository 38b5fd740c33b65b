#include "storage/journalwriter.h"

#include "core/logging.h"
#include "storage/journalfile.h"

using namespace Qt::StringLiterals;

namespace storage {

namespace {

/// What goes into one transaction; more of them waited for the disk.
constexpr qsizetype Batch = 1000;

bool isDamage(const core::Result<core::Done> &outcome)
{
    return !outcome && outcome.error().reason == int(JournalTrouble::Damaged);
}

} // namespace

JournalWriter::JournalWriter(JournalFile &file, core::Clock &clock, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_file(file)
    , m_clock(clock)
    , m_limits(limits)
    , m_alarm(clock.alarm([this] { write(); }))
{
}

JournalWriter::~JournalWriter()
{
    if (!m_waiting.isEmpty() && !m_trouble)
        (void)writeWaiting();
}

void JournalWriter::add(const model::JournalEntry &entry)
{
    if (isForGood())
        return;
    if (m_waiting.size() >= m_limits.capacity) {
        ++m_dropped;
        return;
    }
    noteGap();
    m_waiting.append(entry);
    if (!m_alarm->isActive() && !m_trouble)
        m_alarm->start(std::max(core::Duration(0), m_restUntil - m_clock.now()));
}

void JournalWriter::write()
{
    const core::Instant before = m_clock.now();
    const auto outcome = m_file.isOpen() ? writeNext() : open();
    const core::Instant after = m_clock.now();
    m_restUntil = after + std::min((after - before) * m_limits.restFactor, m_limits.longestRest);
    take(outcome);
    if (outcome && !m_waiting.isEmpty())
        m_alarm->start(std::max(core::Duration(0), m_restUntil - m_clock.now()));
}

core::Result<core::Done> JournalWriter::writeWaiting()
{
    if (!m_file.isOpen()) {
        if (const auto opened = open(); !opened)
            return opened;
    }
    while (!m_waiting.isEmpty()) {
        if (const auto written = writeNext(); !written)
            return written;
    }
    return core::Done{};
}

/// One transaction.
core::Result<core::Done> JournalWriter::writeNext()
{
    const QList<model::JournalEntry> batch = m_waiting.first(std::min(Batch, m_waiting.size()));
    const auto written = m_file.append(batch);
    if (isDamage(written))
        return replace(written.error()); // what waits goes into the new one
    if (written) {
        m_waiting.remove(0, batch.size());
        noteGap();
    }
    return written;
}

core::Result<core::Done> JournalWriter::open()
{
    const auto opened = m_file.open();
    return isDamage(opened) ? replace(opened.error()) : opened;
}

core::Result<core::Done> JournalWriter::replace(const core::Error &why)
{
    qCWarning(core::storageLog).noquote() << why.text;
    const QString aside = m_file.keepAside();
    if (aside.isEmpty())
        return core::Error{.kind = core::ErrorKind::Io, .text = why.text + u", and it cannot be renamed"_s};
    m_waiting.prepend(
        {.at = m_clock.wallTime().toMSecsSinceEpoch(), .kind = u"file"_s, .what = u"begun-anew"_s});
    Q_EMIT keptAside(aside);
    return m_file.open();
}

bool JournalWriter::isForGood() const
{
    return m_trouble && m_trouble->reason == int(JournalTrouble::Newer);
}

void JournalWriter::take(const core::Result<core::Done> &outcome)
{
    const auto before = std::exchange(m_trouble, outcome ? std::nullopt : std::optional(outcome.error()));
    if (m_trouble && !isForGood())
        m_alarm->start(m_limits.retry);
    const auto reasonOf = [](const std::optional<core::Error> &why) { return why ? why->reason : -1; };
    if (reasonOf(before) == reasonOf(m_trouble))
        return;
    if (m_trouble)
        qCWarning(core::storageLog).noquote() << m_trouble->text;
    Q_EMIT troubleChanged();
}

/// Says in the journal itself that something is missing here, once there is room to say it.
void JournalWriter::noteGap()
{
    if (m_dropped == 0 || m_waiting.size() >= m_limits.capacity)
        return;
    m_waiting.append({.at = m_clock.wallTime().toMSecsSinceEpoch(),
                      .kind = u"gap"_s,
                      .code = int(std::exchange(m_dropped, 0))});
}

} // namespace storage

#include "moc_journalwriter.cpp"
