#include "model/settings/initext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool isLineEnd(char c)
{
    return c == '\r' || c == '\n';
}

struct Extent
{
    qsizetype end = 0;
    bool isComplete = true;
};

/// Where the line that begins here ends: behind its end of line, or before a comment that follows a value.
Extent lineFrom(const QByteArray &text, qsizetype begin)
{
    qsizetype i = begin;
    while (i < text.size() && isSpace(text[i]))
        ++i; // empty lines before it, too
    const bool isComment = i < text.size() && text[i] == ';';
    bool isQuoted = false;
    for (; i < text.size(); ++i) {
        const char c = text[i];
        if (isComment && !isLineEnd(c))
            continue;
        if (c == '\\' && !isComment) {
            ++i;
            if (i + 1 < text.size() && text[i] == '\r' && text[i + 1] == '\n')
                ++i;
        } else if (c == '"') {
            isQuoted = !isQuoted;
        } else if (c == ';' && !isQuoted) {
            return {i};
        } else if (isLineEnd(c) && !isQuoted) {
            while (i < text.size() && isSpace(text[i]))
                ++i;
            return {i};
        }
    }
    return {.end = text.size(), .isComplete = !isQuoted};
}

/// As QSettings writes names: a backslash for a slash, %XX and %UXXXX.
QString unescapedName(const QByteArray &name)
{
    QString result;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (name[i] == '\\') {
            result += u'/';
            continue;
        }
        const bool isLong = name[i] == '%' && i + 1 < name.size() && name[i + 1] == 'U';
        const qsizetype digits = isLong ? 4 : 2;
        const qsizetype begin = i + (isLong ? 2 : 1);
        bool isHex = false;
        const ushort code = name.mid(begin, digits).toUShort(&isHex, 16);
        if (name[i] == '%' && isHex && begin + digits <= name.size()) {
            result += QChar(code);
            i = begin + digits - 1;
        } else {
            result += QLatin1Char(name[i]);
        }
    }
    return result;
}

QString sectionFrom(const QByteArray &name)
{
    if (name.compare("general", Qt::CaseInsensitive) == 0)
        return {};
    return name.compare("%general", Qt::CaseInsensitive) == 0 ? QString::fromLatin1(name.mid(1))
                                                              : unescapedName(name);
}

QByteArray escaped(const QString &value)
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

QByteArray escaped(const QStringList &values)
{
    if (values.isEmpty() || values == QStringList{QString()})
        return {};
    QByteArray result;
    for (const QString &value : values)
        result += (result.isEmpty() ? QByteArray() : QByteArray(", ")) + escaped(value);
    return result;
}

} // namespace

IniText::IniText(const QByteArray &text)
{
    for (qsizetype i = 0; i < text.size();) {
        const Extent extent = lineFrom(text, i);
        takeLine(text.sliced(i, extent.end - i));
        m_isComplete = extent.isComplete;
        i = extent.end;
    }
}

void IniText::takeLine(const QByteArray &raw)
{
    Line line;
    line.section = m_lines.isEmpty() ? QString() : m_lines.last().section;
    qsizetype end = raw.size();
    while (end > 0 && isSpace(raw[end - 1]))
        --end;
    if (end > 0 && end < raw.size() && raw[end - 1] == '\\')
        ++end; // a space that is escaped belongs to the value
    line.body = raw.first(end);
    line.end = raw.sliced(end);
    const QByteArray content = line.body.trimmed();
    const qsizetype equals = content.indexOf('=');
    if (content.startsWith('[')) {
        const qsizetype bracket = content.indexOf(']');
        line.section = sectionFrom(content.mid(1, bracket < 0 ? -1 : bracket - 1).trimmed());
    } else if (!content.startsWith(';') && equals > 0) {
        const QString name = unescapedName(content.first(equals).trimmed());
        line.key = line.section.isEmpty() ? name : line.section + u'/' + name;
    }
    m_lines.append(line);
}

bool IniText::contains(const QString &key) const
{
    return std::any_of(m_lines.begin(), m_lines.end(), [&key](const Line &line) { return line.key == key; });
}

void IniText::set(const QString &key, const QStringList &values)
{
    const QByteArray value = escaped(values);
    bool isSet = false;
    for (Line &line : m_lines) {
        if (line.key != key)
            continue;
        const qsizetype equals = line.body.indexOf('=');
        line.body = line.body.first(equals + 1) + value;
        isSet = true;
    }
    if (isSet)
        return;
    const qsizetype slash = key.lastIndexOf(u'/');
    add(key.first(std::max<qsizetype>(slash, 0)), key.sliced(slash + 1).toLatin1() + '=' + value);
}

void IniText::add(const QString &section, const QByteArray &assignment)
{
    Q_ASSERT(m_isComplete);
    const auto stands = [&](const Line &line) {
        return line.section == section &&
               !line.body.trimmed().startsWith(';'); // it may be about what follows
    };
    const auto last = std::find_if(m_lines.rbegin(), m_lines.rend(), stands);
    if (last == m_lines.rend() || section.isEmpty())
        return begin(section, assignment);
    qsizetype index = std::distance(last, m_lines.rend()) - 1;
    while (!m_lines[index].end.contains('\n') && index + 1 < m_lines.size())
        ++index; // the comment behind it
    endLine(index);
    // The empty lines that part it from the next section stay where they part.
    QByteArray &end = m_lines[index].end;
    const qsizetype newLine = end.indexOf('\n') + (m_lines[index].body.endsWith('\\') ? 1 : 0);
    const QByteArray rest = '\n' + end.sliced(newLine + 1);
    end.truncate(newLine + 1);
    m_lines.insert(index + 1, {.body = assignment, .end = rest, .section = section});
}

void IniText::begin(const QString &section, const QByteArray &assignment)
{
    if (!m_lines.isEmpty())
        endLine(m_lines.size() - 1);
    const QByteArray name = section.isEmpty() ? QByteArray("General") : section.toLatin1();
    m_lines.append({.body = (m_lines.isEmpty() ? "[" : "\n[") + name + ']', .end = "\n", .section = section});
    m_lines.append({.body = assignment, .end = "\n", .section = section});
}

/// A backslash at the end of the text takes one more: it would make the next line part of its own.
void IniText::endLine(qsizetype index)
{
    Line &line = m_lines[index];
    const qsizetype wanted = line.body.endsWith('\\') ? 2 : 1;
    while (line.end.count('\n') < wanted)
        line.end += '\n';
}

QByteArray IniText::text() const
{
    QByteArray result;
    for (const Line &line : m_lines)
        result += line.body + line.end;
    return result;
}

} // namespace model
