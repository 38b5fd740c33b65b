#include "model/statewords.h"
#include "presentation/tables/tracemodel.h"
#include "presentation/words/tracetext.h"
#include "support/manualclock.h"
#include "support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

namespace tst_tracemodel {

using model::MessageTrace;
using presentation::TraceModel;
using namespace Qt::StringLiterals;

class TestTraceModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatCameBeforeIsThere();
    void whatComesIsTakenOnceAFrame();
    void theFilterTakesWordsOfAllColumns_data();
    void theFilterTakesWordsOfAllColumns();
    void aPauseKeepsWhatIsShown();
    void clearingClearsTheTrace();
    void theOldestLeave();
    void aLineIsNoFormula();
    void anIdleModelDoesNotWakeUp();
    void aStormIsTakenInItsStride();

private:
    void event(tlib::MessageType type, quint64 call = 0x006c029a6685d004)
    {
        tlib::KvList data;
        data.append("GSIP_RECORD", u"ON");
        m_trace->noteEvent({.type = type,
                            .connId = tlib::ConnId(call),
                            .thisDn = tlib::Dn(u"7001"),
                            .otherDn = tlib::Dn(u"+493055501"),
                            .userData = data});
    }
    void frame() { m_clock->advance(core::Frame::Length); }
    QString text(int row, int column) const { return m_model->index(row, column).data().toString(); }

    std::unique_ptr<support::ManualClock> m_clock;
    std::unique_ptr<MessageTrace> m_trace;
    std::unique_ptr<TraceModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestTraceModel::init()
{
    m_clock = std::make_unique<support::ManualClock>();
    m_trace = std::make_unique<MessageTrace>(*m_clock, model::tracedRecording());
    m_trace->noteLink(u"open"_s);
    m_model = std::make_unique<TraceModel>(*m_trace, *m_clock);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
}

void TestTraceModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_trace.reset();
    m_clock.reset();
}

void TestTraceModel::whatCameBeforeIsThere()
{
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(text(0, TraceModel::Direction), u"Link"_s);
    QCOMPARE(text(0, TraceModel::Details), u"open"_s);
}

void TestTraceModel::whatComesIsTakenOnceAFrame()
{
    QSignalSpy inserted(m_model.get(), &TraceModel::rowsInserted);
    event(tlib::MessageType::EventRinging);
    event(tlib::MessageType::EventEstablished);
    QCOMPARE(m_model->rowCount(), 1);
    frame();
    QCOMPARE(m_model->rowCount(), 3);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(text(2, TraceModel::Direction), u"Received"_s);
    QCOMPARE(text(2, TraceModel::Message), u"EventEstablished"_s);
    QCOMPARE(text(2, TraceModel::Call), u"006c029a6685d004"_s);
    QCOMPARE(text(2, TraceModel::Numbers), u"**01, *******501"_s);
    QCOMPARE(text(2, TraceModel::Details),
             u"user data: 1 pair(s), 20 byte(s) · recording: on · UserData GSIP_RECORD(s2)"_s);
}

void TestTraceModel::theFilterTakesWordsOfAllColumns_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("shown");
    const QStringList all{u"open"_s, u"EventRinging"_s, u"RequestQueryServer"_s};
    QTest::newRow("nothing shows all") << QString() << all;
    QTest::newRow("a part of a name") << u"ring"_s << QStringList{u"EventRinging"_s};
    QTest::newRow("a direction") << u"sent"_s << QStringList{u"RequestQueryServer"_s};
    QTest::newRow("a ConnID") << u"6685D004"_s << QStringList{u"EventRinging"_s};
    QTest::newRow("two words, both of which must be there") << u"received sent"_s << QStringList();
    QTest::newRow("two words that are") << u" received  ringing "_s << QStringList{u"EventRinging"_s};
    QTest::newRow("a detail") << u"OPEN"_s << QStringList{u"open"_s};
}

void TestTraceModel::theFilterTakesWordsOfAllColumns()
{
    QFETCH(QString, words);
    QFETCH(QStringList, shown);
    event(tlib::MessageType::EventRinging);
    m_model->setFilter(words);
    m_trace->noteRequest(tlib::QueryServer{}, tlib::ReferenceId(3)); // comes under the filter
    frame();
    QStringList found;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QString message = text(row, TraceModel::Message);
        found += message.isEmpty() ? text(row, TraceModel::Details) : message;
    }
    QCOMPARE(found, shown);
    QCOMPARE(m_model->total(), 3);
}

void TestTraceModel::aPauseKeepsWhatIsShown()
{
    m_model->setPaused(true);
    for (int i = 0; i < 2 * MessageTrace::Capacity; ++i)
        event(tlib::MessageType::EventRinging);
    frame();
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(text(0, TraceModel::Details), u"open"_s);
    m_model->setPaused(false);
    QCOMPARE(m_model->rowCount(), int(MessageTrace::Capacity));
    event(tlib::MessageType::EventReleased);
    frame();
    QCOMPARE(text(m_model->rowCount() - 1, TraceModel::Message), u"EventReleased"_s);
}

void TestTraceModel::clearingClearsTheTrace()
{
    m_model->clear();
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_trace->first(), m_trace->end());
    event(tlib::MessageType::EventRinging);
    frame();
    QCOMPARE(m_model->rowCount(), 1);
}

void TestTraceModel::theOldestLeave()
{
    m_tester.reset(); // it looks at every row each time
    for (int i = 0; i < MessageTrace::Capacity - 1; ++i)
        event(tlib::MessageType::EventRinging, quint64(i + 1));
    frame();
    QCOMPARE(m_model->rowCount(), int(MessageTrace::Capacity));
    event(tlib::MessageType::EventReleased);
    frame();
    QCOMPARE(m_model->rowCount(), int(MessageTrace::Capacity));
    QCOMPARE(text(0, TraceModel::Call), u"0000000000000001"_s);
}

void TestTraceModel::aLineIsNoFormula()
{
    tlib::KvList data;
    data.append("=cmd|' /C calc'!A0", u"x");
    m_trace->noteEvent(
        {.type = tlib::MessageType::EventError, .errorMessage = tlib::Text(u"=1+1\tmore\nand more")});
    frame();
    const QStringList cells = m_model->lineAt(1).split(u'\t');
    QCOMPARE(cells.size(), int(TraceModel::Columns));
    QCOMPARE(cells.last(), u"'=1+1 more and more"_s);
}

void TestTraceModel::anIdleModelDoesNotWakeUp()
{
    QVERIFY(!m_clock->hasAlarms());
    event(tlib::MessageType::EventRinging);
    QVERIFY(m_clock->hasAlarms());
    frame();
    QVERIFY(!m_clock->hasAlarms());
}

/// A second of 50,000 events a second, with a filter: far less than a second's work.
void TestTraceModel::aStormIsTakenInItsStride()
{
    m_tester.reset();
    m_model->setFilter(u"ringing"_s);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 60; ++i) {
        for (int j = 0; j < 833; ++j)
            event(j % 2 ? tlib::MessageType::EventRinging : tlib::MessageType::EventReleased);
        frame();
    }
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    qInfo("50,000 events in %lld ms", qlonglong(timer.elapsed()));
    QCOMPARE(m_model->total(), int(MessageTrace::Capacity));
}

TALLY_TEST(TestTraceModel)

} // namespace tst_tracemodel

#include "tst_tracemodel.moc"
