#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "core/seldom.h"
#include "model/actions/actionrules.h"

#include <QObject>

namespace model {

class DnRegistry;
class ServerConnection;
class ToastList;

/// Makes calls from the own DN. The request ends with the server's answer, after which the call is among the
/// others; a failure becomes a toast.
class Dialling : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype RecentNumbers = 10;

    /// A request whose answer is awaited.
    struct Pending
    {
        Dn destination = {};
        Dn from = {};
        bool slow = false; ///< for a second or more: it waits for the server
    };
    struct Parts
    {
        ServerConnection &connection;
        const DnRegistry &registry;
        ToastList &toasts;
        core::Clock &clock;
    };

    /// `isReplay`: there is nobody to ask.
    explicit Dialling(const Parts &parts, core::Duration slowAfter = std::chrono::seconds(1),
                      bool isReplay = false, QObject *parent = nullptr);

    /// Why no call is made now, to whomever: OnlyLooking, NoOwnDn, NotCertain (there is no connection),
    /// RequestUnderWay; None. Whether the own DN is free, the server knows, and refuses.
    Obstacle obstacle() const;
    /// The same for this destination: none, an Obstacle, or a DestinationFlaw.
    std::optional<WhyNot> whyNot(const Dn &destination) const;
    /// Sends the request, or says at once that it does not: NotAllowed or InvalidInput. What becomes of it:
    /// settled().
    core::Result<core::Done> make(const Dn &destination);

    const core::Seldom<Pending> &pending() const { return m_pending; }
    /// The numbers used last, the latest first. They are customers': in memory alone, until the program ends.
    const QList<Dn> &recent() const { return m_recent; }

Q_SIGNALS:
    void changed(); ///< the pending mark, or the numbers
    /// Once for each make() that is sent,
    void asked(const model::Dn &from);
    /// and exactly once its end: the call that is being made, or why there is none.
    void settled(const model::Dn &from, const core::Result<model::CallId> &outcome);

private:
    void onAnswer(const core::Result<tlib::ConnId> &answer);
    void note(const Dn &number);

    ServerConnection &m_connection;
    const DnRegistry &m_registry;
    ToastList &m_toasts;
    const core::Duration m_slowAfter;
    const bool m_isReplay;
    std::unique_ptr<core::Alarm> m_alarm;
    core::Seldom<Pending> m_pending;
    QList<Dn> m_recent;
};

} // namespace model
