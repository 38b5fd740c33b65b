#pragma once

#include "model/calls/callhistory.h"
#include "model/desk.h"

#include <QTemporaryDir>

class Site;

/// A log that was written while a scenario was played, given to a desk that has seen nothing of it.
class Retelling
{
public:
    /// Empty when that desk has come to what `witness` shows, who was there; else both, or what is wrong with
    /// the log. Compared is what both can know: calls in which somebody takes part whom the switch has
    /// clients for. A log tells of outside parties, too.
    QString differenceTo(const model::Desk &witness, const model::CallHistory &history, const Site &site);

private:
    QTemporaryDir m_folder;
};
