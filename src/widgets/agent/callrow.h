#pragma once

#include "model/calls/call.h"
#include "presentation/look/theme.h"
#include "widgets/actions/actionstarter.h"
#include "widgets/desk/focuskeeper.h"

#include <QAbstractButton>

class QGridLayout;

namespace widgets {

class ActionButton;
class ElidedLabel;
class RecordingBadge;

/// A call that is not the first: its light, who, how long, and its one most probable button. Pressing the
/// row opens it into the whole card.
class CallRow : public QAbstractButton, public AboutCall
{
    Q_OBJECT

public:
    CallRow(model::Desk &desk, const presentation::Theme &theme, model::CallId id, QWidget *parent = nullptr);

    model::CallId aboutCall() const override { return m_id; }
    /// Where the focus is when no button of the row has it: the light.
    QWidget *home() const;
    /// Shows the call as it is; its light first.
    void refresh();
    /// Only what runs with time.
    void refreshTimes();

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return false; } // all are of one height
    QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool hitButton(const QPoint &position) const override;

private:
    void arrange(bool isNarrow);
    void refreshLight(const model::Call &call);
    void refreshAction(const model::Call &call);

    model::Desk &m_desk;
    const presentation::Theme &m_theme;
    const model::CallId m_id;
    ActionStarter m_starter;
    RecordingBadge *m_badge;
    ElidedLabel *m_party;
    ElidedLabel *m_line;
    ActionButton *m_action;
    QGridLayout *m_grid;
    bool m_isNarrow = false;
};

} // namespace widgets
