#pragma once

#include <QStringList>

namespace core {

/// "7001, 7002 and 98 more", for programs and logs: there may be thousands, of which nobody reads more than
/// `most`.
inline QString listed(const QStringList &names, qsizetype most)
{
    const QString separator = QStringLiteral(", ");
    if (names.size() <= most)
        return names.join(separator);
    return QStringLiteral("%1 and %2 more").arg(names.first(most).join(separator)).arg(names.size() - most);
}

} // namespace core
