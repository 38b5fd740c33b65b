#pragma once

#include "core/clock.h"
#include "model/calls/call.h"
#include "model/guard/pauseguard.h"
#include "model/settings/choices.h"
#include "model/toastlist.h"

#include <QObject>
#include <QSet>

#include <memory>

namespace model {
class Desk;
}

namespace presentation {

/// Something that a person has to hear of though no window of the program is in front.
struct News
{
    QString key = {}; ///< of what it is about: later news with the same key take its place
    QString title = {};
    QString text = {};
    bool isUrgent = false;
    model::CallId call = {};
    bool isOfPause = false;        ///< how long it has lasted, or that it ends
    bool offersKeepPaused = false; ///< PauseGuard::keepPaused(call)
};

/// Tells, while nobody looks, what a person would have seen: a call that rings, a refusal, a doubt about a
/// recording. What is not true any more is withdrawn, and all of it when somebody looks.
class NewsTeller : public QObject
{
    Q_OBJECT

public:
    /// So long a doubt has to last: most are over before anybody could have looked.
    static constexpr core::Duration DoubtLasts = std::chrono::seconds(2);

    /// Of more that is true at once it is only told that there is more.
    static constexpr int MostAtOnce = 5;

    NewsTeller(model::Desk &desk, const model::TellingChoice &choice, QObject *parent = nullptr);

    void setChoice(const model::TellingChoice &choice);
    /// A window of the program is in front, or none is.
    void setSeen(bool isSeen);

Q_SIGNALS:
    void told(const presentation::News &news);
    void withdrawn(const QString &key);

private:
    void followCall(model::CallId id);
    void forgetCall(model::CallId id);
    void tellToast(model::ToastId id);
    void forgetToast(model::ToastId id);
    void tellPause(model::CallId id, model::PauseStep step);
    void tellResume(model::CallId id, core::Instant at);
    void followPause(model::CallId id);
    void followDoubt();
    void tellDoubt();
    void tell(const News &news);
    void withdraw(const QString &key);
    QString partyOf(const model::Call &call) const;

    model::Desk &m_desk;
    model::TellingChoice m_choice;
    std::unique_ptr<core::Alarm> m_doubt;
    QSet<QString> m_told;           ///< the keys of what is still true
    QSet<model::CallId> m_resuming; ///< whose recording is about to be asked to go on
    bool m_isSeen = true;
};

} // namespace presentation
