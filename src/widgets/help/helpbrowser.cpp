#include "widgets/help/helpbrowser.h"

#include "widgets/help/helppages.h"
#include "widgets/help/helppictures.h"

#include <QLocale>
#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextCursor>

using namespace Qt::StringLiterals;

namespace widgets {

HelpBrowser::HelpBrowser(QWidget *parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(20);
    connect(this, &QTextBrowser::anchorClicked, this, &HelpBrowser::follow);
    connect(this, &QTextBrowser::sourceChanged, this, [this] { mark(m_marked); });
}

void HelpBrowser::setUp(const presentation::Theme &theme, const HelpSource &source)
{
    m_theme = &theme;
    m_source = source;
    connect(m_theme, &presentation::Theme::changed, this, &HelpBrowser::renew);
}

QString HelpBrowser::page() const
{
    return source().path();
}

void HelpBrowser::openPage(const QString &name)
{
    if (name != page())
        follow(QUrl(u"help:"_s + name));
}

void HelpBrowser::renew()
{
    if (page().isEmpty())
        return;
    const int place = verticalScrollBar()->value();
    reload();
    mark(m_marked);
    verticalScrollBar()->setValue(place);
}

void HelpBrowser::follow(const QUrl &link)
{
    const QUrl target = source().resolved(link);
    if (target.scheme() == u"help" && helpPages().contains(target.path()))
        setSource(target);
}

QVariant HelpBrowser::loadResource(int type, const QUrl &name)
{
    if (!m_theme)
        return {};
    if (name.scheme() == u"picture")
        return helpPicture(name.path(), *m_theme, devicePixelRatioF(), layoutDirection());
    if (type != QTextDocument::HtmlResource || name.scheme() != u"help")
        return {};
    document()->setDefaultStyleSheet(styleSheetOfPages());
    return helpPage(name.path(), helpLanguage(QLocale().name()), m_source.facts());
}

QString HelpBrowser::styleSheetOfPages() const
{
    using presentation::TextRole;
    const presentation::Tones &tones = m_theme->tones();
    const int text = m_theme->pixelSize(TextRole::Text);
    return u"h1 { font-size: %1px; font-weight: 600; margin-top: 0; margin-bottom: 12px; }"
           "h2 { font-size: %2px; font-weight: 600; margin-top: 24px; margin-bottom: 8px; }"
           "h3 { font-size: %3px; font-weight: 600; margin-top: 20px; margin-bottom: 4px; }"
           "p { margin-top: 4px; margin-bottom: 8px; line-height: 130%; }"
           "li { margin-bottom: 4px; line-height: 130%; }"
           "a { color: %4; } .quiet { color: %5; } td { border-bottom: 1px solid %6; }" // notr: a style sheet
           ".first { font-weight: 600; }"_s.arg(text + 8)
               .arg(m_theme->pixelSize(TextRole::Party))
               .arg(m_theme->pixelSize(TextRole::Badge))
               .arg(tones.accent.name(), tones.quiet.name(), tones.line.name());
}

void HelpBrowser::mark(const QString &words)
{
    m_marked = words;
    QList<ExtraSelection> marks;
    QTextCharFormat format;
    if (m_theme) {
        format.setBackground(m_theme->tones().paused.ground);
        format.setForeground(m_theme->tones().paused.text);
        format.setFontUnderline(m_theme->kind() == presentation::ThemeKind::HighContrast);
    }
    if (!words.isEmpty()) {
        for (QTextCursor at = document()->find(words, 0); !at.isNull(); at = document()->find(words, at))
            marks.append({.cursor = at, .format = format});
    }
    setExtraSelections(marks);
}

bool HelpBrowser::findNext(const QString &words, bool backward)
{
    return find(words, backward ? QTextDocument::FindBackward : QTextDocument::FindFlags());
}

/// What one reads stays at the top as the lines break anew.
void HelpBrowser::resizeEvent(QResizeEvent *event)
{
    const int top = cursorForPosition({0, 4}).position();
    const bool isAtStart = verticalScrollBar()->value() == 0;
    QTextBrowser::resizeEvent(event);
    if (isAtStart || event->oldSize().width() == event->size().width())
        return;
    QTextCursor cursor(document());
    cursor.setPosition(std::min(top, document()->characterCount() - 1));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + cursorRect(cursor).top());
}

} // namespace widgets

#include "moc_helpbrowser.cpp"
