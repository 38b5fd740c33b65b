#include "tlib/ids.h"

#include <QStringDecoder>
#include <QUtf8StringView>

namespace tlib {

QString decodeText(QByteArrayView bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = utf8(bytes);
    return utf8.hasError() ? QString::fromLatin1(bytes) : text;
}

std::optional<ConnId> ConnId::fromString(QStringView text)
{
    const auto isHexDigit = [](QChar c) {
        const ushort u = c.unicode();
        return (u >= '0' && u <= '9') || (u >= 'a' && u <= 'f') || (u >= 'A' && u <= 'F');
    };
    if (text.isEmpty() || text.size() > 16 || !std::all_of(text.begin(), text.end(), isHexDigit))
        return std::nullopt;
    return ConnId(text.toULongLong(nullptr, 16));
}

QString ConnId::toString() const
{
    return QStringLiteral("%1").arg(m_value, 16, 16, QLatin1Char('0'));
}

} // namespace tlib
