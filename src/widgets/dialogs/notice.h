#pragma once

#include "widgets/dialogs/dialog.h"
#include <QStringList>

#include <memory>

namespace widgets {

namespace Ui {
class Notice;
}

/// Sentences that a person has to read and may hand on: why the program does not start, or what it could not
/// use. They come from files and servers, so they are plain text and can be copied. Deletes itself.
class Notice : public Dialog
{
    Q_OBJECT

public:
    Notice(const QString &title, const QStringList &sentences, QWidget *parent = nullptr);
    ~Notice() override;

private:
    std::unique_ptr<Ui::Notice> m_ui;
};

} // namespace widgets
