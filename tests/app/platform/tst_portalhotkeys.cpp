#include "app/platform/linux/portalhotkeys.h"
#include "support/sessionbus.h"
#include "support/testprogram.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QSignalSpy>

namespace tst_portalhotkeys {

using namespace Qt::StringLiterals;
using app::PortalHotkeys;
using model::Command;

namespace {

constexpr int Patience = 5000;

/// A desktop's portal as its specification describes it, on a connection of its own.
class Portal : public QDBusVirtualObject
{
public:
    explicit Portal(const QString &address)
        : m_bus(QDBusConnection::connectToBus(address, u"portal"_s))
    {
        m_bus.registerVirtualObject(u"/org/freedesktop/portal/desktop"_s, this, QDBusConnection::SubPath);
    }
    ~Portal() override
    {
        m_bus.unregisterObject(u"/org/freedesktop/portal/desktop"_s, QDBusConnection::UnregisterTree);
        m_bus.unregisterService(u"org.freedesktop.portal.Desktop"_s);
        QDBusConnection::disconnectFromBus(u"portal"_s);
    }
    bool appear() { return m_bus.registerService(u"org.freedesktop.portal.Desktop"_s); }

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &) override
    {
        asked.append(message.member());
        if (message.member() == u"CreateSession")
            answer(message, message.arguments().at(0), sessionCode, {{u"session_handle"_s, Session}});
        else if (message.member() == u"BindShortcuts")
            bind(message);
        else
            m_bus.send(message.createReply());
        return true;
    }
    void press(const QString &id, const QString &session = Session)
    {
        QDBusMessage signal =
            QDBusMessage::createSignal(u"/org/freedesktop/portal/desktop"_s,
                                       u"org.freedesktop.portal.GlobalShortcuts"_s, u"Activated"_s);
        signal << QVariant::fromValue(QDBusObjectPath(session)) << id << qulonglong(1) << QVariantMap();
        m_bus.send(signal);
    }

    static inline const QString Session = u"/org/freedesktop/portal/desktop/session/1/tallylight"_s;
    uint sessionCode = 0;
    uint bindCode = 0;
    QStringList asked;
    QMap<QString, QString> triggers; ///< of what was bound last

private:
    void bind(const QDBusMessage &message)
    {
        triggers.clear();
        const auto list = message.arguments().at(1).value<QDBusArgument>();
        list.beginArray();
        while (!list.atEnd()) {
            QString id;
            QVariantMap properties;
            list.beginStructure();
            list >> id >> properties;
            list.endStructure();
            triggers.insert(id, properties.value(u"preferred_trigger"_s).toString());
        }
        list.endArray();
        answer(message, message.arguments().at(3), bindCode, {});
    }
    /// The handle, then, as a signal, what came of it.
    void answer(const QDBusMessage &message, const QVariant &options, uint code, const QVariantMap &results)
    {
        const QString token = qdbus_cast<QVariantMap>(options).value(u"handle_token"_s).toString();
        const QString handle = u"/org/freedesktop/portal/desktop/request/%1/%2"_s.arg(
            message.service().mid(1).replace(u'.', u'_'), token);
        m_bus.send(message.createReply(QVariant::fromValue(QDBusObjectPath(handle))));
        QDBusMessage signal =
            QDBusMessage::createSignal(handle, u"org.freedesktop.portal.Request"_s, u"Response"_s);
        signal << code << results;
        m_bus.send(signal);
    }

    QDBusConnection m_bus;
};

model::KeyTable keys()
{
    model::KeyTable table;
    table.set(Command::PauseOrResume, u"Ctrl+Alt+P"_s);
    table.set(Command::SayState, u"PgDown"_s);
    return table;
}

} // namespace

/// Keys for all programs by the desktop's portal, on a bus of the test's own.
class TestPortalHotkeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void bindsItsKeysAndHearsThem();
    void otherKeysTakeAnotherSession();
    void withoutAPortalSaysSo();
    void whatIsRefusedIsSaid();

private:
    support::SessionBus m_bus;
};

void TestPortalHotkeys::initTestCase()
{
    if (const QString lack = support::SessionBus::lack(); !lack.isEmpty())
        QSKIP(qPrintable(lack));
    QVERIFY(m_bus.start());
}

void TestPortalHotkeys::withoutAPortalSaysSo()
{
    PortalHotkeys hotkeys;
    hotkeys.set(keys());
    QTRY_VERIFY_WITH_TIMEOUT(!hotkeys.obstacle().isEmpty(), Patience);
    QVERIFY2(hotkeys.obstacle().contains(u"no portal"_s), qPrintable(hotkeys.obstacle()));
}

void TestPortalHotkeys::bindsItsKeysAndHearsThem()
{
    Portal portal(m_bus.address());
    QVERIFY(portal.appear());
    PortalHotkeys hotkeys;
    QSignalSpy pressed(&hotkeys, &app::GlobalHotkeys::pressed);
    hotkeys.set(keys());
    QTRY_COMPARE_WITH_TIMEOUT(portal.triggers.size(), 2, Patience);
    QCOMPARE(portal.triggers.value(u"pauseOrResume"_s), u"CTRL+ALT+p"_s);
    QCOMPARE(portal.triggers.value(u"sayState"_s), u"Page_Down"_s);
    QTRY_VERIFY_WITH_TIMEOUT((portal.press(u"pauseOrResume"_s), !pressed.isEmpty()), Patience);
    QCOMPARE(pressed.first().first().value<Command>(), Command::PauseOrResume);
    const qsizetype before = pressed.size();
    portal.press(u"quit"_s); // not from everywhere
    portal.press(u"pause"_s, u"/another/session"_s);
    portal.press(u"sayState"_s);
    QTRY_COMPARE_WITH_TIMEOUT(pressed.last().first().value<Command>(), Command::SayState, Patience);
    QVERIFY(pressed.size() >= before + 1);
    for (const QList<QVariant> &each : pressed)
        QVERIFY(each.first().value<Command>() != Command::Pause &&
                each.first().value<Command>() != Command::Quit);
    QVERIFY(hotkeys.obstacle().isEmpty());
}

void TestPortalHotkeys::otherKeysTakeAnotherSession()
{
    Portal portal(m_bus.address());
    QVERIFY(portal.appear());
    PortalHotkeys hotkeys;
    hotkeys.set(keys());
    QTRY_COMPARE_WITH_TIMEOUT(portal.triggers.size(), 2, Patience);
    model::KeyTable one;
    one.set(Command::Pause, u"F12"_s);
    QTRY_VERIFY_WITH_TIMEOUT((hotkeys.set(one), portal.triggers.size() == 1), Patience);
    QCOMPARE(portal.triggers.value(u"pause"_s), u"F12"_s);
    QCOMPARE(portal.asked.count(u"Close"_s), 1);
    hotkeys.set({});
    QTRY_COMPARE_WITH_TIMEOUT(portal.asked.count(u"Close"_s), 2, Patience);
}

void TestPortalHotkeys::whatIsRefusedIsSaid()
{
    Portal portal(m_bus.address());
    portal.bindCode = 1;
    QVERIFY(portal.appear());
    PortalHotkeys hotkeys;
    hotkeys.set(keys());
    QTRY_VERIFY_WITH_TIMEOUT(!hotkeys.trouble(Command::PauseOrResume).isEmpty(), Patience);
    QVERIFY(hotkeys.trouble(Command::Pause).isEmpty()); // it was given no key
    portal.sessionCode = 2;
    model::KeyTable one;
    one.set(Command::Pause, u"F12"_s);
    hotkeys.set(one);
    QTRY_VERIFY_WITH_TIMEOUT(!hotkeys.obstacle().isEmpty(), Patience);
    QVERIFY2(hotkeys.obstacle().contains(u"refused"_s), qPrintable(hotkeys.obstacle()));
}

TALLY_TEST(TestPortalHotkeys)

} // namespace tst_portalhotkeys

#include "tst_portalhotkeys.moc"
