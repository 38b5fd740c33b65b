#pragma once

#include <QLabel>

namespace widgets {

/// Plain text in one line, or a few, that may be shorter on the screen than it is: the whole of it stands in
/// the tool tip and is what text() and a screen reader tell.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setElideMode(Qt::TextElideMode mode);
    /// Before it is shorter than it is, it takes so many lines, and as much height. 1 before.
    void setMostLines(int lines);
    /// As setText, and sets the tool tip to the same.
    void showText(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return m_most > 1; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList linesFor(int width) const;

    Qt::TextElideMode m_mode = Qt::ElideRight;
    int m_most = 1;
};

} // namespace widgets
