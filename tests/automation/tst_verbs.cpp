#include "automation/verbs.h"

#include "automation/verbparams.h"
#include "support/testprogram.h"

#include <QSet>
#include <QTest>

namespace tst_verbs {

using namespace Qt::StringLiterals;
using automation::Verb;

/// The one table of verbs.
class TestVerbs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyVerbIsAnAction();
    void everyActionHasItsVerb();
    void everyMoveOfTheAgentHasItsVerb();
    void aNameMeansOneVerb();
    void whoMayOnlyLookActsOnNothing();
    void whatIsRequiredIsKnown();
    void whatRecordMayBe();
};

void TestVerbs::everyVerbIsAnAction()
{
    for (const QString &verb : {u"start"_s, u"pause"_s, u"resume"_s, u"stop"_s, u"answer"_s, u"hold"_s,
                                u"retrieve"_s, u"release"_s, u"consult"_s, u"transfer"_s, u"complete"_s,
                                u"conference"_s, u"alternate"_s, u"drop"_s, u"redirect"_s, u"reject"_s}) {
        const Verb *const found = automation::verbNamed(verb);
        QVERIFY2(found && found->action && found->job == Verb::Job::Act, qPrintable(verb));
    }
    QVERIFY(!automation::verbNamed(u"Pause"_s));
    QVERIFY(!automation::verbNamed(u""_s));
}

void TestVerbs::everyActionHasItsVerb()
{
    for (const model::CallAction action : model::AllCallActions) {
        const Verb &verb = automation::verbFor(action);
        QCOMPARE(verb.action, action);
        QCOMPARE(verb.parameters.contains(u"to"_s), model::needsDestination(action));
        QCOMPARE(verb.parameters.contains(u"party"_s), model::needsParty(action));
        QCOMPARE(verb.parameters.contains(u"reasons"_s), model::recordingCommandOf(action).has_value());
    }
}

void TestVerbs::everyMoveOfTheAgentHasItsVerb()
{
    using model::AgentAction;
    for (const AgentAction action : {AgentAction::Login, AgentAction::Logout, AgentAction::Ready,
                                     AgentAction::NotReady, AgentAction::AfterCallWork}) {
        const Verb &verb = automation::verbFor(action);
        QCOMPARE(verb.agentAction, action);
        const bool takesReason = action == AgentAction::NotReady || action == AgentAction::Logout;
        QCOMPARE(verb.parameters.contains(u"reason"_s), takesReason);
    }
}

void TestVerbs::aNameMeansOneVerb()
{
    QSet<QString> names;
    for (const Verb &verb : automation::verbs()) {
        names.insert(verb.name);
        QCOMPARE(automation::verbNamed(verb.name), &verb);
        QCOMPARE(verb.job == Verb::Job::Act, verb.action.has_value());
        QCOMPARE(verb.job == Verb::Job::Agent, verb.agentAction.has_value());
    }
    QCOMPARE(names.size(), automation::verbs().size());
}

void TestVerbs::whoMayOnlyLookActsOnNothing()
{
    QStringList looking;
    for (const Verb &verb : automation::verbs()) {
        if (verb.onlyLooks)
            looking.append(verb.name);
    }
    QCOMPARE(looking, (QStringList{u"state"_s, u"watch"_s, u"show"_s}));
}

void TestVerbs::whatIsRequiredIsKnown()
{
    for (const Verb &verb : automation::verbs()) {
        for (const QString &name : verb.required)
            QVERIFY2(verb.parameters.contains(name), qPrintable(verb.name + u' ' + name));
    }
}

void TestVerbs::whatRecordMayBe()
{
    for (const Verb &verb : automation::verbs())
        QCOMPARE(recordWordsOf(verb).isEmpty(), !verb.parameters.contains(u"record"_s));
    QCOMPARE(recordWordsOf(*automation::verbNamed(u"start"_s)), (QStringList{u"source"_s, u"destination"_s}));
    QCOMPARE(recordWordsOf(*automation::verbNamed(u"route"_s)),
             (QStringList{u"source"_s, u"destination"_s, u"disable_source"_s, u"disable_destination"_s}));
}

TALLY_TEST(TestVerbs)

} // namespace tst_verbs
#include "tst_verbs.moc"
