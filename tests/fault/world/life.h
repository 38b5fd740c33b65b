#pragma once

#include "fault/world/servers.h"

namespace world {

/// What happens at the switch without the desktop: people at telephones, clients of others, the recorder.
class Life
{
public:
    /// `isFollowed`: the desktop knows this call and is told what becomes of it.
    Life(Servers &servers, std::vector<tlib::Dn> watched, std::function<bool(tlib::ConnId)> isFollowed);

    static simulator::SwitchConfiguration configuration(Dice &dice);
    /// Something happens; what it was, for the script. Empty: nothing could.
    QString go(Dice &dice);

private:
    QString newCall(Dice &dice);
    QString atTelephone(Dice &dice);
    QString transfer(Dice &dice);
    QString consult(Dice &dice);
    QString join(Dice &dice);
    QString recorder(Dice &dice);
    QString otherClient(Dice &dice);
    QString userData(Dice &dice);
    QString prepare(Dice &dice);
    const simulator::SwitchCall *anyCall(Dice &dice) const;
    simulator::Switch &sw() { return m_servers.sw(); }

    Servers &m_servers;
    std::vector<tlib::Dn> m_watched;
    std::function<bool(tlib::ConnId)> m_isFollowed;
    tlib::ReferenceId m_lastReference;
    int m_values = 0;
};

} // namespace world
