#include "model/settings/initext.h"

#include "model/settings/ini/inivalue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

namespace {

constexpr char ByteOrderMark[] = "\xef\xbb\xbf";

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool isLineEnd(char c)
{
    return c == '\r' || c == '\n';
}

bool beginsComment(char c)
{
    return c == ';' || c == '#';
}

bool isComment(const QByteArray &content)
{
    return !content.isEmpty() && beginsComment(content.front());
}

/// Whether its last backslash, which is not the second of two, takes in what follows. In a comment it is one
/// letter of many.
bool takesInWhatFollows(const QByteArray &text)
{
    if (isComment(text.trimmed()))
        return false;
    const auto other = std::find_if(text.rbegin(), text.rend(), [](char c) { return c != '\\'; });
    return std::distance(text.rbegin(), other) % 2 == 1;
}

qsizetype firstNotSpace(const QByteArray &text, qsizetype begin = 0)
{
    return std::distance(text.begin(), std::find_if_not(text.begin() + begin, text.end(), isSpace));
}

struct Extent
{
    qsizetype end = 0;
    bool isComplete = true;
};

/// Where the line that begins here ends: behind its end of line, or before a comment that follows a value.
Extent lineFrom(const QByteArray &text, qsizetype begin)
{
    qsizetype i = firstNotSpace(text, begin); // empty lines before it, too
    const bool isInComment = i < text.size() && beginsComment(text[i]);
    bool isQuoted = false;
    for (; i < text.size(); ++i) {
        const char c = text[i];
        if (isInComment && !isLineEnd(c))
            continue;
        if (c == '\\' && !isInComment) {
            ++i;
            if (i + 1 < text.size() && text[i] == '\r' && text[i + 1] == '\n')
                ++i;
        } else if (c == '"') {
            isQuoted = !isQuoted;
        } else if (c == ';' && !isQuoted) {
            return {i};
        } else if (isLineEnd(c) && !isQuoted) {
            return {firstNotSpace(text, i)};
        }
    }
    return {.end = text.size(), .isComplete = !isQuoted};
}

/// As QSettings writes names: a backslash for a slash, %XX and %UXXXX.
QString unescapedName(const QByteArray &bytes)
{
    const QString name = QString::fromUtf8(bytes);
    QString result;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (name[i] == u'\\') {
            result += u'/';
            continue;
        }
        const bool isLong = name[i] == u'%' && i + 1 < name.size() && name[i + 1] == u'U';
        const qsizetype digits = isLong ? 4 : 2;
        const qsizetype begin = i + (isLong ? 2 : 1);
        bool isHex = false;
        const ushort code = QStringView(name).mid(begin, digits).toUShort(&isHex, 16);
        if (name[i] == u'%' && isHex && begin + digits <= name.size()) {
            result += QChar(code);
            i = begin + digits - 1;
        } else {
            result += name[i];
        }
    }
    return result;
}

QString sectionFrom(const QByteArray &name)
{
    if (name.compare("general", Qt::CaseInsensitive) == 0)
        return {};
    return name.compare("%general", Qt::CaseInsensitive) == 0 ? QString::fromUtf8(name.mid(1))
                                                              : unescapedName(name);
}

} // namespace

IniText::IniText(const QByteArray &text)
    : m_hasMark(text.startsWith(ByteOrderMark))
{
    int number = 1;
    for (qsizetype i = m_hasMark ? sizeof ByteOrderMark - 1 : 0; i < text.size();) {
        const Extent extent = lineFrom(text, i);
        const QByteArray raw = text.sliced(i, extent.end - i);
        takeLine(raw, number + int(raw.first(firstNotSpace(raw)).count('\n')));
        m_isComplete = extent.isComplete;
        number += int(raw.count('\n'));
        i = extent.end;
    }
}

void IniText::takeLine(const QByteArray &raw, int number)
{
    Line line;
    line.number = number;
    line.section = m_lines.isEmpty() ? QString() : m_lines.last().section;
    qsizetype end = raw.size();
    while (end > 0 && isSpace(raw[end - 1]))
        --end;
    if (end < raw.size() && takesInWhatFollows(raw.first(end)))
        ++end; // a space that is escaped belongs to the value
    line.body = raw.first(end);
    line.end = raw.sliced(end);
    const QByteArray content = line.body.trimmed();
    const qsizetype equals = content.indexOf('=');
    if (content.startsWith('[')) {
        const qsizetype bracket = content.indexOf(']');
        line.kind = bracket < 0 ? Line::Kind::Unreadable : Line::Kind::Section;
        line.section = sectionFrom(content.mid(1, bracket < 0 ? -1 : bracket - 1).trimmed());
    } else if (content.isEmpty() || isComment(content)) {
        line.kind = Line::Kind::Blank;
    } else if (equals > 0) {
        line.kind = Line::Kind::Value;
        const QString name = unescapedName(content.first(equals).trimmed());
        line.key = line.section.isEmpty() ? name : line.section + u'/' + name;
    } else {
        line.kind = Line::Kind::Unreadable;
    }
    m_lines.append(line);
}

std::optional<QString> IniText::flaw() const
{
    if (!m_isComplete)
        return u"a quotation mark of line %1 is not closed"_s.arg(m_lines.last().number);
    const auto wrong = std::find_if(m_lines.begin(), m_lines.end(),
                                    [](const Line &line) { return line.kind == Line::Kind::Unreadable; });
    if (wrong != m_lines.end())
        return u"line %1 is neither [section] nor name=value"_s.arg(wrong->number);
    return std::nullopt;
}

QStringList IniText::keys() const
{
    QStringList keys;
    for (const Line &line : m_lines) {
        if (line.kind == Line::Kind::Value)
            keys.append(line.key);
    }
    return keys;
}

int IniText::lineOf(const QString &key) const
{
    const auto last = std::find_if(m_lines.rbegin(), m_lines.rend(), [&key](const Line &line) {
        return line.kind == Line::Kind::Value && line.key == key;
    });
    return last == m_lines.rend() ? 0 : last->number;
}

IniValues IniText::values() const
{
    IniValues values;
    for (const Line &line : m_lines) {
        if (line.kind == Line::Kind::Value)
            values.insert(line.key, textsFromIni(line.body.sliced(line.body.indexOf('=') + 1)));
    }
    return values;
}

void IniText::set(const QString &key, const QStringList &values)
{
    const QByteArray value = iniValueFrom(values);
    bool isSet = false;
    for (Line &line : m_lines) {
        if (line.kind != Line::Kind::Value || line.key != key)
            continue;
        const qsizetype equals = line.body.indexOf('=');
        line.body = line.body.first(equals + 1) + value;
        isSet = true;
    }
    if (isSet)
        return;
    add(key, value);
}

void IniText::remove(const QString &key)
{
    for (Line &line : m_lines) {
        if (line.kind != Line::Kind::Value || line.key != key)
            continue;
        line.kind = Line::Kind::Blank;
        line.body.clear();
        const qsizetype newLine = line.end.indexOf('\n');
        line.end = newLine < 0 ? QByteArray() : line.end.sliced(newLine + 1);
    }
}

void IniText::add(const QString &key, const QByteArray &value)
{
    Q_ASSERT(!flaw());
    const qsizetype slash = key.lastIndexOf(u'/');
    const QString section = key.first(std::max<qsizetype>(slash, 0));
    const Line added = {.kind = Line::Kind::Value,
                        .body = key.sliced(slash + 1).toLatin1() + '=' + value,
                        .end = "\n",
                        .section = section,
                        .key = key};
    const auto stands = [&](const Line &line) {
        return line.section == section && !isComment(line.body.trimmed()); // it may be about what follows
    };
    const auto last = std::find_if(m_lines.rbegin(), m_lines.rend(), stands);
    if (last == m_lines.rend() || section.isEmpty())
        return begin(added);
    qsizetype index = std::distance(last, m_lines.rend()) - 1;
    while (std::none_of(m_lines[index].end.begin(), m_lines[index].end.end(), isLineEnd) &&
           index + 1 < m_lines.size())
        ++index; // the comment behind it
    endLine(index);
    // The empty lines that part it from the next section stay where they part.
    QByteArray &end = m_lines[index].end;
    const qsizetype newLine = end.indexOf('\n') + (takesInWhatFollows(m_lines[index].body) ? 1 : 0);
    const QByteArray rest = end.sliced(newLine + 1);
    end.truncate(newLine + 1);
    m_lines.insert(index + 1, added);
    m_lines[index + 1].end += rest;
}

/// A section of its own, at the end.
void IniText::begin(const Line &first)
{
    if (!m_lines.isEmpty())
        endLine(m_lines.size() - 1);
    const QByteArray name = first.section.isEmpty() ? QByteArray("General") : first.section.toLatin1();
    m_lines.append({.kind = Line::Kind::Section,
                    .body = (m_lines.isEmpty() ? "[" : "\n[") + name + ']',
                    .end = "\n",
                    .section = first.section});
    m_lines.append(first);
}

/// A backslash at the end of the text takes one more: it would make the next line part of its own.
void IniText::endLine(qsizetype index)
{
    Line &line = m_lines[index];
    const qsizetype wanted = takesInWhatFollows(line.body) ? 2 : 1;
    while (line.end.count('\n') < wanted)
        line.end += '\n';
}

QByteArray IniText::text() const
{
    QByteArray result;
    for (const Line &line : m_lines)
        result += line.body + line.end;
    if (m_hasMark)
        return ByteOrderMark + result;
    // Once what stood before it has been removed, a name that begins with such a mark must not become
    // another.
    return result.startsWith(ByteOrderMark) ? '\n' + result : result;
}

} // namespace model
