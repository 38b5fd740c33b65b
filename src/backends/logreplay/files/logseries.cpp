#include "backends/logreplay/files/logseries.h"

#include "backends/logreplay/logreader.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace logreplay {

namespace {

constexpr qsizetype ScoutPiece = 64 * 1024;
constexpr qint64 ScoutedForTime = 1024 * 1024;       ///< bytes of each file, at most, up to its first time
constexpr qint64 ScoutedForFilter = 4 * 1024 * 1024; ///< of the first one, up to a list that shows a filter

/// sip.20150619_100000_000.log: what a server appends to its log's name when it begins another file.
const QRegularExpression &rolledOver()
{
    static const QRegularExpression pattern(u"^(.*)\\.(\\d{8})_(\\d{6})(?:_\\d{3})?(\\..*)?$"_s);
    return pattern;
}

/// The files of the same log beside this one.
QStringList restOfSeries(const QString &path)
{
    const QFileInfo info(path);
    const auto match = rolledOver().match(info.fileName());
    if (!match.hasMatch())
        return {path};
    QStringList found;
    const QFileInfoList files = info.dir().entryInfoList(QDir::Files | QDir::Readable, QDir::Name);
    for (const QFileInfo &file : files) {
        const auto other = rolledOver().match(file.fileName());
        if (other.hasMatch() && other.captured(1) == match.captured(1))
            found.append(file.filePath());
    }
    return found;
}

/// The first day that a file can be of when nothing in it says so.
QDate dayOf(const QString &path)
{
    const auto match = rolledOver().match(QFileInfo(path).fileName());
    const QDate named = match.hasMatch() ? QDate::fromString(match.captured(2), u"yyyyMMdd"_s) : QDate();
    return named.isValid() ? named : QFileInfo(path).lastModified().date();
}

/// Reads the beginning of a file.
class Scout
{
public:
    Scout(LogText &text, const QByteArray &recordingKey)
        : m_text(text)
        , m_reader(recordingKey)
        , m_piece(ScoutPiece, Qt::Uninitialized)
    {
    }

    /// Sets when the file begins and which day its stamps without a date are of.
    void findTime(LogSeries::Part &part)
    {
        LogTime time;
        time.setFirstDay(part.day);
        LogMessage message;
        while (m_read <= ScoutedForTime && next(message)) {
            const auto moment = momentOf(message);
            if (message.trust == Trust::Lost || time.take(moment) == Course::NotKnown)
                continue;
            part.begins = moment.said.value_or(time.latest() + time.toWall());
            part.isTimed = true;
            return;
        }
        part.hasMessages = !m_isOver || m_reader.statistics().messages > 0;
        part.begins =
            std::chrono::milliseconds(QFileInfo(part.place.path).lastModified().toMSecsSinceEpoch());
    }

    LogFilter findFilter()
    {
        LogMessage message;
        while (m_read <= ScoutedForFilter && !m_reader.filter().isEvident() && next(message))
            ;
        return m_reader.filter();
    }

private:
    bool next(LogMessage &message)
    {
        while (!m_reader.next(message)) {
            if (m_isOver)
                return false;
            const qint64 size = m_text.read(m_piece.data(), m_piece.size());
            m_read += std::max<qint64>(size, 0);
            if (size > 0)
                m_reader.feed({m_piece.constData(), size});
            else
                m_reader.finish();
            m_isOver = size <= 0;
        }
        return true;
    }

    LogText &m_text;
    LogReader m_reader;
    QByteArray m_piece;
    qint64 m_read = 0;
    bool m_isOver = false;
};

/// Adds a file, or the files of a ZIP.
core::Result<core::Done> addFile(LogSeries &series, const LogPlace &file, bool isInFolder,
                                 const QByteArray &recordingKey)
{
    const auto places = LogText::placesIn(file);
    if (!places)
        return places.error();
    for (const LogPlace &place : *places) {
        const auto text = LogText::open(place);
        if (!text)
            return text.error();
        LogSeries::Part part{.place = place, .day = dayOf(file.path)};
        Scout(**text, recordingKey).findTime(part);
        if (isInFolder && !part.hasMessages)
            return holdsNoEvent(place.name());
        series.parts.append(part);
    }
    series.size += QFileInfo(file.path).size();
    return core::Done{};
}

QStringList filesOf(const LogSource &source, QSet<QString> &inFolders)
{
    QStringList files;
    for (const QString &path : source.paths) {
        if (QFileInfo(path).isDir()) {
            const QFileInfoList found = QDir(path).entryInfoList(QDir::Files, QDir::Name);
            for (const QFileInfo &file : found) {
                files.append(file.filePath());
                inFolders.insert(file.filePath());
            }
        } else if (source.takesSeries) {
            files.append(restOfSeries(path));
        } else {
            files.append(path);
        }
    }
    return files;
}

/// As much as fits in, unless the text ends.
QByteArrayView nextOf(LogText &text, QByteArray &piece)
{
    qint64 filled = 0;
    for (qint64 size = 1; size > 0 && filled < piece.size(); filled += size)
        size = std::max<qint64>(text.read(piece.data() + filled, piece.size() - filled), 0);
    return QByteArrayView(piece).first(filled);
}

/// Whether it is a copy of the log, packed or not, or of the log's beginning: one made while the log grew.
bool isCopyOf(const LogPlace &log, const LogPlace &copy)
{
    const auto whole = LogText::open(log);
    const auto part = LogText::open(copy);
    QByteArray wholePiece(ScoutPiece, '\0');
    QByteArray partPiece(ScoutPiece, '\0');
    bool isAlike = whole && part;
    for (bool isOver = false; isAlike && !isOver;) {
        const QByteArrayView said = nextOf(**part, partPiece);
        isOver = said.size() < partPiece.size();
        isAlike = nextOf(**whole, wholePiece).startsWith(said);
    }
    return isAlike;
}

/// Copies of a file begin at the same time, and alike. The one that says most stays.
void dropCopies(QList<LogSeries::Part> &parts)
{
    for (qsizetype i = 1; i < parts.size();) {
        if (parts[i].begins != parts[i - 1].begins) {
            ++i;
        } else if (isCopyOf(parts[i - 1].place, parts[i].place)) {
            parts.removeAt(i);
        } else if (isCopyOf(parts[i].place, parts[i - 1].place)) {
            parts.removeAt(i - 1);
            i = std::max<qsizetype>(1, i - 1);
        } else {
            ++i;
        }
    }
}

} // namespace

QString LogSeries::name() const
{
    const QString first = parts.first().place.name();
    return parts.size() == 1 ? first : u"%1 (and %2 more)"_s.arg(first).arg(parts.size() - 1);
}

core::Result<LogSeries> seriesFrom(const LogSource &source)
{
    LogSeries series{.filter = LogFilter(source.recordingKey)};
    QSet<QString> inFolders;
    QSet<QString> seen;
    for (const QString &file : filesOf(source, inFolders)) {
        const QString whole = QFileInfo(file).canonicalFilePath();
        if (!whole.isEmpty() && seen.contains(whole))
            continue;
        seen.insert(whole);
        const auto added = addFile(series, {.path = file, .shownAs = source.shownAs},
                                   inFolders.contains(file), source.recordingKey);
        if (!added && !inFolders.contains(file))
            return added.error();
        if (!added)
            series.passedOver.append(added.error().text);
    }
    if (series.parts.isEmpty()) {
        return core::Error{
            .kind = core::ErrorKind::NotFound,
            .text = u"There is no log in %1."_s.arg(QDir::toNativeSeparators(source.paths.value(0)))};
    }
    std::stable_sort(series.parts.begin(), series.parts.end(),
                     [](const LogSeries::Part &a, const LogSeries::Part &b) { return a.begins < b.begins; });
    dropCopies(series.parts);
    if (const auto first = LogText::open(series.parts.first().place))
        series.filter = Scout(**first, source.recordingKey).findFilter();
    return series;
}

core::Error holdsNoEvent(const QString &name)
{
    return {.kind = core::ErrorKind::InvalidInput,
            .text = u"%1 is not the text of a T-Server log: no line in it is like \"message EventRinging\"."_s
                        .arg(name)};
}

core::Error holdsNoAttribute(const QString &name)
{
    return {.kind = core::ErrorKind::InvalidInput,
            .text = u"%1 looks like a copy whose attributes are gone: no line below \"message EventRinging\" "
                    u"and its like "
                    "can be read."_s.arg(name)};
}

} // namespace logreplay
