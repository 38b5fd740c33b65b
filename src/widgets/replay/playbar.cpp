#include "widgets/replay/playbar.h"

#include "ui_playbar.h"

#include <QLocale>
#include <QMenu>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace widgets {

namespace {

constexpr double AtOnce = 0;
constexpr double Speeds[] = {0.5, 1, 2, 4, 10, 60, 600, AtOnce};

int secondsOf(core::Duration duration)
{
    return int((duration + 999ms) / 1s);
}

} // namespace

PlayBar::PlayBar(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::PlayBar>())
{
    m_ui->setupUi(this);
    connect(m_ui->pause, &QPushButton::clicked, this, [this] { Q_EMIT pauseRequested(!m_isPaused); });
    connect(m_ui->position, &QSlider::valueChanged, this, &PlayBar::jumpTo);
    connect(m_ui->position, &QSlider::sliderMoved, this, &PlayBar::showTime);
    fillSpeeds();
    setProgress({});
}

PlayBar::~PlayBar() = default;

namespace {

QString speedText(double speed)
{
    return speed == AtOnce ? PlayBar::tr("At once")
                           : PlayBar::tr("%1 ×").arg(QLocale().toString(speed, 'g', 4));
}

} // namespace

void PlayBar::fillSpeeds()
{
    auto *const menu = new QMenu(m_ui->speed);
    int width = 0;
    for (const double speed : Speeds) {
        QAction *const entry =
            menu->addAction(speedText(speed), this, [this, speed] { Q_EMIT speedRequested(speed); });
        entry->setCheckable(true);
        entry->setData(speed);
        m_ui->speed->setText(entry->text());
        width = std::max(width, m_ui->speed->sizeHint().width());
    }
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        for (QAction *const entry : menu->actions())
            entry->setChecked(entry->data().toDouble() == m_progress.speed);
    });
    m_ui->speed->setMenu(menu);
    m_ui->speed->setMinimumWidth(width); // what stands beside it stays where it is
    showPause();
    m_isPaused = true;
    width = m_ui->pause->sizeHint().width();
    showPause();
    m_ui->pause->setMinimumWidth(std::max(width, m_ui->pause->sizeHint().width()));
    m_isPaused = false;
}

void PlayBar::setProgress(const ReplayProgress &progress)
{
    const QScopedValueRollback showing(m_isShowing, true);
    m_progress = progress;
    const bool isOpen = progress.phase != ReplayProgress::Phase::Nothing;
    m_isPaused = progress.isPaused;
    showPause();
    m_ui->pause->setEnabled(isOpen);
    m_ui->speed->setEnabled(isOpen && !progress.follows);
    m_ui->speed->setText(speedText(progress.follows ? 1 : progress.speed));
    m_ui->speed->setToolTip(progress.follows ? tr("A log that grows is shown as it is written.")
                                             : tr("How many seconds of the log pass in one second."));
    m_ui->position->setEnabled(isOpen && progress.length.count() > 0);
    if (!m_ui->position->isSliderDown()) {
        m_ui->position->setMaximum(secondsOf(std::max(progress.length, progress.position)));
        m_ui->position->setValue(secondsOf(progress.position));
    }
    showTime();
}

void PlayBar::showPause()
{
    m_ui->pause->setText(m_isPaused ? tr("&Go on") : tr("&Pause"));
    m_ui->pause->setToolTip(m_isPaused ? tr("The log goes on from here.") : tr("The log stands still here."));
}

void PlayBar::showTime()
{
    if (!m_progress.wall.isValid()) {
        m_ui->time->setText({});
        return;
    }
    const QDateTime begin = m_progress.wall.addMSecs(-m_progress.position.count());
    const QDateTime end = begin.addMSecs(m_progress.length.count());
    const QDateTime shown =
        m_ui->position->isSliderDown() ? begin.addSecs(m_ui->position->sliderPosition()) : m_progress.wall;
    const auto text = [hasDays = begin.date() != end.date()](const QDateTime &wall) {
        const QString time = QLocale().toString(wall.time(), u"HH:mm:ss"_s);
        return hasDays ? QLocale().toString(wall.date(), QLocale::ShortFormat) + u' ' + time : time;
    };
    const bool isEndKnown =
        m_progress.length > m_progress.position || m_progress.phase == ReplayProgress::Phase::Over;
    m_ui->time->setText(isEndKnown ? tr("%1 of %2").arg(text(shown), text(end)) : text(shown));
    m_ui->time->setToolTip(QLocale().toString(shown, QLocale::LongFormat));
}

void PlayBar::jumpTo(int second)
{
    if (!m_isShowing)
        Q_EMIT positionRequested(std::chrono::seconds(second));
}

} // namespace widgets

#include "moc_playbar.cpp"
