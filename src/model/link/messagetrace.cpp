#include "model/link/messagetrace.h"

#include "core/masking.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

namespace {

constexpr qsizetype MostDetails = 320; ///< bytes of an entry
constexpr qsizetype MostKey = 40;

/// A hostile server's text may be 64 KB.
QByteArray maskedBytes(const QString &text, qsizetype most)
{
    return core::maskedServerText(text).left(most).toUtf8();
}

/// Nearly every key is short plain text with hardly a digit, which is worth a short way.
void appendKey(QByteArray &keys, QByteArrayView key)
{
    constexpr int HarmlessDigits = 3;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const bool isPlain = key.size() <= MostKey &&
                         std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c <= '~'; }) &&
                         std::count_if(key.begin(), key.end(), isDigit) <= HarmlessDigits;
    if (isPlain)
        keys.append(key);
    else
        keys.append(maskedBytes(tlib::decodeText(key), MostKey));
}

char letterOf(tlib::KvType type)
{
    switch (type) {
    case tlib::KvType::String: return 's';
    case tlib::KvType::Int: return 'i';
    case tlib::KvType::Binary: return 'b';
    case tlib::KvType::List: return 'l';
    case tlib::KvType::Unicode: return 'u';
    }
    return '?';
}

void append(QByteArray &details, const QByteArray &text)
{
    if (!details.isEmpty())
        details += "; ";
    details += text;
}

/// The parts of any request that a trace shows, where it has them.
struct RequestParts
{
    tlib::Dn thisDn = {};
    tlib::Dn otherDn = {};
    tlib::ConnId call = {};
    tlib::KvList userData = {};
    tlib::KvList extensions = {};
    tlib::KvList reasons = {};
    QByteArray details = {};

    void take(const auto &request)
    {
        if constexpr (requires { request.dn; })
            thisDn = request.dn;
        if constexpr (requires { request.routingPoint; })
            thisDn = request.routingPoint;
        if constexpr (requires { request.destination; })
            otherDn = request.destination;
        if constexpr (requires { request.queue; })
            otherDn = request.queue;
        if constexpr (requires { request.call; })
            call = request.call;
        if constexpr (requires { request.heldCall; })
            call = request.heldCall;
        if constexpr (requires { request.userData; })
            userData = request.userData;
        if constexpr (requires { request.extensions; })
            extensions = request.extensions;
        if constexpr (requires { request.reasons; })
            reasons = request.reasons;
        if constexpr (requires { request.consultationCall; })
            details = "with " + request.consultationCall.toString().toLatin1();
        if constexpr (requires { request.command; })
            details = nameOf(request.command);
        if constexpr (requires { request.privateMsgId; })
            details = "service " + QByteArray::number(request.privateMsgId);
        if constexpr (requires { request.key; })
            details = maskedBytes(request.key.toString(), MostKey);
    }
    static QByteArray nameOf(tlib::RecordingCommand command)
    {
        switch (command) {
        case tlib::RecordingCommand::Start: return "start";
        case tlib::RecordingCommand::Pause: return "pause";
        case tlib::RecordingCommand::Resume: return "resume";
        case tlib::RecordingCommand::Stop: return "stop";
        }
        Q_UNREACHABLE();
    }
};

} // namespace

NumberEnd NumberEnd::of(const tlib::Dn &dn)
{
    const std::string &bytes = dn.bytes();
    NumberEnd number{.size = quint16(std::min<size_t>(bytes.size(), 0xffff)),
                     .shown = quint8(bytes.size() > 5   ? 3
                                     : bytes.size() > 2 ? 2
                                                        : 0)};
    std::copy_n(bytes.end() - number.shown, number.shown, number.end.begin());
    return number;
}

QString NumberEnd::toString() const
{
    constexpr qsizetype MostMarks = 17;
    QString text(std::min(qsizetype(size - shown), MostMarks), u'*');
    for (quint8 i = 0; i < shown; ++i) {
        const uchar c = uchar(end[i]);
        text += c > 0x20 && c < 0x7f ? QChar(char16_t(c)) : QChar(u'*');
    }
    return text;
}

QString messageNameOf(const TraceEntry &entry)
{
    return entry.kind == TraceEntry::Kind::Link ? QString() : tlib::messageName(entry.type);
}

MessageTrace::MessageTrace(core::Clock &clock, RecordingReader reader, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_reader(std::move(reader))
{
}

TraceEntry &MessageTrace::next()
{
    const auto place = size_t(m_end % Capacity);
    if (m_entries.size() <= place) {
        m_entries.emplace_back();
    } else {
        m_entries[place] = {};
    }
    TraceEntry &entry = m_entries[place];
    entry.number = m_end++;
    entry.at = m_clock.wallTime();
    return entry;
}

void MessageTrace::finish(TraceEntry &entry)
{
    if (entry.details.size() > MostDetails) {
        entry.details.truncate(MostDetails);
        entry.details += "…";
    }
    if (std::exchange(m_isAwaited, false))
        Q_EMIT grown();
}

void MessageTrace::noteRequest(const tlib::Request &request, tlib::ReferenceId id)
{
    RequestParts parts;
    std::visit([&parts](const auto &each) { parts.take(each); }, request);
    TraceEntry &entry = next();
    entry.kind = TraceEntry::Kind::Request;
    entry.type = tlib::typeOf(request);
    entry.thisDn = NumberEnd::of(parts.thisDn);
    entry.otherDn = NumberEnd::of(parts.otherDn);
    entry.connId = parts.call.value();
    entry.referenceId = id.value();
    entry.details = parts.details;
    noteList(entry.userData, parts.userData, "UserData", entry.details);
    noteList(entry.extensions, parts.extensions, "Extensions", entry.details);
    noteList(entry.reasons, parts.reasons, "Reasons", entry.details);
    finish(entry);
}

void MessageTrace::noteEvent(const tlib::Event &event)
{
    TraceEntry &entry = next();
    entry.kind = TraceEntry::Kind::Event;
    entry.type = event.type;
    entry.thisDn = NumberEnd::of(event.thisDn);
    entry.otherDn = NumberEnd::of(event.otherDn);
    entry.connId = event.connId.value();
    entry.referenceId = event.referenceId.value();
    entry.errorCode = event.errorCode.value_or(0);
    if (m_reader && !event.userData.isNull())
        entry.recording = m_reader(event.userData);
    if (!event.errorMessage.isEmpty())
        entry.details = maskedBytes(event.errorMessage.toString(), MostDetails);
    noteList(entry.userData, event.userData, "UserData", entry.details);
    noteList(entry.extensions, event.extensions, "Extensions", entry.details);
    noteList(entry.reasons, event.reasons, "Reasons", entry.details);
    finish(entry);
}

void MessageTrace::noteLink(const QString &text)
{
    TraceEntry &entry = next();
    entry.kind = TraceEntry::Kind::Link;
    entry.details = core::maskedText(text).left(MostDetails).toUtf8();
    finish(entry);
}

void MessageTrace::clear()
{
    m_cleared = m_end;
    m_entries.clear();
    m_entries.shrink_to_fit();
    // The ring goes on where the next number has its place.
    m_entries.resize(size_t(m_end % Capacity));
    Q_EMIT cleared();
}

void MessageTrace::noteList(ListSize &size, const tlib::KvList &list, const char *name,
                            QByteArray &details) const
{
    if (list.isNull())
        return;
    size = {.pairs = quint16(list.count()), .bytes = quint16(list.packedSize())};
    if (m_lookers == 0 || size.pairs == 0)
        return;
    QByteArray keys;
    keys.reserve(MostDetails + 2 * MostKey);
    keys += name;
    for (const tlib::KvList::Pair pair : list) {
        keys += ' ';
        appendKey(keys, pair.key);
        keys += '(';
        keys += letterOf(pair.value.type());
        keys += QByteArray::number(pair.value.raw().size());
        keys += ')';
        if (keys.size() > MostDetails)
            break;
    }
    append(details, keys);
}

} // namespace model

#include "moc_messagetrace.cpp"
