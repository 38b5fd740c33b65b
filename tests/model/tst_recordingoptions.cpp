#include "model/recordingoptions.h"

#include <QTest>

using namespace Qt::StringLiterals;
using model::RecordingOptions;

Q_DECLARE_METATYPE(model::RecordingOptions)

class TestRecordingOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatIsGivenIsSent_data();
    void onlyWhatIsGivenIsSent();
    void paramsAreANestedList();
};

void TestRecordingOptions::onlyWhatIsGivenIsSent_data()
{
    QTest::addColumn<RecordingOptions>("options");
    QTest::addColumn<QStringList>("pairs");
    QTest::newRow("nothing") << RecordingOptions{} << QStringList{};
    QTest::newRow("this side") << RecordingOptions{.record = RecordingOptions::Side::Source}
                               << QStringList{u"record=source"_s};
    QTest::newRow("the other side") << RecordingOptions{.record = RecordingOptions::Side::Destination}
                                    << QStringList{u"record=destination"_s};
    QTest::newRow("Id with a capital") << RecordingOptions{.id = u"01RC"_s} << QStringList{u"Id=01RC"_s};
    QTest::newRow("both recorders, in order") << RecordingOptions{.dest = u"sip:a@b"_s, .dest2 = u"sip:c@d"_s}
                                              << QStringList{u"Dest=sip:a@b"_s, u"Dest2=sip:c@d"_s};
}

void TestRecordingOptions::onlyWhatIsGivenIsSent()
{
    QFETCH(RecordingOptions, options);
    const tlib::KvList extensions = model::extensionsFrom(tlib::RecordingCommand::Start, options);
    QStringList pairs;
    for (const auto pair : extensions)
        pairs.append(pair.keyText() + u'=' + pair.value.toString());
    QTEST(pairs, "pairs");
    QCOMPARE(extensions.isNull(), pairs.isEmpty());
}

void TestRecordingOptions::paramsAreANestedList()
{
    const auto extensions = model::extensionsFrom(tlib::RecordingCommand::Start,
                                                  {.params = {{u"tone"_s, u"on"_s}, {u"größe"_s, u"5"_s}}});
    const auto params = extensions.find("Params");
    QVERIFY(params);
    QCOMPARE(params->type(), tlib::KvType::List);
    QCOMPARE(params->toList().text("tone"), u"on"_s);
    QCOMPARE(params->toList().text(u"größe"_s.toUtf8()), u"5"_s);
}

QTEST_GUILESS_MAIN(TestRecordingOptions)
#include "tst_recordingoptions.moc"
