#include "model/settings/dnrange.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

namespace {

core::Error wrongDns(const QString &sentence)
{
    return {.kind = core::ErrorKind::InvalidInput, .text = sentence};
}

/// The hyphen may be a dash, as word processors write it.
QRegularExpressionMatch matchRange(const QString &text)
{
    static const QRegularExpression form(u"^([0-9]+)\\s*[-\u2013]\\s*([0-9]+)$"_s);
    return form.match(text);
}

struct Range
{
    qint64 first = 0;
    qint64 last = 0;
    int digits = 1; ///< at least, with zeros before

    qint64 size() const { return last - first + 1; }
};

core::Result<Range> rangeFrom(const QRegularExpressionMatch &match)
{
    constexpr qsizetype MostDigits = 18;
    const QString text = match.captured();
    const QString first = match.captured(1);
    const QString last = match.captured(2);
    const auto hasLeadingZero = [](const QString &number) {
        return number.size() > 1 && number.startsWith(u'0');
    };
    if (first.size() > MostDigits || last.size() > MostDigits)
        return wrongDns(u"\"%1\" is no range: its ends have at most 18 digits"_s.arg(text));
    if (first.size() != last.size() && (hasLeadingZero(first) || hasLeadingZero(last)))
        return wrongDns(
            u"\"%1\" is no range: with leading zeros both ends have the same number of digits"_s.arg(text));
    const Range range{.first = first.toLongLong(), .last = last.toLongLong(), .digits = int(first.size())};
    if (range.first > range.last)
        return wrongDns(u"\"%1\" is no range: it ends before it begins"_s.arg(text));
    if (range.size() > MostDns)
        return wrongDns(u"\"%1\" is too long: a range has at most 100,000 DNs"_s.arg(text));
    return range;
}

core::Result<core::Done> checkSingle(const QString &text)
{
    static const QRegularExpression half(u"^([0-9]+\\s*[-\u2013]|[-\u2013]\\s*[0-9]+)$"_s);
    if (text.isEmpty())
        return wrongDns(u"a DN is empty"_s);
    if (half.match(text).hasMatch())
        return wrongDns(u"\"%1\" is half a range: write it like 7000-7099"_s.arg(text));
    if (!isOneWord(text))
        return wrongDns(u"\"%1\" is not a DN: it is one word of at most 255 bytes"_s.arg(text));
    return core::Done{};
}

/// How many DNs the text stands for.
core::Result<qint64> countOf(const QString &text)
{
    if (const auto match = matchRange(text); match.hasMatch()) {
        const auto range = rangeFrom(match);
        if (!range)
            return range.error();
        return range->size();
    }
    if (const auto checked = checkSingle(text); !checked)
        return checked.error();
    return qint64(1);
}

} // namespace

bool isOneWord(const QString &text)
{
    return text.toUtf8().size() <= 255 && std::none_of(text.begin(), text.end(), [](QChar c) {
               return c.isSpace() || c.category() == QChar::Other_Control;
           });
}

bool isDnRange(const QString &text)
{
    return matchRange(text).hasMatch();
}

core::Result<QList<tlib::Dn>> dnsFrom(const QString &text)
{
    const auto match = matchRange(text);
    if (!match.hasMatch()) {
        if (const auto checked = checkSingle(text); !checked)
            return checked.error();
        return QList<tlib::Dn>{tlib::Dn(text)};
    }
    const auto range = rangeFrom(match);
    if (!range)
        return range.error();
    QList<tlib::Dn> dns;
    dns.reserve(qsizetype(range->size()));
    for (qint64 number = range->first; number <= range->last; ++number)
        dns.append(tlib::Dn(QString::number(number).rightJustified(range->digits, u'0')));
    return dns;
}

core::Result<QList<tlib::Dn>> dnsFrom(const QStringList &texts)
{
    if (const auto checked = checkDns(texts); !checked)
        return checked.error();
    QList<tlib::Dn> all;
    QSet<tlib::Dn> seen;
    for (const QString &text : texts) {
        const auto dns = dnsFrom(text);
        for (const tlib::Dn &dn : *dns) {
            if (!seen.contains(dn)) {
                seen.insert(dn);
                all.append(dn);
            }
        }
    }
    return all;
}

core::Result<core::Done> checkDns(const QStringList &texts)
{
    qint64 count = 0;
    for (const QString &text : texts) {
        const auto more = countOf(text);
        if (!more)
            return more.error();
        count += *more;
        if (count > MostDns)
            return tooManyDns();
    }
    return core::Done{};
}

core::Error tooManyDns()
{
    return wrongDns(u"there are more than 100,000 DNs"_s);
}

} // namespace model
