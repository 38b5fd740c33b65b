#include "presentation/words/practicetext.h"
#include "support/testprogram.h"
#include "support/translated.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tst_practicetext {

using namespace Qt::StringLiterals;
using presentation::PracticeStep;

namespace {

QJsonArray stepsOf(const QString &name)
{
    QFile file(QStringLiteral(RESOURCES "/demo/") + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll())[u"steps"_s].toArray()
                                          : QJsonArray();
}

PracticeStep stepFrom(const QJsonObject &json)
{
    const QString record = json[u"record"_s].toBool() ? u"true"_s : u"false"_s;
    return {.verb = json[u"do"_s].toString(),
            .party = u"+4930"_s,
            .dn = u"7001"_s,
            .state = json.contains(u"record"_s) ? record : json[u"state"_s].toString(),
            .button = json[u"button"_s].toString()};
}

} // namespace

class TestPracticeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStepHasASentence_data();
    void everyStepHasASentence();
    void everyChoiceHasItsWords_data() { support::languageRows(); }
    void everyChoiceHasItsWords();
    void saysWhoAndWhere();
    void whatIsPressedIsSaidBeforehand();
};

void TestPracticeText::everyStepHasASentence_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("script");
    for (const QString &language : {u"en"_s, u"de"_s}) {
        for (const QString &script : {u"working-day.json"_s, u"busy-floor.json"_s})
            QTest::addRow("%s %s", qPrintable(language), qPrintable(script)) << language << script;
    }
}

void TestPracticeText::everyStepHasASentence()
{
    QFETCH(QString, language);
    QFETCH(QString, script);
    const support::Translated speaks(language);
    const QJsonArray steps = stepsOf(script);
    QVERIFY(steps.size() > 20);
    const QString fallback = presentation::practiceSentence({.verb = u"nothing"_s});
    for (const QJsonValue &value : steps) {
        const PracticeStep step = stepFrom(value.toObject());
        const QString sentence = presentation::practiceSentence(step);
        QVERIFY2(sentence.endsWith(u'.') && sentence != fallback && !sentence.contains(u'%'),
                 qPrintable(step.verb + u' ' + step.state));
        const QString advice = presentation::practiceAdvice(step);
        QVERIFY2(advice.isEmpty() || advice.endsWith(u'.'), qPrintable(advice));
        if (!presentation::isPreparation(step) && step.verb != u"agent")
            QVERIFY2(!advice.isEmpty(), qPrintable(sentence));
    }
}

void TestPracticeText::everyChoiceHasItsWords()
{
    QFETCH(QString, language);
    const support::Translated speaks(language);
    QSet<QChar> mnemonics;
    for (const auto choice : presentation::AllPracticeChoices) {
        const QString label = presentation::practiceChoiceLabel(choice);
        const QChar letter = label.at(label.indexOf(u'&') + 1).toUpper();
        QVERIFY2(label.contains(u'&') && !mnemonics.contains(letter), qPrintable(label));
        mnemonics.insert(letter);
        QVERIFY(presentation::practiceChosen(choice).endsWith(u'.'));
        QVERIFY(presentation::practiceObstacle(choice).endsWith(u'.'));
    }
}

void TestPracticeText::saysWhoAndWhere()
{
    QCOMPARE(presentation::practiceSentence({.verb = u"call"_s, .party = u"+49%2<b>"_s, .dn = u"7001"_s}),
             u"A call from +49%2<b> rings at 7001."_s);
    QVERIFY(presentation::practiceSentence({.verb = u"recorder"_s, .party = u"+4930"_s, .state = u"paused"_s})
                .contains(u"pauses the recording of the call with +4930"_s));
}

void TestPracticeText::whatIsPressedIsSaidBeforehand()
{
    const support::Translated speaks(u"en"_s);
    QCOMPARE(presentation::pressAhead(u"pause"_s, 6),
             u"In 6 seconds “Pause” is pressed for you. Press it yourself before, or forbid it."_s);
    QVERIFY(presentation::pressForbidden(u"pause"_s).contains(u"Pause"_s));
}

TALLY_GUI_TEST(TestPracticeText)

} // namespace tst_practicetext
#include "tst_practicetext.moc"
