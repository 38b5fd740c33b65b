#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace widgets {

/// A file that exists, chosen in a dialog that blocks its window and no event loop; `chosen` is called when
/// one was, unless `asker` has gone. `before` is shown at first: a file or a folder, or empty.
void openFile(QWidget &asker, const QString &title, const QString &before, const QString &kinds,
              const std::function<void(const QString &path)> &chosen);

/// The same for one to write, with the suffix that is added where none is typed. An existing one is asked
/// about.
void saveFile(QWidget &asker, const QString &title, const QString &before, const QString &kinds,
              const QString &suffix, const std::function<void(const QString &path)> &chosen);

} // namespace widgets
