#include "model/settings/remembered.h"
#include "support/manualclock.h"
#include "support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tst_remembered {

using namespace Qt::StringLiterals;
using model::Remembered;

class TestRemembered : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isThereAfterTheNextStart();
    void isWrittenSeldom();
    void damagedLinesArePassedOver();
    void whatDoesNotFitIsIgnored();
    void limitsToThePoint();
    void whatCannotBeReadOrWrittenIsNotThere();

private:
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
    }
};

void TestRemembered::isThereAfterTheNextStart()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a/b/x.state"_s);
    support::ManualClock clock;
    {
        Remembered remembered(path, clock);
        QCOMPARE(remembered.text(u"window/place"_s), QString());
        remembered.setText(u"window/place"_s, u"1,2 300x400 = \"Grün\""_s);
        remembered.setText(u"window/gone"_s, u"x"_s);
        remembered.setText(u"window/gone"_s, {});
    }
    const Remembered again(path, clock);
    QCOMPARE(again.text(u"window/place"_s), u"1,2 300x400 = \"Grün\""_s);
    QCOMPARE(again.text(u"window/gone"_s), QString());
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestRemembered::isWrittenSeldom()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"x.state"_s);
    support::ManualClock clock;
    Remembered remembered(path, clock);
    for (int i = 0; i <= 500; ++i)
        remembered.setText(u"place"_s, QString::number(i));
    QVERIFY(!QFile::exists(path));
    clock.advance(Remembered::WriteEvery);
    QTRY_COMPARE(contentOf(path), "place=500\n");
    QCoreApplication::processEvents();
    remembered.setText(u"place"_s, u"500"_s); // the same is no reason
    QVERIFY(!clock.hasAlarms());
    remembered.setText(u"place"_s, u"501"_s);
    clock.advance(Remembered::WriteEvery);
    QTRY_COMPARE(contentOf(path), "place=501\n");
}

void TestRemembered::damagedLinesArePassedOver()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"x.state"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("\xff\xfe\x00=1\n[section]\ngood=1\n=2\nno sign\nbad key=3\nempty=\nlong=", 62) +
               QByteArray(Remembered::LongestText + 1, 'x') + "\ncontrol=\x01\nlast=9");
    file.close();
    support::ManualClock clock;
    const Remembered remembered(path, clock);
    QCOMPARE(remembered.text(u"good"_s), u"1"_s);
    QCOMPARE(remembered.text(u"last"_s), u"9"_s);
    for (const QString &key : {u"bad key"_s, u"empty"_s, u"long"_s, u"control"_s, QString()})
        QCOMPARE(remembered.text(key), QString());
}

void TestRemembered::whatDoesNotFitIsIgnored()
{
    support::ManualClock clock;
    Remembered remembered({}, clock);
    remembered.setText(u"a=b"_s, u"1"_s);
    remembered.setText(u"two\nlines"_s, u"1"_s);
    remembered.setText(u"ok"_s, u"two\nlines"_s);
    QCOMPARE(remembered.text(u"a=b"_s), QString());
    QCOMPARE(remembered.text(u"two\nlines"_s), QString());
    QCOMPARE(remembered.text(u"ok"_s), QString());
}

void TestRemembered::limitsToThePoint()
{
    support::ManualClock clock;
    Remembered remembered({}, clock);
    for (const qsizetype length : {Remembered::LongestText - 1, Remembered::LongestText}) {
        const QString text(length, u'x');
        remembered.setText(u"text"_s, text);
        QCOMPARE(remembered.text(u"text"_s), text);
    }
    remembered.setText(u"text"_s, QString(Remembered::LongestText + 1, u'x'));
    QCOMPARE(remembered.text(u"text"_s).size(), Remembered::LongestText);
    for (qsizetype i = 1; i <= Remembered::MostKeys; ++i)
        remembered.setText(u"key%1"_s.arg(i), u"1"_s);
    QCOMPARE(remembered.text(u"key%1"_s.arg(Remembered::MostKeys - 1)), u"1"_s);
    QCOMPARE(remembered.text(u"key%1"_s.arg(Remembered::MostKeys)), QString()); // "text" has its place
}

void TestRemembered::whatCannotBeReadOrWrittenIsNotThere()
{
    const QTemporaryDir folder;
    support::ManualClock clock;
    for (const QString &path : {folder.path(), u"/proc/none/x.state"_s}) {
        Remembered remembered(path, clock);
        QCOMPARE(remembered.text(u"a"_s), QString());
        remembered.setText(u"a"_s, u"1"_s);
        clock.advance(Remembered::WriteEvery);
        QCOMPARE(remembered.text(u"a"_s), u"1"_s);
    }
    QVERIFY(QDir(folder.path()).isEmpty());
}

TALLY_TEST(TestRemembered)

} // namespace tst_remembered
#include "tst_remembered.moc"
