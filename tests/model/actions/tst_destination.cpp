#include "model/actions/destination.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_destination {

using namespace Qt::StringLiterals;
using model::DestinationFlaw;
using tlib::Dn;

class TestDestination : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFlawIsNamed_data();
    void aFlawIsNamed();
};

void TestDestination::aFlawIsNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<DestinationFlaw>("flaw");
    QTest::newRow("a desk") << u"7002"_s << DestinationFlaw::None;
    QTest::newRow("a number outside") << u"+493055501"_s << DestinationFlaw::None;
    QTest::newRow("a name with its place") << u"sales@berlin"_s << DestinationFlaw::None;
    QTest::newRow("nothing") << QString() << DestinationFlaw::Empty;
    QTest::newRow("two words") << u"70 02"_s << DestinationFlaw::NotOneWord;
    QTest::newRow("a blank before it") << u" 7002"_s << DestinationFlaw::NotOneWord;
    QTest::newRow("a control character") << u"70\u000702"_s << DestinationFlaw::NotOneWord;
    QTest::newRow("as long as can be") << QString(255, u'7') << DestinationFlaw::None;
    QTest::newRow("too long") << QString(256, u'7') << DestinationFlaw::NotOneWord;
    QTest::newRow("the own DN") << u"7001"_s << DestinationFlaw::OwnDn;
}

void TestDestination::aFlawIsNamed()
{
    QFETCH(QString, text);
    QFETCH(DestinationFlaw, flaw);
    QCOMPARE(model::flawIn(Dn(text), Dn(u"7001"_s)), flaw);
}

TALLY_TEST(TestDestination)

} // namespace tst_destination
#include "tst_destination.moc"
