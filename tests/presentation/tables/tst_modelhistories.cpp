#include "model/calls/callhistory.h"
#include "model/link/messagetrace.h"
#include "model/statewords.h"
#include "presentation/tables/boardmodel.h"
#include "presentation/tables/callrecordmodel.h"
#include "presentation/tables/tracemodel.h"
#include "presentation/tables/waitingcallmodel.h"
#include "support/conversation.h"
#include "support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QLoggingCategory>
#include <QRandomGenerator>

namespace tst_modelhistories {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using presentation::BoardModel;
using presentation::CallRecordModel;
using presentation::TraceModel;
using presentation::WaitingCallModel;
using tlib::ConnId;
using tlib::Dn;
using tlib::MessageType;

namespace {

const QString Gone =
    u"gone"_s; ///< its model shows nothing in that row, and takes it out with its next change

/// A model under a tester, and beside it what somebody believes who only hears its signals. The test
/// tests/models.py looks for one of each model that is in src.
template <class Model>
class Followed
{
public:
    template <class... Arguments>
    explicit Followed(std::function<QString(const Model &, int)> identity, Arguments &&...arguments)
        : model(std::forward<Arguments>(arguments)...)
        , m_identity(std::move(identity))
        , m_tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
        using Base = QAbstractItemModel;
        QObject::connect(&model, &Base::rowsInserted, &model, [this](const QModelIndex &, int from, int to) {
            for (int row = from; row <= to; ++row)
                m_believed.insert(row, m_identity(model, row));
        });
        QObject::connect(&model, &Base::rowsRemoved, &model, [this](const QModelIndex &, int from, int to) {
            m_believed.remove(from, to - from + 1);
        });
        QObject::connect(&model, &Base::dataChanged, &model,
                         [this](const QModelIndex &from, const QModelIndex &to) {
                             for (int row = from.row(); row <= to.row(); ++row)
                                 m_believed.replace(row, m_identity(model, row));
                         });
        QObject::connect(&model, &Base::layoutAboutToBeChanged, &model, [this] {
            m_marks.clear();
            for (int row = 0; row < model.rowCount(); ++row)
                m_marks.append(model.index(row, 0));
        });
        QObject::connect(&model, &Base::layoutChanged, &model, [this] { takeMarks(); });
        QObject::connect(&model, &Base::modelReset, &model, [this] { m_believed = now(); });
        m_believed = now();
    }
    bool isInStep() const
    {
        const QStringList rows = now();
        return std::equal(
            rows.begin(), rows.end(), m_believed.begin(), m_believed.end(),
            [](const QString &row, const QString &believed) { return row == believed || row == Gone; });
    }
    int rows() const { return int(m_believed.size()); }

    Model model;

private:
    QStringList now() const
    {
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row)
            rows.append(m_identity(model, row));
        return rows;
    }
    /// Each mark has gone with its row.
    void takeMarks()
    {
        QStringList moved = now();
        for (qsizetype i = 0; i < m_marks.size(); ++i) {
            if (!m_marks.at(i).isValid() || moved.at(m_marks.at(i).row()) != m_believed.at(i))
                moved.append(u"a mark of "_s + m_believed.at(i) + u" went astray"_s);
        }
        m_marks.clear();
        m_believed = moved;
    }

    std::function<QString(const Model &, int)> m_identity;
    QAbstractItemModelTester m_tester;
    QStringList m_believed;
    QList<QPersistentModelIndex> m_marks;
};

QString placeOf(const WaitingCallModel &model, int row)
{
    return model.callAt(row)->id.toString() + u'@' + model.callAt(row)->routingPoint.toString();
}

QString dnOf(const BoardModel &model, int row)
{
    return model.dnAt(row).toString();
}

QString numberOf(const CallRecordModel &model, int row)
{
    const auto *const record = model.recordAt(row);
    return record ? QString::number(quint64(record->number)) : Gone;
}

/// A floor of agents and routing points, and everything that can come to it, at random.
class RandomFloor : public support::Conversation
{
public:
    explicit RandomFloor(quint32 seed)
        : m_random(seed)
    {
        for (int n = 0; n < 8; ++n)
            m_all.append({.dn = Dn(QString::number(7001 + n)),
                          .use = model::DnUse::Watched,
                          .name = u"Agent %1"_s.arg(n % 3)});
        for (int n = 0; n < 3; ++n)
            m_all.append({.dn = Dn(QString::number(8000 + n)), .use = model::DnUse::RoutingPoint});
        m_all.append({.dn = Dn(u"7900"_s), .use = model::DnUse::Own});
        desk.registry.setDns(m_all);
        desk.connection.open({.host = u"sip-prim.example"_s, .port = 7007});
        link.acceptAsPrimary();
        while (!link.nothingSent())
            answer();
        doubleAll();
    }

    void step()
    {
        switch (at(20)) {
        case 0: return clock.advance(std::chrono::milliseconds(at(700)));
        case 1: return at(8) == 0 ? clock.advance(61s) : clock.advance(16ms);
        case 2: return at(4) == 0 ? breakLink() : answer();
        case 3: return at(4) == 0 ? changeDns() : answer();
        case 4: return at(8) == 0 ? endAll() : answer();
        case 5: return at(8) == 0 ? doubleAll() : answer();
        case 6: (void)desk.routes.route(call(), dn(), {.destination = Dn(u"7001"_s)}); return;
        default: return say();
        }
    }
    int at(int below) { return int(m_random.bounded(below)); }
    ConnId call() { return ConnId(quint64(1 + at(12))); }
    Dn dn() { return m_all.at(at(int(m_all.size()))).dn; }

private:
    void say()
    {
        using enum MessageType;
        constexpr MessageType Types[] = {
            EventRinging,      EventDialing,      EventEstablished,  EventHeld,
            EventReleased,     EventAbandoned,    EventQueued,       EventRouteRequest,
            EventRouteRequest, EventRouteUsed,    EventDiverted,     EventAttachedDataChanged,
            EventPartyAdded,   EventPartyDeleted, EventPartyChanged, EventQueued};
        const tlib::KvList data = at(2) == 0 ? recording(u"ON"_s) : recording(u"PAUSED"_s);
        tlib::Event said = event(Types[at(int(std::size(Types)))], data, call());
        said.thisDn = dn();
        said.otherDn = at(3) == 0 ? dn() : Caller;
        if (said.type == EventPartyChanged)
            said.previousConnId = call();
        if (at(6) == 0)
            said.sequenceNumber.reset();
        link.push(said);
        if (at(5) == 0)
            link.push(said);
    }
    tlib::KvList snapshot()
    {
        tlib::KvList list;
        const int calls = at(4);
        for (int n = 1; n <= calls; ++n) {
            const QByteArray number = QByteArray::number(n);
            list.append("conn-" + number, call().toString());
            list.append("ct-" + number, qint32(tlib::CallType::Inbound));
            list.append("ps-" + number,
                        qint32(at(2) == 0 ? tlib::PartyState::Queued : tlib::PartyState::Connected));
        }
        return list;
    }
    /// Some of what was asked, this way or that.
    void answer()
    {
        for (int left = at(20); left > 0 && !link.nothingSent(); --left) {
            const support::FakeLink::Sent sent = link.take();
            const auto *asked = std::get_if<tlib::RegisterAddress>(&sent.request);
            if (asked && at(6) != 0)
                link.answer(
                    sent.id,
                    {.type = MessageType::EventRegistered, .thisDn = asked->dn, .extensions = snapshot()});
            else if (at(2) == 0)
                refuse(sent.id, at(2) == 0 ? 59 : tlib::errorcode::InvalidConnId);
            else
                acknowledge(sent.id);
        }
    }
    void breakLink()
    {
        switch (at(4)) {
        case 0: return link.push({.type = MessageType::EventLinkDisconnected});
        case 1: return link.push({.type = MessageType::EventLinkConnected});
        case 2: return link.push({.type = MessageType::EventUnregistered, .thisDn = dn()});
        default:
            link.lose();
            waitForAttempt();
            link.acceptAsPrimary();
        }
    }
    void changeDns()
    {
        QList<model::DnEntry> entries = m_all;
        switch (at(3)) {
        case 0: entries.clear(); break;
        case 1: entries.removeIf([this](const model::DnEntry &) { return at(2) == 0; }); break;
        default: break;
        }
        desk.registry.setDns(entries);
    }
    void endAll()
    {
        for (quint64 id = 1; id <= 12; ++id) {
            for (const model::DnEntry &entry : std::as_const(m_all)) {
                tlib::Event said = event(MessageType::EventReleased, {}, ConnId(id));
                said.thisDn = entry.dn;
                link.push(said);
            }
        }
    }
    /// Each call on every routing point.
    void doubleAll()
    {
        for (quint64 id = 1; id <= 12; ++id) {
            for (int n = 0; n < 3; ++n) {
                tlib::Event said = event(
                    at(2) == 0 ? MessageType::EventQueued : MessageType::EventRouteRequest, {}, ConnId(id));
                said.thisDn = Dn(QString::number(8000 + n));
                link.push(said);
            }
        }
    }

    QRandomGenerator m_random;
    QList<model::DnEntry> m_all;
};

} // namespace

/// Every model of a table, while all that can happen happens in any order.
class TestModelHistories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"tallylight.*=false"_s); }
    void row57_data();
    void row57();
};

void TestModelHistories::row57_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 16; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestModelHistories::row57()
{
    QFETCH(quint32, seed);
    RandomFloor floor(seed);
    model::CallHistory history(floor.desk.calls, floor.desk.timeline, floor.clock, 5);
    model::MessageTrace trace(floor.clock, model::tracedRecording());
    const auto note = connect(&floor.desk.connection, &model::ServerConnection::eventReceived, this,
                              [&](const tlib::Event &event) { trace.noteEvent(event); });
    Followed<WaitingCallModel> waiting(placeOf, floor.desk.waiting, floor.clock);
    Followed<BoardModel> board(dnOf, floor.desk);
    Followed<CallRecordModel> records(numberOf, floor.clock);
    records.model.show(history, floor.clock);
    Followed<TraceModel> traced([](const TraceModel &model, int row) { return model.lineAt(row); }, trace,
                                floor.clock);
    int most = 0;
    for (int step = 0; step < 400; ++step) {
        floor.step();
        switch (floor.at(14)) {
        case 0: board.model.sort(floor.at(BoardModel::Columns), Qt::SortOrder(floor.at(2))); break;
        case 1: board.model.setFilter(presentation::AllBoardFilters[size_t(floor.at(7))]); break;
        case 2: board.model.setText(floor.at(2) == 0 ? u"700"_s : QString()); break;
        case 3: board.model.keep(floor.dn()); break;
        case 4: traced.model.setPaused(floor.at(3) == 0); break;
        case 5: traced.model.setFilter(floor.at(2) == 0 ? u"Queued"_s : QString()); break;
        case 6: records.model.sort(floor.at(CallRecordModel::Columns), Qt::SortOrder(floor.at(2))); break;
        case 7: records.model.setText(floor.at(2) == 0 ? u"700"_s : QString()); break;
        case 8:
            if (floor.at(6) == 0)
                traced.model.clear();
            break;
        default: break;
        }
        QVERIFY2(waiting.isInStep(), qPrintable(u"step %1"_s.arg(step)));
        QVERIFY2(board.isInStep(), qPrintable(u"step %1"_s.arg(step)));
        QVERIFY2(records.isInStep(), qPrintable(u"step %1"_s.arg(step)));
        QVERIFY2(traced.isInStep(), qPrintable(u"step %1"_s.arg(step)));
        most = std::max(most, waiting.rows());
    }
    QVERIFY(most > 12); // calls on more points than one
    disconnect(note);
}

TALLY_GUI_TEST(TestModelHistories)

} // namespace tst_modelhistories
#include "tst_modelhistories.moc"
