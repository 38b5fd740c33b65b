#include "presentation/words/calls/casedata.h"

#include "core/masking.h"
#include "presentation/words/plaintext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace presentation {

namespace {

constexpr int MostLines = 100;
constexpr int LongestKey = 40;
constexpr int LongestValue = 120;

class CaseDataWords
{
    Q_DECLARE_TR_FUNCTIONS(presentation::CaseData)
};

struct Pair
{
    QString key;
    QString value;
};

/// Every pair that is no list, under the names of the lists that it stands in.
void collect(QList<Pair> &pairs, const tlib::KvList &list, const QString &before, int depth)
{
    for (const tlib::KvList::Pair pair : list) {
        const QString key = before + pair.keyText();
        if (pair.value.type() != tlib::KvType::List)
            pairs.append({key, pair.value.toString()});
        else if (depth < tlib::KvList::MaximumDepth)
            collect(pairs, pair.value.toList(), key + u'.', depth + 1);
    }
}

/// Masked first and cut then: half a card number does not look like one.
CaseLine shown(const Pair &pair)
{
    return {.key = plainText(pair.key, LongestKey),
            .value = plainText(core::maskedValue(pair.key, pair.value), LongestValue)};
}

bool isNamed(const QStringList &names, const QString &key)
{
    return names.contains(key, Qt::CaseInsensitive);
}

} // namespace

CaseData caseData(const model::Call &call, const QStringList &keys, const QStringList &hidden)
{
    QList<Pair> pairs;
    collect(pairs, call.userData, {}, 1);
    pairs.removeIf([&hidden](const Pair &pair) { return isNamed(hidden, pair.key); });
    CaseData data;
    for (const QString &key : keys) {
        const auto found = std::find_if(pairs.begin(), pairs.end(), [&key](const Pair &pair) {
            return pair.key.compare(key, Qt::CaseInsensitive) == 0;
        });
        if (found != pairs.end())
            data.named.append(shown(*found));
    }
    for (const Pair &pair : std::as_const(pairs)) {
        if (isNamed(keys, pair.key))
            continue;
        if (data.rest.size() < MostLines)
            data.rest.append(shown(pair));
        else
            ++data.left;
    }
    return data;
}

QString caseLineText(const CaseLine &line)
{
    return CaseDataWords::tr("%1: %2", "a key of the case's data, its value").arg(line.key, line.value);
}

QString moreCaseLinesText(int left)
{
    return left > 0 ? CaseDataWords::tr("and %Ln more", "pairs of the case's data", left) : QString();
}

} // namespace presentation
