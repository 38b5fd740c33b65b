#include "widgets/parts/question.h"

#include "ui_question.h"

namespace widgets {

Question::Question(const Words &words, QWidget *parent)
    : QDialog(parent)
{
    Ui::Question ui;
    ui.setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(words.title);
    ui.title->setText(words.title);
    m_text = ui.text;
    ui.yes->setText(words.yes);
    ui.yes->setVisible(!words.yes.isEmpty());
    ui.no->setText(words.no);
    showText(words.text);
    connect(ui.no, &QPushButton::clicked, this, &Question::reject);
    connect(ui.yes, &QPushButton::clicked, this, &Question::accept);
    connect(this, &Question::accepted, this, &Question::confirmed);
    ui.no->setFocus();
}

bool Question::showText(const QString &text)
{
    if (m_text->text() == text)
        return false;
    m_text->setText(text);
    setAccessibleDescription(text);
    if (isVisible()) // never smaller: the buttons stay where they are as long as there is room
        resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
    return true;
}

void Question::showEvent(QShowEvent *event)
{
    // Not earlier: only now the labels have the fonts that they are shown in.
    const int width = std::max(360, sizeHint().width());
    resize(width, layout()->totalHeightForWidth(width));
    QDialog::showEvent(event);
}

} // namespace widgets

#include "moc_question.cpp"
