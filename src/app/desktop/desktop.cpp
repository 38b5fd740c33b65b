#include "app/desktop/desktop.h"

#include "app/desktop/application.h"
#include "app/desktop/display.h"
#include "app/desktop/firstinstance.h"
#include "app/desktop/language.h"
#include "app/replay/replay.h"
#include "app/replay/replaysummary.h"
#include "app/terminal/logsink.h"
#include "app/terminal/terminal.h"
#include "automation/socketpath.h"

#include <QApplication>
#include <QIcon>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// The second start's part, in the event loop of a program without a window. No exit code when it is the
/// first one now.
std::optional<ExitCode> raiseFirst(const QString &instance, InstanceLock &lock)
{
    core::SystemClock clock;
    RaiseFirst first(instance, lock, clock);
    std::optional<ExitCode> code = ExitCode::Done;
    QObject::connect(&first, &RaiseFirst::becameFirst, &first, [&code] {
        code.reset();
        QCoreApplication::quit();
    });
    QObject::connect(&first, &RaiseFirst::finished, &first, [&](const core::Result<core::Done> &outcome) {
        if (outcome)
            print(stdout, "tallylight: the instance \"" + instance.toLocal8Bit() +
                              "\" runs already; its window was brought to the front");
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

/// A log touches nothing of the instance's: it needs no lock, and it may be read beside the running desktop.
std::variant<Startup, ExitCode> prepareReplay(const Options &options, const QString &policyFile)
{
    const auto startup = prepare(options, policyFile, spokenLanguages(), core::SystemClock());
    if (!startup)
        return fail(ExitCode::Refused, DesktopProgram, startup.error().text);
    if (options.replay->isSummary)
        return printSummary(options.replay->file, startup->preferences.keys);
    if (const auto trouble = displayTrouble())
        return fail(ExitCode::Refused, DesktopProgram, *trouble);
    return *startup;
}

/// What can be known without a window: the command line, the files, who runs already, whether there is a
/// display. An exit code when the program ends here.
std::variant<Startup, ExitCode> prepareWithoutWindow(std::unique_ptr<InstanceLock> &lock,
                                                     const QString &policyFile)
{
    const auto asked = optionsFrom(QCoreApplication::arguments(), spokenLanguages());
    if (!asked)
        return fail(ExitCode::WrongUsage, DesktopProgram, asked.error().text + u". See --help."_s);
    if (const auto *text = std::get_if<OptionsText>(&*asked)) {
        print(stdout, text->text.toLocal8Bit());
        return ExitCode::Done;
    }
    const Options options = std::get<Options>(*asked);
    if (options.replay)
        return prepareReplay(options, policyFile);
    if (const auto prepared = automation::prepareFolder(); !prepared)
        return fail(ExitCode::Refused, DesktopProgram, prepared.error().text);
    lock = std::make_unique<InstanceLock>(options.instance);
    const auto isFirst = lock->take();
    if (!isFirst)
        return fail(ExitCode::Refused, DesktopProgram, isFirst.error().text);
    if (!*isFirst) {
        if (const auto code = raiseFirst(options.instance, *lock))
            return *code;
    }
    if (const auto trouble = displayTrouble())
        return fail(ExitCode::Refused, DesktopProgram, *trouble);
    const auto startup = prepare(options, policyFile, spokenLanguages(), core::SystemClock());
    if (!startup)
        return fail(ExitCode::Refused, DesktopProgram, startup.error().text);
    for (const QString &remark : startup->remarks)
        warn(DesktopProgram, remark);
    return *startup;
}

int showReplay(const Startup &startup)
{
    Replay replay({.file = startup.replay->file,
                   .speed = startup.replay->speed,
                   .keys = startup.preferences.keys,
                   .theme = startup.preferences.theme});
    if (const auto started = replay.start(); !started)
        return int(fail(ExitCode::Refused, DesktopProgram, started.error().text));
    return QApplication::exec();
}

} // namespace

int runDesktop(int argc, char *argv[], const QString &policyFile)
{
    QCoreApplication::setApplicationName(DesktopProgram);
    QCoreApplication::setApplicationVersion(QStringLiteral(TALLYLIGHT_VERSION));
    LogSink log;
    std::unique_ptr<InstanceLock> lock;
    Startup startup;
    {
        // QApplication would abort without a display, and much can be said without one.
        QCoreApplication withoutWindow(argc, argv);
        const auto prepared = prepareWithoutWindow(lock, policyFile);
        if (const auto *code = std::get_if<ExitCode>(&prepared))
            return int(*code);
        startup = std::get<Startup>(prepared);
    }
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(u"Tallylight"_s); // notr: the product's name
    QApplication::setDesktopFileName(u"io.github.tallylight.Tallylight"_s);
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64, 128, 256, 512})
        icon.addFile(u":/icons/tallylight-%1.png"_s.arg(size));
    QApplication::setWindowIcon(icon);
    speak(startup.preferences.language, &application);

    if (startup.replay)
        return showReplay(startup);

    Application desktop(startup, log);
    if (const auto started = desktop.start(); !started)
        return int(fail(ExitCode::Refused, DesktopProgram, started.error().text));
    return QApplication::exec();
}

} // namespace app
