#include "app/desktop/application.h"
#include "app/desktop/diagnostics.h"
#include "app/terminal/logsink.h"
#include "core/logging.h"
#include "support/desktop.h"
#include "support/serverdouble.h"
#include "support/testprogram.h"
#include "widgets/desk/diagnosticsdialog.h"
#include "widgets/lists/tracewindow.h"
#include "widgets/settings/passworddialog.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDirIterator>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTreeWidget>

#include <archive.h>
#include <archive_entry.h>

namespace tst_secrets {

using namespace Qt::StringLiterals;
using support::Desktop;
using support::Home;
using support::ServerDouble;

namespace {

/// What must be nowhere: card number, its security code, password, and other values of user data.
const QList<QByteArray> Canaries{"4111111111111111",   "4111 1111 1111 1111", "4111-1111-1111-1111",
                                 "737CVV737",          "correct-horse",       "Canary Customer",
                                 "canary@example.org", "8642135790"};

tlib::KvList canaryData()
{
    tlib::KvList data;
    data.append("CardNumber", u"4111111111111111");
    data.append("CardInGroups", u"4111 1111 1111 1111");
    data.append("CVV", u"737CVV737");
    data.append("Name", u"Canary Customer");
    data.append("Mail", u"canary@example.org");
    tlib::KvList inner;
    inner.append("Account", u"8642135790");
    data.append("Inner", inner);
    return data;
}

/// A server that puts secrets even where none belong: into its errors.
constexpr char16_t CanaryError[] = u"card 4111 1111 1111 1111 of account 4111-1111-1111-1111 is refused";

QStringList leaksIn(const QByteArray &content, const QString &where)
{
    QStringList leaks;
    for (const QByteArray &canary : Canaries) {
        const QByteArray utf16(reinterpret_cast<const char *>(QString::fromLatin1(canary).utf16()),
                               canary.size() * 2);
        if (content.contains(canary) || content.contains(utf16))
            leaks += where + u": "_s + QString::fromLatin1(canary);
    }
    return leaks;
}

/// Every file below this folder, by its name and its content.
QStringList leaksBelow(const QString &folder, int &files)
{
    QStringList leaks;
    QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        leaks += leaksIn(file.fileName().toUtf8(), u"name of "_s + file.fileName());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        ++files;
        leaks += leaksIn(file.readAll(), file.fileName());
    }
    return leaks;
}

/// The files of a ZIP archive, unpacked.
QHash<QString, QByteArray> filesIn(const QString &zip)
{
    QHash<QString, QByteArray> files;
    const std::unique_ptr<archive, int (*)(archive *)> reader(archive_read_new(), &archive_read_free);
    archive_read_support_format_zip(reader.get());
    if (archive_read_open_filename(reader.get(), QFile::encodeName(zip).constData(), 10'240) != ARCHIVE_OK)
        return files;
    archive_entry *entry = nullptr;
    while (archive_read_next_header(reader.get(), &entry) == ARCHIVE_OK) {
        QByteArray content;
        char buffer[8192];
        for (la_ssize_t size = 0; (size = archive_read_data(reader.get(), buffer, sizeof buffer)) > 0;)
            content.append(buffer, qsizetype(size));
        files.insert(QString::fromUtf8(archive_entry_pathname_utf8(entry)), content);
    }
    return files;
}

QAction *entryOf(QWidget &window, const QString &label)
{
    const QList<QAction *> entries = window.findChild<QPushButton *>(u"program"_s)->menu()->actions();
    for (QAction *entry : entries) {
        if (entry->text().remove(u'&') == label)
            return entry;
    }
    return nullptr;
}

} // namespace

/// Secrets go through the whole program, and are then looked for in everything that it has written and said.
class TestSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void row54TheSearchFindsWhatIsThere();
    void row54NothingSecretLeavesTheProgram();
    void row54NothingSecretIsTracedOrBundled();
    void aBundleIsWrittenWholeOrNotAtAll();

private:
    Home m_own; ///< of this process, which is a desktop, too
};

void TestSecrets::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // no keychain of the person who runs this
    for (const char *folder :
         {"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"})
        qputenv(folder, m_own.environment.value(QString::fromLatin1(folder)).toLocal8Bit());
}

void TestSecrets::row54TheSearchFindsWhatIsThere()
{
    Home home;
    home.write(u"config/tallylight/default.ini"_s, "x=4111111111111111\n");
    int files = 0;
    QCOMPARE(leaksBelow(home.path(u"."_s), files).size(), 1);
    QCOMPARE(files, 1);
}

void TestSecrets::row54NothingSecretLeavesTheProgram()
{
    Home home;
    home.environment.insert(u"QT_LOGGING_RULES"_s, u"tallylight.*.debug=true"_s);
    home.write(u"config/tallylight/default.ini"_s,
               "[connection]\nrequestTimeout=3\n[calls]\ncaseKeys=CardNumber, CVV, Name, Inner.Account\n");
    ServerDouble server;
    server.moreUserData = canaryData();
    Desktop desktop(home);
    QVERIFY(desktop.start({u"--connect"_s, server.url(), u"--dn"_s, u"7001"_s}));
    QTRY_COMPARE(desktop.link(), u"connected"_s);
    const tlib::ConnId call = server.ring(u"+493055501"_s, u"7001"_s);
    QTRY_COMPARE(desktop.callState(), u"ringing"_s);
    QCOMPARE(desktop.ctl("answer"), 0);
    server.sayRecording(call, u"ON"_s);
    QTRY_COMPARE(desktop.recording(), u"on"_s);

    QByteArray said;
    server.refuseNext(59, QString::fromUtf16(CanaryError));
    const support::CtlOutcome refused = desktop.ctl({u"pause"_s});
    QCOMPARE(refused.code, 1);
    said += refused.output + refused.errors;
    QTRY_COMPARE(desktop.toastCount(), 1);
    server.sayRecording(call, u"4111111111111111"_s); // as the recording's state
    QTRY_COMPARE(desktop.recording(), u"unknown"_s);
    server.dropClients();
    QTRY_COMPARE(desktop.recording(), u"unknown"_s);
    server.sayRecording(call, u"ON"_s);
    QTRY_COMPARE(desktop.recording(), u"on"_s);
    server.setSwitchLink(false);
    QTRY_COMPARE(desktop.link(), u"waiting"_s);
    for (const char *verb : {"state", "pause"}) {
        const support::CtlOutcome outcome = desktop.ctl({QString::fromLatin1(verb)});
        said += outcome.output + outcome.errors;
    }
    for (const QJsonObject &state : desktop.states())
        said += QJsonDocument(state).toJson();
    QCOMPARE(desktop.ctl({u"quit"_s, u"--force"_s}).code, 0);
    QVERIFY(desktop.program().waitForEnd());
    QCOMPARE(desktop.program().exitCode(), 0);
    said += desktop.program().output() + desktop.program().errors() + desktop.watcher().output();

    QVERIFY(said.contains("tallylight.model")); // it has logged, and been heard
    QCOMPARE(leaksIn(said, u"output"_s).join(u'\n'), QString());
    int files = 0;
    QCOMPARE(leaksBelow(home.path(u"."_s), files).join(u'\n'), QString());
    QVERIFY(files > 0);
    QVERIFY(QFileInfo(home.path(u"state/tallylight/default.log"_s)).size() > 0);
}

void TestSecrets::row54NothingSecretIsTracedOrBundled()
{
    QLoggingCategory::setFilterRules(u"tallylight.*.debug=true"_s);
    const QString bundle = m_own.path(u"bundle.zip"_s);
    ServerDouble server;
    server.password = u"correct-horse"_s;
    server.moreUserData = canaryData();
    {
        app::LogSink log;
        app::Startup startup{.instance = u"own"_s,
                             .policyPath = m_own.path(u"policy.ini"_s),
                             .settingsFile =
                                 m_own.write(u"config/tallylight/own.ini"_s,
                                             "[connection]\nservers=tlib://sip.example:7007\n[agent]\n"
                                             "dns=7001\n[other]\npassword=correct-horse\n"),
                             .servers = {*tlib::Endpoint::fromUrl(server.url())},
                             .entries = {{.dn = tlib::Dn(u"7001")}}};
        app::Application desktop(startup, log);
        QVERIFY(desktop.start());
        QWidget *window = nullptr;
        QTRY_VERIFY((window = QApplication::topLevelWidgets().value(0)));
        for (QWidget *each : QApplication::topLevelWidgets()) {
            if (qobject_cast<widgets::DeskWindow *>(each))
                window = each;
        }
        QVERIFY(entryOf(*window, u"Message trace"_s));
        // The password is asked for, given, and the right one.
        widgets::PasswordDialog *question = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT(question = window->findChild<widgets::PasswordDialog *>(),
                                 2 * support::Program::Patience);
        question->findChild<QLineEdit *>(u"password"_s)->setText(u"correct-horse"_s);
        question->findChild<QPushButton *>(u"connectNow"_s)->click();
        entryOf(*window, u"Message trace"_s)->trigger();
        auto *trace = window->findChild<widgets::TraceWindow *>();
        QVERIFY(trace && trace->isVisible());
        auto *messages = trace->findChild<QTableView *>(u"messages"_s);
        auto *find = trace->findChild<QLineEdit *>(u"find"_s);
        find->setText(u"EventRegistered"_s);
        QTRY_VERIFY_WITH_TIMEOUT(messages->model()->rowCount() > 0, support::Program::Patience);
        const tlib::ConnId call = server.ring(u"+493055501"_s, u"7001"_s);
        server.sayRecording(call, u"ON"_s);
        qCWarning(core::appLog) << "a mistake: correct-horse and 4111111111111111";
        find->setText(u"EventAttachedDataChanged"_s);
        QTRY_VERIFY_WITH_TIMEOUT(messages->model()->rowCount() > 0, support::Program::Patience);
        messages->selectAll();
        trace->findChild<QPushButton *>(u"copy"_s)->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.contains(u"CardNumber(s16)"_s), qPrintable(copied));
        QCOMPARE(leaksIn(copied.toUtf8(), u"clipboard"_s), QStringList());

        entryOf(*window, u"Save diagnostic bundle…"_s)->trigger();
        auto *dialog = window->findChild<widgets::DiagnosticsDialog *>();
        QVERIFY(dialog);
        QVERIFY(dialog->findChild<QTreeWidget *>(u"parts"_s)->topLevelItemCount() >= 6);
        dialog->saveTo(bundle);
        QTRY_VERIFY(QFile::exists(bundle));
    }
    QLoggingCategory::setFilterRules({});
    const QHash<QString, QByteArray> files = filesIn(bundle);
    QStringList names = files.keys();
    names.sort();
    QCOMPARE(names, QStringList({u"connection.txt"_s, u"journal.txt"_s, u"log/own.log"_s, u"policy.ini"_s,
                                 u"program.txt"_s, u"settings.ini"_s, u"trace.txt"_s}));
    for (auto file = files.cbegin(); file != files.cend(); ++file)
        QCOMPARE(leaksIn(file.value(), file.key()).join(u'\n'), QString());
    QVERIFY(files[u"settings.ini"_s].contains("tlib://sip.example:7007"));
    QVERIFY(files[u"settings.ini"_s].contains("agent/dns = **01"));
    QVERIFY(files[u"settings.ini"_s].contains("other/password = (not shown"));
    QVERIFY(files[u"connection.txt"_s].contains("**01 own: monitored"));
    QVERIFY2(files[u"journal.txt"_s].contains("tallylight/own.journal"), files[u"journal.txt"_s].constData());
    QVERIFY(files[u"journal.txt"_s].contains("kept for days: 400"));
    QVERIFY(files[u"trace.txt"_s].contains("EventAttachedDataChanged"));
    QVERIFY(files[u"log/own.log"_s].contains("a mistake: *** and ****************"));
    const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
    QVERIFY(!(QFile::permissions(bundle) & others));
    int all = 0;
    QFile::remove(m_own.path(u"config/tallylight/own.ini"_s)); // it had the password from the beginning
    QCOMPARE(leaksBelow(m_own.path(u"."_s), all).join(u'\n'), QString());
    QVERIFY(all > 0);
}

void TestSecrets::aBundleIsWrittenWholeOrNotAtAll()
{
    const QString path = m_own.write(u"before.zip"_s, "what was there");
    const auto nowhere =
        app::writeArchive(m_own.path(u"missing/bundle.zip"_s), {{.name = u"a"_s}}, QDateTime());
    QVERIFY(!nowhere);
    QVERIFY2(nowhere.error().text.contains(u"missing/bundle.zip: it cannot be written"_s),
             qPrintable(nowhere.error().text));
    QVERIFY(app::writeArchive(path, {{.name = u"a/b.txt"_s, .content = "ä"}}, QDateTime::currentDateTime()));
    QCOMPARE(filesIn(path), (QHash<QString, QByteArray>{{u"a/b.txt"_s, "ä"}}));
}

TALLY_GUI_TEST(TestSecrets)

} // namespace tst_secrets

#include "tst_secrets.moc"
