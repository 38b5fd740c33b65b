#include "backends/wire/frames/framewriter.h"

#include "backends/wire/frames/framereader.h"

#include <QtEndian>

#include <array>

using namespace Qt::StringLiterals;

namespace wire {

namespace {

constexpr qsizetype FrameHead = LengthSize + MinimumFrame;
constexpr qsizetype AttributeHeadSize = 7;
constexpr qsizetype TypicalFrame = 768;

} // namespace

FrameWriter::FrameWriter(tlib::MessageType type)
{
    m_bytes.reserve(TypicalFrame);
    m_bytes.resize(FrameHead);
    qToBigEndian(quint16(type), m_bytes.data() + LengthSize);
}

void FrameWriter::addRaw(tlib::Attribute id, Kind kind, QByteArrayView value)
{
    std::array<char, AttributeHeadSize> head;
    qToBigEndian(quint16(id), head.data());
    head[2] = char(kind);
    qToBigEndian(quint32(value.size()), head.data() + 3);
    m_bytes.append(head.data(), AttributeHeadSize);
    m_bytes.append(value);
    ++m_count;
}

void FrameWriter::add(tlib::Attribute id, qint32 value)
{
    std::array<char, sizeof value> bytes;
    qToBigEndian(value, bytes.data());
    addRaw(id, Kind::Int, QByteArrayView(bytes.data(), qsizetype(bytes.size())));
}

void FrameWriter::add(tlib::Attribute id, qint64 value)
{
    std::array<char, sizeof value> bytes;
    qToBigEndian(value, bytes.data());
    addRaw(id, Kind::Long, QByteArrayView(bytes.data(), qsizetype(bytes.size())));
}

void FrameWriter::add(tlib::Attribute id, QByteArrayView text)
{
    addRaw(id, Kind::Text, text);
}

void FrameWriter::add(tlib::Attribute id, const tlib::KvList &list)
{
    addRaw(id, Kind::List, list.packed());
}

core::Result<QByteArray> FrameWriter::finish()
{
    const qsizetype length = m_bytes.size() - LengthSize;
    if (length > MaximumFrame) {
        return core::Error{
            .kind = core::ErrorKind::InvalidInput,
            .text = u"the message takes %1 bytes, a frame holds %2; shorten its texts"_s.arg(length).arg(
                MaximumFrame)};
    }
    qToBigEndian(quint32(length), m_bytes.data());
    qToBigEndian(m_count, m_bytes.data() + LengthSize + 2);
    return std::move(m_bytes);
}

} // namespace wire
