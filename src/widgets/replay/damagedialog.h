#pragma once

#include "widgets/dialogs/dialog.h"

namespace widgets {

/// What could not be read of a log and what else has to be known, as text to look at and to copy. It deletes
/// itself.
class DamageDialog : public Dialog
{
    Q_OBJECT

public:
    /// `count`: of all damaged places, of which `places` has the first.
    DamageDialog(qint64 count, const QStringList &places, QWidget *parent);
};

} // namespace widgets
