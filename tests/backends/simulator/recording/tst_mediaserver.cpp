#include "backends/simulator/recording/mediaserver.h"
#include "support/manualclock.h"
#include "support/testprogram.h"

#include <QtTest>

namespace tst_mediaserver {

using namespace Qt::StringLiterals;
using simulator::RecorderState;

class TestMediaServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesFiles_data();
    void namesFiles();
    void givesEachFileOfACallAnotherName();
    void makesAnIdWhenNoneIsGiven();
    void makesNoIdThatIsInUse();
    void knowsIdsOfEveryCall();
    void givesEachCallOtherFiles();
    void reportsInOrderWithTheDelay();
    void reportsAtOnceWithoutADelay();
    void goesFromStateToState_data();
    void goesFromStateToState();
    void padsAPauseWithSilence();
    void sendsToEachDestination_data();
    void sendsToEachDestination();
    void keepsEverySessionOfACall();
    void keepsWhatRequestsSaid();
    void refusesTooManyParams();
    void endsEvenWhenItRefuses();
};

namespace {

const tlib::ConnId someCall(0x42);

simulator::RecordingOrder someOrder()
{
    return {.call = someCall,
            .uuid = tlib::CallUuid(u"U1"_s),
            .dn = tlib::Dn(u"7001"_s),
            .party = tlib::Dn(u"+4930"_s),
            .ani = tlib::Dn(u"+4930"_s),
            .dnis = tlib::Dn(u"8000"_s)};
}

simulator::RecordingOrder otherOrder()
{
    simulator::RecordingOrder order = someOrder();
    order.call = tlib::ConnId(0x43);
    return order;
}

tlib::KvList pairs(std::initializer_list<std::pair<const char *, const char16_t *>> content)
{
    tlib::KvList list;
    for (const auto &[key, value] : content)
        list.append(key, QStringView(value));
    return list;
}

struct Recorder
{
    explicit Recorder(simulator::RecorderConfig config = {})
        : media(clock, std::move(config), [this](tlib::ConnId, const simulator::RecordingSession &recording) {
            reports.append(stateWord(recording.state));
        })
    {
    }
    QString file() { return media.reported(someCall).file; }
    void pass(int milliseconds) { clock.advance(core::Duration(milliseconds)); }
    core::Result<core::Done> order(const QString &verb)
    {
        return verb == u"start"    ? media.start(someOrder())
               : verb == u"pause"  ? media.pause(someCall)
               : verb == u"resume" ? media.resume(someCall)
                                   : media.stop(someCall);
    }

    support::ManualClock clock; // stands at 2026-11-22 14:26:23
    QStringList reports;
    simulator::MediaServer media;
};

} // namespace

void TestMediaServer::namesFiles_data()
{
    QTest::addColumn<QString>("fileTemplate");
    QTest::addColumn<QString>("file");
    QTest::newRow("every placeholder has its value")
        << u"{uuid}_{dn}_{party}_{ani}_{dnis}_{date}_{time}_{id}"_s
        << u"U1_7001_+4930_+4930_8000_2026-11-22_14-26-23_case"_s;
    QTest::newRow("text around them stays") << u"rec-{dn}.wav"_s << u"rec-7001.wav"_s;
    QTest::newRow("what no file name may hold becomes a dash") << u"../a b/{dn}"_s << u"..-a-b-7001"_s;
}

void TestMediaServer::namesFiles()
{
    QFETCH(QString, fileTemplate);
    QFETCH(QString, file);
    Recorder r({.fileTemplate = fileTemplate});
    simulator::RecordingOrder order = someOrder();
    order.id = u"case"_s;
    QVERIFY(r.media.start(order));
    r.clock.advance(core::Duration(150));
    QCOMPARE(r.file(), file);
}

void TestMediaServer::givesEachFileOfACallAnotherName()
{
    Recorder r({.delay = core::Duration(0), .fileTemplate = u"{dn}"_s});
    QStringList files;
    for (int i = 0; i < 3; ++i) {
        QVERIFY(r.media.start(someOrder()));
        QVERIFY(r.media.stop(someCall));
        r.clock.advance(core::Duration(0));
        files.append(r.file());
    }
    QCOMPARE(files, (QStringList{u"7001"_s, u"7001_2"_s, u"7001_3"_s}));
}

void TestMediaServer::makesAnIdWhenNoneIsGiven()
{
    Recorder r;
    QVERIFY(r.media.start(someOrder()));
    r.clock.advance(core::Duration(150));
    const QString first = r.media.reported(someCall).id;
    QVERIFY(!first.isEmpty());
    QVERIFY(r.media.stop(someCall));
    QVERIFY(r.media.start(someOrder()));
    r.clock.advance(core::Duration(150));
    QVERIFY(r.media.reported(someCall).id != first);
}

void TestMediaServer::makesNoIdThatIsInUse()
{
    Recorder r;
    simulator::RecordingOrder taken = otherOrder();
    taken.id = u"U1-1"_s; // what it would make
    QVERIFY(r.media.start(taken));
    QVERIFY(r.media.start(someOrder()));
    r.pass(150);
    QVERIFY(r.media.reported(someCall).id != taken.id);
}

void TestMediaServer::knowsIdsOfEveryCall()
{
    Recorder r;
    simulator::RecordingOrder order = someOrder(), other = otherOrder();
    order.id = other.id = u"case"_s;
    QVERIFY(r.media.start(order));
    const auto refused = r.media.start(other);
    QCOMPARE(refused.error().serverCode, 53);
    QVERIFY2(refused.error().text.contains(u"Id case belongs to a recording"_s),
             qPrintable(refused.error().text));
    QVERIFY(r.media.isIdInUse(u"case"_s));
    QVERIFY(r.media.stop(someCall));
    QVERIFY(!r.media.isIdInUse(u"case"_s)); // free as soon as its recording has to end
    QVERIFY(r.media.start(other));
    r.media.forget(other.call);
    QVERIFY(!r.media.isIdInUse(u"case"_s));
}

void TestMediaServer::givesEachCallOtherFiles()
{
    Recorder r({.delay = core::Duration(0), .fileTemplate = u"{dn}"_s});
    QVERIFY(r.media.start(someOrder()));
    QVERIFY(r.media.start(otherOrder()));
    r.pass(0);
    QCOMPARE(r.file(), u"7001"_s);
    QCOMPARE(r.media.reported(tlib::ConnId(0x43)).file, u"7001_2"_s);
    r.media.forget(someCall);
    QVERIFY(r.media.start(someOrder()));
    r.pass(0);
    QCOMPARE(r.file(), u"7001"_s); // its call is gone
}

void TestMediaServer::reportsInOrderWithTheDelay()
{
    Recorder r({.delay = core::Duration(100)});
    QVERIFY(r.media.start(someOrder()));
    r.clock.advance(core::Duration(60));
    QVERIFY(r.media.pause(someCall));
    QCOMPARE(r.media.wantedState(someCall), RecorderState::Paused);
    QCOMPARE(r.media.reported(someCall).state, RecorderState::Off);
    r.clock.advance(core::Duration(99));
    QCOMPARE(r.reports, QStringList{u"on"_s});
    r.clock.advance(core::Duration(1));
    QCOMPARE(r.reports, (QStringList{u"on"_s, u"paused"_s}));
    QVERIFY(r.media.resume(someCall));
    r.media.forget(someCall);
    r.clock.advance(core::Duration(1000));
    QCOMPARE(r.reports.size(), 2);
}

void TestMediaServer::reportsAtOnceWithoutADelay()
{
    Recorder r({.delay = core::Duration(0)});
    QVERIFY(r.media.start(someOrder()));
    QVERIFY(r.reports.isEmpty()); // yet never from inside the order: the acknowledgement comes first
    r.clock.advance(core::Duration(0));
    QCOMPARE(r.reports, QStringList{u"on"_s});
}

void TestMediaServer::goesFromStateToState_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QString>("verb");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("state");
    const QStringList off, on{u"start"_s}, paused{u"start"_s, u"pause"_s};
    QTest::newRow("start while off") << off << u"start"_s << 0 << u"on"_s;
    QTest::newRow("start while on: already") << on << u"start"_s << 43 << u"on already"_s;
    QTest::newRow("start while paused: not from there") << paused << u"start"_s << 93 << u"paused"_s;
    QTest::newRow("pause while off: not from there") << off << u"pause"_s << 93 << u"off"_s;
    QTest::newRow("pause while on") << on << u"pause"_s << 0 << u"paused"_s;
    QTest::newRow("pause while paused: already") << paused << u"pause"_s << 43 << u"paused already"_s;
    QTest::newRow("resume while off: not from there") << off << u"resume"_s << 93 << u"off"_s;
    QTest::newRow("resume while on: already") << on << u"resume"_s << 43 << u"on already"_s;
    QTest::newRow("resume while paused") << paused << u"resume"_s << 0 << u"on"_s;
    QTest::newRow("stop while off: already") << off << u"stop"_s << 43 << u"off already"_s;
    QTest::newRow("stop while on") << on << u"stop"_s << 0 << u"off"_s;
    QTest::newRow("stop while paused") << paused << u"stop"_s << 0 << u"off"_s;
}

void TestMediaServer::goesFromStateToState()
{
    QFETCH(QStringList, before);
    QFETCH(QString, verb);
    QFETCH(int, code);
    QFETCH(QString, state);
    Recorder r;
    for (const QString &earlier : before)
        QVERIFY(r.order(earlier));
    const auto done = r.order(verb);
    QCOMPARE(bool(done), code == 0);
    if (done) {
        QCOMPARE(stateWord(r.media.wantedState(someCall)), state);
    } else {
        QCOMPARE(done.error().serverCode, code);
        QCOMPARE(done.error().text, u"Cannot %1: the recording is %2"_s.arg(verb, state));
    }
}

void TestMediaServer::padsAPauseWithSilence()
{
    Recorder r({.delay = core::Duration(100)});
    QVERIFY(r.order(u"start"_s));
    r.pass(1100); // 100 until it begins
    QVERIFY(r.order(u"pause"_s));
    r.pass(2100); // 100 until it pauses
    QCOMPARE(r.media.reported(someCall).recorded, core::Duration(1100));
    QCOMPARE(r.media.reported(someCall).silence, core::Duration(2000));
    QVERIFY(r.order(u"resume"_s));
    r.pass(400);
    QVERIFY(r.order(u"stop"_s));
    r.pass(5000);
    QCOMPARE(r.media.reported(someCall).recorded, core::Duration(1500));
    QCOMPARE(r.media.reported(someCall).silence, core::Duration(2100));
    QCOMPARE(r.media.reported(someCall).state, RecorderState::Off);
}

void TestMediaServer::sendsToEachDestination_data()
{
    QTest::addColumn<QString>("dest");
    QTest::addColumn<QString>("dest2");
    QTest::addColumn<QStringList>("destinations");
    QTest::newRow("as configured") << QString() << QString() << QStringList{u"sip:one"_s, u"sip:two"_s};
    QTest::newRow("the first overridden") << u"sip:a"_s << QString() << QStringList{u"sip:a"_s, u"sip:two"_s};
    QTest::newRow("the second overridden")
        << QString() << u"sip:b"_s << QStringList{u"sip:one"_s, u"sip:b"_s};
    QTest::newRow("both overridden") << u"sip:a"_s << u"sip:b"_s << QStringList{u"sip:a"_s, u"sip:b"_s};
}

void TestMediaServer::sendsToEachDestination()
{
    QFETCH(QString, dest);
    QFETCH(QString, dest2);
    QFETCH(QStringList, destinations);
    Recorder r({.dest = u"sip:one"_s, .dest2 = u"sip:two"_s});
    simulator::RecordingOrder order = someOrder();
    order.dest = dest;
    order.dest2 = dest2;
    QVERIFY(r.media.start(order));
    r.pass(150);
    QCOMPARE(r.media.reported(someCall).destinations, destinations);
}

void TestMediaServer::keepsEverySessionOfACall()
{
    Recorder r({.delay = core::Duration(0), .fileTemplate = u"{dn}"_s});
    for (const auto &verb : {u"start"_s, u"stop"_s, u"start"_s, u"pause"_s}) {
        QVERIFY(r.order(verb));
        r.pass(10);
    }
    QVERIFY(r.order(u"stop"_s));
    QVERIFY(r.order(u"start"_s)); // ordered, and not begun yet
    const auto sessions = r.media.recordingsOf(someCall);
    QCOMPARE(sessions.size(), 3u);
    QCOMPARE(sessions[0].recorded, core::Duration(10));
    QCOMPARE(sessions[0].state, RecorderState::Off);
    QCOMPARE(sessions[1].file, u"7001_2"_s);
    QCOMPARE(sessions[1].silence, core::Duration(10));
    QCOMPARE(sessions[1].state, RecorderState::Paused);
    QCOMPARE(sessions[2].recorded, core::Duration(0));
    QCOMPARE(r.file(), u"7001_2"_s);
    // The recorder changes by itself: what was under way is forgotten, the file before has ended.
    r.media.changeByItself(someOrder(), RecorderState::On);
    QCOMPARE(r.media.recordingsOf(someCall)[1].state, RecorderState::Off);
    QCOMPARE(r.file(), u"7001_3"_s);
}

void TestMediaServer::keepsWhatRequestsSaid()
{
    Recorder r;
    simulator::RecordingOrder order = someOrder();
    order.remarks = {.params = pairs({{"a", u"1"}, {"b", u"2"}}), .reasons = pairs({{"why", u"asked"}})};
    QVERIFY(r.media.start(order));
    QVERIFY(r.media.pause(someCall, {.params = pairs({{"a", u"3"}, {"c", u"4"}})}));
    QVERIFY(!r.media.pause(someCall, {.params = pairs({{"d", u"5"}})})); // refused: it says nothing
    QVERIFY(r.media.stop(someCall, {.reasons = pairs({{"why", u"done"}})}));
    r.pass(150);
    const simulator::Remarks remarks = r.media.reported(someCall).remarks;
    QCOMPARE(remarks.params, pairs({{"a", u"3"}, {"b", u"2"}, {"c", u"4"}}));
    QCOMPARE(remarks.reasons, pairs({{"why", u"done"}}));
    QVERIFY(r.media.start(someOrder())); // another session, with nothing of the first
    r.pass(150);
    QVERIFY(r.media.reported(someCall).remarks.params.isEmpty());
}

void TestMediaServer::refusesTooManyParams()
{
    Recorder r;
    simulator::RecordingOrder order = someOrder();
    order.remarks.params.append("a", QString(40000, u'x'));
    QVERIFY(r.media.start(order));
    tlib::KvList more;
    more.append("b", QString(40000, u'x'));
    QCOMPARE(r.media.pause(someCall, {.params = more}).error().serverCode, 53);
    QCOMPARE(r.media.wantedState(someCall), RecorderState::On);
}

void TestMediaServer::endsEvenWhenItRefuses()
{
    Recorder r({.fault = simulator::RecorderFault::Refuse});
    r.media.end(someCall); // nothing to end, nothing to report
    r.pass(150);
    QVERIFY(r.reports.isEmpty());
    r.media.changeByItself(someOrder(), RecorderState::Paused);
    QCOMPARE(r.media.recordedDn(someCall), tlib::Dn(u"7001"_s));
    QCOMPARE(r.media.stop(someCall).error().serverCode, 118);
    r.media.end(someCall);
    QVERIFY(r.media.recordedDn(someCall).isEmpty());
    r.pass(150);
    QCOMPARE(r.reports, QStringList{u"off"_s});
}

TALLY_TEST(TestMediaServer)

} // namespace tst_mediaserver
#include "tst_mediaserver.moc"
