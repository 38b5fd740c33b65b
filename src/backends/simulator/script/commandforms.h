#pragma once

#include "backends/simulator/script/jsonfields.h"
#include "tlib/ids.h"

#include <QJsonObject>
#include <QStringList>

#include <vector>

/// How the JSON commands are written: README.md in the folder above says what each of them does.
namespace simulator {

/// One command: its word under "do", and its keys beside that.
struct CommandForm
{
    QString name = {};
    std::vector<JsonField> fields = {};
    /// What changes calls, agents or the configuration is the primary's: its backup has them from there.
    bool ofPrimary = true;
};

/// Every command, each once.
const std::vector<CommandForm> &commandForms();
/// The form of the command that "do" names; nullptr: there is none.
const CommandForm *formOf(const QJsonObject &command);
/// Whether the command is written rightly; InvalidInput with a sentence that begins with `where`.
core::Result<core::Done> checkCommand(const QJsonObject &command, const QString &where);

// The words of the commands, each list in the order of the enum that its words stand for.
const QStringList &serviceWords();  ///< tlib::RecordingCommand
const QStringList &recorderWords(); ///< RecorderState
const QStringList &purposeWords();  ///< ConsultFor
const QStringList &agentWords();    ///< tlib::AgentStatus

/// "connId" of a checked command; null without one.
tlib::ConnId connIdOf(const QJsonObject &command);
/// The DN under this key of a checked command; empty without one.
tlib::Dn dnUnder(const QJsonObject &command, QStringView key);
/// What a command answers that tells no more than whether it was done.
core::Result<QJsonObject> answerFor(const core::Result<core::Done> &done);

} // namespace simulator
