#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace app {

/// The system's wish that this program ends, as an event: on Linux the signals SIGTERM, SIGHUP and SIGINT.
/// What was ignored when the program was started (nohup) stays so. One of a kind that comes two
/// seconds later or more ends the program as the system does it. It has the process's handlers, also
/// when it is gone, so there is one of it.
class Signals : public QObject
{
    Q_OBJECT

public:
    explicit Signals(QObject *parent = nullptr);
    ~Signals() override;

Q_SIGNALS:
    void endRequested(const QString &signal); ///< its name

private:
    void readSome();

    std::unique_ptr<QSocketNotifier> m_notifier;
    int m_ends[2] = {-1, -1}; ///< what is read here, and what the handler writes to
};

} // namespace app
