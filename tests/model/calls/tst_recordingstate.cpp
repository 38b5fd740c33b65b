#include "model/calls/recordingstate.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_recordingstate {

using namespace Qt::StringLiterals;
using model::recordingFrom;
using model::RecordingKeys;
using model::RecordingReport;
using model::RecordingState;
using Word = RecordingReport::Word;

class TestRecordingState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWordIsAState_data();
    void aWordIsAState();
    void aNumberIsNoWord();
    void theFirstOfTwoCounts();
    void aListIsNoFileName();
    void otherRecordersHaveOtherKeysAndWords();
    void aKeyThatIsAlmostTheOneIsNoSilence_data();
    void aKeyThatIsAlmostTheOneIsNoSilence();
    void nothingSaidIsUnknown();
};

void TestRecordingState::aWordIsAState_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<RecordingState>("state");
    QTest::addColumn<Word>("understood");
    const auto known = [](const char *name, const QString &word, RecordingState state) {
        QTest::newRow(name) << word << state << Word::Understood;
    };
    const auto unknown = [](const char *name, const QString &word) {
        QTest::newRow(name) << word << RecordingState::Unknown << Word::NotUnderstood;
    };
    known("ON as in the samples", u"ON"_s, RecordingState::On);
    known("On as in prose", u"On"_s, RecordingState::On);
    known("OFF", u"OFF"_s, RecordingState::Off);
    known("off", u"off"_s, RecordingState::Off);
    known("PAUSED", u"PAUSED"_s, RecordingState::Paused);
    known("mixed case", u"PaUsEd"_s, RecordingState::Paused);
    known("white space around it", u" \tON\r\n"_s, RecordingState::On);
    unknown("another word", u"SUSPENDED"_s);
    unknown("an empty word", u""_s);
    unknown("only white space", u"  "_s);
    unknown("a word that begins alike", u"ONLINE"_s);
    unknown("white space within", u"O N"_s);
    unknown("a number as text", u"1"_s);
    unknown("letters that only look alike", u"\u039fN"_s);
    unknown("a NUL after it", u"ON"_s + QChar(0));
}

void TestRecordingState::aWordIsAState()
{
    QFETCH(QString, word);
    tlib::KvList data;
    data.append("CustomerSegment", u"gold");
    data.append("GSIP_RECORD", word);
    const RecordingReport report = recordingFrom(data);
    QTEST(report.state, "state");
    QTEST(report.word, "understood");
    QCOMPARE(report.wordText, word.toUtf8());
    QVERIFY(report.fileName.isEmpty());
}

void TestRecordingState::aNumberIsNoWord()
{
    tlib::KvList data;
    data.append("GSIP_RECORD", 1);
    data.append("GSIP_REC_FN", 1);
    const RecordingReport report = recordingFrom(data);
    QCOMPARE(report.state, RecordingState::Unknown);
    QCOMPARE(report.word, Word::NotUnderstood);
    QVERIFY(report.fileName.isEmpty());
}

void TestRecordingState::theFirstOfTwoCounts()
{
    tlib::KvList data;
    for (const auto word : {u"PAUSED", u"ON"})
        data.append("GSIP_RECORD", word);
    for (const auto name : {u"first", u"second"})
        data.append("GSIP_REC_FN", name);
    QCOMPARE(recordingFrom(data).state, RecordingState::Paused);
    QCOMPARE(recordingFrom(data).fileName, "first");

    tlib::KvList unknownFirst;
    unknownFirst.append("GSIP_RECORD", u"what");
    unknownFirst.append("GSIP_RECORD", u"ON");
    QCOMPARE(recordingFrom(unknownFirst).state, RecordingState::Unknown);
}

void TestRecordingState::aListIsNoFileName()
{
    tlib::KvList data;
    data.append("GSIP_REC_FN", tlib::KvList());
    QVERIFY(recordingFrom(data).fileName.isEmpty());
}

void TestRecordingState::otherRecordersHaveOtherKeysAndWords()
{
    const RecordingKeys keys{.state = "RECORDING_STATUS_GIM",
                             .file = "FILE",
                             .on = "RECORDING",
                             .off = "STOPPED",
                             .paused = "HALTED"};
    tlib::KvList data;
    data.append("GSIP_RECORD", u"OFF"); // not theirs
    data.append("RECORDING_STATUS_GIM", u"recording");
    data.append("FILE", u"name");
    QCOMPARE(recordingFrom(data, keys).state, RecordingState::On);
    QCOMPARE(recordingFrom(data, keys).fileName, "name");
    QCOMPARE(recordingFrom(data).state, RecordingState::Off);
}

void TestRecordingState::aKeyThatIsAlmostTheOneIsNoSilence_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<Word>("word");
    QTest::newRow("another case") << "gsip_record"_ba << Word::NotUnderstood;
    QTest::newRow("a blank after it") << "GSIP_RECORD "_ba << Word::NotUnderstood;
    QTest::newRow("a longer one") << "GSIP_RECORD_ID"_ba << Word::Absent;
}

void TestRecordingState::aKeyThatIsAlmostTheOneIsNoSilence()
{
    QFETCH(QByteArray, key);
    tlib::KvList data;
    data.append(key, u"ON");
    QCOMPARE(recordingFrom(data).state, RecordingState::Unknown);
    QTEST(recordingFrom(data).word, "word");
    data.append("GSIP_RECORD", u"PAUSED"); // byte by byte, as in T-Library: this is the one
    QCOMPARE(recordingFrom(data).state, RecordingState::Paused);
    QCOMPARE(recordingFrom(data).wordText, "PAUSED");
}

void TestRecordingState::nothingSaidIsUnknown()
{
    QCOMPARE(recordingFrom({}).state, RecordingState::Unknown);
    QCOMPARE(recordingFrom({}).word, Word::Absent);
}

TALLY_TEST(TestRecordingState)

} // namespace tst_recordingstate
#include "tst_recordingstate.moc"
