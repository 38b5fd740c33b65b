#include "automation/report/statetext.h"

#include <QJsonDocument>

namespace automation {

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

StateText::StateText(const model::Desk &desk, const ToastWords &words, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_words(words)
{
    const auto forget = [this](model::CallId id) { m_kept.remove(id); };
    const auto forgetAll = [this] { m_kept.clear(); };
    const auto forgetAround = [this, forget](model::CallId id) {
        forget(id);
        forgetSwaps(id);
    };
    connect(&desk.calls, &model::CallList::inserted, this, forgetAround);
    connect(&desk.calls, &model::CallList::removed, this, forgetAround);
    connect(&desk.calls, &model::CallList::changed, this,
            [forget, forgetAround](model::CallId id, model::CallChanges changes) {
                if (changes & (model::CallChange::Phase | model::CallChange::Certainty))
                    forgetAround(id);
                else
                    forget(id);
            });
    connect(&desk.abilities, &model::ServerAbilities::changed, this, forgetAll);
    connect(&desk.calls, &model::CallList::certaintyChanged, this, forgetAll);
    connect(&desk.registry, &model::DnRegistry::entriesChanged, this, forgetAll);
}

/// Whether the own calls can be swapped with each other goes by each of them: all are told of anew.
void StateText::forgetSwaps(model::CallId id)
{
    if (const model::Call *const call = m_desk.calls.find(id); call && m_desk.views.isOwn(*call))
        m_kept.clear();
}

/// Neither does time go into what is said of it, nor another call, but for swapping (forgetSwaps).
bool StateText::isKept(const model::Call &call) const
{
    return m_desk.calls.isCertain(call) && !m_desk.timeline.lastKnown(call.id) &&
           call.consultation.isNull() && call.consultationOf.isNull();
}

QByteArray StateText::textOf(model::CallId id)
{
    if (const auto kept = m_kept.constFind(id); kept != m_kept.constEnd())
        return *kept;
    const model::Call &call = *m_desk.calls.find(id);
    const QByteArray text = compact(callReport(m_desk, call));
    if (isKept(call))
        m_kept.insert(id, text);
    return text;
}

QByteArray StateText::text()
{
    const QByteArray noCalls = "\"calls\":[]"; // once: quotation marks in texts are escaped
    const QByteArray frame = compact(reportWithoutCalls(m_desk, m_words));
    const qsizetype place = frame.indexOf(noCalls) + noCalls.size() - 1;
    QByteArray calls;
    for (const model::CallId id : m_desk.calls.ids()) {
        if (!calls.isEmpty())
            calls += ',';
        calls += textOf(id);
    }
    return frame.first(place) + calls + frame.sliced(place);
}

} // namespace automation

#include "moc_statetext.cpp"
