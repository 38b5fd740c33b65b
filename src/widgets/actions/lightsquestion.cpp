#include "widgets/actions/lightsquestion.h"

#include "model/desk.h"
#include "presentation/words/questiontext.h"
#include "widgets/parts/clickguard.h"

namespace widgets {

LightsQuestion::LightsQuestion(const model::Desk &desk, Calls calls, const Words &words, QWidget *parent)
    : Question(words, parent)
    , m_desk(desk)
    , m_calls(std::move(calls))
    , m_what(words.text)
{
    new ClickGuard(*this, desk.clock);
    showText(wording());
    connect(&desk.calls, &model::CallList::inserted, this, &LightsQuestion::followSoon);
    connect(&desk.calls, &model::CallList::changed, this, &LightsQuestion::followSoon);
    connect(&desk.calls, &model::CallList::removed, this, &LightsQuestion::followSoon);
    connect(&desk.calls, &model::CallList::certaintyChanged, this, &LightsQuestion::followSoon);
    connect(&desk.agent, &model::AgentSession::changed, this, &LightsQuestion::followSoon);
    connect(&desk.connection, &model::ServerConnection::stateChanged, this, &LightsQuestion::followSoon);
}

QString LightsQuestion::wording() const
{
    return presentation::openRecordingsText(m_desk, m_calls()) + u'\n' + m_what;
}

/// Once for all that comes together: there may be thousands of calls.
void LightsQuestion::followSoon()
{
    if (!std::exchange(m_isBehind, true))
        QMetaObject::invokeMethod(this, &LightsQuestion::follow, Qt::QueuedConnection);
}

void LightsQuestion::follow()
{
    m_isBehind = false;
    if (!isVisible())
        return;
    if (m_calls().isEmpty())
        ClickGuard::closeByItself(*this);
    else if (showText(wording()))
        ClickGuard::moved(*this); // a click was an answer to what stood there before
}

} // namespace widgets

#include "moc_lightsquestion.cpp"
