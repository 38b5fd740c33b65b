#include "model/actions/recordingoptions.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_recordingoptions {

using namespace Qt::StringLiterals;
using model::OptionsFlaw;
using model::RecordingOptions;
using tlib::RecordingCommand;

class TestRecordingOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatIsGivenIsSent_data();
    void onlyWhatIsGivenIsSent();
    void paramsAreANestedList();
    void otherServicesTakeParamsAlone();
    void aFlawIsNamed_data();
    void aFlawIsNamed();
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

void TestRecordingOptions::otherServicesTakeParamsAlone()
{
    const RecordingOptions options{.record = RecordingOptions::Side::Destination,
                                   .id = u"case-17"_s,
                                   .dest = u"sip:a"_s,
                                   .dest2 = u"sip:b"_s,
                                   .params = {{u"tone"_s, u"on"_s}},
                                   .reasons = {{u"why"_s, u"card number"_s}}};
    for (const auto command : {RecordingCommand::Pause, RecordingCommand::Resume, RecordingCommand::Stop}) {
        const tlib::KvList extensions = model::extensionsFrom(command, options);
        QCOMPARE(extensions.count(), 1);
        QCOMPARE(extensions.find("Params")->toList().text("tone"), u"on"_s);
    }
    QCOMPARE(model::reasonsFrom(options).text("why"), u"card number"_s);
    QVERIFY(model::reasonsFrom({}).isNull());
}

void TestRecordingOptions::aFlawIsNamed_data()
{
    QTest::addColumn<RecordingOptions>("options");
    QTest::addColumn<OptionsFlaw>("atStart");
    QTest::addColumn<OptionsFlaw>("atPause");
    const auto row = [](const char *name, const RecordingOptions &options, OptionsFlaw atStart,
                        OptionsFlaw atPause) { QTest::newRow(name) << options << atStart << atPause; };
    using enum OptionsFlaw;
    const QString most(65535 - 2 - 5 - 1 - 2 - 5 - 6 - 2, u'x'); // of one parameter in Params in Extensions
    row("nothing", {}, None, None);
    row("everything", {.id = u"1"_s, .dest = u"sip:a"_s, .dest2 = u"sip:b"_s, .params = {{u"k"_s, {}}}}, None,
        None);
    row("a recorder without scheme", {.dest = u"recorder.example"_s}, DestIsNoSipUri, None);
    row("a second recorder with a space", {.dest2 = u"sip:a b"_s}, Dest2IsNoSipUri, None);
    row("both recorders are one", {.dest = u"sip:r@A.example"_s, .dest2 = u"SIP:r@a.example"_s},
        SameDestTwice, None);
    row("two users on one host", {.dest = u"sip:r@a"_s, .dest2 = u"sip:R@a"_s}, None, None);
    row("a parameter of no name", {.params = {{u" "_s, u"v"_s}}}, EmptyParamName, EmptyParamName);
    row("a parameter twice", {.params = {{u"k"_s, u"1"_s}, {u"k"_s, u"2"_s}}}, RepeatedParamName,
        RepeatedParamName);
    row("names that differ by case", {.params = {{u"k"_s, u"1"_s}, {u"K"_s, u"2"_s}}}, None, None);
    row("a reason of no name", {.reasons = {{{}, u"v"_s}}}, EmptyReasonName, EmptyReasonName);
    row("a reason twice", {.reasons = {{u"k"_s, {}}, {u"k"_s, {}}}}, RepeatedReasonName, RepeatedReasonName);
    row("a parameter as long as can be", {.params = {{u"k"_s, most}}}, None, None);
    row("a parameter too long by a byte", {.params = {{u"k"_s, most + u'x'}}}, TooLong, TooLong);
    row("a name too long", {.params = {{QString(70000, u'x'), {}}}}, TooLong, TooLong);
    row("an id too long", {.id = QString(65536, u'x')}, TooLong, None);
    row("an id that leaves no room for the parameter", {.id = u"1"_s, .params = {{u"k"_s, most}}}, TooLong,
        None);
    row("reasons too long together",
        {.reasons = {{u"a"_s, QString(40000, u'x')}, {u"b"_s, QString(40000, u'x')}}}, TooLong, TooLong);
    row("the first one in the form is named", {.dest = u"x"_s, .params = {{{}, {}}}}, DestIsNoSipUri,
        EmptyParamName);
}

void TestRecordingOptions::aFlawIsNamed()
{
    QFETCH(RecordingOptions, options);
    QTEST(flawIn(options), "atStart");
    for (const auto command : {RecordingCommand::Pause, RecordingCommand::Resume, RecordingCommand::Stop})
        QTEST(flawIn(options, command), "atPause");
}

TALLY_TEST(TestRecordingOptions)

} // namespace tst_recordingoptions
#include "tst_recordingoptions.moc"
