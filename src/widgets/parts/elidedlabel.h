#pragma once

#include <QLabel>

namespace widgets {

/// One line of plain text that may be shorter on the screen than it is: the whole of it stands in the tool
/// tip and is what text() and a screen reader tell.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setElideMode(Qt::TextElideMode mode);
    /// As setText, and sets the tool tip to the same.
    void showText(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace widgets
