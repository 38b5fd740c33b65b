#include "storage/journalwriter.h"

#include "core/logging.h"
#include "storage/journaldisk.h"

using namespace Qt::StringLiterals;

namespace storage {

namespace {

/// What goes into one transaction; more of them waited for the disk.
constexpr qsizetype Batch = 1000;

} // namespace

JournalWriter::JournalWriter(const QString &path, core::Clock &clock, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_path(path)
    , m_clock(clock)
    , m_limits(limits)
    , m_next(clock.alarm([this] { handOver(); }))
    , m_standing(clock.alarm([this] { sayStanding(); }))
    , m_thread(std::make_unique<QThread>())
    , m_disk(new JournalDisk(path, limits.keepDays))
{
    m_thread->setObjectName(u"journal"_s);
    m_disk->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_disk, &QObject::deleteLater);
    connect(m_disk, &JournalDisk::done, this, &JournalWriter::take);
    m_thread->start();
}

JournalWriter::~JournalWriter()
{
    const bool isLeft = !m_waiting.isEmpty() && !isForGood();
    QMetaObject::invokeMethod(m_disk, [disk = m_disk, waits = isLeft ? m_waiting : decltype(m_waiting)(),
                                       handedOver = m_handedOver] {
        disk->finish(waits, handedOver);
        QThread::currentThread()->quit();
    });
    if (m_thread->wait(m_limits.lastWord))
        return;
    qCWarning(core::storageLog).noquote()
        << m_path + u": the disk does not answer, so the journal ends without its last entries"_s;
    (void)m_thread.release(); // it ends with the process
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
    if (m_handedOver == 0 && !m_next->isActive())
        m_next->start(core::Duration(0));
}

void JournalWriter::handOver()
{
    if (m_waiting.isEmpty())
        return;
    m_handedOver = std::min(Batch, m_waiting.size());
    QMetaObject::invokeMethod(m_disk,
                              [disk = m_disk, batch = m_waiting.first(m_handedOver)] { disk->write(batch); });
    m_standing->start(m_limits.standing);
}

void JournalWriter::take(const JournalOutcome &outcome)
{
    m_standing->stop();
    const qsizetype count = std::exchange(m_handedOver, 0);
    if (outcome.previous)
        Q_EMIT previousRunKnown(*outcome.previous);
    if (!outcome.keptAside.isEmpty())
        Q_EMIT keptAside(outcome.keptAside);
    if (!outcome.written) {
        setTrouble(outcome.written.error());
        if (!isForGood())
            m_next->start(m_limits.retry);
        return;
    }
    m_waiting.remove(0, count);
    noteGap();
    if (!m_waiting.isEmpty())
        m_next->start(core::Duration(0));
    setTrouble({});
    Q_EMIT written(count);
}

void JournalWriter::sayStanding()
{
    if (m_trouble)
        return; // it has been said that nothing is written
    setTrouble(core::Error{
        .kind = core::ErrorKind::Io,
        .text = u"%1: the disk has not answered for %2 s"_s.arg(m_path).arg(m_limits.standing.count() / 1000),
        .reason = int(JournalTrouble::Standing)});
}

void JournalWriter::setTrouble(const std::optional<core::Error> &trouble)
{
    const auto before = std::exchange(m_trouble, trouble);
    const auto reasonOf = [](const std::optional<core::Error> &why) { return why ? why->reason : -1; };
    if (reasonOf(before) == reasonOf(m_trouble))
        return;
    if (m_trouble)
        qCWarning(core::storageLog).noquote() << m_trouble->text;
    Q_EMIT troubleChanged();
}

bool JournalWriter::isForGood() const
{
    return m_trouble && m_trouble->reason == int(JournalTrouble::Newer);
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
