#include "presentation/tables/boardcells.h"

#include "presentation/words/actiontext.h"
#include "presentation/words/plaintext.h"

using namespace Qt::StringLiterals;

namespace presentation {

BoardCells::BoardCells(const model::Desk &desk)
    : m_desk(desk)
{
}

bool BoardCells::isRefused(int index) const
{
    return m_desk.board.monitorStateOf(index) == model::MonitorState::Refused;
}

QString BoardCells::text(int index, Column column) const
{
    const model::BoardRow &row = m_desk.board.row(index);
    const model::Call *call = m_desk.board.callOf(index);
    switch (column) {
    case BoardOrder::AgentColumn: return plainText(row.agentName, 60);
    case BoardOrder::DnColumn: return plainText(row.dn.toString(), 40);
    case BoardOrder::StateColumn: return boardStateText(m_desk, index);
    case BoardOrder::PartyColumn: return call ? boardPartyText(call, row.dn) : u"–"_s;
    case BoardOrder::RecordingColumn: return light(index).value_or(RecordingLook()).word;
    case BoardOrder::SinceColumn: return boardTimeText(m_desk, call);
    case BoardOrder::FileColumn: return boardFileText(call);
    }
    Q_UNREACHABLE();
}

std::optional<RecordingLook> BoardCells::light(int index) const
{
    const model::Call *call = m_desk.board.callOf(index);
    if (!call || isRefused(index))
        return {};
    RecordingLook look = recordingLight(call->recording, m_desk.calls.isCertain(*call));
    if (call->pendingRecording)
        look.pending = actionProgress(call->pendingRecording->action);
    return look;
}

QString BoardCells::spoken(int index, Column column) const
{
    if (column == BoardOrder::AgentColumn) {
        QStringList parts;
        for (const Column part : {BoardOrder::AgentColumn, BoardOrder::DnColumn, BoardOrder::StateColumn,
                                  BoardOrder::RecordingColumn})
            parts += text(index, part);
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    if (column != BoardOrder::RecordingColumn)
        return text(index, column);
    const std::optional<RecordingLook> look = light(index);
    if (!look) // nothing is seen there
        return isRefused(index) ? boardStateText(m_desk, index) : boardFilterText(BoardFilter::NoCall);
    return look->pending.isEmpty() ? look->word : look->word + u", "_s + look->pending;
}

QString BoardCells::description(int index, Column column) const
{
    const model::Call *call = m_desk.board.callOf(index);
    const bool certain = call && m_desk.calls.isCertain(*call);
    const bool isAge = column == BoardOrder::SinceColumn && !certain;
    if (!call || (column != BoardOrder::RecordingColumn && !isAge))
        return text(index, column);
    const RecordingLook look = recordingLook(
        *call, certain, {.now = m_desk.clock.now(), .heardAt = m_desk.timeline.lastKnown(call->id)});
    return isAge ? ageText(look) : look.description;
}

bool BoardCells::isQuiet(int index, Column column) const
{
    return (column == BoardOrder::PartyColumn && !m_desk.board.callOf(index)) ||
           column == BoardOrder::FileColumn || (column == BoardOrder::StateColumn && isRefused(index));
}

} // namespace presentation
