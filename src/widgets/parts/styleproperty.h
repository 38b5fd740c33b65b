#pragma once

#include <QStyle>
#include <QVariant>
#include <QWidget>

namespace widgets {

/// Sets a property that the style sheet looks at, and lets it look again: by itself it does not.
inline void setStyleProperty(QWidget &widget, const char *name, const QVariant &value)
{
    if (widget.property(name) == value)
        return;
    widget.setProperty(name, value);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
    widget.update();
}

} // namespace widgets
