#include "backends/logreplay/lines/linekind.h"

#include "backends/logreplay/logtime.h"

#include <algorithm>

namespace logreplay {

namespace {

constexpr std::string_view MarksOfServers[] = {"[BSYNC]", "[ISCC]"};

constexpr bool isOfAName(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

bool isMessageName(std::string_view name)
{
    return name.starts_with("Event") || name.starts_with("Request");
}

} // namespace

std::string_view messageNameIn(std::string_view line)
{
    for (std::size_t at = line.find(MessageWord); at != std::string_view::npos;
         at = line.find(MessageWord, at + 1)) {
        if (at > 0 && !isBlank(line[at - 1]))
            continue;
        std::string_view name = line.substr(at + MessageWord.size());
        std::size_t end = 0;
        while (end < name.size() && isOfAName(name[end]))
            ++end;
        if (end < name.size() && !isBlank(name[end]) && name[end] != '(')
            continue;
        name = name.substr(0, end);
        if (isMessageName(name))
            return name;
    }
    return {};
}

bool isForeignHead(std::string_view line)
{
    const bool isMarked = isOfServers(line);
    for (std::size_t at = line.find(MessageWord); at != std::string_view::npos;
         at = line.find(MessageWord, at + 1)) {
        const std::string_view name = line.substr(at + MessageWord.size());
        if (isMarked || name.starts_with("ISCCEvent") || name.starts_with("ISCCRequest"))
            return true;
    }
    return false;
}

bool isOfServers(std::string_view line)
{
    constexpr std::size_t Beginning = 64; // a stamp stands before the mark, and little else
    const std::string_view beginning = line.substr(0, Beginning);
    const std::size_t at = beginning.find('[');
    if (at == std::string_view::npos)
        return false;
    return std::any_of(std::begin(MarksOfServers), std::end(MarksOfServers), [&](std::string_view mark) {
        return beginning.find(mark, at) != std::string_view::npos;
    });
}

bool isForeignAttribute(std::string_view text)
{
    const std::string_view name = takeWord(text);
    const std::size_t at = name.find(AttributeWord);
    return at > 0 && at != std::string_view::npos && std::all_of(name.begin(), name.begin() + at, isOfAName);
}

std::optional<QDate> dateIn(std::string_view line)
{
    constexpr std::string_view Head = "Local time:";
    if (line.starts_with(Head))
        line = trimmed(line.substr(Head.size()));
    const auto stamp = stampAt(line);
    return stamp ? stamp->date : std::nullopt;
}

int takeIndent(std::string_view &line)
{
    int columns = 0;
    while (!line.empty() && isBlank(line.front())) {
        columns += line.front() == '\t' ? TabColumns : 1;
        line.remove_prefix(1);
    }
    return columns;
}

} // namespace logreplay
