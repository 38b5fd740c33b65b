#pragma once

#include "tlib/link.h"

#include <QList>
#include <QTest>

namespace support {

/// A Link whose other side is the test: it sees each request and says each event. Signals are emitted at once
/// from push() and the like, which the test calls as the event loop would; never from inside open, close or
/// send.
class FakeLink final : public tlib::Link
{
public:
    struct Sent
    {
        tlib::Request request;
        tlib::ReferenceId id;
    };

    void open(const tlib::Endpoint &endpoint) override
    {
        m_endpoint = endpoint;
        ++m_openings;
    }
    void close() override { m_isOpen = false; }
    core::Result<tlib::ReferenceId> send(const tlib::Request &request) override
    {
        if (!m_isOpen) {
            ++m_failedSends;
            return core::Error{.kind = core::ErrorKind::NotConnected,
                               .text = QStringLiteral("the link is not open")};
        }
        m_lastId = m_lastId.next();
        m_sent.append({request, m_lastId});
        return m_lastId;
    }

    tlib::LinkSecurity security() const override { return m_security; }
    std::optional<core::Instant> lastHeard() const override { return m_heard; }
    /// Something was heard that is no event: an answer to a poll.
    void hear(core::Instant when) { m_heard = when; }
    void setSecurity(const tlib::LinkSecurity &security) { m_security = security; }

    /// The transport stands.
    void accept()
    {
        m_isOpen = true;
        Q_EMIT stateChanged(tlib::LinkState::Open, std::nullopt);
    }
    /// The transport stands and the server is ready.
    void acceptAsPrimary()
    {
        accept();
        push({.type = tlib::MessageType::EventLinkConnected, .serverRole = tlib::ServerRole::Primary});
    }
    void lose(const core::Error &why = {.kind = core::ErrorKind::LinkLost,
                                        .text = QStringLiteral("reset by peer")})
    {
        m_isOpen = false;
        m_sent.clear();
        Q_EMIT stateChanged(tlib::LinkState::Closed, why);
    }
    void push(const tlib::Event &event) { Q_EMIT eventReceived(event); }
    /// The event as the answer to a request.
    void answer(tlib::ReferenceId id, tlib::Event event)
    {
        event.referenceId = id;
        push(event);
    }

    /// Takes the oldest request that nobody has looked at, which must be an R; else the test fails and it is
    /// empty.
    template <class R>
    std::optional<std::pair<R, tlib::ReferenceId>> expect()
    {
        if (m_sent.isEmpty()) {
            QTest::qFail(
                qPrintable(
                    QStringLiteral("no request was sent, expected %1").arg(tlib::messageName(R::Type))),
                __FILE__, __LINE__);
            return std::nullopt;
        }
        const Sent sent = m_sent.takeFirst();
        if (const R *request = std::get_if<R>(&sent.request))
            return std::pair(*request, sent.id);
        QTest::qFail(
            qPrintable(QStringLiteral("%1 was sent, expected %2")
                           .arg(tlib::messageName(tlib::typeOf(sent.request)), tlib::messageName(R::Type))),
            __FILE__, __LINE__);
        return std::nullopt;
    }
    /// Takes the oldest request, and gives it where it is an R.
    template <class R>
    std::optional<std::pair<R, tlib::ReferenceId>> takeAny()
    {
        const Sent sent = m_sent.takeFirst();
        const R *request = std::get_if<R>(&sent.request);
        return request ? std::optional(std::pair(*request, sent.id)) : std::nullopt;
    }
    /// The oldest request, whatever it is.
    Sent take() { return m_sent.takeFirst(); }
    bool nothingSent() const { return m_sent.isEmpty(); }
    int openings() const { return m_openings; }
    int failedSends() const { return m_failedSends; } ///< while the link was not open
    const tlib::Endpoint &endpoint() const { return m_endpoint; }

private:
    QList<Sent> m_sent;
    tlib::ReferenceId m_lastId;
    tlib::Endpoint m_endpoint;
    tlib::LinkSecurity m_security;
    std::optional<core::Instant> m_heard;
    int m_openings = 0;
    int m_failedSends = 0;
    bool m_isOpen = false;
};

} // namespace support
