#pragma once

#include "scenarios/site.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>

#include <functional>
#include <optional>

/// Who sits at a desktop while a scenario is played.
enum class Cast {
    Agents,     ///< a desktop at each agent's DN
    Supervisor, ///< one desktop at 7900 that watches the agents' DNs; the agents have telephones only
    Both,
};

/// Plays a scenario, a line a step, and says what went wrong. A call has a name of one letter. Agents sit at
/// 7001, 7002 and 7003; 8000 is a routing point, 8001 one that records; numbers with a + come through
/// trunk-1.
///
///     site recorder legacy=true     first lines only: the switch is set up otherwise, and the desks for its
///     words site 8000 defaultDn=7001 timeoutMs=5000 call +4930 7001 as A          a call arrives configure
///     7001 record=true answer A 7001                 at the desktop, where     recorder A off     the media
///     server by itself hold, retrieve, release       somebody sits at one,     tell A KEY=WORD …  the user
///     data as a whole consult A 7001 7002 as B      else at the telephone     wait 5             seconds
///     complete A 7001, conference A 7001, transfer A 7001 7002
///     mute                          the next recording request is neither answered nor done
///     route A 7001 record=source id=x                         by whoever has the routing point
///     start A 7001 record=destination Id=x p:tone=on r:why=audit, pause, resume, stop: by the agent at that
///                                   DN or by the supervisor on its behalf; in turns where there are both, or
///                                   by=7900 or by=7001
///     refused start A 7001 as 93 off   the same, and the server says no with this number and a text with
///     this word unconfirmed, unanswered pause A 7001      and it is given up after a while outsider pause A
///     [as 43 paused]           by a client that has registered nothing but 7004 pause A 7001 | outsider
///     pause A as 43     all at once, in this order impossible stop A 7001        it is not offered A is
///     on|off|paused|unknown|recorded [new file|same file|no file] A is gone                     no desktop
///     shows it A at 7001 talking             dialing, ringing, held, released: so say all who show it state
///     A sessions=1 dn=7001 id=x dest=sip:… p:tone=on r:why=audit recorded=2 silence=1
///                                   what the simulator tells of the latest recording
///     noticed WORD                  every desktop has said once that it does not understand it
class Play
{
public:
    using Trouble = std::optional<QString>;

    explicit Play(Cast cast)
        : m_cast(cast)
    {
    }

    /// Empty when all went as the lines say; else the line and what was different. `afterStep` has a say,
    /// too.
    QString run(const QString &scenario, const std::function<QString()> &afterStep = {});

    const Site &site() const { return *m_site; }
    /// A desktop that watches everybody, and does nothing. From the first step on.
    const Site::Seat &witness() const { return *m_witness; }

private:
    using Words = QStringList;
    using Check = std::function<Trouble()>;

    void open(const QJsonObject &set);
    Trouble play(const QString &line);
    Trouble step(const Words &words);
    Trouble telephone(const Words &words);
    Trouble act(const Words &words);
    Trouble atDesk(const Words &words);
    Trouble route(const Words &words);
    Trouble ask(Words words);
    Trouble askFromOutside(const Words &words);
    Trouble impossible(const Words &words);
    Trouble shows(const Words &words);
    Trouble hasFile(const QString &call, const QString &which, const QByteArray &name);
    Trouble stands(const Words &words);
    Trouble isTold(const Words &words);
    Trouble isNoticed(const QString &word);
    Trouble command(const QString &verb, QJsonObject parameters, const QString &name = {});
    Site::Seat *seatOf(const QString &dn);
    Site::Seat *askerFor(const Words &words);
    QString idOf(const QString &name) const { return m_calls.value(name).toString(); }

    const Cast m_cast;
    std::unique_ptr<Site> m_site;
    std::unique_ptr<Site::Seat> m_witness;
    QHash<QString, tlib::ConnId> m_calls;
    QHash<QString, QByteArray> m_files; ///< of each call, as it was when last looked at
    QSet<tlib::ConnId> m_told;          ///< calls whose user data a step has made up
    std::vector<Check> m_checks;        ///< of what has been asked for at once, once there was time for it
    Site::Seat *m_supervisor = nullptr;
    Site::Seat *m_router = nullptr;
    Site::Seat *m_outsider = nullptr;
    int m_turns = 0;
};
