#include "app/platform/notifications.h"
#include "support/sessionbus.h"
#include "support/testprogram.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QSignalSpy>

namespace tst_notifications {

using namespace Qt::StringLiterals;
using app::Notifications;

namespace {

constexpr int Patience = 5000;
const QString Path = u"/org/freedesktop/Notifications"_s;
const QString Interface = u"org.freedesktop.Notifications"_s;

/// A notification service that answers when the test says so.
class Service : public QDBusVirtualObject
{
public:
    explicit Service(const QString &address)
        : m_bus(QDBusConnection::connectToBus(address, u"service"_s))
    {
        m_bus.registerVirtualObject(Path, this);
        m_bus.registerService(Interface);
    }
    ~Service() override
    {
        m_bus.unregisterObject(Path);
        m_bus.unregisterService(Interface);
        QDBusConnection::disconnectFromBus(u"service"_s);
    }

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &) override
    {
        if (message.member() == u"GetCapabilities")
            return m_bus.send(message.createReply(capabilities));
        if (message.member() == u"Notify") {
            shown.append(message);
            if (!isSlow)
                answer(shown.size());
        }
        if (message.member() == u"CloseNotification")
            closed.append(message.arguments().first().toUInt());
        return true;
    }
    void answer(qsizetype number) { m_bus.send(shown.at(number - 1).createReply(uint(number))); }
    void press(uint id, const QString &button)
    {
        QDBusMessage signal = QDBusMessage::createSignal(Path, Interface, u"ActionInvoked"_s);
        signal << id << button;
        m_bus.send(signal);
    }

    QStringList capabilities{u"body"_s, u"actions"_s};
    bool isSlow = false;
    QList<QDBusMessage> shown;
    QList<uint> closed;

private:
    QDBusConnection m_bus;
};

} // namespace

/// The system's notifications, with a service on a bus of the test's own.
class TestNotifications : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatIsTrueNoMoreIsClosed();
    void whatIsWithdrawnBeforeTheServiceAnswersIsClosedAfterwards();
    void ofTwoThatAreSaidAtOnceOneStays();
    void aButtonIsToldWithItsKey();
    void textIsNoMarkup();
    void withoutAServiceSaysSo();
    void nothingIsLeftStandingAtTheEnd();

private:
    support::SessionBus m_bus;
};

void TestNotifications::initTestCase()
{
    if (const QString lack = support::SessionBus::lack(); !lack.isEmpty())
        QSKIP(qPrintable(lack));
    QVERIFY(m_bus.start());
}

void TestNotifications::whatIsTrueNoMoreIsClosed()
{
    Service service(m_bus.address());
    Notifications notifications;
    notifications.show({.key = u"call"_s, .title = u"A call rings"_s});
    QTRY_COMPARE_WITH_TIMEOUT(service.shown.size(), 1, Patience);
    QTRY_VERIFY_WITH_TIMEOUT((notifications.withdraw(u"call"_s), !service.closed.isEmpty()), Patience);
    QCOMPARE(service.closed, QList<uint>{1});
}

void TestNotifications::whatIsWithdrawnBeforeTheServiceAnswersIsClosedAfterwards()
{
    Service service(m_bus.address());
    service.isSlow = true;
    Notifications notifications;
    notifications.show({.key = u"call"_s, .title = u"A call rings"_s});
    QTRY_COMPARE_WITH_TIMEOUT(service.shown.size(), 1, Patience);
    notifications.withdraw(u"call"_s);
    service.answer(1);
    QTRY_COMPARE_WITH_TIMEOUT(service.closed, QList<uint>{1}, Patience);
}

void TestNotifications::ofTwoThatAreSaidAtOnceOneStays()
{
    Service service(m_bus.address());
    service.isSlow = true;
    Notifications notifications;
    notifications.show({.key = u"pause"_s, .title = u"half"_s});
    QTRY_COMPARE_WITH_TIMEOUT(service.shown.size(), 1, Patience);
    notifications.show({.key = u"pause"_s, .title = u"three quarters"_s});
    QTRY_COMPARE_WITH_TIMEOUT(service.shown.size(), 2, Patience);
    service.answer(1);
    service.answer(2);
    QTRY_COMPARE_WITH_TIMEOUT(service.closed, QList<uint>{1}, Patience);
}

void TestNotifications::aButtonIsToldWithItsKey()
{
    Service service(m_bus.address());
    Notifications notifications;
    QSignalSpy chosen(&notifications, &Notifications::chosen);
    notifications.show({.key = u"pause"_s, .title = u"Paused"_s, .buttons = {{u"keep"_s, u"Keep paused"_s}}});
    QTRY_COMPARE_WITH_TIMEOUT(service.shown.size(), 1, Patience);
    QVERIFY(service.shown.first().arguments().at(5).toStringList().contains(u"keep"_s));
    service.press(99, u"keep"_s); // somebody else's
    QTRY_VERIFY_WITH_TIMEOUT((service.press(1, u"keep"_s), !chosen.isEmpty()), Patience);
    QCOMPARE(chosen.first(), (QList<QVariant>{u"pause"_s, u"keep"_s}));
}

void TestNotifications::textIsNoMarkup()
{
    Service service(m_bus.address());
    service.capabilities = {u"body"_s, u"body-markup"_s};
    Notifications notifications;
    notifications.show({.key = u"a"_s, .title = u"<b>"_s, .text = u"<b>x</b>"_s});
    QTRY_COMPARE_WITH_TIMEOUT(service.shown.size(), 1, Patience);
    QCOMPARE(service.shown.first().arguments().at(4).toString(), u"&lt;b&gt;x&lt;/b&gt;"_s);
    service.capabilities = {u"body"_s};
    notifications.show({.key = u"b"_s, .title = u"<b>"_s, .text = u"<b>x</b>"_s});
    QTRY_COMPARE_WITH_TIMEOUT(service.shown.size(), 2, Patience);
    QCOMPARE(service.shown.last().arguments().at(4).toString(), u"<b>x</b>"_s);
}

void TestNotifications::withoutAServiceSaysSo()
{
    Notifications notifications;
    QSignalSpy notShown(&notifications, &Notifications::notShown);
    notifications.show({.key = u"call"_s, .title = u"A call rings"_s});
    QTRY_COMPARE_WITH_TIMEOUT(notShown.size(), 1, Patience);
}

void TestNotifications::nothingIsLeftStandingAtTheEnd()
{
    Service service(m_bus.address());
    auto notifications = std::make_unique<Notifications>();
    notifications->show({.key = u"call"_s, .title = u"A call rings"_s});
    QTRY_COMPARE_WITH_TIMEOUT(service.shown.size(), 1, Patience);
    notifications->show({.key = u"other"_s, .title = u"Another rings"_s}); // sent once the first is answered
    QTRY_COMPARE_WITH_TIMEOUT(service.shown.size(), 2, Patience);
    notifications.reset();
    QTRY_VERIFY_WITH_TIMEOUT(service.closed.contains(1), Patience);
}

TALLY_TEST(TestNotifications)

} // namespace tst_notifications

#include "tst_notifications.moc"
