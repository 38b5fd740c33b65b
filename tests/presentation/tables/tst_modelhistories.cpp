#include "model/calls/callhistory.h"
#include "model/link/messagetrace.h"
#include "presentation/tables/boardmodel.h"
#include "presentation/tables/callrecordmodel.h"
#include "presentation/tables/messagemodel.h"
#include "presentation/tables/tracemodel.h"
#include "presentation/tables/waitingcallmodel.h"
#include "support/randomfloor.h"
#include "support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QLoggingCategory>

namespace tst_modelhistories {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using presentation::BoardModel;
using presentation::CallRecordModel;
using presentation::MessageModel;
using presentation::TraceModel;
using presentation::WaitingCallModel;
using support::RandomFloor;

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
    Followed<CallRecordModel> today(numberOf, floor.clock); // of this shift, with what was before the start
    today.model.show(floor.desk.today, floor.clock);
    Followed<TraceModel> traced([](const TraceModel &model, int row) { return model.lineAt(row); }, trace,
                                floor.clock);
    Followed<MessageModel> messages([](const MessageModel &model, int row) { return model.lineAt(row); },
                                    floor.desk.history, floor.clock);
    int most = 0;
    for (int step = 0; step < 400; ++step) {
        floor.step();
        switch (floor.at(16)) {
        case 0: board.model.sort(floor.at(BoardModel::Columns), Qt::SortOrder(floor.at(2))); break;
        case 1: board.model.setFilter(presentation::AllBoardFilters[size_t(floor.at(7))]); break;
        case 2: board.model.setText(floor.at(2) == 0 ? u"700"_s : QString()); break;
        case 3: board.model.keep(floor.dn()); break;
        case 4: traced.model.setPaused(floor.at(3) == 0); break;
        case 5: traced.model.setFilter(floor.at(2) == 0 ? u"Queued"_s : QString()); break;
        case 6: records.model.sort(floor.at(CallRecordModel::Columns), Qt::SortOrder(floor.at(2))); break;
        case 9: today.model.sort(floor.at(CallRecordModel::Columns), Qt::SortOrder(floor.at(2))); break;
        case 10: floor.desk.today.addPast({{.id = tlib::ConnId(7), .isFromJournal = true}}); break;
        case 11: messages.model.setFilter(floor.at(2) == 0 ? u"700"_s : QString()); break;
        case 12: floor.desk.toasts.post({.dn = floor.dn(), .code = floor.at(3)}); break;
        case 13:
            floor.desk.toasts.dismissIf([&floor](const model::Toast &) { return floor.at(2) == 0; });
            break;
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
        QVERIFY2(today.isInStep(), qPrintable(u"step %1"_s.arg(step)));
        QVERIFY2(messages.isInStep(), qPrintable(u"step %1"_s.arg(step)));
        QVERIFY2(traced.isInStep(), qPrintable(u"step %1"_s.arg(step)));
        most = std::max(most, waiting.rows());
    }
    QVERIFY(most > 6); // or nothing was there to go wrong
    disconnect(note);
}

TALLY_GUI_TEST(TestModelHistories)

} // namespace tst_modelhistories
#include "tst_modelhistories.moc"
