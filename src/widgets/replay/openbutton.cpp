#include "widgets/replay/openbutton.h"

#include "widgets/dialogs/filedialog.h"

#include <QFileInfo>
#include <QMenu>

namespace widgets {

OpenButton::OpenButton(QWidget *parent)
    : QPushButton(parent)
{
    auto *const menu = new QMenu(this);
    menu->addAction(tr("&Files…"), QKeySequence::Open, this, &OpenButton::askForFiles);
    menu->addAction(tr("F&older…"), this, &OpenButton::askForFolder);
    setMenu(menu);
    addActions(menu->actions()); // their keys work in the whole window
}

void OpenButton::startBeside(const QString &path)
{
    m_folder = QFileInfo(path).absolutePath();
}

void OpenButton::askForFiles()
{
    openFiles(*window(), tr("Open logs"), m_folder,
              [this](const QStringList &paths) { Q_EMIT chosen(paths); });
}

void OpenButton::askForFolder()
{
    openFolder(*window(), tr("Open a folder of logs"), m_folder,
               [this](const QString &path) { Q_EMIT chosen({path}); });
}

} // namespace widgets

#include "moc_openbutton.cpp"
