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
