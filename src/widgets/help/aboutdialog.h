#pragma once

#include "widgets/dialogs/dialog.h"
#include "widgets/help/helpfacts.h"

namespace widgets {

/// What the program is, and what is inside it and loaded by it. It deletes itself.
class AboutDialog : public Dialog
{
    Q_OBJECT

public:
    AboutDialog(const QList<ProgramPart> &parts, QWidget *parent);

    /// All that it says, for the clipboard.
    static QString text(const QList<ProgramPart> &parts);
};

} // namespace widgets
