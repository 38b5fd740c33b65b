#pragma once

#include "automation/report/statereport.h"

#include <QByteArray>
#include <QHash>
#include <QObject>

namespace automation {

/// The state report as text, for programs that are told of every change on a floor of a thousand calls: what
/// is said of a call that only itself can change is kept until it does.
class StateText : public QObject
{
    Q_OBJECT

public:
    StateText(const model::Desk &desk, const ToastWords &words, QObject *parent = nullptr);

    /// The same as stateReport(), as compact JSON.
    QByteArray text();

private:
    QByteArray textOf(model::CallId id);
    void forgetSwaps(model::CallId id);
    bool isKept(const model::Call &call) const;

    const model::Desk &m_desk;
    const ToastWords &m_words;
    QHash<model::CallId, QByteArray> m_kept;
};

} // namespace automation
