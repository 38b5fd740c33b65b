#pragma once

#include "core/clock.h"
#include "tlib/endpoint.h"
#include "tlib/event.h"
#include "tlib/requests.h"

#include <QObject>

#include <array>
#include <functional>
#include <vector>

namespace model {

/// The end of a party's number, which is all that is kept of it.
struct NumberEnd
{
    quint16 size = 0; ///< of the whole, in bytes; 0: there was none
    quint8 shown = 0;
    std::array<char, 3> end = {};

    static NumberEnd of(const tlib::Dn &dn);
    /// As core::maskedNumber writes it; a very long one is shortened.
    QString toString() const;
};

/// How large a key-value list was.
struct ListSize
{
    quint16 pairs = 0;
    quint16 bytes = 0; ///< packed; 0: the message had no such list
};

/// A message that went over the link, or what became of the link: masked when it is made, so that what a
/// trace holds may be shown to anybody. Of user data, extensions and reasons: number, keys, sizes and kinds,
/// never a value. One word is kept: the recording's state, if it is one of the known ones, as it is what a
/// trace is read for. A file name is not: sites build it from the numbers of callers and customers.
struct TraceEntry
{
    enum class Kind : quint8 { Request, Event, Link };
    enum class Word : quint8 { None, On, Off, Paused, NotUnderstood };

    qint64 number = 0; ///< rises by one
    QDateTime at = {}; ///< by the wall clock
    Kind kind = Kind::Event;
    Word recording = Word::None;
    tlib::MessageType type = {}; ///< not of Kind::Link
    NumberEnd thisDn = {};
    NumberEnd otherDn = {};
    quint64 connId = 0;
    qint32 referenceId = 0; ///< 0: none
    qint32 errorCode = 0;   ///< 0: none
    ListSize userData = {};
    ListSize extensions = {};
    ListSize reasons = {};
    QByteArray details = {}; ///< UTF-8: the server's or the link's words, and the keys while somebody looks
};

/// "EventEstablished"; empty for Kind::Link.
QString messageNameOf(const TraceEntry &entry);

/// The last messages of a link, in a ring of fixed size. Cheap when nobody looks: no text is made, and the
/// keys of lists are noted only while somebody does.
class MessageTrace : public QObject
{
    Q_OBJECT

public:
    /// What a call's user data say of its recording: the one value that is kept.
    using RecordingReader = std::function<TraceEntry::Word(const tlib::KvList &)>;

    static constexpr qsizetype Capacity = 10'000; ///< entries; about 4 MB when each has all its details

    /// Without a reader no recording's word is kept.
    explicit MessageTrace(core::Clock &clock, RecordingReader reader = {}, QObject *parent = nullptr);

    void noteRequest(const tlib::Request &request, tlib::ReferenceId id);
    void noteEvent(const tlib::Event &event);
    /// `text` in a few words of our own: "open".
    void noteLink(const QString &text);
    void clear();

    /// Numbers of the entries that are there: first() to end(), without the latter.
    qint64 first() const { return m_end - qint64(std::min(m_entries.size(), size_t(m_end - m_cleared))); }
    qint64 end() const { return m_end; }
    const TraceEntry &at(qint64 number) const { return m_entries[size_t(number % Capacity)]; }

    /// While anybody looks: keys of lists are noted, too. To be undone as often as it was asked for.
    void beginLooking() { ++m_lookers; }
    void endLooking() { --m_lookers; }
    /// The next entry will be told of by grown().
    void awaitMore() { m_isAwaited = true; }

Q_SIGNALS:
    /// There is more than before awaitMore(); not again until that is called again.
    void grown();
    void cleared();

private:
    TraceEntry &next();
    void finish(TraceEntry &entry);
    void noteList(ListSize &size, const tlib::KvList &list, const char *name, QByteArray &details) const;

    core::Clock &m_clock;
    const RecordingReader m_reader;
    std::vector<TraceEntry> m_entries; ///< entry n at n % Capacity
    qint64 m_end = 0;
    qint64 m_cleared = 0; ///< entries before this number are gone
    int m_lookers = 0;
    bool m_isAwaited = false;
};

} // namespace model
