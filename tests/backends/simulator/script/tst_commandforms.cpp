#include "backends/simulator/script/commandforms.h"
#include "support/testprogram.h"

#include <QSet>
#include <QtTest>

namespace tst_commandforms {

using namespace Qt::StringLiterals;

class TestCommandForms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasEachCommandOnce();
    void findsTheFormOfACommand();
    void takesWhatIsWrittenRightly();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
};

void TestCommandForms::hasEachCommandOnce()
{
    QSet<QString> names;
    for (const simulator::CommandForm &form : simulator::commandForms()) {
        QVERIFY2(!names.contains(form.name), qPrintable(form.name));
        names.insert(form.name);
    }
}

void TestCommandForms::findsTheFormOfACommand()
{
    QCOMPARE(simulator::formOf({{u"do"_s, u"hold"_s}})->name, u"hold"_s);
    QVERIFY(simulator::formOf({{u"do"_s, u"hold"_s}})->ofPrimary);
    QVERIFY(!simulator::formOf({{u"do"_s, u"state"_s}})->ofPrimary);
    QVERIFY(!simulator::formOf({{u"do"_s, u"dance"_s}}));
}

void TestCommandForms::takesWhatIsWrittenRightly()
{
    const QJsonObject command{
        {u"do"_s, u"consult"_s}, {u"connId"_s, u"ff"_s}, {u"to"_s, u"7003"_s}, {u"for"_s, u"conference"_s}};
    QVERIFY(simulator::checkCommand(command, u"step 1"_s));
    QCOMPARE(simulator::connIdOf(command), tlib::ConnId(255));
    QCOMPARE(simulator::dnUnder(command, u"to"), tlib::Dn(u"7003"_s));
    QVERIFY(simulator::dnUnder(command, u"dn").isEmpty());
}

void TestCommandForms::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *line, const QString &words) {
        QTest::newRow(name) << QByteArray(line) << words;
    };
    row("no verb", "{}", u"\"do\" is missing"_s);
    row("an unknown verb", R"({"do":"dance"})", u"\"dance\" is no command"_s);
    row("a verb that is a number", R"({"do":5})", u"\"do\" is missing"_s);
    row("a missing key", R"({"do":"call","from":"1"})", u"call: \"to\" is missing"_s);
    row("an unknown key", R"({"do":"state","all":true})", u"\"all\" is not known"_s);
    row("a ConnID that is none", R"({"do":"answer","connId":"xyz"})", u"hex digits"_s);
    row("a state that is none", R"({"do":"recorder","connId":"ff","state":"stopped"})",
        u"\"off\", \"on\" and \"paused\""_s);
    row("a service that is none", R"({"do":"refuse","service":"mute","code":1})",
        u"\"start\", \"pause\", \"resume\" and \"stop\""_s);
    row("recording that is no flag", R"({"do":"configure","dn":"7003","record":"yes"})",
        u"\"record\" has to be true or false"_s);
    row("a consultation for nothing known", R"({"do":"consult","connId":"ff","to":"7003","for":"fun"})",
        u"\"transfer\" and \"conference\""_s);
    row("a consultation with nobody", R"({"do":"consult","connId":"ff"})", u"consult: \"to\" is missing"_s);
    row("a transfer to nobody", R"({"do":"transfer","connId":"ff"})", u"transfer: \"to\" is missing"_s);
    row("a conference with a key too many", R"({"do":"conference","connId":"ff","to":"1"})",
        u"\"to\" is not known"_s);
    row("user data that are no pairs", R"({"do":"call","from":"+4930","to":"7003","userData":[["a"]]})",
        u"\"userData\" has to be a list of pairs"_s);
    row("a storm of nothing", R"({"do":"storm","events":0,"perSecond":1})",
        u"\"events\" has to be a whole number from 1"_s);
}

void TestCommandForms::saysWhatIsWrong()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, words);
    const auto command = simulator::parseObject(line, u"command"_s);
    QVERIFY(command);
    const simulator::CommandForm *form = simulator::formOf(*command);
    const QString where = form ? form->name : u"command"_s;
    const auto checked = simulator::checkCommand(*command, where);
    QVERIFY(!checked);
    QCOMPARE(checked.error().kind, core::ErrorKind::InvalidInput);
    QVERIFY2(checked.error().text.startsWith(where), qPrintable(checked.error().text));
    QVERIFY2(checked.error().text.contains(words), qPrintable(checked.error().text));
}

TALLY_TEST(TestCommandForms)

} // namespace tst_commandforms
#include "tst_commandforms.moc"
