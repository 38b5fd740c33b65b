#pragma once

#include "site.h"

#include <QHash>
#include <QSet>

#include <optional>

/// Who sits at a desktop while a scenario is played.
enum class Cast {
    Agents,     ///< a desktop at each agent's DN
    Supervisor, ///< one desktop at 7900 that watches the agents' DNs; the agents have telephones only
    Both,
};

/// Plays a scenario, a line a step, and says what went wrong. A call has a name of one letter.
///
///     call +4930 7001 as A          a call arrives            configure 7001 record=true
///     answer A 7001                 at the desktop, where     recorder A off     the media server by itself
///     hold, retrieve, release       somebody sits at one,     tell A KEY=WORD …  the user data as a whole
///     consult A 7001 7002 as B      else at the telephone     wait 5
///     complete A 7001, conference A 7001, transfer A 7001 7002
///     route A 7001 record=source id=x                         by whoever has the routing point
///     start A 7001 record=destination Id=x p:tone=on r:why=audit, pause, resume, stop: by the agent at that
///                                   DN or by the supervisor on its behalf; in turns where there are both
///     refused start A 7001 as 93    the same, and the server says no with this number
///     impossible stop A 7001        it is not offered
///     A is on|off|paused|unknown|recorded [new file|same file|no file] [last known]
///     A is gone                     no desktop shows it
class Play
{
public:
    explicit Play(Cast cast);

    /// Empty when all went as the lines say; else the line and what was different.
    QString run(const QString &scenario);

private:
    using Words = QStringList;
    std::optional<QString> step(const QString &line);
    std::optional<QString> telephone(const Words &words);
    std::optional<QString> atDesk(const Words &words);
    std::optional<QString> route(const Words &words);
    std::optional<QString> service(const Words &words, std::optional<int> refusal);
    std::optional<QString> impossible(const Words &words);
    std::optional<QString> shows(const Words &words);
    std::optional<QString> command(const QString &verb, QJsonObject parameters, const QString &name = {});
    Site::Seat *seatOf(const QString &dn);
    Site::Seat *askerFor(const QString &dn);
    QString idOf(const QString &name) const { return m_calls.value(name).toString(); }

    const Cast m_cast;
    Site m_site;
    QHash<QString, tlib::ConnId> m_calls;
    QHash<QString, QByteArray> m_files; ///< of each call, as it was when last looked at
    QSet<tlib::ConnId> m_told;          ///< calls whose user data a step has made up
    Site::Seat *m_supervisor = nullptr;
    Site::Seat *m_router = nullptr;
    int m_turns = 0;
};
