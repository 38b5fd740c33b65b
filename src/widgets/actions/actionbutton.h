#pragma once

#include "core/clock.h"
#include "model/actions/callaction.h"

#include <QPushButton>

namespace widgets {

/// A button that means one action on a call now and another one later. A click that comes sooner after the
/// change than ClickGuard::Settling, or was begun before it, was aimed at the old meaning and does nothing;
/// the room is that of the longest label, so that the neighbours stay where they are.
class ActionButton : public QPushButton
{
    Q_OBJECT

public:
    explicit ActionButton(QWidget *parent = nullptr);

    /// Everything that it may come to mean.
    void setMeanings(const QList<model::CallAction> &meanings);
    /// What it means from now on; `label` in the place of the action's own. `clock` must live as long as the
    /// button is clicked. Returns whether this is new.
    bool mean(model::CallAction action, const core::Clock &clock, const QString &label = {});
    /// Whether its label has a mnemonic: of two cards that are shown only one may have them.
    void setMnemonic(bool has);
    std::optional<model::CallAction> meaning() const { return m_meaning; }
    /// The label is heard and stands in the tool tip, but only the icon is seen.
    void showIconOnly() { m_isIconOnly = true; }
    /// Nothing: clicks are ignored; the label stays.
    void meanNothing() { m_meaning.reset(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void pressedFor(model::CallAction action);

private:
    QString shownLabel(model::CallAction action, const QString &label = {}) const;
    QSize roomFor(const QString &label) const;

    const core::Clock *m_clock = nullptr;
    bool m_isIconOnly = false;
    QList<model::CallAction> m_meanings;
    std::optional<model::CallAction> m_meaning;
    core::Instant m_since = {};
    QString m_label = {}; ///< in the place of the action's own
    bool m_hasMnemonic = true;
    quint32 m_serial = 0;     ///< counts the meanings
    quint32 m_pressedFor = 0; ///< which it was pressed for
};

} // namespace widgets
