#pragma once

#include "model/desk.h"

#include <QJsonObject>

#include <functional>

namespace automation {

/// Words for a toast: they are presentation's, which this layer does not know.
using ToastWords = std::function<QString(const model::Toast &)>;

/// Everything that the desktop shows, as README.md in this folder describes it.
QJsonObject stateReport(const model::Desk &desk, const ToastWords &words);

// Parts of it, for who puts it together from what has changed: one of its calls, and the rest with no call.
QJsonObject callReport(const model::Desk &desk, const model::Call &call);
QJsonObject reportWithoutCalls(const model::Desk &desk, const ToastWords &words);

} // namespace automation
