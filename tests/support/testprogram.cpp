#include "support/testprogram.h"

#include <QTest>

#include <cstdio>
#include <map>
#include <string>

#if defined(QT_WIDGETS_LIB)
#include <QApplication>
using WindowApplication = QApplication;
#elif defined(QT_GUI_LIB)
#include <QGuiApplication>
using WindowApplication = QGuiApplication;
#else
using WindowApplication = QCoreApplication; // no test here has a window
#endif

namespace {

std::map<std::string, support::TestClass> &registeredTests()
{
    static std::map<std::string, support::TestClass> tests; // filled before main()
    return tests;
}

std::string baseName(const std::string &file)
{
    const auto begin = file.find_last_of('/') + 1;
    return file.substr(begin, file.find_last_of('.') - begin);
}

int list()
{
    for (const auto &[name, test] : registeredTests())
        std::puts(name.c_str());
    return 0;
}

int refuse(const char *program, const char *name)
{
    std::fprintf(stderr, "%s: %s%s; usage: %s tst_CLASS [FUNCTION...] [OPTION...], or --list\n", program,
                 name ? "holds no test " : "no test is named", name ? name : "", program);
    return 2;
}

std::unique_ptr<QCoreApplication> applicationFor(const support::TestClass &test, int &argc, char **argv)
{
    if (test.needsWindows)
        return std::make_unique<WindowApplication>(argc, argv);
    return std::make_unique<QCoreApplication>(argc, argv);
}

} // namespace

support::RegisteredTest::RegisteredTest(const TestClass &test)
{
    registeredTests().emplace(baseName(test.file), test);
}

int main(int argc, char **argv)
{
    const std::string first = argc > 1 ? argv[1] : "";
    if (first == "--list")
        return list();
    const auto found = registeredTests().find(first);
    if (found == registeredTests().end())
        return refuse(argv[0], argc > 1 ? argv[1] : nullptr);
    // Qt Test reads the program's name as the test's: what follows the class's name are its arguments.
    int rest = argc - 1;
    const auto application = applicationFor(found->second, rest, argv + 1);
    application->setAttribute(Qt::AA_Use96Dpi, true);
    const auto instance = found->second.make();
    return QTest::qExec(instance.get(), rest, argv + 1);
}
