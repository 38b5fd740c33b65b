#pragma once

#include "core/result.h"

#include <QString>

class QCommandLineParser;

namespace app {

/// --instance, else TALLYLIGHT_INSTANCE, else `otherwise`. InvalidInput with one sentence that names where
/// the name came from.
core::Result<QString> instanceFrom(const QCommandLineParser &parser, const QString &otherwise);

} // namespace app
