#include "backends/simulator/switch/switchconfiguration.h"
#include "support/testprogram.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

namespace tst_switchconfiguration {

using namespace Qt::StringLiterals;
using simulator::SwitchConfiguration;

class TestSwitchConfiguration : public QObject
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

    core::Result<SwitchConfiguration> read(const QByteArray &json)
    {
        QFile file(m_folder.filePath(u"switch.json"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
            qFatal("the test's file cannot be written");
        file.close();
        return SwitchConfiguration::fromFile(file.fileName());
    }
};

void TestSwitchConfiguration::readsEverything()
{
    const auto read = this->read(R"({
        "dns": [{"dn": "7001", "type": "extension", "record": true, "agentId": "1001", "agentName": "Ada"},
                {"dn": "8000", "type": "routing-point", "record": true, "defaultDn": "7001", "timeoutMs": 9000},
                {"dn": "5000", "type": "queue"},
                {"dn": "T1", "type": "trunk", "record": true}, {"dn": "T2", "type": "trunk", "prefix": "+49"}],
        "services": {"start": 1, "stop": 2, "pause": 3, "resume": 4},
        "recorder": {"delayMs": 20, "fileTemplate": "{id}", "fail": "silent", "dest": "sip:a@b", "dest2": "sips:c",
                     "stateKey": "RECORDING_STATUS_GIM", "fileKey": "FILE", "on": "Yes", "off": "No", "paused": "Wait"},
        "licences": 3, "password": "secret"})");
    QVERIFY2(read, read ? "" : qPrintable(read.error().text));
    QCOMPARE(read->dns.size(), 5);
    QCOMPARE(read->dns.first().dn, tlib::Dn(u"7001"_s));
    QVERIFY(read->dns.first().record);
    QCOMPARE(read->dns.first().agentId, tlib::AgentId(u"1001"_s));
    QCOMPARE(read->dns.first().agentName, u"Ada"_s);
    QCOMPARE(read->dns.at(1).kind, simulator::DnKind::RoutingPoint);
    QVERIFY(read->dns.at(1).record);
    QCOMPARE(read->dns.at(1).defaultDn, tlib::Dn(u"7001"_s));
    QCOMPARE(read->dns.at(1).timeOut, core::Duration(9000));
    QCOMPARE(read->dns.at(2).kind, simulator::DnKind::Queue);
    QCOMPARE(read->dns.at(3).kind, simulator::DnKind::Trunk);
    QVERIFY(read->dns.at(3).record);
    QCOMPARE(read->dns.at(3).prefix, u"+"_s);
    QCOMPARE(read->dns.at(4).prefix, u"+49"_s);
    QCOMPARE(read->services, (tlib::RecordingNumbers{.start = 1, .stop = 2, .pause = 3, .resume = 4}));
    QCOMPARE(read->recorder.delay, core::Duration(20));
    QCOMPARE(read->recorder.fileTemplate, u"{id}"_s);
    QCOMPARE(read->recorder.fault, simulator::RecorderFault::Silent);
    QCOMPARE(read->recorder.dest, u"sip:a@b"_s);
    QCOMPARE(read->recorder.dest2, u"sips:c"_s);
    const simulator::IndicationConfig &indication = read->recorder.indication;
    QVERIFY(!indication.legacy);
    QCOMPARE((QStringList{indication.stateKey, indication.fileKey}),
             (QStringList{u"RECORDING_STATUS_GIM"_s, u"FILE"_s}));
    QCOMPARE((QStringList{indication.on, indication.off, indication.paused}),
             (QStringList{u"Yes"_s, u"No"_s, u"Wait"_s}));
    QCOMPARE(read->licences, 3);
    QCOMPARE(read->password, tlib::Text(u"secret"_s));
}

void TestSwitchConfiguration::hasDefaults()
{
    const auto read = this->read(R"({"dns": [{"dn": "7001"}]})");
    QVERIFY(read);
    QCOMPARE(read->dns.first().kind, simulator::DnKind::Extension);
    QVERIFY(!read->dns.first().record);
    QCOMPARE(read->services, tlib::RecordingNumbers());
    QCOMPARE(read->recorder.fault, simulator::RecorderFault::None);
    QVERIFY(simulator::isSipLocation(read->recorder.dest));
    QVERIFY(read->recorder.dest2.isEmpty()); // one copy only
    QVERIFY(!read->recorder.indication.legacy);
    QCOMPARE(read->recorder.indication.stateKey, u"GSIP_RECORD"_s);
    QCOMPARE(read->recorder.indication.fileKey, u"GSIP_REC_FN"_s);
    QCOMPARE(read->licences, 0);
}

void TestSwitchConfiguration::readsTheShippedSwitch()
{
    const auto read = SwitchConfiguration::fromFile(QStringLiteral(RESOURCES "/simulator/switch.json"));
    QVERIFY2(read, read ? "" : qPrintable(read.error().text));
    QStringList dns;
    for (const simulator::DnConfig &dn : read->dns)
        dns.append(dn.dn.toString() + (dn.record ? u" record"_s : QString()));
    QCOMPARE(dns, (QStringList{u"7001 record"_s, u"7002"_s, u"7003"_s, u"7004 record"_s, u"7005"_s, u"7006"_s,
                               u"7007"_s, u"7008 record"_s, u"7009"_s, u"7010"_s, u"7011"_s, u"7012"_s,
                               u"7900"_s, u"8000"_s, u"5000"_s}));
    QCOMPARE(read->services, tlib::RecordingNumbers());
}

void TestSwitchConfiguration::saysWhatIsWrong_data()
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
        {u"dns[0]"_s,
         u"\"type\" has to be one of \"extension\", \"routing-point\", \"queue\" and \"trunk\""_s});
    row("record that is no flag", R"({"dns": [{"dn": "1", "record": "yes"}]})",
        {u"\"record\" has to be true or false"_s});
    row("record on a queue", R"({"dns": [{"dn": "1", "type": "queue", "record": true}]})",
        {u"\"record\" is allowed for an extension, a trunk and a routing point only"_s});
    row("an agent on a trunk", R"({"dns": [{"dn": "1", "type": "trunk", "agentId": "7"}]})",
        {u"dns[0]"_s, u"\"agentId\" is allowed for an extension only"_s});
    row("an agent's name on a routing point",
        R"({"dns": [{"dn": "1", "type": "routing-point", "agentName": "Ada"}]})",
        {u"\"agentName\" is allowed for an extension only"_s});
    row("a prefix on an extension", R"({"dns": [{"dn": "1", "prefix": "+49"}]})",
        {u"dns[0]"_s, u"\"prefix\" is allowed for a trunk only"_s});
    row("an empty prefix", R"({"dns": [{"dn": "1", "type": "trunk", "prefix": ""}]})",
        {u"\"prefix\" has to be text"_s, u"not empty"_s});
    row("two trunks with the same prefix",
        R"({"dns": [{"dn": "T1", "type": "trunk"}, {"dn": "T2", "type": "trunk", "prefix": "+"}]})",
        {u"dns[1]"_s, u"another trunk has the \"prefix\" +"_s});
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
    row("a recorder that is no SIP location", R"({"dns": [{"dn": "1"}], "recorder": {"dest": "http://a"}})",
        {u"recorder"_s, u"\"dest\" has to be a SIP location"_s});
    row("a second recorder without a place", R"({"dns": [{"dn": "1"}], "recorder": {"dest2": "sip:"}})",
        {u"\"dest2\" has to be a SIP location"_s});
    row("legacy that is no flag", R"({"dns": [{"dn": "1"}], "recorder": {"legacy": 1}})",
        {u"\"legacy\" has to be true or false"_s});
    row("a state key where none is told",
        R"({"dns": [{"dn": "1"}], "recorder": {"legacy": true, "stateKey": "S"}})",
        {u"\"stateKey\" has no use with \"legacy\""_s});
    row("a state word where none is told",
        R"({"dns": [{"dn": "1"}], "recorder": {"legacy": true, "paused": "P"}})",
        {u"\"paused\" has no use with \"legacy\""_s});
    row("one key for state and file", R"({"dns": [{"dn": "1"}], "recorder": {"stateKey": "GSIP_REC_FN"}})",
        {u"\"stateKey\" and \"fileKey\" are the same"_s});
    row("one word for two states", R"({"dns": [{"dn": "1"}], "recorder": {"on": "off"}})",
        {u"two states have the same word"_s});
    row("an empty word", R"({"dns": [{"dn": "1"}], "recorder": {"off": ""}})",
        {u"\"off\""_s, u"not empty"_s});
    row("no licences", R"({"dns": [{"dn": "1"}], "licences": 0})",
        {u"\"licences\" has to be a whole number from 1"_s});
    row("an empty password", R"({"dns": [{"dn": "1"}], "password": ""})",
        {u"\"password\""_s, u"not empty"_s});
}

void TestSwitchConfiguration::saysWhatIsWrong()
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

void TestSwitchConfiguration::saysThatAFileIsMissing()
{
    const auto read = SwitchConfiguration::fromFile(m_folder.filePath(u"nowhere.json"_s));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, core::ErrorKind::Io);
    QVERIFY(read.error().text.contains(u"nowhere.json"_s));
}

TALLY_TEST(TestSwitchConfiguration)

} // namespace tst_switchconfiguration
#include "tst_switchconfiguration.moc"
