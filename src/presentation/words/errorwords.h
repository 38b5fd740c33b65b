#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace presentation {

/// What an error number of SIP Server means to an agent, and what can be done about it.
struct ErrorWords
{
    QString sentence = {};
    QString advice = {};
};
/// Nothing for a number that is not one of ours.
std::optional<ErrorWords> errorWords(int code);
/// Those that are, from the least on.
QList<int> errorNumbers();

} // namespace presentation
