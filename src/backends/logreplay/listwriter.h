#pragma once

#include "tlib/kvlist.h"

#include <string>
#include <string_view>

namespace logreplay {

/// Whether a line of a log can carry it in quotes.
bool isOneLine(std::string_view text);
/// `[size]` and every byte: for what a line cannot carry otherwise.
void putDump(std::string &to, std::string_view bytes);
/// `[size] b0 b1 b2 b3..` and its pairs on lines of their own, the last without its end. A list that holds
/// something without a text form (line ends, quotes in keys, binary, Unicode) is written as all its bytes.
void putList(std::string &to, const tlib::KvList &list);

} // namespace logreplay
