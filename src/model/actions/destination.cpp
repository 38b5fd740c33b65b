#include "model/actions/destination.h"

#include "model/settings/dnrange.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

DestinationFlaw flawIn(const tlib::Dn &destination, const tlib::Dn &own)
{
    if (destination.isEmpty())
        return DestinationFlaw::Empty;
    if (!isOneWord(destination.toString()))
        return DestinationFlaw::NotOneWord;
    return destination == own ? DestinationFlaw::OwnDn : DestinationFlaw::None;
}

tlib::Dn destinationFrom(const QString &typed)
{
    const QString text = typed.trimmed();
    const auto parts = [](QChar c) { return u" \u00a0-/.()"_s.contains(c); };
    const bool isNumber = std::all_of(text.begin(), text.end(), [&](QChar c) {
        return (c >= u'0' && c <= u'9') || c == u'+' || c == u'*' || c == u'#' || parts(c);
    });
    QString number = text;
    if (isNumber)
        number.removeIf(parts);
    return tlib::Dn(number);
}

} // namespace model
