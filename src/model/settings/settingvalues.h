#pragma once

#include "model/settings/preferences.h"

#include <utility>

/// How single values stand in settings and policy files. assign…() reads one: InvalidInput with a sentence
/// that says what would be right, and nothing is changed then. listed() is the way back: one text, or the
/// parts of a list.
namespace model::settingvalue {

using Outcome = core::Result<core::Done>;

Outcome assignServers(QStringList &servers, const QStringList &value);
Outcome assignDns(QStringList &dns, const QStringList &value);
/// From the root on: a relative path would mean another file from each folder that the program is started in.
Outcome assignPath(QString &path, const QStringList &value);
/// "sha256/" and 44 characters of base64, as curl and browsers write them.
Outcome assignPins(QList<QByteArray> &pins, const QStringList &value);
/// Empty, or one word of at most 255 bytes.
Outcome assignWord(QString &word, const QStringList &value);
Outcome assignBytes(QByteArray &bytes, const QStringList &value);
Outcome assignNumber(int &number, const QStringList &value, NumberRange range);
Outcome assignSeconds(core::Duration &duration, const QStringList &value, NumberRange range);
/// yes, true, 1 or no, false, 0.
Outcome assignYesNo(bool &isYes, const QStringList &value);
/// As normalKey(), or "none".
Outcome assignKey(KeyTable &keys, Command command, const QStringList &value);
/// "code=Words" or "code" each; a code stands once and has at most 64 characters.
Outcome assignReasons(QList<AgentReason> &reasons, const QStringList &value);
/// At most 20 names of at most 64 characters, each once.
Outcome assignNames(QStringList &names, const QStringList &value);
/// Seconds: 0, or within PauseSeconds.
Outcome assignPauseLimit(core::Duration &limit, const QStringList &value);
/// "DN=seconds" each, a DN once.
Outcome assignPauseLimits(QList<PauseLimit> &limits, const QStringList &value);
Outcome assignLanguage(QString &language, const QStringList &value);

QStringList listed(const QString &text);
QStringList listed(const QByteArray &bytes);
QStringList listed(int number);
QStringList listed(core::Duration duration); ///< whole seconds
QStringList listed(const QList<QByteArray> &pins);
QStringList listed(bool isYes);
QStringList listed(const KeyTable &keys, Command command);
QStringList listed(const QList<AgentReason> &reasons);
QStringList listed(const QList<PauseLimit> &limits);

/// The words of a choice, each with what it means; case does not matter.
template <class Choice>
using Words = std::initializer_list<std::pair<QStringView, Choice>>;

/// What no word of the choice is: "x" is none of a, b.
core::Error noneOf(const QStringList &value, const QStringList &words);
QString asText(const QStringList &value);

template <class Choice>
Outcome assignChoice(Choice &choice, const QStringList &value, const Words<Choice> &words)
{
    QStringList names;
    for (const auto &[name, meaning] : words) {
        if (asText(value).compare(name, Qt::CaseInsensitive) == 0) {
            choice = meaning;
            return core::Done{};
        }
        names.append(name.toString());
    }
    return noneOf(value, names);
}

template <class Choice>
QStringList listed(Choice choice, const Words<Choice> &words)
{
    for (const auto &[name, meaning] : words) {
        if (meaning == choice)
            return {name.toString()};
    }
    Q_UNREACHABLE();
}

} // namespace model::settingvalue
