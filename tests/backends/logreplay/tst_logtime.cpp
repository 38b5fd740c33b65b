#include "backends/logreplay/logtime.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_logtime {

using logreplay::Course;
using logreplay::LogTime;
using logreplay::Stamp;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestLogTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        const QDate day(2026, 11, 23);
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<std::optional<Stamp>>("stamp");
        const auto row = [](const char *name, const char *line, const std::optional<Stamp> &stamp) {
            QTest::newRow(name) << QByteArray(line) << stamp;
        };
        row("with an at sign and ten thousandths", "@14:26:23.1239 [0] 8.1",
            Stamp{.sinceMidnight = 14h + 26min + 23s + 123ms});
        row("with milliseconds", "14:26:23.120 Trc", Stamp{.sinceMidnight = 14h + 26min + 23s + 120ms});
        row("with a comma", "14:26:23,5 x", Stamp{.sinceMidnight = 14h + 26min + 23s + 500ms});
        row("without a fraction", "00:00:00 x", Stamp{.sinceMidnight = 0ms});
        row("ISO", "2026-11-23T14:26:23.007 x", Stamp{.date = day, .sinceMidnight = 14h + 26min + 23s + 7ms});
        row("ISO with a blank", "2026-11-23 14:26:23.007 x",
            Stamp{.date = day, .sinceMidnight = 14h + 26min + 23s + 7ms});
        row("ISO with a zone, which is passed over", "2026-11-23T14:26:23.007+01:00 x",
            Stamp{.date = day, .sinceMidnight = 14h + 26min + 23s + 7ms});
        row("a leap second", "23:59:60.000 x", Stamp{.sinceMidnight = 24h});
        row("no stamp", "distribute_event: message EventRinging", std::nullopt);
        row("no such hour", "24:00:00.000 x", std::nullopt);
        row("no such day", "2026-02-30T00:00:00 x", std::nullopt);
        row("half a stamp", "14:26", std::nullopt);
        row("nothing", "", std::nullopt);
    }

    void reads()
    {
        QFETCH(QByteArray, line);
        QFETCH(std::optional<Stamp>, stamp);
        QCOMPARE(logreplay::stampAt(line.toStdString()), stamp);
    }

    void goesOn_data()
    {
        QTest::addColumn<QByteArrayList>("stamps");
        QTest::addColumn<QList<qint64>>("seconds"); // since the first
        const auto row = [](const char *name, const QByteArrayList &stamps, const QList<qint64> &seconds) {
            QTest::newRow(name) << stamps << seconds;
        };
        row("from stamp to stamp", {"10:00:00", "10:00:05", "12:00:00"}, {0, 5, 7200});
        row("past midnight", {"23:59:58", "00:00:03", "00:00:04"}, {0, 5, 6});
        row("past two midnights", {"23:59:58", "00:00:03", "23:00:00", "00:00:03"}, {0, 5, 82802, 86405});
        row("not back to a line that comes late", {"10:00:05", "10:00:04", "10:00:06"}, {0, 0, 1});
        row("not back over midnight", {"23:59:59", "00:00:01", "23:59:59", "00:00:02"}, {0, 2, 2, 3});
        row("through a quiet night", {"08:00:00", "21:00:00", "07:30:00"}, {0, 46800, 84600});
        row("through the hour that autumn has twice: nobody can say how long it took to go back",
            {"02:59:59", "02:00:00", "03:00:01"}, {0, 0, 3601});
        row("by the dates, where there are some", {"2026-11-22T10:00:00", "2026-11-25T10:00:01"},
            {0, 259201});
        row("not back by dates", {"2026-11-22T10:00:00", "2026-11-21T10:00:01"}, {0, 0});
        row("with and without dates", {"2026-11-22T23:59:59", "00:00:01"}, {0, 2});
    }

    void goesOn()
    {
        QFETCH(QByteArrayList, stamps);
        QFETCH(QList<qint64>, seconds);
        LogTime time;
        time.setFirstDay(QDate(2026, 11, 23));
        std::optional<core::Duration> first;
        QList<qint64> found;
        for (const QByteArray &text : stamps) {
            time.take({.stamp = logreplay::stampAt(text.toStdString())});
            const core::Duration now = time.latest();
            first = first.value_or(now);
            found.append((now - *first).count() / 1000);
        }
        QCOMPARE(found, seconds);
    }

    void followsWhatEventsSay_data()
    {
        QTest::addColumn<QByteArrayList>("moments"); // stamp, said
        QTest::addColumn<QStringList>("found"); // seconds since the first, what the clock shows, the course
        const auto row = [](const char *name, const QByteArrayList &moments, const QStringList &found) {
            QTest::newRow(name) << moments << found;
        };
        row("in its own zone", {"11:00:00 1795428000", "11:00:05 1795428005"},
            {u"0 23 11:00:00 on"_s, u"5 23 11:00:05 on"_s});
        row("evenly over the hour that autumn has twice", {"02:59:58 1795395598", "02:00:03 1795395603"},
            {u"0 23 02:59:58 on"_s, u"5 23 02:00:03 on"_s});
        row("and over the one that spring has not", {"01:59:58 1795395598", "03:00:03 1795395603"},
            {u"0 23 01:59:58 on"_s, u"5 23 03:00:03 on"_s});
        row("with stamps between", {"11:00:00 1795428000", "11:00:02 -", "11:00:05 1795428005"},
            {u"0 23 11:00:00 on"_s, u"2 23 11:00:02 on"_s, u"5 23 11:00:05 on"_s});
        row("after stamps alone", {"11:00:00 -", "11:00:02 1795428002", "11:00:05 1795428005"},
            {u"0 23 11:00:00 on"_s, u"2 23 11:00:02 on"_s, u"5 23 11:00:05 on"_s});
        row("without any stamp", {"- 1795428000", "- 1795428005"},
            {u"0 23 10:00:00 on"_s, u"5 23 10:00:05 on"_s});
        row("a stamp alone beside them tells nothing", {"- 1795428000", "11:00:02 -", "- 1795428005"},
            {u"0 23 10:00:00 on"_s, u"0 23 10:00:00 not known"_s, u"5 23 10:00:05 on"_s});
        row("nothing", {"- -", "- 1795428005"}, {u"0 01 00:00:00 not known"_s, u"0 23 10:00:05 on"_s});
        row("back is another part", {"11:00:00 1795428000", "09:00:00 1795420800", "09:00:05 1795420805"},
            {u"0 23 11:00:00 on"_s, u"0 23 09:00:00 older"_s, u"5 23 09:00:05 on"_s});
    }

    void followsWhatEventsSay()
    {
        QFETCH(QByteArrayList, moments);
        QFETCH(QStringList, found);
        LogTime time;
        time.setFirstDay(QDate(2026, 11, 23));
        std::optional<core::Duration> first;
        QStringList lines;
        for (const QByteArray &text : moments) {
            const QByteArrayList parts = text.split(' ');
            logreplay::Moment moment{.stamp = logreplay::stampAt(parts[0].toStdString())};
            if (parts[1] != "-")
                moment.said = std::chrono::seconds(parts[1].toLongLong());
            const Course course = time.take(moment);
            first = course == Course::NotKnown && !first ? first : first.value_or(time.latest());
            const QString word = course == Course::On         ? QStringLiteral("on")
                                 : course == Course::NotKnown ? QStringLiteral("not known")
                                 : course == Course::SetBack  ? QStringLiteral("set back")
                                                              : QStringLiteral("older");
            lines.append(QString::number((time.latest() - first.value_or(time.latest())).count() / 1000) +
                         u' ' +
                         QDateTime::fromMSecsSinceEpoch((time.latest() + time.toWall()).count(), Qt::UTC)
                             .toString(QStringLiteral("dd HH:mm:ss ")) +
                         word);
        }
        QCOMPARE(lines, found);
    }

    void aClockSetBackIsNoOlderPartWhereNumbersGoOn()
    {
        LogTime time;
        time.take({.stamp = logreplay::stampAt("10:00:00"), .sequence = 7});
        QCOMPARE(time.take({.stamp = logreplay::stampAt("09:50:00"), .sequence = 8}), Course::SetBack);
        QCOMPARE(time.wentBack(), 10min);
        QCOMPARE(time.take({.stamp = logreplay::stampAt("09:40:00"), .sequence = 3}), Course::Older);
    }

    void beginsOnTheFirstDay()
    {
        LogTime time;
        time.setFirstDay(QDate(2026, 11, 23));
        QCOMPARE(time.take({.stamp = Stamp{.sinceMidnight = 1h}}), Course::On);
        QCOMPARE(QDateTime::fromMSecsSinceEpoch((time.latest() + time.toWall()).count(), Qt::UTC),
                 QDateTime(QDate(2026, 11, 23), QTime(1, 0), Qt::UTC));
    }
};

TALLY_TEST(TestLogTime)

} // namespace tst_logtime
#include "tst_logtime.moc"
