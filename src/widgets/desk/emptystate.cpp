#include "widgets/desk/emptystate.h"

#include "ui_emptystate.h"

#include "model/desk.h"
#include "presentation/words/agenttext.h"
#include "widgets/parts/shapes.h"
#include "widgets/parts/spokentext.h"

using presentation::EmptyPicture;
using presentation::Shape;

namespace widgets {

namespace {

Shape shapeOf(EmptyPicture picture)
{
    switch (picture) {
    case EmptyPicture::Quiet: return Shape::Handset;
    case EmptyPicture::Working: return Shape::Hourglass;
    case EmptyPicture::Unknown: return Shape::Question;
    }
    Q_UNREACHABLE();
}

} // namespace

EmptyState::EmptyState(model::Desk &desk, const presentation::Theme &theme, const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::EmptyState>())
    , m_desk(desk)
    , m_theme(theme)
    , m_look(look)
{
    m_ui->setupUi(this);
    connect(m_ui->act, &QPushButton::clicked, this, &EmptyState::act);
    connect(&desk.connection, &model::ServerConnection::stateChanged, this, &EmptyState::refresh);
    connect(&desk.registry, &model::DnRegistry::stateChanged, this, &EmptyState::refresh);
    connect(&desk.agent, &model::AgentSession::changed, this, &EmptyState::refresh);
    connect(&theme, &presentation::Theme::changed, this, &EmptyState::takeTones);
    takeTones();
    refresh();
}

EmptyState::~EmptyState() = default;

void EmptyState::refresh()
{
    const presentation::EmptyLook look = m_look(m_desk, m_desk.clock.now());
    m_ui->title->setText(look.title);
    m_ui->text->setText(look.text);
    setSpokenName(*this, look.title); // it may have the focus
    if (m_picture != look.picture) {
        m_picture = look.picture;
        takeTones();
    }
    m_ui->act->setVisible(look.action.has_value() || offersSetUp(look));
    if (offersSetUp(look)) {
        m_ui->act->setText(tr("&Set up…"));
        m_ui->act->setEnabled(true);
    }
    if (look.action) {
        m_ui->act->setText(presentation::agentActionLabel(*look.action));
        m_ui->act->setEnabled(m_desk.agent.can(*look.action));
        m_ui->act->setToolTip(presentation::agentObstacleText(*look.action, m_desk.agent, m_desk.connection));
        setSpokenDescription(*m_ui->act, m_ui->act->toolTip());
    }
}

void EmptyState::setConnectionOwn(bool isOwn)
{
    m_isConnectionOwn = isOwn;
    refresh();
}

/// Where there is no server yet, the rest that is missing can be set by anybody.
bool EmptyState::offersSetUp(const presentation::EmptyLook &look) const
{
    return look.offersSetUp && (m_isConnectionOwn || m_desk.connection.servers().isEmpty());
}

/// Apart from the words, which ten thousand DNs may change one after the other: drawing costs a hundred times
/// as much.
void EmptyState::takeTones()
{
    const presentation::Tones &tones = m_theme.tones();
    const bool isUnknown = m_picture == EmptyPicture::Unknown;
    const QColor mark = isUnknown ? tones.uncertain.mark : tones.off.mark;
    m_ui->picture->setPixmap(
        shapeIcon(shapeOf(m_picture), mark, mark).pixmap(QSize(40, 40), devicePixelRatioF()));
}

void EmptyState::act()
{
    const presentation::EmptyLook look = m_look(m_desk, m_desk.clock.now());
    if (look.action)
        (void)m_desk.agent.perform(*look.action); // a failure is a toast
    else if (offersSetUp(look))
        Q_EMIT setUpRequested();
}

} // namespace widgets

#include "moc_emptystate.cpp"
