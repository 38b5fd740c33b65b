#include "automation/linebuffer.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_linebuffer {

using automation::LineBuffer;

class TestLineBuffer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsLinesHoweverTheyArrive_data();
    void cutsLinesHoweverTheyArrive();
    void takesTheLongestLineAndNoLonger();
    void staysShutAfterAnOverlongLine();
};

void TestLineBuffer::cutsLinesHoweverTheyArrive_data()
{
    QTest::addColumn<int>("slice");
    QTest::newRow("a byte at a time") << 1;
    QTest::newRow("three bytes at a time") << 3;
    QTest::newRow("all at once") << 1000;
}

void TestLineBuffer::cutsLinesHoweverTheyArrive()
{
    QFETCH(int, slice);
    const QByteArray bytes("one\r\n\ntwo\nthree\0four\nrest", 25);
    LineBuffer buffer;
    QByteArrayList lines;
    for (qsizetype at = 0; at < bytes.size(); at += slice) {
        buffer.append(QByteArrayView(bytes).sliced(at, std::min<qsizetype>(slice, bytes.size() - at)));
        while (const auto line = buffer.take())
            lines.append(*line);
    }
    QCOMPARE(lines, (QByteArrayList{"one", "", "two", QByteArray("three\0four", 10)}));
    QVERIFY(!buffer.isOverlong());
}

void TestLineBuffer::takesTheLongestLineAndNoLonger()
{
    LineBuffer buffer;
    buffer.append(QByteArray(LineBuffer::MaximumLine, 'x') + '\n');
    QCOMPARE(buffer.take()->size(), LineBuffer::MaximumLine);
    buffer.append(QByteArray(LineBuffer::MaximumLine + 1, 'x') + '\n');
    QVERIFY(!buffer.take());
    QVERIFY(buffer.isOverlong());
}

void TestLineBuffer::staysShutAfterAnOverlongLine()
{
    LineBuffer buffer;
    buffer.append(QByteArray(LineBuffer::MaximumLine + 1, 'x'));
    QVERIFY(!buffer.take());
    QVERIFY(buffer.isOverlong()); // without waiting for its end
    buffer.append("\nshort\n");
    QVERIFY(!buffer.take());
}

TALLY_TEST(TestLineBuffer)

} // namespace tst_linebuffer

#include "tst_linebuffer.moc"
