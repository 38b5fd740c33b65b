#include "widgets/desk/connectionstatus.h"

#include "ui_connectionstatus.h"

#include "model/desk.h"
#include "presentation/words/connectiontext.h"
#include "presentation/words/plaintext.h"
#include "widgets/parts/secondtick.h"
#include "widgets/parts/shapes.h"
#include "widgets/parts/spokentext.h"

#include <QAccessible>
#include <QStyle>

using namespace Qt::StringLiterals;
using presentation::ConnectionLook;
using presentation::Shape;

namespace widgets {

namespace {

QIcon dotIcon(ConnectionLook::Dot dot, const presentation::Tones &tones)
{
    switch (dot) {
    case ConnectionLook::Dot::Good: return shapeIcon(Shape::Dot, tones.good, tones.good);
    case ConnectionLook::Dot::Working: return shapeIcon(Shape::Hourglass, tones.quiet, tones.quiet);
    case ConnectionLook::Dot::Trouble:
        return shapeIcon(Shape::Question, tones.uncertain.text, tones.uncertain.text);
    }
    Q_UNREACHABLE();
}

} // namespace

ConnectionStatus::ConnectionStatus(model::Desk &desk, const presentation::Theme &theme, SecondTick &tick,
                                   QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ConnectionStatus>())
    , m_desk(desk)
    , m_theme(theme)
    , m_tick(tick)
{
    m_ui->setupUi(this);
    connect(&desk.connection, &model::ServerConnection::stateChanged, this, &ConnectionStatus::refresh);
    connect(m_ui->again, &QPushButton::clicked, &desk.connection, &model::ServerConnection::retry);
    m_ui->word->setMinimumHeight(QFontMetrics(theme.font(presentation::TextRole::Strong)).height());
    connect(&theme, &presentation::Theme::changed, this, &ConnectionStatus::refresh);
    connect(&tick, &SecondTick::ticked, this, &ConnectionStatus::refresh);
    refresh();
}

ConnectionStatus::~ConnectionStatus() = default;

void ConnectionStatus::refresh()
{
    const ConnectionLook look = presentation::connectionLook(m_desk, m_desk.clock.now());
    m_ui->dot->setPixmap(dotIcon(look.dot, m_theme.tones()).pixmap(QSize(12, 12), devicePixelRatioF()));
    m_ui->word->setText(look.word);
    setLoud(look.dot != ConnectionLook::Dot::Good);
    // What is being done comes first, as what follows is cut off where there is no room for it.
    const bool isTrouble = look.dot == ConnectionLook::Dot::Trouble;
    QStringList notes{look.note, isTrouble ? look.where : look.role};
    notes.removeAll(QString());
    m_ui->note->showText(notes.join(u" · "_s));
    m_ui->note->setToolTip(presentation::plainToolTip(look.full));
    showSecurity(look.security);
    m_ui->again->setVisible(look.offersRetry);
    m_tick.setNeededBy(this, m_desk.connection.nextAttempt().has_value() ||
                                 m_desk.connection.state() == model::ConnectionState::Registering);
    if (accessibleDescription() == look.full)
        return; // only a countdown has gone on
    const bool isFirst = accessibleDescription().isEmpty();
    setSpokenDescription(*this, look.full);
    if (!isFirst) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void ConnectionStatus::showSecurity(const std::optional<presentation::SecurityLook> &look)
{
    m_ui->lock->setVisible(look.has_value());
    m_ui->security->setVisible(look.has_value());
    if (!look)
        return;
    const QColor tone = look->isEncrypted ? m_theme.tones().good : m_theme.tones().quiet;
    const Shape shape = look->isEncrypted ? Shape::Lock : Shape::OpenLock;
    m_ui->lock->setPixmap(shapeIcon(shape, tone, tone).pixmap(QSize(12, 12), devicePixelRatioF()));
    m_ui->security->setText(look->word);
    for (QLabel *const label : {m_ui->lock, m_ui->security})
        label->setToolTip(presentation::plainToolTip(look->full));
    setSpokenDescription(*m_ui->security, look->full);
    setSpokenName(*m_ui->lock, look->word);
}

/// A connection that stands is no news.
void ConnectionStatus::setLoud(bool loud)
{
    const QByteArray kind = loud ? "strong" : "quiet";
    if (m_ui->word->property("kind").toByteArray() == kind)
        return;
    m_ui->word->setProperty("kind", kind);
    m_ui->word->style()->unpolish(m_ui->word);
    m_ui->word->style()->polish(m_ui->word);
}

} // namespace widgets

#include "moc_connectionstatus.cpp"
