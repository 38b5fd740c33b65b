#include "backends/simulator/pair/pairdialler.h"

#include "backends/simulator/pair/pairchannel.h"

namespace simulator {

using namespace Qt::StringLiterals;

PairDialler::PairDialler(tlib::Link &link, tlib::Endpoint endpoint, core::Clock &clock, core::Duration pause,
                         Ears ears)
    : m_link(link)
    , m_endpoint(std::move(endpoint))
    , m_pause(pause)
    , m_ears(std::move(ears))
    , m_alarm(clock.alarm([this] { m_link.open(m_endpoint); }))
{
    QObject::connect(&m_link, &tlib::Link::stateChanged, &m_context,
                     [this](tlib::LinkState state, const auto &why) { onState(state, why); });
    QObject::connect(&m_link, &tlib::Link::eventReceived, &m_context, [this](const tlib::Event &event) {
        if (m_open)
            m_ears.heard(event);
    });
}

void PairDialler::dial()
{
    if (m_dialling)
        return;
    m_dialling = true;
    m_link.open(m_endpoint);
}

void PairDialler::dialLater()
{
    m_dialling = true;
    m_alarm->start(m_pause);
}

void PairDialler::rest()
{
    m_dialling = m_open = false;
    m_alarm->stop();
    m_link.close();
}

void PairDialler::send(const tlib::KvList &part)
{
    // The profile asks for a DN and a ConnID in every request of this kind; here they name and count.
    (void)m_link.send(tlib::PrivateService{.privateMsgId = PairChannel::Service,
                                           .dn = tlib::Dn(u"pair"_s),
                                           .call = tlib::ConnId(++m_lastPart),
                                           .extensions = part});
}

void PairDialler::onState(tlib::LinkState state, const std::optional<core::Error> &why)
{
    if (!m_dialling)
        return;
    switch (state) {
    case tlib::LinkState::Opening: return;
    case tlib::LinkState::Open: m_open = true; return m_ears.opened();
    case tlib::LinkState::Closed:
        if (!why)
            return; // closed by this side, to be opened anew
        m_open = false;
        m_alarm->start(m_pause);
        return m_ears.ended(*why);
    }
    Q_UNREACHABLE();
}

} // namespace simulator
