#include "support/floor.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_refuseddns {

using namespace Qt::StringLiterals;
using model::MonitorState;
using model::ToastKind;
using support::Floor;

class TestRefusedDns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyAreSaidOnce();
    void eachReasonIsSaidForItself();
    void theOwnDnIsSaidForItself();
    void itIsTakenBackDnByDn();
    void theNextEpochSaysWhatIsStillRefused();
    void whatIsWatchedNoMoreIsNotSaid();
    void aThousandThatComeBackAreSaidOnceInAFrame();
    void theOthersAreMonitored();

private:
    static QList<tlib::Dn> agents(int from, int to)
    {
        QList<tlib::Dn> dns;
        for (int i = from; i <= to; ++i)
            dns.append(Floor::agent(i));
        return dns;
    }
    static QList<model::DnEntry> watched(const QList<tlib::Dn> &dns)
    {
        QList<model::DnEntry> entries;
        for (const tlib::Dn &dn : dns)
            entries.append({.dn = dn, .use = model::DnUse::Watched});
        return entries;
    }
    /// Every registration that is asked for is answered; those of `refused` with that number.
    static void answer(Floor &floor, const QHash<tlib::Dn, int> &refused)
    {
        while (!floor.link.nothingSent()) {
            const auto asked = floor.link.takeAny<tlib::RegisterAddress>();
            if (asked && refused.contains(asked->first.dn))
                floor.refuse(asked->second, refused[asked->first.dn], u"no"_s);
            else if (asked)
                floor.link.answer(asked->second,
                                  {.type = tlib::MessageType::EventRegistered, .thisDn = asked->first.dn});
        }
    }
    static void reconnect(Floor &floor, const QHash<tlib::Dn, int> &refused)
    {
        floor.loseLink();
        floor.waitForAttempt();
        floor.link.acceptAsPrimary();
        answer(floor, refused);
        floor.clock.advance(std::chrono::milliseconds(100)); // what is told is told once in that time
    }
};

void TestRefusedDns::manyAreSaidOnce()
{
    Floor floor(200);
    const QList<tlib::Dn> refused = agents(50, 149);
    QSignalSpy posted(&floor.desk.toasts, &model::ToastList::posted);
    floor.connect(refused);
    QCOMPARE(posted.count(), 1);
    QCOMPARE(floor.desk.toasts.toasts().size(), 1);
    const model::Toast &toast = floor.desk.toasts.toasts().first();
    QCOMPARE(toast.kind, ToastKind::DnsNotMonitored);
    QCOMPARE(toast.dns, refused);
    QCOMPARE(toast.code, 59);
    QCOMPARE(toast.count, 1);
    QVERIFY(!toast.serverText.isEmpty());
}

void TestRefusedDns::eachReasonIsSaidForItself()
{
    Floor floor(6);
    floor.desk.connection.open({});
    floor.link.acceptAsPrimary();
    answer(floor,
           {{Floor::agent(1), 59}, {Floor::agent(2), 40}, {Floor::agent(3), 59}, {Floor::agent(4), 40}});
    QCOMPARE(floor.desk.toasts.toasts().size(), 2);
    for (const model::Toast &toast : floor.desk.toasts.toasts()) {
        QCOMPARE(toast.dns, toast.code == 59 ? (QList{Floor::agent(1), Floor::agent(3)})
                                             : (QList{Floor::agent(2), Floor::agent(4)}));
    }
}

void TestRefusedDns::theOwnDnIsSaidForItself()
{
    Floor floor(3);
    floor.connect(agents(1, 3) + QList{Floor::Supervisor});
    QCOMPARE(floor.desk.toasts.toasts().size(), 2);
    const auto own = std::find_if(floor.desk.toasts.toasts().begin(), floor.desk.toasts.toasts().end(),
                                  [](const model::Toast &toast) { return toast.dn == Floor::Supervisor; });
    QVERIFY(own != floor.desk.toasts.toasts().end());
    QCOMPARE(own->kind, ToastKind::DnNotMonitored);
}

void TestRefusedDns::itIsTakenBackDnByDn()
{
    Floor floor(4);
    floor.connect(agents(1, 3));
    const model::ToastId id = floor.desk.toasts.toasts().first().id;
    reconnect(floor, {{Floor::agent(2), 59}, {Floor::agent(3), 59}});
    QCOMPARE(floor.desk.toasts.find(id)->dns, agents(2, 3));
    reconnect(floor, {{Floor::agent(3), 59}});
    QCOMPARE(floor.desk.toasts.find(id)->kind, ToastKind::DnNotMonitored);
    QCOMPARE(floor.desk.toasts.find(id)->dn, Floor::agent(3));
    reconnect(floor, {});
    QVERIFY(floor.desk.toasts.toasts().isEmpty());
}

void TestRefusedDns::theNextEpochSaysWhatIsStillRefused()
{
    Floor floor(4);
    floor.connect(agents(1, 3));
    floor.desk.toasts.dismiss(floor.desk.toasts.toasts().first().id); // read and closed
    reconnect(floor, {{Floor::agent(1), 59}, {Floor::agent(2), 40}, {Floor::agent(4), 40}});
    QCOMPARE(floor.desk.toasts.toasts().size(), 2);
    for (const model::Toast &toast : floor.desk.toasts.toasts())
        QCOMPARE(toast.dns, toast.code == 59 ? agents(1, 1) : (QList{Floor::agent(2), Floor::agent(4)}));
}

void TestRefusedDns::whatIsWatchedNoMoreIsNotSaid()
{
    Floor floor(4);
    floor.connect(agents(1, 3));
    floor.desk.registry.setDns(watched(agents(2, 4)));
    floor.clock.advance(std::chrono::milliseconds(100));
    QCOMPARE(floor.desk.toasts.toasts().first().dns, agents(2, 3));
    floor.desk.registry.setDns(watched(agents(4, 4)));
    QVERIFY(floor.desk.toasts.toasts().isEmpty());
}

void TestRefusedDns::aThousandThatComeBackAreSaidOnceInAFrame()
{
    constexpr int Many = 1000;
    Floor floor(Many + 1);
    floor.connect(agents(1, Many));
    QSignalSpy updated(&floor.desk.toasts, &model::ToastList::updated);
    QSignalSpy dismissed(&floor.desk.toasts, &model::ToastList::dismissed);
    reconnect(floor, {{Floor::agent(Many), 59}});
    QCOMPARE(floor.desk.toasts.toasts().first().dn, Floor::agent(Many));
    QVERIFY2(updated.count() <= 2, qPrintable(QString::number(updated.count())));
    reconnect(floor, {});
    QCOMPARE(dismissed.count(), 1);
}

void TestRefusedDns::theOthersAreMonitored()
{
    Floor floor(3);
    floor.connect(agents(2, 2));
    QCOMPARE(floor.desk.registry.stateOf(Floor::agent(1)), MonitorState::Monitored);
    QCOMPARE(floor.desk.registry.stateOf(Floor::agent(2)), MonitorState::Refused);
    QCOMPARE(floor.desk.registry.stateOf(Floor::agent(3)), MonitorState::Monitored);
    QCOMPARE(floor.desk.connection.state(), model::ConnectionState::Connected);
}

TALLY_TEST(TestRefusedDns)

} // namespace tst_refuseddns
#include "tst_refuseddns.moc"
