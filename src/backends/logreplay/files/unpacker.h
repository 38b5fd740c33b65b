#pragma once

#include "core/result.h"

#include <QFile>
#include <QStringList>

#include <memory>

struct archive;

namespace logreplay {

/// Whether a file that begins so is packed: gzip, xz, bzip2, ZIP.
bool isPacked(QByteArrayView beginning);

/// The content of a packed file, a piece at a time.
class Unpacker
{
public:
    /// The names of the files in a ZIP, in their order; one empty name for any other packed file.
    static core::Result<QStringList> entries(QFile &file);

    /// Reads on in `file`, which has to outlive it and is nobody else's then. `entry`: as entries() names it.
    static core::Result<std::unique_ptr<Unpacker>> open(QFile &file, const QString &entry);

    /// 0 at the end, -1 for trouble.
    qint64 read(char *to, qint64 size);
    QString errorString() const;

private:
    struct Close
    {
        void operator()(archive *packed) const;
    };
    static core::Result<std::unique_ptr<Unpacker>> begin(QFile &file);

    explicit Unpacker(QFile &file)
        : m_file(file)
    {
    }
    bool nextEntry(QString &name);

    QFile &m_file;
    QByteArray m_piece;
    std::unique_ptr<archive, Close> m_archive;
};

} // namespace logreplay
