#include "core/logfile.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr auto OwnersFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr auto OwnersFolder = OwnersFile | QFileDevice::ExeOwner;

QString numbered(const QString &path, int number)
{
    return number == 0 ? path : u"%1.%2"_s.arg(path).arg(number);
}

} // namespace

LogFile::LogFile(const QString &path)
    : LogFile(path, Limits())
{
}

LogFile::LogFile(const QString &path, const Limits &limits)
    : m_path(path)
    , m_limits(limits)
    , m_file(path)
    , m_fullAt(limits.size)
{
}

LogFile::~LogFile()
{
    (void)flush();
}

Result<Done> LogFile::open()
{
    const QString folder = QFileInfo(m_path).absolutePath();
    if (!QFileInfo::exists(folder)) {
        if (!QDir().mkpath(folder))
            return Error{.kind = ErrorKind::Io, .text = u"%1: the folder cannot be made"_s.arg(folder)};
        QFile::setPermissions(folder, OwnersFolder);
    }
    return openFile();
}

Result<Done> LogFile::openFile()
{
    // Unbuffered: what is gathered here is written in one go, and a full disk is noticed then and not later.
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return fail();
    if (!m_file.setPermissions(OwnersFile))
        return fail();
    return Done{};
}

Result<Done> LogFile::write(QByteArrayView line, bool isUrgent)
{
    if (!m_file.isOpen())
        return Done{};
    m_gathered += line;
    m_gathered += '\n';
    if (isUrgent || m_gathered.size() >= m_limits.gathered)
        return flush();
    return Done{};
}

Result<Done> LogFile::flush()
{
    if (!m_file.isOpen() || m_gathered.isEmpty())
        return Done{};
    if (m_file.size() > 0 && m_file.size() + m_gathered.size() > m_fullAt) {
        if (const auto room = makeRoom(); !room)
            return room;
    }
    const QByteArray gathered = std::exchange(m_gathered, {});
    if (m_file.write(gathered) != gathered.size())
        return fail();
    return Done{};
}

/// Where the files cannot be renamed the newest one goes on, says so, and tries again when it has grown by as
/// much: a log that is too long is better than none.
Result<Done> LogFile::makeRoom()
{
    m_file.close();
    const bool isShifted = shiftFiles();
    const auto opened = openFile();
    if (!opened)
        return opened;
    m_fullAt = m_limits.size;
    if (!isShifted) {
        m_gathered.prepend("the files of this log cannot be renamed, so this one goes on\n");
        m_fullAt += m_file.size() + m_gathered.size();
    }
    return Done{};
}

bool LogFile::shiftFiles()
{
    QFile::remove(numbered(m_path, m_limits.files - 1));
    for (int number = m_limits.files - 2; number >= 0; --number) {
        const QString from = numbered(m_path, number);
        if (QFile::exists(from) && !QFile::rename(from, numbered(m_path, number + 1)))
            return false;
    }
    return true;
}

Error LogFile::fail()
{
    const Error why{.kind = ErrorKind::Io,
                    .text = u"%1: %2, so nothing more is logged to it"_s.arg(m_path, m_file.errorString())};
    m_file.close();
    m_gathered.clear();
    return why;
}

QStringList LogFile::filesOf(const QString &path)
{
    QStringList files;
    for (int number = LogFile::Limits().files - 1; number >= 0; --number) {
        if (QFile::exists(numbered(path, number)))
            files.append(numbered(path, number));
    }
    return files;
}

} // namespace core
