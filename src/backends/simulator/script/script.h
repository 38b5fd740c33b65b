#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <QJsonObject>
#include <QList>

namespace simulator {

/// Timed commands from a JSON file; README.md in this folder describes the format.
struct Script
{
    struct Step
    {
        core::Duration at = {};   ///< since the script began
        QString place = {};       ///< "working-day.json: step 4", for complaints
        QJsonObject command = {}; ///< without its connId when `call` is set
        QString as = {};          ///< the name that the call which this step makes gets
        QString call = {};        ///< the name of the call that the command is about
    };

    QString title = {};
    bool repeats = false;
    core::Duration pause{0}; ///< between the last step and the beginning of the next round
    QList<Step> steps = {};

    /// InvalidInput or Io with one sentence that names the file, the step and what is wrong. Every command is
    /// checked, and every call name has to be given by a step before.
    static core::Result<Script> fromFile(const QString &path);
    static core::Result<Script> fromJson(const QJsonObject &json, const QString &where);
};

} // namespace simulator
