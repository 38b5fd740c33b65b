#pragma once

#include "app/desktop/archive.h"
#include "app/desktop/startup.h"
#include "model/desk.h"
#include "model/link/messagetrace.h"

#include <optional>

namespace app {

/// A file of the diagnostic bundle, and what it holds in a few words.
struct DiagnosticFile
{
    ArchivedFile file = {};
    QString what = {};
};

/// What is looked at to make a bundle.
struct DiagnosticSources
{
    const Startup &startup;
    const model::Desk &desk;
    const model::MessageTrace &trace;
    QString logPath = {};
    std::optional<core::Error> logTrouble = {};
    QString journalPath = {};
    std::optional<core::Error> journalTrouble = {};
    QString settingsPath = {};
    QString policyPath = {};
};

/// Everything that helps to find a fault, and nothing that identifies a customer: no value of user data, no
/// password, of numbers only their end, no card number. Servers' hosts, ports and pins are in it: they are
/// what is looked for.
QList<DiagnosticFile> diagnosticFiles(const DiagnosticSources &sources);

/// "tallylight-default-20261123T140509.zip" in the person's folder of documents.
QString diagnosticsPath(const QString &instance, const QDateTime &when);

} // namespace app
