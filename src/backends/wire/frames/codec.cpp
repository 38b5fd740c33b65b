#include "backends/wire/frames/codec.h"

#include "backends/wire/frames/framereader.h"
#include "backends/wire/frames/wireattributes.h"

#include <QtEndian>

#include <bitset>
#include <limits>
#include <memory>

using namespace Qt::StringLiterals;

namespace wire {

namespace {

constexpr qsizetype AttributeHead = 7; // id, kind and length

/// Which attributes a message has had: those with a field in one word, any others in 8 KiB that are set up
/// when the first of them comes.
class Seen
{
public:
    /// False when the attribute has been here before.
    bool add(quint16 id, const WireField *field)
    {
        if (!field)
            return addOther(id);
        const bool isNew = (m_fields & field->bit) == 0;
        m_fields |= field->bit;
        return isNew;
    }

private:
    using Ids = std::bitset<std::numeric_limits<quint16>::max() + 1>;

    Q_NEVER_INLINE bool addOther(quint16 id)
    {
        if (!m_others)
            m_others = std::make_unique<Ids>();
        const bool isNew = !m_others->test(id);
        m_others->set(id);
        return isNew;
    }

    quint64 m_fields = 0;
    std::unique_ptr<Ids> m_others;
};

enum class Flaw { None, TooShort, MissingAttribute, PastTheFrame, Twice, WrongSize, BadList, BytesLeft };

/// What is wrong with a frame, and where.
struct Finding
{
    Flaw flaw = Flaw::None;
    quint16 id = 0;            ///< of the attribute
    qsizetype number = 0;      ///< bytes, or attributes before the missing one
    QByteArrayView value = {}; ///< the attribute's, where it is whole
};

/// What the profile says of a value, whatever attribute it is of.
Q_NEVER_INLINE Flaw flawOf(Kind kind, QByteArrayView value)
{
    switch (kind) {
    case Kind::Int: return value.size() == sizeof(qint32) ? Flaw::None : Flaw::WrongSize;
    case Kind::Long: return value.size() == sizeof(qint64) ? Flaw::None : Flaw::WrongSize;
    case Kind::List: return tlib::KvList::fromPacked(value) ? Flaw::None : Flaw::BadList;
    case Kind::Text:
    case Kind::Binary: return Flaw::None;
    }
    return Flaw::None; // an unknown kind
}

/// The walk proper, kept clear of words: every event passes through here.
Q_NEVER_INLINE Finding walk(QByteArrayView frame, Message &message)
{
    if (frame.size() < MinimumFrame)
        return {.flaw = Flaw::TooShort};
    const char *at = frame.data();
    const char *const end = at + frame.size();
    message.type = tlib::MessageType(qFromBigEndian<quint16>(at));
    const int count = qFromBigEndian<quint16>(at + 2);
    at += MinimumFrame;

    Seen seen;
    for (int left = count; left > 0; --left) {
        if (end - at < AttributeHead)
            return {.flaw = Flaw::MissingAttribute, .number = count - left};
        const auto id = qFromBigEndian<quint16>(at);
        const auto kind = Kind(quint8(at[2]));
        const qsizetype length = qFromBigEndian<quint32>(at + 3);
        at += AttributeHead;
        if (end - at < length)
            return {.flaw = Flaw::PastTheFrame, .id = id, .number = length};
        const WireField *const field = fieldOf(id);
        if (!seen.add(id, field))
            return {.flaw = Flaw::Twice, .id = id};
        const QByteArrayView value(at, length);
        at += length;
        if (field && field->kind == kind && field->read(message, value) == Taken::Yes)
            continue;
        if (const Flaw flaw = flawOf(kind, value); flaw != Flaw::None)
            return {.flaw = flaw, .id = id, .number = length, .value = value};
        ++message.skipped;
    }
    if (at != end)
        return {.flaw = Flaw::BytesLeft, .number = end - at};
    return {};
}

Q_DECL_COLD_FUNCTION QString words(const Finding &found)
{
    const QString attribute = u"attribute %1: "_s.arg(found.id);
    switch (found.flaw) {
    case Flaw::None: return {};
    case Flaw::TooShort: return u"shorter than its type and count"_s;
    case Flaw::MissingAttribute: return u"it ends after %1 attributes, more are declared"_s.arg(found.number);
    case Flaw::PastTheFrame: return attribute + u"%1 bytes run past the frame"_s.arg(found.number);
    case Flaw::Twice: return attribute + u"given twice"_s;
    case Flaw::WrongSize: return attribute + u"a number of %1 bytes"_s.arg(found.number);
    case Flaw::BadList: return attribute + tlib::KvList::fromPacked(found.value).error().text;
    case Flaw::BytesLeft: return u"%1 bytes after the last attribute"_s.arg(found.number);
    }
    Q_UNREACHABLE();
}

} // namespace

core::Result<core::Done> decode(QByteArrayView frame, Message &message)
{
    // Begins anew in place, so that nothing of an earlier message can stay, at a third of an assignment's
    // cost.
    std::destroy_at(&message);
    std::construct_at(&message);
    const Finding found = walk(frame, message);
    if (found.flaw == Flaw::None)
        return core::Done{};
    return core::Error{.kind = core::ErrorKind::Malformed, .text = words(found)};
}

core::Result<QByteArray> encode(const Message &message)
{
    FrameWriter writer(message.type);
    for (const WireField &field : fields())
        field.write(writer, field.id, message);
    return writer.finish();
}

} // namespace wire
