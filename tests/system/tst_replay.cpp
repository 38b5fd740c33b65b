#include "support/simulator.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_replay {

using namespace Qt::StringLiterals;
using support::Home;
using support::Program;

/// A log that tallylight-sim wrote, read again by tallylight.
class TestReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theSummaryHasALineForEachCall();
    void aCallFromBeforeTheLogIsNotKnownBefore();
    void aDamagedPlaceIsNamedByItsLine();
    void whatIsNoLogIsOneSentence_data();
    void whatIsNoLogIsOneSentence();
    void aWindowOpensBesideTheRunningDesktop();

private:
    QString logOfTheSimulator(const QByteArrayList &commands);
    int summary(const QString &file);

    std::unique_ptr<Home> m_home;
    QByteArray m_output;
    QByteArray m_errors;
};

void TestReplay::init()
{
    m_home = std::make_unique<Home>();
}

/// Of a call from +493055501 to 7001, after which the commands are carried out; "ID" stands for its ConnID.
QString TestReplay::logOfTheSimulator(const QByteArrayList &commands)
{
    const QString log = m_home->path(u"sip.log"_s);
    Program simulator(*m_home, u"tallylight-sim"_s, {u"--listen"_s, u"127.0.0.1:0"_s, u"--log"_s, log});
    (void)simulator.line();
    const auto command = [&simulator](const QByteArray &line) {
        simulator.write(line);
        return QJsonDocument::fromJson(simulator.line()).object();
    };
    const QByteArray id =
        command(R"({"do":"call","from":"+493055501","to":"7001"})").value(u"connId"_s).toString().toLatin1();
    for (QByteArray line : commands) {
        if (!command(line.replace("ID", id)).value(u"ok"_s).toBool())
            return {};
    }
    simulator.write(R"({"do":"quit"})");
    return simulator.waitForEnd() ? log : QString();
}

int TestReplay::summary(const QString &file)
{
    Program run(*m_home, u"tallylight"_s, {u"--replay"_s, file, u"--summary"_s});
    if (!run.waitForEnd())
        return -1;
    m_output = run.output();
    m_errors = run.errors();
    return run.exitCode();
}

void TestReplay::theSummaryHasALineForEachCall()
{
    const QString log = logOfTheSimulator(
        {R"({"do":"answer","connId":"ID","dn":"7001"})", R"({"do":"recorder","connId":"ID","state":"on"})",
         R"({"do":"recorder","connId":"ID","state":"paused"})", R"({"do":"release","connId":"ID"})",
         R"({"do":"call","from":"+493055502","to":"7001"})"});
    QVERIFY(!log.isEmpty());
    QCOMPARE(summary(log), 0);
    const QByteArrayList lines = m_output.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    const QByteArrayList ended = lines[0].split('\t');
    QCOMPARE(ended.size(), 6);
    QCOMPARE(ended[0].size(), 16);
    QVERIFY2(ended[1].contains("7001") && ended[1].contains("+493055501"), ended[1].constData());
    QVERIFY2(ended[2].contains("7001"), ended[2].constData()); // the file's name, by the simulator's template
    const QByteArrayList goesOn = lines[1].split('\t');
    QVERIFY(goesOn[1].contains("+493055502"));
    QCOMPARE(goesOn.mid(2), (QByteArrayList{"-", "0.0", "0.0", "0.0"}));
    QVERIFY2(m_errors.contains("0 damaged places"), m_errors.constData());
}

void TestReplay::aCallFromBeforeTheLogIsNotKnownBefore()
{
    const QString log =
        m_home->write(u"later.log"_s, "@10:00:00.0000 [0] distribute_event: message EventEstablished\n"
                                      "\tAttributeConnID\t006c029a6685d004\n"
                                      "\tAttributeThisDN\t'7001'\n"
                                      "@10:00:05.0000 [0] distribute_event: message EventReleased\n"
                                      "\tAttributeConnID\t006c029a6685d004\n"
                                      "\tAttributeThisDN\t'7001'\n");
    QCOMPARE(summary(log), 0);
    QVERIFY2(m_output.trimmed().endsWith("\tnot known\tnot known\tnot known"), m_output.constData());
}

void TestReplay::aDamagedPlaceIsNamedByItsLine()
{
    const QString log =
        m_home->write(u"damaged.log"_s, "@10:00:00.0000 [0] distribute_event: message EventRinging\n"
                                        "\tAttributeConnID\t006c029a6685d004\n"
                                        "\tAttributeThisDN\t'7001'\n"
                                        "\tAttributeUserData\t[99] 00 01 00 00..\n"
                                        "\t\t'GSIP_RECORD'\t'ON'\n");
    QCOMPARE(summary(log), 0);
    QVERIFY2(m_errors.contains("line 4") || m_errors.contains("line 5"), m_errors.constData());
    QVERIFY2(m_output.contains("006c029a6685d004"), m_output.constData());
    QVERIFY2(m_output.trimmed().contains("\t0.0\t0.0\t"), m_output.constData()); // the list is not believed
}

void TestReplay::whatIsNoLogIsOneSentence_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("an empty file") << u"empty.log"_s << QByteArray("");
    QTest::newRow("a directory") << u"config"_s << QByteArray();
    QTest::newRow("a binary") << u"binary"_s
                              << QByteArray("\x7f"
                                            "ELF\0\0\0\1",
                                            8);
    QTest::newRow("a text without an event") << u"letter.txt"_s << QByteArray("Dear Sir or Madam,\n");
    QTest::newRow("no file") << u"nosuch.log"_s << QByteArray();
}

void TestReplay::whatIsNoLogIsOneSentence()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    if (!content.isNull())
        m_home->write(name, content);
    QCOMPARE(summary(m_home->path(name)), 1);
    QCOMPARE(m_output, QByteArray());
    QCOMPARE(m_errors.trimmed().count('\n'), 0);
    QVERIFY2(m_errors.contains(name.toUtf8()), m_errors.constData());
}

void TestReplay::aWindowOpensBesideTheRunningDesktop()
{
    const QString log = logOfTheSimulator({R"({"do":"answer","connId":"ID","dn":"7001"})"});
    const QStringList replay{u"--replay"_s, log, u"--speed"_s, u"max"_s};
    Program first(*m_home, u"tallylight"_s, replay);
    Program second(*m_home, u"tallylight"_s, replay);
    QTRY_VERIFY(first.errors().contains("is connected"));
    QTRY_VERIFY(second.errors().contains("is connected"));
    QVERIFY(first.isRunning() && second.isRunning());
}

TALLY_TEST(TestReplay)

} // namespace tst_replay
#include "tst_replay.moc"
