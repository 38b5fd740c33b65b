#include "model/settings/initext.h"
#include "support/testprogram.h"

#include <QFile>
#include <QSettings>
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
    void whatIsSetTwiceStandsOnce();
    void valuesReadAsQSettingsReadsThem_data();
    void valuesReadAsQSettingsReadsThem();
    void typesOfQSettingsArePlainText_data();
    void typesOfQSettingsArePlainText();
    void flawsAreNoticed_data();
    void flawsAreNoticed();
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
    QTest::newRow("a comment that ends in a backslash")
        << QByteArray("[agent];\\\n[look]\n") << QByteArray("[agent];\\\nid=2002\n[look]\n");
    QTest::newRow("a section that is empty") << QByteArray("[agent]\n") << QByteArray("[agent]\nid=2002\n");
    QTest::newRow("a value over several lines") << QByteArray("[agent]\nid=\"a\nid=b\"\nqueue=5000\n")
                                                << QByteArray("[agent]\nid=2002\nqueue=5000\n");
    QTest::newRow("lines that end as on Windows stay so")
        << QByteArray("[agent]\r\nid=1001\r\nqueue=1\r\n") << QByteArray("[agent]\r\nid=2002\r\nqueue=1\r\n");
    QTest::newRow("lines that end as on old Macs")
        << QByteArray("[agent]\r[look]") << QByteArray("[agent]\r\nid=2002\n[look]");
    QTest::newRow("a name in another way of writing")
        << QByteArray("[a%67ent]\ni%64 = 1001\n") << QByteArray("[a%67ent]\ni%64 =2002\n");
    QTest::newRow("a name with its section before it")
        << QByteArray("[General]\nagent\\id=1001\n") << QByteArray("[General]\nagent\\id=2002\n");
    QTest::newRow("comments of the other kind stay")
        << QByteArray("# mine\n[agent]\n# id=7\\\nid=1001\n#\n[look]\n")
        << QByteArray("# mine\n[agent]\n# id=7\\\nid=2002\n#\n[look]\n");
    QTest::newRow("a byte order mark stays first")
        << QByteArray("\xef\xbb\xbf[agent]\nid=1001\n") << QByteArray("\xef\xbb\xbf[agent]\nid=2002\n");
}

void TestIniText::everythingElseStays()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    IniText text(before);
    QCOMPARE(text.text(), before);
    text.set(u"agent/id"_s, {u"2002"_s});
    QCOMPARE(text.text(), after);
    QCOMPARE(text.values().value(u"agent/id"_s), QStringList{u"2002"_s});
    QCOMPARE(IniText(after).values(), text.values());
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
    IniText text("[agent]\nqueue=5000\n");
    text.set(u"agent/id"_s, values);
    const model::IniValues read = IniText(text.text()).values();
    QStringList found = read.value(u"agent/id"_s);
    found.removeAll(QString());
    QCOMPARE(found, values);
    QCOMPARE(read.value(u"agent/queue"_s), QStringList{u"5000"_s});
    QCOMPARE(read.size(), 2);
}

void TestIniText::everyOccurrenceIsSet()
{
    IniText text("[agent]\nid=1\nid=2\n[look]\ntheme=dark\n[agent]\nid=3\n");
    text.set(u"agent/id"_s, {u"4"_s});
    QCOMPARE(text.text(), QByteArray("[agent]\nid=4\nid=4\n[look]\ntheme=dark\n[agent]\nid=4\n"));
    QVERIFY(text.contains(u"look/theme"_s));
    QVERIFY(!text.contains(u"look/language"_s));
}

void TestIniText::whatIsSetTwiceStandsOnce()
{
    IniText text("[look]\ntheme=dark\n");
    text.set(u"agent/id"_s, {u"1"_s});
    text.set(u"agent/id"_s, {u"2"_s});
    QCOMPARE(text.text(), QByteArray("[look]\ntheme=dark\n\n[agent]\nid=2\n"));
}

void TestIniText::valuesReadAsQSettingsReadsThem_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("nothing") << QByteArray() << QStringList{QString()};
    QTest::newRow("a word") << QByteArray("dark") << QStringList{u"dark"_s};
    QTest::newRow("spaces around") << QByteArray(" \t two words \t ") << QStringList{u"two words"_s};
    QTest::newRow("a list") << QByteArray("a, b ,c") << QStringList{u"a"_s, u"b"_s, u"c"_s};
    QTest::newRow("an end that is empty") << QByteArray("a,") << QStringList{u"a"_s, QString()};
    QTest::newRow("empty parts") << QByteArray(",,") << QStringList{QString(), QString(), QString()};
    QTest::newRow("quoted") << QByteArray(R"(" a, b; c=d " , e)") << QStringList{u" a, b; c=d "_s, u"e"_s};
    QTest::newRow("quoted in the middle") << QByteArray(R"(a"b , c" d)") << QStringList{u"ab , cd"_s};
    QTest::newRow("over two lines") << QByteArray("\"a\nb\"") << QStringList{u"a\nb"_s};
    QTest::newRow("a line that goes on in the next") << QByteArray("a\\\nb") << QStringList{u"ab"_s};
    QTest::newRow("so, as on Windows") << QByteArray("a\\\r\nb") << QStringList{u"ab"_s};
    QTest::newRow("letters behind a backslash")
        << QByteArray(R"(\a\b\f\n\r\t\v\"\?\'\\)") << QStringList{u"\a\b\f\n\r\t\v\"?'\\"_s};
    QTest::newRow("a letter that means nothing") << QByteArray(R"(a\qb)") << QStringList{u"ab"_s};
    QTest::newRow("hexadecimal") << QByteArray(R"(\x41\x20acz)") << QStringList{u"A\u20acz"_s};
    QTest::newRow("hexadecimal without a digit") << QByteArray(R"(\xyz)") << QStringList{u"yz"_s};
    QTest::newRow("more digits than fit") << QByteArray(R"(\x120041)") << QStringList{u"A"_s};
    QTest::newRow("octal") << QByteArray(R"(\1018)") << QStringList{u"A8"_s};
    QTest::newRow("a space at the end that is escaped") << QByteArray(R"(a\x20 )") << QStringList{u"a "_s};
    QTest::newRow("beyond ASCII") << QByteArray("Büro – 東京") << QStringList{u"Büro – 東京"_s};
    QTest::newRow("an at sign, doubled")
        << QByteArray("@@Invalid(), @@") << QStringList{u"@Invalid()"_s, u"@"_s};
    QTest::newRow("an at sign alone") << QByteArray("@home, a@b") << QStringList{u"@home"_s, u"a@b"_s};
}

void TestIniText::valuesReadAsQSettingsReadsThem()
{
    QFETCH(QByteArray, value);
    QFETCH(QStringList, texts);
    const QByteArray content = "[agent]\nid=" + value + "\nqueue=5000\n";
    QTemporaryDir folder;
    QFile file(folder.filePath(u"a.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    QCOMPARE(QSettings(file.fileName(), QSettings::IniFormat).value(u"agent/id"_s).toStringList(), texts);
    const IniText text(content);
    QCOMPARE(text.flaw(), std::nullopt);
    QCOMPARE(text.values().value(u"agent/id"_s), texts);
    QCOMPARE(text.values().value(u"agent/queue"_s), QStringList{u"5000"_s});
}

/// QSettings makes objects of them, of any size and kind.
void TestIniText::typesOfQSettingsArePlainText_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("a list of 838 million texts")
        << QByteArray(R"(@Variant(\0\0\0\t2\0\0\0))") << QString::fromUtf8("@Variant(\0\0\0\t2\0\0\0)", 18);
    QTest::newRow("a date") << QByteArray("@DateTime(x)") << u"@DateTime(x)"_s;
    QTest::newRow("nothing") << QByteArray("@Invalid()") << u"@Invalid()"_s;
    QTest::newRow("bytes") << QByteArray("@ByteArray(x)") << u"@ByteArray(x)"_s;
}

void TestIniText::typesOfQSettingsArePlainText()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, text);
    QCOMPARE(IniText("[agent]\nid=" + value + '\n').values().value(u"agent/id"_s), QStringList{text});
}

void TestIniText::flawsAreNoticed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("named");
    QTest::newRow("none") << QByteArray("; \"\n\n[c]\na=\"b\"\nd=\\\"b\n") << QString();
    QTest::newRow("nothing at all") << QByteArray() << QString();
    QTest::newRow("white space alone") << QByteArray(" \n\t\r\n") << QString();
    QTest::newRow("comments of both kinds")
        << QByteArray("# \"it's\" = [\n; mine\n  # a\n[a]\nb=c\n") << QString();
    QTest::newRow("behind a byte order mark") << QByteArray("\xef\xbb\xbf[a]\nb=c\n") << QString();
    QTest::newRow("a quotation mark that is open")
        << QByteArray("a=\"b\n[c]\nd=e\n") << u"quotation mark of line 1 is"_s;
    QTest::newRow("a line that is nothing") << QByteArray("[a]\nb\n") << u"line 2 is neither"_s;
    QTest::newRow("a value without a name") << QByteArray("[a]\n\n# x\n=b\n") << u"line 4 is neither"_s;
    QTest::newRow("a section that does not end") << QByteArray("[a\nb=c\n") << u"line 1 is neither"_s;
}

void TestIniText::flawsAreNoticed()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, named);
    const std::optional<QString> flaw = IniText(text).flaw();
    QCOMPARE(flaw.has_value(), !named.isEmpty());
    QVERIFY2(flaw.value_or(QString()).contains(named), qPrintable(flaw.value_or(QString())));
    QCOMPARE(IniText(text).text(), text); // a comment's end as well
}

TALLY_TEST(TestIniText)

} // namespace tst_initext

#include "tst_initext.moc"
