#include "support/desktop.h"
#include "support/testprogram.h"

#include <csignal>

namespace tst_secondstart {

using namespace Qt::StringLiterals;
using support::Desktop;
using support::Home;
using support::Program;

/// Two starts of one instance, whatever becomes of the first.
class TestSecondStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<Home>(); }

    void row51RaisesTheFirst();
    void row51OfManyAtOnceOneIsFirst();
    void row51FirstThatHangsIsNamedAndNotWaitedFor();
    void row51FirstThatEndsIsSucceeded();
    void row51FirstThatWasKilledIsSucceeded();
    void row51WhatIsLeftBehindKeepsNobodyOut_data();
    void row51WhatIsLeftBehindKeepsNobodyOut();

private:
    std::unique_ptr<Program> start()
    {
        return std::make_unique<Program>(*m_home, u"tallylight"_s, QStringList());
    }
    bool answers() { return Desktop(*m_home).ctl("state") == 0; }

    std::unique_ptr<Home> m_home;
};

void TestSecondStart::row51RaisesTheFirst()
{
    Desktop first(*m_home);
    QVERIFY(first.start({}));
    const auto second = start();
    QVERIFY(second->waitForEnd());
    QCOMPARE(second->exitCode(), 0);
    QVERIFY(second->output().contains("brought to the front"));
    QVERIFY(first.program().isRunning());
}

void TestSecondStart::row51OfManyAtOnceOneIsFirst()
{
    std::vector<std::unique_ptr<Program>> all;
    for (int i = 0; i < 5; ++i)
        all.push_back(start());
    const auto running = [&all] {
        return std::count_if(all.begin(), all.end(), [](const auto &one) { return one->isRunning(); });
    };
    QTRY_COMPARE_WITH_TIMEOUT(running(), 1, Program::Patience);
    for (const auto &one : all)
        QVERIFY2(one->isRunning() || one->exitCode() == 0, one->errors().constData());
    QVERIFY(answers());
}

void TestSecondStart::row51FirstThatHangsIsNamedAndNotWaitedFor()
{
    Desktop first(*m_home);
    QVERIFY(first.start({}));
    const qint64 process = first.program().processId();
    QCOMPARE(::kill(pid_t(process), SIGSTOP), 0);
    QElapsedTimer timer;
    timer.start();
    const auto second = start();
    QVERIFY(second->waitForEnd());
    QVERIFY2(timer.elapsed() < 12'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(second->exitCode(), 1);
    const QByteArray said = second->errors();
    QVERIFY2(said.contains(QByteArray::number(process)) && said.contains("does not answer"),
             said.constData());
    QCOMPARE(::kill(pid_t(process), SIGCONT), 0);
    const auto third = start();
    QVERIFY(third->waitForEnd());
    QCOMPARE(third->exitCode(), 0);
}

void TestSecondStart::row51FirstThatEndsIsSucceeded()
{
    Desktop first(*m_home);
    QVERIFY(first.start({}));
    QCOMPARE(::kill(pid_t(first.program().processId()), SIGSTOP), 0);
    const auto second = start(); // asks, and is not heard
    QVERIFY(!QTest::qWaitFor([&] { return !second->isRunning(); }, 1500));
    first.program().kill();
    QTRY_VERIFY_WITH_TIMEOUT(answers(), Program::Patience);
    QVERIFY(second->isRunning());
}

void TestSecondStart::row51FirstThatWasKilledIsSucceeded()
{
    {
        Desktop first(*m_home);
        QVERIFY(first.start({}));
        first.program().kill();
        QVERIFY(first.program().waitForEnd());
    }
    QVERIFY(QFile::exists(m_home->path(u"run/tallylight/default.socket"_s))); // it looks like a live one
    Desktop second(*m_home);
    QVERIFY(second.start({}));
}

void TestSecondStart::row51WhatIsLeftBehindKeepsNobodyOut_data()
{
    QTest::addColumn<QByteArray>("lock");
    QTest::newRow("an empty lock file, as a full disk leaves it") << QByteArray();
    QTest::newRow("the number of a program that runs") << QByteArray::number(qint64(getpid())) + '\n';
    QTest::newRow("the lock of another machine") << QByteArray("1\ntallylight\nsome-other-machine\n");
    QTest::newRow("anything") << QByteArray(100'000, '\xff');
}

void TestSecondStart::row51WhatIsLeftBehindKeepsNobodyOut()
{
    QFETCH(QByteArray, lock);
    m_home->write(u"run/tallylight/default.lock"_s, lock);
    m_home->write(u"run/tallylight/default.socket"_s, "no socket");
    Desktop desktop(*m_home);
    QVERIFY2(desktop.start({}), desktop.program().errors().constData());
}

TALLY_TEST(TestSecondStart)

} // namespace tst_secondstart

#include "tst_secondstart.moc"
