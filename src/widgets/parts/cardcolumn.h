#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace widgets {

/// Cards below each other, scrolled where their height does not fit, never narrower than the widest needs.
/// Their width stays when the scroll bar comes: it takes its room from the margin.
class CardColumn : public QScrollArea
{
    Q_OBJECT

public:
    explicit CardColumn(QWidget *parent = nullptr);

    QVBoxLayout *column() const { return m_column; }
    /// What all of it needs at this width.
    int fullHeight(int width) const;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void contentChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QVBoxLayout *m_column;
    int m_leastWidth = 0;
};

} // namespace widgets
