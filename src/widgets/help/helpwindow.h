#pragma once

#include "presentation/look/theme.h"
#include "widgets/help/helpfacts.h"

#include <QWidget>

#include <memory>

namespace widgets {

namespace Ui {
class HelpWindow;
}

/// The help: its pages, search in all of them, back and forward. A window of its own that stands in nobody's
/// way and deletes itself when it is closed.
class HelpWindow : public QWidget
{
    Q_OBJECT

public:
    HelpWindow(presentation::Theme &theme, const HelpSource &source, QWidget *parent = nullptr);
    ~HelpWindow() override;

    void openPage(const QString &name);
    /// What the pages say of the program has changed.
    void renew();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void connectParts();
    void makeShortcuts();
    void namePages();
    void follow(const QUrl &page);
    void search();
    void go(bool backward);
    void copy();
    void escape();
    int hitsOn(int page);
    void readPages();

    std::unique_ptr<Ui::HelpWindow> m_ui;
    const HelpSource m_source;
    QStringList m_texts; ///< of the pages, to be searched; empty: to be made first
};

} // namespace widgets
