#include "backends/logreplay/files/logfeed.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace logreplay {

namespace {

constexpr qsizetype EnoughToKnow = 1024; ///< bytes that tell a file from the one that replaces it

QByteArray beginningOf(const QString &path, qsizetype size)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(size) : QByteArray();
}

} // namespace

core::Result<core::Done> LogFeed::open(const LogSource &source)
{
    auto series = seriesFrom(source);
    if (!series)
        return series.error();
    m_series = *std::move(series);
    m_follows = source.follows;
    m_before = 0;
    m_isLineOpen = false;
    if (openPart(0) == Piece::Trouble)
        return m_trouble;
    if (m_follows && !LogText::open(m_series.parts.last().place).value()->canGrow()) {
        return core::Error{.kind = core::ErrorKind::InvalidInput,
                           .text = u"%1 is packed or in UTF-16: only a plain file can be followed."_s.arg(
                               m_series.parts.last().place.name())};
    }
    return core::Done{};
}

LogFeed::Piece LogFeed::openPart(qsizetype part)
{
    auto text = LogText::open(m_series.parts[part].place);
    if (!text) {
        m_trouble = text.error();
        return Piece::Trouble;
    }
    m_before += m_text ? m_text->consumed() : 0;
    m_text = *std::move(text);
    m_part = part;
    m_beginning.clear();
    return Piece::NewPart;
}

LogFeed::Piece LogFeed::read(char *to, qint64 &size)
{
    const qint64 most = size;
    size = m_text->read(to, most);
    if (size < 0) {
        m_trouble = {
            .kind = core::ErrorKind::Io,
            .text = u"%1 cannot be read any further: %2."_s.arg(part().place.name(), m_text->errorString())};
        return Piece::Trouble;
    }
    if (size > 0) {
        m_isLineOpen = to[size - 1] != '\n' && to[size - 1] != '\r';
        if (m_follows && m_beginning.size() < EnoughToKnow)
            m_beginning.append(to, std::min(size, EnoughToKnow - m_beginning.size()));
        return Piece::Text;
    }
    const bool isLast = m_part + 1 == m_series.parts.size();
    const bool goesOn = !isLast || (m_follows && isReplaced());
    if (goesOn && m_isLineOpen) {
        to[0] = '\n';
        size = 1;
        m_isLineOpen = false;
        return Piece::Text;
    }
    if (goesOn) {
        const Piece next = openPart(isLast ? m_part : m_part + 1);
        return isLast && next == Piece::NewPart ? Piece::Replaced : next;
    }
    return m_follows ? Piece::Nothing : Piece::End;
}

/// Another file has its name now, or it was cut and begins anew.
bool LogFeed::isReplaced()
{
    const QString &path = part().place.path;
    const QFileInfo now(path);
    if (!now.isFile() || now.size() == 0)
        return false; // not yet
    return now.size() < m_text->consumed() || beginningOf(path, m_beginning.size()) != m_beginning;
}

} // namespace logreplay
