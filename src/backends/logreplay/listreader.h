#pragma once

#include "backends/logreplay/logfilter.h"
#include "backends/logreplay/statistics.h"
#include "tlib/kvlist.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace logreplay {

/// Lines of a key-value list to a KvList, checked against the packed size and the number of pairs that the
/// log prints before it. Packs into one buffer that is kept from list to list.
class ListReader
{
public:
    /// A list of an attribute that stands at `indent` (columns) begins with this value.
    void begin(std::string_view value, int indent);
    /// A line inside it, from its first quote on.
    void addLine(std::string_view pair, int indent);
    /// Why the list is not to be trusted; with the two sizes for ListSize.
    struct Flaw
    {
        Skip reason = Skip::UnreadableList;
        QByteArray detail = {};
        std::optional<ShortList> rest = {}; ///< what a log filter would have left of it
    };
    /// Ends the list.
    std::optional<Flaw> end(tlib::KvList &into);

private:
    struct Level
    {
        std::size_t start = 0; ///< of its number of pairs
        int indent = 0;        ///< of the line that it belongs to: its pairs stand deeper
        int pairs = 0;
    };

    Flaw flawOfSize(QByteArray detail) const;
    void takePairs(std::string_view text, int indent);
    bool takeValue(std::string_view key, std::string_view value);
    bool putHead(char type, std::string_view key, std::size_t valueSize);
    bool openList(std::string_view key, int indent);
    void closeList();
    void put16(std::size_t number);
    void put16At(std::size_t at, std::size_t number);

    std::string m_packed;
    std::string m_shown; ///< the first packed bytes, as the log prints them
    std::array<Level, tlib::KvList::MaximumDepth + 1> m_levels;
    std::size_t m_depth = 0;    ///< of the list that takes pairs now
    std::size_t m_declared = 0; ///< packed bytes
    bool m_isDump = false;      ///< the log prints every byte and no pairs
    bool m_isBroken = false;
};

} // namespace logreplay
