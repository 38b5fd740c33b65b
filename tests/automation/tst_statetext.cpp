#include "automation/report/statetext.h"
#include "support/randomfloor.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>

namespace tst_statetext {

using namespace Qt::StringLiterals;
using automation::StateText;

/// What is kept of the report has to be what it would be if it were made anew.
class TestStateText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"tallylight.*=false"_s); }
    void isTheReport_data();
    void isTheReport();
    void namesOfPeopleBreakNothing();
    void aChangeCostsTheSameAmongAThousand();
    void aSwapIsToldOfBothCalls();
};

void TestStateText::isTheReport_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 16; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestStateText::isTheReport()
{
    QFETCH(quint32, seed);
    support::RandomFloor floor(seed);
    const automation::ToastWords words = [](const model::Toast &toast) { return toast.serverText; };
    StateText text(floor.desk, words);
    qsizetype most = 0;
    for (int step = 0; step < 400; ++step) {
        floor.step();
        const QJsonObject report = automation::stateReport(floor.desk, words);
        QCOMPARE(text.text(), QJsonDocument(report).toJson(QJsonDocument::Compact));
        most = std::max(most, report["calls"_L1].toArray().size());
    }
    QVERIFY(most > 2);
}

void TestStateText::namesOfPeopleBreakNothing()
{
    support::Conversation talk;
    talk.connect();
    talk.desk.toasts.post({.serverText = u"\"calls\":[]"_s});
    talk.talk();
    const automation::ToastWords words = [](const model::Toast &toast) { return toast.serverText; };
    StateText text(talk.desk, words);
    QCOMPARE(QJsonDocument::fromJson(text.text()).object(), automation::stateReport(talk.desk, words));
}

/// By the calls that are looked at: a report of all is made of texts that are there.
void TestStateText::aChangeCostsTheSameAmongAThousand()
{
    support::Conversation talk;
    talk.connect();
    const automation::ToastWords words = [](const model::Toast &toast) { return toast.serverText; };
    const auto ring = [&talk](quint64 id) {
        talk.say(tlib::MessageType::EventRinging, {}, tlib::ConnId(id));
    };
    for (quint64 id = 1; id <= 1000; ++id)
        ring(id);
    StateText text(talk.desk, words);
    const auto timeOf = [](const std::function<void()> &work) {
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 20; ++i)
            work();
        return timer.nsecsElapsed();
    };
    (void)text.text();
    const qint64 anew = timeOf([&] { (void)automation::stateReport(talk.desk, words); });
    const qint64 kept = timeOf([&] {
        talk.say(tlib::MessageType::EventAttachedDataChanged, support::Conversation::recording(u"ON"_s),
                 tlib::ConnId(quint64(500)));
        (void)text.text();
    });
    QVERIFY2(kept * 10 < anew, qPrintable(u"%1 of %2 ns"_s.arg(kept).arg(anew)));
}

/// What can be done to one call goes by the other, too.
void TestStateText::aSwapIsToldOfBothCalls()
{
    support::Conversation talk;
    talk.connect();
    const automation::ToastWords words = [](const model::Toast &toast) { return toast.serverText; };
    StateText text(talk.desk, words);
    const tlib::ConnId two{2};
    const auto isRight = [&] { return text.text().count("\"alternate\""); };
    talk.talk();
    QCOMPARE(isRight(), 0);
    talk.say(tlib::MessageType::EventHeld);
    talk.talk({}, two);
    QCOMPARE(isRight(), 2);
    talk.say(tlib::MessageType::EventReleased, {}, two);
    QCOMPARE(isRight(), 0);
}

TALLY_TEST(TestStateText)

} // namespace tst_statetext

#include "tst_statetext.moc"
