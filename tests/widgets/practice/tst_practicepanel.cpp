#include "support/testprogram.h"
#include "support/translated.h"
#include "widgets/windowtest.h"

#include "widgets/desk/programmenu.h"
#include "widgets/practice/practicepanel.h"

#include <QSignalSpy>

namespace tst_practicepanel {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using presentation::PracticeChoice;
using widgets::PracticePanel;
using widgets::PracticeScene;

namespace {

/// A practice that the test plays.
class PlayedPractice final : public widgets::Practice
{
public:
    PracticeScene scene() const override { return said; }
    bool isPossible(Choice choice) const override { return !impossible.contains(choice); }
    bool choose(Choice choice, int code) override
    {
        chosen.append({choice, code});
        return true;
    }
    void setSpeed(double speed) override
    {
        said.speed = speed;
        Q_EMIT changed();
    }
    void setHalted(bool halted) override
    {
        said.isHalted = halted;
        Q_EMIT changed();
    }
    void forbidPress() override
    {
        said.isPressForbidden = true;
        Q_EMIT changed();
    }
    void setSeen(bool seen) override { isSeen = seen; }
    void say(const PracticeScene &scene)
    {
        said = scene;
        Q_EMIT changed();
    }

    PracticeScene said;
    QList<Choice> impossible{PracticeChoice::RestoreLink};
    QList<std::pair<Choice, int>> chosen;
    bool isSeen = false;
};

struct Panel : WindowTest
{
    Panel()
    {
        window.offerPractice(practice);
        window.showPractice();
        for (QWidget *each : QApplication::topLevelWidgets()) {
            if (auto *found = qobject_cast<PracticePanel *>(each))
                panel = found;
        }
    }
    template <class Widget>
    Widget *part(const QString &name) const
    {
        return panel->findChild<Widget *>(name);
    }
    QString text(const QString &name) const { return part<QLabel>(name)->text(); }
    QPushButton *labelled(const QString &label) const
    {
        for (QPushButton *button : panel->findChildren<QPushButton *>()) {
            if (button->text().remove(u'&') == label)
                return button;
        }
        return nullptr;
    }

    PlayedPractice practice;
    QPointer<PracticePanel> panel;
};

const PracticeScene Pausing{
    .now = presentation::PracticeStep{.verb = u"answer"_s, .party = u"+4930"_s, .dn = u"7001"_s},
    .next = PracticeScene::Ahead{.step = {.verb = u"release"_s, .party = u"+4930"_s}, .in = 12s},
    .press = PracticeScene::Ahead{.step = {.verb = u"press"_s, .button = u"pause"_s}, .in = 5400ms}};

} // namespace

class TestPracticePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatHappensAndWhatComes();
    void saysAPressBeforehandAndForbidsIt();
    void letsAPersonChoose();
    void whatIsNotPossibleSaysWhy();
    void speedAndHalt();
    void isPutAwayAndBroughtBackByTheMenu();
    void standsBesideTheWindow();
    void nothingIsCut_data() { support::languageRows(); }
    void nothingIsCut();
};

void TestPracticePanel::saysWhatHappensAndWhatComes()
{
    const support::Translated speaks(u"en"_s);
    Panel it;
    QVERIFY(it.text(u"happens"_s).contains(u"begins"_s));
    it.practice.say(Pausing);
    QCOMPARE(it.text(u"happens"_s), u"The call from +4930 is answered."_s);
    QVERIFY(it.text(u"look"_s).contains(u"light"_s));
    QCOMPARE(it.text(u"next"_s), u"Next, in 12 seconds: The call with +4930 ends."_s);
    QVERIFY(!it.part<QLabel>(u"next"_s)->accessibleName().isEmpty()); // the seconds are not news
    QVERIFY(it.panel->windowTitle().contains(u"no real calls"_s));
}

void TestPracticePanel::saysAPressBeforehandAndForbidsIt()
{
    const support::Translated speaks(u"en"_s);
    Panel it;
    QVERIFY(!it.part<QPushButton>(u"forbid"_s)->isVisible());
    const int height = it.part<QFrame>(u"pressBand"_s)->height();
    it.practice.say(Pausing);
    QVERIFY(it.text(u"press"_s).startsWith(u"In 6 seconds “Pause” is pressed for you."_s));
    QVERIFY(it.part<QLabel>(u"press"_s)->accessibleDescription().contains(u"Pause"_s));
    QCOMPARE(it.part<QFrame>(u"pressBand"_s)->height(), height); // nothing below it moves
    it.part<QPushButton>(u"forbid"_s)->click();
    QVERIFY(it.practice.said.isPressForbidden);
    QCOMPARE(it.text(u"press"_s), u"“Pause” is not going to be pressed for you."_s);
    QVERIFY(!it.part<QPushButton>(u"forbid"_s)->isVisible());
}

void TestPracticePanel::letsAPersonChoose()
{
    Panel it;
    QList<std::pair<PracticeChoice, int>> wanted;
    for (const PracticeChoice choice : presentation::AllPracticeChoices) {
        QPushButton *const button = it.labelled(presentation::practiceChoiceLabel(choice).remove(u'&'));
        QVERIFY(button);
        if (choice == PracticeChoice::RestoreLink)
            continue;
        if (choice == PracticeChoice::Refuse) {
            QAction *const first = button->menu()->actions().first();
            QVERIFY(first->text().startsWith(u"58 · "_s)); // the number and what it means
            first->trigger();
            wanted.append({choice, 58});
        } else {
            button->click();
            wanted.append({choice, 0});
        }
        QCOMPARE(it.text(u"outcome"_s), presentation::practiceChosen(choice));
    }
    QCOMPARE(it.practice.chosen, wanted);
}

void TestPracticePanel::whatIsNotPossibleSaysWhy()
{
    Panel it;
    it.practice.impossible = {PracticeChoice::LoseLink, PracticeChoice::OtherPauses};
    Q_EMIT it.practice.changed();
    QPushButton *const pauses =
        it.labelled(presentation::practiceChoiceLabel(PracticeChoice::OtherPauses).remove(u'&'));
    QVERIFY(!pauses->isEnabled());
    QCOMPARE(pauses->toolTip(), presentation::practiceObstacle(PracticeChoice::OtherPauses));
    // The link has one button, for the way that is possible.
    QVERIFY(!it.labelled(u"The link is lost"_s)->isVisible());
    QVERIFY(it.labelled(u"The link comes back"_s)->isVisible());
}

void TestPracticePanel::speedAndHalt()
{
    Panel it;
    it.labelled(u"10"_s)->click();
    QCOMPARE(it.practice.said.speed, 10.0);
    QVERIFY(it.labelled(u"10"_s)->isChecked());
    QVERIFY(!it.labelled(u"1"_s)->isChecked());
    it.labelled(u"½"_s)->click();
    QCOMPARE(it.practice.said.speed, 0.5);
    it.part<QPushButton>(u"halt"_s)->click();
    QVERIFY(it.practice.said.isHalted);
    QCOMPARE(it.part<QPushButton>(u"halt"_s)->text(), u"&Go on"_s);
    it.part<QPushButton>(u"halt"_s)->click();
    QVERIFY(!it.practice.said.isHalted);
}

void TestPracticePanel::isPutAwayAndBroughtBackByTheMenu()
{
    Panel it;
    QAction *const entry = it.find<widgets::ProgramMenu>()->entry(widgets::MenuEntry::Practice);
    QVERIFY(it.panel->isVisible() && it.practice.isSeen);
    it.panel->close();
    QVERIFY(it.panel && !it.panel->isVisible() && !it.practice.isSeen);
    entry->trigger();
    QVERIFY(it.panel->isVisible() && it.practice.isSeen);
    entry->trigger();
    QVERIFY(!it.panel->isVisible() && !it.practice.isSeen);
}

void TestPracticePanel::standsBesideTheWindow()
{
    Panel it;
    const QRect room = it.window.screen()->availableGeometry();
    it.panel->hide();
    it.window.setGeometry(10, 40, 300, 500);
    it.window.showPractice();
    const bool fits = room.width() - it.window.width() >= it.panel->minimumWidth() + 48;
    QCOMPARE(it.panel->geometry().intersects(it.window.geometry()), !fits);
    QVERIFY(room.contains(it.panel->geometry()));
    it.panel->hide();
    it.window.move(room.center().x() - it.window.width() / 2, 40); // as far from the edges as can be
    it.window.showPractice();
    QCOMPARE(it.panel->geometry().intersects(it.window.geometry()), !fits);
}

void TestPracticePanel::nothingIsCut()
{
    QFETCH(QString, language);
    const support::Translated speaks(language);
    Panel it;
    it.practice.say(Pausing);
    it.panel->resize(it.panel->minimumWidth(), 700);
    QCoreApplication::processEvents();
    for (QPushButton *button : it.panel->findChildren<QPushButton *>()) {
        if (button->isVisible())
            QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(button->text()));
    }
    auto *const canvas = it.part<QWidget>(u"canvas"_s);
    QVERIFY(canvas->width() <= canvas->parentWidget()->width());
}

TALLY_GUI_TEST(TestPracticePanel)

} // namespace tst_practicepanel
#include "tst_practicepanel.moc"
