#include "model/statewords.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_statewords {

using namespace Qt::StringLiterals;

/// The words that programs compare.
class TestStateWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActionHasAWordOfItsOwn();
    void otherWordsAreNoActions();
};

void TestStateWords::everyActionHasAWordOfItsOwn()
{
    for (const model::CallAction action : model::AllCallActions)
        QCOMPARE(model::callActionFor(model::wordFor(action)), action);
}

void TestStateWords::otherWordsAreNoActions()
{
    for (const QString &word : {u""_s, u"Pause"_s, u"pause "_s, u"route"_s, u"ready"_s})
        QVERIFY2(!model::callActionFor(word), qPrintable(word));
}

TALLY_TEST(TestStateWords)

} // namespace tst_statewords
#include "tst_statewords.moc"
