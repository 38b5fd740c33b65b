#include "support/testprogram.h"
#include "tlib/ids.h"

#include <QTest>

namespace tst_ids {

using namespace Qt::StringLiterals;

class TestIds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connIdFromText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        QTest::addColumn<quint64>("value");
        QTest::newRow("as T-Server logs it") << u"006c029a6685d004"_s << true << quint64(0x006c029a6685d004);
        QTest::newRow("upper case") << u"00FF"_s << true << quint64(0xff);
        QTest::newRow("all ones") << u"ffffffffffffffff"_s << true << ~quint64(0);
        QTest::newRow("empty") << QString() << false << quint64(0);
        QTest::newRow("17 digits") << u"10000000000000000"_s << false << quint64(0);
        QTest::newRow("a sign") << u"-1"_s << false << quint64(0);
        QTest::newRow("a prefix") << u"0x1"_s << false << quint64(0);
        QTest::newRow("a letter") << u"00g0"_s << false << quint64(0);
    }
    void connIdFromText()
    {
        QFETCH(QString, text);
        const auto id = tlib::ConnId::fromString(text);
        QTEST(id.has_value(), "valid");
        if (id)
            QTEST(id->value(), "value");
    }

    void connIdIsWrittenWith16LowerCaseDigits()
    {
        QCOMPARE(tlib::ConnId(0x6c029a6685d004).toString(), u"006c029a6685d004"_s);
        QVERIFY(tlib::ConnId().isNull());
    }

    void referenceIdsWrapToOne()
    {
        QCOMPARE(tlib::ReferenceId().next().value(), 1);
        QCOMPARE(tlib::ReferenceId(2147483647).next().value(), 1);
    }

    void textIsUtf8OrElseLatin1()
    {
        QCOMPARE(tlib::Dn(std::string("M\xc3\xbcller")).toString(), u"Müller"_s);
        QCOMPARE(tlib::Dn(std::string("M\xfcller")).toString(), u"Müller"_s);
        QCOMPARE(tlib::Dn(u"Müller"_s).bytes(), std::string("M\xc3\xbcller"));
    }
};

TALLY_TEST(TestIds)

} // namespace tst_ids
#include "tst_ids.moc"
