#pragma once

#include "core/result.h"
#include "tlib/ids.h"

#include <QList>
#include <QStringList>

/// Lists of DNs as people write them: single ones, ranges such as 7000-7099, and files with a name to each.
namespace model {

/// So that a typing error does not register half the numbers of a country.
inline constexpr qsizetype MostDns = 100'000;

/// One word of at most 255 bytes, as a DN is; empty is none.
bool isOneWord(const QString &text);

/// Two numbers with a hyphen between them. Whether it is one that can be used, dnsFrom says.
bool isDnRange(const QString &text);

/// A single DN, or each of a range, which keeps its leading zeros: its ends have the same number of digits,
/// or are plain numbers without any. InvalidInput with one sentence that names the text.
core::Result<QList<tlib::Dn>> dnsFrom(const QString &text);
/// Of all of them, in their order; what is given twice counts once.
core::Result<QList<tlib::Dn>> dnsFrom(const QStringList &texts);
/// The same, for whoever wants to know only whether it is right.
core::Result<core::Done> checkDns(const QStringList &texts);

struct NamedDn
{
    tlib::Dn dn = {};
    QString name = {}; ///< of the person at it; often empty

    bool operator==(const NamedDn &) const = default;
};

/// A text file (UTF-8): a DN or a range a line; after a single DN and a comma or a tab the name of its agent;
/// `#` begins a comment, on a line of its own or after a blank. Io, or Malformed with one sentence that names
/// the file and the line.
core::Result<QList<NamedDn>> readDnFile(const QString &path);

} // namespace model
