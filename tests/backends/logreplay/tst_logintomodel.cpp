#include "backends/logreplay/loglink.h"
#include "model/desk.h"
#include "support/manualclock.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using logreplay::LogLink;

/// What a desk makes of a log: the light that a person would see.
class TestLogIntoModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheLight_data();
    void showsTheLight();
};

namespace {

const QByteArray Call = "\tAttributeConnID\t006c029a6685d004\n\tAttributeThisDN\t'7001'\n";
const QByteArray Other = "\tAttributeConnID\t006c029a6685d005\n\tAttributeThisDN\t'7001'\n";
const QByteArray On = "\tAttributeUserData\t[20] 00 01 00 00..\n\t\t'GSIP_RECORD'\t'ON'\n";
const QByteArray Wrong =
    "\tAttributeUserData\t[21] 00 01 00 00..\n\t\t'GSIP_RECORD'\t'OFF'\n\t\t'lost'\t''\n";

QByteArray message(const char *name, const QByteArray &attributes)
{
    return "message " + QByteArray(name) + '\n' + attributes + '\n';
}

const QByteArray Talking = message("EventRinging", Call) + message("EventEstablished", Call + On);

} // namespace

void TestLogIntoModel::showsTheLight_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("calls");
    const auto row = [](const char *name, const QByteArray &text, const QStringList &calls) {
        QTest::newRow(name) << text << calls;
    };
    const QString on = u"d004 on"_s, doubtful = u"d004 on?"_s;
    row("the word of the log", Talking, {on});
    row("a list that is not whole puts the call in doubt",
        Talking + message("EventAttachedDataChanged", Call + Wrong), {doubtful});
    row("also in an event about a party", Talking + message("EventHeld", Call + Wrong), {doubtful});
    row("also on the routing point",
        Talking + message("EventRouteUsed",
                          "\tAttributeConnID\t006c029a6685d004\n\tAttributeThisDN\t'8000'\n" + Wrong),
        {doubtful});
    row("no other call", Talking + message("EventRinging", Other + On) + message("EventHeld", Other + Wrong),
        {on, u"d005 on?"_s});
    row("the next whole list ends the doubt",
        Talking + message("EventAttachedDataChanged", Call + Wrong) +
            message("EventAttachedDataChanged", Call + On),
        {on});
    row("a new call whose data cannot be read is in doubt", message("EventRinging", Call + Wrong),
        {u"d004 off?"_s});
    row("data that were cut off are not none",
        Talking + "message EventAttachedDataChanged\n" + Call + "Trc 04542 x\n" +
            message("EventAgentReady", ""),
        {doubtful});
    row("a call that is released goes", Talking + message("EventReleased", Call + Wrong), {});
    row("two messages mixed put both calls in doubt",
        Talking + message("EventRinging", Other + On) + "message EventHeld\n" + Call +
            message("EventHeld", Other + "\tAttributeThisDN\t'7001'\n"),
        {doubtful, u"d005 on?"_s});
}

void TestLogIntoModel::showsTheLight()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, calls);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"test.log"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();

    core::SteppedClock time{QDateTime(QDate(2026, 11, 23), QTime(0, 0), Qt::UTC)};
    support::ManualClock pace;
    LogLink link(file.fileName(), time, pace, LogLink::AtOnce);
    model::Desk desk(link, time, {});
    desk.registry.watchEverybody();
    desk.connection.open({});
    QTRY_VERIFY(link.isFinished());
    QCOMPARE(desk.connection.state(), model::ConnectionState::Connected);

    QStringList found;
    for (const model::CallId id : desk.calls.ids()) {
        const model::Call *const call = desk.calls.find(id);
        const bool isOn = call->recording.state == model::RecordingState::On;
        const bool isOff = call->recording.state == model::RecordingState::Off;
        found.append(id.toString().last(4) + u' ' +
                     (isOn    ? u"on"_s
                      : isOff ? u"off"_s
                              : QString()) +
                     (desk.calls.isCertain(*call) ? QString() : u"?"_s));
    }
    std::sort(found.begin(), found.end());
    QCOMPARE(found, calls);
}

QTEST_GUILESS_MAIN(TestLogIntoModel)
#include "tst_logintomodel.moc"
