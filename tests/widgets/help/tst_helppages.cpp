#include "support/testprogram.h"
#include "support/translated.h"

#include "presentation/look/recordinglook.h"
#include "presentation/presence/commandtext.h"
#include "presentation/words/errorwords.h"
#include "presentation/words/refusaltext.h"
#include "widgets/help/helppages.h"
#include "widgets/help/helppictures.h"

#include <QFile>
#include <QRegularExpression>
#include <QTextDocument>

namespace tst_helppages {

using namespace Qt::StringLiterals;
using model::RecordingState;
using widgets::HelpFacts;

namespace {

HelpFacts someFacts()
{
    HelpFacts facts{.inWindow = model::KeyTable::inWindow(),
                    .places = {.policy = u"/etc/tallylight/policy.ini"_s,
                               .settings = u"/home/ada/<b>x</b>/default.ini"_s,
                               .log = u"/home/ada/a.log"_s,
                               .journal = u"/home/ada/journal"_s,
                               .socket = u"/run/user/1/tallylight"_s,
                               .bundle = u"/home/ada/Documents"_s}};
    facts.everywhere.set(model::Command::Pause, u"Ctrl+Alt+P"_s);
    facts.hotkeyTroubles.insert(model::Command::Pause, u"Another program has the key."_s);
    return facts;
}

QString textOf(const QString &page, const QString &language)
{
    QTextDocument document;
    document.setHtml(widgets::helpPage(page, language, someFacts()));
    return document.toPlainText();
}

QStringList found(const QString &html, const QString &pattern)
{
    QStringList all;
    const QRegularExpression expression(pattern);
    for (auto it = expression.globalMatch(html); it.hasNext();)
        all += it.next().captured(1);
    return all;
}

} // namespace

class TestHelpPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPageIsThere_data() { support::languageRows(); }
    void everyPageIsThere();
    void everyLinkLeadsSomewhere_data() { support::languageRows(); }
    void everyLinkLeadsSomewhere();
    void everyPictureIsPainted_data() { support::languageRows(); }
    void everyPictureIsPainted();
    void everyStateIsExplained_data() { support::languageRows(); }
    void everyStateIsExplained();
    void everyNumberIsExplained_data() { support::languageRows(); }
    void everyNumberIsExplained();
    void everyKeyIsNamed_data() { support::languageRows(); }
    void everyKeyIsNamed();
    void placesAreThoseOfThisMachine();
    void lightsFollowTheTheme();
    void anotherLanguageGetsEnglish();
};

void TestHelpPages::everyPageIsThere()
{
    QFETCH(QString, language);
    const support::Translated speaks(language);
    QStringList titles;
    for (const QString &page : widgets::helpPages()) {
        QVERIFY2(QFile::exists(u":/help/%1/%2.html"_s.arg(language, page)), qPrintable(page));
        titles += widgets::helpTitle(page, language);
        QVERIFY2(!titles.last().isEmpty(), qPrintable(page));
        const QString text = textOf(page, language);
        QVERIFY2(text.size() > 400, qPrintable(page));
        QVERIFY2(!text.contains(u'{') && !text.contains(u'}'), qPrintable(text));
    }
    QCOMPARE(QSet<QString>(titles.begin(), titles.end()).size(), titles.size());
}

void TestHelpPages::everyLinkLeadsSomewhere()
{
    QFETCH(QString, language);
    int links = 0;
    for (const QString &page : widgets::helpPages()) {
        const QString html = widgets::helpPage(page, language, someFacts());
        for (const QString &link : found(html, u"href=[\"']([^\"']*)[\"']"_s)) {
            ++links;
            QVERIFY2(link.startsWith(u"help:"_s), qPrintable(link));
            const QString target = link.mid(5).section(u'#', 0, 0);
            QVERIFY2(widgets::helpPages().contains(target), qPrintable(link));
            const QString place = link.section(u'#', 1);
            const QString there = widgets::helpPage(target, language, someFacts());
            QVERIFY2(place.isEmpty() || there.contains(u"name='%1'"_s.arg(place)), qPrintable(link));
        }
    }
    QVERIFY(links >= 5);
}

void TestHelpPages::everyPictureIsPainted()
{
    QFETCH(QString, language);
    const support::Translated speaks(language);
    const presentation::Theme theme(presentation::ThemeChoice::Light);
    QSet<QString> shown;
    for (const QString &page : widgets::helpPages()) {
        for (const QString &name :
             found(widgets::helpPage(page, language, someFacts()), u"src='picture:([^']*)'"_s)) {
            const QImage one = widgets::helpPicture(name, theme, 1, Qt::LeftToRight);
            QVERIFY2(!one.isNull() && one.width() <= 400, qPrintable(name));
            const QImage two = widgets::helpPicture(name, theme, 2, Qt::LeftToRight);
            QCOMPARE(two.width(), 2 * one.width()); // sharp on a screen of twice the pixels
            shown.insert(name);
        }
    }
    for (const QString &name : widgets::helpPictures())
        QVERIFY2(shown.contains(name), qPrintable(name));
}

void TestHelpPages::everyStateIsExplained()
{
    QFETCH(QString, language);
    const support::Translated speaks(language);
    const QString text = textOf(u"lights"_s, language);
    for (const auto state :
         {RecordingState::On, RecordingState::Paused, RecordingState::Off, RecordingState::Unknown}) {
        for (const bool certain : {true, false}) {
            const model::Recording recording{.state = state, .stateSaid = true};
            const QString word = presentation::recordingLight(recording, certain).word;
            QVERIFY2(text.contains(word), qPrintable(word));
        }
    }
    const model::Recording legacy{.fileName = "file"};
    QVERIFY(text.contains(presentation::recordingLight(legacy, true).word));
    QVERIFY(text.contains(u'≥'));
}

void TestHelpPages::everyNumberIsExplained()
{
    QFETCH(QString, language);
    const support::Translated speaks(language);
    const QString text = textOf(u"errors"_s, language);
    int numbers = 0;
    for (int number = 0; number < 2000; ++number) {
        const auto words = presentation::errorWords(number);
        if (!words)
            continue;
        ++numbers;
        QVERIFY2(text.contains(u'\n' + QString::number(number) + u'\n'), qPrintable(QString::number(number)));
        QVERIFY2(text.contains(words->sentence), qPrintable(words->sentence));
        QVERIFY2(text.contains(words->advice), qPrintable(words->advice));
    }
    QCOMPARE(presentation::errorNumbers().size(), numbers);
    const model::Toast second{.callAction = model::CallAction::PauseRecording,
                              .code = tlib::errorcode::AlreadyInState};
    QVERIFY(text.contains(presentation::forestalledReason(second)));
    QVERIFY(text.contains(presentation::refusalTitle(second)) ||
            text.contains(presentation::refusalTitle({.callAction = model::CallAction::PauseRecording})));
}

void TestHelpPages::everyKeyIsNamed()
{
    QFETCH(QString, language);
    const support::Translated speaks(language);
    const QString text = textOf(u"keys"_s, language);
    for (const model::Command command : model::AllCommands) {
        QVERIFY2(text.contains(presentation::commandText(command)), qPrintable(model::nameOf(command)));
        const QString key = presentation::keyText(model::KeyTable::inWindow().of(command));
        QVERIFY2(text.contains(key), qPrintable(key));
    }
    QVERIFY(text.contains(presentation::keyText(u"Ctrl+Alt+P"_s)));
    QVERIFY(text.contains(u"Another program has the key."_s));

    HelpFacts none = someFacts();
    none.hotkeyObstacle = u"This desktop gives no keys."_s;
    QVERIFY(widgets::helpPage(u"keys"_s, language, none).contains(none.hotkeyObstacle));
}

void TestHelpPages::placesAreThoseOfThisMachine()
{
    for (const QString &page : {u"administrators"_s, u"privacy"_s}) {
        const QString text = textOf(page, u"en"_s);
        const widgets::HelpPlaces places = someFacts().places;
        for (const QString &place :
             {places.policy, places.settings, places.log, places.journal, places.socket, places.bundle})
            QVERIFY2(text.contains(place), qPrintable(place)); // and is no markup, whatever it looks like
    }
}

void TestHelpPages::lightsFollowTheTheme()
{
    const presentation::Theme light(presentation::ThemeChoice::Light);
    const presentation::Theme dark(presentation::ThemeChoice::Dark);
    for (const QString &name : widgets::helpPictures())
        QVERIFY2(widgets::helpPicture(name, light, 1, Qt::LeftToRight) !=
                     widgets::helpPicture(name, dark, 1, Qt::LeftToRight),
                 qPrintable(name));
    QVERIFY(widgets::helpPicture(u"nothing"_s, light, 1, Qt::LeftToRight).isNull());
    QCOMPARE(widgets::helpLight(u"recording"_s).tone, presentation::ToneRole::On);
    QVERIFY(widgets::helpLight(u"uncertain-paused"_s).dashed);
}

void TestHelpPages::anotherLanguageGetsEnglish()
{
    QCOMPARE(widgets::helpLanguage(u"de_AT"_s), u"de"_s);
    QCOMPARE(widgets::helpLanguage(u"fr_FR"_s), u"en"_s);
    QCOMPARE(widgets::helpLanguage(u"C"_s), u"en"_s);
}

TALLY_GUI_TEST(TestHelpPages)

} // namespace tst_helppages
#include "tst_helppages.moc"
