#pragma once

#include "backends/wire/frames/codec.h"
#include "backends/wire/frames/framereader.h"
#include "fault/picture.h"
#include "support/faultproxy.h"

#include <QHash>

#include <map>

/// Reads along what the network hands to a desk, and says when a certain badge contradicts it: what the
/// server has said over this connection, and nothing later for longer than the grace, is what may be shown.
class Witness
{
public:
    static constexpr std::chrono::milliseconds Grace{100};

    Witness(support::FaultProxy &proxy, support::SwitchOnPort &server, const model::Desk &desk,
            bool isEncrypted)
        : m_desk(desk)
        , m_isEncrypted(isEncrypted)
    {
        if (isEncrypted)
            server.said = [this](const tlib::Event &event) { hear(event); };
        QObject::connect(&proxy, &support::FaultProxy::connected, &proxy,
                         [this](int connection) { begin(connection); });
        QObject::connect(&proxy, &support::FaultProxy::delivered, &proxy,
                         [this](int connection, support::Direction direction, const QByteArray &bytes) {
                             if (!m_isEncrypted && direction == support::Direction::ToClient)
                                 read(connection, bytes);
                         });
        QObject::connect(&proxy, &support::FaultProxy::cut, &proxy, [this](int connection) {
            if (connection >= m_connection)
                m_cut = now();
        });
        const auto look = [this] { this->look(); };
        QObject::connect(&desk.calls, &model::CallList::inserted, &desk.calls, look);
        QObject::connect(&desk.calls, &model::CallList::changed, &desk.calls, look);
        QObject::connect(&desk.calls, &model::CallList::certaintyChanged, &desk.calls, look);
    }

    /// To be called as often as may be, too: an old value becomes wrong by staying.
    void look()
    {
        ++looks;
        if (m_cut && now() - *m_cut > Grace && !picture::isDoubted(m_desk))
            accuse(QStringLiteral("late: certain %1 ms after the cut")
                       .arg(std::chrono::duration_cast<std::chrono::milliseconds>(now() - *m_cut).count()));
        for (const model::CallId id : m_desk.calls.ids()) {
            const model::Call &call = *m_desk.calls.find(id);
            if (m_desk.calls.isCertain(call) && !call.isOver() && !mayBe(id, call.recording.state))
                accuse(QStringLiteral("late or wrong: ") + picture::of(call));
        }
    }
    QString lie; ///< the first one
    int looks = 0;

private:
    using Instant = std::chrono::steady_clock::time_point;
    struct Saying
    {
        model::RecordingState state = model::RecordingState::Off;
        Instant at = {};
    };

    static Instant now() { return std::chrono::steady_clock::now(); }
    void accuse(const QString &what)
    {
        if (lie.isEmpty())
            lie = what;
    }
    void begin(int connection)
    {
        m_connection = connection;
        m_cut.reset();
        m_reader = {};
        if (!m_isEncrypted)
            m_said.clear();
    }
    void read(int connection, const QByteArray &bytes)
    {
        if (connection != m_connection)
            return; // of a connection that the desk has left
        m_reader.feed(bytes);
        for (auto frame = m_reader.next(); frame && frame->has_value(); frame = m_reader.next()) {
            wire::Message message;
            if (wire::decode(**frame, message))
                hear(message);
        }
    }
    void hear(const tlib::Event &event)
    {
        const bool isWhole = event.type == tlib::MessageType::EventAttachedDataChanged ||
                             event.type == tlib::MessageType::EventPartyInfo;
        if (event.connId.isNull() || (event.userData.isEmpty() && !isWhole))
            return;
        m_said[event.connId].append({.state = model::recordingFrom(event.userData).state, .at = now()});
    }
    bool mayBe(model::CallId id, model::RecordingState shown) const
    {
        if (shown == model::RecordingState::Unknown)
            return true; // claims nothing
        const auto said = m_said.find(id);
        if (said == m_said.end())
            return shown == model::RecordingState::Off; // seen from its start, and never spoken of
        for (qsizetype i = said->second.size() - 1; i >= 0; --i) {
            if (said->second.at(i).state == shown)
                return true;
            if (!m_isEncrypted && now() - said->second.at(i).at > Grace)
                return false; // it has stood here long enough to be shown
        }
        return shown == model::RecordingState::Off;
    }

    const model::Desk &m_desk;
    const bool m_isEncrypted;
    wire::FrameReader m_reader;
    int m_connection = 0;
    std::optional<Instant> m_cut;
    std::map<model::CallId, QList<Saying>> m_said; ///< over this connection
};
