#include "presentation/words/plaintext.h"
#include "support/testprogram.h"

#include <QTest>
#include <QTextDocument>

namespace tst_plaintext {

using namespace Qt::StringLiterals;

class TestPlainText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainText_data();
    void plainText();
    void plainSentence();
    void textFromOutsideIsInert();
    void aToolTipIsNoMarkup();
    void toolTipsNeverBecomeMarkup();
    void anAmpersandMakesNoMnemonic();
    void aCellIsNoFormula_data();
    void aCellIsNoFormula();
};

void TestPlainText::plainText_data()
{
    QTest::addColumn<QString>("outside");
    QTest::addColumn<QString>("shown");
    QTest::newRow("letters stay") << u"Änne & Søn"_s << u"Änne & Søn"_s;
    QTest::newRow("markup stays text") << u"<b>x</b>"_s << u"<b>x</b>"_s;
    QTest::newRow("lines are joined") << u"a\nb\tc\r"_s << u"a b c "_s;
    QTest::newRow("NUL and escape are marks") << u"a\u0000b\u001b[2J"_s << u"a\ufffdb\ufffd[2J"_s;
    QTest::newRow("direction marks are marks")
        << u"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"_s
        << QString(11, QChar::ReplacementCharacter);
    QTest::newRow("line separators are marks") << u"a\u2028b\u2029"_s << u"a\ufffdb\ufffd"_s;
    QTest::newRow("a long text ends") << QString(64'000, u'x') << QString(400, u'x') + u'…';
    QTest::newRow("half a surrogate pair is a mark")
        << QString(QChar(0xd800)) << QString(QChar::ReplacementCharacter);
    QTest::newRow("a whole one stays") << u"\U0001F600"_s << u"\U0001F600"_s;
    QTest::newRow("invisible tags are marks") << u"a\U000E0041b"_s << u"a\ufffdb"_s;
    QTest::newRow("marks on a letter do not pile up")
        << u'a' + QString(50, QChar(0x0301)) << u"a\u0301\u0301\u0301"_s;
}

void TestPlainText::plainText()
{
    QFETCH(QString, outside);
    QFETCH(QString, shown);
    QCOMPARE(presentation::plainText(outside), shown);
}

void TestPlainText::plainSentence()
{
    QCOMPARE(presentation::plainSentence(u"the disk is full"_s), u"The disk is full."_s);
    QCOMPARE(presentation::plainSentence(u"Done."_s), u"Done."_s);
    QCOMPARE(presentation::plainSentence(u"/a/b.ini could not be written"_s),
             u"/a/b.ini could not be written."_s);
    QCOMPARE(presentation::plainSentence({}), QString());
}

void TestPlainText::textFromOutsideIsInert()
{
    QCOMPARE(presentation::plainText(u"a\u202Eb\nc\u0007d"_s), u"a\uFFFDb c\uFFFDd"_s);
    QCOMPARE(presentation::plainText(u"<b>x</b>"_s), u"<b>x</b>"_s);
    QCOMPARE(presentation::plainText(QString(1000, u'x'), 10), QString(10, u'x') + u'…');
}

void TestPlainText::aToolTipIsNoMarkup()
{
    for (const QString &text :
         {u"<img src=x>"_s, u"plain"_s, u"a < b"_s, u"<qt><b>x</b></qt>"_s, u"&lt;"_s}) {
        const QString tip = presentation::plainToolTip(text);
        if (!Qt::mightBeRichText(tip)) {
            QCOMPARE(tip, text);
            continue;
        }
        QTextDocument document;
        document.setHtml(tip);
        QCOMPARE(document.toPlainText(), text);
    }
}

void TestPlainText::toolTipsNeverBecomeMarkup()
{
    QCOMPARE(presentation::plainToolTip(u"plain"_s), u"plain"_s);
    const QString tip = presentation::plainToolTip(u"<b>loud</b><img src='http://x'>"_s);
    QVERIFY(tip.contains(u"&lt;b&gt;"));
    QVERIFY(!tip.contains(u"<img"));
}

void TestPlainText::anAmpersandMakesNoMnemonic()
{
    QCOMPARE(presentation::plainLabel(u"Tom & Jerry"_s), u"Tom && Jerry"_s);
}

void TestPlainText::aCellIsNoFormula_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cell");
    QTest::newRow("a word") << u"word"_s << u"word"_s;
    QTest::newRow("a formula") << u"=1+1"_s << u"'=1+1"_s;
    QTest::newRow("with a plus sign") << u"+A1"_s << u"'+A1"_s;
    QTest::newRow("with a minus sign") << u"-A1"_s << u"'-A1"_s;
    QTest::newRow("with an at sign") << u"@SUM(1)"_s << u"'@SUM(1)"_s;
    QTest::newRow("a telephone number") << u"+493055501"_s << u"+493055501"_s;
    QTest::newRow("two of them") << u"+493055501,7001"_s << u"+493055501,7001"_s;
    QTest::newRow("a number that goes on") << u"+4+cmd|x"_s << u"'+4+cmd|x"_s;
    QTest::newRow("a tab and a line end") << u"a\tb\nc"_s << u"a b c"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void TestPlainText::aCellIsNoFormula()
{
    QFETCH(QString, text);
    QFETCH(QString, cell);
    QCOMPARE(presentation::plainCell(text), cell);
}

TALLY_TEST(TestPlainText)

} // namespace tst_plaintext

#include "tst_plaintext.moc"
