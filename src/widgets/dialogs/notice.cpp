#include "widgets/dialogs/notice.h"

#include "ui_notice.h"

#include "presentation/words/plaintext.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace widgets {

Notice::Notice(const QString &title, const QStringList &sentences, QWidget *parent)
    : Dialog(QSize(500, 320), parent)
    , m_ui(std::make_unique<Ui::Notice>())
{
    setWindowModality(Qt::NonModal); // it is read beside the window, and holds up nothing
    m_ui->setupUi(this);
    constexpr qsizetype MostLetters = 1000; // of a sentence; files may be called anything
    QStringList shown;
    for (const QString &sentence : sentences) {
        shown += presentation::plainSentence(sentence, MostLetters);
    }
    setWindowTitle(tr("Tallylight"));
    m_ui->title->setText(title);
    m_ui->text->setPlainText(shown.join(u"\n\n"_s));
    m_ui->text->setAccessibleName(title);
    setAccessibleDescription(shown.join(u' '));
    connect(m_ui->copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_ui->text->toPlainText()); });
    connect(m_ui->close, &QPushButton::clicked, this, &Notice::reject);
    m_ui->close->setFocus();
}

Notice::~Notice() = default;

} // namespace widgets

#include "moc_notice.cpp"
