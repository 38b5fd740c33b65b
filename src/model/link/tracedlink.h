#pragma once

#include "model/link/messagetrace.h"
#include "tlib/link.h"

namespace model {

/// A link that tells a trace what goes over it, and is in all else the link it stands before.
class TracedLink final : public tlib::Link
{
    Q_OBJECT

public:
    TracedLink(tlib::Link &link, MessageTrace &trace, QObject *parent = nullptr);

    void open(const tlib::Endpoint &endpoint) override;
    void close() override;
    core::Result<tlib::ReferenceId> send(const tlib::Request &request) override;
    tlib::LinkSecurity security() const override { return m_link.security(); }
    std::optional<core::Instant> lastHeard() const override { return m_link.lastHeard(); }

private:
    void onStateChanged(tlib::LinkState state, const std::optional<core::Error> &why);

    tlib::Link &m_link;
    MessageTrace &m_trace;
};

} // namespace model
