#pragma once

#include <QFrame>

namespace widgets {

/// A card whose head always shows, and whose body gives way: where there is less height than both need, the
/// body's lower end shows, and its upper one has slid away under the head.
class SlidingCard : public QFrame
{
    Q_OBJECT

public:
    using QFrame::QFrame;

    /// What it must have so that the head is whole.
    int headHeight() const;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    /// Once; both have a layout of their own.
    void setParts(QWidget &head, QWidget &body);

    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QWidget *m_head = nullptr;
    QWidget *m_clip = nullptr; ///< what of the body can be seen
    QWidget *m_body = nullptr;
};

} // namespace widgets
