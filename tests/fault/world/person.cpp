#include "fault/world/person.h"

using namespace Qt::StringLiterals;
using model::CallAction;

namespace world {

namespace {

/// The call that a request would do something to; a question does nothing.
tlib::ConnId touched(const tlib::Request &request)
{
    return std::visit(
        []<class R>(const R &r) -> tlib::ConnId {
            if constexpr (std::is_same_v<R, tlib::QueryCall>)
                return {};
            else if constexpr (requires { r.call; })
                return r.call;
            else if constexpr (requires { r.heldCall; })
                return r.heldCall;
            else
                return {};
        },
        request);
}

const QString destinations[] = {u"7002"_s, u"7003"_s, u"+493055509"_s};

} // namespace

Person::Person(model::Desk &desk, WorldLink &link, Checker::Cry cry)
    : m_desk(desk)
    , m_cry(std::move(cry))
{
    connect(&link, &WorldLink::requestSent, this, &Person::onSent);
    connect(&desk.control, &model::CallControl::settled, this, &Person::onSettled);
}

QString Person::press(Dice &dice)
{
    const QList<model::CallId> calls = m_desk.calls.ids();
    if (calls.isEmpty())
        return {};
    const model::CallId call = dice.pick(calls);
    const model::CallActions possible = m_desk.rules.possible(*m_desk.calls.find(call));
    std::vector<CallAction> choice;
    const bool isStubborn = dice.chance(5);
    for (const CallAction action : model::AllCallActions) {
        // Recordings are what this is about, and a call that is released is of no more use.
        const int weight = model::recordingCommandOf(action) ? 8 : action == CallAction::Release ? 1 : 2;
        if (possible.testFlag(action) || isStubborn)
            choice.insert(choice.end(), size_t(weight), action);
    }
    if (choice.empty())
        return {};
    const CallAction action = dice.pick(choice);
    const bool isSent = perform(call, action, dice);
    return u"the person presses %1 for %2%3"_s.arg(int(action))
        .arg(call.toString(), isSent ? u""_s : u" in vain"_s);
}

bool Person::perform(model::CallId call, CallAction action, Dice &dice)
{
    m_expected = 1;
    m_presses.push_back({.call = m_desk.rules.subject(action, *m_desk.calls.find(call)), .action = action});
    const size_t mine = m_presses.size() - 1;
    const auto sent = m_desk.control.perform(
        call, action,
        {.destination = tlib::Dn(destinations[dice.below(int(std::size(destinations)))]),
         .party = m_desk.views.view(*m_desk.calls.find(call)).parties.value(dice.below(2))});
    if (sent) {
        ++m_figures.presses;
    } else {
        if (m_expected == 0)
            m_cry(Wrong::SentByItself, u"a request went out that perform() refused"_s);
        m_presses.erase(m_presses.begin() + qsizetype(mine));
    }
    m_expected = 0;
    return bool(sent);
}

void Person::onSent(const tlib::Request &request, tlib::ReferenceId id)
{
    const tlib::ConnId call = touched(request);
    if (call.isNull())
        return;
    const QString what = u"%1 for %2"_s.arg(tlib::messageName(tlib::typeOf(request)), call.toString());
    if (--m_expected < 0)
        m_cry(Wrong::SentByItself, what + u" went out, and nobody had pressed it"_s);
    const model::Call *const known = m_desk.calls.find(call);
    if (!known || !m_desk.calls.isCertain(*known) || !m_desk.connection.isInEpoch())
        m_cry(Wrong::SentInDoubt, what + u" went out while the call was not certain"_s);
    m_sent.push_back({.id = id});
}

void Person::onReceived(const tlib::Request &request, tlib::ReferenceId id)
{
    if (touched(request).isNull())
        return;
    const auto sent =
        std::find_if(m_sent.begin(), m_sent.end(), [id](const Sent &one) { return one.id == id; });
    if (sent == m_sent.end() || ++sent->received > 1)
        m_cry(Wrong::ReceivedTwice,
              u"a server got request %1 twice, or one that was not sent"_s.arg(id.value()));
}

void Person::onSettled(model::CallId call, CallAction action, const core::Result<core::Done> &outcome)
{
    const auto press = std::find_if(m_presses.begin(), m_presses.end(), [&](const Press &one) {
        return one.call == call && one.action == action && !one.hasEnded;
    });
    if (press == m_presses.end())
        return m_cry(Wrong::TwoEnds,
                     u"action %1 for %2 has ended again"_s.arg(int(action)).arg(call.toString()));
    press->hasEnded = true;
    if (outcome) {
        ++m_figures.confirmed;
        return;
    }
    switch (outcome.error().kind) {
    case core::ErrorKind::Refused: ++m_figures.refused; return;
    case core::ErrorKind::TimedOut: ++m_figures.timedOut; return;
    case core::ErrorKind::LinkLost:
    case core::ErrorKind::NotConnected: ++m_figures.lost; return;
    case core::ErrorKind::NotFound: ++m_figures.gone; return;
    case core::ErrorKind::NotAllowed:
    case core::ErrorKind::Malformed:
    case core::ErrorKind::InvalidInput:
    case core::ErrorKind::Untrusted:
    case core::ErrorKind::Unreachable:
    case core::ErrorKind::Io:
        m_cry(Wrong::NoEnd, u"an end that is none: %1"_s.arg(core::toString(outcome.error())));
        return;
    }
}

void Person::demandEnds()
{
    for (const Press &press : m_presses) {
        if (!press.hasEnded)
            m_cry(Wrong::NoEnd,
                  u"action %1 for %2 has not ended"_s.arg(int(press.action)).arg(press.call.toString()));
    }
}

} // namespace world

#include "moc_person.cpp"
