#pragma once

#include "presentation/look/theme.h"
#include "widgets/help/helpfacts.h"

#include <QTextBrowser>

namespace widgets {

/// Shows the help's pages, which are inside the program: help:NAME, or help:NAME#PLACE. It loads nothing else
/// and opens nothing else.
class HelpBrowser : public QTextBrowser
{
    Q_OBJECT

public:
    explicit HelpBrowser(QWidget *parent = nullptr);

    /// Before the first page.
    void setUp(const presentation::Theme &theme, const HelpSource &source);
    /// The page's name; empty before the first.
    QString page() const;
    void openPage(const QString &name);
    /// Makes the page again, as the theme, the language or the program has changed; it stays where it is.
    void renew();

    /// All of these words on the page are marked; the next one from the cursor on is chosen. False: there is
    /// none in that direction.
    void mark(const QString &words);
    bool findNext(const QString &words, bool backward);

    QVariant loadResource(int type, const QUrl &name) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void follow(const QUrl &link);
    QString styleSheetOfPages() const;

    const presentation::Theme *m_theme = nullptr;
    HelpSource m_source;
    QString m_marked;
};

} // namespace widgets
