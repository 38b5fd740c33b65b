#pragma once

#include "core/result.h"
#include "tlib/enums.h"
#include "tlib/kvlist.h"

#include <QByteArray>

namespace wire {

/// The kinds of attribute values, by their number in a frame.
enum class Kind : quint8 { Int = 1, Long = 2, Text = 3, List = 4, Binary = 5 };

/// Builds one frame, its length field included.
class FrameWriter
{
public:
    explicit FrameWriter(tlib::MessageType type);

    void add(tlib::Attribute id, qint32 value);
    void add(tlib::Attribute id, qint64 value);
    void add(tlib::Attribute id, QByteArrayView text);
    void add(tlib::Attribute id, const tlib::KvList &list);

    /// The frame; InvalidInput when it is longer than a frame may be. The writer is used up by it.
    core::Result<QByteArray> finish();

private:
    void addRaw(tlib::Attribute id, Kind kind, QByteArrayView value);

    QByteArray m_bytes;
    quint16 m_count = 0;
};

} // namespace wire
