#include "widgets/dialogs/filedialog.h"

#include <QFileDialog>

namespace widgets {

namespace {

QFileDialog *makeFileDialog(QWidget &asker, const QString &title, const QString &before, const QString &kinds,
                            QFileDialog::FileMode mode)
{
    const QFileInfo info(before);
    const QString folder = before.isEmpty() || info.isDir() ? before : info.absolutePath();
    auto *dialog = new QFileDialog(&asker, title, folder, kinds);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(mode);
    return dialog;
}

} // namespace

void openFile(QWidget &asker, const QString &title, const QString &before, const QString &kinds,
              const std::function<void(const QString &)> &chosen)
{
    QFileDialog *const dialog = makeFileDialog(asker, title, before, kinds, QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, &asker, chosen);
    dialog->open();
}

void openFiles(QWidget &asker, const QString &title, const QString &before,
               const std::function<void(const QStringList &)> &chosen)
{
    QFileDialog *const dialog = makeFileDialog(asker, title, before, {}, QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, &asker, chosen);
    dialog->open();
}

void openFolder(QWidget &asker, const QString &title, const QString &before,
                const std::function<void(const QString &)> &chosen)
{
    QFileDialog *const dialog = makeFileDialog(asker, title, before, {}, QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, &asker, chosen);
    dialog->open();
}

void saveFile(QWidget &asker, const QString &title, const QString &before, const QString &kinds,
              const QString &suffix, const std::function<void(const QString &, const QString &)> &chosen)
{
    QFileDialog *const dialog = makeFileDialog(asker, title, before, kinds, QFileDialog::AnyFile);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(before);
    QObject::connect(dialog, &QFileDialog::fileSelected, &asker,
                     [chosen, dialog](const QString &path) { chosen(path, dialog->selectedNameFilter()); });
    dialog->open();
}

} // namespace widgets
