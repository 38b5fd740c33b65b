#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace app {

/// Lines of this process's standard input as they come, without ever blocking the event loop. Unix only.
class StandardInput final : public QObject
{
    Q_OBJECT

public:
    explicit StandardInput(QObject *parent = nullptr);

Q_SIGNALS:
    void lineReceived(const QByteArray &line); ///< without its end; empty lines too
    void ended();                              ///< after the last line, once

private:
    void readSome();

    QSocketNotifier m_readable;
    QByteArray m_unfinished;
};

} // namespace app
