#include "app/desktop/presence.h"
#include "model/settings/profile.h"
#include "model/settings/remembered.h"
#include "support/testprogram.h"
#include "widgets/presence/hint.h"
#include "widgets/windowtest.h"

#include <QApplication>
#include <QTemporaryDir>

namespace tst_pausehint {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::Conversation;
using tlib::MessageType;

namespace {

constexpr tlib::ConnId CallTwo{0x006c029a6685d005};

/// The window, looked at, with what stands beside it.
struct Beside : WindowTest
{
    Beside()
        : profile(model::SettingsFile(folder.filePath(u"default.ini"_s), talk.clock), {}, {})
        , remembered(folder.filePath(u"default.state"_s), talk.clock)
        , presence(talk.desk, theme, window, profile, remembered)
    {
        QApplication::setActiveWindow(&window);
        talk.connect();
        talk.desk.guard.setLimits({.general = 60s});
        talk.talk(Conversation::recording(u"On"_s));
    }
    /// Empty: there is none.
    static QString hint()
    {
        const auto windows = QApplication::topLevelWidgets();
        for (const QWidget *const window : windows) {
            if (const auto *found = qobject_cast<const widgets::Hint *>(window); found && found->isVisible())
                return found->text();
        }
        return {};
    }

    QTemporaryDir folder;
    model::Profile profile;
    model::Remembered remembered;
    app::Presence presence;
};

} // namespace

/// What is said of a pause beside the window that the person looks at.
class TestPauseHint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesWithItsPause();
    void namesWhoseItIsWhereThereAreMore();
    void anAnnouncedResumeThatIsPutOffIsGone();
};

void TestPauseHint::goesWithItsPause()
{
    Beside it;
    it.talk.sayRecording(u"Paused"_s);
    QCOMPARE(Beside::hint(), QString());
    it.talk.clock.advance(30s);
    QVERIFY2(Beside::hint().startsWith(u"Paused for half of the limit"), qPrintable(Beside::hint()));
    it.talk.sayRecording(u"On"_s);
    QCOMPARE(Beside::hint(), QString());
}

void TestPauseHint::namesWhoseItIsWhereThereAreMore()
{
    Beside it;
    it.talk.say(MessageType::EventHeld);
    it.talk.talk(Conversation::recording(u"On"_s), CallTwo);
    it.talk.sayRecording(u"Paused"_s);
    it.talk.clock.advance(30s);
    const QString told = Beside::hint();
    QVERIFY2(told.startsWith(u"+493055501: Paused for half of the limit"), qPrintable(told));
    it.talk.say(MessageType::EventReleased, {}, CallTwo); // another call's end is none of this one's
    QCOMPARE(Beside::hint(), told);
    it.talk.say(MessageType::EventReleased);
    QCOMPARE(Beside::hint(), QString());
}

void TestPauseHint::anAnnouncedResumeThatIsPutOffIsGone()
{
    Beside it;
    it.talk.desk.guard.setLimits({.general = 60s, .resumes = true});
    it.talk.sayRecording(u"Paused"_s);
    it.talk.clock.advance(41s);
    QVERIFY2(Beside::hint().startsWith(u"Your administrator has the recording go on"),
             qPrintable(Beside::hint()));
    QVERIFY(it.talk.desk.guard.keepPaused(Conversation::CallOne));
    QCOMPARE(Beside::hint(), QString());
}

TALLY_GUI_TEST(TestPauseHint)

} // namespace tst_pausehint

#include "tst_pausehint.moc"
