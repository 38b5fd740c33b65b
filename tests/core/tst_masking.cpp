#include "core/masking.h"
#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QTest>

namespace tst_masking {

using namespace Qt::StringLiterals;

class TestMasking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cards_data();
    void cards();
    void cardsLeaveOtherNumbers();
    void secretsGoByTheirNames_data();
    void secretsGoByTheirNames();
    void numbers_data();
    void numbers();
    void maskingTwiceIsMaskingOnce();
    void aPartyShowsItsEndOnly();
    void aServersWordsMayNameExtensions();
    void hugeTextsAreMaskedInTime();
};

void TestMasking::cards_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("masked");
    const auto row = [](const char *name, const QString &text, const QString &masked) {
        QTest::newRow(name) << text << masked;
    };
    row("a card alone", u"4111111111111111"_s, u"****************"_s);
    row("in a sentence", u"card 4111111111111111, please"_s, u"card ****************, please"_s);
    row("in four groups", u"4111 1111 1111 1111"_s, u"**** **** **** ****"_s);
    row("with dashes", u"4111-1111-1111-1111."_s, u"****-****-****-****."_s);
    row("with long dashes and spaces", u"4111 – 1111 – 1111 – 1111"_s, u"**** – **** – **** – ****"_s);
    row("with no-break spaces", u"4111\u00a01111\u00a01111\u00a01111"_s,
        u"****\u00a0****\u00a0****\u00a0****"_s);
    row("fifteen digits", u"378282246310005"_s, u"***************"_s);
    row("thirteen digits", u"4222222222222"_s, u"*************"_s);
    row("nineteen digits", u"6304000000000000000"_s, u"*******************"_s);
    row("with its security code behind it", u"4111 1111 1111 1111 123"_s, u"**** **** **** **** 123"_s);
    row("with its security code stuck to it", u"4111111111111111123"_s, u"******************3"_s);
    row("behind a count", u"5 4111111111111111"_s, u"5 ****************"_s);
    row("inside a word", u"x4111111111111111y"_s, u"x****************y"_s);
    row("in quotation marks and lines", u"\"4111111111111111\"\n"_s, u"\"****************\"\n"_s);
    row("in digits of another script",
        u"\u0664\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661"_s,
        u"****************"_s);
    row("somewhere in a long run", u"99994111111111111111999999"_s, u"**************************"_s);
}

void TestMasking::cards()
{
    QFETCH(QString, text);
    QFETCH(QString, masked);
    QCOMPARE(core::maskedCards(text), masked);
    // What hides telephone numbers, too, hides no less.
    for (const QString &all : {core::maskedText(text), core::maskedServerText(text)}) {
        QCOMPARE(all.size(), masked.size());
        for (qsizetype i = 0; i < masked.size(); ++i)
            QVERIFY2(masked.at(i) != u'*' || all.at(i) == u'*', qPrintable(all));
    }
}

void TestMasking::cardsLeaveOtherNumbers()
{
    for (const QString &text : {u"4111 1111 1111 1112"_s, u"411111111111"_s, u"10.20.30.40:7007"_s,
                                u"2026-11-23 03:25:59"_s, u"006c029a6685d004"_s, u"TErrors 59"_s, QString()})
        QCOMPARE(core::maskedCards(text), text);
}

void TestMasking::secretsGoByTheirNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isSecret");
    for (const QString &name :
         {u"CVV"_s, u"cvv2"_s, u"card_cvc"_s, u"CustomerPin"_s, u"PIN"_s, u"user.password"_s, u"CardNumber"_s,
          u"CARDNUMBER"_s, u"Card no"_s, u"securityCode"_s, u"AuthToken"_s})
        QTest::newRow(qPrintable(name)) << name << true;
    for (const QString &name :
         {u"Shipping"_s, u"Pinnwand"_s, u"Company"_s, u"Segment"_s, u"Card"_s, u"Number"_s, u"Case"_s, u""_s})
        QTest::newRow(qPrintable(name + u"?"_s)) << name << false;
}

void TestMasking::secretsGoByTheirNames()
{
    QFETCH(QString, name);
    QFETCH(bool, isSecret);
    QCOMPARE(core::isSecretName(name), isSecret);
    QCOMPARE(core::maskedValue(name, u"gold"_s), isSecret ? u"***"_s : u"gold"_s);
}

void TestMasking::numbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("masked");
    const auto row = [](const char *name, const QString &text, const QString &masked) {
        QTest::newRow(name) << text << masked;
    };
    row("an outside number", u"from 03055501234 to 7001"_s, u"from ********234 to 7001"_s);
    row("with a plus sign", u"from +493055501"_s, u"from +******501"_s);
    row("in groups behind a plus sign", u"+49 30 55501"_s, u"+** ** **501"_s);
    row("a date stays", u"2026-11-23 03:25:59"_s, u"2026-11-23 03:25:59"_s);
    row("an address stays", u"192.168.100.200:7007"_s, u"192.168.100.200:7007"_s);
    row("a ConnID stays", u"call 006c029a6685d004"_s, u"call 006c029a6685d004"_s);
    row("behind an underscore, as in file names", u"call_03055501234_7001.wav"_s,
        u"call_********234_7001.wav"_s);
    row("a word with digits stays", u"file20101125123"_s, u"file20101125123"_s);
}

void TestMasking::numbers()
{
    QFETCH(QString, text);
    QFETCH(QString, masked);
    QCOMPARE(core::maskedText(text), masked);
}

void TestMasking::maskingTwiceIsMaskingOnce()
{
    const QString text = u"card 4111 1111 1111 1111 of +493055501, 03055501234 and 4111111111111111123"_s;
    const QString once = core::maskedText(text);
    QCOMPARE(core::maskedText(once), once);
    QCOMPARE(once.size(), text.size());
}

void TestMasking::aPartyShowsItsEndOnly()
{
    QCOMPARE(core::maskedNumber(u"+493055501"), u"*******501"_s);
    QCOMPARE(core::maskedNumber(u"7001"), u"**01"_s);
    QCOMPARE(core::maskedNumber(u"70"), u"**"_s);
    QCOMPARE(core::maskedNumber(u""), QString());
}

void TestMasking::aServersWordsMayNameExtensions()
{
    QCOMPARE(core::maskedServerText(u"DN 7001 of 03055501234 is not configured (59)"_s),
             u"DN **01 of ********234 is not configured (59)"_s);
    QCOMPARE(core::maskedText(u"port 7001"_s), u"port 7001"_s);
}

void TestMasking::hugeTextsAreMaskedInTime()
{
    QString apart; // each digit a group: the most windows there can be
    for (int i = 0; i < 32'000; ++i)
        apart += QString::number(i % 10) + u' ';
    const QString together(64'000, u'7');
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!core::maskedText(together).contains(u'7'));
    (void)core::maskedText(apart);
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
}

TALLY_TEST(TestMasking)

} // namespace tst_masking

#include "tst_masking.moc"
