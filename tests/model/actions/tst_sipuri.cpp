#include "model/actions/sipuri.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_sipuri {

using namespace Qt::StringLiterals;

class TestSipUri : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFormIsChecked_data();
    void theFormIsChecked();
    void caseCountsInTheUserOnly_data();
    void caseCountsInTheUserOnly();
};

void TestSipUri::theFormIsChecked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isUri");
    const auto right = [](const QString &text) { QTest::newRow(qPrintable(text)) << text << true; };
    const auto wrong = [](const char *name, const QString &text) { QTest::newRow(name) << text << false; };
    for (const QString &text :
         {u"sip:recorder"_s, u"sip:rec@recorder.example"_s, u"sips:rec@recorder.example:5061"_s,
          u"SIP:rec@10.0.0.7"_s, u"sip:[2001:db8::7]:5060"_s, u"sip:[::1]"_s, u"sip:rec@[::ffff:10.0.0.7]"_s,
          u"sip:[1:2:3:4:5:6:7:8]"_s, u"sip:rec:secret@a.example"_s, u"sip:a%20b@host"_s,
          u"sip:rec@host;transport=tls;lr"_s, u"sip:rec@host:65535;maddr=[::1]"_s, u"sip:+4930@host."_s,
          u"sip:10.example"_s})
        right(text);
    wrong("nothing", {});
    wrong("no scheme", u"rec@recorder.example"_s);
    wrong("another scheme", u"tel:+4930"_s);
    wrong("a web address", u"https://recorder.example"_s);
    wrong("no host", u"sip:"_s);
    wrong("a user without host", u"sip:rec@"_s);
    wrong("an empty user", u"sip:@host"_s);
    wrong("two hosts", u"sip:a@b@c"_s);
    wrong("a space", u"sip:rec@ho st"_s);
    wrong("a space at the end", u"sip:rec@host "_s);
    wrong("a new line at the end", u"sip:rec@host\n"_s);
    wrong("angle brackets", u"<sip:rec@host>"_s);
    wrong("port 0", u"sip:host:0"_s);
    wrong("a port too high", u"sip:host:65536"_s);
    wrong("no port after the colon", u"sip:host:"_s);
    wrong("an empty label", u"sip:rec@host..example"_s);
    wrong("a label that begins with a hyphen", u"sip:rec@-host"_s);
    wrong("a label of 64 letters", u"sip:"_s + QString(64, u'a'));
    wrong("an address of three numbers", u"sip:10.0.7"_s);
    wrong("a number above 255", u"sip:10.0.0.256"_s);
    wrong("IPv6 without brackets", u"sip:2001:db8::7"_s);
    wrong("IPv6 with two gaps", u"sip:[1::2::3]"_s);
    wrong("IPv6 of seven groups", u"sip:[1:2:3:4:5:6:7]"_s);
    wrong("IPv6 of nine groups", u"sip:[1:2:3:4:5:6:7:8:9]"_s);
    wrong("IPv6 whose group has five digits", u"sip:[12345::1]"_s);
    wrong("IPv6 with IPv4 in the middle", u"sip:[10.0.0.7::1]"_s);
    wrong("a parameter without name", u"sip:host;"_s);
    wrong("a parameter without value", u"sip:host;lr="_s);
    wrong("a header", u"sip:host?subject=x"_s);
    wrong("half a percent escape", u"sip:a%2@host"_s);
    wrong("a letter with an accent", u"sip:h\u00f6st"_s);
}

void TestSipUri::theFormIsChecked()
{
    QFETCH(QString, text);
    QTEST(model::isSipUri(text), "isUri");
}

void TestSipUri::caseCountsInTheUserOnly_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    QTest::newRow("the same") << u"sip:a@b"_s << u"sip:a@b"_s << true;
    QTest::newRow("another host") << u"sip:a@b"_s << u"sip:a@c"_s << false;
    QTest::newRow("scheme and host in capitals")
        << u"sip:a@b.example:5060"_s << u"SIP:a@B.Example:5060"_s << true;
    QTest::newRow("a user in capitals") << u"sip:a@b"_s << u"sip:A@b"_s << false;
    QTest::newRow("a host alone") << u"sip:b;lr"_s << u"sip:B;lr"_s << true;
    QTest::newRow("secured and not") << u"sip:a@b"_s << u"sips:a@b"_s << false;
    QTest::newRow("another port") << u"sip:a@b:5060"_s << u"sip:a@b:5061"_s << false;
}

void TestSipUri::caseCountsInTheUserOnly()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QTEST(model::isSameSipUri(one, other), "same");
    QTEST(model::isSameSipUri(other, one), "same");
}

TALLY_TEST(TestSipUri)

} // namespace tst_sipuri
#include "tst_sipuri.moc"
