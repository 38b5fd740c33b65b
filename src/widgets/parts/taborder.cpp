#include "widgets/parts/taborder.h"

#include <QHeaderView>
#include <QLayout>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>

namespace widgets {

namespace {

class TabOrder
{
public:
    explicit TabOrder(const QWidget *here)
        : m_here(here)
    {
    }

    void add(QWidget &widget)
    {
        if (widget.isHidden() || widget.isWindow())
            return;
        if (const auto *table = qobject_cast<QTableView *>(&widget))
            add(*table->horizontalHeader());
        const bool isReached =
            widget.focusPolicy() & Qt::TabFocus && !widget.focusProxy() && widget.isEnabled();
        if (isReached || &widget == m_here)
            order += &widget;
        if (const auto *pages = qobject_cast<QTabWidget *>(&widget))
            addPages(*pages);
        else if (widget.layout())
            addLayout(*widget.layout());
        else if (!qobject_cast<QAbstractItemView *>(&widget))
            addChildren(widget);
    }

    QList<QWidget *> order;

private:
    void addPages(const QTabWidget &pages)
    {
        add(*pages.tabBar());
        if (pages.currentWidget())
            add(*pages.currentWidget());
    }
    void addLayout(const QLayout &layout)
    {
        for (int i = 0; i < layout.count(); ++i) {
            if (QWidget *const widget = layout.itemAt(i)->widget())
                add(*widget);
            else if (const QLayout *const inner = layout.itemAt(i)->layout())
                addLayout(*inner);
        }
    }
    void addChildren(const QWidget &widget)
    {
        for (QObject *child : widget.children()) {
            if (auto *const part = qobject_cast<QWidget *>(child))
                add(*part);
        }
    }

    const QWidget *m_here;
};

} // namespace

QList<QWidget *> tabOrder(QWidget &place, const QWidget *here)
{
    TabOrder found(here);
    found.add(place);
    return found.order;
}

} // namespace widgets
