#include "backends/simulator/script/scriptplayer.h"
#include "backends/simulator/switchconversation.h"
#include "support/testprogram.h"

#include <QJsonDocument>
#include <QtTest>

namespace tst_script {

using namespace Qt::StringLiterals;
using namespace simulatortest;
using simulator::Script;

class TestScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void playsStepsAtTheirTime();
    void goesFasterAndSlowerAndHalts();
    void skipsWhatAPersonHasDone_data();
    void skipsWhatAPersonHasDone();
    void complainsAboutAStepThatIsWrong();
    void startsOverAtItsEnd();
    void consultsAndClearsAConference();
    void stopsWhenItDoesNotRepeat();
    void pressesForThePerson();
    void skipsAPressThatIsNotPossible_data();
    void skipsAPressThatIsNotPossible();
    void playsTheDemo();
    void playsTheSupervisorsDemo();
    void refusesAPressInTheDemo();
    void playsTheDemoBesideABusyPerson();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
};

namespace {

core::Result<Script> scriptFrom(const QByteArray &json)
{
    return Script::fromJson(QJsonDocument::fromJson(json).object(), u"day.json"_s);
}

struct Stage : Conversation
{
    using Conversation::Conversation;

    void play(const core::Result<Script> &script)
    {
        if (!script)
            qFatal("%s", qPrintable(script.error().text));
        player = std::make_unique<simulator::ScriptPlayer>(
            *script, commands, clock, [this](const QString &sentence) { complaints.append(sentence); });
        player->start();
    }
    void wait(double seconds) { clock.advance(core::Duration(qint64(seconds * 1000))); }

    simulator::Commands commands{sw, clock};
    QStringList complaints;
    std::unique_ptr<simulator::ScriptPlayer> player;
};

const auto smallDay = R"({"steps": [
    {"at": 1, "do": "call", "from": "+4930", "to": "7003", "as": "first"},
    {"after": 2, "do": "answer", "call": "first"},
    {"at": 4, "do": "recorder", "call": "first", "from": "off", "state": "on"},
    {"at": 5, "do": "recorder", "call": "first", "from": "on", "state": "paused"},
    {"at": 6, "do": "hold", "call": "first"},
    {"at": 7, "do": "release", "call": "first"}]})";

} // namespace

void TestScript::playsStepsAtTheirTime()
{
    Stage s;
    const auto client = s.client({third});
    s.play(scriptFrom(smallDay));
    s.wait(0.9);
    QCOMPARE(s.story(client), QString());
    s.wait(0.1);
    QCOMPARE(s.story(client), u"Ringing 7003"_s);
    s.wait(1.9);
    QCOMPARE(s.story(client), QString());
    s.wait(0.1);
    QCOMPARE(s.story(client), u"Established 7003"_s);
    s.wait(10);
    QCOMPARE(s.story(client),
             u"AttachedDataChanged 7003, AttachedDataChanged 7003, Held 7003, Released 7003"_s);
    QVERIFY(s.complaints.isEmpty());
}

void TestScript::goesFasterAndSlowerAndHalts()
{
    Stage s;
    const auto client = s.client({third});
    s.play(scriptFrom(smallDay));
    s.wait(0.5);
    QCOMPARE(s.player->until(0), core::Duration(500));
    s.player->setSpeed(2);
    QCOMPARE(s.player->until(0), core::Duration(250));
    QCOMPARE(s.player->until(1), core::Duration(1250));
    s.wait(0.25);
    QCOMPARE(s.story(client), u"Ringing 7003"_s);
    s.player->setHalted(true);
    QVERIFY(!s.player->until(1));
    s.wait(60);
    QCOMPARE(s.story(client), QString());
    s.player->setSpeed(0.5); // while it stands
    s.player->setHalted(false);
    QCOMPARE(s.player->until(1), core::Duration(4000));
    s.wait(3.9);
    QCOMPARE(s.story(client), QString());
    s.wait(0.1);
    QCOMPARE(s.story(client), u"Established 7003"_s);
    QVERIFY(!s.player->until(1)); // it has been played
    s.player->setSpeed(10);
    s.wait(5);
    QVERIFY(s.story(client).endsWith(u"Released 7003"_s));
}

void TestScript::skipsWhatAPersonHasDone_data()
{
    QTest::addColumn<QString>("person");
    QTest::newRow("the call is answered already") << u"answer"_s;
    QTest::newRow("the recording is paused already") << u"pause"_s;
    QTest::newRow("the call is on hold already") << u"hold"_s;
    QTest::newRow("the call is released already") << u"release"_s;
}

void TestScript::skipsWhatAPersonHasDone()
{
    QFETCH(QString, person);
    Stage s;
    const auto client = s.client({third});
    s.play(scriptFrom(smallDay));
    s.wait(1.5);
    const tlib::ConnId call = s.take(client).first().connId;
    if (person == u"answer")
        s.ask(client, tlib::AnswerCall{.dn = third, .call = call});
    s.wait(3); // the recording is on
    if (person == u"pause")
        s.ask(client,
              tlib::RecordingService{.command = tlib::RecordingCommand::Pause, .dn = third, .call = call});
    else if (person == u"hold")
        s.ask(client, tlib::HoldCall{.dn = third, .call = call});
    else if (person == u"release")
        s.ask(client, tlib::ReleaseCall{.dn = third, .call = call});
    s.wait(10);
    QCOMPARE(s.complaints, QStringList());
    QVERIFY(s.sw.book().all().empty());
    QCOMPARE(s.story(client).count(u"Released"_s), 1);
}

void TestScript::complainsAboutAStepThatIsWrong()
{
    Stage s;
    s.play(scriptFrom(R"({"steps": [{"at": 0, "do": "call", "from": "+4930", "to": "7999", "as": "x"},
                                    {"at": 1, "do": "answer", "call": "x"},
                                    {"at": 2, "do": "configure", "dn": "5000", "record": true},
                                    {"at": 3, "do": "configure", "dn": "7003", "record": true}]})"));
    s.wait(5);
    QCOMPARE(s.complaints.size(), 2);
    QVERIFY2(s.complaints.first().startsWith(u"day.json: step 1: 7999"_s), qPrintable(s.complaints.first()));
    QVERIFY2(s.complaints.last().startsWith(u"day.json: step 3: "_s), qPrintable(s.complaints.last()));
    QVERIFY(s.sw.directory().isRecorded(third)); // the rest went on
}

void TestScript::startsOverAtItsEnd()
{
    Stage s;
    const auto client = s.client({third});
    s.play(scriptFrom(R"({"repeat": true, "pause": 5, "steps": [
        {"at": 1, "do": "call", "from": "+4930", "to": "7003", "as": "first"}]})"));
    s.wait(1);
    QCOMPARE(s.story(client), u"Ringing 7003"_s);
    s.wait(4.9);
    QCOMPARE(s.story(client), QString());
    s.wait(0.2); // the round is over: its call ends
    QCOMPARE(s.story(client), u"Abandoned 7003"_s);
    s.wait(1);
    QCOMPARE(s.story(client), u"Ringing 7003"_s);
}

void TestScript::consultsAndClearsAConference()
{
    Stage s;
    s.play(scriptFrom(R"({"repeat": true, "pause": 5, "steps": [
        {"at": 0, "do": "call", "from": "+4930", "to": "7002", "as": "first"},
        {"at": 1, "do": "answer", "call": "first"},
        {"at": 2, "do": "consult", "call": "first", "to": "7003", "as": "second"},
        {"at": 3, "do": "answer", "call": "second"},
        {"at": 4, "do": "conference", "call": "first"},
        {"at": 5, "do": "release", "call": "second"},
        {"at": 6, "do": "complete", "call": "first"}]})"));
    s.wait(6.5);
    QCOMPARE(s.complaints, QStringList()); // the last two steps no longer apply
    QCOMPARE(s.sw.book().all().size(), size_t(1));
    QCOMPARE(s.sw.book().all().begin()->second.parties.size(), size_t(3));
    s.wait(4.6); // the round is over, and the next has begun
    QCOMPARE(s.sw.book().all().size(), size_t(1));
    QCOMPARE(s.sw.book().all().begin()->second.parties.size(), size_t(2));
}

void TestScript::stopsWhenItDoesNotRepeat()
{
    Stage s;
    s.play(scriptFrom(smallDay));
    QVERIFY(s.clock.hasAlarms());
    s.wait(7);
    QVERIFY(!s.clock.hasAlarms());
    s.play(scriptFrom(smallDay));
    s.player.reset();
    s.wait(7);
    QVERIFY(s.sw.book().all().empty());
}

void TestScript::pressesForThePerson()
{
    Stage s;
    QStringList pressed;
    s.commands.setPerson([&](tlib::ConnId call, const QString &button) {
        pressed.append(button + (s.sw.book().find(call) ? u" on the call"_s : u" on nothing"_s));
        return core::Done{};
    });
    s.play(scriptFrom(R"({"steps": [{"at": 1, "do": "call", "from": "+4930", "to": "7003", "as": "x"},
                                    {"at": 2, "do": "press", "call": "x", "button": "answer"},
                                    {"at": 3, "do": "press", "call": "x", "button": "pause"}]})"));
    s.wait(1.9);
    QCOMPARE(pressed, QStringList());
    s.wait(0.1);
    QCOMPARE(pressed, QStringList{u"answer on the call"_s});
    s.wait(1);
    QCOMPARE(pressed, (QStringList{u"answer on the call"_s, u"pause on the call"_s}));
    QCOMPARE(s.complaints, QStringList());
}

void TestScript::skipsAPressThatIsNotPossible_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::newRow("the button is not offered now") << true;
    QTest::newRow("nobody is there to press it") << false;
}

void TestScript::skipsAPressThatIsNotPossible()
{
    QFETCH(bool, isThere);
    Stage s;
    const auto client = s.client({third});
    if (isThere)
        s.commands.setPerson([](tlib::ConnId, const QString &) {
            return core::Error{.kind = core::ErrorKind::NotAllowed, .text = u"not now"_s};
        });
    s.play(scriptFrom(R"({"steps": [{"at": 1, "do": "call", "from": "+4930", "to": "7003", "as": "x"},
                                    {"at": 2, "do": "press", "call": "x", "button": "pause"},
                                    {"at": 3, "do": "answer", "call": "x"}]})"));
    s.wait(4);
    QCOMPARE(s.complaints, QStringList());
    QCOMPARE(s.story(client), u"Ringing 7003, Established 7003"_s); // the rest went on
}

void TestScript::playsTheDemo()
{
    const auto demo = Script::fromFile(QStringLiteral(RESOURCES "/demo/working-day.json"));
    QVERIFY2(demo, demo ? "" : qPrintable(demo.error().text));
    QVERIFY(demo->repeats);

    Stage s;
    const auto client = s.client({agent});
    s.play(demo);
    s.wait(2);
    // The agent takes calls, and the first comes within two seconds.
    QCOMPARE(s.story(client), u"AgentLogin 7001, AgentNotReady 7001, AgentReady 7001, Ringing 7001"_s);
    QSet<QString> words;
    int held = 0, together = 0;
    const double length = double((demo->steps.last().at + demo->pause).count()) / 1000;
    QVERIFY(length > 200 && length < 270);
    for (int second = 2; second < int(length); ++second) {
        s.wait(1);
        for (const tlib::Event &event : s.take(client)) {
            words.insert(event.userData.text("GSIP_RECORD"));
            held += event.type == tlib::MessageType::EventHeld;
        }
        together = std::max(together, int(s.sw.book().of(agent).size()));
        if (s.drops == 1 && !s.sw.clients().contains(client)) { // as a desktop does
            s.sw.handle(client, tlib::RegisterClient{.protocolVersion = tlib::Text(u"tlib-open 1"_s)}, {});
            s.ask(client, tlib::RegisterAddress{.dn = agent});
            s.take(client);
        }
    }
    QCOMPARE(s.complaints, QStringList());
    QCOMPARE(words, (QSet<QString>{QString(), u"ON"_s, u"PAUSED"_s}));
    QCOMPARE(held, 1);
    QCOMPARE(together, 2);
    QCOMPARE(s.drops, 1);
    QVERIFY(s.sw.book().all().empty());
    s.wait(10); // and over again
    QVERIFY(s.story(client).contains(u"Ringing 7001"_s));
}

void TestScript::playsTheSupervisorsDemo()
{
    Stage s(
        simulator::SwitchConfiguration::fromFile(QStringLiteral(RESOURCES "/simulator/switch.json")).value());
    const auto demo = Script::fromFile(QStringLiteral(RESOURCES "/demo/busy-floor.json"));
    QVERIFY2(demo, demo ? "" : qPrintable(demo.error().text));
    QVERIFY(demo->repeats);
    s.play(demo);
    QSet<QString> words;
    size_t together = 0;
    int waiting = 0;
    for (int second = 0; second < 230; ++second) {
        s.wait(1);
        together = std::max(together, s.sw.book().all().size());
        waiting += !s.sw.book().of(tlib::Dn(u"8000")).empty();
        for (const auto &[id, call] : s.sw.book().all())
            words.insert(call.userData.text("GSIP_RECORD"));
    }
    QCOMPARE(s.complaints, QStringList());
    QCOMPARE(words, (QSet<QString>{QString(), u"ON"_s, u"OFF"_s, u"PAUSED"_s}));
    QVERIFY(together >= 6);
    QVERIFY(waiting >= 60); // seconds in which there is a call to be routed
    QCOMPARE(s.drops, 0);
}

void TestScript::refusesAPressInTheDemo()
{
    Stage s;
    const auto client = s.client({agent});
    const std::map<QString, int> services{
        {u"start"_s, 3013}, {u"stop"_s, 3014}, {u"pause"_s, 3015}, {u"resume"_s, 3016}};
    s.commands.setPerson([&](tlib::ConnId call, const QString &button) {
        s.ask(client, tlib::PrivateService{.privateMsgId = services.at(button), .dn = agent, .call = call});
        return core::Done{};
    });
    s.play(Script::fromFile(QStringLiteral(RESOURCES "/demo/working-day.json")));
    s.wait(88); // before anybody else would start it
    QCOMPARE(s.sw.book().all().begin()->second.userData.text("GSIP_RECORD"), u"ON"_s);
    s.take(client);
    s.wait(12); // nobody but the script does anything
    QVERIFY(s.story(client).contains(u"Error 166 7001"_s));
    QCOMPARE(s.sw.book().all().begin()->second.userData.text("GSIP_RECORD"), u"ON"_s);
    QCOMPARE(s.complaints, QStringList());
}

void TestScript::playsTheDemoBesideABusyPerson()
{
    Stage s;
    const auto client = s.client({agent});
    s.play(Script::fromFile(QStringLiteral(RESOURCES "/demo/working-day.json")));
    for (int second = 0; second < 500; ++second) { // answers at once, and presses everything all the time
        s.wait(1);
        for (const auto &[id, call] : std::map(s.sw.book().all())) {
            s.ask(client, tlib::AnswerCall{.dn = agent, .call = id});
            s.ask(client, tlib::PrivateService{.privateMsgId = 3013 + second % 4, .dn = agent, .call = id});
            if (second % 7 == 0)
                s.ask(client, tlib::HoldCall{.dn = agent, .call = id});
            if (second % 9 == 0)
                s.ask(client, tlib::RetrieveCall{.dn = agent, .call = id});
            if (second % 40 == 0)
                s.ask(client, tlib::ReleaseCall{.dn = agent, .call = id});
        }
        if (!s.sw.clients().contains(client)) {
            s.sw.handle(client, tlib::RegisterClient{.protocolVersion = tlib::Text(u"tlib-open 1"_s)}, {});
            s.ask(client, tlib::RegisterAddress{.dn = agent});
        }
    }
    QCOMPARE(s.complaints, QStringList());
    QVERIFY(s.drops >= 2);
}

void TestScript::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *json, const QString &words) {
        QTest::newRow(name) << QByteArray(json) << words;
    };
    row("no steps", "{}", u"day.json: \"steps\" is missing"_s);
    row("an empty list of steps", R"({"steps": []})", u"day.json: \"steps\" is empty"_s);
    row("an unknown key", R"({"steps": [], "loop": true})", u"\"loop\" is not known"_s);
    row("a step that is no object", R"({"steps": [5]})", u"step 1: a step has to be an object"_s);
    row("a step without a time", R"({"steps": [{"do": "state"}]})", u"step 1: either \"at\""_s);
    row("a step with two times", R"({"steps": [{"at": 1, "after": 1, "do": "state"}]})",
        u"step 1: either \"at\""_s);
    row("a time that is negative", R"({"steps": [{"at": -1, "do": "state"}]})",
        u"\"at\" has to be a number of seconds"_s);
    row("a step before the one before", R"({"steps": [{"at": 2, "do": "state"}, {"at": 1, "do": "state"}]})",
        u"step 2: \"at\" lies before"_s);
    row("an unknown command", R"({"steps": [{"at": 1, "do": "sing"}]})", u"step 1: \"sing\" is no command"_s);
    row("a command that is written wrongly", R"({"steps": [{"at": 1, "do": "call", "from": "+4930"}]})",
        u"step 1: \"to\" is missing"_s);
    row("a call that no step makes", R"({"steps": [{"at": 1, "do": "answer", "call": "x"}]})",
        u"no step before makes the call \"x\""_s);
    row("a name for what is no call", R"({"steps": [{"at": 1, "do": "state", "as": "x"}]})",
        u"\"as\" is allowed"_s);
    row("a call by name and by id",
        R"({"steps": [{"at": 1, "do": "call", "from": "+4", "to": "1", "as": "x"}, {"at": 2, "do": "answer", "call": "x", "connId": "1"}]})",
        u"step 2: \"call\" and \"connId\""_s);
    row("a command without any call", R"({"steps": [{"at": 1, "do": "answer"}]})",
        u"step 1: \"connId\" is missing"_s);
    row("a button that is not there",
        R"({"steps": [{"at": 1, "do": "press", "connId": "1", "button": "sing"}]})",
        u"step 1: \"button\" has to be one of"_s);
    row("a round of no length", R"({"repeat": true, "steps": [{"at": 0, "do": "state"}]})",
        u"a script that repeats"_s);
}

void TestScript::saysWhatIsWrong()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, words);
    const auto script = scriptFrom(json);
    QVERIFY(!script);
    QCOMPARE(script.error().kind, core::ErrorKind::InvalidInput);
    QVERIFY2(script.error().text.startsWith(u"day.json: "_s), qPrintable(script.error().text));
    QVERIFY2(script.error().text.contains(words), qPrintable(script.error().text));
}

TALLY_TEST(TestScript)

} // namespace tst_script
#include "tst_script.moc"
