#include "core/csv.h"

using namespace Qt::StringLiterals;

namespace core {

QByteArray csvCell(const QString &text)
{
    const bool isFormula = !text.isEmpty() && u"=+-@\t\r"_s.contains(text.front());
    QString whole = (isFormula ? u"'"_s : QString()) + text;
    if (whole.contains(u'"') || whole.contains(u',') || whole.contains(u'\n') || whole.contains(u'\r'))
        whole = u'"' + whole.replace(u'"', u"\"\""_s) + u'"';
    return whole.toUtf8();
}

} // namespace core
