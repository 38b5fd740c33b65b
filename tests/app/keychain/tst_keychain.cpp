#include "app/keychain/keychain.h"
#include "support/desktop.h"
#include "support/keyring.h"
#include "support/testprogram.h"

#include <QDirIterator>
#include <QGuiApplication>

namespace tst_keychain {

using namespace Qt::StringLiterals;
using Outcome = model::PasswordStore::Outcome;

namespace {

const QString Canary = u"c4nary-Pässwort"_s;

} // namespace

/// A session of its own with a real keychain (gnome-keyring) on its bus.
class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void noEntryIsNotNoKeychain();
    void whatIsWrittenIsReadUntilItIsRemoved();
    void desktopGetsInWithThePasswordThatIsKept();

private:
    QPair<Outcome, QString> read(const QString &key)
    {
        std::optional<QPair<Outcome, QString>> answer;
        m_keychain.read(key, this, [&](Outcome outcome, const QString &password) {
            answer = qMakePair(outcome, password);
        });
        (void)QTest::qWaitFor([&] { return answer.has_value(); }, support::Program::Patience);
        return answer.value_or(qMakePair(Outcome::Done, u"no answer"_s));
    }
    Outcome write(const QString &key, const QString &password)
    {
        std::optional<Outcome> answer;
        m_keychain.write(key, password, this, [&](Outcome outcome) { answer = outcome; });
        (void)QTest::qWaitFor([&] { return answer.has_value(); }, support::Program::Patience);
        return answer.value_or(Outcome::NoKeychain);
    }

    support::Home m_home;
    support::Keyring m_keyring{m_home};
    app::Keychain m_keychain;
};

void TestKeychain::initTestCase()
{
    if (const QString lack = support::Keyring::lack(); !lack.isEmpty())
        QSKIP(qPrintable(lack));
    QVERIFY(m_keyring.start(false));
    if (read(u"nobody:1"_s).first == Outcome::NoKeychain)
        QSKIP("the keychain does not answer (Debian: libsecret-1-0)");
}

void TestKeychain::noEntryIsNotNoKeychain()
{
    QCOMPARE(read(u"nobody:1"_s), qMakePair(Outcome::NotFound, QString()));
}

void TestKeychain::whatIsWrittenIsReadUntilItIsRemoved()
{
    QCOMPARE(write(u"a:1"_s, Canary), Outcome::Done);
    QCOMPARE(read(u"a:1"_s), qMakePair(Outcome::Done, Canary));
    QCOMPARE(read(u"a:2"_s).first, Outcome::NotFound);
    QCOMPARE(write(u"a:1"_s, u"another"_s), Outcome::Done);
    QCOMPARE(read(u"a:1"_s), qMakePair(Outcome::Done, u"another"_s));
    std::optional<Outcome> removed;
    m_keychain.remove(u"a:1"_s, this, [&](Outcome outcome) { removed = outcome; });
    QTRY_VERIFY(removed);
    QCOMPARE(*removed, Outcome::Done);
    QCOMPARE(read(u"a:1"_s).first, Outcome::NotFound);
}

/// The real programs: and the password stands nowhere but in the keychain.
void TestKeychain::desktopGetsInWithThePasswordThatIsKept()
{
    const QString configuration = m_home.write(
        u"switch.json"_s,
        uR"({"dns":[{"dn":"7001","type":"extension","record":true}],"password":"%1"})"_s.arg(Canary)
            .toUtf8());
    support::Program server(m_home, u"tallylight-sim"_s,
                            {u"--listen"_s, u"127.0.0.1:0"_s, u"--config"_s, configuration});
    const QByteArray port = server.line().split(':').last();
    QVERIFY(port.toInt() > 0);
    const QString address = u"127.0.0.1:"_s + QString::fromLatin1(port);
    QCOMPARE(write(address, Canary), Outcome::Done);
    support::Desktop desktop(m_home);
    QVERIFY(desktop.start({u"--connect"_s, u"tlib://"_s + address, u"--dn"_s, u"7001"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(desktop.link(), u"connected"_s, support::Program::Patience);
    QVERIFY(QFile::remove(configuration)); // the server's own copy

    QVERIFY(!desktop.ctl(QStringList{u"state"_s}).output.contains(Canary.toUtf8()));
    QVERIFY(!desktop.program().errors().contains(Canary.toUtf8()));
    QFile arguments(u"/proc/%1/cmdline"_s.arg(desktop.program().processId()));
    QVERIFY(arguments.open(QIODevice::ReadOnly));
    QVERIFY(!arguments.readAll().contains(Canary.toUtf8()));
    QDirIterator files(m_home.path({}), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            QVERIFY2(!file.readAll().contains(Canary.toUtf8()), qPrintable(file.fileName()));
    }
}

TALLY_GUI_TEST(TestKeychain)

} // namespace tst_keychain

#include "tst_keychain.moc"
