#pragma once

#include "model/calls/call.h"
#include "model/calls/calllist.h"
#include "presentation/look/theme.h"
#include "presentation/words/calls/casedata.h"
#include "widgets/actions/actionstarter.h"
#include "widgets/agent/slidingcard.h"
#include "widgets/desk/focuskeeper.h"

#include <memory>

namespace widgets {

namespace Ui {
class CallCard;
}
class ActionButton;

/// One call: who, how long, its light, how the recording went, and what can be done. Rooms are reserved, so
/// that nothing moves when a state changes.
class CallCard : public SlidingCard, public AboutCall
{
    Q_OBJECT

public:
    CallCard(model::Desk &desk, const presentation::Theme &theme, model::CallId id,
             QWidget *parent = nullptr);
    ~CallCard() override;

    model::CallId aboutCall() const override { return m_id; }
    /// Where the focus is when no button of the card has it: the light.
    QWidget *home() const;
    void setCaseKeys(const presentation::CaseKeys &keys);
    /// Shows the call as it is; its light first.
    void refresh();
    /// Only what runs with time.
    void refreshTimes();
    /// The first card alone has mnemonics; one that was opened offers to become a row again.
    void setFirst(bool isFirst, bool offersLess = false);
    /// Without timeline and file, where the window has little height.
    void setShort(bool isShort);
    bool isShort() const;
    /// How much less height it takes so.
    int shortBy() const;

Q_SIGNALS:
    void lessRequested(); ///< the person is done with the whole card

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    bool isOnHead(const QMouseEvent &event) const;
    void refreshCaseData(const model::Call &call);
    void showData();
    bool isAboutToResume() const;
    void refreshBadge(const model::Call &call);
    void refreshTimeline();
    void refreshRunning(const model::Call &call);
    void refreshFile(const model::Call &call);
    /// What stands in the place of the file's name, being more urgent.
    QString noteOn(const model::Call &call) const;
    QString partiesOf(const model::Call &call) const;
    void refreshControls(const model::Call &call);
    void refreshParties(const model::Call &call);
    /// `outlook`: what comes of it, beside what it is for.
    void showControl(ActionButton &button, model::CallAction action, const model::Call &call,
                     const QString &outlook = {});
    /// Which call is released: two are in hand during a consultation.
    QString releaseLabel(const model::Call &call) const;
    void copyFileName();

    std::unique_ptr<Ui::CallCard> m_ui;
    model::Desk &m_desk;
    const presentation::Theme &m_theme;
    presentation::CaseKeys m_caseKeys;
    bool m_hasData = false;
    bool m_isShort = false;
    const model::CallId m_id;
    ActionStarter m_starter;
    bool m_isHeadPressed = false;
};

} // namespace widgets
