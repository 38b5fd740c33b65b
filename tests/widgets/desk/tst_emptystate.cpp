#include "support/testprogram.h"
#include "widgets/windowtest.h"

namespace tst_emptystate {

using namespace Qt::StringLiterals;

class TestEmptyState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyStateLogsIn();
};

void TestEmptyState::emptyStateLogsIn()
{
    WindowTest test;
    tlib::KvList snapshot;
    snapshot.append("AgentStatus", qint32(tlib::AgentStatus::LoggedOut));
    test.talk.connect(snapshot);
    QPushButton *act = test.button(u"act"_s);
    QVERIFY(act->isVisible());
    act->click();
    QVERIFY(test.talk.link.expect<tlib::AgentLogin>());
}

TALLY_GUI_TEST(TestEmptyState)

} // namespace tst_emptystate

#include "tst_emptystate.moc"
