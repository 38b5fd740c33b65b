#include "widgets/parts/question.h"

#include "ui_question.h"

namespace widgets {

Question::Question(const Words &words, QWidget *parent)
    : Dialog(360, parent)
{
    Ui::Question ui;
    ui.setupUi(this);
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

} // namespace widgets

#include "moc_question.cpp"
