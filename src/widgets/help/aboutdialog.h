#pragma once

#include "widgets/help/helpfacts.h"

#include <QDialog>

namespace widgets {

/// What the program is, and what is inside it and loaded by it. It deletes itself.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    AboutDialog(const QList<ProgramPart> &parts, QWidget *parent);

    /// All that it says, for the clipboard.
    static QString text(const QList<ProgramPart> &parts);
};

} // namespace widgets
