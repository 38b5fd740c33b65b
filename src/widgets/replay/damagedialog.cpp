#include "widgets/replay/damagedialog.h"

#include "ui_damagedialog.h"

#include "presentation/words/plaintext.h"

#include <QClipboard>
#include <QGuiApplication>

namespace widgets {

DamageDialog::DamageDialog(qint64 count, const QStringList &places, QWidget *parent)
    : Dialog(QSize(640, 360), parent)
{
    Ui::DamageDialog ui;
    ui.setupUi(this);
    ui.title->setText(count > 0 ? tr("%Ln damaged place(s)", nullptr, int(count))
                                : tr("No place of this log is damaged"));
    ui.text->setVisible(count > 0);
    constexpr qsizetype MostLetters = 1000; // of a line; files may be called anything
    QStringList lines;
    for (const QString &place : places)
        lines.append(presentation::plainText(place, MostLetters));
    ui.places->setPlainText(lines.join(u'\n'));
    connect(ui.copy, &QPushButton::clicked, this,
            [text = ui.places->toPlainText()] { QGuiApplication::clipboard()->setText(text); });
    connect(ui.close, &QPushButton::clicked, this, &DamageDialog::accept);
    ui.close->setFocus();
}

} // namespace widgets

#include "moc_damagedialog.cpp"
