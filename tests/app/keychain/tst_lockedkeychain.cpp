#include "app/keychain/keychain.h"
#include "support/keyring.h"
#include "support/testprogram.h"

#include <QGuiApplication>

namespace tst_lockedkeychain {

using namespace Qt::StringLiterals;
using Outcome = model::PasswordStore::Outcome;

/// A keychain that is there, and locked, and nobody can be asked to unlock it.
class TestLockedKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void row49LockedKeychainDenies();
};

void TestLockedKeychain::row49LockedKeychainDenies()
{
    if (const QString lack = support::Keyring::lack(); !lack.isEmpty())
        QSKIP(qPrintable(lack));
    support::Home home;
    support::Keyring keyring(home);
    QVERIFY(keyring.start(true));
    app::Keychain keychain;
    std::optional<Outcome> written;
    keychain.write(u"a:1"_s, u"s3cret"_s, this, [&](Outcome outcome) { written = outcome; });
    QTRY_VERIFY_WITH_TIMEOUT(written, support::Program::Patience);
    if (*written == Outcome::NoKeychain)
        QSKIP("the keychain does not answer (Debian: libsecret-1-0)");
    QCOMPARE(*written, Outcome::Denied);
}

TALLY_GUI_TEST(TestLockedKeychain)

} // namespace tst_lockedkeychain

#include "tst_lockedkeychain.moc"
