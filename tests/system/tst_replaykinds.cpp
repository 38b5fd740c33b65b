#include "support/logstory.h"
#include "support/simulator.h"
#include "support/testprogram.h"

#include <QStringConverter>
#include <QTest>

#include <archive.h>
#include <archive_entry.h>

namespace tst_replaykinds {

using namespace Qt::StringLiterals;
using support::Home;
using support::Program;
using support::Story;
using support::StoryEvent;
using support::StoryStyle;
using support::told;

namespace {

QByteArray iso(const QDateTime &stamp)
{
    return stamp.toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s).toLatin1();
}

QByteArray bareHead(const StoryEvent &event, const QDateTime &)
{
    return "message " + event.name + '\n';
}

QByteArray routersHead(const StoryEvent &event, const QDateTime &)
{
    return "received from 65200(Sip_B)sip-b.invalid:7001(fd=512) message " + event.name + '\n';
}

QByteArray routersTail(const StoryEvent &event, const QDateTime &stamp)
{
    return stamp.toString(u"HH:mm:ss.zzz"_s).toLatin1() + "_T_I_0042017c55d0e00b [14:32] " + event.name +
           " is received for ts Sip_B[Switch] (this dn=4711, refid=0)\n";
}

QByteArray packed(const QByteArray &text, int (*addFilter)(archive *), int (*setFormat)(archive *))
{
    QByteArray bytes(64 * 1024, '\0');
    size_t used = 0;
    archive *const to = archive_write_new();
    archive_entry *const entry = archive_entry_new();
    addFilter(to);
    setFormat(to);
    archive_write_set_bytes_in_last_block(to, 1);
    archive_write_open_memory(to, bytes.data(), size_t(bytes.size()), &used);
    archive_entry_set_pathname(entry, "inner.log");
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_size(entry, text.size());
    archive_write_header(to, entry);
    archive_write_data(to, text.constData(), size_t(text.size()));
    archive_write_close(to);
    archive_entry_free(entry);
    archive_write_free(to);
    return bytes.first(qsizetype(used));
}

const QByteArray Known = "39.0 15.0 0.0";
const QByteArray NotKnown = "not known|not known|not known";

} // namespace

/// Each kind of log that servers write and people copy: the summary tells what the log says, and what it does
/// not say is not known.
class TestReplayKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<Home>(); }
    void tellsHowLong_data();
    void tellsHowLong();
    void row64TheClockIsSetBack_data();
    void row64TheClockIsSetBack() { tellsHowLong(); }
    void readsEachEncoding_data();
    void readsEachEncoding();
    void aPackedLogThatIsCutIsSaid();
    void readsCopies_data();
    void readsCopies();
    void aCopyWithoutItsAttributesIsRefused();
    void readsSeveralFilesAsOne_data();
    void readsSeveralFilesAsOne();
    void aShorterCopyHidesNothing_data();
    void aShorterCopyHidesNothing();
    void doubtsWhatIsMissingBetweenFiles();
    void readsStandardInput();
    void followsAFileThatGrows();
    void row63SaysThatItCannotWrite();

private:
    int summary(const QStringList &arguments);
    QByteArrayList lengths() const;

    std::unique_ptr<Home> m_home;
    QByteArray m_output;
    QByteArray m_errors;
};

int TestReplayKinds::summary(const QStringList &arguments)
{
    Program run(*m_home, u"tallylight"_s, arguments + QStringList{u"--summary"_s});
    if (!run.waitForEnd())
        return -1;
    m_output = run.output();
    m_errors = run.errors();
    return run.exitCode();
}

/// "recorded paused not-known" of each call; with bars between when a word stands there.
QByteArrayList TestReplayKinds::lengths() const
{
    QByteArrayList found;
    for (const QByteArray &line : m_output.trimmed().split('\n')) {
        const QByteArrayList columns = line.split('\t').mid(3);
        found.append(columns.join(line.contains("not known") ? '|' : ' '));
    }
    return found;
}

void TestReplayKinds::tellsHowLong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("expected");
    QTest::addColumn<QByteArray>("said"); // on stderr
    const auto row = [](const char *name, const QByteArray &text, const QByteArrayList &expected = {Known},
                        const QByteArray &said = "0 damaged places") {
        QTest::newRow(name) << text << expected << said;
    };
    StoryStyle stampsOnly{.saysTime = false};

    row("a server's log", told());
    row("stamps alone", told(stampsOnly));
    row("a routing server's heads", told(StoryStyle{.head = routersHead, .tail = routersTail}));
    row("the same without the events' own time",
        told(StoryStyle{.saysTime = false, .head = routersHead, .tail = routersTail}));
    row("the stamp on the line before",
        told(StoryStyle{.saysTime = false, .head = [](const StoryEvent &event, const QDateTime &stamp) {
                            return iso(stamp) + " Trc 04541 received from primary\n" + bareHead(event, stamp);
                        }}));
    row("and no empty line between",
        told(StoryStyle{.saysTime = false,
                        .head =
                            [](const StoryEvent &event, const QDateTime &stamp) {
                                return iso(stamp) + " Trc 04541 received from primary\n" +
                                       bareHead(event, stamp);
                            },
                        .tail = [](const StoryEvent &, const QDateTime &) { return QByteArray(); }}));
    row("the stamp on the next line behind an empty one",
        told(StoryStyle{
            .saysTime = false, .head = bareHead, .tail = [](const StoryEvent &, const QDateTime &stamp) {
                return '\n' + iso(stamp) + " Trc 1 sent\n\n";
            }}));
    row("heads with a ReferenceID",
        told(StoryStyle{.head = [](const StoryEvent &event, const QDateTime &stamp) {
            return iso(stamp) + " distribute_event: message " + event.name + "(refid=7)\n";
        }}));
    row("no time at all", told(StoryStyle{.saysTime = false, .head = bareHead}), {NotKnown},
        "line 1: nothing says when this EventRinging was");
    row("no time but of the first line",
        iso(QDateTime(QDate(2024, 3, 5), QTime(9, 0))) + " begin\n\n" +
            told(StoryStyle{.saysTime = false, .head = bareHead}),
        {NotKnown}, "nothing says when");

    const QByteArray lost = told(StoryStyle{.head = [](const StoryEvent &event, const QDateTime &stamp) {
        return event.number == 4 ? QByteArray() : iso(stamp) + " x: message " + event.name + '\n';
    }});
    row("a head that is lost: from the message before on it is not known", lost, {"24.0 0.0 30.0"},
        "1 damaged places");
    row("the last head is lost: nobody knows for how long",
        told(StoryStyle{.head =
                            [](const StoryEvent &event, const QDateTime &stamp) {
                                return event.number == 6 ? QByteArray()
                                                         : iso(stamp) + " x: message " + event.name + '\n';
                            }}),
        {"15.0|15.0|not known"}, "1 damaged places");
    row("also where no empty line is between",
        told(StoryStyle{
            .head =
                [](const StoryEvent &event, const QDateTime &stamp) {
                    return event.number == 4 ? QByteArray() : iso(stamp) + " x: message " + event.name + '\n';
                },
            .tail = [](const StoryEvent &event,
                       const QDateTime &stamp) { return iso(stamp) + " Trc 1 " + event.name + " sent\n"; }}),
        {"24.0 0.0 30.0"}, "damaged places");
    row("a call that began before the log", told({}, 2), {"39.0|15.0|not known"});
    row("the middle of it", told({}, 2, 2), {"15.0|not known|not known"});
    row("its end", told({}, 5), {NotKnown});
    StoryStyle held{.connId = "0042017c55d0e00c", .dn = "4712"};
    row("several calls that began before it",
        told({}, 3, 2) + told(StoryEvent{39, "EventReleased", "ON", 9}, held) +
            told(StoryEvent{40, "EventHeld", "PAUSED", 10},
                 StoryStyle{.connId = "0042017c55d0e00d", .dn = "4713"}) +
            told(StoryEvent{45, "EventReleased", "PAUSED", 11},
                 StoryStyle{.connId = "0042017c55d0e00d", .dn = "4713"}) +
            told({}, 5),
        {NotKnown, "not known|5.0|not known", "24.0|15.0|not known"});
    row("what was said of a call in a queue makes no call of it",
        told(StoryEvent{0, "EventQueued", {}, 1}, StoryStyle{.dn = "8000"}) +
            told(StoryEvent{0, "EventAttachedDataChanged", {}, 1}, StoryStyle{.dn = "8000"}) + told());
    StoryStyle skips{.leftOut = {"Ticket"}};
    const QByteArray ByFilter = "line 7: the server's log filter";
    row("a log filter that skips a pair", told(skips), {Known}, ByFilter);
    skips.leftOut = {"Skill", "Ticket"};
    row("or two", told(skips), {Known}, ByFilter);
    const auto hides = [](const QByteArray &key, const QByteArray &value) {
        return key == "Ticket" ? QByteArray("****") : value;
    };
    row("that hides a value", told(StoryStyle{.shown = hides}), {Known}, ByFilter);
    row("that hides it with a word",
        told(StoryStyle{.shown =
                            [](const QByteArray &key, const QByteArray &value) {
                                return key == "Ticket" ? QByteArray("UNQUOTED") : value;
                            }})
            .replace("'UNQUOTED'", "[hidden]"),
        {Known}, ByFilter);
    row("that marks a value",
        told(StoryStyle{
            .shown = [](const QByteArray &key,
                        const QByteArray &value) { return key == "Ticket" ? "<#" + value + "#>" : value; }}),
        {Known}, ByFilter);
    row("that marks every value",
        told(StoryStyle{
            .shown = [](const QByteArray &, const QByteArray &value) { return "<#" + value + "#>"; }}),
        {Known}, ByFilter);
    row("that hides the recording's state",
        told(StoryStyle{.shown =
                            [](const QByteArray &key, const QByteArray &value) {
                                return key == "GSIP_RECORD" ? QByteArray("****") : value;
                            }}),
        {"0.0 0.0 54.0"}, "damaged places");
    row("that skips it", told(StoryStyle{.leftOut = {"GSIP_RECORD"}}), {"0.0 0.0 54.0"}, "4 damaged places");
    row("that skips all", told(StoryStyle{.leftOut = {"Skill", "Ticket", "GSIP_RECORD"}}), {"0.0 0.0 61.0"},
        "6 damaged places");
    // In a filtered log a line is lost: the call's pair that was there is missing.
    StoryStyle once{.leftOut = {"Ticket"}};
    QByteArray damaged = told(once, 0, 4);
    once.leftOut.append("GSIP_RECORD");
    damaged += told(once, 4, 1);
    once.leftOut.removeLast();
    row("damage in a log that is filtered", damaged + told(once, 5), {"15.0 15.0 24.0"}, "1 damaged places");
    row("damage in a log that is not",
        told(StoryStyle{}, 0, 4) + told(StoryStyle{.leftOut = {"GSIP_RECORD"}}, 4, 1) + told(StoryStyle{}, 5),
        {"15.0 15.0 24.0"}, "1 damaged places");
    row("lists with numbers in a log that has none",
        told(StoryStyle{.saysTime = false, .head = [](const StoryEvent &event, const QDateTime &stamp) {
                            const QByteArray line = stamp.toString(u"HH:mm:ss.zzz"_s).toLatin1() +
                                                    " x: message " + event.name + '\n';
                            return "14:a\n15:b\n16:c\n" + line;
                        }}));
    row("blocks between servers",
        told(StoryStyle{.head = [](const StoryEvent &event, const QDateTime &stamp) {
            const QByteArray data = "\tAttributeUserData\t[21] 00 01 00 00..\n\t\t'GSIP_RECORD'\t'OFF'\n";
            const QByteArray id = "AttributeConnID\t0042017c55d0e00b\n";
            return iso(stamp) +
                   " [BSYNC] Trace: Send to backup (B) [20]:\nmessage EventAttachedDataChanged\n\t" + id +
                   data + '\n' + iso(stamp) +
                   " [ISCC] Debug: Received message ISCCEventCallDataXferResp from B\n\tISCC" + id +
                   "\tISCC" + data.mid(1) + '\n' + iso(stamp) + " x: message " + event.name + '\n';
        }}));
}

void TestReplayKinds::row64TheClockIsSetBack_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("expected");
    QTest::addColumn<QByteArray>("said"); // on stderr
    const auto row = [](const char *name, const QByteArray &text, const QByteArrayList &expected = {Known},
                        const QByteArray &said = "0 damaged places") {
        QTest::newRow(name) << text << expected << said;
    };
    // 02:59:40 to 02:00:41: the clock goes back in the middle of the call.
    const auto autumn = [](const StoryEvent &event, const QDateTime &stamp) {
        return iso(event.second < 20 ? stamp : stamp.addSecs(-3600)) + " distribute_event: message " +
               event.name + '\n';
    };
    StoryStyle late{.begin = QDateTime(QDate(2024, 10, 27), QTime(0, 59, 40), Qt::UTC), .zone = 7200};
    late.head = autumn;
    row("the hour that autumn has twice, by the events' own time", told(late));
    late.saysTime = false;
    row("the same by stamps: what was seen is the least", told(late), {"24.0|15.0|not known"},
        "goes back by 3585 s");
    late.hasSequence = false;
    row("and without numbers nothing goes on over it", told(late), {"24.0|15.0|not known"},
        "goes back by 3585 s");
    row("an older part behind a newer one",
        told() + told(StoryStyle{.begin = QDateTime(QDate(2024, 3, 4), QTime(8, 0), Qt::UTC),
                                 .connId = "0042017c55d0e00a"}),
        {Known, Known}, "goes back by");
    row("by the dates of their stamps",
        told(StoryStyle{.saysTime = false, .head = autumn}) +
            told(StoryStyle{.begin = QDateTime(QDate(2024, 3, 4), QTime(8, 0), Qt::UTC),
                            .connId = "0042017c55d0e00a",
                            .saysTime = false,
                            .head =
                                [](const StoryEvent &event, const QDateTime &stamp) {
                                    return iso(stamp) + " x: message " + event.name + '\n';
                                }}),
        {"24.0|15.0|not known", Known}, "goes back by");
}

void TestReplayKinds::tellsHowLong()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, expected);
    QFETCH(QByteArray, said);
    QCOMPARE(summary({u"--replay"_s, m_home->write(u"kind.log"_s, text)}), 0);
    QCOMPARE(lengths(), expected);
    QVERIFY2(m_errors.contains(said), m_errors.constData());
}

void TestReplayKinds::readsEachEncoding_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray text = told();
    const QString wide = QString::fromLatin1(text);
    const auto encoded = [&wide](QStringConverter::Encoding encoding, QStringConverter::Flag flag) {
        return QByteArray(QStringEncoder(encoding, flag).encode(wide));
    };
    using enum QStringConverter::Encoding;
    QTest::newRow("UTF-8 with a mark") << "\xef\xbb\xbf" + text;
    QTest::newRow("UTF-16 with a mark") << encoded(Utf16LE, QStringConverter::Flag::WriteBom);
    QTest::newRow("UTF-16 without one") << encoded(Utf16LE, QStringConverter::Flag::Default);
    QTest::newRow("UTF-16, the other end first") << encoded(Utf16BE, QStringConverter::Flag::WriteBom);
    QTest::newRow("lines that end twice") << QByteArray(text).replace("\n", "\r\r\n");
    QTest::newRow("gzip") << packed(text, &archive_write_add_filter_gzip, &archive_write_set_format_raw);
    QTest::newRow("xz") << packed(text, &archive_write_add_filter_xz, &archive_write_set_format_raw);
    QTest::newRow("bzip2") << packed(text, &archive_write_add_filter_bzip2, &archive_write_set_format_raw);
    QTest::newRow("ZIP") << packed(text, &archive_write_add_filter_none, &archive_write_set_format_zip);
    QTest::newRow("tar.gz") << packed(text, &archive_write_add_filter_gzip, &archive_write_set_format_ustar);
    QTest::newRow("UTF-16 in gzip") << packed(encoded(Utf16LE, QStringConverter::Flag::WriteBom),
                                              &archive_write_add_filter_gzip, &archive_write_set_format_raw);
}

void TestReplayKinds::readsEachEncoding()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(summary({u"--replay"_s, m_home->write(u"encoded.log"_s, bytes)}), 0);
    QCOMPARE(lengths(), QByteArrayList{Known});
    QVERIFY2(m_errors.contains("0 damaged places"), m_errors.constData());
}

void TestReplayKinds::aPackedLogThatIsCutIsSaid()
{
    const QByteArray whole = packed(told(), &archive_write_add_filter_gzip, &archive_write_set_format_raw);
    QCOMPARE(summary({u"--replay"_s, m_home->write(u"cut.log.gz"_s, whole.chopped(50))}), 1);
    QVERIFY2(m_errors.contains("cut.log.gz cannot be unpacked: "), m_errors.constData());
}

void TestReplayKinds::readsCopies_data()
{
    using Change = std::function<QByteArray(QByteArray line, int number)>;
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const Change &change, const StoryStyle &style = {}) {
        QByteArray text;
        int number = 0;
        for (const QByteArray &line : told(style).split('\n'))
            text += change(line, ++number) + '\n';
        QTest::newRow(name) << text;
    };
    const auto bare = [](QByteArray line) {
        while (line.startsWith('\t'))
            line.remove(0, 1);
        return line;
    };
    StoryStyle stampsOnly{.saysTime = false};
    row("without indentation", [&](const QByteArray &line, int) { return bare(line); });
    row("without it, and one blank for each TAB",
        [&](const QByteArray &line, int) { return bare(line).replace('\t', "    "); });
    row("no-break spaces",
        [](QByteArray line, int) { return line.replace("\t", "\xc2\xa0\xc2\xa0\xc2\xa0\xc2\xa0"); });
    row("no-break spaces of Windows",
        [](QByteArray line, int) { return line.replace("\t", "\xa0\xa0\xa0\xa0"); });
    row("no-break spaces in the middle alone", [](QByteArray line, int) {
        return line.startsWith('\t') ? line.left(2) + line.mid(2).replace("\t", "\xc2\xa0    ") : line;
    });
    row("typographic quotes", [](QByteArray line, int) {
        return line.replace("\t'", "\t\xe2\x80\x98")
            .replace("'\t", "\xe2\x80\x99\t")
            .replace("'", "\xe2\x80\x99");
    });
    row("an ellipsis", [](QByteArray line, int) { return line.replace("..", "\xe2\x80\xa6"); });
    row("quoted", [](const QByteArray &line, int) { return "> " + line; });
    row("quoted twice, without indentation", [&](const QByteArray &line, int) { return ">> " + bare(line); });
    row(
        "numbered as cat does",
        [](const QByteArray &line, int number) {
            return QByteArray::number(number).rightJustified(6) + '\t' + line;
        },
        stampsOnly);
    row(
        "numbered as nl does",
        [counted = std::make_shared<int>()](const QByteArray &line, int) {
            return line.isEmpty() ? QByteArray(7, ' ')
                                  : QByteArray::number(++*counted).rightJustified(6) + '\t' + line;
        },
        stampsOnly);
    row(
        "numbered as grep does, from its middle",
        [](const QByteArray &line, int number) { return QByteArray::number(8000 + number) + ':' + line; },
        stampsOnly);
    row(
        "numbered with a bar, quoted",
        [](const QByteArray &line, int number) { return "> " + QByteArray::number(number) + "| " + line; },
        stampsOnly);
}

void TestReplayKinds::readsCopies()
{
    QFETCH(QByteArray, text);
    QCOMPARE(summary({u"--replay"_s, m_home->write(u"copy.log"_s, text)}), 0);
    QVERIFY2(m_errors.contains("0 damaged places"), m_errors.constData());
    QCOMPARE(lengths(), QByteArrayList{Known});
}

void TestReplayKinds::aCopyWithoutItsAttributesIsRefused()
{
    const QString copy = m_home->write(u"copy.log"_s, told().replace("\t", ""));
    QCOMPARE(summary({u"--replay"_s, copy}), 1);
    QVERIFY2(m_errors.contains("copy.log looks like a copy whose attributes are gone"), m_errors.constData());
}

void TestReplayKinds::readsSeveralFilesAsOne_data()
{
    QTest::addColumn<QStringList>("arguments"); // % is the folder
    QTest::newRow("in their order") << QStringList{u"--replay"_s, u"%sip.20240305_152030_000.log"_s,
                                                   u"--replay"_s, u"%sip.20240305_152041_000.log"_s,
                                                   u"--replay"_s, u"%sip.20240305_152100_000.log"_s};
    QTest::newRow("in another order, as a shell writes them")
        << QStringList{u"--replay"_s, u"%sip.20240305_152100_000.log"_s, u"%sip.20240305_152030_000.log"_s,
                       u"%sip.20240305_152041_000.log"_s};
    QTest::newRow("a folder, with what is no log") << QStringList{u"--replay"_s, u"%"_s};
    QTest::newRow("one, and the rest of its series")
        << QStringList{u"--replay"_s, u"%sip.20240305_152041_000.log"_s, u"--series"_s};
    QTest::newRow("one of them twice")
        << QStringList{u"--replay"_s, u"%sip.20240305_152041_000.log"_s, u"%"_s};
}

void TestReplayKinds::readsSeveralFilesAsOne()
{
    QFETCH(QStringList, arguments);
    m_home->write(u"logs/sip.20240305_152030_000.log"_s, told({}, 0, 2));
    m_home->write(u"logs/sip.20240305_152041_000.log"_s,
                  told({}, 2, 2).chopped(1)); // ends without a line's end
    m_home->write(u"logs/sip.20240305_152100_000.log"_s, "head of a file\n\n" + told({}, 4));
    m_home->write(u"logs/copy-of-the-first"_s, told({}, 0, 2));
    m_home->write(u"logs/read.me"_s, "Call me.\n");
    m_home->write(u"logs/picture"_s, QByteArray("\x89PNG\0\1", 6));
    arguments.replaceInStrings(u"%"_s, m_home->path(u"logs/"_s));
    QCOMPARE(summary(arguments), 0);
    QCOMPARE(lengths(), QByteArrayList{Known});
    QVERIFY2(m_errors.contains("0 damaged places"), m_errors.constData());
    QCOMPARE(m_errors.contains("passed over: "), arguments.contains(m_home->path(u"logs/"_s)));
}

void TestReplayKinds::aShorterCopyHidesNothing_data()
{
    QTest::addColumn<QString>("shorter");
    QTest::addColumn<QString>("whole");
    QTest::newRow("before the whole log") << u"1.log"_s << u"2.log"_s;
    QTest::newRow("behind it") << u"2.log"_s << u"1.log"_s;
}

/// A copy of a log that was made while it grew begins as the log does.
void TestReplayKinds::aShorterCopyHidesNothing()
{
    QFETCH(QString, shorter);
    QFETCH(QString, whole);
    const QByteArray start =
        QByteArray("a line of the log's beginning, which has no message in it\n").repeated(5000);
    m_home->write(u"grown/"_s + shorter, start + told({}, 0, 3));
    m_home->write(u"grown/"_s + whole, start + told());
    QCOMPARE(summary({u"--replay"_s, m_home->path(u"grown"_s)}), 0);
    QCOMPARE(lengths(), QByteArrayList{Known});
    QVERIFY2(m_errors.contains("0 damaged places"), m_errors.constData());
}

/// The middle of a call is in no file: what is said of it there, is not known.
void TestReplayKinds::doubtsWhatIsMissingBetweenFiles()
{
    StoryStyle late;
    late.begin = late.begin.addSecs(100);
    const QString first = m_home->write(u"1.log"_s, told({}, 0, 3));
    const QString last = m_home->write(u"2.log"_s, told(late, 4));
    QCOMPARE(summary({u"--replay"_s, last, first}), 0);
    QCOMPARE(lengths(), QByteArrayList{"24.0 0.0 130.0"});
    QVERIFY2(m_errors.contains("2.log: line 1: nothing is there of the 130 s before"), m_errors.constData());
}

void TestReplayKinds::readsStandardInput()
{
    for (const bool isLog : {true, false}) {
        Program run(*m_home, u"tallylight"_s, {u"--replay"_s, u"-"_s, u"--summary"_s});
        run.write(isLog ? told() : QByteArray("no log"));
        run.endInput();
        QVERIFY(run.waitForEnd());
        QCOMPARE(run.exitCode(), isLog ? 0 : 1);
        m_output = run.output();
        QCOMPARE(lengths(), QByteArrayList{isLog ? Known : QByteArray()});
        QVERIFY2(run.errors().startsWith("tallylight: stdin"), run.errors().constData());
    }
}

void TestReplayKinds::followsAFileThatGrows()
{
    const StoryStyle earlier{
        .begin = StoryStyle().begin.addSecs(-100), .connId = "0042017c55d0e00e", .hasSequence = false};
    const QString log = m_home->write(u"grows.log"_s, told(earlier) + told({}, 0, 3));
    Program run(*m_home, u"tallylight"_s, {u"--replay"_s, log, u"--summary"_s, u"--follow"_s});
    QVERIFY(run.line().startsWith("0042017c55d0e00e")); // it reads
    QFile file(log);
    QVERIFY(file.open(QIODevice::Append));
    file.write(told({}, 3, 2));
    file.close();
    QVERIFY(file.rename(m_home->path(u"grows.log.1"_s))); // and another takes its name
    StoryStyle other{.connId = "0042017c55d0e00f"};
    m_home->write(u"grows.log"_s, told({}, 5) + told(StoryEvent{70, "EventRinging", {}, 7}, other));
    const QByteArray line = run.line();
    QVERIFY2(line.endsWith("39.0\t15.0\t0.0"), line.constData());
    QVERIFY(run.isRunning());
    run.interrupt();
    QVERIFY(run.waitForEnd());
    QCOMPARE(run.exitCode(), 0);
    QVERIFY2(run.output().contains("0042017c55d0e00f"), run.output().constData());
}

void TestReplayKinds::row63SaysThatItCannotWrite()
{
    QFile full(u"/dev/full"_s);
    if (!full.exists())
        QSKIP("this system has no full device");
    const QString log = m_home->write(u"story.log"_s, told());
    for (const bool isPipe : {false, true}) {
        Program run(*m_home, u"tallylight"_s, {u"--replay"_s, log, u"--summary"_s},
                    isPipe ? Program::Output::Closed : Program::Output::Full);
        QVERIFY(run.waitForEnd());
        QCOMPARE(run.exitCode(), 1);
        QVERIFY2(run.errors().startsWith("tallylight: standard output cannot be written"),
                 run.errors().constData());
    }
}

TALLY_TEST(TestReplayKinds)

} // namespace tst_replaykinds
#include "tst_replaykinds.moc"
