#include "model/startoptions.h"

#include <QTest>

using namespace Qt::StringLiterals;
using model::StartOptions;

Q_DECLARE_METATYPE(model::StartOptions)

class TestStartOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatIsGivenIsSent_data();
    void onlyWhatIsGivenIsSent();
    void paramsAreANestedList();
};

void TestStartOptions::onlyWhatIsGivenIsSent_data()
{
    QTest::addColumn<StartOptions>("options");
    QTest::addColumn<QStringList>("pairs");
    QTest::newRow("nothing") << StartOptions{} << QStringList{};
    QTest::newRow("this side") << StartOptions{.record = StartOptions::Side::Source}
                               << QStringList{u"record=source"_s};
    QTest::newRow("the other side") << StartOptions{.record = StartOptions::Side::Destination}
                                    << QStringList{u"record=destination"_s};
    QTest::newRow("Id with a capital") << StartOptions{.id = u"01RC"_s} << QStringList{u"Id=01RC"_s};
    QTest::newRow("both recorders, in order") << StartOptions{.dest = u"sip:a@b"_s, .dest2 = u"sip:c@d"_s}
                                              << QStringList{u"Dest=sip:a@b"_s, u"Dest2=sip:c@d"_s};
}

void TestStartOptions::onlyWhatIsGivenIsSent()
{
    QFETCH(StartOptions, options);
    const tlib::KvList extensions = model::extensionsFrom(options);
    QStringList pairs;
    for (const auto pair : extensions)
        pairs.append(pair.keyText() + u'=' + pair.value.toString());
    QTEST(pairs, "pairs");
    QCOMPARE(extensions.isNull(), pairs.isEmpty());
}

void TestStartOptions::paramsAreANestedList()
{
    const auto extensions = model::extensionsFrom({.params = {{u"tone"_s, u"on"_s}, {u"größe"_s, u"5"_s}}});
    const auto params = extensions.find("Params");
    QVERIFY(params);
    QCOMPARE(params->type(), tlib::KvType::List);
    QCOMPARE(params->toList().text("tone"), u"on"_s);
    QCOMPARE(params->toList().text(u"größe"_s.toUtf8()), u"5"_s);
}

QTEST_GUILESS_MAIN(TestStartOptions)
#include "tst_startoptions.moc"
