#include "model/settings/keys/keytext.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

namespace {

constexpr QStringView KeyModifiers[] = {u"Meta", u"Ctrl", u"Alt", u"Shift"};

/// Those that do nothing to a text and move nothing in a window, and so may stand alone.
constexpr QStringView LoneKeys[] = {u"Pause", u"Print", u"ScrollLock", u"Ins", u"Menu"};

constexpr QStringView NamedKeys[] = {u"Esc",   u"Tab",  u"Backspace", u"Return", u"Enter",
                                     u"Del",   u"Home", u"End",       u"Left",   u"Up",
                                     u"Right", u"Down", u"PgUp",      u"PgDown", u"Space"};

template <size_t Count>
std::optional<QString> nameIn(const QStringView (&names)[Count], const QString &text)
{
    const auto found = std::find_if(std::begin(names), std::end(names), [&](QStringView name) {
        return text.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == std::end(names) ? std::nullopt : std::optional(found->toString());
}

std::optional<QString> functionKey(const QString &text)
{
    constexpr int LastFunctionKey = 24;
    bool isNumber = false;
    const int number = text.mid(1).toInt(&isNumber);
    if (text.size() < 2 || text.at(0).toUpper() != u'F' || !text.at(1).isDigit() || !isNumber || number < 1 ||
        number > LastFunctionKey)
        return std::nullopt;
    return u"F%1"_s.arg(number);
}

/// The key itself, without modifiers.
std::optional<QString> bareKey(const QString &text)
{
    if (text.size() == 1 && text.at(0) > u' ' && text.at(0) < QChar(0x7f))
        return text.toUpper();
    if (const auto function = functionKey(text))
        return function;
    if (const auto lone = nameIn(LoneKeys, text))
        return lone;
    return nameIn(NamedKeys, text);
}

} // namespace

core::Result<QString> normalKey(const QString &text)
{
    const core::Error noKey{.kind = core::ErrorKind::InvalidInput,
                            .text = u"\"%1\" is no key like F7 or Ctrl+Alt+P"_s.arg(text)};
    const QString whole = text.simplified().remove(u' ');
    const bool isPlus = whole.endsWith(u'+');
    const QString before = isPlus ? whole.chopped(1) : whole.section(u'+', 0, -2);
    const auto key = bareKey(isPlus ? u"+"_s : whole.section(u'+', -1));
    if (!key || (isPlus && !before.isEmpty() && !before.endsWith(u'+')))
        return noKey;
    QStringList modifiers = before.split(u'+', Qt::SkipEmptyParts);
    QStringList parts;
    for (const QStringView modifier : KeyModifiers) {
        if (modifiers.removeIf(
                [&](const QString &each) { return each.compare(modifier, Qt::CaseInsensitive) == 0; }) > 0)
            parts.append(modifier.toString());
    }
    if (!modifiers.isEmpty())
        return noKey;
    return (parts << *key).join(u'+');
}

KeyFlaw flawInKey(const QString &key, bool everywhere)
{
    const QString bare = key.endsWith(u"++"_s) || key == u"+" ? u"+"_s : key.section(u'+', -1);
    const bool mayBeAlone = functionKey(bare) || nameIn(LoneKeys, bare);
    const bool hasAlt = key.startsWith(u"Alt+"_s) || key.contains(u"+Alt+"_s);
    const bool hasOther = key.contains(u"Ctrl+"_s) || key.contains(u"Meta+"_s);
    if (!mayBeAlone && !hasAlt && !hasOther)
        return KeyFlaw::NeedsModifier;
    const bool isWritten = bare.size() == 1;
    return isWritten && hasAlt && !hasOther && !everywhere ? KeyFlaw::Mnemonic : KeyFlaw::None;
}

} // namespace model
