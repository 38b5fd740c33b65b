#include "app/commandline/ctloptions.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QTest>

namespace tst_ctloptions {

using namespace Qt::StringLiterals;

class TestCtlOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongUsage_data();
    void wrongUsage();
    void startCarriesItsOptions();
    void everyRecordingVerbTakesParamsAndReasons();
    void callsAreHandedOn();
    void callsAreMadeAndAgentsMoved_data();
    void callsAreMadeAndAgentsMoved();
    void routeCarriesItsOptions_data();
    void routeCarriesItsOptions();
    void optionsMayStandAnywhere();
    void theJournalsDays();
    void textsComeFirst();

private:
    static core::Result<std::variant<app::CtlRequest, app::JournalRequest, app::CtlText>>
    parse(const QString &line)
    {
        return app::ctlRequestFrom(QStringList{u"tallylightctl"_s} + line.split(u' ', Qt::SkipEmptyParts));
    }
};

void TestCtlOptions::wrongUsage_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("named");
    QTest::newRow("no verb") << u""_s << u"say what to do"_s;
    QTest::newRow("a verb that does not exist") << u"explode"_s << u"explode"_s;
    QTest::newRow("two verbs") << u"pause resume"_s << u"resume"_s;
    QTest::newRow("stop without a confirmation") << u"stop"_s << u"--yes"_s;
    QTest::newRow("an option of another verb") << u"pause --yes"_s << u"pause knows no --yes"_s;
    QTest::newRow("a call for a verb without one") << u"state --call 1"_s << u"--call"_s;
    QTest::newRow("an option that does not exist") << u"state --loud"_s << u"loud"_s;
    QTest::newRow("a time-out in words") << u"--timeout soon state"_s << u"soon"_s;
    QTest::newRow("a time-out of nothing") << u"--timeout 0 state"_s << u"--timeout"_s;
    QTest::newRow("a time-out that is no number") << u"--timeout nan state"_s << u"--timeout"_s;
    QTest::newRow("a parameter without value") << u"start --param k"_s << u"NAME=VALUE"_s;
    QTest::newRow("a parameter without name") << u"start --param =v"_s << u"NAME=VALUE"_s;
    QTest::newRow("a parameter twice") << u"pause --param k=1 --param k=2"_s << u"\"k\" twice"_s;
    QTest::newRow("a reason without name") << u"pause --reason =v"_s << u"--reason"_s;
    QTest::newRow("a reason for a verb without any") << u"hold --reason k=v"_s << u"hold knows no --reason"_s;
    QTest::newRow("a side that does not exist") << u"start --record both"_s << u"source, destination"_s;
    QTest::newRow("a side of another verb") << u"start --record disable_source"_s << u"disable_source"_s;
    QTest::newRow("a call to nobody") << u"make"_s << u"make needs the number"_s;
    QTest::newRow("a call to two") << u"make 7002 7003"_s << u"7003"_s;
    QTest::newRow("a redirection to nobody") << u"redirect"_s << u"redirect needs --to"_s;
    QTest::newRow("nobody to be dropped") << u"drop"_s << u"drop needs --party"_s;
    QTest::newRow("a reason for being ready") << u"ready --reason x"_s << u"ready knows no --reason"_s;
    QTest::newRow("two reasons") << u"not-ready --reason a --reason b"_s << u"--reason is given twice"_s;
    QTest::newRow("an empty reason") << u"not-ready --reason="_s << u"--reason is empty"_s;
    QTest::newRow("force for a log-in") << u"login --force"_s << u"login knows no --force"_s;
    QTest::newRow("a consultation of nobody") << u"consult"_s << u"consult needs --to"_s;
    QTest::newRow("a transfer to nobody") << u"transfer --call 1a"_s << u"transfer needs --to"_s;
    QTest::newRow("an empty destination") << u"transfer --to="_s << u"--to is empty"_s;
    QTest::newRow("the end of a transfer goes where it was begun")
        << u"complete --to 7002"_s << u"complete knows no --to"_s;
    QTest::newRow("a route of no call") << u"route --to 7001"_s << u"route needs --call"_s;
    QTest::newRow("a route to nowhere") << u"route --call 1a"_s << u"route needs --to"_s;
    QTest::newRow("a parameter for a route") << u"route --call 1a --to 7001 --param k=v"_s << u"--param"_s;
    QTest::newRow("a journal for nothing") << u"journal"_s << u"either --verify or --export"_s;
    QTest::newRow("a journal for both") << u"journal --verify --export csv"_s << u"either"_s;
    QTest::newRow("a journal as a picture") << u"journal --export png"_s << u"csv, jsonl"_s;
    QTest::newRow("a part of a chain") << u"journal --verify --from 2026-11-30"_s << u"--export"_s;
    QTest::newRow("a day that is none") << u"journal --export csv --from 2026-02-30"_s << u"2026-02-30"_s;
    QTest::newRow("a time in words") << u"journal --export csv --to today"_s << u"today"_s;
    QTest::newRow("an end before the beginning")
        << u"journal --export csv --from 2026-11-30 --to 2026-11-29"_s << u"--from lies behind"_s;
    QTest::newRow("a call for a journal") << u"journal --verify --call 1"_s << u"journal knows no --call"_s;
    QTest::newRow("a journal's option") << u"state --verify"_s << u"state knows no --verify"_s;
    QTest::newRow("an instance that is a path") << u"--instance a/b state"_s << u"a/b"_s;
}

void TestCtlOptions::wrongUsage()
{
    QFETCH(QString, line);
    QFETCH(QString, named);
    const auto parsed = parse(line);
    QVERIFY(!parsed);
    QVERIFY2(parsed.error().text.contains(named), qPrintable(parsed.error().text));
}

void TestCtlOptions::startCarriesItsOptions()
{
    const auto parsed =
        parse(u"start --call 1a --record source --id case-17 --dest sip:a --dest2 sip:b --param k=v "
              "--param k2=a=b"_s);
    QVERIFY(parsed);
    const auto &request = std::get<app::CtlRequest>(*parsed);
    QCOMPARE(request.verb, u"start"_s);
    QCOMPARE(
        request.params,
        (QJsonObject{{u"call"_s, u"1a"_s},
                     {u"record"_s, u"source"_s},
                     {u"id"_s, u"case-17"_s},
                     {u"dest"_s, u"sip:a"_s},
                     {u"dest2"_s, u"sip:b"_s},
                     {u"params"_s, QJsonArray{QJsonArray{u"k"_s, u"v"_s}, QJsonArray{u"k2"_s, u"a=b"_s}}}}));
}

void TestCtlOptions::everyRecordingVerbTakesParamsAndReasons()
{
    for (const QString &verb : {u"start"_s, u"pause"_s, u"resume"_s, u"stop --yes"_s}) {
        const auto parsed = parse(verb + u" --param k=v --reason why=card --reason who=me"_s);
        QVERIFY2(parsed, qPrintable(verb));
        const QJsonObject params = std::get<app::CtlRequest>(*parsed).params;
        QCOMPARE(params["params"_L1].toArray(), (QJsonArray{QJsonArray{u"k"_s, u"v"_s}}));
        QCOMPARE(params["reasons"_L1].toArray(),
                 (QJsonArray{QJsonArray{u"why"_s, u"card"_s}, QJsonArray{u"who"_s, u"me"_s}}));
    }
}

void TestCtlOptions::callsAreHandedOn()
{
    for (const QString &verb : {u"consult"_s, u"transfer"_s}) {
        const auto parsed = parse(verb + u" --to 7002"_s);
        QVERIFY2(parsed, qPrintable(verb));
        QCOMPARE(std::get<app::CtlRequest>(*parsed).verb, verb);
        QCOMPARE(std::get<app::CtlRequest>(*parsed).params, (QJsonObject{{u"to"_s, u"7002"_s}}));
    }
    for (const QString &verb : {u"complete"_s, u"conference"_s}) {
        QVERIFY2(parse(verb), qPrintable(verb));
        QVERIFY2(parse(verb + u" --call 1a"_s), qPrintable(verb));
    }
}

void TestCtlOptions::callsAreMadeAndAgentsMoved_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QJsonObject>("params");
    QTest::newRow("make") << u"make +493055501"_s << QJsonObject{{u"to"_s, u"+493055501"_s}};
    QTest::newRow("ready") << u"ready"_s << QJsonObject();
    QTest::newRow("not ready") << u"not-ready --reason Lunch"_s << QJsonObject{{u"reason"_s, u"Lunch"_s}};
    QTest::newRow("a code that looks like a pair")
        << u"not-ready --reason a=b"_s << QJsonObject{{u"reason"_s, u"a=b"_s}};
    QTest::newRow("logout") << u"logout --force --reason end"_s
                            << QJsonObject{{u"reason"_s, u"end"_s}, {u"force"_s, true}};
    QTest::newRow("drop") << u"drop --party 7003 --call 1a"_s
                          << QJsonObject{{u"party"_s, u"7003"_s}, {u"call"_s, u"1a"_s}};
    QTest::newRow("redirect") << u"redirect --to 7003"_s << QJsonObject{{u"to"_s, u"7003"_s}};
    QTest::newRow("alternate") << u"alternate"_s << QJsonObject();
}

void TestCtlOptions::callsAreMadeAndAgentsMoved()
{
    QFETCH(QString, line);
    QFETCH(QJsonObject, params);
    const auto parsed = parse(line);
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().text));
    const auto request = std::get<app::CtlRequest>(*parsed);
    QCOMPARE(request.verb, line.section(u' ', 0, 0));
    QCOMPARE(request.params, params);
}

void TestCtlOptions::routeCarriesItsOptions_data()
{
    QTest::addColumn<QString>("side");
    for (const QString &side : {u"source"_s, u"destination"_s, u"disable_source"_s, u"disable_destination"_s})
        QTest::newRow(qPrintable(side)) << side;
}

void TestCtlOptions::routeCarriesItsOptions()
{
    QFETCH(QString, side);
    const auto parsed =
        parse(u"route --call 1a --to 7001 --record %1 --id case-17 --dest sip:a --dest2 sip:b"_s.arg(side));
    QVERIFY(parsed);
    QCOMPARE(std::get<app::CtlRequest>(*parsed).params, (QJsonObject{{u"call"_s, u"1a"_s},
                                                                     {u"to"_s, u"7001"_s},
                                                                     {u"record"_s, side},
                                                                     {u"id"_s, u"case-17"_s},
                                                                     {u"dest"_s, u"sip:a"_s},
                                                                     {u"dest2"_s, u"sip:b"_s}}));
}

void TestCtlOptions::optionsMayStandAnywhere()
{
    for (const QString &line :
         {u"--instance left --timeout 2.5 stop --yes"_s, u"stop --yes --timeout 2.5 --instance left"_s}) {
        const auto parsed = parse(line);
        QVERIFY(parsed);
        const auto &request = std::get<app::CtlRequest>(*parsed);
        QCOMPARE(request.instance, u"left"_s);
        QCOMPARE(request.params, (QJsonObject{{u"yes"_s, true}}));
        QVERIFY(request.timeOut >= std::chrono::milliseconds(2500));
    }
}

void TestCtlOptions::theJournalsDays()
{
    const auto whole = parse(u"journal --verify --instance floor"_s);
    QVERIFY(whole);
    QCOMPARE(std::get<app::JournalRequest>(*whole).instance, u"floor"_s);
    QVERIFY(!std::get<app::JournalRequest>(*whole).from);
    const auto day = parse(u"journal --export jsonl --from 2026-11-30 --to 2026-11-30"_s);
    QVERIFY(day);
    const auto &request = std::get<app::JournalRequest>(*day);
    QCOMPARE(request.job, app::JournalRequest::Job::ExportLines);
    QCOMPARE(*request.from, QDate(2026, 11, 30).startOfDay().toMSecsSinceEpoch());
    QCOMPARE(*request.to, QDate(2026, 12, 1).startOfDay().toMSecsSinceEpoch());
    const auto times = parse(u"journal --export csv --from 2026-11-30T08:15:00Z --to 2026-11-30T08:16:00Z"_s);
    QVERIFY(times);
    QCOMPARE(*std::get<app::JournalRequest>(*times).to - *std::get<app::JournalRequest>(*times).from, 60'000);
}

void TestCtlOptions::textsComeFirst()
{
    const auto help = parse(u"--help explode"_s);
    QVERIFY(help);
    const QString text = std::get<app::CtlText>(*help).text;
    for (const QString &verb : {u"state"_s, u"watch"_s, u"retrieve"_s, u"consult"_s, u"route"_s, u"quit"_s})
        QVERIFY2(text.contains(verb), qPrintable(verb));
    QVERIFY(text.contains(u"2 wrong usage"));
    QVERIFY(parse(u"--version"_s));
}

TALLY_TEST(TestCtlOptions)

} // namespace tst_ctloptions

#include "tst_ctloptions.moc"
