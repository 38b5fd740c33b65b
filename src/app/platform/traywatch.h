#pragma once

#include <QAbstractNativeEventFilter>
#include <QObject>

namespace app {

/// Hears that the system's tray may have come or gone: whether it is there is asked of QSystemTrayIcon, which
/// says nothing by itself. Nothing is polled.
class TrayWatch : public QObject, public QAbstractNativeEventFilter
{
    Q_OBJECT

public:
    explicit TrayWatch(QObject *parent = nullptr);

    bool nativeEventFilter(const QByteArray &type, void *message, qintptr *result) override;

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void onHostChanged() { Q_EMIT changed(); }
};

} // namespace app
