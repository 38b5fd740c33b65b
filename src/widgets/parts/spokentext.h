#pragma once

#include <QString>

class QLineEdit;
class QWidget;

namespace widgets {

/// Tells screen readers of what Qt tells them nothing: labels of their text, and frames and named groups that
/// they are groups. To be called before the first window; harmless when repeated.
void installSpokenTexts();
/// As the setters of QWidget, which tell each call as news, whether it is or not.
void setSpokenName(QWidget &widget, const QString &name);
void setSpokenDescription(QWidget &widget, const QString &description);
/// The button that clears the field has a picture only.
void nameClearButton(const QLineEdit &field);

/// A widget that paints what it says: a screen reader finds it as a text beside the name, which may change
/// with every second without being news.
class SpokenText
{
public:
    enum class Kind : quint8 {
        Label,
        Picture,
        Switch
    }; ///< a switch is a QAbstractButton that can be checked

    SpokenText() { installSpokenTexts(); }
    virtual ~SpokenText() = default;

    virtual Kind spokenKind() const = 0;
    /// All that is seen, in words.
    virtual QString spokenText() const = 0;
};

} // namespace widgets
