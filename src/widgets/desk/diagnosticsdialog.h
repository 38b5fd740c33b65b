#pragma once

#include "core/result.h"
#include "widgets/dialogs/dialog.h"

#include <functional>
#include <memory>

namespace widgets {

namespace Ui {
class DiagnosticsDialog;
}

/// A file of the diagnostic bundle.
struct BundlePart
{
    QString name = {}; ///< "log/default.log"
    QString what = {}; ///< in a few words
    qint64 size = 0;
};

/// Shows what would go into the bundle, asks where to, and says what became of it. It deletes itself.
class DiagnosticsDialog : public Dialog
{
    Q_OBJECT

public:
    using Save = std::function<core::Result<core::Done>(const QString &path)>;

    /// `path`: where it is offered to be saved. `save` is called on another thread.
    DiagnosticsDialog(const QList<BundlePart> &parts, const QString &path, Save save, QWidget *parent);
    ~DiagnosticsDialog() override;

    void saveTo(const QString &path);

private:
    void askWhere();
    void onSaved(const QString &path, const core::Result<core::Done> &saved);
    void tell(const QString &outcome);

    std::unique_ptr<Ui::DiagnosticsDialog> m_ui;
    const QString m_path;
    const Save m_save;
};

} // namespace widgets
