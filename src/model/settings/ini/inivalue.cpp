#include "model/settings/ini/inivalue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isOctal(char c)
{
    return c >= '0' && c <= '7';
}

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// What the letter behind a backslash stands for; 0 when it is no such letter.
char16_t meantBy(char letter)
{
    constexpr QByteArrayView Letters = "abfnrtv\"?'\\";
    constexpr QByteArrayView Meanings = "\a\b\f\n\r\t\v\"?'\\";
    const qsizetype at = Letters.indexOf(letter);
    return at < 0 ? u'\0' : char16_t(Meanings[at]);
}

class TextsReader
{
public:
    explicit TextsReader(QByteArrayView value)
        : m_value(value)
    {
    }

    QStringList read()
    {
        skipBlanks();
        while (m_at < m_value.size()) {
            const char c = m_value[m_at];
            if (c == '\\')
                takeEscape();
            else if (c == '"')
                takeQuotationMark();
            else if (c == ',' && !m_isInQuotes)
                takeComma();
            else
                takePlain();
        }
        endText();
        return m_texts;
    }

private:
    void skipBlanks()
    {
        while (m_at < m_value.size() && isBlank(m_value[m_at]))
            ++m_at;
    }

    void takePlain()
    {
        const qsizetype begin = m_at;
        while (m_at < m_value.size() && m_value[m_at] != '\\' && m_value[m_at] != '"' &&
               (m_value[m_at] != ',' || m_isInQuotes))
            ++m_at;
        m_text += QString::fromUtf8(m_value.sliced(begin, m_at - begin));
    }

    void takeQuotationMark()
    {
        ++m_at;
        m_isInQuotes = !m_isInQuotes;
        m_isQuoted = true;
        if (!m_isInQuotes)
            skipBlanks();
    }

    void takeComma()
    {
        ++m_at;
        endText();
        skipBlanks();
    }

    /// A letter, a number in hexadecimal or octal digits, or the end of a line, which goes on in the next
    /// one.
    void takeEscape()
    {
        ++m_at;
        const char c = m_at < m_value.size() ? m_value[m_at] : '\n'; // which may be added later
        if (const char16_t meant = meantBy(c)) {
            ++m_at;
            m_text += QChar(meant);
        } else if (c == 'x' && m_at + 1 < m_value.size() && isHex(m_value[m_at + 1])) {
            ++m_at;
            takeNumber(16, isHex);
        } else if (isOctal(c)) {
            takeNumber(8, isOctal);
        } else {
            m_at = std::min(m_at + 1, m_value.size());
            if (c == '\r' && m_at < m_value.size() && m_value[m_at] == '\n')
                ++m_at;
        }
        m_fixed = m_text.size();
    }

    /// A UTF-16 unit; of more digits than it has the last ones count.
    void takeNumber(int base, bool (*isDigit)(char))
    {
        char16_t unit = 0;
        for (; m_at < m_value.size() && isDigit(m_value[m_at]); ++m_at)
            unit = char16_t(unit * base + m_value.sliced(m_at, 1).toInt(nullptr, base));
        m_text += QChar(unit);
    }

    /// Spaces at the end count in quotation marks and as escapes alone.
    void endText()
    {
        while (!m_isQuoted && m_text.size() > m_fixed && isBlank(m_text.back().toLatin1()))
            m_text.chop(1);
        m_texts.append(m_text.startsWith(u"@@") ? m_text.sliced(1) : m_text);
        m_text.clear();
        m_fixed = 0;
        m_isQuoted = false;
    }

    QByteArrayView m_value;
    qsizetype m_at = 0;
    QStringList m_texts;
    QString m_text;
    qsizetype m_fixed = 0; ///< so much of the text ends in an escape
    bool m_isInQuotes = false;
    bool m_isQuoted = false;
};

QByteArray escapedText(const QString &value)
{
    constexpr auto hexDigits = "0123456789abcdefABCDEF"_L1;
    QString text =
        value.startsWith(u'@') ? u'@' + value : value; // else QSettings takes it for one of its types
    QByteArray result;
    bool needsQuotes = text.isEmpty() || text.front().isSpace() || text.back().isSpace();
    bool isAfterHex = false;
    for (const QChar c : std::as_const(text)) {
        const bool isControl = c.unicode() < 0x20 || c.unicode() == 0x7f;
        // Qt 6.4 reads what lies beyond the basic plane in this form alone.
        if (isControl || c.isSurrogate() || (isAfterHex && hexDigits.contains(c))) {
            result += "\\x" + QByteArray::number(c.unicode(), 16);
            isAfterHex = true;
            continue;
        }
        isAfterHex = false;
        needsQuotes = needsQuotes || u",;=\"#"_s.contains(c);
        if (c == u'\\' || c == u'"')
            result += '\\';
        result += QString(c).toUtf8();
    }
    return needsQuotes ? '"' + result + '"' : result;
}

} // namespace

QByteArray iniValueFrom(const QStringList &values)
{
    if (values.isEmpty() || values == QStringList{QString()})
        return {};
    QByteArray result;
    for (const QString &value : values)
        result += (result.isEmpty() ? QByteArray() : QByteArray(", ")) + escapedText(value);
    return result;
}

QStringList textsFromIni(const QByteArray &value)
{
    return TextsReader(value).read();
}

} // namespace model
