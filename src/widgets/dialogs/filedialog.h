#pragma once

#include <QStringList>

#include <functional>

class QWidget;

/// Files chosen in a dialog that blocks its window and no event loop; `chosen` is called when one was, unless
/// `asker` has gone. `before` is where it begins: a file or a folder, or empty.
namespace widgets {

/// One that exists.
void openFile(QWidget &asker, const QString &title, const QString &before, const QString &kinds,
              const std::function<void(const QString &path)> &chosen);
/// Several, or a folder.
void openFiles(QWidget &asker, const QString &title, const QString &before,
               const std::function<void(const QStringList &paths)> &chosen);
void openFolder(QWidget &asker, const QString &title, const QString &before,
                const std::function<void(const QString &path)> &chosen);

/// One to write, as which of the kinds; an existing one is asked about. `suffix` is added where none is
/// typed.
void saveFile(QWidget &asker, const QString &title, const QString &before, const QString &kinds,
              const QString &suffix,
              const std::function<void(const QString &path, const QString &kind)> &chosen);

} // namespace widgets
