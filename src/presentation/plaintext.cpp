#include "presentation/plaintext.h"

#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace presentation {

QString plainText(const QString &outside, int maximum)
{
    QString text;
    for (const QChar c : outside.left(maximum)) {
        const bool moves = c.category() == QChar::Other_Format || c.category() == QChar::Separator_Line ||
                           c.category() == QChar::Separator_Paragraph;
        if (c.isSpace() && !moves)
            text += u' ';
        else if (moves || c.category() == QChar::Other_Control)
            text += QChar::ReplacementCharacter;
        else
            text += c;
    }
    if (outside.size() > maximum)
        text += u'…';
    return text;
}

QString plainToolTip(const QString &text)
{
    return Qt::mightBeRichText(text) ? u"<qt>"_s + text.toHtmlEscaped() + u"</qt>"_s : text;
}

} // namespace presentation
