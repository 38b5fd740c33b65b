#include "backends/simulator/configuration.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using simulator::Configuration;

class TestConfiguration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEverything();
    void hasDefaults();
    void readsTheShippedSwitch();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void saysThatAFileIsMissing();

private:
    QTemporaryDir m_folder;

    core::Result<Configuration> read(const QByteArray &json)
    {
        QFile file(m_folder.filePath(u"switch.json"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
            qFatal("the test's file cannot be written");
        file.close();
        return Configuration::fromFile(file.fileName());
    }
};

void TestConfiguration::readsEverything()
{
    const auto read = this->read(R"({
        "dns": [{"dn": "7001", "type": "extension", "record": true, "agentId": "1001", "agentName": "Ada"},
                {"dn": "8000", "type": "routing-point", "defaultDn": "7001", "timeoutMs": 9000},
                {"dn": "5000", "type": "queue"}],
        "services": {"start": 1, "stop": 2, "pause": 3, "resume": 4},
        "recorder": {"delayMs": 20, "fileTemplate": "{id}", "fail": "silent"},
        "licences": 3, "password": "secret"})");
    QVERIFY2(read, read ? "" : qPrintable(read.error().text));
    QCOMPARE(read->dns.size(), 3);
    QCOMPARE(read->dns.first().dn, tlib::Dn(u"7001"_s));
    QVERIFY(read->dns.first().record);
    QCOMPARE(read->dns.first().agentId, tlib::AgentId(u"1001"_s));
    QCOMPARE(read->dns.first().agentName, u"Ada"_s);
    QCOMPARE(read->dns.at(1).kind, simulator::DnKind::RoutingPoint);
    QCOMPARE(read->dns.at(1).defaultDn, tlib::Dn(u"7001"_s));
    QCOMPARE(read->dns.at(1).timeOut, core::Duration(9000));
    QCOMPARE(read->dns.at(2).kind, simulator::DnKind::Queue);
    QCOMPARE(read->services, (tlib::RecordingNumbers{.start = 1, .stop = 2, .pause = 3, .resume = 4}));
    QCOMPARE(read->recorder.delay, core::Duration(20));
    QCOMPARE(read->recorder.fileTemplate, u"{id}"_s);
    QCOMPARE(read->recorder.fault, simulator::RecorderFault::Silent);
    QCOMPARE(read->licences, 3);
    QCOMPARE(read->password, tlib::Text(u"secret"_s));
}

void TestConfiguration::hasDefaults()
{
    const auto read = this->read(R"({"dns": [{"dn": "7001"}]})");
    QVERIFY(read);
    QCOMPARE(read->dns.first().kind, simulator::DnKind::Extension);
    QVERIFY(!read->dns.first().record);
    QCOMPARE(read->services, tlib::RecordingNumbers());
    QCOMPARE(read->recorder.fault, simulator::RecorderFault::None);
    QCOMPARE(read->licences, 0);
}

void TestConfiguration::readsTheShippedSwitch()
{
    const auto read = Configuration::fromFile(QStringLiteral(RESOURCES "/simulator/switch.json"));
    QVERIFY2(read, read ? "" : qPrintable(read.error().text));
    QStringList dns;
    for (const simulator::DnConfig &dn : read->dns)
        dns.append(dn.dn.toString() + (dn.record ? u" record"_s : QString()));
    QCOMPARE(dns, (QStringList{u"7001 record"_s, u"7002"_s, u"7003"_s, u"7004 record"_s, u"7005"_s, u"7006"_s,
                               u"7007"_s, u"7008 record"_s, u"7009"_s, u"7010"_s, u"7011"_s, u"7012"_s,
                               u"7900"_s, u"8000"_s, u"5000"_s}));
    QCOMPARE(read->services, tlib::RecordingNumbers());
}

void TestConfiguration::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *name, const char *json, const QStringList &words) {
        QTest::newRow(name) << QByteArray(json) << words;
    };
    row("no JSON: the line", "{\n\"dns\": oops}", {u"not JSON"_s, u"line 2"_s});
    row("no object", "[]", {u"one JSON object"_s});
    row("no DNs at all", "{}", {u"\"dns\" is missing"_s});
    row("an empty list of DNs", R"({"dns": []})", {u"\"dns\" is empty"_s});
    row("DNs that are no list", R"({"dns": 7001})", {u"\"dns\" has to be a list"_s});
    row("an unknown key: what is allowed", R"({"dns": [{"dn": "1"}], "recoder": {}})",
        {u"\"recoder\" is not known"_s, u"\"recorder\""_s, u"\"licences\""_s});
    row("a DN that is no object", R"({"dns": ["7001"]})", {u"dns[0]"_s, u"has to be an object"_s});
    row("a DN without a number", R"({"dns": [{"dn": "1"}, {"type": "queue"}]})",
        {u"dns[1]"_s, u"\"dn\" is missing"_s});
    row("a DN that is a number", R"({"dns": [{"dn": 7001}]})", {u"dns[0]"_s, u"in quotation marks"_s});
    row("a type that is none", R"({"dns": [{"dn": "1", "type": "phone"}]})",
        {u"dns[0]"_s, u"\"type\" has to be one of \"extension\", \"routing-point\" and \"queue\""_s});
    row("record that is no flag", R"({"dns": [{"dn": "1", "record": "yes"}]})",
        {u"\"record\" has to be true or false"_s});
    row("record on a queue", R"({"dns": [{"dn": "1", "type": "queue", "record": true}]})",
        {u"\"record\" is allowed for an extension only"_s});
    row("a default DN of an extension", R"({"dns": [{"dn": "1", "defaultDn": "1", "timeoutMs": 5}]})",
        {u"dns[0]"_s, u"\"defaultDn\" is allowed for a routing point only"_s});
    row("a default DN without its time",
        R"({"dns": [{"dn": "1", "type": "routing-point", "defaultDn": "2"}]})",
        {u"dns[0]"_s, u"\"timeoutMs\" belong together"_s});
    row("a time that is none",
        R"({"dns": [{"dn": "1", "type": "routing-point", "defaultDn": "2", "timeoutMs": 0}]})",
        {u"\"timeoutMs\" has to be a whole number from 1"_s});
    row("a default DN that no call can be routed to",
        R"({"dns": [{"dn": "1", "type": "routing-point", "defaultDn": "2", "timeoutMs": 5}]})",
        {u"the \"defaultDn\" 2 of 1 is neither an extension nor an outside number"_s});
    row("the same DN twice", R"({"dns": [{"dn": "1"}, {"dn": "1"}]})", {u"dns[1]"_s, u"twice"_s});
    row("an unknown key of a DN", R"({"dns": [{"dn": "1", "name": "x"}]})",
        {u"dns[0]"_s, u"\"name\" is not known"_s, u"\"agentName\""_s});
    row("a service that is no number", R"({"dns": [{"dn": "1"}], "services": {"start": "3013"}})",
        {u"services"_s, u"\"start\" has to be a whole number"_s});
    row("two services with one number", R"({"dns": [{"dn": "1"}], "services": {"start": 3014}})",
        {u"services"_s, u"same number"_s});
    row("a delay that is negative", R"({"dns": [{"dn": "1"}], "recorder": {"delayMs": -1}})",
        {u"recorder"_s, u"\"delayMs\" has to be a whole number from 0 to 60000"_s});
    row("a delay that is broken", R"({"dns": [{"dn": "1"}], "recorder": {"delayMs": 1.5}})",
        {u"\"delayMs\" has to be a whole number"_s});
    row("a placeholder that is none",
        R"({"dns": [{"dn": "1"}], "recorder": {"fileTemplate": "{dn}_{agent}"}})",
        {u"\"fileTemplate\" has {agent}"_s, u"\"uuid\""_s});
    row("a failure that is none", R"({"dns": [{"dn": "1"}], "recorder": {"fail": true}})",
        {u"\"fail\" has to be one of \"none\", \"refuse\" and \"silent\""_s});
    row("no licences", R"({"dns": [{"dn": "1"}], "licences": 0})",
        {u"\"licences\" has to be a whole number from 1"_s});
    row("an empty password", R"({"dns": [{"dn": "1"}], "password": ""})",
        {u"\"password\""_s, u"not empty"_s});
}

void TestConfiguration::saysWhatIsWrong()
{
    QFETCH(QByteArray, json);
    QFETCH(QStringList, words);
    const auto read = this->read(json);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, core::ErrorKind::InvalidInput);
    const QString text = read.error().text;
    QVERIFY2(text.startsWith(m_folder.filePath(u"switch.json"_s)), qPrintable(text));
    QVERIFY2(text.endsWith(u'.') && !text.contains(u'\n'), qPrintable(text));
    for (const QString &word : words)
        QVERIFY2(text.contains(word), qPrintable(text));
}

void TestConfiguration::saysThatAFileIsMissing()
{
    const auto read = Configuration::fromFile(m_folder.filePath(u"nowhere.json"_s));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, core::ErrorKind::Io);
    QVERIFY(read.error().text.contains(u"nowhere.json"_s));
}

QTEST_GUILESS_MAIN(TestConfiguration)
#include "tst_configuration.moc"
