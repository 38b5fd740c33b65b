#pragma once

#include "app/commandline/journaloptions.h"
#include "core/clock.h"
#include "core/result.h"

#include <QJsonObject>
#include <QStringList>

#include <variant>

class QCommandLineParser;

namespace app {

/// What tallylightctl was asked to do.
struct CtlRequest
{
    QString instance = {};
    QString verb = {};
    QJsonObject params = {};
    core::Duration timeOut = {};
};

/// A text to print in place of doing anything: --help, --version.
struct CtlText
{
    QString text = {};
};

/// `arguments` begins with the program's name. InvalidInput with one sentence when they are wrong.
core::Result<std::variant<CtlRequest, JournalRequest, CtlText>> ctlRequestFrom(const QStringList &arguments);

} // namespace app
