#include "app/replay/logsurvey.h"

namespace app {

LogSurvey::LogSurvey(const logreplay::LogSource &source, core::Clock &pace)
    : m_time(pace.wallTime())
    , m_link(source, m_time, pace, logreplay::LogLink::AtOnce)
{
    connect(&m_link, &logreplay::LogLink::progress, this, &LogSurvey::grown);
    connect(&m_link, &logreplay::LogLink::finished, this, &LogSurvey::grown);
    m_link.open({}); // where it fails, so does the reader that plays it
}

} // namespace app

#include "moc_logsurvey.cpp"
