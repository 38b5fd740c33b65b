#include "core/masking.h"

#include <QStringList>
#include <QVarLengthArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr QChar Mask = u'*';
constexpr qsizetype LeastCardDigits = 13;
constexpr qsizetype MostCardDigits = 19;
constexpr qsizetype LeastNumberDigits = 7;
constexpr qsizetype LeastExtensionDigits = 4;
constexpr qsizetype ShownDigits = 3;
constexpr qsizetype MostBetweenGroups = 3; ///< " - "

struct Digit
{
    qsizetype at = 0; ///< in the text
    int value = 0;
    bool isFirst = false; ///< of its group
    bool isLast = false;
};
using Digits = QVarLengthArray<Digit, 64>;

bool isSeparator(QChar c)
{
    return c.isSpace() || c.category() == QChar::Punctuation_Dash;
}

/// The digits from `at` on that are one number to a reader; `at` moves behind them.
Digits takeRun(const QString &text, qsizetype &at)
{
    Digits digits;
    while (at < text.size()) {
        const qsizetype begin = digits.size();
        for (; at < text.size() && text.at(at).digitValue() >= 0; ++at)
            digits.append({.at = at, .value = text.at(at).digitValue()});
        digits[begin].isFirst = true;
        digits.last().isLast = true;
        qsizetype next = at;
        while (next < text.size() && next - at < MostBetweenGroups && isSeparator(text.at(next)))
            ++next;
        if (next == at || next >= text.size() || text.at(next).digitValue() < 0)
            break;
        at = next;
    }
    return digits;
}

bool passesLuhn(const Digit *first, qsizetype count)
{
    int sum = 0;
    for (qsizetype fromEnd = 0; fromEnd < count; ++fromEnd) {
        const int value = first[count - 1 - fromEnd].value;
        const int doubled = value * 2;
        sum += fromEnd % 2 == 0 ? value : (doubled > 9 ? doubled - 9 : doubled);
    }
    return sum % 10 == 0;
}

void hide(QString &text, const Digit *first, qsizetype count)
{
    for (qsizetype i = 0; i < count; ++i)
        text[first[i].at] = Mask;
}

/// A card may be a whole group, a part of one, or several whole groups.
void hideCards(QString &text, const Digits &digits)
{
    qsizetype groupEnd = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        if (digits.at(i).isFirst) {
            groupEnd = i;
            while (!digits.at(groupEnd).isLast)
                ++groupEnd;
            if (groupEnd - i >= MostCardDigits)
                hide(text, digits.data() + i, groupEnd - i + 1);
        }
        for (qsizetype count = LeastCardDigits; count <= MostCardDigits && i + count <= digits.size();
             ++count) {
            const qsizetype end = i + count - 1;
            const bool isInGroup = end <= groupEnd;
            const bool isOfGroups = digits.at(i).isFirst && digits.at(end).isLast;
            if ((isInGroup || isOfGroups) && passesLuhn(digits.data() + i, count))
                hide(text, digits.data() + i, count);
        }
    }
}

bool isOfWord(const QString &text, qsizetype at)
{
    return at >= 0 && at < text.size() && text.at(at).isLetterOrNumber();
}

void hideNumbers(QString &text, const Digits &digits, qsizetype least)
{
    const qsizetype before = digits.first().at - 1;
    if (before >= 0 && text.at(before) == u'+' && digits.size() >= least)
        return hide(text, digits.data(), digits.size() - ShownDigits);
    qsizetype begin = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        if (digits.at(i).isFirst)
            begin = i;
        const qsizetype count = i - begin + 1;
        if (digits.at(i).isLast && count >= least && !isOfWord(text, digits.at(begin).at - 1) &&
            !isOfWord(text, digits.at(i).at + 1))
            hide(text, digits.data() + begin, count - (count > 5 ? ShownDigits : ShownDigits - 1));
    }
}

template <class Hide>
QString masked(const QString &text, qsizetype leastDigits, Hide hideIn)
{
    QString result = text;
    for (qsizetype at = 0; at < text.size();) {
        if (text.at(at).digitValue() < 0) {
            ++at;
            continue;
        }
        const Digits digits = takeRun(text, at);
        if (digits.size() >= leastDigits)
            hideIn(result, digits);
    }
    return result;
}

QString maskedFrom(qsizetype least, const QString &text)
{
    return masked(text, least, [least](QString &result, const Digits &digits) {
        hideNumbers(result, digits, least);
        hideCards(result, digits); // by the digits, which the text no longer has to have
    });
}

/// "CustomerPin2" is customer, pin; in lower case, without digits.
QStringList wordsIn(QStringView name)
{
    QStringList words;
    bool goesOn = false;
    bool wasUpper = false;
    for (const QChar c : name) {
        const bool begins = !goesOn || (c.isUpper() && !wasUpper);
        wasUpper = c.isUpper();
        goesOn = c.isLetter();
        if (!goesOn)
            continue;
        if (begins)
            words.append(QString());
        words.last().append(c.toLower());
    }
    return words;
}

} // namespace

bool isSecretName(QStringView name)
{
    static const QStringList Secrets{u"cvv"_s,        u"cvc"_s,          u"cvn"_s,        u"csc"_s,
                                     u"pin"_s,        u"pan"_s,          u"password"_s,   u"passwd"_s,
                                     u"pwd"_s,        u"passwort"_s,     u"secret"_s,     u"token"_s,
                                     u"cardnumber"_s, u"kartennummer"_s, u"prüfziffer"_s, u"geheimzahl"_s};
    const QStringList words = wordsIn(name);
    const auto has = [&words](const QString &word) { return words.contains(word); };
    return std::any_of(Secrets.begin(), Secrets.end(), has) ||
           (has(u"card"_s) && (has(u"number"_s) || has(u"no"_s))) || (has(u"security"_s) && has(u"code"_s)) ||
           Secrets.contains(words.join(QString()));
}

QString maskedValue(QStringView name, const QString &value)
{
    return isSecretName(name) && !value.isEmpty() ? QString(3, Mask) : maskedCards(value);
}

QString maskedCards(const QString &text)
{
    return masked(text, LeastCardDigits,
                  [](QString &result, const Digits &digits) { hideCards(result, digits); });
}

QString maskedText(const QString &text)
{
    return maskedFrom(LeastNumberDigits, text);
}

QString maskedServerText(const QString &text)
{
    return maskedFrom(LeastExtensionDigits, text);
}

QString maskedNumber(QStringView number)
{
    const qsizetype shown = number.size() > 5 ? 3 : number.size() > 2 ? 2 : 0;
    QString result(number.size() - shown, Mask);
    result += number.last(shown);
    return result;
}

} // namespace core
