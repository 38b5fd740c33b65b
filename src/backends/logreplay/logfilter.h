#pragma once

#include "tlib/ids.h"
#include "tlib/kvlist.h"

#include <QHash>

namespace logreplay {

/// A list of which the log shows less than the server had: what its log filter (log-filter-data: skip, hide,
/// tag) leaves. Every pair that stands in it in clear is so; of one that does not, it says nothing.
struct ShortList
{
    tlib::KvList shown = {}; ///< in clear, at the top; marks that the filter has set around values are gone
    QList<QByteArray> hidden = {}; ///< keys whose values are not shown
    int pairs = 0;                 ///< that are not shown
    qsizetype bytes = 0; ///< packed, of those pairs; 0 when values are hidden, whose size nobody knows
};

/// What can be read of a list whose packed form, as the log shows it, has another size or number of pairs
/// than the log prints. Nullopt when no log filter makes it so: then it is damaged.
std::optional<ShortList> shortListFrom(const tlib::KvList &list, qsizetype declaredBytes, int declaredPairs);

/// What stands for a value that is hidden; in a log other words without quotes may stand in its place.
inline constexpr std::string_view HiddenValue = "[output suppressed]";
/// Whether a value is shown as hidden: so, or as asterisks.
bool isHidden(QByteArrayView value);

/// Knows whether a log was filtered, and by that whether a short list that lacks the one pair that matters
/// means that the call had none. That pair in clear in a short list shows that the filter lets it through;
/// and a filter leaves out the same pairs of a call each time, where damage does not.
class LogFilter
{
public:
    explicit LogFilter(const QByteArray &key)
        : m_key(key)
    {
    }

    /// False: the pair that matters may be one of those that are not shown. `isCut`: more of the list may
    /// have come.
    bool isBelieved(const ShortList &list, tlib::ConnId call, bool isCut);
    bool isEvident() const { return m_isEvident; }

private:
    struct Missing
    {
        int pairs = 0;
        qsizetype bytes = 0;
        bool operator==(const Missing &) const = default;
    };

    static constexpr int MostCalls = 4096;

    QByteArray m_key;
    bool m_isEvident = false;
    int m_most = 0;                         ///< pairs that were missing where the one that matters was there
    QHash<tlib::ConnId, Missing> m_ofCalls; ///< what was missing then
};

} // namespace logreplay
