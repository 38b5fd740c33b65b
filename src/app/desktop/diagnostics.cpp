#include "app/desktop/diagnostics.h"

#include "core/logfile.h"
#include "core/masking.h"
#include "model/settings/inireader.h"
#include "model/statewords.h"
#include "presentation/words/connectiontext.h"
#include "presentation/words/tracetext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSslSocket>
#include <QStandardPaths>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace app {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(app::Diagnostics)
};

/// Lines of "name: value", in English: they are read by whoever helps.
class Report
{
public:
    void add(const QString &name, const QString &value)
    {
        m_text += name + u": "_s + QString(value).replace(u'\n', u' ') + u'\n';
    }
    void add(const QString &name, qint64 value) { add(name, QString::number(value)); }
    void line(const QString &text) { m_text += text + u'\n'; }
    QByteArray text() const { return m_text.toUtf8(); }

private:
    QString m_text;
};

QByteArray aboutProgram(const DiagnosticSources &sources)
{
    Report report;
    report.add(u"Tallylight"_s, QCoreApplication::applicationVersion());
    report.add(u"made at"_s, sources.desk.clock.wallTime().toString(Qt::ISODateWithMs));
    report.add(u"instance"_s, sources.startup.instance);
    report.add(u"practice"_s, sources.startup.isDemo ? u"yes"_s : u"no"_s);
    report.add(u"Qt"_s, u"%1 (built against %2)"_s.arg(QString::fromLatin1(qVersion()),
                                                       QStringLiteral(QT_VERSION_STR)));
    report.add(u"Qt build"_s, QString::fromLatin1(QLibraryInfo::build()));
    report.add(u"TLS"_s, u"%1 (built against %2)"_s.arg(QSslSocket::sslLibraryVersionString(),
                                                        QSslSocket::sslLibraryBuildVersionString()));
    report.add(u"system"_s, QSysInfo::prettyProductName());
    report.add(u"kernel"_s, QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion());
    report.add(u"processor"_s, QSysInfo::currentCpuArchitecture());
    report.add(u"display"_s, QGuiApplication::platformName());
    report.add(u"locale"_s, QLocale().name());
    if (sources.logTrouble)
        report.add(u"log"_s, sources.logTrouble->text);
    for (const QString &remark : sources.startup.remarks)
        report.add(u"remark"_s, core::maskedText(remark));
    return report.text();
}

QString wordFor(model::MonitorState state)
{
    switch (state) {
    case model::MonitorState::Waiting: return u"waiting"_s;
    case model::MonitorState::Monitored: return u"monitored"_s;
    case model::MonitorState::Refused: return u"refused"_s;
    }
    Q_UNREACHABLE();
}

QString wordFor(model::DnUse use)
{
    switch (use) {
    case model::DnUse::Own: return u"own"_s;
    case model::DnUse::Watched: return u"watched"_s;
    case model::DnUse::RoutingPoint: return u"routing point"_s;
    }
    Q_UNREACHABLE();
}

void addServers(Report &report, const model::ServerConnection &connection)
{
    for (const tlib::Endpoint &server : connection.servers())
        report.add(u"server"_s, server.address() + (server.secure ? u", TLS"_s : u", plain TCP"_s));
    report.add(u"of these, in use or tried next"_s, connection.endpoint().address());
    const auto security = connection.security();
    if (!security)
        return report.add(u"encrypted"_s, u"there is no session"_s);
    report.add(u"encrypted"_s, security->isEncrypted ? security->protocol : u"no"_s);
    if (security->certificateEnds.isValid())
        report.add(u"server's certificate ends"_s, security->certificateEnds.toString(Qt::ISODate));
    if (security->ownCertificateEnds.isValid())
        report.add(u"own certificate ends"_s, security->ownCertificateEnds.toString(Qt::ISODate));
}

QByteArray aboutConnection(const DiagnosticSources &sources)
{
    const model::Desk &desk = sources.desk;
    const model::ServerConnection &connection = desk.connection;
    Report report;
    report.add(u"state"_s, model::wordFor(connection.state()));
    report.add(u"role"_s, model::wordFor(connection.role()));
    report.add(u"overdue"_s, connection.isOverdue() ? u"yes"_s : u"no"_s);
    report.add(u"was connected"_s, connection.wasConnected() ? u"yes"_s : u"no"_s);
    if (connection.trouble())
        report.add(u"trouble"_s, core::maskedText(core::toString(*connection.trouble())));
    if (connection.nextAttempt())
        report.add(u"next attempt in ms"_s, (*connection.nextAttempt() - desk.clock.now()).count());
    addServers(report, connection);
    const qsizetype calls = desk.calls.ids().size();
    report.add(u"calls"_s, calls);
    report.add(u"of these certain"_s,
               std::count_if(desk.calls.ids().begin(), desk.calls.ids().end(), [&desk](model::CallId id) {
                   const model::Call *call = desk.calls.find(id);
                   return call && desk.calls.isCertain(*call);
               }));
    report.add(u"failures that nobody has closed"_s, desk.toasts.toasts().size());
    report.add(u"messages and changes of the link so far"_s, sources.trace.end());
    report.line({});
    for (const model::DnEntry &entry : desk.registry.entries())
        report.add(core::maskedNumber(entry.dn.toString()) + u' ' + wordFor(entry.use),
                   wordFor(desk.registry.stateOf(entry.dn)));
    return report.text();
}

/// DNs and agents' ids are persons' numbers; what else is known to be a setting is no secret.
bool isOfPersons(const QString &key)
{
    return key.startsWith(u"agent/") ? key != u"agent/role"
                                     : key == u"supervisor/dns" || key == u"supervisor/routingPoints";
}

QByteArray iniWithoutSecrets(const QString &path, const QStringList &known)
{
    Report report;
    report.line(u"; "_s + path);
    const auto ini = model::readIniFile(path);
    if (!ini) {
        report.line(u"; "_s + core::toString(ini.error()));
        return report.text();
    }
    const model::IniValues values = ini->values();
    QStringList keys = values.keys();
    keys.sort();
    for (const QString &key : std::as_const(keys)) {
        if (!known.contains(key)) { // nobody knows what it is for
            report.line(core::maskedText(key) + u" = (not shown: no setting of this version)"_s);
            continue;
        }
        QStringList shown = values.value(key);
        for (QString &value : shown)
            value = isOfPersons(key) ? core::maskedNumber(value.trimmed()) : core::maskedText(value);
        report.line(key + u" = "_s + shown.join(u", "_s));
    }
    return report.text();
}

/// Which files there are, not what is in them: reading them through would hold the window, and a journal has
/// DNs whole.
QByteArray aboutJournal(const DiagnosticSources &sources)
{
    Report report;
    const QFileInfo journal(sources.journalPath);
    report.add(u"journal"_s, journal.filePath());
    const QFileInfoList files =
        QDir(journal.path()).entryInfoList({journal.fileName() + u'*'}, QDir::Files, QDir::Name);
    for (const QFileInfo &file : files)
        report.add(file.fileName(), u"%1 bytes, last written at %2"_s.arg(file.size())
                                        .arg(file.lastModified().toString(Qt::ISODate)));
    report.add(u"kept for days"_s, sources.startup.preferences.journalKeepDays);
    report.add(u"trouble"_s,
               sources.journalTrouble ? core::maskedText(sources.journalTrouble->text) : u"none"_s);
    report.line(
        u"Its entries: tallylightctl --instance %1 journal --export csv"_s.arg(sources.startup.instance));
    return report.text();
}

QByteArray traceText(const model::MessageTrace &trace)
{
    QByteArray text;
    for (qint64 number = trace.first(); number < trace.end(); ++number) {
        const model::TraceEntry &entry = trace.at(number);
        text += presentation::traceLine(entry).toUtf8() + '\n';
    }
    return text;
}

QList<DiagnosticFile> logs(const QString &path)
{
    QList<DiagnosticFile> files;
    for (const QString &name : core::LogFile::filesOf(path)) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        files.append({.file = {.name = u"log/"_s + QFileInfo(name).fileName(), .content = file.readAll()},
                      .what = Words::tr("What the program has logged, masked")});
    }
    return files;
}

} // namespace

QList<DiagnosticFile> diagnosticFiles(const DiagnosticSources &sources)
{
    const QStringList settings = model::preferenceKeys();
    const QStringList policy =
        settings + QStringList{u"permissions/start"_s, u"permissions/pause"_s, u"permissions/resume"_s,
                               u"permissions/stop"_s, u"automation/access"_s};
    return QList<DiagnosticFile>{
               {.file = {.name = u"program.txt"_s, .content = aboutProgram(sources)},
                .what = Words::tr("Versions of the program and of the system")},
               {.file = {.name = u"connection.txt"_s, .content = aboutConnection(sources)},
                .what = Words::tr("The connection, and which DNs are monitored")},
               {.file = {.name = u"settings.ini"_s,
                         .content = iniWithoutSecrets(sources.settingsPath, settings)},
                .what = Words::tr("Settings, with servers and pins")},
               {.file = {.name = u"policy.ini"_s, .content = iniWithoutSecrets(sources.policyPath, policy)},
                .what = Words::tr("The administrator's policy")},
               {.file = {.name = u"journal.txt"_s, .content = aboutJournal(sources)},
                .what = Words::tr("The journal's files and their sizes, not its entries")},
               {.file = {.name = u"trace.txt"_s, .content = traceText(sources.trace)},
                .what = Words::tr("The last messages to and from the server, masked")},
           } +
           logs(sources.logPath);
}

QString diagnosticsPath(const QString &instance, const QDateTime &when)
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
        .filePath(u"tallylight-%1-%2.zip"_s.arg(instance, when.toString(u"yyyyMMdd'T'HHmmss"_s)));
}

} // namespace app
