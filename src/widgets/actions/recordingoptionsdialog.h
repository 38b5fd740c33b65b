#pragma once

#include "model/actions/recordingoptions.h"
#include "model/calls/call.h"
#include "presentation/look/theme.h"
#include "presentation/words/questiontext.h"
#include "widgets/dialogs/dialog.h"

#include <memory>

namespace model {
class Desk;
}

namespace widgets {

namespace Ui {
class RecordingOptionsDialog;
}

/// Asks what goes with a recording request, says what is wrong with it while it is typed, and sends only what
/// was given. It is the confirmation, too: nothing is sent but by its button, which is the default only where
/// there would be no question without it. Nothing in it outlives it; it deletes itself, and goes away when
/// the call does or becomes somebody else's.
class RecordingOptionsDialog : public Dialog
{
    Q_OBJECT

public:
    RecordingOptionsDialog(model::Desk &desk, const presentation::Theme &theme, const model::Call &call,
                           model::CallAction action, QWidget *parent);
    ~RecordingOptionsDialog() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    model::RecordingOptions options() const;
    void showWords(const model::Call &call);
    void hideFieldsOfStart();
    void connectFields();
    void follow();
    void refresh();
    void showFlaw(model::OptionsFlaw flaw);
    void send();
    void fitScroll();

    std::unique_ptr<Ui::RecordingOptionsDialog> m_ui;
    model::Desk &m_desk;
    const model::CallId m_id;
    const model::CallAction m_action;
    const presentation::Behalf m_behalf; ///< when it was opened
    const bool m_asks;                   ///< there would be a question without it
};

} // namespace widgets
