#include "backends/logreplay/logreader.h"

#include "backends/logreplay/text.h"

#include <memory>

namespace logreplay {

namespace {

using tlib::MessageType;

constexpr std::string_view Message = "message ";
constexpr std::string_view Attribute = "Attribute";
constexpr std::string_view ByteOrderMark = "\xef\xbb\xbf";

constexpr bool isOfAName(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

bool isMessageName(std::string_view name)
{
    return name.starts_with("Event") || name.starts_with("Request");
}

QByteArrayView bytes(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

/// Takes the blanks from the front; their width in columns.
int takeIndent(std::string_view &line)
{
    int columns = 0;
    while (!line.empty() && isBlank(line.front())) {
        columns += line.front() == '\t' ? TabColumns : 1;
        line.remove_prefix(1);
    }
    return columns;
}

bool isPartOfAMessage(std::string_view text)
{
    return text.starts_with(Attribute) || text.starts_with('\'');
}

} // namespace

std::string_view messageNameIn(std::string_view line)
{
    for (std::size_t at = line.find(Message); at != std::string_view::npos; at = line.find(Message, at + 1)) {
        if (at > 0 && !isBlank(line[at - 1]))
            continue;
        std::string_view name = line.substr(at + Message.size());
        std::size_t end = 0;
        while (end < name.size() && isOfAName(name[end]))
            ++end;
        if (end < name.size() && !isBlank(name[end]))
            continue;
        name = name.substr(0, end);
        if (isMessageName(name))
            return name;
    }
    return {};
}

void LogReader::feed(QByteArrayView piece)
{
    m_statistics.bytes += piece.size();
    m_lines.feed(piece);
}

void LogReader::finish()
{
    m_lines.finish();
    m_isFinished = true;
}

bool LogReader::next(LogMessage &message)
{
    while (const auto line = m_lines.next()) {
        ++m_statistics.lines;
        if (take(*line, message))
            return true;
    }
    if (!m_isFinished || (m_place != Place::Inside && m_place != Place::Interrupted))
        return false;
    if (m_place == Place::Inside)
        endMessage(End::EndOfLog);
    m_place = Place::Outside;
    return hand(message);
}

/// True when a message is complete, which has been handed over then.
bool LogReader::take(const LineSplitter::Line &line, LogMessage &message)
{
    std::string_view text = line.text;
    if (m_statistics.lines == 1 && text.starts_with(ByteOrderMark))
        text.remove_prefix(ByteOrderMark.size());
    const bool isOpen = m_place == Place::Inside || m_place == Place::Interrupted;
    if (line.isTooLong) {
        skip(Skip::LongLine);
        if (m_place == Place::Inside)
            m_message.trust = std::max(m_message.trust, Trust::Partial);
        return false;
    }
    if (!line.isEnded && m_place == Place::Inside && isBlank(text.front())) {
        // Half a line may look like a whole one: '70 of 7001 does not, 2 of 21 does.
        damage(Skip::CutMessage, "the last line");
        return false;
    }
    if (!text.empty() && isBlank(text.front()) && !trimmed(text).empty())
        return takeIndented(text, message);

    const bool isEmpty = trimmed(text).empty();
    if (m_place == Place::Inside)
        endMessage(isEmpty ? End::EmptyLine : End::OtherLine);
    if (isEmpty) {
        m_place = Place::Outside;
        return isOpen && hand(message);
    }
    const std::string_view name = messageNameIn(text);
    if (name.empty()) {
        skip(Skip::OtherLine);
        m_place = isOpen ? Place::Interrupted : Place::Outside;
        return false;
    }
    const bool isComplete = isOpen && hand(message);
    begin(text, name);
    if (!line.isEnded && m_place == Place::Inside)
        damage(Skip::CutMessage, name);
    return isComplete;
}

bool LogReader::takeIndented(std::string_view line, LogMessage &message)
{
    std::string_view text = line;
    const int indent = takeIndent(text);
    text = trimmed(text);
    switch (m_place) {
    case Place::Passing: return false;
    case Place::Outside: skip(isPartOfAMessage(text) ? Skip::StrayLine : Skip::OtherLine); return false;
    case Place::Interrupted:
        if (!isPartOfAMessage(text)) {
            skip(Skip::OtherLine);
            return false;
        }
        // It may be this message's, or of one whose head is not in the log.
        damage(Skip::CutMessage, "the message before");
        m_place = Place::Passing;
        return hand(message);
    case Place::Inside: break;
    }
    if (text.starts_with(Attribute)) {
        endList();
        takeAttribute(text, indent);
    } else if (text.starts_with('\'') && m_open) {
        m_list.addLine(text, indent);
    } else if (!m_passesList || !text.starts_with('\'')) {
        skip(text.starts_with('\'') ? Skip::StrayLine : Skip::OtherLine);
    }
    return false;
}

void LogReader::begin(std::string_view line, std::string_view name)
{
    ++m_statistics.messages;
    m_place = Place::Passing;
    m_passesList = false;
    const auto type = tlib::messageFromName(bytes(name));
    if (name.starts_with("Request"))
        ++m_statistics.requests;
    if (!type)
        skip(Skip::UnknownMessage, name);
    if (!type || name.starts_with("Request"))
        return;
    m_place = Place::Inside;
    m_seen = 0;
    m_message.event.type = *type;
    m_message.stamp = stampAt(line);
    m_message.line = m_statistics.lines;
}

void LogReader::takeAttribute(std::string_view text, int indent)
{
    const std::string_view name = takeWord(text);
    const LogField *const field = fieldOf(name);
    const std::string_view value = trimmed(text);
    m_passesList = !field;
    if (!field)
        return skip(Skip::UnknownAttribute, name);
    if (m_seen & field->bit) {
        m_passesList = field->list != nullptr;
        return damage(Skip::AttributeTwice, name, Trust::Mixed);
    }
    m_seen |= field->bit;
    if (field->list) {
        m_open = field;
        m_listLine = m_statistics.lines;
        m_list.begin(value, indent);
    } else if (!field->read(m_message.event, value)) {
        damage(Skip::UnreadableValue, name);
    }
}

void LogReader::endList()
{
    const LogField *const field = std::exchange(m_open, nullptr);
    if (!field)
        return;
    const auto flaw = m_list.end(m_message.event.*(field->list));
    if (!flaw)
        return;
    m_statistics.note(flaw->reason, m_listLine,
                      bytes(field->name).toByteArray() + (flaw->detail.isEmpty() ? "" : " ") + flaw->detail);
    m_message.trust = std::max(m_message.trust, Trust::Partial);
}

void LogReader::endMessage(End how)
{
    endList();
    // No list means that the last pair was deleted; but where no empty line says that the message is whole,
    // its lines may be missing.
    const bool lacksItsList =
        m_message.event.type == MessageType::EventAttachedDataChanged && m_message.event.userData.isNull();
    if (how != End::EmptyLine && lacksItsList && m_message.trust == Trust::Whole)
        damage(Skip::CutMessage, "EventAttachedDataChanged");
}

bool LogReader::hand(LogMessage &message)
{
    ++m_statistics.events;
    m_statistics.damaged += m_message.trust != Trust::Whole;
    m_message.before = m_message.trust == Trust::Mixed ? m_before : tlib::ConnId();
    m_before = m_message.event.connId;
    message = std::move(m_message);
    std::destroy_at(&m_message);
    std::construct_at(&m_message);
    return true;
}

void LogReader::skip(Skip reason, std::string_view detail)
{
    m_statistics.note(reason, m_statistics.lines, bytes(detail));
}

void LogReader::damage(Skip reason, std::string_view detail, Trust trust)
{
    skip(reason, detail);
    m_message.trust = std::max(m_message.trust, trust);
}

} // namespace logreplay
