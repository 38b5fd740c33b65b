#include "backends/simulator/mediaserver.h"
#include "support/manualclock.h"

#include <QtTest>

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
    void reportsInOrderWithTheDelay();
    void reportsAtOnceWithoutADelay();
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

struct Recorder
{
    explicit Recorder(simulator::RecorderConfig config = {})
        : media(clock, std::move(config), [this](tlib::ConnId, const simulator::Recording &recording) {
            reports.append(stateWord(recording.state));
        })
    {
    }
    QString file() { return media.reported(someCall).file; }

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

QTEST_GUILESS_MAIN(TestMediaServer)
#include "tst_mediaserver.moc"
