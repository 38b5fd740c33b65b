#pragma once

#include <QLayout>
#include <QList>

namespace widgets {

/// Buttons beside each other, and on further lines where they do not fit: none is cut, however long its label
/// is. What is left of a line is shared among those that may grow (setStretch), else it stays empty. The
/// lines depend on the width and on what the buttons may come to say alone, so that nothing moves with a
/// state.
class ButtonFlow : public QLayout
{
    Q_OBJECT

public:
    static constexpr int Gap = 8;

    explicit ButtonFlow(QWidget *parent);
    ~ButtonFlow() override;

    void add(QWidget &button, int stretch = 0);

    void addItem(QLayoutItem *item) override;
    int count() const override { return int(m_parts.size()); }
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    struct Part
    {
        QLayoutItem *item = nullptr;
        int stretch = 0;
    };
    using Line = QList<Part>;

    QList<Line> linesIn(int width) const;
    static int widthOf(const Line &line);
    static int heightOf(const Line &line);
    void place(const Line &line, const QRect &room) const;

    QList<Part> m_parts;
};

} // namespace widgets
