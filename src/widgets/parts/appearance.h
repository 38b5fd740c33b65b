#pragma once

#include "presentation/look/theme.h"

#include <QObject>

#include <memory>

namespace widgets {

/// Gives the theme to the application: palette, font and the one style sheet, generated from the theme's
/// tones. Again whenever the theme changes; and tells the theme when the system's look has.
class Appearance : public QObject
{
    Q_OBJECT

public:
    explicit Appearance(presentation::Theme &theme, QObject *parent = nullptr);

    static QString styleSheet(const presentation::Theme &theme);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();
    void setAltHeld(bool held);

    presentation::Theme &m_theme;
    std::shared_ptr<bool> m_isAltHeld = std::make_shared<bool>(false);
    bool m_isApplying = false;
};

} // namespace widgets
