#pragma once

#include <QLayout>
#include <QList>

namespace widgets {

/// The calls that are not the first, whole cards and rows, in columns of one width: each below the shortest
/// column, so that one that comes at the end moves none. They are read (and tabbed through) in their order.
class CallFlow : public QLayout
{
    Q_OBJECT

public:
    static constexpr int Gap = 8;

    explicit CallFlow(QWidget *parent);
    ~CallFlow() override;

    /// How wide each of its columns is; the rest of its width stays empty.
    void setColumnWidth(int width);
    /// Exactly these, in this order; who was there and is not any more is hidden.
    void setWidgets(const QList<QWidget *> &widgets);

    void addItem(QLayoutItem *item) override { m_items.append(item); }
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place(QRect(0, 0, width, 0), false); }
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    int place(const QRect &rect, bool sets) const;

    QList<QLayoutItem *> m_items;
    int m_columnWidth = 0;
};

} // namespace widgets
