#include "widgets/parts/spokentext.h"

#include <QAbstractButton>
#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace widgets {

namespace {

/// What has a text beside its name: a label with a value. It can be read, not marked or edited.
class TextInterface : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    TextInterface(QWidget *widget, QAccessible::Role role)
        : QAccessibleWidget(widget, role)
    {
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface *>(this)
                                                  : QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text kind) const override
    {
        const QString said = QAccessibleWidget::text(kind);
        if (kind == QAccessible::Value || (kind == QAccessible::Name && said.isEmpty()))
            return content();
        // Else it is the tool tip, which may say the same once more.
        const bool isSaid =
            kind == QAccessible::Description && (said == content() || said == widget()->accessibleName());
        return isSaid ? QString() : said;
    }

    QString text(int start, int end) const override { return content().mid(start, end - start); }
    int characterCount() const override { return int(content().size()); }
    int cursorPosition() const override { return 0; }
    void setCursorPosition(int) override {}
    int selectionCount() const override { return 0; }
    void selection(int, int *start, int *end) const override { *start = *end = 0; }
    void addSelection(int, int) override {}
    void removeSelection(int) override {}
    void setSelection(int, int, int) override {}
    QRect characterRect(int) const override { return rect(); }
    int offsetAtPoint(const QPoint &) const override { return -1; }
    void scrollToSubstring(int, int) override {}
    QString attributes(int, int *start, int *end) const override
    {
        *start = 0;
        *end = characterCount();
        return {};
    }

protected:
    virtual QString content() const { return dynamic_cast<const SpokenText *>(widget())->spokenText(); }
};

class LabelInterface final : public TextInterface
{
public:
    explicit LabelInterface(QLabel *label)
        : TextInterface(label, QAccessible::StaticText)
    {
    }

    QAccessible::Role role() const override
    {
        return isPicture() ? QAccessible::Graphic : QAccessible::StaticText;
    }
    /// A picture without a name repeats what stands beside it, and a label without words says nothing.
    QAccessible::State state() const override
    {
        QAccessible::State state = TextInterface::state();
        state.invisible = state.invisible || text(QAccessible::Name).isEmpty();
        return state;
    }
    using TextInterface::text;

private:
    QString content() const override { return label().text(); }
    bool isPicture() const { return !label().pixmap(Qt::ReturnByValue).isNull(); }
    const QLabel &label() const { return *static_cast<const QLabel *>(widget()); }
};

class SwitchInterface final : public TextInterface
{
public:
    explicit SwitchInterface(QWidget *widget)
        : TextInterface(widget, QAccessible::CheckBox)
    {
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = TextInterface::state();
        state.checkable = true;
        state.checked = button().isChecked();
        return state;
    }
    QStringList actionNames() const override
    {
        return button().isEnabled() ? QStringList{toggleAction(), setFocusAction()} : QStringList();
    }
    void doAction(const QString &name) override
    {
        if (name == toggleAction())
            button().click();
        else
            TextInterface::doAction(name);
    }

private:
    QAbstractButton &button() const { return *static_cast<QAbstractButton *>(widget()); }
};

/// A part of a window. To Qt a frame is what others call a window, and a widget with a name is a filler.
class GroupInterface final : public QAccessibleWidget
{
public:
    explicit GroupInterface(QWidget *widget)
        : QAccessibleWidget(widget, QAccessible::Client)
    {
    }
    QAccessible::Role role() const override
    {
        if (widget()->isWindow())
            return QAccessible::Window;
        return widget()->accessibleName().isEmpty() ? QAccessible::Client : QAccessible::Grouping;
    }
    /// Pages hand the focus on to their tabs.
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        const bool isItself = !widget()->focusProxy();
        state.focusable = state.focusable && isItself;
        state.focused = state.focused && isItself;
        return state;
    }
};

QAccessibleInterface *interfaceOf(QWidget &widget, const SpokenText &spoken)
{
    switch (spoken.spokenKind()) {
    case SpokenText::Kind::Label: return new TextInterface(&widget, QAccessible::StaticText);
    case SpokenText::Kind::Picture: return new TextInterface(&widget, QAccessible::Graphic);
    case SpokenText::Kind::Switch: return new SwitchInterface(&widget);
    }
    Q_UNREACHABLE();
}

/// Qt asks with the name of the object's class, then of the class that it comes from, and so on.
QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    auto *const widget = qobject_cast<QWidget *>(object);
    if (!widget)
        return nullptr;
    if (const auto *spoken = dynamic_cast<const SpokenText *>(widget))
        return interfaceOf(*widget, *spoken);
    auto *const label = qobject_cast<QLabel *>(widget);
    // One with a buddy is its buddy's name, and a tool tip is one to Qt, too.
    if (label && !label->buddy() && !label->inherits("QTipLabel"))
        return new LabelInterface(label);
    const bool isPlain = className == u"QFrame" || className == u"QWidget";
    return isPlain ? new GroupInterface(widget) : nullptr;
}

} // namespace

void installSpokenTexts()
{
    QAccessible::installFactory(makeInterface); // Qt knows it once, however often it hears of it
}

void setSpokenName(QWidget &widget, const QString &name)
{
    if (name != widget.accessibleName())
        widget.setAccessibleName(name);
}

void setSpokenDescription(QWidget &widget, const QString &description)
{
    if (description != widget.accessibleDescription())
        widget.setAccessibleDescription(description);
}

void nameClearButton(const QLineEdit &field)
{
    for (auto *button : field.findChildren<QToolButton *>())
        button->setAccessibleName(QCoreApplication::translate("widgets::SpokenText", "Clear the field"));
}

} // namespace widgets
