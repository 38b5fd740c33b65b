#include "widgets/connectionstatus.h"

#include "ui_connectionstatus.h"

#include "model/desk.h"
#include "presentation/connectiontext.h"
#include "presentation/plaintext.h"
#include "widgets/secondtick.h"
#include "widgets/shapes.h"

#include <QAccessible>

using presentation::ConnectionLook;
using presentation::Shape;

namespace widgets {

namespace {

QIcon dotIcon(ConnectionLook::Dot dot, const presentation::Tones &tones)
{
    switch (dot) {
    case ConnectionLook::Dot::Good: return shapeIcon(Shape::Dot, tones.good, tones.good);
    case ConnectionLook::Dot::Working: return shapeIcon(Shape::Ring, tones.quiet, tones.quiet);
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
    connect(&desk.registry, &model::DnRegistry::stateChanged, this, &ConnectionStatus::refresh);
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
    m_ui->note->showText(look.note);
    m_ui->where->showText(look.where);
    m_ui->where->setToolTip(presentation::plainToolTip(look.full));
    m_tick.setNeededBy(this, m_desk.connection.nextAttempt().has_value());
    if (accessibleDescription() == look.full)
        return; // only a countdown has gone on
    const bool isFirst = accessibleDescription().isEmpty();
    setAccessibleDescription(look.full);
    if (!isFirst) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

} // namespace widgets

#include "moc_connectionstatus.cpp"
