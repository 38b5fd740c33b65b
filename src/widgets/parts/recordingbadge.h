#pragma once

#include "presentation/look/recordinglook.h"
#include "widgets/parts/spokentext.h"

#include <QWidget>

namespace widgets {

/// On a card, or in a row of a table.
enum class BadgeSize { Card, Row };

/// The one routine that paints a recording's state, for every place that shows one: ground, shape, word, and
/// beside the word the time, what was last known, or the request under way. The word is kept whatever the
/// width.
void paintBadge(QPainter &painter, const QRect &rect, const presentation::RecordingLook &look,
                const presentation::Theme &theme, Qt::LayoutDirection direction = Qt::LeftToRight,
                BadgeSize size = BadgeSize::Card);

/// As wide as a badge has to be to show the word and the request under way whole, without a detail.
int badgeWidth(const presentation::RecordingLook &look, const presentation::Theme &theme, BadgeSize size);

/// The light of one call. It takes the focus, so that it can be read by keyboard and screen reader, and says
/// a change once: never the passing of time.
class RecordingBadge : public QWidget, public SpokenText
{
    Q_OBJECT

public:
    explicit RecordingBadge(QWidget *parent = nullptr);

    void setTheme(const presentation::Theme &theme);
    /// As a card has it (from the beginning) or a row: that one is not reached by Tab.
    void setBadgeSize(BadgeSize size);
    void setLook(const presentation::RecordingLook &look);
    const presentation::RecordingLook &look() const { return m_look; }

    Kind spokenKind() const override { return Kind::Label; }
    QString spokenText() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const presentation::Theme *m_theme = nullptr;
    presentation::RecordingLook m_look;
    BadgeSize m_size = BadgeSize::Card;
};

} // namespace widgets
