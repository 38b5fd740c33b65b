#include "model/dns/dnlist.h"
#include "support/testprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tst_dnlist {

using namespace Qt::StringLiterals;
using model::NamedDn;

class TestDnList : public QObject
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
    void aFile_data();
    void aFile();
    void aFileThatIsRefused_data();
    void aFileThatIsRefused();
    void aFileThatCannotBeRead();

private:
    QString write(const QByteArray &content)
    {
        QFile file(m_folder.filePath(u"dns%1.txt"_s.arg(++m_files)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("the test cannot write its file");
        return file.fileName();
    }
    static QStringList textsOf(const QList<tlib::Dn> &dns)
    {
        QStringList texts;
        for (const tlib::Dn &dn : dns)
            texts.append(dn.toString());
        return texts;
    }
    /// "dn" or "dn=name" of each.
    static QStringList textsOf(const QList<NamedDn> &dns)
    {
        QStringList texts;
        for (const NamedDn &entry : dns)
            texts.append(entry.name.isEmpty() ? entry.dn.toString()
                                              : entry.dn.toString() + u'=' + entry.name);
        return texts;
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

void TestDnList::whatIsWritten_data()
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

void TestDnList::whatIsWritten()
{
    QFETCH(QString, text);
    const auto dns = model::dnsFrom(text);
    QVERIFY2(dns, dns ? "" : qPrintable(dns.error().text));
    QTEST(textsOf(*dns), "dns");
    QVERIFY(model::checkDns({text}));
    QCOMPARE(model::isDnRange(text), text.contains(u'0') && dns->first().toString() != text);
}

void TestDnList::whatIsRefused_data()
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

void TestDnList::whatIsRefused()
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

void TestDnList::aListIsInItsOrderAndEachOnce()
{
    const auto dns = model::dnsFrom(QStringList{u"7003"_s, u"7001-7004"_s, u"reception"_s, u"7001"_s});
    QVERIFY(dns);
    QCOMPARE(textsOf(*dns), (QStringList{u"7003"_s, u"7001"_s, u"7002"_s, u"7004"_s, u"reception"_s}));
    QVERIFY(model::dnsFrom(QStringList())->isEmpty());
}

void TestDnList::aListHasItsLimitToo()
{
    const auto dns = model::dnsFrom(QStringList{u"1-60000"_s, u"100001-160000"_s});
    QVERIFY(!dns);
    QVERIFY2(dns.error().text.contains(u"100,000"_s), qPrintable(dns.error().text));
}

void TestDnList::theLongestRangeThatIsTaken()
{
    const auto dns = model::dnsFrom(u"100000-199999"_s);
    QVERIFY(dns);
    QCOMPARE(dns->size(), model::MostDns);
    QCOMPARE(dns->last(), tlib::Dn(u"199999"));
}

void TestDnList::aFile_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("dns");
    QTest::newRow("nothing") << QByteArray() << QStringList();
    QTest::newRow("DNs, a range, no newline at the end")
        << QByteArray("7001\n7005-7006\n7009") << QStringList{u"7001"_s, u"7005"_s, u"7006"_s, u"7009"_s};
    QTest::newRow("names after a comma and a tab")
        << QByteArray("7001, Anna Weber\n7002\tBen  Okafor \n7003,\n")
        << QStringList{u"7001=Anna Weber"_s, u"7002=Ben Okafor"_s, u"7003"_s};
    QTest::newRow("a name with a comma")
        << QByteArray("7001, Weber, Anna\n") << QStringList{u"7001=Weber, Anna"_s};
    QTest::newRow("comments and empty lines")
        << QByteArray("# the first floor\n\n  \t\n7001 # Anna's\n  # nobody\n*72#\n7002, Ben # new\n")
        << QStringList{u"7001"_s, u"*72#"_s, u"7002=Ben"_s};
    QTest::newRow("from Windows, with a byte order mark") << QByteArray("\xef\xbb\xbf"
                                                                        "7001, M\xc3\xbcller\r\n7002\r\n")
                                                          << QStringList{u"7001=Müller"_s, u"7002"_s};
}

void TestDnList::aFile()
{
    QFETCH(QByteArray, content);
    const auto dns = model::readDnFile(write(content));
    QVERIFY2(dns, dns ? "" : qPrintable(dns.error().text));
    QTEST(textsOf(*dns), "dns");
}

void TestDnList::aFileThatIsRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("named");
    QTest::newRow("two words") << QByteArray("7001\n70 02\n") << u", line 2: \"70 02\""_s;
    QTest::newRow("a range backwards") << QByteArray("\n\n7009-7001\n") << u", line 3: \"7009-7001\""_s;
    QTest::newRow("a name for a range") << QByteArray("7001-7009, All\n") << u", line 1: \"7001-7009\""_s;
    QTest::newRow("a name for nobody") << QByteArray(", Anna\n") << u", line 1: "_s;
    QTest::newRow("Latin-1") << QByteArray("7001\n7002, M\xfcller\n")
                             << u", line 2: it is no text in UTF-8"_s;
    QTest::newRow("more than 100,000 DNs")
        << QByteArray("1-60000\n100001-160000\n") << u", line 2: there are more than 100,000 DNs"_s;
}

void TestDnList::aFileThatIsRefused()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, named);
    const QString path = write(content);
    const auto dns = model::readDnFile(path);
    QVERIFY(!dns);
    QCOMPARE(dns.error().kind, core::ErrorKind::Malformed);
    QVERIFY2(dns.error().text.startsWith(path + named), qPrintable(dns.error().text));
    QVERIFY(!dns.error().text.contains(u'\n'));
}

void TestDnList::aFileThatCannotBeRead()
{
    const QString opensAndFails = u"/proc/self/mem"_s; // as a file on a broken disk
    for (const QString &path : {m_folder.filePath(u"none.txt"_s), m_folder.path(), opensAndFails,
                                write(QByteArray("7\0"
                                                 "0\0"
                                                 "0\0"
                                                 "1\0",
                                                 8))}) {
        const auto dns = model::readDnFile(path);
        QVERIFY(!dns);
        QCOMPARE(dns.error().kind, core::ErrorKind::Io);
        QVERIFY2(dns.error().text.startsWith(path), qPrintable(dns.error().text));
    }
}

TALLY_TEST(TestDnList)

} // namespace tst_dnlist
#include "tst_dnlist.moc"
