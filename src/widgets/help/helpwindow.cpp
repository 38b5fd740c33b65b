#include "widgets/help/helpwindow.h"

#include "ui_helpwindow.h"

#include "widgets/help/helppages.h"
#include "widgets/parts/spokentext.h"
#include "widgets/parts/windowsize.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLocale>
#include <QShortcut>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextDocumentFragment>

using namespace Qt::StringLiterals;

namespace widgets {

HelpWindow::HelpWindow(presentation::Theme &theme, const HelpSource &source, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_ui(std::make_unique<Ui::HelpWindow>())
    , m_source(source)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    boundToScreen(*this);
    m_ui->page->setUp(theme, source);
    namePages();
    connectParts();
    makeShortcuts();
    nameClearButton(*m_ui->find);
    openPage(helpPages().first());
    search();
    m_ui->page->setFocus();
}

HelpWindow::~HelpWindow() = default;

void HelpWindow::connectParts()
{
    const auto open = [this](int row) {
        if (row >= 0)
            openPage(helpPages().at(row));
    };
    connect(m_ui->pages, &QListWidget::currentRowChanged, this, open);
    connect(m_ui->choice, &QComboBox::activated, this, open);
    connect(m_ui->page, &QTextBrowser::sourceChanged, this, &HelpWindow::follow);
    connect(m_ui->page, &QTextBrowser::backwardAvailable, m_ui->back, &QWidget::setEnabled);
    connect(m_ui->page, &QTextBrowser::forwardAvailable, m_ui->forward, &QWidget::setEnabled);
    connect(m_ui->back, &QPushButton::clicked, m_ui->page, &QTextBrowser::backward);
    connect(m_ui->forward, &QPushButton::clicked, m_ui->page, &QTextBrowser::forward);
    connect(m_ui->copy, &QPushButton::clicked, this, &HelpWindow::copy);
    connect(m_ui->find, &QLineEdit::textChanged, this, &HelpWindow::search);
    connect(m_ui->find, &QLineEdit::returnPressed, this, [this] { go(false); });
    connect(m_ui->next, &QPushButton::clicked, this, [this] { go(false); });
    connect(m_ui->previous, &QPushButton::clicked, this, [this] { go(true); });
}

void HelpWindow::makeShortcuts()
{
    const auto on = [this](const QKeySequence &key, auto act) {
        connect(new QShortcut(key, this), &QShortcut::activated, this, act);
    };
    on(QKeySequence::Find, [this] {
        m_ui->find->setFocus(Qt::ShortcutFocusReason);
        m_ui->find->selectAll();
    });
    on(QKeySequence::FindNext, [this] { go(false); });
    on(QKeySequence::FindPrevious, [this] { go(true); });
    on(QKeySequence::Back, [this] { m_ui->page->backward(); });
    on(QKeySequence::Forward, [this] { m_ui->page->forward(); });
    on(QKeySequence::Close, [this] { close(); });
    on(Qt::Key_Escape, [this] { escape(); });
}

void HelpWindow::openPage(const QString &name)
{
    m_ui->page->openPage(name);
}

void HelpWindow::renew()
{
    m_texts.clear();
    m_ui->page->renew();
    search();
}

void HelpWindow::namePages()
{
    const QString language = helpLanguage(QLocale().name());
    const QStringList names = helpPages();
    const QSignalBlocker quietList(m_ui->pages);
    m_ui->pages->clear();
    m_ui->choice->clear();
    for (const QString &name : names) {
        m_ui->pages->addItem(helpTitle(name, language));
        m_ui->choice->addItem(helpTitle(name, language));
    }
}

/// List and drop-down say which page is seen, however it was come to.
void HelpWindow::follow(const QUrl &page)
{
    const int row = int(helpPages().indexOf(page.path()));
    const QSignalBlocker quietList(m_ui->pages);
    m_ui->pages->setCurrentRow(row);
    m_ui->choice->setCurrentIndex(row);
    m_ui->page->setAccessibleName(tr("Help: %1", "title of a page").arg(m_ui->choice->itemText(row)));
}

void HelpWindow::search()
{
    const QString words = m_ui->find->text().simplified();
    const bool isSearching = !words.isEmpty();
    int hits = 0;
    int pages = 0;
    const QString language = helpLanguage(QLocale().name());
    for (int page = 0; page < m_ui->pages->count(); ++page) {
        const int here = isSearching ? hitsOn(page) : 0;
        const QString title = helpTitle(helpPages().at(page), language);
        const QString shown =
            here > 0 ? tr("%1 (%L2)", "title of a page, hits on it").arg(title).arg(here) : title;
        m_ui->pages->item(page)->setText(shown);
        m_ui->choice->setItemText(page, shown);
        hits += here;
        pages += here > 0 ? 1 : 0;
    }
    m_ui->page->mark(words);
    m_ui->footer->setVisible(isSearching);
    m_ui->next->setEnabled(hits > 0);
    m_ui->previous->setEnabled(hits > 0);
    m_ui->found->setText(hits == 0    ? tr("Not found on any page.")
                         : pages == 1 ? tr("%Ln time(s) on one page.", nullptr, hits)
                                      : tr("%L1 times on %L2 pages.").arg(hits).arg(pages));
}

int HelpWindow::hitsOn(int page)
{
    if (m_texts.isEmpty())
        readPages();
    return int(m_texts.at(page).count(m_ui->find->text().simplified(), Qt::CaseInsensitive));
}

void HelpWindow::readPages()
{
    const QString language = helpLanguage(QLocale().name());
    const HelpFacts facts = m_source.facts();
    const QStringList names = helpPages();
    for (const QString &name : names) {
        QTextDocument page;
        page.setHtml(helpPage(name, language, facts));
        m_texts += page.toPlainText();
    }
}

/// The next place with the words, on this page or on the next one that has them, round all pages.
void HelpWindow::go(bool backward)
{
    const QString words = m_ui->find->text().simplified();
    if (words.isEmpty() || m_ui->page->findNext(words, backward))
        return;
    const int pages = m_ui->pages->count();
    const int here = m_ui->pages->currentRow();
    for (int step = 1; step <= pages; ++step) {
        const int page = (here + (backward ? pages - step : step)) % pages;
        if (hitsOn(page) == 0)
            continue;
        openPage(helpPages().at(page));
        m_ui->page->moveCursor(backward ? QTextCursor::End : QTextCursor::Start);
        m_ui->page->findNext(words, backward);
        return;
    }
}

/// What is chosen on the page, or all of it.
void HelpWindow::copy()
{
    const QTextCursor chosen = m_ui->page->textCursor();
    QGuiApplication::clipboard()->setText(chosen.hasSelection() ? chosen.selection().toPlainText()
                                                                : m_ui->page->toPlainText());
}

void HelpWindow::escape()
{
    if (m_ui->find->text().isEmpty())
        close();
    else
        m_ui->find->clear();
}

void HelpWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr int Narrow = 46; // times the size of the letters: no room for a list beside the text
    const bool isNarrow = width() < Narrow * fontInfo().pixelSize();
    if (isNarrow && m_ui->pages->hasFocus())
        m_ui->page->setFocus();
    m_ui->pages->setVisible(!isNarrow);
    m_ui->choiceRow->setVisible(isNarrow);
}

void HelpWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    namePages();
    renew();
    follow(m_ui->page->source());
}

} // namespace widgets

#include "moc_helpwindow.cpp"
