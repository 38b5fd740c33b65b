#include "backends/simulator/script/script.h"

#include "backends/simulator/script/commandforms.h"
#include "backends/simulator/script/jsonfields.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QSet>

#include <cmath>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

const JsonField scriptFields[]{{.name = u"title"_s},
                               {.name = u"repeat"_s, .kind = JsonFieldKind::Flag},
                               {.name = u"pause"_s, .kind = JsonFieldKind::Seconds},
                               {.name = u"steps"_s, .kind = JsonFieldKind::Array, .required = true}};

const JsonField stepFields[]{{.name = u"at"_s, .kind = JsonFieldKind::Seconds},
                             {.name = u"after"_s, .kind = JsonFieldKind::Seconds},
                             {.name = u"note"_s},
                             {.name = u"as"_s},
                             {.name = u"call"_s}};

core::Duration secondsFrom(const QJsonValue &value)
{
    return core::Duration(qint64(std::llround(value.toDouble() * 1000)));
}

/// Reads step after step: each builds on the time and the names of those before it.
class StepReader
{
public:
    explicit StepReader(const QString &where)
        : m_where(where)
    {
    }

    core::Result<Script::Step> read(const QJsonValue &value)
    {
        const QString place = u"%1: step %2"_s.arg(m_where).arg(++m_number);
        if (!value.isObject())
            return mistake(place, u"a step has to be an object like {\"at\": 1.5, \"do\": \"call\", ...}."_s);
        QJsonObject own;
        QJsonObject command = value.toObject();
        for (const JsonField &field : stepFields) {
            if (command.contains(field.name))
                own.insert(field.name, command.take(field.name));
        }
        if (const auto checked = checkFields(own, stepFields, place); !checked)
            return checked.error();
        Script::Step step{.place = place,
                          .command = command,
                          .as = own.value(u"as"_s).toString(),
                          .call = own.value(u"call"_s).toString()};
        if (const auto timed = readTime(own, step); !timed)
            return timed.error();
        if (const auto named = readNames(step); !named)
            return named.error();
        if (!step.call.isEmpty())
            command.insert(u"connId"_s, u"1"_s); // the call's own comes when the script is played
        if (const auto checked = checkCommand(command, place); !checked)
            return checked.error();
        return step;
    }

private:
    core::Result<core::Done> readTime(const QJsonObject &own, Script::Step &step)
    {
        if (own.contains(u"at"_s) == own.contains(u"after"_s)) {
            return mistake(step.place,
                           u"either \"at\" (seconds since the beginning) or \"after\" (seconds since the "
                           "step before) is needed."_s);
        }
        step.at = own.contains(u"at"_s) ? secondsFrom(own.value(u"at"_s))
                                        : m_last + secondsFrom(own.value(u"after"_s));
        if (step.at < m_last)
            return mistake(step.place,
                           u"\"at\" lies before the step before; steps stand in the order of their time."_s);
        m_last = step.at;
        return core::Done{};
    }

    core::Result<core::Done> readNames(const Script::Step &step)
    {
        if (!step.call.isEmpty() && !m_names.contains(step.call)) {
            return mistake(
                step.place,
                u"no step before makes the call \"%1\"; name it there with \"as\"."_s.arg(step.call));
        }
        const QString verb = step.command.value(u"do"_s).toString();
        if (!step.as.isEmpty() && verb != u"call"_s && verb != u"consult"_s)
            return mistake(step.place, u"\"as\" is allowed where \"do\" is \"call\" or \"consult\" only."_s);
        if (!step.call.isEmpty() && step.command.contains(u"connId"_s))
            return mistake(step.place, u"\"call\" and \"connId\" exclude each other."_s);
        if (!step.as.isEmpty())
            m_names.insert(step.as);
        return core::Done{};
    }

    QString m_where;
    int m_number = 0;
    core::Duration m_last{0};
    QSet<QString> m_names;
};

} // namespace

core::Result<Script> Script::fromFile(const QString &path)
{
    const auto json = readObject(path);
    return json ? fromJson(*json, path) : json.error();
}

core::Result<Script> Script::fromJson(const QJsonObject &json, const QString &where)
{
    if (const auto checked = checkFields(json, scriptFields, where); !checked)
        return checked.error();
    Script script{.title = json.value(u"title"_s).toString(),
                  .repeats = json.value(u"repeat"_s).toBool(),
                  .pause = secondsFrom(json.value(u"pause"_s))};
    StepReader reader(where);
    const QJsonArray steps = json.value(u"steps"_s).toArray();
    for (const QJsonValue &value : steps) {
        auto step = reader.read(value);
        if (!step)
            return step.error();
        script.steps.append(*std::move(step));
    }
    if (script.steps.isEmpty())
        return mistake(where, u"\"steps\" is empty; a script needs at least one step."_s);
    if (script.repeats && script.steps.last().at + script.pause < std::chrono::seconds(1))
        return mistake(where, u"a script that repeats has to last a second at least; give it a \"pause\"."_s);
    return script;
}

} // namespace simulator
