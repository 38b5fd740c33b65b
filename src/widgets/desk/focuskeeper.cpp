#include "widgets/desk/focuskeeper.h"

#include "widgets/parts/taborder.h"

#include <QEvent>
#include <QMainWindow>

namespace widgets {

namespace {

model::CallId callAround(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget()) {
        if (const auto *about = dynamic_cast<const AboutCall *>(widget))
            return about->aboutCall();
    }
    return {};
}

} // namespace

FocusKeeper::FocusKeeper(QMainWindow &window, HomeOf homeOf)
    : m_window(window)
    , m_homeOf(std::move(homeOf))
{
    window.installEventFilter(this);
}

bool FocusKeeper::move(bool next)
{
    QWidget *const focus = m_window.focusWidget();
    if (focus && !canKeep(focus)) {
        bringHome(focus);
        return true;
    }
    remember(nullptr); // the person has gone on
    return step(next);
}

bool FocusKeeper::canKeep(const QWidget *widget) const
{
    return widget->isVisibleTo(&m_window) && widget->isEnabled();
}

bool FocusKeeper::step(bool next)
{
    QWidget *const focus = m_window.focusWidget();
    QList<QWidget *> order = tabOrder(*m_window.centralWidget(), focus);
    const qsizetype here = order.indexOf(focus);
    const qsizetype count = order.size();
    if (count == 0 || (count == 1 && here == 0))
        return false;
    const qsizetype there = here < 0 ? (next ? 0 : count - 1) : (here + (next ? 1 : count - 1)) % count;
    order.at(there)->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void FocusKeeper::bringHome(QWidget *from)
{
    remember(from);
    m_home = m_homeOf(callAround(from));
    m_home->setFocus(Qt::OtherFocusReason);
}

void FocusKeeper::remember(QWidget *control)
{
    if (m_control)
        m_control->removeEventFilter(this);
    // What the mouse does not give the focus has it from nobody but the person.
    m_control = control && control->focusPolicy() & Qt::ClickFocus ? control : nullptr;
    if (m_control)
        m_control->installEventFilter(this);
}

void FocusKeeper::giveBack()
{
    QWidget *const control = m_control;
    if (!canKeep(control))
        return;
    remember(nullptr);
    if (m_home && m_window.focusWidget() == m_home)
        control->setFocus(Qt::OtherFocusReason);
}

bool FocusKeeper::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (watched == &m_window) {
        // What had the focus may have gone while the window was behind another one: Qt would take the first
        // control.
        QWidget *const focus = m_window.focusWidget();
        if (type == QEvent::WindowActivate && (!focus || !canKeep(focus)))
            bringHome(focus);
    } else if (watched == m_control && (type == QEvent::EnabledChange || type == QEvent::Show)) {
        giveBack();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace widgets

#include "moc_focuskeeper.cpp"
