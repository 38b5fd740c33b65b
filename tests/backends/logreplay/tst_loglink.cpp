#include "backends/logreplay/loglink.h"
#include "support/linkcontract.h"
#include "support/manualclock.h"
#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

namespace tst_loglink {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using logreplay::LogLink;
using logreplay::Statistics;
using tlib::LinkState;
using tlib::MessageType;

namespace {

QByteArray userEvent(const QTime &time, int number)
{
    return time.toString(u"@HH:mm:ss.zzz0"_s).toLatin1() + " distribute_event: message EventUserEvent\n" +
           "\tAttributeEventSequenceNumber\t" + QByteArray::number(number, 16).rightJustified(16, '0') +
           "\n\n";
}

const QByteArray ServerInfo = "@10:00:00.0000 distribute_event: message EventServerInfo\n\n";

} // namespace

class TestLogLink : public support::LinkContract
{
    Q_OBJECT

protected:
    std::unique_ptr<tlib::Link> makeLink() override
    {
        return std::make_unique<LogLink>(m_path, m_time, m_pace);
    }
    tlib::Endpoint endpoint() override { return {}; }
    /// The log says one event a second.
    void serverSays(const tlib::Event &) override { m_pace.advance(1s); }
    void serverGoesAway() override {}
    int requestsSeen() override { return 0; }

private Q_SLOTS:
    void init();
    void answersNothing();
    void opensAnew();
    void diesAtAnyTime();
    void saysItsEventsInTimeWithTheirStamps();
    void goesAtTheSpeedThatIsSet_data();
    void goesAtTheSpeedThatIsSet();
    void timeIsThatOfTheStampsAtAnySpeed();
    void standsStillWhileItIsPaused();
    void changesItsSpeed();
    void skipsToAPosition();
    void skipsToTheEndOfWhatThereIs();
    void saysThatItWaitsAndThatAFileWasReplaced();
    void readsAllAtOnceWithoutHoldingTheLoop();
    void movesTheClockOfTheLog();
    void alarmsRingAtTheirTimeInTheLog();
    void takesTheDayFromTheFile();
    void opensWithTheFirstEvent();
    void doubtsWhatItCannotRead_data();
    void doubtsWhatItCannotRead();
    void stripsReferencesOfOthers();
    void refusesWhatIsNoLog_data();
    void refusesWhatIsNoLog();
    void mayBeClosedByAnAlarmOfTheLog();

private:
    QString write(const QByteArray &text, const QString &name = u"test.log"_s);

    QTemporaryDir m_folder;
    QString m_path;
    core::SteppedClock m_time{QDateTime(QDate(2000, 1, 1), QTime(0, 0), Qt::UTC)};
    support::ManualClock m_pace;
};

void TestLogLink::init()
{
    // Rows of the contract that are about a server that lives.
    static const QSet<QByteArray> isOfAServer{"givesEachRequestAnIdOfItsOwn", "openWhileOpenStartsAnew",
                                              "saysThatTheServerHasGone", "opensAgainAfterALoss",
                                              "diesInEveryState"};
    QByteArray text = ServerInfo;
    for (int number = 1; number <= 500; ++number)
        text += userEvent(QTime(10, 0).addSecs(number), number);
    m_path = write(text);
    if (isOfAServer.contains(QTest::currentTestFunction()))
        QSKIP("a log takes no requests and does not go away");
}

QString TestLogLink::write(const QByteArray &text, const QString &name)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("the test cannot write its log");
    return file.fileName();
}

void TestLogLink::answersNothing()
{
    const auto link = makeLink();
    Heard heard(*link);
    link->open({});
    QTRY_VERIFY(heard.isOpen());
    const auto sent = link->send(someRequest());
    QVERIFY(!sent);
    QCOMPARE(sent.error().kind, core::ErrorKind::NotConnected);
    QCOMPARE(sent.error().text, u"a log answers nothing"_s);
}

void TestLogLink::opensAnew()
{
    const auto link = makeLink();
    Heard heard(*link);
    link->open({});
    QTRY_VERIFY(heard.isOpen());
    m_pace.advance(3s);
    QCOMPARE(heard.numbers(), (QList<qint64>{1, 2, 3}));
    const auto before = m_time.now();
    link->open({});
    QTRY_COMPARE(heard.states.size(), 5);
    QCOMPARE(heard.states, (QList{LinkState::Opening, LinkState::Open, LinkState::Closed, LinkState::Opening,
                                  LinkState::Open}));
    m_pace.advance(2s);
    QCOMPARE(heard.numbers(), (QList<qint64>{1, 2, 3, 1, 2})); // from its beginning
    QCOMPARE(m_time.now() - before, 2s);                       // and time has gone on all the same
    QCOMPARE(m_time.wallTime().time(), QTime(10, 0, 2));
}

void TestLogLink::diesAtAnyTime()
{
    for (const bool isOpen : {false, true}) {
        auto link = makeLink();
        Heard heard(*link);
        link->open({});
        if (isOpen)
            QTRY_VERIFY(heard.isOpen());
        const int total = heard.total;
        link.reset();
        m_pace.advance(10s);
        settle();
        QCOMPARE(heard.total, total);
    }
}

void TestLogLink::saysItsEventsInTimeWithTheirStamps()
{
    m_path = write(ServerInfo + userEvent(QTime(10, 0, 2), 1) + userEvent(QTime(10, 0, 2, 500), 2) +
                   "message EventUserEvent\n\n");
    LogLink link(m_path, m_time, m_pace);
    QSignalSpy finished(&link, &LogLink::finished);
    Heard heard(link);
    link.open({});
    QTRY_VERIFY(heard.isOpen());
    QCOMPARE(heard.events.size(), 2);
    QCOMPARE(heard.events[0].type, MessageType::EventLinkConnected);
    QCOMPARE(heard.events[0].serverRole, tlib::ServerRole::Primary);
    QCOMPARE(heard.events[1].type, MessageType::EventServerInfo);
    m_pace.advance(1999ms);
    settle();
    QCOMPARE(heard.events.size(), 2);
    QVERIFY(m_time.wallTime().time() > QTime(10, 0, 1)); // it does not stand until the next message
    m_pace.advance(1ms);
    QCOMPARE(heard.numbers(), (QList<qint64>{1}));
    QVERIFY(!link.isFinished());
    m_pace.advance(500ms);
    QCOMPARE(heard.numbers(),
             (QList<qint64>{1, 2, -1})); // the last has no stamp: at once after the one before
    QCOMPARE(finished.size(), 1);
    QVERIFY(link.isFinished());
    const auto statistics = finished.first().first().value<Statistics>();
    QCOMPARE(statistics.events, 4);
    QCOMPARE(statistics.bytes, QFileInfo(m_path).size());
    settle();
    QVERIFY(heard.isOpen()); // what it said last stays so
    QCOMPARE(finished.size(), 1);
}

void TestLogLink::goesAtTheSpeedThatIsSet_data()
{
    QTest::addColumn<double>("speed");
    QTest::addColumn<int>("events"); // after ten seconds
    QTest::newRow("as it was") << 1.0 << 10;
    QTest::newRow("ten times as fast") << 10.0 << 100;
    QTest::newRow("half as fast") << 0.5 << 5;
}

void TestLogLink::goesAtTheSpeedThatIsSet()
{
    QFETCH(double, speed);
    QFETCH(int, events);
    LogLink link(m_path, m_time, m_pace, speed);
    Heard heard(link);
    link.open({});
    QTRY_VERIFY(heard.isOpen());
    m_pace.advance(10s);
    QCOMPARE(heard.numbers().size(), events);
    m_pace.advance(10s);
    QCOMPARE(heard.numbers().size(), 2 * events);
    m_pace.advance(1000s);
    QTRY_VERIFY(link.isFinished());
    QCOMPARE(heard.numbers().size(), 500);
}

void TestLogLink::timeIsThatOfTheStampsAtAnySpeed()
{
    QByteArray text = ServerInfo;
    for (int number = 1; number <= 50; ++number)
        text += userEvent(QTime(10, 0).addMSecs(number * 337), number);
    m_path = write(text);
    LogLink link(m_path, m_time, m_pace, 70);
    Heard heard(link);
    link.open({});
    QTRY_VERIFY(heard.isOpen());
    while (!link.isFinished())
        m_pace.advance(1ms);
    QCOMPARE(heard.numbers().size(), 50);
    QCOMPARE(m_time.wallTime().time(), QTime(10, 0).addMSecs(50 * 337)); // however often it was rounded
}

void TestLogLink::standsStillWhileItIsPaused()
{
    LogLink link(m_path, m_time, m_pace);
    Heard heard(link);
    link.open({});
    QTRY_VERIFY(heard.isOpen());
    m_pace.advance(3500ms);
    QCOMPARE(heard.numbers().size(), 3);
    const QDateTime stood = m_time.wallTime();
    link.setPaused(true);
    m_pace.advance(100s);
    settle();
    QCOMPARE(heard.numbers().size(), 3);
    QCOMPARE(m_time.wallTime(), stood);
    link.setPaused(false);
    m_pace.advance(499ms);
    settle();
    QCOMPARE(heard.numbers().size(), 3);
    m_pace.advance(1ms);
    QTRY_COMPARE(heard.numbers().size(), 4); // as if nothing had been
}

void TestLogLink::changesItsSpeed()
{
    LogLink link(m_path, m_time, m_pace);
    Heard heard(link);
    link.open({});
    QTRY_VERIFY(heard.isOpen());
    m_pace.advance(10s);
    link.setSpeed(10);
    m_pace.advance(2s);
    QCOMPARE(heard.numbers().size(), 30);
    link.setSpeed(LogLink::AtOnce);
    QTRY_VERIFY(link.isFinished());
    QCOMPARE(heard.numbers().size(), 500);
    QCOMPARE(link.position(), 500s);
}

void TestLogLink::skipsToAPosition()
{
    LogLink link(m_path, m_time, m_pace);
    Heard heard(link);
    QSignalSpy arrived(&link, &LogLink::arrived);
    link.setPaused(true);
    link.skipTo(120500ms);
    link.open({});
    QTRY_COMPARE(arrived.size(), 1);
    QCOMPARE(heard.numbers().size(), 120);
    QCOMPARE(link.position(), 120500ms);
    QCOMPARE(m_time.wallTime().time(), QTime(10, 2, 0, 500));
    m_pace.advance(60s);
    settle();
    QCOMPARE(heard.numbers().size(), 120); // it was paused
    link.setPaused(false);
    m_pace.advance(500ms);
    QTRY_COMPARE(heard.numbers().size(), 121);
    link.skipTo(200s); // while it plays
    QTRY_COMPARE(arrived.size(), 2);
    QCOMPARE(heard.numbers().size(), 200);
    m_pace.advance(1s);
    QTRY_COMPARE(heard.numbers().size(), 201);
}

void TestLogLink::skipsToTheEndOfWhatThereIs()
{
    LogLink link(m_path, m_time, m_pace);
    Heard heard(link);
    QSignalSpy arrived(&link, &LogLink::arrived);
    link.setPaused(true);
    link.skipTo(1h);
    link.open({});
    QTRY_VERIFY(link.isFinished());
    QCOMPARE(arrived.size(), 1);
    QCOMPARE(heard.numbers().size(), 500);
    QCOMPARE(link.position(), 500s);
}

void TestLogLink::saysThatItWaitsAndThatAFileWasReplaced()
{
    m_path = write(ServerInfo + userEvent(QTime(10, 0, 1), 1));
    logreplay::LogSource source(m_path);
    source.follows = true;
    LogLink link(source, m_time, m_pace);
    Heard heard(link);
    link.open({});
    const auto grow = [this](const QByteArray &text) {
        QFile file(m_path);
        return file.open(QIODevice::Append) && file.write(text) == text.size();
    };
    QTRY_VERIFY(link.isWaiting());
    QCOMPARE(heard.numbers().size(), 1);
    QVERIFY(grow(userEvent(QTime(10, 0, 2), 2)));
    m_pace.advance(1s);
    QTRY_COMPARE(heard.numbers().size(), 2);
    link.setPaused(true);
    settle();
    QVERIFY(!link.isWaiting());
    QVERIFY(grow(userEvent(QTime(10, 0, 3), 3)));
    m_pace.advance(10s);
    settle();
    QCOMPARE(heard.numbers().size(), 2);
    link.setPaused(false);
    QTRY_COMPARE(heard.numbers().size(), 3);
    QCOMPARE(link.statistics().count(logreplay::Skip::Replaced), 0);
    write(userEvent(QTime(10, 0, 4), 4)); // cut, and begun anew
    m_pace.advance(1s);
    QTRY_COMPARE(heard.numbers().size(), 4);
    QCOMPARE(link.statistics().count(logreplay::Skip::Replaced), 1);
    QCOMPARE(link.statistics().flaws(), 0);
    QVERIFY(logreplay::toString(link.statistics().notes.last()).contains(u"another file has taken the name"));
}

void TestLogLink::readsAllAtOnceWithoutHoldingTheLoop()
{
    m_path =
        write(ServerInfo + QByteArray("Trc 04542 some other line of the server's log\n").repeated(200'000) +
              userEvent(QTime(10, 0, 1), 1).repeated(20'000));
    const qint64 size = QFileInfo(m_path).size();
    LogLink link(m_path, m_time, m_pace, LogLink::AtOnce);
    QSignalSpy progress(&link, &LogLink::progress);
    Heard heard(link);
    link.open({});
    QTRY_VERIFY(link.isFinished());
    QCOMPARE(heard.numbers().size(), 20'000);
    QCOMPARE(link.statistics().lines, 2 + 200'000 + 3 * 20'000);
    // The pace stands in this test, so the stretches are bounded by their bytes alone.
    QVERIFY(progress.size() >= size / (1024 * 1024));
    qint64 before = 0;
    for (const auto &step : progress) {
        QVERIFY(step[0].toLongLong() - before <= 1024 * 1024 + 64 * 1024);
        QCOMPARE(step[1].toLongLong(), size);
        before = step[0].toLongLong();
    }
    QCOMPARE(before, size);
}

void TestLogLink::movesTheClockOfTheLog()
{
    m_path = write(
        "2026-11-22T23:59:58.250 x: message EventServerInfo\n\n@00:00:01.0000 x: message EventUserEvent\n\n"
        "@23:59:59.0000 x: message EventUserEvent\n\n2026-11-24T00:00:01.000 x: message EventUserEvent\n\n");
    LogLink link(m_path, m_time, m_pace, LogLink::AtOnce);
    QList<std::pair<core::Instant, QDateTime>> times;
    connect(&link, &tlib::Link::eventReceived, this, [&] {
        times.append({m_time.now(), m_time.wallTime()});
    });
    const core::Instant begin = m_time.now();
    link.open({});
    QTRY_VERIFY(link.isFinished());
    const QDateTime first(QDate(2026, 11, 22), QTime(23, 59, 58, 250), Qt::UTC);
    const auto at = [&](core::Duration after) {
        return std::pair(begin + after, first.addMSecs(after.count()));
    };
    QCOMPARE(times, (QList{at(0ms), at(0ms), at(2750ms), at(2750ms), at(24h + 2750ms)}));
}

void TestLogLink::alarmsRingAtTheirTimeInTheLog()
{
    LogLink link(m_path, m_time, m_pace, LogLink::AtOnce);
    QList<qint64> heardBefore;
    Heard heard(link);
    const auto alarm = m_time.alarm([&] { heardBefore = heard.numbers(); });
    alarm->start(2500ms);
    link.open({});
    QTRY_VERIFY(link.isFinished());
    QCOMPARE(heardBefore, (QList<qint64>{1, 2}));
}

void TestLogLink::takesTheDayFromTheFile()
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime(QDate(2025, 3, 1), QTime(12, 0)), QFileDevice::FileModificationTime));
    file.close();
    LogLink link(m_path, m_time, m_pace);
    Heard heard(link);
    link.open({});
    QTRY_VERIFY(heard.isOpen());
    QCOMPARE(m_time.wallTime(), QDateTime(QDate(2025, 3, 1), QTime(10, 0), Qt::UTC));
}

void TestLogLink::opensWithTheFirstEvent()
{
    m_path = write(QByteArray("Trc 04542 other\n").repeated(500'000) + "message RequestQueryServer\n\n" +
                   userEvent(QTime(10, 0), 1));
    LogLink link(m_path, m_time, m_pace);
    Heard heard(link);
    link.open({});
    QTRY_VERIFY(heard.isOpen());
    QVERIFY(link.statistics().bytes > 8'000'000);
    QCOMPARE(heard.numbers(), QList<qint64>{1});
}

void TestLogLink::doubtsWhatItCannotRead_data()
{
    const QByteArray id = "\tAttributeConnID\t006c029a6685d004\n", dn = "\tAttributeThisDN\t'7001'\n",
                     list = "\tAttributeUserData\t[9] 00 01 00 00..\n\t\t'a'\t''\n";
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("heard"); // type, call, DN
    const auto row = [](const char *name, const QByteArray &text, const QStringList &heard) {
        QTest::newRow(name) << text << heard;
    };
    row("a whole event alone", "message EventRinging\n" + id + dn + "\n", {u"EventRinging d004 7001"_s});
    row("an event with a wrong list, then the call is in doubt",
        "message EventReleased\n" + id + dn + list + "\n",
        {u"EventRetrieved d004 7001"_s, u"EventReleased d004 7001"_s, u"EventRetrieved d004 "_s});
    row("data that cannot be read puts the call in doubt",
        "message EventAttachedDataChanged\n" + id + dn + list + "\n",
        {u"EventRetrieved d004 7001"_s, u"EventRetrieved d004 "_s});
    row("a call that was there before the log is shown as it was",
        "message EventAttachedDataChanged\n" + id + dn + "\n",
        {u"EventRetrieved d004 7001"_s, u"EventAttachedDataChanged d004 7001"_s});
    row("once", "message EventPartyChanged\n" + id + dn + "\nmessage EventReleased\n" + id + dn + "\n",
        {u"EventRetrieved d004 7001"_s, u"EventPartyChanged d004 7001"_s, u"EventReleased d004 7001"_s});
    row("attributes without a head put their call in doubt",
        "message EventRinging\n" + id + dn + "\n" + id + dn + "\n",
        {u"EventRinging d004 7001"_s, u"EventRetrieved d004 "_s});
    row("where the call is not known, those of the DN",
        "message EventAttachedDataChanged\n" + dn + list + "\n", {u"EventAttachedDataChanged  7001"_s});
    row("where nothing is known, all", "message EventAttachedDataChanged\n" + list + "\n",
        {u"EventAttachedDataChanged  "_s});
    row("two messages mixed put both calls in doubt",
        "message EventRinging\n\tAttributeConnID\t006c029a6685d003\n" + dn + "message EventRinging\n" + id +
            dn + dn + "\n",
        {u"EventRinging d003 7001"_s, u"EventRetrieved d004 "_s, u"EventRetrieved d003 "_s});
    row("also the call of the second",
        "message EventHeld\n" + id + dn + "\tAttributeThisDN\t'2'\n\tAttributeConnID\t006c029a6685d009\n",
        {u"EventRetrieved d004 "_s, u"EventRetrieved d009 "_s});
    row("an event about no call puts none in doubt",
        "message EventAgentReady\n" + dn + "\tAttributeAgentWorkMode\tx\n\n", {u"EventAgentReady  7001"_s});
}

void TestLogLink::doubtsWhatItCannotRead()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, heard);
    m_path = write(text);
    LogLink link(m_path, m_time, m_pace, LogLink::AtOnce);
    Heard said(link);
    link.open({});
    QTRY_VERIFY(link.isFinished());
    QStringList found;
    for (const tlib::Event &event : said.events.sliced(1)) {
        QVERIFY(event.userData.isNull());
        found.append(tlib::messageName(event.type) + u' ' +
                     (event.connId.isNull() ? QString() : event.connId.toString().last(4)) + u' ' +
                     event.thisDn.toString());
    }
    QCOMPARE(found, heard);
}

void TestLogLink::stripsReferencesOfOthers()
{
    m_path = write("message EventACK\n\tAttributeReferenceID\t7\n\n");
    LogLink link(m_path, m_time, m_pace, LogLink::AtOnce);
    Heard heard(link);
    link.open({});
    QTRY_COMPARE(heard.events.size(), 2);
    QVERIFY(heard.events.last().referenceId.isNull());
}

void TestLogLink::refusesWhatIsNoLog_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<core::ErrorKind>("kind");
    QTest::addColumn<QString>("sentence"); // %1 is the path
    const auto row = [](const char *name, const QString &path, core::ErrorKind kind,
                        const QString &sentence) { QTest::newRow(name) << path << kind << sentence; };
    const QString noEvent =
        u"%1 is not the text of a T-Server log: no line in it is like \"message EventRinging\"."_s;
    const QString binary = u"%1 is not the text of a T-Server log: it is a binary file."_s;
    using enum core::ErrorKind;
    row("no file", m_folder.filePath(u"none.log"_s), NotFound, u"There is no file %1."_s);
    QVERIFY(QDir(m_folder.path()).mkpath(u"empty"_s));
    row("a folder without a log", m_folder.filePath(u"empty"_s), NotFound, u"There is no log in %1."_s);
    row("a device", u"/dev/null"_s, InvalidInput, u"%1 is no regular file; copy the log into one."_s);
    row("an empty file", write("", u"empty.log"_s), InvalidInput, u"%1 is empty."_s);
    row("a binary file", write(QByteArray("message EventRinging\n\0", 22), u"binary.log"_s), InvalidInput,
        binary);
    row("some other text in UTF-16", write(QByteArray("\xff\xfem\0e\0", 6), u"utf16.log"_s), InvalidInput,
        noEvent);
    row("some other text", write(QByteArray("Dear reader,\n").repeated(300'000), u"letter.log"_s),
        InvalidInput, noEvent);
    row("a log of requests alone", write("message RequestQueryServer\n\n", u"requests.log"_s), InvalidInput,
        noEvent);
    if (QFile::exists(u"/proc/self/mem"_s))
        row("a file that cannot be read", u"/proc/self/mem"_s, Io,
            u"%1 cannot be read: Input/output error."_s);
}

void TestLogLink::refusesWhatIsNoLog()
{
    QFETCH(QString, path);
    QFETCH(core::ErrorKind, kind);
    QFETCH(QString, sentence);
    LogLink link(path, m_time, m_pace);
    Heard heard(link);
    link.open({});
    QCOMPARE(heard.total, 0);
    QTRY_VERIFY(heard.isClosed());
    QCOMPARE(heard.states, (QList{LinkState::Opening, LinkState::Closed}));
    QVERIFY(heard.events.isEmpty());
    QVERIFY(heard.reason);
    QCOMPARE(heard.reason->kind, kind);
    QCOMPARE(heard.reason->text, sentence.arg(path));
}

void TestLogLink::mayBeClosedByAnAlarmOfTheLog()
{
    LogLink link(m_path, m_time, m_pace, LogLink::AtOnce);
    Heard heard(link);
    const auto alarm = m_time.alarm([&link] { link.close(); });
    alarm->start(2500ms);
    link.open({});
    QTRY_VERIFY(heard.isClosed());
    settle();
    QCOMPARE(heard.numbers(), (QList<qint64>{1, 2}));
    QVERIFY(!link.isFinished());
}

TALLY_TEST(TestLogLink)

} // namespace tst_loglink
#include "tst_loglink.moc"
