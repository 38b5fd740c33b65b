#include "widgets/practice/practicepanel.h"

#include "ui_practicepanel.h"

#include "presentation/words/errorwords.h"
#include "widgets/parts/spokentext.h"
#include "widgets/parts/styleproperty.h"
#include "widgets/parts/windowsize.h"

#include <QAccessible>
#include <QButtonGroup>
#include <QEvent>
#include <QMenu>
#include <QPushButton>
#include <QScreen>

using namespace Qt::StringLiterals;
using presentation::PracticeChoice;

namespace widgets {

namespace {

int wholeSeconds(core::Duration duration)
{
    return int((duration.count() + 999) / 1000);
}

} // namespace

PracticePanel::PracticePanel(Practice &practice, core::Clock &clock, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_ui(std::make_unique<Ui::PracticePanel>())
    , m_practice(practice)
    , m_clock(clock)
    , m_tick(clock)
{
    m_ui->setupUi(this);
    boundToScreen(*this);
    makeChoices();
    makeSpeeds();
    connect(m_ui->halt, &QPushButton::toggled, &m_practice, &Practice::setHalted);
    connect(m_ui->forbid, &QPushButton::clicked, &m_practice, &Practice::forbidPress);
    connect(&m_practice, &Practice::changed, this, &PracticePanel::refresh);
    connect(&m_tick, &SecondTick::ticked, this, &PracticePanel::refresh);
    m_tick.setNeededBy(this, true);
    refresh();
    constexpr int ScrollBar = 12;
    ensurePolished();
    setMinimumWidth(std::max(minimumWidth(), m_ui->canvas->minimumSizeHint().width() + ScrollBar));
}

PracticePanel::~PracticePanel() = default;

/// In two columns, in their order; what is the other way round of another stands in its place.
void PracticePanel::makeChoices()
{
    int place = 0;
    for (const PracticeChoice choice : presentation::AllPracticeChoices) {
        auto *button = new QPushButton(presentation::practiceChoiceLabel(choice));
        button->setProperty("kind", QByteArray("step"));
        m_choices.insert(choice, button);
        const bool isOtherWayRound = choice == PracticeChoice::RestoreLink;
        if (isOtherWayRound)
            --place;
        const bool isLast = choice == PracticeChoice::Storm;
        m_ui->choices->addWidget(button, place / 2, place % 2, 1, isLast && place % 2 == 0 ? 2 : 1);
        ++place;
        if (choice == PracticeChoice::Refuse)
            makeRefusals(*button);
        else
            connect(button, &QPushButton::clicked, this, [this, choice] { choose(choice); });
    }
}

void PracticePanel::makeRefusals(QPushButton &button)
{
    constexpr int Numbers[] = {58, 43, 54, 93, 118, 166, 506};
    auto *menu = new QMenu(&button);
    for (const int number : Numbers) {
        const auto words = presentation::errorWords(number);
        menu->addAction(tr("%1 · %2", "number, what it means").arg(number).arg(words->sentence), this,
                        [this, number] { choose(PracticeChoice::Refuse, number); });
    }
    button.setProperty("kind", QByteArray("menu"));
    button.setMenu(menu);
}

void PracticePanel::makeSpeeds()
{
    const std::pair<double, QString> speeds[] = {{0.5, tr("½")}, {1, tr("1")}, {2, tr("2")}, {10, tr("10")}};
    auto *group = new QButtonGroup(this);
    for (const auto &[speed, label] : speeds) {
        auto *button = new QPushButton(label);
        button->setCheckable(true);
        button->setProperty("kind", QByteArray("choice"));
        button->setAccessibleName(tr("Speed %1", "½, 1, 2 or 10 times").arg(label));
        group->addButton(button);
        m_ui->speeds->addWidget(button);
        m_speeds.insert(button, speed);
        connect(button, &QPushButton::clicked, this, [this, to = speed] { m_practice.setSpeed(to); });
    }
}

void PracticePanel::choose(Practice::Choice choice, int code)
{
    const bool isDone = m_practice.choose(choice, code);
    m_ui->outcome->setText(isDone ? presentation::practiceChosen(choice)
                                  : presentation::practiceObstacle(choice));
    refresh();
}

void PracticePanel::refresh()
{
    const PracticeScene scene = m_practice.scene();
    m_ui->happens->setText(scene.now ? presentation::practiceSentence(*scene.now)
                                     : tr("The practice begins. Nothing has happened yet."));
    m_ui->look->setText(scene.now ? presentation::practiceAdvice(*scene.now) : QString());
    m_ui->look->setVisible(!m_ui->look->text().isEmpty());
    if (!scene.next)
        m_ui->next->setText(tr("Next: the day begins anew."));
    else if (scene.next->in)
        m_ui->next->setText(tr("Next, in %Ln second(s): %1", "a sentence", wholeSeconds(*scene.next->in))
                                .arg(presentation::practiceSentence(scene.next->step)));
    else
        m_ui->next->setText(
            tr("Halted. Next: %1", "a sentence").arg(presentation::practiceSentence(scene.next->step)));
    refreshPress(scene);
    for (auto it = m_speeds.cbegin(); it != m_speeds.cend(); ++it)
        it.key()->setChecked(qFuzzyCompare(it.value(), scene.speed));
    m_ui->halt->setChecked(scene.isHalted);
    m_ui->halt->setText(scene.isHalted ? tr("&Go on") : tr("Hal&t"));
    for (auto it = m_choices.cbegin(); it != m_choices.cend(); ++it) {
        const bool isPossible = m_practice.isPossible(it.key());
        it.value()->setEnabled(isPossible);
        it.value()->setToolTip(isPossible ? QString() : presentation::practiceObstacle(it.key()));
    }
    const bool isLost = m_practice.isPossible(PracticeChoice::RestoreLink);
    m_choices[PracticeChoice::LoseLink]->setVisible(!isLost);
    m_choices[PracticeChoice::RestoreLink]->setVisible(isLost);
}

/// Its room is kept, so that nothing moves as it comes and goes.
void PracticePanel::refreshPress(const PracticeScene &scene)
{
    const bool isAhead = scene.press.has_value();
    setStyleProperty(*m_ui->pressBand, "kind", QByteArray(isAhead ? "toast" : "card"));
    m_ui->forbid->setVisible(isAhead && !scene.isPressForbidden);
    if (!isAhead)
        m_ui->press->setText(tr("Before anything is pressed for you it is said here."));
    else if (scene.isPressForbidden)
        m_ui->press->setText(presentation::pressForbidden(scene.press->step.button));
    else
        m_ui->press->setText(presentation::pressAhead(
            scene.press->step.button, wholeSeconds(scene.press->in.value_or(core::Duration()))));
    const QString told =
        isAhead ? scene.press->step.button + QString::number(scene.isPressForbidden) : QString();
    if (told == m_told)
        return;
    m_told = told;
    setSpokenDescription(*m_ui->press, isAhead ? m_ui->press->text() : QString());
    if (isAhead) {
        QAccessibleEvent alert(m_ui->press, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void PracticePanel::showBeside(QWidget &window)
{
    if (!isVisible()) {
        setAttribute(Qt::WA_ShowWithoutActivating);
        m_shownAt = m_clock.now();
        m_beside = &window;
        window.installEventFilter(this);
    }
    show();
    place();
}

/// Where both fit on the screen only with the window at its edge, it goes there: its light is to be seen.
void PracticePanel::place()
{
    constexpr int Gaps = 48; // with the frames of both
    const QRect room = m_beside->screen()->availableGeometry();
    const QRect taken = m_beside->frameGeometry();
    const int free = std::max(taken.left() - room.left(), room.right() - taken.right());
    const int needed = minimumWidth() + Gaps;
    if (free < needed && room.width() - taken.width() >= needed)
        m_beside->move(room.left(), taken.top());
    placeBeside(*this, *m_beside);
    if (isVisible() && frameGeometry().intersects(m_beside->frameGeometry()))
        m_beside->raise(); // its light is to be seen
}

/// The window's manager places a new window only now; a little later it is a person who moves it.
bool PracticePanel::eventFilter(QObject *watched, QEvent *event)
{
    constexpr auto Settling = std::chrono::seconds(1);
    if (watched == m_beside && (event->type() == QEvent::Move || event->type() == QEvent::Resize)) {
        if (m_clock.now() - m_shownAt < Settling)
            place();
        else
            m_beside->removeEventFilter(this);
    }
    return QWidget::eventFilter(watched, event);
}

void PracticePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    followVisibility();
}

void PracticePanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    followVisibility();
}

void PracticePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        followVisibility();
}

void PracticePanel::followVisibility()
{
    const bool isSeen = isVisible() && !isMinimized();
    m_tick.setSeen(isSeen);
    m_practice.setSeen(isSeen);
}

} // namespace widgets

#include "moc_practicepanel.cpp"
