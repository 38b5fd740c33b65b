// Feeds any text to the log reader. Whatever its slices, it has to say the same; memory stays bounded; and a
// message that was read whole has to survive being written and read again. The first byte says how the rest
// is sliced.
#include "backends/logreplay/logreader.h"
#include "backends/logreplay/logwriter.h"

#include <cstdlib>

namespace {

using logreplay::LogMessage;
using logreplay::LogReader;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

const QDateTime When(QDate(2026, 11, 23), QTime(0, 0), Qt::UTC);

std::string textOf(const tlib::Event &event)
{
    std::string text;
    logreplay::appendLogText(text, event, When);
    return text;
}

/// Everything that the reader says, in one text.
std::string readAll(QByteArrayView bytes, qsizetype piece, QList<tlib::Event> *events = nullptr)
{
    LogReader reader;
    LogMessage message;
    std::string said;
    const auto take = [&] {
        while (reader.next(message)) {
            said += textOf(message.event);
            said += char('0' + int(message.trust));
            if (events && message.trust != logreplay::Trust::Lost) // of which nobody knows what it is
                events->append(message.event);
        }
    };
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        reader.feed(bytes.sliced(at, std::min(piece, bytes.size() - at)));
        take();
    }
    reader.finish();
    take();
    const auto &statistics = reader.statistics();
    require(statistics.bytes == bytes.size());
    require(statistics.damaged <= statistics.events && statistics.events <= statistics.messages);
    require(statistics.notes.size() <= int(logreplay::Skip::Count) * logreplay::Statistics::NotesOfAReason);
    for (const logreplay::Note &note : statistics.notes) {
        require(note.line >= 1 && note.line <= statistics.lines);
        said += toString(note).toStdString();
    }
    return said;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArrayView bytes(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    QList<tlib::Event> events;
    const std::string whole = readAll(bytes, bytes.size(), &events);
    require(readAll(bytes, data[0] + 1) == whole);
    for (const tlib::Event &event : events) {
        const std::string text = textOf(event);
        QList<tlib::Event> again;
        const std::string said = readAll(QByteArrayView(text.data(), qsizetype(text.size())), 64, &again);
        require(again.size() == 1 && said == text + '0');
    }
    return 0;
}
