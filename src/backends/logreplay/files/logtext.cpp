#include "backends/logreplay/files/logtext.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace logreplay {

namespace {

constexpr qsizetype LookedAt = 64 * 1024; ///< bytes that are searched for NUL before anything is believed
constexpr QByteArrayView Utf8Mark = "\xef\xbb\xbf";

core::Error unusable(const QString &sentence)
{
    return {.kind = core::ErrorKind::InvalidInput, .text = sentence};
}

/// By its mark, or by the zero in every other byte of Latin text.
std::optional<QStringConverter::Encoding> utf16In(QByteArrayView beginning)
{
    if (beginning.startsWith("\xff\xfe"))
        return QStringConverter::Utf16LE;
    if (beginning.startsWith("\xfe\xff"))
        return QStringConverter::Utf16BE;
    qsizetype zeros[2] = {};
    for (qsizetype i = 0; i < beginning.size(); ++i)
        zeros[i % 2] += beginning[i] == '\0';
    const qsizetype most = beginning.size() * 2 / 5; // nearly half of all
    if (zeros[1] >= most && zeros[1] > 0 && zeros[0] * 20 < zeros[1])
        return QStringConverter::Utf16LE;
    if (zeros[0] >= most && zeros[0] > 0 && zeros[1] * 20 < zeros[0])
        return QStringConverter::Utf16BE;
    return std::nullopt;
}

} // namespace

QString LogPlace::name() const
{
    const QString file = shownAs.isEmpty() ? QDir::toNativeSeparators(path) : shownAs;
    return entry.isEmpty() ? file : u"%1 (%2)"_s.arg(file, entry);
}

core::Result<std::unique_ptr<LogText>> LogText::openFile(const LogPlace &place, QByteArray &beginning)
{
    const QString name = LogPlace{.path = place.path, .shownAs = place.shownAs}.name();
    const QFileInfo info(place.path);
    if (!info.exists())
        return core::Error{.kind = core::ErrorKind::NotFound, .text = u"There is no file %1."_s.arg(name)};
    if (info.isDir())
        return unusable(u"%1 is a directory; name the log file in it."_s.arg(name));
    if (!info.isFile()) // to open a pipe would wait for its other end
        return unusable(u"%1 is no regular file; copy the log into one."_s.arg(name));
    std::unique_ptr<LogText> text(new LogText(place.path));
    beginning.resize(8);
    qint64 size = -1;
    if (text->m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        size = text->m_file.read(beginning.data(), beginning.size());
    if (size < 0 || !text->m_file.seek(0)) {
        return core::Error{.kind = core::ErrorKind::Io,
                           .text = u"%1 cannot be read: %2."_s.arg(name, text->m_file.errorString())};
    }
    beginning.truncate(size);
    if (size == 0)
        return unusable(u"%1 is empty."_s.arg(name));
    return text;
}

core::Result<QList<LogPlace>> LogText::placesIn(const LogPlace &file)
{
    QByteArray beginning;
    const auto text = openFile(file, beginning);
    if (!text)
        return text.error();
    if (!isPacked(beginning))
        return QList<LogPlace>{file};
    const auto names = Unpacker::entries((*text)->m_file);
    if (!names)
        return names.error();
    QList<LogPlace> places;
    for (const QString &name : *names)
        places.append({.path = file.path, .entry = name, .shownAs = file.shownAs});
    return places;
}

core::Result<std::unique_ptr<LogText>> LogText::open(const LogPlace &place)
{
    QByteArray beginning;
    auto text = openFile(place, beginning);
    if (!text)
        return text;
    if (isPacked(beginning)) {
        auto unpacker = Unpacker::open((*text)->m_file, place.entry);
        if (!unpacker)
            return unpacker.error();
        (*text)->m_unpacker = *std::move(unpacker);
    }
    if (!(*text)->lookAtBeginning()) {
        return core::Error{.kind = core::ErrorKind::Io,
                           .text = u"%1 cannot be read: %2."_s.arg(place.name(), (*text)->errorString())};
    }
    if ((*text)->m_beginning.isEmpty() && !(*text)->m_decoder)
        return unusable(u"%1 is empty."_s.arg(place.name()));
    if (!(*text)->m_decoder && (*text)->m_beginning.contains('\0'))
        return unusable(u"%1 is not the text of a T-Server log: it is a binary file."_s.arg(place.name()));
    return text;
}

/// Fills m_beginning, and finds out how the text is written.
bool LogText::lookAtBeginning()
{
    m_beginning.resize(LookedAt);
    qint64 filled = 0;
    for (qint64 size = 1; size > 0 && filled < LookedAt; filled += size) {
        size = m_unpacker ? m_unpacker->read(m_beginning.data() + filled, LookedAt - filled)
                          : m_file.read(m_beginning.data() + filled, LookedAt - filled);
        if (size < 0)
            return false;
    }
    m_beginning.truncate(filled);
    if (const auto encoding = utf16In(m_beginning))
        m_decoder.emplace(*encoding);
    else if (m_beginning.startsWith(Utf8Mark))
        m_beginning.remove(0, Utf8Mark.size());
    return true;
}

qint64 LogText::readRaw(char *to, qint64 size)
{
    if (!m_beginning.isEmpty()) {
        const qint64 taken = std::min<qint64>(size, m_beginning.size());
        std::copy_n(m_beginning.constData(), taken, to);
        m_beginning.remove(0, taken);
        return taken;
    }
    return m_unpacker ? m_unpacker->read(to, size) : m_file.read(to, size);
}

qint64 LogText::read(char *to, qint64 size)
{
    if (!m_decoder)
        return readRaw(to, size);
    while (m_decoded.isEmpty()) { // half a character makes no text yet
        const qint64 raw = readRaw(to, size);
        if (raw <= 0)
            return raw;
        m_decoded = QString(m_decoder->decode(QByteArrayView(to, raw))).toUtf8();
    }
    const qint64 taken = std::min<qint64>(size, m_decoded.size());
    std::copy_n(m_decoded.constData(), taken, to);
    m_decoded.remove(0, taken);
    return taken;
}

QString LogText::errorString() const
{
    return m_unpacker ? m_unpacker->errorString() : m_file.errorString();
}

} // namespace logreplay
