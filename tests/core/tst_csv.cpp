#include "core/csv.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_csv {

using namespace Qt::StringLiterals;

class TestCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCellIsWholeAndNoFormula_data();
    void aCellIsWholeAndNoFormula();
};

void TestCsv::aCellIsWholeAndNoFormula_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("plain") << u"7001"_s << QByteArray("7001");
    QTest::newRow("empty") << QString() << QByteArray();
    QTest::newRow("a comma") << u"7001, 7002"_s << QByteArray("\"7001, 7002\"");
    QTest::newRow("a quote") << u"a \"b\""_s << QByteArray("\"a \"\"b\"\"\"");
    QTest::newRow("lines") << u"a\nb"_s << QByteArray("\"a\nb\"");
    QTest::newRow("a formula") << u"=1+1"_s << QByteArray("'=1+1");
    QTest::newRow("a number with a plus") << u"+4930"_s << QByteArray("'+4930");
    QTest::newRow("a command") << u"@SUM(A1),2"_s << QByteArray("\"'@SUM(A1),2\"");
    QTest::newRow("behind a TAB") << u"\t=1"_s << QByteArray("'\t=1");
    QTest::newRow("letters") << u"Müller"_s << QByteArray("M\xc3\xbcller");
}

void TestCsv::aCellIsWholeAndNoFormula()
{
    QFETCH(QString, text);
    QTEST(core::csvCell(text), "cell");
}

TALLY_TEST(TestCsv)

} // namespace tst_csv
#include "tst_csv.moc"
