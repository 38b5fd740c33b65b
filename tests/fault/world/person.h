#pragma once

#include "fault/world/checker.h"

namespace world {

/// The person at the desktop, who presses what is offered, and the account of what becomes of it: at most one
/// request goes out for each press, a server gets it at most once, and it ends exactly once.
class Person : public QObject
{
    Q_OBJECT

public:
    struct Figures
    {
        quint64 presses = 0;
        quint64 confirmed = 0;
        quint64 refused = 0;
        quint64 timedOut = 0;
        quint64 lost = 0; ///< the result is not known
        quint64 gone = 0; ///< with their call
    };

    Person(model::Desk &desk, WorldLink &link, Checker::Cry cry);

    /// Presses one of the buttons that can be pressed; what was pressed, empty when there is none. Sometimes
    /// tries one that cannot.
    QString press(Dice &dice);
    /// What the servers were asked by this desktop.
    void onReceived(const tlib::Request &request, tlib::ReferenceId id);
    /// All that was pressed has to have ended by now.
    void demandEnds();
    const Figures &figures() const { return m_figures; }

private:
    struct Press
    {
        model::CallId call = {};
        model::CallAction action = {};
        bool hasEnded = false;
    };
    struct Sent
    {
        tlib::ReferenceId id = {};
        int received = 0;
    };

    bool perform(model::CallId call, model::CallAction action, Dice &dice);
    void onSent(const tlib::Request &request, tlib::ReferenceId id);
    void onSettled(model::CallId call, model::CallAction action, const core::Result<core::Done> &outcome);

    model::Desk &m_desk;
    Checker::Cry m_cry;
    std::vector<Press> m_presses;
    std::vector<Sent> m_sent;
    int m_expected = 0; ///< requests that the present press may send
    Figures m_figures;
};

} // namespace world
