#include "backends/logreplay/headlessblock.h"

#include "backends/logreplay/lines/linekind.h"
#include "backends/logreplay/logattributes.h"

namespace logreplay {

bool isConnId(const LogField &field)
{
    static const quint64 bit = fieldOf("AttributeConnID")->bit;
    return field.bit == bit;
}

bool HeadlessBlock::take(std::string_view text)
{
    if (!text.starts_with(AttributeWord))
        return true;
    const std::string_view name = takeWord(text);
    const LogField *const field = fieldOf(name);
    if (!field || field->list)
        return true;
    if ((m_seen & field->bit) && isConnId(*field))
        return false;
    m_seen |= field->bit;
    field->read(m_message.event, trimmed(text));
    return true;
}

bool HeadlessBlock::isRest() const
{
    if (m_seenBefore == 0 || !m_message.event.connId.isNull())
        return false;
    return m_seenBefore == Anything || (m_seen & m_seenBefore) == 0;
}

} // namespace logreplay
