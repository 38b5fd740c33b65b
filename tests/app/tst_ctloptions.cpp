#include "app/ctloptions.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

class TestCtlOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongUsage_data();
    void wrongUsage();
    void startCarriesItsOptions();
    void optionsMayStandAnywhere();
    void textsComeFirst();

private:
    static core::Result<std::variant<app::CtlRequest, app::CtlText>> parse(const QString &line)
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

void TestCtlOptions::textsComeFirst()
{
    const auto help = parse(u"--help explode"_s);
    QVERIFY(help);
    const QString text = std::get<app::CtlText>(*help).text;
    for (const QString &verb : {u"state"_s, u"watch"_s, u"retrieve"_s, u"quit"_s})
        QVERIFY2(text.contains(verb), qPrintable(verb));
    QVERIFY(parse(u"--version"_s));
}

QTEST_GUILESS_MAIN(TestCtlOptions)

#include "tst_ctloptions.moc"
