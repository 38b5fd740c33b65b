#include "model/settings/inireader.h"
#include "model/settings/initext.h"
#include "support/testprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tst_initext {

using namespace Qt::StringLiterals;
using model::IniText;

class TestIniText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingElseStays_data();
    void everythingElseStays();
    void whatIsWrittenReadsBack_data();
    void whatIsWrittenReadsBack();
    void everyOccurrenceIsSet();
    void openQuotationMarkIsNoticed_data();
    void openQuotationMarkIsNoticed();
};

void TestIniText::everythingElseStays_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("an empty file") << QByteArray() << QByteArray("[agent]\nid=2002\n");
    QTest::newRow("a value is replaced")
        << QByteArray("[agent]\nid=1001\n") << QByteArray("[agent]\nid=2002\n");
    QTest::newRow("comments before and behind stay")
        << QByteArray("; mine\n[agent]\n; who\nid=1001 ; me\n; end\n")
        << QByteArray("; mine\n[agent]\n; who\nid=2002 ; me\n; end\n");
    QTest::newRow("empty lines and other sections stay")
        << QByteArray("[x]\n\na=1\n\n[agent]\nid=1001\n\n\n[look]\ntheme=dark\n")
        << QByteArray("[x]\n\na=1\n\n[agent]\nid=2002\n\n\n[look]\ntheme=dark\n");
    QTest::newRow("a value is added to its section")
        << QByteArray("[agent]\nqueue=5000\n\n[look]\ntheme=dark\n")
        << QByteArray("[agent]\nqueue=5000\nid=2002\n\n[look]\ntheme=dark\n");
    QTest::newRow("a comment about the next section stays with it")
        << QByteArray("[agent]\nqueue=5000\n\n; the look\n[look]\ntheme=dark\n")
        << QByteArray("[agent]\nqueue=5000\nid=2002\n\n; the look\n[look]\ntheme=dark\n");
    QTest::newRow("a value is added behind a comment on the same line")
        << QByteArray("[agent]\nqueue=5000 ; mine\n") << QByteArray("[agent]\nqueue=5000 ; mine\nid=2002\n");
    QTest::newRow("a section is added")
        << QByteArray("[look]\ntheme=dark\n") << QByteArray("[look]\ntheme=dark\n\n[agent]\nid=2002\n");
    QTest::newRow("a last line without an end gets one")
        << QByteArray("[look]\ntheme=dark") << QByteArray("[look]\ntheme=dark\n\n[agent]\nid=2002\n");
    QTest::newRow("the last line of the section without an end")
        << QByteArray("[agent]\nqueue=5000") << QByteArray("[agent]\nqueue=5000\nid=2002\n");
    QTest::newRow("a backslash at the very end joins nothing")
        << QByteArray("[look]\ntheme=dark\\") << QByteArray("[look]\ntheme=dark\\\n\n\n[agent]\nid=2002\n");
    QTest::newRow("a section that is empty") << QByteArray("[agent]\n") << QByteArray("[agent]\nid=2002\n");
    QTest::newRow("a value over several lines") << QByteArray("[agent]\nid=\"a\nid=b\"\nqueue=5000\n")
                                                << QByteArray("[agent]\nid=2002\nqueue=5000\n");
    QTest::newRow("lines that end as on Windows stay so")
        << QByteArray("[agent]\r\nid=1001\r\nqueue=1\r\n") << QByteArray("[agent]\r\nid=2002\r\nqueue=1\r\n");
    QTest::newRow("a name in another way of writing")
        << QByteArray("[a%67ent]\ni%64 = 1001\n") << QByteArray("[a%67ent]\ni%64 =2002\n");
    QTest::newRow("a name with its section before it")
        << QByteArray("[General]\nagent\\id=1001\n") << QByteArray("[General]\nagent\\id=2002\n");
}

void TestIniText::everythingElseStays()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    IniText text(before);
    QCOMPARE(text.text(), before);
    text.set(u"agent/id"_s, {u"2002"_s});
    QCOMPARE(text.text(), after);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"a.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text.text());
    file.close();
    const auto values = model::readIniFile(file.fileName());
    QVERIFY(values);
    QCOMPARE(values->value(u"agent/id"_s).toString(), u"2002"_s); // as the reader of settings has it
}

void TestIniText::whatIsWrittenReadsBack_data()
{
    QTest::addColumn<QStringList>("values");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("a word") << QStringList{u"dark"_s};
    QTest::newRow("two words") << QStringList{u"two words"_s};
    QTest::newRow("a list") << QStringList{u"tlib://a:7007"_s, u"tlibs://b:7007"_s};
    QTest::newRow("a comma inside") << QStringList{u"/etc/a,b.pem"_s};
    QTest::newRow("a list with commas inside") << QStringList{u"a,b"_s, u"c, d"_s};
    QTest::newRow("quotation marks and backslashes") << QStringList{uR"(C:\new\"x")"_s};
    QTest::newRow("a semicolon, an equals sign, a hash") << QStringList{u"a;b=c#d"_s};
    QTest::newRow("brackets first") << QStringList{u"[look]"_s};
    QTest::newRow("an at sign first") << QStringList{u"@Invalid()"_s};
    QTest::newRow("at signs in a list") << QStringList{u"@ByteArray(x)"_s, u"@@"_s};
    QTest::newRow("beyond ASCII") << QStringList{u"Büro – 東京 🎧"_s};
    QTest::newRow("per cent") << QStringList{u"100%25"_s};
    QTest::newRow("line ends and what looks like more of an escape") << QStringList{u"a\nb\tc\x01"
                                                                                    "f"_s};
    QTest::newRow("a pin") << QStringList{u"sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="_s};
}

void TestIniText::whatIsWrittenReadsBack()
{
    QFETCH(QStringList, values);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"a.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    IniText text("[agent]\nqueue=5000\n");
    text.set(u"agent/id"_s, values);
    file.write(text.text());
    file.close();
    const auto read = model::readIniFile(file.fileName());
    QVERIFY(read);
    QStringList found = read->value(u"agent/id"_s).toStringList();
    found.removeAll(QString());
    QCOMPARE(found, values);
    QCOMPARE(read->value(u"agent/queue"_s).toString(), u"5000"_s);
    QCOMPARE(read->size(), 2);
}

void TestIniText::everyOccurrenceIsSet()
{
    IniText text("[agent]\nid=1\nid=2\n[look]\ntheme=dark\n[agent]\nid=3\n");
    text.set(u"agent/id"_s, {u"4"_s});
    QCOMPARE(text.text(), QByteArray("[agent]\nid=4\nid=4\n[look]\ntheme=dark\n[agent]\nid=4\n"));
    QVERIFY(text.contains(u"look/theme"_s));
    QVERIFY(!text.contains(u"look/language"_s));
}

void TestIniText::openQuotationMarkIsNoticed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isComplete");
    QTest::newRow("closed") << QByteArray("a=\"b\"\n") << true;
    QTest::newRow("open") << QByteArray("a=\"b\n[c]\nd=e\n") << false;
    QTest::newRow("escaped") << QByteArray("a=\\\"b\n") << true;
    QTest::newRow("in a comment") << QByteArray("; \"\na=b\n") << true;
}

void TestIniText::openQuotationMarkIsNoticed()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isComplete);
    QCOMPARE(IniText(text).isComplete(), isComplete);
    QCOMPARE(IniText(text).text(), text);
}

TALLY_TEST(TestIniText)

} // namespace tst_initext

#include "tst_initext.moc"
