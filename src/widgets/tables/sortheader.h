#pragma once

#include "presentation/look/theme.h"

#include <QHeaderView>

namespace widgets {

/// A table's header that sorts by mouse and by keyboard: Tab comes here, the arrows choose a column, Space or
/// Enter sorts by it. The arrow that shows the order stands beside the word.
class SortHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit SortHeader(const presentation::Theme &theme, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    /// With room for the title and, where it is sorted by, for the arrow.
    int widthOfTitle(int section) const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    void choose(int section);
    void sortBy(int section);
    void tell();
    QString titleOf(int section) const;
    QFont titleFont() const;

    const presentation::Theme &m_theme;
    int m_section = 0; ///< which the keyboard has chosen
};

} // namespace widgets
