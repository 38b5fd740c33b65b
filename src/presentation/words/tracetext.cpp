#include "presentation/words/tracetext.h"

#include "model/calls/call.h"

#include "presentation/words/plaintext.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;
using model::TraceEntry;

namespace presentation {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(presentation::Trace)
};

QString listText(const QString &name, const model::ListSize &size)
{
    return Words::tr("%1: %2, %3", "user data: 11 pairs, 304 bytes")
        .arg(name, Words::tr("%n pair(s)", nullptr, size.pairs),
             Words::tr("%n byte(s)", nullptr, size.bytes));
}

/// The server's words stay the server's: they are in no language of ours.
QString wordText(TraceEntry::Word word)
{
    switch (word) {
    case TraceEntry::Word::None: return {};
    case TraceEntry::Word::On: return Words::tr("recording: on");
    case TraceEntry::Word::Off: return Words::tr("recording: off");
    case TraceEntry::Word::Paused: return Words::tr("recording: paused");
    case TraceEntry::Word::NotUnderstood: return Words::tr("recording: a word that is not understood");
    }
    Q_UNREACHABLE();
}

} // namespace

QString traceTime(const QDateTime &when)
{
    return when.time().toString(u"HH:mm:ss.zzz"_s);
}

QString traceDirection(TraceEntry::Kind kind)
{
    switch (kind) {
    case TraceEntry::Kind::Request: return Words::tr("Sent");
    case TraceEntry::Kind::Event: return Words::tr("Received");
    case TraceEntry::Kind::Link: return Words::tr("Link");
    }
    Q_UNREACHABLE();
}

QString traceMessage(const TraceEntry &entry)
{
    return model::messageNameOf(entry);
}

QString traceCall(const TraceEntry &entry)
{
    return entry.connId == 0 ? QString() : model::CallId(entry.connId).toString();
}

QString traceNumbers(const TraceEntry &entry)
{
    QStringList numbers;
    for (const model::NumberEnd &number : {entry.thisDn, entry.otherDn}) {
        if (number.size > 0)
            numbers += number.toString();
    }
    return numbers.join(u", "_s);
}

QString traceDetails(const TraceEntry &entry)
{
    QStringList parts;
    if (entry.errorCode != 0)
        parts += Words::tr("error %1").arg(entry.errorCode);
    if (entry.referenceId != 0)
        parts += Words::tr("request no. %1").arg(entry.referenceId);
    if (entry.userData.bytes > 0)
        parts += listText(Words::tr("user data"), entry.userData);
    parts += wordText(entry.recording);
    if (entry.extensions.bytes > 0)
        parts += listText(Words::tr("extensions"), entry.extensions);
    if (entry.reasons.bytes > 0)
        parts += listText(Words::tr("reasons"), entry.reasons);
    parts += plainText(QString::fromUtf8(entry.details));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString traceLine(const TraceEntry &entry)
{
    const QStringList cells{entry.at.toString(Qt::ISODateWithMs),
                            traceDirection(entry.kind),
                            traceMessage(entry),
                            traceCall(entry),
                            traceNumbers(entry),
                            traceDetails(entry)};
    QStringList safe;
    for (const QString &cell : cells)
        safe += plainCell(cell);
    return safe.join(u'\t');
}

} // namespace presentation
