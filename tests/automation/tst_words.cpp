#include "automation/words.h"

#include "support/testprogram.h"

#include <QSet>
#include <QTest>

namespace tst_words {

using namespace Qt::StringLiterals;
using model::DestinationFlaw;
using model::Dn;
using model::Obstacle;
using model::OptionsFlaw;

/// The sentences that a program gets where nothing is done.
class TestWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyObstacleHasASentence();
    void everyFlawHasASentence();
    void aDestinationIsNamed_data();
    void aDestinationIsNamed();
    void aReasonIsSaidAsWhatItIs();
};

void TestWords::everyObstacleHasASentence()
{
    QVERIFY(automation::sentenceFor(Obstacle::None).isEmpty());
    QSet<QString> sentences;
    for (int obstacle = int(Obstacle::NotCertain); obstacle <= int(Obstacle::OnlyLooking); ++obstacle)
        sentences.insert(automation::sentenceFor(Obstacle(obstacle)));
    QCOMPARE(sentences.size(), int(Obstacle::OnlyLooking));
    QVERIFY(!sentences.contains(QString()));
}

void TestWords::everyFlawHasASentence()
{
    QVERIFY(automation::sentenceFor(OptionsFlaw::None).isEmpty());
    for (int flaw = int(OptionsFlaw::DestIsNoSipUri); flaw <= int(OptionsFlaw::TooLong); ++flaw)
        QVERIFY(!automation::sentenceFor(OptionsFlaw(flaw)).isEmpty());
    QVERIFY(automation::sentenceFor(OptionsFlaw::DestIsNoSipUri).contains(u"Dest"));
}

void TestWords::aDestinationIsNamed_data()
{
    QTest::addColumn<QString>("destination");
    QTest::addColumn<DestinationFlaw>("flaw");
    QTest::addColumn<QString>("named");
    QTest::newRow("none to find fault with") << u"7002"_s << DestinationFlaw::None << QString();
    QTest::newRow("nobody") << QString() << DestinationFlaw::Empty << u"empty"_s;
    QTest::newRow("two words") << u"70 02"_s << DestinationFlaw::NotOneWord << u"70 02"_s;
    QTest::newRow("a blank before it") << u" 7002"_s << DestinationFlaw::NotOneWord << u"\"7002\""_s;
    QTest::newRow("too long") << QString(256, u'7') << DestinationFlaw::NotOneWord << QString(60, u'7');
    QTest::newRow("the own DN") << u"7001"_s << DestinationFlaw::OwnDn << u"7001"_s;
}

void TestWords::aDestinationIsNamed()
{
    QFETCH(QString, destination);
    QFETCH(DestinationFlaw, flaw);
    QFETCH(QString, named);
    const QString sentence = automation::sentenceFor(flaw, Dn(destination));
    QCOMPARE(sentence.isEmpty(), flaw == DestinationFlaw::None);
    QVERIFY2(sentence.contains(named), qPrintable(sentence));
    QVERIFY(sentence.size() < 150); // whatever was typed
}

void TestWords::aReasonIsSaidAsWhatItIs()
{
    using automation::sentenceFor;
    const Dn dn(u"7001"_s);
    QCOMPARE(sentenceFor(model::WhyNot(Obstacle::NotPermitted)), sentenceFor(Obstacle::NotPermitted));
    QCOMPARE(sentenceFor(model::WhyNot(OptionsFlaw::TooLong)), sentenceFor(OptionsFlaw::TooLong));
    QCOMPARE(sentenceFor(model::WhyNot(DestinationFlaw::OwnDn), dn), sentenceFor(DestinationFlaw::OwnDn, dn));
}

TALLY_TEST(TestWords)

} // namespace tst_words
#include "tst_words.moc"
