#include "model/link/tracedlink.h"

using namespace Qt::StringLiterals;

namespace model {

namespace {

QString nameOf(tlib::LinkState state)
{
    switch (state) {
    case tlib::LinkState::Closed: return u"closed"_s;
    case tlib::LinkState::Opening: return u"opening"_s;
    case tlib::LinkState::Open: return u"open"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

TracedLink::TracedLink(tlib::Link &link, MessageTrace &trace, QObject *parent)
    : Link(parent)
    , m_link(link)
    , m_trace(trace)
{
    connect(&link, &Link::stateChanged, this, &TracedLink::onStateChanged);
    connect(&link, &Link::eventReceived, this, [this](const tlib::Event &event) {
        m_trace.noteEvent(event);
        Q_EMIT eventReceived(event);
    });
    connect(&link, &Link::overdueChanged, this, [this](bool isOverdue) {
        m_trace.noteLink(isOverdue ? u"overdue"_s : u"no longer overdue"_s);
        Q_EMIT overdueChanged(isOverdue);
    });
}

void TracedLink::open(const tlib::Endpoint &endpoint)
{
    m_trace.noteLink(u"to %1%2"_s.arg(endpoint.address(), endpoint.secure ? u", TLS"_s : QString()));
    m_link.open(endpoint);
}

void TracedLink::close()
{
    m_link.close();
}

core::Result<tlib::ReferenceId> TracedLink::send(const tlib::Request &request)
{
    auto sent = m_link.send(request);
    if (sent)
        m_trace.noteRequest(request, *sent);
    else
        m_trace.noteLink(u"%1 was not sent: %2"_s.arg(tlib::messageName(tlib::typeOf(request)),
                                                      core::toString(sent.error())));
    return sent;
}

void TracedLink::onStateChanged(tlib::LinkState state, const std::optional<core::Error> &why)
{
    m_trace.noteLink(why ? u"%1: %2"_s.arg(nameOf(state), core::toString(*why)) : nameOf(state));
    Q_EMIT stateChanged(state, why);
}

} // namespace model

#include "moc_tracedlink.cpp"
