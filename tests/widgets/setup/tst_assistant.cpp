#include "support/testprogram.h"
#include "widgets/windowtest.h"

#include "model/settings/profile.h"
#include "support/fakelink.h"
#include "widgets/parts/question.h"
#include "widgets/setup/assistant.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPointer>
#include <QScreen>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace tst_assistant {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::Preferences;
using model::Profile;
using model::SettingSource;
using support::FakeLink;
using tlib::MessageType;
using widgets::Assistant;

namespace {

/// The assistant over a window where nothing is set up, and the servers that its test meets.
struct AssistantTest : WindowTest
{
    explicit AssistantTest(const Preferences &stored = {}, const QHash<QString, SettingSource> &others = {})
        : file(folder.filePath(u"default.ini"_s), talk.clock)
        , profile(file, stored, stored, others)
    {
        window.offerSetUp([this] { open(); });
        open();
    }
    void open()
    {
        if (!assistant)
            assistant = new Assistant(talk.desk, profile, {u"en"_s, u"de"_s}, trials(), theme, &window);
        assistant->open();
        QApplication::setActiveWindow(assistant);
    }
    widgets::ConnectionTrials trials()
    {
        return {.make =
                    [this] {
                        return std::make_unique<model::ConnectionTest>(
                            [this] {
                                auto link = std::make_unique<FakeLink>();
                                links.append(link.get());
                                return link;
                            },
                            talk.clock, model::ConnectionTest::Limits());
                    },
                .planFor = [](const Preferences &preferences) -> core::Result<model::TestPlan> {
                    model::TestPlan plan;
                    for (const QString &url : preferences.servers) {
                        const auto endpoint = tlib::Endpoint::fromUrl(url);
                        if (!endpoint)
                            return endpoint.error();
                        plan.servers.append(*endpoint);
                    }
                    for (const QString &dn : preferences.dns) {
                        if (dn.contains(u'-'))
                            return core::Error{.kind = core::ErrorKind::InvalidInput,
                                               .text = u"an agent has no range"_s};
                        plan.dns.append(tlib::Dn(dn));
                    }
                    return plan;
                }};
    }
    template <class Widget = QLineEdit>
    Widget *field(const QString &name) const
    {
        return assistant->findChild<Widget *>(name);
    }
    QString text(const QString &name) const { return field<QLabel>(name)->text(); }
    void type(const QString &name, const QString &value) const
    {
        field(name)->setFocus();
        field(name)->selectAll();
        QTest::keyClick(field(name), Qt::Key_Delete);
        QTest::keyClicks(field(name), value);
    }
    void typeAll() const
    {
        type(u"primaryHost"_s, u"sip-prim.example"_s);
        type(u"primaryPort"_s, u"7007"_s);
        type(u"dn"_s, u"7001"_s);
        type(u"agentId"_s, u"1001"_s);
        type(u"queue"_s, u"5000"_s);
    }
    widgets::Question *question() const { return assistant->findChild<widgets::Question *>(); }
    void discard() const
    {
        QVERIFY(question());
        question()->accept();
    }
    void press(const QString &name) const { field<QPushButton>(name)->click(); }
    FakeLink &link() const { return *links.last(); }

    QTemporaryDir folder;
    model::SettingsFile file;
    Profile profile;
    QPointer<Assistant> assistant;
    QList<QPointer<FakeLink>> links;
};

} // namespace

class TestAssistant : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsSentBeforeTest();
    void startSavesAndAsksForABeginning();
    void whatIsMissingIsSaid();
    void theTestIsTold();
    void aFailedTestLosesNothing();
    void aPasswordIsAskedForInPlace();
    void aHangingServerCanBeLeft();
    void changingSomethingMakesTheTestOld();
    void whatCannotBeSavedStays();
    void whatAStartWouldRefuseIsNotSaved();
    void theAdministratorsPartIsOneBanner();
    void practice();
    void theWindowOffersItAgain();
    void byKeyboardAlone();
    void everyWidthAndASmallScreen_data();
    void everyWidthAndASmallScreen();
    void aLightIsAskedAbout();
    void aPortTypedWithItsHostGoesToItsField();
    void whatWasEnteredIsNotLostByAKey();
};

void TestAssistant::nothingIsSentBeforeTest()
{
    AssistantTest test;
    QCOMPARE(test.assistant->windowTitle(), u"Set up Tallylight"_s);
    QCOMPARE(test.assistant->focusWidget(), test.field(u"primaryHost"_s));
    test.typeAll();
    QVERIFY(test.links.isEmpty());
    QCOMPARE(test.talk.link.openings(), 0);
    QCOMPARE(test.field<QComboBox>(u"encryption"_s)->currentIndex(), 0); // encrypted unless told otherwise
    QVERIFY(test.field(u"caFile"_s)->isHidden());
    QVERIFY(test.field<QPushButton>(u"agent"_s)->isChecked());
}

void TestAssistant::startSavesAndAsksForABeginning()
{
    AssistantTest test;
    QSignalSpy start(test.assistant, &Assistant::startRequested);
    test.typeAll();
    test.field<QPushButton>(u"supervisor"_s)->click();
    test.field<QComboBox>(u"language"_s)->setCurrentIndex(2);
    test.press(u"start"_s);
    QTRY_COMPARE(start.size(), 1);
    QCOMPARE(start.first().first().toString(), QString());
    const auto saved = test.file.readStrictly();
    QVERIFY(saved);
    QVERIFY(*saved == (Preferences{.servers = {u"tlibs://sip-prim.example:7007"_s},
                                   .dns = {u"7001"_s},
                                   .agentId = u"1001"_s,
                                   .queue = u"5000"_s,
                                   .role = model::Role::Supervisor,
                                   .language = u"de"_s}));
    QVERIFY(test.links.isEmpty()); // nobody has to test
}

void TestAssistant::whatIsMissingIsSaid()
{
    AssistantTest test;
    test.press(u"start"_s);
    QVERIFY(test.text(u"primaryNote"_s).contains(u"SIP Server"));
    QVERIFY(test.text(u"dnNote"_s).contains(u"DN"));
    QCOMPARE(test.assistant->focusWidget(), test.field(u"primaryHost"_s));
    test.type(u"primaryHost"_s, u"a.example"_s);
    test.press(u"test"_s);
    QVERIFY(test.links.isEmpty());
    QCOMPARE(test.assistant->focusWidget(), test.field(u"primaryPort"_s));
    test.field<QComboBox>(u"encryption"_s)->setCurrentIndex(1);
    QVERIFY(test.field(u"caFile"_s)->isVisible());
    test.press(u"test"_s);
    QVERIFY(test.text(u"caFileNote"_s).contains(u"file"));
    test.field<QComboBox>(u"encryption"_s)->setCurrentIndex(2);
    QVERIFY(test.text(u"encryptionNote"_s).contains(u"read"));
}

void TestAssistant::theTestIsTold()
{
    AssistantTest test;
    test.typeAll();
    test.press(u"test"_s);
    QCOMPARE(test.links.size(), 1);
    QCOMPARE(test.link().endpoint().host, u"sip-prim.example"_s);
    QVERIFY(test.text(u"summary"_s).startsWith(u"Testing"));
    test.link().setSecurity({.isEncrypted = true, .protocol = u"TLS 1.3"_s});
    test.link().acceptAsPrimary();
    if (const auto asked = test.link().expect<tlib::RegisterAddress>())
        test.link().answer(asked->second, {.type = MessageType::EventRegistered});
    if (const auto asked = test.link().expect<tlib::UnregisterAddress>())
        test.link().answer(asked->second, {.type = MessageType::EventUnregistered});
    QCOMPARE(test.text(u"summary"_s), u"Connected, encrypted · 1 DN(s) registered"_s);
    QCOMPARE(test.field<QLabel>(u"summary"_s)->property("result").toByteArray(), QByteArray("good"));
    QCOMPARE(test.talk.link.openings(), 0); // the desk's own link is not touched
}

void TestAssistant::aFailedTestLosesNothing()
{
    AssistantTest test;
    test.typeAll();
    test.press(u"test"_s);
    test.link().lose({.kind = core::ErrorKind::Unreachable, .reason = int(tlib::Unreached::UnknownHost)});
    QCOMPARE(test.text(u"summary"_s), u"Host: No computer is called sip-prim.example: check the spelling."_s);
    QCOMPARE(test.field(u"primaryHost"_s)->text(), u"sip-prim.example"_s);
    QCOMPARE(test.field(u"queue"_s)->text(), u"5000"_s);
    QVERIFY(test.field<QPushButton>(u"start"_s)->isEnabled()); // who knows better may start
}

void TestAssistant::aPasswordIsAskedForInPlace()
{
    AssistantTest test;
    QSignalSpy start(test.assistant, &Assistant::startRequested);
    test.typeAll();
    QVERIFY(!test.field(u"password"_s)->isVisible());
    test.press(u"test"_s);
    test.link().accept();
    test.link().push({.type = MessageType::EventError, .errorCode = tlib::errorcode::BadPassword});
    QVERIFY(test.field(u"password"_s)->isVisible());
    QCOMPARE(test.assistant->focusWidget(), test.field(u"password"_s));
    QCOMPARE(test.field(u"password"_s)->echoMode(), QLineEdit::Password);
    QTest::keyClicks(test.field(u"password"_s), u"c4nary"_s);
    QTest::keyClick(test.field(u"password"_s), Qt::Key_Return);
    QCOMPARE(test.links.size(), 2);
    QCOMPARE(test.link().endpoint().password, u"c4nary"_s);
    QVERIFY(start.isEmpty()); // Enter there tests, and does not start
    test.press(u"start"_s);
    QTRY_COMPARE(start.size(), 1);
    QCOMPARE(start.first().first().toString(), u"c4nary"_s);
    QCOMPARE(start.first().last().toBool(), false);
    QFile saved(test.file.path());
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QVERIFY(!saved.readAll().contains("c4nary"));
}

void TestAssistant::aHangingServerCanBeLeft()
{
    AssistantTest test;
    test.typeAll();
    test.press(u"test"_s);
    test.link().accept();
    QCOMPARE(test.field<QPushButton>(u"test"_s)->text(), u"Cancel &test"_s);
    test.press(u"test"_s);
    QCOMPARE(test.field<QPushButton>(u"test"_s)->text(), u"&Test"_s);
    QVERIFY(test.text(u"summary"_s).contains(u"ended"));
    QTRY_VERIFY(!test.links.first());
    test.press(u"test"_s);
    QTest::keyClick(test.assistant, Qt::Key_Escape); // and while one is under way
    test.discard();
    QTRY_VERIFY(!test.assistant);
    QTRY_VERIFY(!test.links.last());
}

void TestAssistant::changingSomethingMakesTheTestOld()
{
    AssistantTest test;
    test.typeAll();
    test.press(u"test"_s);
    test.type(u"dn"_s, u"7002"_s);
    QTRY_VERIFY(!test.links.first()); // what it would find is of no use
    QVERIFY(test.text(u"summary"_s).contains(u"test again"));
}

void TestAssistant::whatCannotBeSavedStays()
{
    AssistantTest test;
    QVERIFY(QDir().mkdir(test.file.path())); // a folder in its place
    QSignalSpy start(test.assistant, &Assistant::startRequested);
    test.typeAll();
    test.press(u"start"_s);
    QTRY_VERIFY(test.field<QLabel>(u"trouble"_s)->isVisible());
    QVERIFY(test.text(u"trouble"_s).contains(test.file.path()));
    QCOMPARE(test.field(u"dn"_s)->text(), u"7001"_s);
    QVERIFY(start.isEmpty());
    QVERIFY(test.field<QPushButton>(u"start"_s)->isEnabled());
    QSignalSpy unsaved(test.assistant, &Assistant::startUnsavedRequested);
    QVERIFY(test.field<QPushButton>(u"unsaved"_s)->isVisible());
    test.press(u"unsaved"_s);
    QCOMPARE(unsaved.size(), 1);
    QCOMPARE(unsaved.first().first().value<Preferences>().dns, QStringList{u"7001"_s});
    QVERIFY(test.profile.chosen() == Preferences());
}

void TestAssistant::whatAStartWouldRefuseIsNotSaved()
{
    AssistantTest test;
    test.typeAll();
    test.type(u"dn"_s, u"7000-7009"_s);
    test.press(u"start"_s);
    QVERIFY(test.text(u"trouble"_s).contains(u"range"));
    QVERIFY(!test.profile.isSaving());
    QVERIFY(!QFile::exists(test.file.path()));
}

void TestAssistant::theAdministratorsPartIsOneBanner()
{
    AssistantTest test(
        {.servers = {u"tlibs://a.example:7007"_s}},
        {{u"connection/servers"_s, SettingSource::Policy}, {u"connection/caFile"_s, SettingSource::Policy}});
    QVERIFY(test.text(u"banner"_s).contains(u"are set by your administrator"));
    QVERIFY(test.text(u"banner"_s).contains(u"SIP Server"));
    QVERIFY(!test.field(u"primaryHost"_s)->isEnabled());
    QCOMPARE(test.field(u"primaryHost"_s)->text(), u"a.example"_s);
    QCOMPARE(test.assistant->focusWidget(), test.field(u"dn"_s));
    QSignalSpy start(test.assistant, &Assistant::startRequested);
    test.type(u"dn"_s, u"7001"_s);
    test.press(u"start"_s);
    QTRY_COMPARE(start.size(), 1);
}

void TestAssistant::practice()
{
    AssistantTest test;
    QSignalSpy practice(test.assistant, &Assistant::practiceRequested);
    test.press(u"practise"_s);
    QCOMPARE(practice.size(), 1);
}

void TestAssistant::theWindowOffersItAgain()
{
    AssistantTest test;
    QTest::keyClick(test.assistant, Qt::Key_Escape);
    QTRY_VERIFY(!test.assistant);
    QPushButton *const act = test.button(u"act"_s);
    QVERIFY(act->isVisible());
    QCOMPARE(act->text().remove(u'&'), u"Set up…"_s);
    act->click();
    QVERIFY(test.assistant);
    QTest::keyClick(test.assistant, Qt::Key_Escape);
    QTRY_VERIFY(!test.assistant);
    const auto entries = test.button(u"program"_s)->menu()->actions();
    const auto entry = std::find_if(entries.begin(), entries.end(),
                                    [](QAction *each) { return each->text().remove(u'&') == u"Set up…"; });
    QVERIFY(entry != entries.end());
    (*entry)->trigger();
    QVERIFY(test.assistant);
}

void TestAssistant::byKeyboardAlone()
{
    AssistantTest test;
    QTRY_VERIFY(test.field(u"primaryHost"_s)->hasFocus());
    QSignalSpy start(test.assistant, &Assistant::startRequested);
    const auto here = [&test] { return test.assistant->focusWidget(); };
    const auto tab = [&] { QTest::keyClick(here(), Qt::Key_Tab); };
    QStringList order;
    QTest::keyClicks(here(), u"a.example"_s);
    for (int i = 0; i < 12; ++i) {
        order.append(here()->objectName());
        if (order.last() == u"primaryPort"_s)
            QTest::keyClicks(here(), u"7007"_s);
        if (order.last() == u"dn"_s)
            QTest::keyClicks(here(), u"7001"_s);
        tab();
    }
    QCOMPARE(order, (QStringList{u"primaryHost"_s, u"primaryPort"_s, u"backupHost"_s, u"backupPort"_s,
                                 u"encryption"_s, u"dn"_s, u"agentId"_s, u"queue"_s, u"agent"_s,
                                 u"language"_s, u"practise"_s, u"test"_s}));
    QTest::keyClick(test.assistant, Qt::Key_Return); // the default
    QTRY_COMPARE(start.size(), 1);
}

void TestAssistant::everyWidthAndASmallScreen_data()
{
    QTest::addColumn<QSize>("size");
    for (int width = 300; width <= 800; width += 50)
        QTest::newRow(qPrintable(QString::number(width))) << QSize(width, 600);
    QTest::newRow("1366 x 768 at 200 %") << QSize(675, 344);
    QTest::newRow("1024 x 600 at 200 %") << QSize(504, 260);
}

void TestAssistant::everyWidthAndASmallScreen()
{
    QFETCH(QSize, size);
    AssistantTest test;
    const QSize room = test.assistant->screen()->availableGeometry().size();
    QVERIFY(test.assistant->width() <= room.width() && test.assistant->height() <= room.height());
    test.assistant->resize(size);
    QCoreApplication::processEvents();
    QCOMPARE(test.assistant->size(), size);
    for (const QString &name : {u"start"_s, u"test"_s, u"practise"_s}) {
        const QPushButton *button = test.field<QPushButton>(name);
        QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(name));
        QVERIFY(test.assistant->rect().contains(
            QRect(button->mapTo(test.assistant.data(), QPoint()), button->size())));
    }
    auto *scroll = test.field<QScrollArea>(u"scroll"_s);
    QVERIFY2(scroll->widget()->width() <= scroll->viewport()->width(), "nothing is to the side");
}

void TestAssistant::aLightIsAskedAbout()
{
    AssistantTest test;
    test.talk.connect();
    test.talk.talk(support::Conversation::recording(u"ON"_s));
    QSignalSpy start(test.assistant, &Assistant::startRequested);
    test.typeAll();
    test.press(u"start"_s);
    auto *question = test.assistant->findChild<widgets::Question *>();
    QVERIFY(question);
    question->reject();
    QVERIFY(test.assistant);
    QVERIFY(start.isEmpty());
    QVERIFY(test.profile.chosen() == Preferences());
}

void TestAssistant::aPortTypedWithItsHostGoesToItsField()
{
    AssistantTest test;
    test.type(u"primaryHost"_s, u"127.0.0.1:7777"_s);
    test.field(u"dn"_s)->setFocus();
    QCOMPARE(test.field(u"primaryHost"_s)->text(), u"127.0.0.1"_s);
    QCOMPARE(test.field(u"primaryPort"_s)->text(), u"7777"_s);
    QVERIFY(test.field<QLabel>(u"primaryNote"_s)->isHidden());
    test.type(u"backupHost"_s, u"tlib://127.0.0.1:7778"_s);
    test.type(u"dn"_s, u"7001"_s);
    QCOMPARE(test.field(u"backupPort"_s)->text(), u"7778"_s);
    QCOMPARE(test.field<QComboBox>(u"encryption"_s)->currentIndex(), 0); // still what was chosen
    test.type(u"primaryHost"_s, u"127.0.0.2:7779"_s);
    QSignalSpy start(test.assistant, &Assistant::startRequested);
    test.press(u"start"_s); // which leaves no field
    QTRY_COMPARE(start.size(), 1);
    QCOMPARE(test.profile.chosen().servers,
             (QStringList{u"tlibs://127.0.0.2:7779"_s, u"tlibs://127.0.0.1:7778"_s}));
}

void TestAssistant::whatWasEnteredIsNotLostByAKey()
{
    AssistantTest test;
    test.type(u"dn"_s, u"7001"_s);
    test.assistant->close();
    QVERIFY(test.assistant && test.assistant->isVisible());
    QCOMPARE(test.question()->windowTitle(), u"Discard what you have entered?"_s);
    QCOMPARE(test.question()->focusWidget()->objectName(), u"no"_s);
    QTest::keyClick(test.question(), Qt::Key_Escape);
    QTRY_VERIFY(!test.question());
    QCOMPARE(test.field(u"dn"_s)->text(), u"7001"_s);
    QTest::keyClick(test.assistant, Qt::Key_Escape);
    test.discard();
    QTRY_VERIFY(!test.assistant);
}

TALLY_GUI_TEST(TestAssistant)

} // namespace tst_assistant

#include "tst_assistant.moc"
