#include "model/journal/previousrun.h"

#include "model/statewords.h"

using namespace Qt::StringLiterals;

namespace model {

QString wordFor(PreviousRun::End end)
{
    switch (end) {
    case PreviousRun::End::ByPerson: return u"by-person"_s;
    case PreviousRun::End::BySystem: return u"by-system"_s;
    case PreviousRun::End::NoWord: return u"no-word"_s;
    }
    Q_UNREACHABLE();
}

void RunReader::take(const JournalEntry &entry)
{
    const bool isEnd = entry.kind == u"ended";
    m_run.end = PreviousRun::End::NoWord; // a last word after which it went on was none
    if (isEnd && entry.what == wordFor(PreviousRun::End::ByPerson))
        m_run.end = PreviousRun::End::ByPerson;
    else if (isEnd && entry.what == wordFor(PreviousRun::End::BySystem))
        m_run.end = PreviousRun::End::BySystem;
    m_run.how = isEnd ? entry.detail : QString();
    m_run.at = entry.at;
    if (entry.kind == u"recording" && entry.what == u"paused")
        m_paused.insert(entry.call);
    else if (entry.kind == u"recording")
        m_paused.remove(entry.call);
    const bool isOpen = entry.what == u"on" || entry.what == u"paused";
    if (entry.kind == u"recording" && isOpen)
        m_recorded.insert(entry.call);
    else if (entry.kind == u"recording" ||
             (entry.kind == u"call" && entry.what == wordFor(CallPhase::Released)))
        m_recorded.remove(entry.call);
}

PreviousRun RunReader::run() const
{
    PreviousRun run = m_run;
    run.recorded = int(m_recorded.size());
    run.paused = int((m_paused & m_recorded).size());
    return run;
}

} // namespace model
