#include "backends/logreplay/lines/linesplitter.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_linesplitter {

using logreplay::LineSplitter;

namespace {

QByteArrayList linesOf(const QByteArray &bytes, qsizetype slice)
{
    LineSplitter splitter;
    QByteArrayList lines;
    const auto take = [&] {
        while (const auto line = splitter.next()) {
            QByteArray text(line->text.data(), qsizetype(line->text.size()));
            lines.append(line->isTooLong ? "<too long>" : line->isEnded ? text : text + "<end>");
        }
    };
    for (qsizetype at = 0; at < bytes.size(); at += slice) {
        splitter.feed(QByteArrayView(bytes).sliced(at, std::min(slice, bytes.size() - at)));
        take();
    }
    splitter.finish();
    take();
    return lines;
}

} // namespace

class TestLineSplitter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splits_data()
    {
        const QByteArray tooLong(LineSplitter::MaximumLine + 1, 'x');
        const QByteArray longest(LineSplitter::MaximumLine, 'x');
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArrayList>("lines");
        QTest::newRow("no bytes are no line") << QByteArray() << QByteArrayList();
        QTest::newRow("a line feed ends a line") << QByteArray("a\nb\n") << QByteArrayList{"a", "b"};
        QTest::newRow("a carriage return ends a line") << QByteArray("a\rb\r") << QByteArrayList{"a", "b"};
        QTest::newRow("both together end one line") << QByteArray("a\r\nb\r\n") << QByteArrayList{"a", "b"};
        QTest::newRow("empty lines are lines")
            << QByteArray("\n\r\n\n\r\r") << QByteArrayList{"", "", "", "", ""};
        QTest::newRow("both, converted twice, end one line")
            << QByteArray("a\r\r\nb\r\r\n\r\r\nc\r\r") << QByteArrayList{"a", "b", "", "c", ""};
        QTest::newRow("ends may be mixed")
            << QByteArray("a\rb\nc\r\nd") << QByteArrayList{"a", "b", "c", "d<end>"};
        QTest::newRow("the bytes may end inside a line")
            << QByteArray("a\nb") << QByteArrayList{"a", "b<end>"};
        QTest::newRow("the longest line") << longest + "\nb\n" << QByteArrayList{longest, "b"};
        QTest::newRow("a longer one is passed over") << "a\n" + tooLong + "\r\nb\n"
                                                     << QByteArrayList{"a", "<too long>", "b"};
        QTest::newRow("so is one of many pieces") << tooLong.repeated(3) + "\rb\n"
                                                  << QByteArrayList{"<too long>", "b"};
        QTest::newRow("and one that never ends") << "a\n" + tooLong << QByteArrayList{"a", "<too long>"};
    }

    void splits()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArrayList, lines);
        for (const qsizetype slice : {1, 2, 3, 1000, 65536, 10'000'000})
            QCOMPARE(linesOf(bytes, slice), lines);
    }
};

TALLY_TEST(TestLineSplitter)

} // namespace tst_linesplitter
#include "tst_linesplitter.moc"
