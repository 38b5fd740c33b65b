#pragma once

#include <QDialog>

namespace widgets {

/// The places of a log that could not be read, as text to look at and to copy. It deletes itself.
class DamageDialog : public QDialog
{
    Q_OBJECT

public:
    /// `count`: of all, of which `places` are the first.
    DamageDialog(qint64 count, const QStringList &places, QWidget *parent);
};

} // namespace widgets
