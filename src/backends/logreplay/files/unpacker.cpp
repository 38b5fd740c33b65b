#include "backends/logreplay/files/unpacker.h"

#include <archive.h>
#include <archive_entry.h>

using namespace Qt::StringLiterals;

namespace logreplay {

namespace {

constexpr qsizetype PackedPiece = 64 * 1024;

core::Error cannotUnpack(const QFile &file, const QString &why)
{
    return {.kind = core::ErrorKind::InvalidInput,
            .text = u"%1 cannot be unpacked: %2."_s.arg(file.fileName(), why)};
}

} // namespace

bool isPacked(QByteArrayView beginning)
{
    return beginning.startsWith("\x1f\x8b") || beginning.startsWith("PK\3\4") ||
           beginning.startsWith("\xfd"
                                "7zXZ") ||
           beginning.startsWith("BZh");
}

void Unpacker::Close::operator()(archive *packed) const
{
    archive_read_free(packed);
}

core::Result<std::unique_ptr<Unpacker>> Unpacker::begin(QFile &file)
{
    std::unique_ptr<Unpacker> made(new Unpacker(file));
    made->m_piece.resize(PackedPiece);
    made->m_archive.reset(archive_read_new());
    archive *const packed = made->m_archive.get();
    archive_read_support_filter_gzip(packed);
    archive_read_support_filter_xz(packed);
    archive_read_support_filter_bzip2(packed);
    archive_read_support_format_zip(packed);
    archive_read_support_format_tar(packed); // behind one of the filters
    archive_read_support_format_raw(packed);
    archive_read_set_read_callback(packed, [](archive *, void *self, const void **bytes) -> la_ssize_t {
        auto &unpacker = *static_cast<Unpacker *>(self);
        *bytes = unpacker.m_piece.constData();
        return unpacker.m_file.read(unpacker.m_piece.data(), unpacker.m_piece.size());
    });
    archive_read_set_seek_callback(
        packed, [](archive *, void *self, la_int64_t offset, int whence) -> la_int64_t {
            QFile &from = static_cast<Unpacker *>(self)->m_file;
            const qint64 base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? from.pos() : from.size();
            return from.seek(base + offset) ? from.pos() : la_int64_t(ARCHIVE_FATAL);
        });
    archive_read_set_callback_data(packed, made.get());
    if (!file.seek(0) || archive_read_open1(packed) != ARCHIVE_OK)
        return cannotUnpack(file, made->errorString());
    return made;
}

bool Unpacker::nextEntry(QString &name)
{
    archive_entry *entry = nullptr;
    while (archive_read_next_header(m_archive.get(), &entry) == ARCHIVE_OK) {
        if (archive_entry_filetype(entry) != AE_IFREG)
            continue;
        const bool isAlone = archive_format(m_archive.get()) == ARCHIVE_FORMAT_RAW;
        name = isAlone ? QString() : QString::fromUtf8(archive_entry_pathname(entry));
        return true;
    }
    return false;
}

core::Result<QStringList> Unpacker::entries(QFile &file)
{
    auto unpacker = begin(file);
    if (!unpacker)
        return unpacker.error();
    QStringList names;
    QString name;
    while ((*unpacker)->nextEntry(name))
        names.append(name);
    if (names.isEmpty())
        return cannotUnpack(file, (*unpacker)->errorString());
    return names;
}

core::Result<std::unique_ptr<Unpacker>> Unpacker::open(QFile &file, const QString &entry)
{
    auto unpacker = begin(file);
    if (!unpacker)
        return unpacker.error();
    QString name;
    while ((*unpacker)->nextEntry(name)) {
        if (name == entry)
            return unpacker;
    }
    return cannotUnpack(file, (*unpacker)->errorString());
}

qint64 Unpacker::read(char *to, qint64 size)
{
    return archive_read_data(m_archive.get(), to, size_t(size));
}

QString Unpacker::errorString() const
{
    const char *const why = archive_error_string(m_archive.get());
    return why ? QString::fromUtf8(why) : u"it holds no file"_s;
}

} // namespace logreplay
