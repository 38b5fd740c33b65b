#pragma once

#include "presentation/words/floor/boardtext.h"
#include "widgets/parts/spokentext.h"

#include <QAbstractButton>

namespace widgets {

/// How many calls are in one state, as a small light; pressing it shows only those.
class StateCounter : public QAbstractButton, public SpokenText
{
    Q_OBJECT

public:
    StateCounter(presentation::BoardFilter filter, const presentation::Theme &theme,
                 QWidget *parent = nullptr);

    presentation::BoardFilter filter() const { return m_filter; }
    void setCount(int count);

    Kind spokenKind() const override { return Kind::Switch; }
    QString spokenText() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const presentation::BoardFilter m_filter;
    const presentation::Theme &m_theme;
    int m_count = -1;
    mutable int m_width = 0; ///< the widest so far: a counter that shrinks would move its neighbours
};

} // namespace widgets
