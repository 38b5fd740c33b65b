#pragma once

#include "model/toastlist.h"

#include <QString>

namespace presentation {

/// What to do about it; may be empty.
QString toastAdvice(const model::Toast &toast, bool hasEnded = false);

} // namespace presentation
