#pragma once

#include <QAbstractScrollArea>
#include <QPointer>

namespace widgets {

class CallFlow;
class SlidingCard;

/// Where the calls stand: the first call's card, which always shows, and the others, which scroll below it;
/// in a wide window beside it. Scrolled, or with too little height, the first card's body slides away under
/// its head: who it is and the light stay, whatever the size.
class CallStack : public QAbstractScrollArea
{
    Q_OBJECT

public:
    static constexpr int Margin = 12;
    static constexpr int LeastCardWidth = 320; ///< with less, cards are not set side by side
    static constexpr int MostCardWidth = 480;  ///< side by side

    explicit CallStack(QWidget *parent = nullptr);

    /// Takes the place of the one before, which is hidden. nullptr: there is none.
    void setFirst(SlidingCard *card);
    CallFlow &others() const { return *m_flow; }
    QWidget *othersPlace() const { return m_others; }
    /// How many whole cards fit side by side, the first among them.
    int columns() const;
    /// Puts everything where it belongs, now.
    void settle();
    /// Whether all of this part shows.
    bool shows(const QWidget &part) const;
    /// Scrolls so that it does.
    void bring(const QWidget &part);

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void columnsChanged();
    void contentChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    int columnWidth() const;
    void place(int card, int rest);
    QRect mirrored(const QRect &rect) const;

    QPointer<SlidingCard> m_first;
    QWidget *m_holder; ///< of the first card: so it is read before the others
    QWidget *m_clip;   ///< what of the others shows
    QWidget *m_others;
    CallFlow *m_flow;
    int m_columns = 1;
    bool m_isSettling = false;
};

} // namespace widgets
