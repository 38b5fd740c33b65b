#include "presentation/words/plaintext.h"

#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace presentation {

namespace {

constexpr int MostMarks = 3; ///< on one letter; more would cover the lines above and below

/// What is not seen, or moves what is seen.
bool isUnseen(QChar::Category category)
{
    return category == QChar::Other_Format || category == QChar::Other_Control ||
           category == QChar::Separator_Line || category == QChar::Separator_Paragraph ||
           category == QChar::Other_Surrogate;
}

} // namespace

QString plainText(const QString &outside, int maximum)
{
    const bool isPlain =
        std::all_of(outside.begin(), outside.end(), [](QChar c) { return c >= u' ' && c <= u'~'; });
    if (isPlain && outside.size() <= maximum)
        return outside; // as nearly always
    QString text;
    int marks = 0;
    const QList<uint> characters = QStringView(outside).left(maximum).toUcs4();
    for (const uint c : characters) {
        const QChar::Category category = QChar::category(c);
        marks = category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing ? marks + 1 : 0;
        if (marks > MostMarks)
            continue;
        if (QChar::isSpace(c) && category != QChar::Separator_Line && category != QChar::Separator_Paragraph)
            text += u' ';
        else if (isUnseen(category))
            text += QChar::ReplacementCharacter;
        else
            text += QStringView(QChar::fromUcs4(c));
    }
    if (outside.size() > maximum)
        text += u'…';
    return text;
}

QString plainSentence(const QString &outside, int maximum)
{
    QString said = plainText(outside, maximum);
    if (said.isEmpty())
        return said;
    said[0] = said.at(0).toUpper();
    const bool isWhole =
        said.endsWith(u'.') || said.endsWith(u'!') || said.endsWith(u'?') || said.endsWith(u'…');
    return isWhole ? said : said + u'.';
}

QString plainToolTip(const QString &text)
{
    return Qt::mightBeRichText(text) ? u"<qt>"_s + text.toHtmlEscaped() + u"</qt>"_s : text;
}

QString plainLabel(const QString &text)
{
    return QString(text).replace(u'&', u"&&"_s);
}

QString plainCell(const QString &text)
{
    const QString plain = plainText(text, int(text.size()));
    const QChar first = plain.isEmpty() ? QChar() : plain.at(0);
    const bool isSigned = first == u'+' || first == u'-' || first == u'\u2212';
    const bool isNumber =
        isSigned && plain.size() > 1 && std::all_of(plain.begin() + 1, plain.end(), [](QChar c) {
            return (c >= u'0' && c <= u'9') || c == u',' || c == u' ';
        });
    const bool isFormula = first == u'=' || first == u'@' || (isSigned && !isNumber);
    return isFormula ? u'\'' + plain : plain;
}

} // namespace presentation
