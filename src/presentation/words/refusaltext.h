#pragma once

#include "model/toastlist.h"

#include <QString>

namespace presentation {

/// Whom the action on the call was about: where it was to go, or who was to leave it; often empty.
model::Dn whomOf(const model::Toast &toast);
/// Whether it is about a recording, which the light shows, or about the call.
bool isAboutRecording(const model::Toast &toast);
/// Somebody else had done to the recording what was asked for: nothing is wrong, and nothing is left to try.
bool isForestalled(const model::Toast &toast);
/// What the server has refused: "Recording could not be paused", "You could not be logged in".
QString refusalTitle(const model::Toast &toast);
/// Of one that isForestalled(): "Somebody else paused it before your request arrived (43)."
QString forestalledReason(const model::Toast &toast);

} // namespace presentation
