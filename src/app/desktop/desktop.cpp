#include "app/desktop/desktop.h"

#include "app/desktop/application.h"
#include "app/desktop/display.h"
#include "app/desktop/firstinstance.h"
#include "app/desktop/language.h"
#include "app/replay/replay.h"
#include "app/replay/replaysummary.h"
#include "app/replay/standardlog.h"
#include "app/terminal/logsink.h"
#include "app/terminal/terminal.h"
#include "automation/socketpath.h"
#include "presentation/look/theme.h"
#include "widgets/dialogs/notice.h"
#include "widgets/parts/appearance.h"

#include <QApplication>
#include <QIcon>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// What was asked of this start that a desktop which runs already does not take on.
QString withoutEffect(const Options &options)
{
    QStringList names;
    const auto note = [&names](bool isGiven, const QString &name) {
        if (isGiven)
            names += name;
    };
    note(!options.servers.isEmpty(), u"--connect"_s);
    note(options.role.has_value(), u"--role"_s);
    note(!options.dns.isEmpty(), u"--dn"_s);
    note(options.dnFile.has_value(), u"--dn-file"_s);
    note(!options.routingPoints.isEmpty(), u"--routing-point"_s);
    note(options.agentId.has_value(), u"--agent-id"_s);
    note(options.queue.has_value(), u"--queue"_s);
    note(options.configFile.has_value(), u"--config"_s);
    note(options.language.has_value(), u"--language"_s);
    return names.isEmpty() ? QString()
                           : u". Without effect on it: %1. Close it first, or give this one an --instance of "
                             "its own."_s.arg(names.join(u", "_s));
}

/// The second start's part, in the event loop of a program without a window. No exit code when it is the
/// first one now.
std::optional<ExitCode> raiseFirst(const Options &options, InstanceLock &lock)
{
    const QString &instance = options.instance;
    core::SystemClock clock;
    RaiseFirst first(instance, lock, clock);
    std::optional<ExitCode> code = ExitCode::Done;
    QObject::connect(&first, &RaiseFirst::becameFirst, &first, [&code] {
        code.reset();
        QCoreApplication::quit();
    });
    QObject::connect(&first, &RaiseFirst::finished, &first, [&](const core::Result<core::Done> &outcome) {
        if (outcome)
            code = answer(DesktopProgram, "tallylight: the instance \"" + instance.toLocal8Bit() +
                                              "\" runs already; its window was brought to the front" +
                                              withoutEffect(options).toLocal8Bit());
        else
            code =
                fail(ExitCode::Refused, DesktopProgram,
                     u"the instance \"%1\" runs already (process %2), and its window could not be brought to "
                     "the front: %3"_s.arg(instance)
                         .arg(lock.owner())
                         .arg(outcome.error().text));
        QCoreApplication::quit();
    });
    QMetaObject::invokeMethod(&first, &RaiseFirst::begin, Qt::QueuedConnection);
    QCoreApplication::exec();
    return code;
}

/// Why the program does not start, to be shown: who starts it from a menu sees no terminal.
struct Refusal
{
    QString sentence;
};
using Prepared = std::variant<Startup, ExitCode, Refusal>;

Prepared refused(const QString &sentence)
{
    fail(ExitCode::Refused, DesktopProgram, sentence);
    if (displayTrouble())
        return ExitCode::Refused;
    return Refusal{sentence};
}

int showRefusal(const QString &sentence)
{
    static constexpr QStringView Unseen[] = {u"offscreen", u"minimal"};
    if (std::find(std::begin(Unseen), std::end(Unseen), QGuiApplication::platformName()) ==
        std::end(Unseen)) {
        presentation::Theme theme(presentation::ThemeChoice::System);
        const widgets::Appearance appearance(theme);
        (new widgets::Notice(
             QApplication::translate("app::Application", "Tallylight cannot start"),
             {sentence,
              QApplication::translate("app::Application", "Put right what is named here, or tell your "
                                                          "administrator; then start Tallylight again.")}))
            ->show();
        QApplication::exec();
    }
    return int(ExitCode::Refused);
}

logreplay::LogSource sourceOf(const ReplayOptions &options, const model::RecordingKeys &keys)
{
    logreplay::LogSource source(options.paths);
    source.shownAs = options.shownAs;
    source.takesSeries = options.takesSeries;
    source.follows = options.follows;
    source.recordingKey = keys.state;
    return source;
}

/// A log touches nothing of the instance's: it needs no lock, and it may be read beside the running desktop.
Prepared prepareReplay(Options &options, std::unique_ptr<StandardLog> &standardLog, const QString &policyFile)
{
    if (options.replay->paths.contains(StandardInput)) {
        auto read = StandardLog::read();
        if (!read)
            return options.replay->isSummary
                       ? Prepared(fail(ExitCode::Refused, DesktopProgram, read.error().text))
                       : refused(read.error().text);
        standardLog = *std::move(read);
        options.replay->paths = {standardLog->path()};
        options.replay->shownAs = u"stdin"_s;
    }
    const auto startup = prepare(options, policyFile, spokenLanguages(), core::SystemClock());
    if (!startup && options.replay->isSummary)
        return fail(ExitCode::Refused, DesktopProgram, startup.error().text);
    if (!startup)
        return refused(startup.error().text);
    if (options.replay->isSummary)
        return printSummary(sourceOf(*options.replay, startup->preferences.keys), startup->preferences.keys);
    if (const auto trouble = displayTrouble())
        return fail(ExitCode::Refused, DesktopProgram, *trouble);
    return *startup;
}

/// What can be known without a window: the command line, the files, who runs already, whether there is a
/// display. An exit code when the program ends here.
Prepared prepareWithoutWindow(std::unique_ptr<InstanceLock> &lock, std::unique_ptr<StandardLog> &standardLog,
                              const QString &policyFile)
{
    const auto asked = optionsFrom(QCoreApplication::arguments(), spokenLanguages());
    if (!asked)
        return fail(ExitCode::WrongUsage, DesktopProgram, asked.error().text + u". See --help."_s);
    if (const auto *text = std::get_if<OptionsText>(&*asked)) {
        return answer(DesktopProgram, text->text.toLocal8Bit());
    }
    Options options = std::get<Options>(*asked);
    if (options.replay)
        return prepareReplay(options, standardLog, policyFile);
    if (const auto prepared = automation::prepareFolder(); !prepared)
        return refused(prepared.error().text);
    lock = std::make_unique<InstanceLock>(options.instance);
    const auto isFirst = lock->take();
    if (!isFirst)
        return refused(isFirst.error().text);
    if (!*isFirst) {
        if (const auto code = raiseFirst(options, *lock))
            return *code;
    }
    if (const auto trouble = displayTrouble())
        return fail(ExitCode::Refused, DesktopProgram, *trouble);
    const auto startup = prepare(options, policyFile, spokenLanguages(), core::SystemClock());
    if (!startup)
        return refused(startup.error().text);
    for (const QString &remark : startup->remarks)
        warn(DesktopProgram, remark);
    return *startup;
}

int showReplay(const Startup &startup)
{
    Replay replay({.source = sourceOf(*startup.replay, startup.preferences.keys),
                   .speed = startup.replay->speed,
                   .keys = startup.preferences.keys,
                   .theme = startup.preferences.theme});
    if (const auto started = replay.start(); !started)
        return int(fail(ExitCode::Refused, DesktopProgram, started.error().text));
    return QApplication::exec();
}

/// One desktop after the other, where one ends because something was changed that the next one begins with.
int run(Application::Next next, LogSink &log, QApplication &application)
{
    for (;;) {
        speak(next.startup.preferences.language, &application);
        Application desktop(next.startup, log);
        if (const auto started = desktop.start(next.password, next.place); !started)
            return int(fail(ExitCode::Refused, DesktopProgram, started.error().text));
        model::wipe(next.password.password);
        const int code = QApplication::exec();
        if (!desktop.next())
            return code;
        next = *desktop.next();
    }
}

} // namespace

int runDesktop(int argc, char *argv[], const QString &policyFile)
{
    QCoreApplication::setApplicationName(DesktopProgram);
    QCoreApplication::setApplicationVersion(QStringLiteral(TALLYLIGHT_VERSION));
    LogSink log;
    std::unique_ptr<InstanceLock> lock;
    std::unique_ptr<StandardLog> standardLog;
    Prepared prepared;
    {
        // QApplication would abort without a display, and much can be said without one.
        QCoreApplication withoutWindow(argc, argv);
        prepared = prepareWithoutWindow(lock, standardLog, policyFile);
        if (const auto *code = std::get_if<ExitCode>(&prepared))
            return int(*code);
    }
    QApplication application(argc, argv);
    QApplication::setDesktopFileName(u"io.github.tallylight.Tallylight"_s);
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64, 128, 256, 512})
        icon.addFile(u":/icons/tallylight-%1.png"_s.arg(size));
    QApplication::setWindowIcon(icon);
    const Startup *const known = std::get_if<Startup>(&prepared);
    speak(known ? known->preferences.language : QString(), &application);
    if (!known)
        return showRefusal(std::get<Refusal>(prepared).sentence);
    const Startup &startup = *known;
    if (startup.replay)
        return showReplay(startup);

    return run({.startup = startup}, log, application);
}

} // namespace app
