#include "support/testprogram.h"

#include <QDir>
#include <QImage>
#include <QTest>

namespace tst_embedded {

using namespace Qt::StringLiterals;

/// What the programs carry inside them is there and can be read, without any plug-in.
class TestEmbedded : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIconOnAButtonHasBothInksAndThreeSizes_data();
    void everyIconOnAButtonHasBothInksAndThreeSizes();
    void theProgramsIconHasEverySize_data();
    void theProgramsIconHasEverySize();
    void everyLanguageIsThere();
};

void TestEmbedded::everyIconOnAButtonHasBothInksAndThreeSizes_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("pixels");

    const QDir sources(QStringLiteral(RESOURCES "/icons/src"));
    const QStringList drawings = sources.entryList({u"*.svg"_s});
    QVERIFY(!drawings.isEmpty());
    for (const QString &drawing : drawings) {
        const QString name = drawing.chopped(4);
        if (name == "tallylight-small"_L1) {
            continue;
        }
        for (const QString &ink : {u"light"_s, u"dark"_s}) {
            for (const auto &[suffix, pixels] : {std::pair(u""_s, 16), {u"@2x"_s, 32}, {u"@3x"_s, 48}}) {
                const QString file = u":/icons/"_s + name + u'-' + ink + suffix + u".png"_s;
                QTest::newRow(qPrintable(file)) << file << pixels;
            }
        }
    }
}

void TestEmbedded::everyIconOnAButtonHasBothInksAndThreeSizes()
{
    QFETCH(QString, file);
    QFETCH(int, pixels);
    QCOMPARE(QImage(file).size(), QSize(pixels, pixels));
}

void TestEmbedded::theProgramsIconHasEverySize_data()
{
    QTest::addColumn<int>("pixels");
    for (const int pixels : {16, 22, 24, 32, 48, 64, 128, 256, 512}) {
        QTest::addRow("%d pixels", pixels) << pixels;
    }
}

void TestEmbedded::theProgramsIconHasEverySize()
{
    QFETCH(int, pixels);
    QCOMPARE(QImage(u":/icons/tallylight-%1.png"_s.arg(pixels)).size(), QSize(pixels, pixels));
}

void TestEmbedded::everyLanguageIsThere()
{
    const QStringList languages = QDir(u":/translations"_s).entryList({u"tallylight_*.qm"_s});
    QCOMPARE(languages, (QStringList{u"tallylight_de.qm"_s, u"tallylight_en.qm"_s}));
}

TALLY_TEST(TestEmbedded)

} // namespace tst_embedded
#include "tst_embedded.moc"
