#include "app/desktop/journalkeeper.h"

#include "core/background.h"
#include "core/logging.h"
#include "model/desk.h"
#include "model/journal/pastcalls.h"
#include "storage/journalreader.h"

namespace app {

namespace {

using storage::JournalTrouble;

model::ToastKind toastKindOf(const core::Error &why)
{
    switch (JournalTrouble(why.reason)) {
    case JournalTrouble::DiskFull: return model::ToastKind::JournalFull;
    case JournalTrouble::Newer: return model::ToastKind::JournalIsNewer;
    case JournalTrouble::Standing: return model::ToastKind::JournalStands;
    case JournalTrouble::Damaged:
    case JournalTrouble::Altered:
    case JournalTrouble::Other: return model::ToastKind::JournalFails;
    }
    Q_UNREACHABLE();
}

/// The calls of the shift that is on, up to `now`, which is `at` on the monotonic clock.
QList<model::CallRecord> shiftOf(const QString &path, core::Instant at, qint64 now, qint64 midnight)
{
    constexpr qint64 LongestShift = 16 * 3600 * 1000LL; // before midnight
    constexpr qsizetype EnoughEntries = 100'000;
    storage::JournalReader reader(path);
    if (!reader.open())
        return {};
    const auto entries = reader.entries({.from = midnight - LongestShift, .to = now}, EnoughEntries);
    if (!entries)
        return {};
    const qint64 begin = model::shiftBegin(*entries, midnight);
    model::PastCalls calls(at, now);
    for (const model::JournalEntry &entry : *entries) {
        if (entry.at >= begin)
            calls.take(entry);
    }
    return calls.records();
}

bool isAboutWriting(const model::Toast &toast)
{
    return toast.kind == model::ToastKind::JournalFull || toast.kind == model::ToastKind::JournalFails ||
           toast.kind == model::ToastKind::JournalStands || toast.kind == model::ToastKind::JournalIsNewer;
}

model::LeftOpen leftBy(const model::PreviousRun &run)
{
    return run.paused == 0              ? model::LeftOpen::Recording
           : run.paused == run.recorded ? model::LeftOpen::Paused
                                        : model::LeftOpen::Both;
}

} // namespace

JournalKeeper::JournalKeeper(model::Desk &desk, const QString &path,
                             const storage::JournalWriter::Limits &limits)
    : m_desk(desk)
    , m_journal(desk)
    , m_path(path)
    , m_writer(path, desk.clock, limits)
{
    connect(&m_journal, &model::Journal::noted, &m_writer, &storage::JournalWriter::add);
    connect(&m_writer, &storage::JournalWriter::troubleChanged, this, &JournalKeeper::showTrouble);
    connect(&m_writer, &storage::JournalWriter::previousRunKnown, this, &JournalKeeper::sayPrevious);
    connect(&m_writer, &storage::JournalWriter::keptAside, this, [this](const QString &path) {
        m_desk.toasts.post({.severity = model::Severity::Warning,
                            .kind = model::ToastKind::JournalIsNew,
                            .serverText = path});
    });
}

JournalKeeper::~JournalKeeper()
{
    m_reading.waitForFinished();
}

void JournalKeeper::begin(const QString &program)
{
    readShift(); // first: this run's calls are in memory
    m_journal.begin(program);
}

/// A journal that cannot be read, or is not there yet, tells of no calls; the writer says what is wrong with
/// it.
void JournalKeeper::readShift()
{
    const qint64 now = m_desk.clock.wallTime().toMSecsSinceEpoch();
    const qint64 midnight = m_desk.clock.wallTime().toLocalTime().date().startOfDay().toMSecsSinceEpoch();
    m_reading = core::inBackground(
        this,
        [path = m_path, at = m_desk.clock.now(), now, midnight] { return shiftOf(path, at, now, midnight); },
        [this](QList<model::CallRecord> records) {
            records.removeIf([this](const model::CallRecord &record) {
                return !m_desk.registry.isOwn(record.dn); // others' that something was asked for on
            });
            m_desk.today.addPast(records);
        });
}

/// In log and journal always; to the person where there is something to look after.
void JournalKeeper::sayPrevious(const model::PreviousRun &run)
{
    m_journal.notePrevious(run);
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(run.at);
    qCInfo(core::appLog).noquote() << "the program before ended" << wordFor(run.end) << run.how << "at"
                                   << at.toString(Qt::ISODate) << "with" << run.recorded
                                   << "calls being recorded or paused";
    switch (run.end) {
    case model::PreviousRun::End::ByPerson: return; // who was asked, if need was
    case model::PreviousRun::End::BySystem:
        if (run.recorded > 0)
            m_desk.toasts.post({.severity = model::Severity::Warning,
                                .kind = model::ToastKind::EndedRecording,
                                .ends = at,
                                .left = leftBy(run),
                                .serverText = run.how});
        return;
    case model::PreviousRun::End::NoWord:
        m_desk.toasts.post(
            {.severity = model::Severity::Warning,
             .kind = run.recorded > 0 ? model::ToastKind::CrashedRecording : model::ToastKind::Crashed,
             .ends = at,
             .left = leftBy(run)});
        return;
    }
    Q_UNREACHABLE();
}

void JournalKeeper::showTrouble()
{
    m_desk.toasts.dismissIf(&isAboutWriting);
    const auto &trouble = m_writer.trouble();
    if (!trouble)
        return;
    const model::ToastKind kind = toastKindOf(*trouble);
    const bool isNewer = kind == model::ToastKind::JournalIsNewer;
    m_desk.toasts.post({.kind = kind, .serverText = isNewer ? m_path : trouble->text});
}

} // namespace app

#include "moc_journalkeeper.cpp"
