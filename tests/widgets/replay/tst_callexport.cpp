#include "support/conversation.h"
#include "support/fulldisk.h"
#include "support/testprogram.h"
#include "widgets/replay/callexport.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace tst_callexport {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::Conversation;
using tlib::MessageType;
using widgets::CallFormat;

class TestCallExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void writesWhatIsShown();
    void row63WhatCannotBeWrittenIsSaidAndLeavesWhatWasThere();
    void aPlaceThatIsNoneIsSaid();

private:
    QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    Conversation m_talk;
    model::CallHistory m_history{m_talk.desk.calls, m_talk.desk.timeline, m_talk.clock};
    presentation::CallRecordModel m_model{m_talk.clock};
    QTemporaryDir m_folder;
};

void TestCallExport::initTestCase()
{
    m_talk.connect();
    for (const quint64 id : {1, 2, 3}) {
        m_talk.talk(Conversation::recording(u"ON"_s, u"=file%1"_s.arg(id)), tlib::ConnId(id));
        m_talk.clock.advance(core::Duration(1000 * id));
        m_talk.say(MessageType::EventReleased, {}, tlib::ConnId(id));
    }
    m_model.show(m_history, m_talk.clock);
    m_model.sort(presentation::CallRecordModel::Recorded, Qt::DescendingOrder);
}

void TestCallExport::writesWhatIsShown()
{
    m_model.setText(u"file"_s);
    const QString csv = m_folder.filePath(u"calls.csv"_s);
    QVERIFY(widgets::writeCalls(m_model, csv, CallFormat::Csv));
    const QByteArrayList rows = content(csv).split('\n');
    QCOMPARE(rows.size(), 5); // the heading, three calls, and nothing behind the last line's end
    QVERIFY(rows[0].startsWith("connId,"));
    QVERIFY2(rows[1].startsWith("0000000000000003,") && rows[3].startsWith("0000000000000001,"),
             rows[1].constData());
    QVERIFY2(rows[1].contains(",'=file3,"), rows[1].constData());
    m_model.setText(u"file2"_s);
    const QString json = m_folder.filePath(u"calls.jsonl"_s);
    QVERIFY(widgets::writeCalls(m_model, json, CallFormat::JsonLines));
    const QByteArrayList lines = content(json).trimmed().split('\n');
    QCOMPARE(lines.size(), 1);
    QCOMPARE(QJsonDocument::fromJson(lines[0]).object()[u"recordedSeconds"_s].toDouble(), 2.0);
    m_model.setText({});
}

void TestCallExport::row63WhatCannotBeWrittenIsSaidAndLeavesWhatWasThere()
{
    const QString path = m_folder.filePath(u"before.csv"_s);
    QVERIFY(widgets::writeCalls(m_model, path, CallFormat::JsonLines));
    const QByteArray before = content(path);
    QVERIFY(!before.isEmpty());
    const QStringList files = QDir(m_folder.path()).entryList(QDir::Files);
    core::Result<core::Done> written = core::Done{};
    {
        const support::FullDisk full(100);
        written = widgets::writeCalls(m_model, path, CallFormat::Csv);
    }
    QVERIFY(!written);
    QVERIFY2(written.error().text.contains(path), qPrintable(written.error().text));
    QCOMPARE(content(path), before);
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), files); // nothing half written either
}

void TestCallExport::aPlaceThatIsNoneIsSaid()
{
    for (const QString &path : {m_folder.filePath(u"nosuch/calls.csv"_s), m_folder.path()}) {
        const auto written = widgets::writeCalls(m_model, path, CallFormat::Csv);
        QVERIFY(!written);
        QVERIFY2(written.error().text.contains(path), qPrintable(written.error().text));
    }
}

TALLY_GUI_TEST(TestCallExport)

} // namespace tst_callexport
#include "tst_callexport.moc"
