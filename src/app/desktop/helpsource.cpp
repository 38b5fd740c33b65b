#include "app/desktop/helpsource.h"

#include "app/desktop/diagnostics.h"
#include "app/desktop/startup.h"
#include "app/platform/globalhotkeys.h"
#include "app/terminal/logsink.h"
#include "automation/socketpath.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSslSocket>

#include <archive.h>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QString sqliteVersion()
{
    const QString name = u"about"_s;
    QString version;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(u":memory:"_s);
        if (database.open()) {
            QSqlQuery query(u"select sqlite_version()"_s, database);
            if (query.next())
                version = query.value(0).toString();
        }
    }
    QSqlDatabase::removeDatabase(name);
    return version;
}

widgets::HelpFacts factsFrom(const HelpOrigins &origins)
{
    const QString &instance = origins.startup.instance;
    const bool hasSocket = origins.startup.policy.automation() != model::AutomationAccess::Off;
    widgets::HelpFacts facts{
        .inWindow = origins.profile.inForce().keysInWindow,
        .everywhere = origins.profile.inForce().keysEverywhere,
        .hotkeyObstacle = origins.hotkeys.obstacle(),
        .places = {.policy = origins.startup.policyPath,
                   .settings = origins.startup.settingsFile,
                   .log = LogSink::pathOf(instance),
                   .journal = origins.journalPath,
                   .socket = hasSocket ? automation::socketPath(instance) : QString(),
                   .bundle = QFileInfo(diagnosticsPath(instance, QDateTime())).path()},
    };
    for (const model::Command command : model::CommandsEverywhere) {
        if (const QString trouble = origins.hotkeys.trouble(command); !trouble.isEmpty())
            facts.hotkeyTroubles.insert(command, trouble);
    }
    return facts;
}

} // namespace

widgets::HelpSource helpSource(const HelpOrigins &origins)
{
    return {.facts = [origins] { return factsFrom(origins); }, .parts = &programParts};
}

QList<widgets::ProgramPart> programParts()
{
    const QString tls = QSslSocket::sslLibraryVersionString();
    QList<widgets::ProgramPart> parts{
        {u"Qt"_s, QString::fromLatin1(qVersion()), u"LGPL-3.0"_s},
        {u"SQLite"_s, sqliteVersion(), u"public domain"_s},
        {u"libarchive"_s, QString::fromLatin1(archive_version_string()).section(u' ', 1), u"BSD-2-Clause"_s},
        {u"TLS"_s, tls, tls.startsWith(u"OpenSSL 3"_s) ? u"Apache-2.0"_s : QString()},
    };
#ifdef TALLYLIGHT_HAS_KEYCHAIN
    parts.append({u"QtKeychain"_s, {}, u"BSD-3-Clause"_s});
#endif
    return parts;
}

} // namespace app
