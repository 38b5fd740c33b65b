#include "backends/simulator/script/commandforms.h"

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

const QStringList &buttonWords()
{
    static const QStringList words{u"start"_s,  u"pause"_s, u"resume"_s,   u"stop"_s,
                                   u"answer"_s, u"hold"_s,  u"retrieve"_s, u"release"_s};
    return words;
}

JsonField word(const QString &name, const QStringList &words, bool required)
{
    return {.name = name, .kind = JsonFieldKind::Word, .required = required, .words = words};
}

JsonField number(const QString &name, qint64 minimum, qint64 maximum, bool required)
{
    return {.name = name,
            .kind = JsonFieldKind::Number,
            .required = required,
            .minimum = minimum,
            .maximum = maximum};
}

JsonField flag(const QString &name, bool required = false)
{
    return {.name = name, .kind = JsonFieldKind::Flag, .required = required};
}

JsonField pairsField(const QString &name)
{
    return {.name = name, .kind = JsonFieldKind::Pairs};
}

JsonField connIdField()
{
    return {.name = u"connId"_s, .kind = JsonFieldKind::ConnId, .required = true};
}

std::vector<CommandForm> formsOfCalls()
{
    const JsonField connId = connIdField();
    const JsonField from{.name = u"from"_s, .required = true};
    const JsonField to{.name = u"to"_s, .required = true};
    const JsonField anyDn{.name = u"dn"_s};
    return {
        {u"call"_s, {from, to, pairsField(u"userData"_s)}},
        {u"answer"_s, {connId, anyDn}},
        {u"release"_s, {connId, anyDn}},
        {u"hold"_s, {connId, anyDn}},
        {u"retrieve"_s, {connId, anyDn}},
        {u"route"_s, {connId, to}},
        {u"consult"_s, {connId, anyDn, to, word(u"for"_s, purposeWords(), false)}},
        {u"complete"_s, {connId, anyDn}},
        {u"conference"_s, {connId, anyDn}},
        {u"transfer"_s, {connId, anyDn, to}},
        {u"recorder"_s,
         {connId, word(u"state"_s, recorderWords(), true), word(u"from"_s, recorderWords(), false),
          flag(u"silent"_s)}},
        {u"user-data"_s, {connId, pairsField(u"set"_s), pairsField(u"add"_s)}},
    };
}

std::vector<CommandForm> formsOfTheRest()
{
    const JsonField dn{.name = u"dn"_s, .required = true};
    const JsonField times = number(u"times"_s, 0, 1'000'000, false);
    return {
        {u"agent"_s, {dn, word(u"state"_s, agentWords(), true), word(u"from"_s, agentWords(), false)}},
        {u"refuse"_s,
         {word(u"service"_s, serviceWords(), true),
          {.name = u"code"_s, .kind = JsonFieldKind::Number},
          {.name = u"text"_s},
          times},
         false},
        {u"mute-acks"_s, {times}, false},
        {u"switch-link"_s, {flag(u"up"_s, true)}, false},
        {u"switch-over"_s, {}, false},
        {u"drop-clients"_s, {}, false},
        {u"configure"_s, {dn, flag(u"record"_s), flag(u"busy"_s)}},
        {u"press"_s, {connIdField(), word(u"button"_s, buttonWords(), true)}, false},
        {u"storm"_s, {number(u"events"_s, 1, 100'000'000, true), number(u"perSecond"_s, 1, 1'000'000, true)}},
        {u"state"_s, {}, false},
    };
}

} // namespace

const std::vector<CommandForm> &commandForms()
{
    static const std::vector<CommandForm> all = [] {
        std::vector<CommandForm> forms = formsOfCalls();
        const std::vector<CommandForm> rest = formsOfTheRest();
        forms.insert(forms.end(), rest.begin(), rest.end());
        return forms;
    }();
    return all;
}

const CommandForm *formOf(const QJsonObject &command)
{
    const QString name = command.value(u"do"_s).toString();
    const auto &forms = commandForms();
    const auto form = std::find_if(forms.begin(), forms.end(),
                                   [&name](const CommandForm &known) { return known.name == name; });
    return form == forms.end() ? nullptr : &*form;
}

core::Result<core::Done> checkCommand(const QJsonObject &command, const QString &where)
{
    const CommandForm *form = formOf(command);
    if (!form) {
        QStringList names;
        for (const CommandForm &known : commandForms())
            names.append(known.name);
        const QString given = command.value(u"do"_s).toString();
        return mistake(where,
                       (given.isEmpty() ? u"\"do\" is missing; it is one of %1."_s
                                        : u"\"%2\" is no command; \"do\" is one of %1."_s.arg(u"%1"_s, given))
                           .arg(listed(names)));
    }
    QJsonObject parameters = command;
    parameters.remove(u"do"_s);
    return checkFields(parameters, form->fields, where);
}

const QStringList &serviceWords()
{
    static const QStringList words{u"start"_s, u"pause"_s, u"resume"_s, u"stop"_s};
    return words;
}

const QStringList &recorderWords()
{
    static const QStringList words{u"off"_s, u"on"_s, u"paused"_s};
    return words;
}

const QStringList &purposeWords()
{
    static const QStringList words{u"transfer"_s, u"conference"_s};
    return words;
}

const QStringList &agentWords()
{
    static const QStringList words{u"logged-out"_s, u"not-ready"_s, u"ready"_s};
    return words;
}

tlib::ConnId connIdOf(const QJsonObject &command)
{
    return tlib::ConnId::fromString(command.value(u"connId"_s).toString()).value_or(tlib::ConnId());
}

tlib::Dn dnUnder(const QJsonObject &command, QStringView key)
{
    return tlib::Dn(command.value(key).toString());
}

core::Result<QJsonObject> answerFor(const core::Result<core::Done> &done)
{
    if (!done)
        return done.error();
    return QJsonObject();
}

} // namespace simulator
