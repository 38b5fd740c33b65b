#pragma once

#include "backends/simulator/pair/pairdialler.h"
#include "backends/simulator/pair/replication.h"
#include "backends/simulator/switch/switch.h"

#include <set>

namespace simulator {

/// One server of a hot-standby pair: stands between the transport and its Switch, and agrees with the other
/// server on who is the primary. README.md in this folder says by which rules.
///
///    Primary --told to switch over, or meets a later primary--> Backup
///       ^--told to take over, or the primary is lost---------------'
class HaPair
{
public:
    /// The name that the other server registers under, in place of a client's.
    static constexpr auto PartnerName = "tallylight-sim-pair";

    struct Setup
    {
        QString id = {};             ///< of this process, unlike any other's
        QByteArray fingerprint = {}; ///< of the configuration
        tlib::Text password = {};    ///< of the configuration
        core::Duration redial = std::chrono::milliseconds(500);
        std::function<void(const QString &)> say = {}; ///< one sentence for people
    };
    /// What this server is reached through.
    struct Transport
    {
        std::function<void(tlib::ClientId, const tlib::Event &)> deliver = {};
        std::function<void(tlib::ClientId)> disconnect = {};
        std::function<bool(tlib::ClientId)> isLocal = {}; ///< comes from this machine
        std::function<QString(tlib::ClientId)> addressOf = {};
    };

    HaPair(Switch &sw, core::Clock &clock, Setup setup, Transport transport);

    /// Is the backup of the server there from now on, before any client has come.
    void backUp(tlib::Link &link, tlib::Endpoint primary);

    void handle(tlib::ClientId client, const tlib::Request &request, tlib::ReferenceId reference);
    void removeClient(tlib::ClientId client); ///< its connection is gone
    /// The connection that is the other server's, not a client's.
    std::optional<tlib::ClientId> partner() const { return m_partner; }

    /// Primary and backup change places. At a backup without a primary: it takes over. Refused without a
    /// backup, or with one that has not got everything yet.
    core::Result<core::Done> switchOver();
    /// What has changed is sent; after whatever did not come through handle().
    void settle() { m_sender.push(); }

    QString peer() const;        ///< the other server's address; empty: it is not there
    bool isSynchronised() const; ///< the backup has everything
    tlib::ServerRole role() const { return m_switch.role(); }

private:
    void admit(tlib::ClientId client, const tlib::RegisterClient &request, tlib::ReferenceId reference);
    core::Result<core::Done> mayJoin(tlib::ClientId client, const tlib::RegisterClient &request) const;
    core::Result<core::Done> fits(const PairHello &theirs) const;
    core::Result<core::Done> isFreeFor(const PairHello &theirs) const;
    void refuse(tlib::ClientId client, tlib::ReferenceId reference, const core::Error &why);
    void hear(tlib::ClientId client, const tlib::Request &request, tlib::ReferenceId reference);
    void greetGuest(tlib::ClientId client, const tlib::KvList &part, tlib::ReferenceId reference);
    void hearDialled(const tlib::Event &event);
    void notConnected(const core::Error &why);

    void take(const tlib::KvList &part);
    void receive(const PairHello &theirs);
    void receive(const ReplicaChange &change);
    void receive(const ChangeReceipt &receipt);
    void receive(const PairTakeOver &);
    void receive(const PairTakeOverRequest &);

    PairHello hello() const;
    void meet(const PairHello &theirs);
    bool yieldsTo(const PairHello &theirs) const;
    core::Result<core::Done> handOver();
    void takeOver(const QString &why);
    void dropPartner(const QString &why);
    void lost(const QString &why);
    void forgetPartner();
    void say(const QString &sentence) const;
    void sayOnce(const QString &sentence);

    Switch &m_switch;
    core::Clock &m_clock;
    Setup m_setup;
    Transport m_transport;
    PairChannel m_channel;
    ReplicaSender m_sender;
    ReplicaReceiver m_receiver;
    std::unique_ptr<PairDialler> m_dialler; ///< null in a server that was started as the primary
    std::set<tlib::ClientId> m_guests;      ///< registered as the other server, hello still to come
    std::optional<tlib::ClientId> m_partner;
    bool m_met = false;       ///< both have said hello
    bool m_following = false; ///< the other one is the primary, or was just told to be
    int m_generation = 1;
    std::set<QString> m_said; ///< since the two have met
};

} // namespace simulator
