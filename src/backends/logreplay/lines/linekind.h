#pragma once

#include "backends/logreplay/text.h"

#include <QDate>

namespace logreplay {

// What kind of line of a log this is.

inline constexpr std::string_view MessageWord = "message "; ///< before the name in a message's first line
inline constexpr std::string_view AttributeWord = "Attribute";

/// The name behind "message " in a message's first line; empty for any other line.
std::string_view messageNameIn(std::string_view line);
/// `message ISCCEventCallDataXferResp`, or any message in a line that is marked as the servers' own: what
/// follows was not said to clients.
bool isForeignHead(std::string_view line);
/// Marked as of the synchronisation with the backup, or with other switches.
bool isOfServers(std::string_view line);
/// An attribute of what servers write for each other: ISCCAttributeConnID.
bool isForeignAttribute(std::string_view text);
/// Begins as an attribute or a pair does; without its indentation.
inline bool isPartOfAMessage(std::string_view text)
{
    return text.starts_with(AttributeWord) || text.starts_with('\'');
}
/// The date of a line, at its beginning or behind the words of a log file's head.
std::optional<QDate> dateIn(std::string_view line);
/// Takes the blanks from the front; their width in columns.
int takeIndent(std::string_view &line);

} // namespace logreplay
