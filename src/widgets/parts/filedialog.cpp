#include "widgets/parts/filedialog.h"

#include <QFileDialog>

namespace widgets {

namespace {

QFileDialog *makeFileDialog(QWidget &asker, const QString &title, const QString &before, const QString &kinds,
                            const std::function<void(const QString &)> &chosen)
{
    auto *dialog = new QFileDialog(&asker, title, before, kinds);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, &asker, chosen);
    return dialog;
}

} // namespace

void openFile(QWidget &asker, const QString &title, const QString &before, const QString &kinds,
              const std::function<void(const QString &)> &chosen)
{
    const QFileInfo info(before);
    QFileDialog *const dialog =
        makeFileDialog(asker, title, info.isDir() ? before : info.absolutePath(), kinds, chosen);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->open();
}

void saveFile(QWidget &asker, const QString &title, const QString &before, const QString &kinds,
              const QString &suffix, const std::function<void(const QString &)> &chosen)
{
    QFileDialog *const dialog = makeFileDialog(asker, title, before, kinds, chosen);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->open();
}

} // namespace widgets
