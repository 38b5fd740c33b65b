#pragma once

#include "model/link/connectiontest.h"

#include <QString>

namespace presentation {

/// What a step of the test looks at: "Host", "DN 7001".
QString testStepText(const model::TestResult &result);
/// What was found and, where that is bad, what to do: a sentence or two.
QString testFindingText(const model::TestResult &result);
/// "good", "bad" and so on, for those who do not see the shape.
QString testVerdictText(model::TestVerdict verdict);

/// All of it in a line: what works, else what is wrong first; while it is under way what is being looked at.
QString testSummary(const QList<model::TestResult> &results, bool isUnderWay);

} // namespace presentation
