#include "model/settings/dnrange.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_dnrange {

using namespace Qt::StringLiterals;

class TestDnRange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWritten_data();
    void whatIsWritten();
    void whatIsRefused_data();
    void whatIsRefused();
    void aListIsInItsOrderAndEachOnce();
    void aListHasItsLimitToo();
    void theLongestRangeThatIsTaken();

private:
    static QStringList textsOf(const QList<tlib::Dn> &dns)
    {
        QStringList texts;
        for (const tlib::Dn &dn : dns)
            texts.append(dn.toString());
        return texts;
    }
};

void TestDnRange::whatIsWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("dns");
    QTest::newRow("a number") << u"7001"_s << QStringList{u"7001"_s};
    QTest::newRow("a word") << u"agent-7001@site"_s << QStringList{u"agent-7001@site"_s};
    QTest::newRow("a number with a plus") << u"+49-30-5550"_s << QStringList{u"+49-30-5550"_s};
    QTest::newRow("a feature code") << u"*72#"_s << QStringList{u"*72#"_s};
    QTest::newRow("a range") << u"7009-7011"_s << QStringList{u"7009"_s, u"7010"_s, u"7011"_s};
    QTest::newRow("a range of one") << u"7009-7009"_s << QStringList{u"7009"_s};
    QTest::newRow("a range with blanks and a dash")
        << u"7009 \u2013 7010"_s << QStringList{u"7009"_s, u"7010"_s};
    QTest::newRow("leading zeros stay") << u"0099-0101"_s << QStringList{u"0099"_s, u"0100"_s, u"0101"_s};
    QTest::newRow("from nought") << u"0-2"_s << QStringList{u"0"_s, u"1"_s, u"2"_s};
    QTest::newRow("plain numbers of different length")
        << u"98-101"_s << QStringList{u"98"_s, u"99"_s, u"100"_s, u"101"_s};
}

void TestDnRange::whatIsWritten()
{
    QFETCH(QString, text);
    const auto dns = model::dnsFrom(text);
    QVERIFY2(dns, dns ? "" : qPrintable(dns.error().text));
    QTEST(textsOf(*dns), "dns");
    QVERIFY(model::checkDns({text}));
    QCOMPARE(model::isDnRange(text), text.contains(u'0') && dns->first().toString() != text);
}

void TestDnRange::whatIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("named");
    QTest::newRow("nothing") << QString() << u"empty"_s;
    QTest::newRow("two words") << u"70 01"_s << u"\"70 01\""_s;
    QTest::newRow("a control character") << u"7001\u0007"_s << u"one word"_s;
    QTest::newRow("a word that is too long") << QString(256, u'7') << u"255"_s;
    QTest::newRow("a range backwards") << u"7099-7000"_s << u"\"7099-7000\""_s;
    QTest::newRow("leading zeros and another length") << u"007-0010"_s << u"leading zeros"_s;
    QTest::newRow("a leading zero at the end") << u"7-010"_s << u"leading zeros"_s;
    QTest::newRow("too many") << u"100000-200000"_s << u"100,000"_s;
    QTest::newRow("more digits than a number has") << u"1-1000000000000000000000"_s << u"18 digits"_s;
    QTest::newRow("a range without its end") << u"7000-"_s << u"half a range"_s;
    QTest::newRow("a range without its beginning") << u"-7099"_s << u"half a range"_s;
}

void TestDnRange::whatIsRefused()
{
    QFETCH(QString, text);
    QFETCH(QString, named);
    const auto dns = model::dnsFrom(text);
    QVERIFY(!dns);
    QCOMPARE(dns.error().kind, core::ErrorKind::InvalidInput);
    QVERIFY2(dns.error().text.contains(named), qPrintable(dns.error().text));
    const auto checked = model::checkDns({u"7001"_s, text});
    QVERIFY(!checked);
    QCOMPARE(checked.error().text, dns.error().text);
}

void TestDnRange::aListIsInItsOrderAndEachOnce()
{
    const auto dns = model::dnsFrom(QStringList{u"7003"_s, u"7001-7004"_s, u"reception"_s, u"7001"_s});
    QVERIFY(dns);
    QCOMPARE(textsOf(*dns), (QStringList{u"7003"_s, u"7001"_s, u"7002"_s, u"7004"_s, u"reception"_s}));
    QVERIFY(model::dnsFrom(QStringList())->isEmpty());
}

void TestDnRange::aListHasItsLimitToo()
{
    const auto dns = model::dnsFrom(QStringList{u"1-60000"_s, u"100001-160000"_s});
    QVERIFY(!dns);
    QVERIFY2(dns.error().text.contains(u"100,000"_s), qPrintable(dns.error().text));
}

void TestDnRange::theLongestRangeThatIsTaken()
{
    const auto dns = model::dnsFrom(u"100000-199999"_s);
    QVERIFY(dns);
    QCOMPARE(dns->size(), model::MostDns);
    QCOMPARE(dns->last(), tlib::Dn(u"199999"));
}

TALLY_TEST(TestDnRange)

} // namespace tst_dnrange

#include "tst_dnrange.moc"
