#include "presentation/words/questiontext.h"
#include "support/conversation.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_questiontext {

using namespace Qt::StringLiterals;
using model::CallAction;
using support::Conversation;

class TestQuestionText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stoppingWhatIsPausedSaysThatItIs();
};

void TestQuestionText::stoppingWhatIsPausedSaysThatItIs()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"On"_s));
    const auto asks = [&talk](CallAction action, bool isOwn) {
        return presentation::questionText(
                   action, *talk.desk.calls.find(Conversation::CallOne),
                   {.parties = {Conversation::Caller}, .agent = u"Anna Berg (7002)"_s, .isOwnCall = isOwn})
            .text;
    };
    QVERIFY(asks(CallAction::StopRecording, true).startsWith(u"You are in a call with +493055501.\n"_s));
    talk.sayRecording(u"Paused"_s);
    const QString own = asks(CallAction::StopRecording, true);
    QVERIFY2(own.startsWith(u"The recording of the call with +493055501 is paused.\nThe call goes on"_s),
             qPrintable(own));
    const QString other = asks(CallAction::StopRecording, false);
    QVERIFY2(other.startsWith(
                 u"Anna Berg (7002) is in a call with +493055501. Its recording is paused.\nThe call"_s),
             qPrintable(other));
    QVERIFY(!asks(CallAction::ResumeRecording, false).contains(u"is paused"));
}

TALLY_TEST(TestQuestionText)

} // namespace tst_questiontext

#include "tst_questiontext.moc"
