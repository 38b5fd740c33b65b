#include "presentation/presence/newsteller.h"

#include "model/desk.h"
#include "presentation/words/calls/guardtext.h"
#include "presentation/words/calltext.h"
#include "presentation/words/toasttext.h"

using namespace Qt::StringLiterals;

namespace presentation {

namespace {

QString pauseKeyOf(model::CallId id)
{
    return u"pause-"_s + id.toString();
}

const QString DoubtKey = u"doubt"_s;
const QString MoreKey = u"more"_s;

QString keyOf(model::CallId id)
{
    return u"call-"_s + id.toString();
}

QString keyOf(model::ToastId id)
{
    return u"toast-%1"_s.arg(quint64(id));
}

} // namespace

NewsTeller::NewsTeller(model::Desk &desk, const model::TellingChoice &choice, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_choice(choice)
    , m_doubt(desk.clock.alarm([this] { tellDoubt(); }))
{
    connect(&desk.calls, &model::CallList::inserted, this, &NewsTeller::followCall);
    connect(&desk.calls, &model::CallList::changed, this,
            [this](model::CallId id, model::CallChanges changes) {
                if (changes & (model::CallChange::Phase | model::CallChange::Parties))
                    followCall(id);
            });
    connect(&desk.calls, &model::CallList::removed, this, &NewsTeller::forgetCall);
    connect(&desk.calls, &model::CallList::certaintyChanged, this, &NewsTeller::followDoubt);
    connect(&desk.guard, &model::PauseGuard::reminded, this, &NewsTeller::tellPause);
    connect(&desk.guard, &model::PauseGuard::aboutToResume, this, &NewsTeller::tellResume);
    connect(&desk.guard, &model::PauseGuard::changed, this, &NewsTeller::followPause);
    connect(&desk.toasts, &model::ToastList::posted, this, &NewsTeller::tellToast);
    connect(&desk.toasts, &model::ToastList::dismissed, this, &NewsTeller::forgetToast);
}

void NewsTeller::setChoice(const model::TellingChoice &choice)
{
    m_choice = choice;
}

void NewsTeller::setSeen(bool isSeen)
{
    m_isSeen = isSeen;
    const QSet<QString> told = isSeen ? m_told : QSet<QString>();
    for (const QString &key : told)
        withdraw(key);
    if (!isSeen)
        followDoubt();
}

/// A second call that rings is told of like the first.
void NewsTeller::followCall(model::CallId id)
{
    const model::Call *const call = m_desk.calls.find(id);
    const model::Leg *const own = call ? m_desk.views.ownLeg(*call) : nullptr;
    if (!own || own->phase != model::CallPhase::Ringing)
        return withdraw(keyOf(id));
    if (m_choice.ringing && !m_told.contains(keyOf(id)))
        tell({.key = keyOf(id),
              .title = tr("A call rings"),
              .text = partyOf(*call),
              .isUrgent = true,
              .call = id});
}

void NewsTeller::forgetCall(model::CallId id)
{
    withdraw(keyOf(id));
}

QString NewsTeller::partyOf(const model::Call &call) const
{
    return m_choice.parties ? partiesText(m_desk.views.view(call), call.type) : QString();
}

void NewsTeller::tellToast(model::ToastId id)
{
    const model::Toast *const toast = m_desk.toasts.find(id);
    if (!m_choice.refusals || !toast || toast->severity != model::Severity::Error)
        return;
    if (!m_choice.parties) // its words may name numbers
        return tell({.key = keyOf(id),
                     .title = tr("Something could not be done"),
                     .text = tr("Open Tallylight to see what."),
                     .isUrgent = true,
                     .call = toast->call});
    QStringList lines{toastSubject(*toast), toastReason(*toast)};
    lines.removeAll(QString());
    tell({.key = keyOf(id),
          .title = toastTitle(*toast),
          .text = lines.join(u'\n'),
          .isUrgent = true,
          .call = toast->call});
}

void NewsTeller::forgetToast(model::ToastId id)
{
    withdraw(keyOf(id));
}

void NewsTeller::tellPause(model::CallId id, model::PauseStep step)
{
    const model::Call *const call = m_desk.calls.find(id);
    const auto count = m_desk.guard.countOf(id);
    if (!m_choice.pauseGuard || !call || !count)
        return;
    tell({.key = pauseKeyOf(id),
          .title = pauseReminderText(step, count->limit),
          .text = partyOf(*call),
          .isUrgent = step == model::PauseStep::Limit,
          .call = id,
          .isOfPause = true});
}

void NewsTeller::tellResume(model::CallId id, core::Instant at)
{
    const model::Call *const call = m_desk.calls.find(id);
    if (!m_choice.pauseGuard || !call)
        return;
    tell({.key = pauseKeyOf(id),
          .title = aboutToResumeText(at, m_desk.clock.now()),
          .text = partyOf(*call),
          .isUrgent = true,
          .call = id,
          .isOfPause = true,
          .offersKeepPaused = true});
}

/// The pause is over, or what was announced is off.
void NewsTeller::followPause(model::CallId id)
{
    const auto count = m_desk.guard.countOf(id);
    if (!count || (m_resuming.contains(id) && !count->resumesAt))
        withdraw(pauseKeyOf(id));
    if (count && count->resumesAt)
        m_resuming.insert(id);
    else
        m_resuming.remove(id);
}

void NewsTeller::followDoubt()
{
    if (m_desk.calls.isCertain()) {
        m_doubt->stop();
        withdraw(DoubtKey);
    } else if (!m_isSeen && !m_told.contains(DoubtKey) && !m_doubt->isActive()) {
        m_doubt->start(DoubtLasts);
    }
}

/// Without a call that may be recorded there is nothing to be in doubt about.
void NewsTeller::tellDoubt()
{
    const qsizetype calls = m_desk.views.openRecordings().size();
    if (!m_choice.doubt || calls == 0 || m_desk.calls.isCertain())
        return;
    tell({.key = DoubtKey,
          .title = tr("Not certain what is recorded"),
          .text = tr("SIP Server is not heard: nobody knows whether %Ln call(s) are still recorded.", nullptr,
                     int(calls)),
          .isUrgent = true});
}

void NewsTeller::tell(const News &news)
{
    if (m_isSeen || m_told.contains(MoreKey))
        return;
    if (m_told.size() == MostAtOnce && news.key != MoreKey)
        return tell({.key = MoreKey,
                     .title = tr("More has happened"),
                     .text = tr("Open Tallylight to see all of it.")});
    m_told.insert(news.key);
    Q_EMIT told(news);
}

void NewsTeller::withdraw(const QString &key)
{
    if (m_told.remove(key))
        Q_EMIT withdrawn(key);
}

} // namespace presentation

#include "moc_newsteller.cpp"
