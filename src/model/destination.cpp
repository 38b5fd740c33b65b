#include "model/destination.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

DestinationFlaw flawIn(const tlib::Dn &destination, const tlib::Dn &own)
{
    constexpr std::size_t LongestDn = 255;
    if (destination.isEmpty())
        return DestinationFlaw::Empty;
    const QString text = destination.toString();
    const bool isOneWord = std::none_of(text.begin(), text.end(), [](QChar c) {
        return c.isSpace() || c.category() == QChar::Other_Control;
    });
    if (!isOneWord || destination.bytes().size() > LongestDn)
        return DestinationFlaw::NotOneWord;
    return destination == own ? DestinationFlaw::OwnDn : DestinationFlaw::None;
}

QString sentenceFor(DestinationFlaw flaw, const tlib::Dn &destination)
{
    switch (flaw) {
    case DestinationFlaw::None: return {};
    case DestinationFlaw::Empty: return u"the destination is empty: name a DN"_s;
    case DestinationFlaw::NotOneWord:
        return u"\"%1\" is not a DN: it is one word of at most 255 bytes"_s.arg(
            destination.toString().left(60).simplified());
    case DestinationFlaw::OwnDn:
        return u"%1 is the DN that it is to go from: name another"_s.arg(destination.toString());
    }
    Q_UNREACHABLE();
}

} // namespace model
