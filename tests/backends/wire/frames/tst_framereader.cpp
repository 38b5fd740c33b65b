#include "backends/wire/frames/framereader.h"
#include "support/testprogram.h"

#include <QRandomGenerator>
#include <QTest>
#include <QtEndian>

namespace tst_framereader {

using namespace Qt::StringLiterals;
using wire::FrameReader;

namespace {

QByteArray withLength(const QByteArray &body)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(quint32(body.size()), bytes.data());
    return bytes + body;
}

QByteArray header(quint32 length)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(length, bytes.data());
    return bytes;
}

/// Everything that can be taken now; false when the reader found something malformed.
bool takeAll(FrameReader &reader, QList<QByteArray> &into)
{
    for (;;) {
        const auto frame = reader.next();
        if (!frame)
            return false;
        if (!frame->has_value())
            return true;
        into.append((*frame)->toByteArray());
    }
}

QList<QByteArray> someFrames()
{
    return {QByteArray("abcd"), QByteArray(700, 'r'), QByteArray("12345"), QByteArray(70'000, 'L'),
            QByteArray("wxyz")};
}

QByteArray joined(const QList<QByteArray> &frames)
{
    QByteArray bytes;
    for (const QByteArray &frame : frames)
        bytes += withLength(frame);
    return bytes;
}

} // namespace

class TestFrameReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheSameFramesInAnySlicing_data()
    {
        QTest::addColumn<int>("size");
        QTest::newRow("byte by byte") << 1;
        QTest::newRow("two bytes at a time") << 2;
        QTest::newRow("three, so that lengths are cut") << 3;
        QTest::newRow("seven") << 7;
        QTest::newRow("1,000") << 1000;
        QTest::newRow("a whole piece") << int(FrameReader::PieceSize);
        QTest::newRow("all at once") << 1'000'000;
    }

    void givesTheSameFramesInAnySlicing()
    {
        QFETCH(const int, size);
        const QByteArray bytes = joined(someFrames());
        FrameReader reader;
        QList<QByteArray> taken;
        for (qsizetype at = 0; at < bytes.size(); at += size) {
            reader.feed(bytes.mid(at, size));
            QVERIFY(takeAll(reader, taken));
        }
        QCOMPARE(taken, someFrames());
        QVERIFY(!reader.isMidFrame());
    }

    void givesTheSameFramesCutAtEveryByte()
    {
        const QList<QByteArray> frames{QByteArray("abcd"), QByteArray("12345"), QByteArray("wxyz")};
        const QByteArray bytes = joined(frames);
        for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
            FrameReader reader;
            QList<QByteArray> taken;
            reader.feed(bytes.first(cut));
            QVERIFY(takeAll(reader, taken));
            reader.feed(bytes.sliced(cut));
            QVERIFY(takeAll(reader, taken));
            QCOMPARE(taken, frames);
        }
    }

    void givesTheSameFramesInRandomPieces()
    {
        QRandomGenerator random(20261122);
        QList<QByteArray> frames;
        for (int i = 0; i < 300; ++i)
            frames.append(QByteArray(int(random.bounded(4, 20'000)), char('a' + i % 26)));
        const QByteArray bytes = joined(frames);
        FrameReader reader;
        QList<QByteArray> taken;
        for (qsizetype at = 0; at < bytes.size();) {
            const qsizetype size =
                qMin<qsizetype>(bytes.size() - at, random.bounded(1, int(FrameReader::PieceSize)));
            std::memcpy(reader.room(size), bytes.data() + at, std::size_t(size));
            reader.added(size);
            QVERIFY(takeAll(reader, taken));
            at += size;
        }
        QCOMPARE(taken, frames);
    }

    void refusesLengthsOutOfBounds_data()
    {
        QTest::addColumn<quint32>("length");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("nothing") << 0u << false;
        QTest::newRow("one under the least") << 3u << false;
        QTest::newRow("the least") << 4u << true;
        QTest::newRow("the most") << 1'048'576u << true;
        QTest::newRow("one over the most") << 1'048'577u << false;
        QTest::newRow("negative, if it were signed") << 0xffffffffu << false;
    }

    void refusesLengthsOutOfBounds()
    {
        QFETCH(const quint32, length);
        QFETCH(const bool, allowed);
        FrameReader reader;
        reader.feed(header(length).first(3));
        QVERIFY(reader.next()); // nobody knows yet
        reader.feed(header(length).last(1));
        const auto frame = reader.next();
        QCOMPARE(frame.has_value(), allowed);
        QVERIFY(reader.memory() < 100); // nothing is allocated for what was only declared
        if (!allowed) {
            QCOMPARE(frame.error().kind, core::ErrorKind::Malformed);
            QVERIFY(frame.error().text.contains(QString::number(length)));
            reader.feed("more");
            QVERIFY(!reader.next()); // for good
        }
    }

    void stopsAtABadLengthBehindGoodFrames()
    {
        FrameReader reader;
        reader.feed(joined({QByteArray("good")}) + header(0x7fffffff));
        QList<QByteArray> taken;
        QVERIFY(!takeAll(reader, taken));
        QCOMPARE(taken, QList<QByteArray>{"good"});
    }

    void staysUnderTwiceTheLimit()
    {
        const QByteArray largest = withLength(QByteArray(wire::MaximumFrame, 'x'));
        const QByteArray stream = largest + largest + withLength("tail") + largest;
        FrameReader reader;
        QList<QByteArray> taken;
        qsizetype most = 0;
        for (qsizetype at = 0; at < stream.size(); at += FrameReader::PieceSize) {
            reader.feed(stream.mid(at, FrameReader::PieceSize));
            most = qMax(most, reader.memory());
            QVERIFY(takeAll(reader, taken));
        }
        QCOMPARE(taken.size(), 4);
        // One frame and one piece: with the space that it grew out of, still under twice the limit.
        const qsizetype enough = wire::LengthSize + wire::MaximumFrame + FrameReader::PieceSize;
        QVERIFY2(most <= enough, qPrintable(QString::number(most)));
        reader.feed("more"); // the space of a large frame is given back
        QVERIFY(reader.memory() <= 2 * FrameReader::PieceSize);
    }

    void knowsWhetherAFrameHasBegun()
    {
        FrameReader reader;
        QVERIFY(!reader.isMidFrame());
        reader.feed(withLength("abcd").first(1));
        QVERIFY(reader.next());
        QVERIFY(reader.isMidFrame());
        reader.feed(withLength("abcd").sliced(1));
        QVERIFY(reader.next()->has_value());
        QVERIFY(!reader.isMidFrame());
    }
};

TALLY_TEST(TestFrameReader)

} // namespace tst_framereader
#include "tst_framereader.moc"
