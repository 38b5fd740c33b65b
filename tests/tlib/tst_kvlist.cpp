#include "support/testprogram.h"
#include "tlib/kvlist.h"

#include <QTest>

namespace tst_kvlist {

using namespace Qt::StringLiterals;
using tlib::KvList;
using tlib::KvType;

namespace {

KvList nested(int levels)
{
    KvList list;
    list.append("leaf", u"x"_s);
    for (int i = 0; i < levels; ++i) {
        KvList outer;
        if (!outer.append("n", list))
            return {};
        list = outer;
    }
    return list;
}

/// One pair of type list, repeated `levels` times around an empty list, without asking KvList.
QByteArray nestedBytes(int levels)
{
    QByteArray bytes("\0\0", 2);
    const auto number = [](qsizetype n) { return QByteArray(1, char(n >> 8)) + char(n & 0xff); };
    for (int i = 0; i < levels; ++i)
        bytes = QByteArray("\0\1\3\0\0", 5) + number(bytes.size() + 2) + number(bytes.size()) + bytes;
    return bytes;
}

} // namespace

class TestKvList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void packsToTheSizesOfServerLogs()
    {
        KvList target;
        target.append("RTargetAgentGroup", u"VAG_Skill1"_s);
        QCOMPARE(target.packedSize(), 34);

        KvList number;
        number.append("RTR", 115);
        QCOMPARE(number.packed(), QByteArray::fromHex("0001"
                                                      "01"
                                                      "0003"
                                                      "525452"
                                                      "0004"
                                                      "00000073"));

        QCOMPARE(KvList().packed(), QByteArray::fromHex("0000"));
    }

    void keepsOrderTypesAndNesting()
    {
        KvList node;
        node.append("Node", u"272"_s);
        KvList list;
        list.append("b", u"text"_s);
        list.append("a", -5);
        list.append("list", node);
        list.appendBytes("bin", KvType::Binary, QByteArray::fromHex("00ff"));
        list.appendBytes("uni", KvType::Unicode, "Zo\xc3\xab");

        const auto back = KvList::fromPacked(list.packed());
        QVERIFY(back);
        QStringList keys;
        for (const auto pair : *back)
            keys << pair.keyText();
        QCOMPARE(keys, (QStringList{u"b"_s, u"a"_s, u"list"_s, u"bin"_s, u"uni"_s}));
        QCOMPARE(back->find("a")->toInt(), std::optional<qint32>(-5));
        QCOMPARE(back->find("list")->toList().text("Node"), u"272"_s);
        QCOMPARE(back->find("bin")->raw().toByteArray(), QByteArray::fromHex("00ff"));
        QCOMPARE(back->find("uni")->type(), KvType::Unicode);
        QCOMPARE(back->text("uni"), u"Zoë"_s);
    }

    void firstOfTwoEqualKeysWins()
    {
        KvList list;
        list.append("k", u"first"_s);
        list.append("k", u"second"_s);
        QCOMPARE(list.text("k"), u"first"_s);
        QCOMPARE(list.count(), 2);
        list.set("k", u"new"_s);
        QCOMPARE(list.text("k"), u"new"_s);
        QCOMPARE(list.count(), 2);
        QVERIFY(list.remove("k"));
        QCOMPARE(list.count(), 0);
        QVERIFY(!list.isNull());
    }

    void keysAreCaseSensitive()
    {
        KvList list;
        list.append("GSIP_Record", u"ON"_s);
        QVERIFY(!list.find("GSIP_RECORD"));
    }

    void textThatIsNotUtf8IsLatin1()
    {
        KvList list;
        list.appendBytes("name", KvType::String, "Z\xfcrich");
        QCOMPARE(list.text("name"), u"Zürich"_s);
    }

    void nullIsNotEmpty()
    {
        QVERIFY(KvList().isNull());
        QVERIFY(!KvList::fromPacked(QByteArray("\0\0", 2))->isNull());
        QVERIFY(KvList::fromPacked(QByteArray("\0\0", 2))->isEmpty());
    }

    void everyTruncationIsMalformed()
    {
        KvList list = nested(3);
        list.append("text", u"value"_s);
        list.append("number", 7);
        const QByteArray whole = list.packed();
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY2(!KvList::fromPacked(whole.first(size)), qPrintable(QString::number(size)));
        QVERIFY(!KvList::fromPacked(whole + '\0'));
    }

    void malformedListsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("cause");
        QTest::newRow("count without pairs") << QByteArray::fromHex("ffff") << u"a pair runs past"_s;
        QTest::newRow("bytes after the last pair") << QByteArray::fromHex("000000") << u"bytes after"_s;
        QTest::newRow("key too long") << QByteArray::fromHex("0001"
                                                             "00"
                                                             "00ff"
                                                             "6b")
                                      << u"a key runs past"_s;
        QTest::newRow("value too long") << QByteArray::fromHex("0001"
                                                               "00"
                                                               "0001"
                                                               "6b"
                                                               "0005"
                                                               "61")
                                        << u"a value runs past"_s;
        QTest::newRow("int of 3 bytes") << QByteArray::fromHex("0001"
                                                               "01"
                                                               "0001"
                                                               "6b"
                                                               "0003"
                                                               "000000")
                                        << u"not 4 bytes"_s;
        QTest::newRow("unknown type") << QByteArray::fromHex("0001"
                                                             "09"
                                                             "0001"
                                                             "6b"
                                                             "0000")
                                      << u"unknown type"_s;
        QTest::newRow("nested length lies") << QByteArray::fromHex("0001"
                                                                   "03"
                                                                   "0001"
                                                                   "6b"
                                                                   "0004"
                                                                   "0009"
                                                                   "0000")
                                            << u"another size"_s;
        QTest::newRow("nested 9 deep") << nestedBytes(9) << u"deeper than 8"_s;
        QTest::newRow("nested 7000 deep") << nestedBytes(7000) << u"deeper than 8"_s;
        QTest::newRow("over 65535 bytes") << QByteArray(65536, '\0') << u"longer than"_s;
    }
    void malformedListsAreNamed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, cause);
        const auto list = KvList::fromPacked(bytes);
        QVERIFY(!list);
        QCOMPARE(list.error().kind, core::ErrorKind::Malformed);
        QVERIFY2(list.error().text.contains(cause), qPrintable(list.error().text));
    }

    void nestsToEightLevels()
    {
        QVERIFY(KvList::fromPacked(nestedBytes(8)));
        QVERIFY(!nested(8).isNull());
        QVERIFY(nested(9).isNull());
    }

    void refusesToGrowOverTheLimit()
    {
        KvList list;
        QVERIFY(list.append("k", QString(65000, u'x')));
        QVERIFY(!list.append("k", QString(1000, u'x')));
        QVERIFY(!list.set("k", QString(65536, u'x')));
        QCOMPARE(list.count(), 1);
        QCOMPARE(list.packedSize(), 2 + 5 + 1 + 65000);
    }
};

TALLY_TEST(TestKvList)

} // namespace tst_kvlist
#include "tst_kvlist.moc"
