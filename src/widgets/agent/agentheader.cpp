#include "widgets/agent/agentheader.h"

#include "ui_agentheader.h"

#include "model/desk.h"
#include "presentation/link/connectionfacts.h"
#include "presentation/words/agenttext.h"
#include "presentation/words/connectiontext.h"
#include "presentation/words/duration.h"
#include "presentation/words/plaintext.h"
#include "widgets/parts/secondtick.h"
#include "widgets/parts/shapes.h"
#include "widgets/parts/spokentext.h"
#include "widgets/parts/styleproperty.h"

#include <QAccessible>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace widgets {

AgentHeader::AgentHeader(model::Desk &desk, const presentation::Theme &theme, SecondTick &tick,
                         QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::AgentHeader>())
    , m_desk(desk)
    , m_theme(theme)
    , m_tick(tick)
{
    m_ui->setupUi(this);
    setAccessibleName(tr("You and the connection"));
    m_ui->agentState->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(m_ui->news, &QPushButton::clicked, this, &AgentHeader::connectionWanted);
    connect(&desk.connection, &model::ServerConnection::stateChanged, this, &AgentHeader::refresh);
    connect(&desk.registry, &model::DnRegistry::stateChanged, this, &AgentHeader::refresh);
    connect(&desk.registry, &model::DnRegistry::entriesChanged, this, &AgentHeader::refresh);
    connect(&desk.agent, &model::AgentSession::changed, this, &AgentHeader::refresh);
    connect(&theme, &presentation::Theme::changed, this, &AgentHeader::refresh);
    connect(&tick, &SecondTick::ticked, this, &AgentHeader::refresh);
    // Not lower while the connection says nothing: the calls would move with it.
    m_ui->news->ensurePolished();
    m_ui->second->addStrut(m_ui->news->sizeHint().height());
    refresh();
}

AgentHeader::~AgentHeader() = default;

void AgentHeader::refresh()
{
    const auto news = presentation::connectionNews(m_desk, m_desk.clock.now());
    refreshWho();
    refreshState(m_desk.connection.isReliable());
    m_ui->news->setVisible(news.has_value());
    m_ui->note->setVisible(news && !news->note.isEmpty());
    if (news)
        showNews(*news);
    m_tick.setNeededBy(this, !m_ui->agentState->isHidden() || m_desk.connection.nextAttempt().has_value() ||
                                 m_desk.connection.state() == model::ConnectionState::Registering);
    announce();
}

void AgentHeader::refreshWho()
{
    const model::AgentSession::Identity &identity = m_desk.agent.identity();
    const model::Dn dn = identity.dn.isEmpty() ? m_desk.registry.ownDn() : identity.dn;
    const auto &entries = m_desk.registry.entries();
    const auto entry = std::find_if(entries.begin(), entries.end(),
                                    [&dn](const model::DnEntry &one) { return one.dn == dn; });
    const QString name =
        entry == entries.end() || entry->name.isEmpty() ? identity.agentId.toString() : entry->name;
    QStringList who{presentation::plainText(dn.toString(), 40), presentation::plainText(name, 60)};
    who.removeAll(QString());
    m_ui->who->showText(who.isEmpty() ? tr("No DN") : who.join(u" · "_s));
    setSpokenName(*m_ui->who, tr("DN and agent"));
}

/// Nothing is known of it while the connection is in doubt.
void AgentHeader::refreshState(bool isConnected)
{
    const bool isKnown = isConnected && m_desk.agent.state() != model::AgentState::Unknown;
    m_ui->agentState->setVisible(isKnown);
    if (!isKnown)
        return;
    const model::Agent agent = m_desk.roster.agentAt(m_desk.agent.identity().dn);
    m_ui->agentState->showText(
        tr("%1 for %2", "state of the agent, how long")
            .arg(presentation::agentStateText(m_desk.agent),
                 presentation::clockText(m_desk.clock.now() - agent.since, agent.sinceSeen)));
    setSpokenName(*m_ui->agentState, tr("State of the agent"));
}

void AgentHeader::showNews(const presentation::ConnectionNews &news)
{
    const presentation::Tones &tones = m_theme.tones();
    const QColor tone = news.isTrouble ? tones.uncertain.text : tones.quiet;
    m_ui->news->setIcon(shapeIcon(news.shape, tone, tone));
    setStyleProperty(*m_ui->news, "trouble", news.isTrouble);
    m_word = news.word;
    const presentation::ConnectionLook look = presentation::connectionLook(m_desk, m_desk.clock.now());
    m_ui->news->setToolTip(
        presentation::plainToolTip(look.security && !news.isTrouble ? look.security->full : look.full));
    setSpokenName(*m_ui->news, tr("Connection: %1").arg(news.word));
    setSpokenDescription(*m_ui->news, look.full);
    m_ui->note->showText(news.note);
    fit();
}

/// The shape is seen at any width; its word is elided, or left out where too little of it would be left.
void AgentHeader::fit()
{
    constexpr int LeastWord = 40;
    m_ui->agentState->ensurePolished();
    m_ui->news->ensurePolished();
    const int gap = m_ui->second->spacing();
    const int state = m_ui->agentState->isHidden() ? 0 : m_ui->agentState->sizeHint().width() + gap;
    constexpr int AroundIcon = 24; // padding, border, and what is between icon and word
    const QFontMetrics metrics = m_ui->news->fontMetrics();
    const int note = m_ui->note->isHidden() ? 0 : m_ui->note->minimumSizeHint().width() + gap;
    const int room = width() - state - note - m_ui->news->iconSize().width() - AroundIcon - gap;
    QString word;
    if (metrics.horizontalAdvance(m_word) <= room)
        word = m_word;
    else if (room >= LeastWord && m_ui->agentState->isHidden())
        word = metrics.elidedText(m_word, Qt::ElideRight, room);
    if (word != m_ui->news->text()) // to be set once more would be heard
        m_ui->news->setText(word);
}

void AgentHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (!m_ui->news->isHidden())
        fit();
}

/// Each change once, and no countdown.
void AgentHeader::announce()
{
    const QString full = presentation::connectionLook(m_desk, m_desk.clock.now()).full;
    if (accessibleDescription() == full)
        return;
    const bool isFirst = accessibleDescription().isEmpty();
    setSpokenDescription(*this, full);
    if (!isFirst) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

} // namespace widgets

#include "moc_agentheader.cpp"
