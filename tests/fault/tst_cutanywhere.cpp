#include "backends/wire/wirelink.h"
#include "fault/picture.h"
#include "support/faultproxy.h"
#include "support/manualclock.h"
#include "support/testprogram.h"
#include "support/untilso.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QTest>
#include <QtEndian>

namespace tst_cutanywhere {

using namespace std::chrono_literals;
using model::CallAction;
using support::Direction;
using support::FaultProxy;
using support::SwitchOnPort;

namespace {

constexpr int DoubtWithin = 100; ///< ms, of a cut
constexpr int Attempts = 3;      ///< at that, as a busy machine is not the desktop's fault

/// A switch, the network, and a desk whose time stands: it comes back when the test says so.
struct Session
{
    Session()
        : server(SwitchOnPort::smallSite())
        , proxy(server.port())
        , link(linkClock)
        , desk(link, clock, {.connection = {.rounds = {.jitter = 0}}})
    {
        desk.registry.setDns({picture::Dn});
        QObject::connect(&link, &tlib::Link::eventReceived, &link, [this] { ++events; });
        QObject::connect(&proxy, &FaultProxy::delivered, &proxy,
                         [this](int connection, Direction direction, const QByteArray &bytes) {
                             if (connection == 1)
                                 (direction == Direction::ToClient ? heard : asked) += bytes;
                         });
        QObject::connect(&proxy, &FaultProxy::cut, &proxy, [this] { sinceCut.start(); });
        for (const auto change : {&model::CallList::inserted, &model::CallList::removed})
            QObject::connect(&desk.calls, change, &desk.calls, [this] { look(); });
        QObject::connect(&desk.calls, &model::CallList::changed, &desk.calls, [this] { look(); });
        QObject::connect(&desk.calls, &model::CallList::certaintyChanged, &desk.calls, [this] { look(); });
    }

    void open() { desk.connection.open({.host = QStringLiteral("127.0.0.1"), .port = proxy.port()}); }
    bool isLost() const { return desk.connection.state() == model::ConnectionState::Lost; }
    bool isSettled() const
    {
        const auto &ids = desk.calls.ids();
        const bool isPending = std::any_of(ids.begin(), ids.end(), [this](model::CallId id) {
            return desk.calls.find(id)->pendingRecording || desk.calls.find(id)->pendingControl;
        });
        return !isPending && picture::isTrue(desk, server.sw);
    }
    /// At every change of what is shown: a certain call is as the server says now, or said before this step.
    void look()
    {
        truths.insert(picture::of(server.sw).join(QString()));
        for (const model::CallId id : desk.calls.ids()) {
            const model::Call &call = *desk.calls.find(id);
            if (!desk.calls.isCertain(call) || call.isOver())
                continue;
            const bool isSaid = std::any_of(truths.begin(), truths.end(), [&call](const QString &truth) {
                return truth.contains(picture::of(call));
            });
            if (!isSaid && lie.isEmpty())
                lie = picture::of(call) + QStringLiteral(" is shown as certain");
        }
    }
    /// Does it, and waits for its effect, or for the end of the connection.
    template <class Step>
    bool run(Step step)
    {
        truths = {picture::of(server.sw).join(QString())};
        step();
        return support::untilSo([this] {
            truths.insert(picture::of(server.sw).join(QString()));
            return isSettled() || isLost();
        });
    }
    void press(CallAction action, int number = 0)
    {
        if (number < desk.calls.ids().size())
            (void)desk.control.perform(desk.calls.ids().at(number), action);
    }
    /// A person's and a switch's doings, until they are done or the connection is lost. Says which did not
    /// end.
    QString play()
    {
        QByteArray first;
        const std::function<void()> steps[] = {
            [this] { open(); },
            [&] { first = server.call("+493055501", "7001"); },
            [this] { press(CallAction::Answer); },
            [this] { press(CallAction::PauseRecording); },
            [&] { server.recorder(first, "on"); },
            [this] { press(CallAction::Hold); },
            [&] { server.call("+493055502", "7001"); },
            [this] { press(CallAction::Retrieve); },
            [&] { server.recorder(first, "off"); },
            [this] { press(CallAction::Release); },
        };
        int number = 0;
        for (const auto &step : steps) {
            if (!run(step))
                return QStringLiteral("step %1 does not end").arg(number);
            if (isLost())
                return {};
            shown.append(picture::of(desk).join(QString()));
            ++number;
        }
        return {};
    }

    SwitchOnPort server;
    FaultProxy proxy;
    core::SystemClock linkClock;
    support::ManualClock clock;
    wire::WireLink link;
    model::Desk desk;
    int events = 0;
    QByteArray heard;     ///< over the first connection
    QByteArray asked;     ///< likewise
    QSet<QString> truths; ///< of this step
    QStringList shown;    ///< after each step
    QString lie;          ///< the first one
    QElapsedTimer sinceCut;
};

/// Where each frame ends.
QList<qsizetype> frameEnds(const QByteArray &bytes)
{
    QList<qsizetype> ends;
    for (qsizetype at = 0; at + 4 <= bytes.size();) {
        at += 4 + qsizetype(qFromBigEndian<quint32>(bytes.constData() + at));
        ends.append(at);
    }
    return ends;
}

int framesWithin(const QList<qsizetype> &ends, qsizetype bytes)
{
    return int(std::count_if(ends.begin(), ends.end(), [bytes](qsizetype end) { return end <= bytes; }));
}

} // namespace

/// A recorded session is cut after every number of bytes, in either direction. Over real TCP.
class TestCutAnywhere : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sameBytesEveryTime();
    void row04EveryByteFromTheServer();
    void row04EveryByteToTheServer();
    void row11DataBeforeTheEndAreUsed();

private:
    QString cutAt(Direction direction, qsizetype offset);
    QString comeBack(Session &session);

    QByteArray m_heard; ///< the session's bytes from the server
    QByteArray m_asked;
};

void TestCutAnywhere::initTestCase()
{
    QLoggingCategory::setFilterRules(QStringLiteral("tallylight.*=false")); // thousands of lost links
    Session session;
    QCOMPARE(session.play(), QString());
    QVERIFY2(session.lie.isEmpty(), qPrintable(session.lie));
    QCOMPARE(session.shown.size(), 10);
    m_heard = session.heard;
    m_asked = session.asked;
    QCOMPARE(frameEnds(m_heard).last(), m_heard.size());
    QCOMPARE(session.events, frameEnds(m_heard).size());
    qInfo("%lld bytes from the server, %lld to it", m_heard.size(), m_asked.size());
}

/// Without this the offsets below would not mean the same places.
void TestCutAnywhere::sameBytesEveryTime()
{
    Session session;
    QCOMPARE(session.play(), QString());
    QCOMPARE(session.heard, m_heard);
    QCOMPARE(session.asked, m_asked);
}

/// What is wrong after a cut there; empty when nothing is.
QString TestCutAnywhere::cutAt(Direction direction, qsizetype offset)
{
    Session session;
    session.proxy.setToxics(direction, {.limitData = offset});
    if (const QString trouble = session.play(); !trouble.isEmpty())
        return trouble;
    if (!session.isLost())
        return QStringLiteral("the connection was not lost");
    const qint64 took = session.sinceCut.elapsed();
    if (!picture::isDoubted(session.desk))
        return QStringLiteral("something is certain after the cut");
    if (!session.lie.isEmpty())
        return session.lie;
    if (!m_heard.startsWith(session.heard) || !m_asked.startsWith(session.asked))
        return QStringLiteral("the session was another one");
    // Half a frame is none, on either side.
    if (session.events != framesWithin(frameEnds(m_heard), session.heard.size()))
        return QStringLiteral("%1 events were heard").arg(session.events);
    const int requests = framesWithin(frameEnds(m_asked), session.asked.size());
    if (!support::untilSo([&] { return session.server.requests >= requests; }))
        return QStringLiteral("%1 requests were heard").arg(session.server.requests);
    if (took > DoubtWithin)
        return QStringLiteral("late: doubted after %1 ms").arg(took);
    if (session.server.requests != requests)
        return QStringLiteral("%1 requests were heard").arg(session.server.requests);
    return comeBack(session);
}

QString TestCutAnywhere::comeBack(Session &session)
{
    session.proxy.heal();
    const bool isBack = session.run([&session] { session.clock.advance(1s); });
    if (!isBack || session.isLost())
        return QStringLiteral("it does not come back: ") + picture::of(session.desk).join(QString());
    session.proxy.resetAll(); // leaves no port that waits
    return session.lie;
}

#define CUT_EVERYWHERE(direction, bytes)                                                                     \
    for (qsizetype offset = 0; offset < bytes.size(); ++offset) {                                            \
        QString trouble = cutAt(direction, offset);                                                          \
        for (int i = 1; i < Attempts && trouble.startsWith(QLatin1String("late")); ++i)                      \
            trouble = cutAt(direction, offset);                                                              \
        QVERIFY2(trouble.isEmpty(), qPrintable(QStringLiteral("byte %1: ").arg(offset) + trouble));          \
    }

void TestCutAnywhere::row04EveryByteFromTheServer()
{
    CUT_EVERYWHERE(Direction::ToClient, m_heard)
}

void TestCutAnywhere::row04EveryByteToTheServer()
{
    CUT_EVERYWHERE(Direction::ToServer, m_asked)
}

/// The server says something and closes, and both arrive together.
void TestCutAnywhere::row11DataBeforeTheEndAreUsed()
{
    const QList<qsizetype> ends = frameEnds(m_heard);
    for (const qsizetype end : ends.first(ends.size() - 1)) {
        Session session;
        session.proxy.setToxics(Direction::ToClient, {.limitData = end});
        QCOMPARE(session.play(), QString());
        QVERIFY(session.isLost());
        QCOMPARE(session.heard, m_heard.first(end));
        QCOMPARE(session.events, framesWithin(ends, end));
        QVERIFY(picture::isDoubted(session.desk));
        QCOMPARE(session.lie, QString());
        session.proxy.resetAll();
    }
}

TALLY_TEST(TestCutAnywhere)

} // namespace tst_cutanywhere

#include "tst_cutanywhere.moc"
