#include "backends/logreplay/logreader.h"

#include "backends/logreplay/text.h"

#include <algorithm>
#include <memory>

namespace logreplay {

namespace {

using tlib::MessageType;

constexpr std::string_view ByteOrderMark = "\xef\xbb\xbf";

QByteArrayView bytes(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

void renew(LogMessage &message)
{
    std::destroy_at(&message);
    std::construct_at(&message);
}

} // namespace

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

void LogReader::beginPart()
{
    m_linesBefore = m_statistics.lines;
    ++m_part;
}

bool LogReader::next(LogMessage &message)
{
    while (const auto line = m_lines.next()) {
        ++m_statistics.lines;
        if (take(*line, message))
            return true;
    }
    if (!m_isFinished)
        return false;
    const Place place = m_place;
    if (place == Place::Headless)
        return endHeadless(message);
    if (place == Place::Inside)
        endMessage(End::EndOfLog);
    m_place = Place::Outside;
    return (place == Place::Inside || place == Place::Interrupted || place == Place::Waiting) &&
           hand(message);
}

/// True when a message is complete, which has been handed over then.
bool LogReader::take(const LineSplitter::Line &line, LogMessage &message)
{
    std::string_view text = line.text;
    if (m_statistics.lines == 1 && text.starts_with(ByteOrderMark))
        text.remove_prefix(ByteOrderMark.size());
    if (line.isTooLong) {
        skip(Skip::LongLine);
        m_isAfterNothing = true;
        if (m_place == Place::Inside)
            m_message.trust = std::max(m_message.trust, Trust::Partial);
        return false;
    }
    text = m_mender.mended(text);
    const bool isPart = !text.empty() && (isBlank(text.front()) || isPartOfAMessage(text));
    if (!line.isEnded && m_place == Place::Inside && isPart) {
        // Half a line may look like a whole one: '70 of 7001 does not, 2 of 21 does.
        damage(Skip::CutMessage, "the last line");
        return false;
    }
    if (std::all_of(text.begin(), text.end(), isBlank))
        return takeEmptyLine(message);
    if (isPart) {
        const bool isComplete = takePart(text, message);
        m_isAfterNothing = false;
        return isComplete;
    }
    const bool mayBeHead = text.find(MessageWord) != std::string_view::npos;
    const bool isForeign =
        mayBeHead && (isForeignHead(text) || (m_isAfterMark && text.starts_with(MessageWord)));
    const std::string_view name = mayBeHead && !isForeign ? messageNameIn(text) : std::string_view();
    m_isAfterMark = isOfServers(text);
    if (name.empty())
        return takeOtherLine(text, isForeign, message);

    bool isComplete = m_place == Place::Headless && endHeadless(message);
    if (m_place == Place::Inside)
        endMessage(End::OtherLine);
    if (m_place == Place::Inside || m_place == Place::Interrupted || m_place == Place::Waiting)
        isComplete = hand(message);
    begin(text, name);
    if (!line.isEnded && m_place == Place::Inside)
        damage(Skip::CutMessage, name);
    return isComplete;
}

bool LogReader::takeEmptyLine(LogMessage &message)
{
    m_isAfterNothing = true;
    m_isAfterMark = false;
    m_mayGoOn = false;
    m_stampBefore.reset();
    if (m_place == Place::Headless)
        return endHeadless(message);
    const bool isOpen = m_place == Place::Inside || m_place == Place::Interrupted;
    if (m_place == Place::Inside)
        endMessage(End::EmptyLine);
    if (m_place == Place::Waiting || (isOpen && !m_message.isTimed())) {
        m_place = Place::Waiting;
        return false;
    }
    m_place = Place::Outside;
    return isOpen && hand(message);
}

/// A line that begins no message of a client.
bool LogReader::takeOtherLine(std::string_view line, bool isForeign, LogMessage &message)
{
    m_isAfterNothing = false;
    bool isComplete = m_place == Place::Headless && endHeadless(message);
    if (m_place == Place::Inside) {
        endMessage(End::OtherLine);
        m_place = Place::Interrupted;
    }
    skip(isForeign ? Skip::Foreign : Skip::OtherLine);
    const bool isOpen = m_place == Place::Interrupted || m_place == Place::Waiting;
    m_stampBefore.reset();
    if (isOpen)
        takeTimeFrom(line);
    else
        m_stampBefore = stampAt(line);
    if (const auto day = dateIn(line))
        m_day = day;
    if (isOpen && (isForeign || (m_place == Place::Waiting && m_message.isTimed())))
        isComplete = hand(message);
    else if (isOpen)
        return isComplete;
    m_mayGoOn = m_place == Place::Passing;
    m_place = isForeign ? Place::Passing : Place::Outside;
    return isComplete;
}

/// The line that names the message tells its time best; then the line before its head, then any after it.
void LogReader::takeTimeFrom(std::string_view line)
{
    const auto stamp = stampAt(line);
    if (!stamp)
        return;
    const bool namesIt = line.find(m_latestName) != std::string_view::npos;
    if (!namesIt)
        m_stampBefore = stamp;
    if (!m_hasOwnStamp && (namesIt || !m_message.stamp)) {
        m_message.stamp = stamp;
        m_hasOwnStamp |= namesIt;
    }
}

/// A line that may be part of a message: an attribute, a pair, or one that is indented.
bool LogReader::takePart(std::string_view line, LogMessage &message)
{
    std::string_view text = line;
    const int indent = takeIndent(text);
    text = trimmed(text);
    const bool isPart = isPartOfAMessage(text);
    m_stampBefore.reset();
    switch (m_place) {
    case Place::Passing: return false;
    case Place::Headless: return takeHeadless(text, message);
    case Place::Outside:
        if (isForeignAttribute(text))
            m_place = Place::Passing;
        else if (isPart && (m_isAfterNothing || text.starts_with(AttributeWord)))
            beginHeadless(text, m_mayGoOn ? HeadlessBlock::Anything : 0);
        else
            skip(isPart ? Skip::StrayLine : Skip::OtherLine);
        return false;
    case Place::Interrupted:
    case Place::Waiting:
        if (!isPart) {
            skip(Skip::OtherLine);
            return false;
        }
        return goOnAfter(text, message);
    case Place::Inside: takeInside(text, indent); break;
    }
    return false;
}

/// Attributes come after m_message has ended: the rest of it, or another whose head is not in the log.
bool LogReader::goOnAfter(std::string_view text, LogMessage &message)
{
    quint64 seenBefore = 0;
    if (m_place == Place::Interrupted) {
        damage(Skip::CutMessage, "the message before");
        seenBefore = m_seen;
    }
    const bool isComplete = hand(message);
    beginHeadless(text, seenBefore);
    return isComplete;
}

void LogReader::takeInside(std::string_view text, int indent)
{
    if (text.starts_with(AttributeWord)) {
        endList();
        takeAttribute(text, indent);
    } else if (text.starts_with('\'') && m_open) {
        m_list.addLine(text, indent);
    } else if (isForeignAttribute(text)) {
        endList();
        m_passesList = true;
        skip(Skip::Foreign);
    } else if (!m_passesList || !text.starts_with('\'')) {
        skip(text.starts_with('\'') ? Skip::StrayLine : Skip::OtherLine);
    }
}

void LogReader::beginHeadless(std::string_view text, quint64 seenBefore)
{
    m_place = Place::Headless;
    m_headless = HeadlessBlock({.line = lineNumber(), .part = m_part, .trust = Trust::Lost}, seenBefore);
    (void)m_headless.take(text);
}

/// Two of them may follow each other.
bool LogReader::takeHeadless(std::string_view text, LogMessage &message)
{
    if (m_headless.take(text))
        return false;
    const bool isComplete = endHeadless(message);
    beginHeadless(text, 0);
    return isComplete;
}

/// Nothing is said of the rest of a message that is in doubt already.
bool LogReader::endHeadless(LogMessage &message)
{
    m_place = Place::Outside;
    if (m_headless.isRest())
        return false;
    m_message = m_headless.message();
    note(Skip::StrayLine, m_message.line);
    ++m_statistics.messages;
    return hand(message);
}

void LogReader::begin(std::string_view line, std::string_view name)
{
    ++m_statistics.messages;
    m_isAfterNothing = false;
    m_mayGoOn = false;
    m_latestName = name;
    const auto stampBefore = std::exchange(m_stampBefore, std::nullopt);
    m_place = Place::Passing;
    m_passesList = false;
    const auto type = tlib::messageFromName(bytes(name));
    m_statistics.requests += name.starts_with("Request");
    if (!type)
        skip(Skip::UnknownMessage, name);
    if (!type || name.starts_with("Request"))
        return;
    m_place = Place::Inside;
    m_seen = 0;
    m_rest.reset();
    m_message.event.type = *type;
    m_message.stamp = stampAt(line);
    m_hasOwnStamp = m_message.stamp.has_value();
    if (m_hasOwnStamp && m_message.stamp->date)
        m_day = m_message.stamp->date;
    else if (!m_hasOwnStamp)
        m_message.stamp = stampBefore;
    m_message.day = m_day;
    m_message.line = lineNumber();
    m_message.part = m_part;
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
        if (tlib::Event second; isConnId(*field) && field->read(second, value))
            m_message.other = second.connId;
        return damage(Skip::AttributeTwice, name, Trust::Mixed);
    }
    m_seen |= field->bit;
    if (field->list) {
        m_open = field;
        m_listLine = lineNumber();
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
    const bool isUserData = field->list == &tlib::Event::userData;
    if (flaw->rest && isUserData) { // when it is known whose it is
        m_rest = flaw->rest;
        m_restDetail = flaw->detail;
        m_restLine = m_listLine;
        return;
    }
    if (flaw->rest && m_filter.isEvident())
        return note(Skip::Filtered, m_listLine);
    note(flaw->reason, m_listLine,
         bytes(field->name).toByteArray() + (flaw->detail.isEmpty() ? "" : " ") + flaw->detail);
    m_message.trust = std::max(m_message.trust, Trust::Partial);
}

/// User data of which the log filter may have left but this.
void LogReader::takeRest(End how)
{
    const auto rest = std::exchange(m_rest, std::nullopt);
    if (!rest)
        return;
    if (m_filter.isBelieved(*rest, m_message.event.connId, how == End::EndOfLog)) {
        m_message.event.userData = rest->shown;
        return note(Skip::Filtered, m_restLine);
    }
    note(Skip::ListSize, m_restLine, "AttributeUserData " + m_restDetail);
    m_message.trust = std::max(m_message.trust, Trust::Partial);
}

void LogReader::endMessage(End how)
{
    endList();
    takeRest(how);
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
    if (m_message.trust != Trust::Lost && isAboutACall(m_message.event.type)) {
        ++m_statistics.ofCalls;
        m_statistics.bare += m_seen == 0;
    }
    message = std::move(m_message);
    renew(m_message);
    return true;
}

void LogReader::remark(Skip reason, const LogMessage &message, QByteArrayView detail)
{
    m_statistics.note(reason, message.line, detail, message.part);
}

void LogReader::note(Skip reason, qint64 line, QByteArrayView detail)
{
    m_statistics.note(reason, line, detail, m_part);
}

void LogReader::skip(Skip reason, std::string_view detail)
{
    note(reason, lineNumber(), bytes(detail));
}

void LogReader::damage(Skip reason, std::string_view detail, Trust trust)
{
    skip(reason, detail);
    m_message.trust = std::max(m_message.trust, trust);
}

} // namespace logreplay
