#pragma once

#include "core/result.h"
#include "tlib/ids.h"

#include <QList>

/// Files of DNs, as people write them, with a name to each.
namespace model {

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
