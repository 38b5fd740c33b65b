#include "app/keychain/keychain.h"
#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTest>
#include <QTimer>

namespace tst_nokeychain {

using namespace Qt::StringLiterals;
using Outcome = model::PasswordStore::Outcome;

/// A computer without a keychain: no session bus, and nobody who could start one.
class TestNoKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void row49SaysThatThereIsNone();
    void answersFromTheEventLoopAlone();
    void answersNobodyWhoHasGone();
};

void TestNoKeychain::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus");
    qunsetenv("DISPLAY");
}

void TestNoKeychain::row49SaysThatThereIsNone()
{
    app::Keychain keychain;
    std::optional<Outcome> read, written, removed;
    QString password = u"untouched"_s;
    keychain.read(u"a:1"_s, this, [&](Outcome outcome, const QString &found) {
        read = outcome;
        password = found;
    });
    keychain.write(u"a:1"_s, u"s3cret"_s, this, [&](Outcome outcome) { written = outcome; });
    keychain.remove(u"a:1"_s, this, [&](Outcome outcome) { removed = outcome; });
    QTRY_VERIFY(read && written && removed);
    QCOMPARE(*read, Outcome::NoKeychain);
    QCOMPARE(*written, Outcome::NoKeychain);
    QCOMPARE(*removed, Outcome::NoKeychain);
    QVERIFY(password.isEmpty());
}

void TestNoKeychain::answersFromTheEventLoopAlone()
{
    app::Keychain keychain;
    int answers = 0;
    QElapsedTimer time;
    time.start();
    keychain.read(u"a:1"_s, this, [&](Outcome, const QString &) { ++answers; });
    QCOMPARE(answers, 0);
    QVERIFY2(time.elapsed() < 100, "the window would stand still");
    QTRY_COMPARE(answers, 1);
}

void TestNoKeychain::answersNobodyWhoHasGone()
{
    app::Keychain keychain;
    int answers = 0;
    auto gone = std::make_unique<QObject>();
    keychain.read(u"a:1"_s, gone.get(), [&](Outcome, const QString &) { ++answers; });
    gone.reset();
    bool isLater = false;
    keychain.read(u"a:1"_s, this, [&](Outcome, const QString &) { isLater = true; });
    QTRY_VERIFY(isLater);
    QCOMPARE(answers, 0);
}

TALLY_GUI_TEST(TestNoKeychain)

} // namespace tst_nokeychain

#include "tst_nokeychain.moc"
