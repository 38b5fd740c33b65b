#pragma once

#include <QObject>

#include <memory>

/// One program holds the test classes of a folder. Each makes itself known with TALLY_TEST, or with
/// TALLY_GUI_TEST where it needs a QApplication, and is run by the name of its file:
/// `test_core tst_clock [function…] [option of Qt Test…]`; `--list` names them all.
namespace support {

struct TestClass
{
    const char *file = nullptr; ///< of its source; its base name is the class's name here
    bool needsWindows = false;
    std::unique_ptr<QObject> (*make)() = nullptr;
};

class RegisteredTest
{
public:
    explicit RegisteredTest(const TestClass &test);
};

} // namespace support

#define TALLY_TEST_CLASS(Class, needsWindows)                                                                \
    const support::RegisteredTest registered##Class(                                                         \
        {__FILE__, needsWindows, []() -> std::unique_ptr<QObject> { return std::make_unique<Class>(); }});
#define TALLY_TEST(Class) TALLY_TEST_CLASS(Class, false)
#define TALLY_GUI_TEST(Class) TALLY_TEST_CLASS(Class, true)
