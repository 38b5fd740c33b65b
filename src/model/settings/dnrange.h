#pragma once

#include "core/result.h"
#include "tlib/ids.h"

#include <QList>
#include <QStringList>

/// DNs as people write them: single ones and ranges such as 7000-7099.
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

/// What is said of more than MostDns.
core::Error tooManyDns();

} // namespace model
