#include "model/link/messagetrace.h"
#include "model/statewords.h"
#include "support/manualclock.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_messagetrace {

using model::MessageTrace;
using model::TraceEntry;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

tlib::KvList secretData()
{
    tlib::KvList list;
    list.append("CardNumber", u"4111111111111111");
    list.append("CVV", qint32(737));
    list.append("GSIP_RECORD", u"ON");
    list.append("GSIP_REC_FN", u"493055501-Ada.wav");
    tlib::KvList inner;
    inner.append("Pin", u"8642");
    list.append("Inner", inner);
    return list;
}

tlib::Event secretEvent()
{
    return {.type = tlib::MessageType::EventEstablished,
            .connId = tlib::ConnId(0x006c029a6685d004),
            .thisDn = tlib::Dn(u"7001"),
            .otherDn = tlib::Dn(u"+493055501"),
            .userData = secretData()};
}

QByteArray everythingIn(const MessageTrace &trace)
{
    QByteArray all;
    for (qint64 number = trace.first(); number < trace.end(); ++number) {
        const TraceEntry &entry = trace.at(number);
        all += entry.details + ' ' + entry.thisDn.toString().toUtf8() + ' ' +
               entry.otherDn.toString().toUtf8() + '\n';
        all += QByteArray(reinterpret_cast<const char *>(&entry), sizeof entry);
    }
    return all;
}

} // namespace

class TestMessageTrace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingSecretIsKept();
    void keysAreNotedWhileSomebodyLooks();
    void aRequestIsNotedWithItsReferenceId();
    void theServersWordsAreMasked();
    void whatIsCutIsMaskedBefore();
    void onlyKnownWordsOfTheRecordingAreKept();
    void withoutAReaderNoWordIsKept();
    void theOldestMakesRoom();
    void clearingForgets();
    void tellsOnceUntilItIsAskedAgain();
    void timesAreThoseOfTheWall();
    void tenThousandPairsAreCutShort();
};

void TestMessageTrace::nothingSecretIsKept()
{
    support::ManualClock clock;
    MessageTrace trace(clock, model::tracedRecording());
    trace.beginLooking();
    trace.noteEvent(secretEvent());
    trace.noteRequest(tlib::AttachUserData{.dn = tlib::Dn(u"7001"), .userData = secretData()},
                      tlib::ReferenceId(7));
    trace.noteRequest(tlib::MakeCall{.dn = tlib::Dn(u"7001"), .destination = tlib::Dn(u"03055501234")},
                      tlib::ReferenceId(8));
    trace.noteRequest(tlib::RegisterClient{.password = tlib::Text(u"correct horse")}, tlib::ReferenceId(9));
    const QByteArray all = everythingIn(trace);
    for (const char *secret :
         {"4111", "1111", "737", "8642", "correct horse", "Ada", "49305", "30555", "7001"})
        QVERIFY2(!all.contains(secret), secret);
    QCOMPARE(trace.at(0).otherDn.toString(), u"*******501"_s);
    QCOMPARE(trace.at(0).thisDn.toString(), u"**01"_s);
    QCOMPARE(trace.at(2).otherDn.toString(), u"********234"_s);
}

void TestMessageTrace::keysAreNotedWhileSomebodyLooks()
{
    support::ManualClock clock;
    MessageTrace trace(clock, model::tracedRecording());
    trace.noteEvent(secretEvent());
    QCOMPARE(trace.at(0).details, QByteArray());
    QCOMPARE(int(trace.at(0).userData.pairs), 5);
    trace.beginLooking();
    trace.noteEvent(secretEvent());
    QCOMPARE(trace.at(1).details,
             QByteArray("UserData CardNumber(s16) CVV(i4) GSIP_RECORD(s2) GSIP_REC_FN(s17) Inner(l16)"));
    trace.endLooking();
    trace.noteEvent(secretEvent());
    QCOMPARE(trace.at(2).details, QByteArray());
}

void TestMessageTrace::aRequestIsNotedWithItsReferenceId()
{
    support::ManualClock clock;
    MessageTrace trace(clock, model::tracedRecording());
    trace.noteRequest(tlib::RecordingService{.command = tlib::RecordingCommand::Pause,
                                             .dn = tlib::Dn(u"7001"),
                                             .call = tlib::ConnId(5)},
                      tlib::ReferenceId(42));
    const TraceEntry &entry = trace.at(0);
    QCOMPARE(entry.kind, TraceEntry::Kind::Request);
    QCOMPARE(entry.type, tlib::MessageType::PrivateService);
    QCOMPARE(entry.referenceId, 42);
    QCOMPARE(entry.connId, quint64(5));
    QCOMPARE(entry.details, QByteArray("pause"));
}

void TestMessageTrace::theServersWordsAreMasked()
{
    support::ManualClock clock;
    MessageTrace trace(clock, model::tracedRecording());
    trace.noteEvent({.type = tlib::MessageType::EventError,
                     .errorCode = 59,
                     .errorMessage = tlib::Text(u"DN 7001 with card 4111 1111 1111 1111 is not configured")});
    QCOMPARE(trace.at(0).details, QByteArray("DN **01 with card **** **** **** **** is not configured"));
    QCOMPARE(trace.at(0).errorCode, 59);
}

/// What was cut off must not make a card number's rest look harmless.
void TestMessageTrace::whatIsCutIsMaskedBefore()
{
    support::ManualClock clock;
    MessageTrace trace(clock, model::tracedRecording());
    trace.beginLooking();
    const QString card = u"4111111111111111"_s;
    for (const qsizetype length : {20, 24, 28, 32, 36, 300, 304, 308, 312, 316}) {
        const QString text = QString(length, u'x') + card;
        tlib::KvList data;
        data.append(text.toUtf8(), u"1");
        trace.noteEvent({.type = tlib::MessageType::EventError, .errorMessage = tlib::Text(text)});
        trace.noteEvent({.type = tlib::MessageType::EventAttachedDataChanged, .userData = data});
        trace.noteLink(text);
    }
    QVERIFY2(!everythingIn(trace).contains("111"), everythingIn(trace).constData());
    trace.endLooking();
}

void TestMessageTrace::onlyKnownWordsOfTheRecordingAreKept()
{
    support::ManualClock clock;
    MessageTrace trace(clock, model::tracedRecording());
    for (const auto &[word, kept] :
         {std::pair(u"On"_s, TraceEntry::Word::On), std::pair(u"off"_s, TraceEntry::Word::Off),
          std::pair(u"PAUSED"_s, TraceEntry::Word::Paused),
          std::pair(u"8642"_s, TraceEntry::Word::NotUnderstood)}) {
        tlib::KvList list;
        list.append("GSIP_RECORD", word);
        trace.noteEvent({.type = tlib::MessageType::EventAttachedDataChanged, .userData = list});
        QCOMPARE(trace.at(trace.end() - 1).recording, kept);
    }
    QVERIFY(!everythingIn(trace).contains("8642"));
}

void TestMessageTrace::withoutAReaderNoWordIsKept()
{
    support::ManualClock clock;
    MessageTrace trace(clock);
    tlib::KvList list;
    list.append("GSIP_RECORD", u"on"_s);
    trace.noteEvent({.type = tlib::MessageType::EventAttachedDataChanged, .userData = list});
    QCOMPARE(trace.at(0).recording, TraceEntry::Word::None);
}

void TestMessageTrace::theOldestMakesRoom()
{
    support::ManualClock clock;
    MessageTrace trace(clock, model::tracedRecording());
    for (int i = 0; i < MessageTrace::Capacity + 5; ++i)
        trace.noteEvent({.type = tlib::MessageType::EventUserEvent, .connId = tlib::ConnId(quint64(i))});
    QCOMPARE(trace.first(), qint64(5));
    QCOMPARE(trace.end(), qint64(MessageTrace::Capacity + 5));
    QCOMPARE(trace.at(5).connId, quint64(5));
    QCOMPARE(trace.at(trace.end() - 1).connId, quint64(MessageTrace::Capacity + 4));
}

void TestMessageTrace::clearingForgets()
{
    support::ManualClock clock;
    MessageTrace trace(clock, model::tracedRecording());
    for (int i = 0; i < 7; ++i)
        trace.noteEvent({.type = tlib::MessageType::EventUserEvent});
    QSignalSpy cleared(&trace, &MessageTrace::cleared);
    trace.clear();
    QCOMPARE(cleared.size(), 1);
    QCOMPARE(trace.first(), trace.end());
    for (int i = 0; i < MessageTrace::Capacity + 3; ++i) {
        trace.noteEvent({.type = tlib::MessageType::EventUserEvent});
        QCOMPARE(trace.at(trace.end() - 1).number, trace.end() - 1);
    }
    QCOMPARE(trace.end() - trace.first(), qint64(MessageTrace::Capacity));
    QCOMPARE(trace.at(trace.first()).number, trace.first());
}

void TestMessageTrace::tellsOnceUntilItIsAskedAgain()
{
    support::ManualClock clock;
    MessageTrace trace(clock, model::tracedRecording());
    QSignalSpy grown(&trace, &MessageTrace::grown);
    trace.noteLink(u"open"_s);
    QCOMPARE(grown.size(), 0);
    trace.awaitMore();
    trace.noteLink(u"open"_s);
    trace.noteLink(u"open"_s);
    QCOMPARE(grown.size(), 1);
}

void TestMessageTrace::timesAreThoseOfTheWall()
{
    support::ManualClock clock;
    MessageTrace trace(clock, model::tracedRecording());
    const QDateTime then = clock.wallTime();
    trace.noteLink(u"open"_s);
    clock.advance(5s);
    clock.setWallTime(then.addSecs(-3600)); // somebody sets it: what was stays what it was
    QCOMPARE(trace.at(0).at, then);
}

void TestMessageTrace::tenThousandPairsAreCutShort()
{
    support::ManualClock clock;
    MessageTrace trace(clock, model::tracedRecording());
    trace.beginLooking();
    tlib::KvList list;
    for (int i = 0; i < 10'000; ++i)
        list.append(QByteArray(), QStringView());
    trace.noteEvent({.type = tlib::MessageType::EventUserEvent, .userData = list});
    QCOMPARE(int(trace.at(0).userData.pairs), 10'000);
    QVERIFY(trace.at(0).details.size() < 400);
}

TALLY_TEST(TestMessageTrace)

} // namespace tst_messagetrace

#include "tst_messagetrace.moc"
