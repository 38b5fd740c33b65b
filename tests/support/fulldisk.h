#pragma once

#include <csignal>
#include <sys/resource.h>

namespace support {

/// No file of this process grows beyond this: a disk that is full in the middle of a file.
class FullDisk
{
public:
    explicit FullDisk(rlim_t most)
        : m_before(std::signal(SIGXFSZ, SIG_IGN))
    {
        ::getrlimit(RLIMIT_FSIZE, &m_limit);
        const rlimit less{.rlim_cur = most, .rlim_max = m_limit.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &less);
    }
    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_limit);
        std::signal(SIGXFSZ, m_before);
    }

private:
    rlimit m_limit{};
    void (*m_before)(int);
};

} // namespace support
