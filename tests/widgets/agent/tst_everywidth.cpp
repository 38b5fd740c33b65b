#include "support/nothingcut.h"
#include "support/testprogram.h"
#include "widgets/windowtest.h"

#include "widgets/parts/question.h"

#include <functional>
#include <memory>

namespace tst_everywidth {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::Conversation;
using tlib::ConnId;
using tlib::MessageType;

namespace {

/// A language, and from which side it is read.
class Reading
{
public:
    Reading(const QString &language, bool isFromRight)
    {
        if (language == u"longer"_s) {
            m_words = std::make_unique<support::LongWords>();
        } else if (language != u"en"_s) {
            m_words = std::make_unique<QTranslator>();
            m_isKnown = m_words->load(u":/translations/tallylight_"_s + language);
        }
        if (m_words)
            QCoreApplication::installTranslator(m_words.get());
        QApplication::setLayoutDirection(isFromRight ? Qt::RightToLeft : Qt::LeftToRight);
    }
    ~Reading()
    {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        if (m_words)
            QCoreApplication::removeTranslator(m_words.get());
    }
    bool isKnown() const { return m_isKnown; }

private:
    std::unique_ptr<QTranslator> m_words;
    bool m_isKnown = true;
};

const QList<std::pair<QString, std::function<void(WindowTest &)>>> Scenes{
    {u"no calls"_s, [](WindowTest &test) { test.talk.connect(); }},
    {u"a day"_s,
     [](WindowTest &test) {
         test.talk.connect();
         test.talk.talk(Conversation::recording(u"PAUSED"_s), ConnId(7));
         test.talk.say(MessageType::EventHeld, {}, ConnId(7));
         test.talk.talk(Conversation::recording(u"ON"_s, u"01RCC3N118B1V0SL8O7GK2LAES000005.wav"_s));
         test.talk.say(MessageType::EventRinging, {}, ConnId(8));
         for (const int code : {58, 59, 93})
             test.talk.desk.toasts.post({.callAction = model::CallAction::PauseRecording,
                                         .call = ConnId(7),
                                         .party = Conversation::Caller,
                                         .code = code});
     }},
    {u"a consultation"_s,
     [](WindowTest &test) {
         test.talk.connect();
         test.talk.talk(Conversation::recording(u"ON"_s));
         test.consult();
         test.card(Conversation::CallOne);
     }},
    {u"ringing"_s,
     [](WindowTest &test) {
         test.talk.connect();
         test.talk.say(MessageType::EventRinging);
     }},
    {u"a lost link"_s,
     [](WindowTest &test) {
         test.talk.connect();
         test.talk.talk(Conversation::recording(u"PAUSED"_s));
         test.talk.talk(Conversation::recording(u"ON"_s), ConnId(7));
         test.talk.clock.advance(12s);
         test.talk.loseLink();
     }},
};

void layOut()
{
    for (int i = 0; i < 6; ++i) // layouts settle in several rounds
        QCoreApplication::processEvents();
}

} // namespace

/// Nothing is cut and nothing lies over another, from the narrowest window on, in any language.
class TestEveryWidth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theInspectionFindsWhatIsCut();
    void nothingIsCut_data();
    void nothingIsCut();
    void mnemonicsAreUnique_data();
    void mnemonicsAreUnique();
};

/// An inspection that finds nothing proves nothing.
void TestEveryWidth::theInspectionFindsWhatIsCut()
{
    QWidget window;
    window.resize(200, 200);
    auto *const button = new QPushButton(u"&Something long"_s, &window);
    button->setGeometry(0, 0, 190, 30);
    window.show();
    QCOMPARE(support::cutIn(window), QStringList());
    button->setGeometry(0, 0, 60, 30);
    QCOMPARE(support::cutIn(window).size(), 1);
    button->setGeometry(100, 0, 190, 30);
    QCOMPARE(support::cutIn(window).size(), 1);
    button->setGeometry(0, 0, 190, 30);
    auto *const elided = new widgets::ElidedLabel(&window);
    elided->setText(u"Something longer than that"_s);
    elided->setGeometry(0, 40, 60, 20);
    elided->show();
    QCOMPARE(support::cutIn(window).size(), 1);
    elided->showText(u"Something longer than that, and said"_s);
    QCOMPARE(support::cutIn(window), QStringList());
    auto *const other = new QPushButton(u"&Save"_s, &window);
    other->setGeometry(100, 10, 90, 30);
    other->show();
    QCOMPARE(support::cutIn(window).size(), 1);
    QCOMPARE(support::doubledMnemonicsIn(window).size(), 1);
}

void TestEveryWidth::nothingIsCut_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("isFromRight");
    QTest::addColumn<qsizetype>("scene");
    for (const QString &language : {u"en"_s, u"de"_s, u"longer"_s}) {
        for (const bool isFromRight : {false, true}) {
            for (qsizetype scene = 0; scene < Scenes.size(); ++scene)
                QTest::addRow("%s%s, %s", qPrintable(language), isFromRight ? " from the right" : "",
                              qPrintable(Scenes.at(scene).first))
                    << language << isFromRight << scene;
        }
    }
}

void TestEveryWidth::nothingIsCut()
{
    QFETCH(const QString, language);
    QFETCH(const bool, isFromRight);
    QFETCH(const qsizetype, scene);
    const Reading reading(language, isFromRight);
    QVERIFY(reading.isKnown());
    WindowTest test;
    Scenes.at(scene).second(test);
    for (int width = 300; width <= 800; width += 20) {
        for (const int height : {300, 640}) {
            test.window.resize(width, height);
            layOut();
            const QStringList flaws = support::cutIn(test.window);
            QVERIFY2(flaws.isEmpty(), qPrintable(u"%1 x %2:\n"_s.arg(width).arg(height) + flaws.join(u'\n')));
            QCOMPARE(test.window.size(), QSize(width, height));
        }
    }
}

void TestEveryWidth::mnemonicsAreUnique_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << u"en"_s;
    QTest::newRow("de") << u"de"_s;
}

void TestEveryWidth::mnemonicsAreUnique()
{
    QFETCH(const QString, language);
    const Reading reading(language, false);
    for (const auto &[name, play] : Scenes) {
        WindowTest test;
        play(test);
        layOut();
        const QStringList flaws = support::doubledMnemonicsIn(test.window);
        QVERIFY2(flaws.isEmpty(), qPrintable(name + u": "_s + flaws.join(u'\n')));
        for (QMenu *menu : test.window.findChildren<QMenu *>()) {
            if (qobject_cast<QMenu *>(menu->parentWidget()))
                continue; // it is looked at with the one that it is in
            Q_EMIT menu->aboutToShow();
            const QStringList doubled = support::doubledMnemonicsIn(*menu);
            QVERIFY2(doubled.isEmpty(), qPrintable(name + u": "_s + doubled.join(u'\n')));
        }
    }
}

TALLY_GUI_TEST(TestEveryWidth)

} // namespace tst_everywidth
#include "tst_everywidth.moc"
