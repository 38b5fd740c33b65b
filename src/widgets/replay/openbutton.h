#pragma once

#include <QPushButton>

namespace widgets {

/// Opens logs: several files, or a folder.
class OpenButton : public QPushButton
{
    Q_OBJECT

public:
    explicit OpenButton(QWidget *parent = nullptr);

    /// Where the next dialog begins: beside this file.
    void startBeside(const QString &path);

Q_SIGNALS:
    void chosen(const QStringList &paths);

private:
    void askForFiles();
    void askForFolder();

    QString m_folder;
};

} // namespace widgets
