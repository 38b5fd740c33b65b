#pragma once

#include "app/platform/globalhotkeys.h"

#include <QDBusObjectPath>
#include <QVariantMap>

namespace app {

/// By the desktop portal (org.freedesktop.portal.GlobalShortcuts), as Wayland gives keys to nobody but the
/// window in front. The desktop asks the person once, who may choose other keys there. A session has one set
/// of keys: another set takes another session.
class PortalHotkeys : public GlobalHotkeys
{
    Q_OBJECT

public:
    PortalHotkeys();
    ~PortalHotkeys() override;

    void set(const model::KeyTable &keys) override;

private:
    void createSession();
    void bindKeys();
    void closeSession();
    void ask(const QString &method, QVariantList arguments, const char *slot);

private Q_SLOTS:
    void onSession(uint code, const QVariantMap &results);
    void onBound(uint code, const QVariantMap &results);
    void onActivated(const QDBusObjectPath &session, const QString &id, qulonglong time,
                     const QVariantMap &options);

private:
    void stopListening();

    model::KeyTable m_keys;
    QString m_session; ///< empty: there is none
    QString m_request; ///< whose answer is awaited
    const char *m_slot = nullptr;
    quint32 m_requests = 0;
};

} // namespace app
