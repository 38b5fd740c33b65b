#include "presentation/words/calls/casedata.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_casedata {

using namespace Qt::StringLiterals;
using presentation::CaseData;
using presentation::CaseLine;

namespace {

CaseData caseData(const tlib::KvList &userData, const QStringList &keys, const QStringList &hidden = {})
{
    return presentation::caseData(model::Call{.userData = userData}, keys, hidden);
}

} // namespace

/// What of a call's user data stands on its card.
class TestCaseData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namedKeysComeFirstAndInTheirOrder();
    void listsWithinListsAreNamedByTheirPath();
    void secretsAreMasked_data();
    void secretsAreMasked();
    void hostileTextIsShownAsSuch();
    void aFloodOfPairsIsCounted();
    void theRecordingsKeysAreTheLights();
    void nothingIsNothing();
};

void TestCaseData::namedKeysComeFirstAndInTheirOrder()
{
    tlib::KvList list;
    list.append("Segment", u"gold");
    list.append("Case", 48812);
    list.append("Queue", u"cards");
    const CaseData data = caseData(list, {u"case"_s, u"Nobody"_s, u"Segment"_s});
    QCOMPARE(data.named, (QList<CaseLine>{{u"Case"_s, u"48812"_s}, {u"Segment"_s, u"gold"_s}}));
    QCOMPARE(data.rest, (QList<CaseLine>{{u"Queue"_s, u"cards"_s}}));
    QCOMPARE(presentation::caseLineText(data.named.first()), u"Case: 48812"_s);
}

void TestCaseData::listsWithinListsAreNamedByTheirPath()
{
    tlib::KvList inner, list;
    inner.append("Name", u"Ada");
    list.append("Customer", inner);
    QCOMPARE(caseData(list, {u"Customer.Name"_s}).named, (QList<CaseLine>{{u"Customer.Name"_s, u"Ada"_s}}));
}

void TestCaseData::secretsAreMasked_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("shown");
    QTest::newRow("a card number, wherever it stands")
        << u"Note"_s << u"pays with 4111 1111 1111 1111"_s << u"pays with **** **** **** ****"_s;
    QTest::newRow("a CVV is too short to look like one") << u"CVV"_s << u"123"_s << u"***"_s;
    QTest::newRow("its length is told by nobody") << u"card_cvc2"_s << u"12"_s << u"***"_s;
    QTest::newRow("a PIN") << u"CustomerPin"_s << u"4711"_s << u"***"_s;
    QTest::newRow("a number that is a card's by its name") << u"CardNumber"_s << u"4711"_s << u"***"_s;
    QTest::newRow("a password") << u"user.password"_s << u"open sesame"_s << u"***"_s;
    QTest::newRow("a word that only contains one") << u"Shipping"_s << u"by post"_s << u"by post"_s;
    QTest::newRow("a plain value") << u"Segment"_s << u"gold"_s << u"gold"_s;
    QTest::newRow("nothing to hide") << u"CVV"_s << u""_s << u""_s;
}

void TestCaseData::secretsAreMasked()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QString, shown);
    tlib::KvList list;
    list.append(key.toUtf8(), value);
    QCOMPARE(caseData(list, {key}).named.value(0).value, shown);
    QCOMPARE(caseData(list, {}).rest.value(0).value, shown);
}

void TestCaseData::hostileTextIsShownAsSuch()
{
    tlib::KvList list;
    list.append("a\nb", u"\u202e<b>x</b>\t"_s + QString(500, u'y'));
    list.append("pan", u"4111 1111 1111 1111"_s + QString(500, u'y'));
    const CaseData data = caseData(list, {});
    QVERIFY(!data.rest[0].key.contains(u'\n'));
    QVERIFY(!data.rest[0].value.contains(QChar(0x202e)));
    QVERIFY(data.rest[0].value.contains(u"<b>"_s)); // text, for a view that shows plain text
    QVERIFY(data.rest[0].value.size() <= 121);
    QVERIFY(!data.rest[1].value.contains(u"4111"_s));
}

void TestCaseData::aFloodOfPairsIsCounted()
{
    tlib::KvList list;
    for (int i = 0; i < 300; ++i)
        list.append(QByteArray::number(i), i);
    const CaseData data = caseData(list, {u"299"_s});
    QCOMPARE(data.named.size(), 1); // whoever names it, finds it
    QCOMPARE(data.rest.size(), 100);
    QCOMPARE(data.left, 199);
    QVERIFY(!presentation::moreCaseLinesText(data.left).isEmpty());
    QVERIFY(presentation::moreCaseLinesText(0).isEmpty());
}

void TestCaseData::theRecordingsKeysAreTheLights()
{
    tlib::KvList list;
    list.append("GSIP_RECORD", u"ON");
    list.append("Segment", u"gold");
    const CaseData data = caseData(list, {u"GSIP_RECORD"_s}, {u"GSIP_RECORD"_s});
    QVERIFY(data.named.isEmpty()); // it may be old, and the light says so
    QCOMPARE(data.rest.size(), 1);
}

void TestCaseData::nothingIsNothing()
{
    QVERIFY(caseData({}, {u"Case"_s}).isEmpty());
}

TALLY_TEST(TestCaseData)

} // namespace tst_casedata
#include "tst_casedata.moc"
