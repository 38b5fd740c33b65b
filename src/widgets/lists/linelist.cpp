#include "widgets/lists/linelist.h"

#include "widgets/tables/sortheader.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QShortcut>

#include <algorithm>

namespace widgets {

void giveListKeys(QWidget &window, QLineEdit &find)
{
    QObject::connect(new QShortcut(QKeySequence::Find, &window), &QShortcut::activated, &find, [&find] {
        find.setFocus(Qt::ShortcutFocusReason);
        find.selectAll();
    });
    QObject::connect(new QShortcut(QKeySequence::Close, &window), &QShortcut::activated, &window,
                     &QWidget::close);
    auto *const escape = new QShortcut(Qt::Key_Escape, &window);
    QObject::connect(escape, &QShortcut::activated, &window, [&window, &find] {
        if (find.text().isEmpty())
            window.close();
        else
            find.clear();
    });
}

void layOutLines(RowView &rows, QAbstractItemModel &model, const presentation::Theme &theme,
                 const RowDelegate::Columns &columns, const QList<int> &widths)
{
    auto *const header = new SortHeader(theme, &rows);
    header->setFocusPolicy(Qt::NoFocus);
    header->setSortIndicatorShown(false);
    header->setSectionsClickable(false);
    rows.setHorizontalHeader(header);
    header->show();
    rows.setSelectionMode(QAbstractItemView::ExtendedSelection);
    rows.setItemDelegate(new RowDelegate(theme, columns, &rows));
    rows.setModel(&model);
    for (int column = 0; column < widths.size(); ++column)
        rows.setColumnWidth(column, std::max(widths.at(column), header->widthOfTitle(column)));
    header->setStretchLastSection(true);
    QObject::connect(&theme, &presentation::Theme::changed, rows.viewport(), qOverload<>(&QWidget::update));
}

void copyLines(const RowView &rows, const std::function<QString(int row)> &lineAt)
{
    QModelIndexList chosen = rows.selectionModel()->selectedRows();
    std::sort(chosen.begin(), chosen.end());
    QStringList lines;
    for (const QModelIndex &index : std::as_const(chosen))
        lines += lineAt(index.row());
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace widgets
