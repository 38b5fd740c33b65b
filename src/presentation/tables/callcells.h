#pragma once

#include "presentation/tables/callorder.h"

#include <QVariant>

namespace presentation {

/// Who has changed a recording: "you", "somebody else".
QString changerText(model::Changer changer);

/// What the cells of a call's row say.
class CallCells
{
public:
    CallCells(const model::CallRecord &record, core::Instant now)
        : m_record(record)
        , m_now(now)
    {
    }

    QString text(CallOrder::Column column) const;
    QString spokenText(CallOrder::Column column) const; ///< of what is painted, too
    QString toolTip(CallOrder::Column column) const;
    QVariant light() const; ///< a RecordingLook; nothing once it has ended
    bool isQuiet(CallOrder::Column column) const;

    static QString title(CallOrder::Column column);
    static QString parties(const model::CallRecord &record);
    static QString files(const model::CallRecord &record, const QString &separator);

private:
    QString timeText(const ToldTime &told) const;
    QString whyAtLeast() const;
    QString whyInDoubt() const;
    QString beginText() const;
    QString pausesText() const;
    QString moversText() const;
    QString movesTip() const;

    const model::CallRecord &m_record;
    const core::Instant m_now;
};

} // namespace presentation
