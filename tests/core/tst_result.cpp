#include "core/result.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_result {

using namespace Qt::StringLiterals;

class TestResult : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsAValueOrAnError()
    {
        const core::Result<int> good = 7;
        QVERIFY(good.has_value());
        QCOMPARE(*good, 7);

        const core::Result<int> bad =
            core::Error{.kind = core::ErrorKind::NotFound, .text = u"no such call"_s};
        QVERIFY(!bad);
        QCOMPARE(bad.error().kind, core::ErrorKind::NotFound);
    }

    void errorReadsAsASentenceForLogs_data()
    {
        QTest::addColumn<core::Error>("error");
        QTest::addColumn<QString>("text");
        QTest::newRow("the server's number and text") << core::Error{.kind = core::ErrorKind::Refused,
                                                                     .text = u"DN is not configured"_s,
                                                                     .serverCode = 59}
                                                      << u"refused (59): DN is not configured"_s;
        QTest::newRow("a number alone")
            << core::Error{.kind = core::ErrorKind::Refused, .serverCode = 58} << u"refused (58)"_s;
        QTest::newRow("nothing but the kind")
            << core::Error{.kind = core::ErrorKind::TimedOut} << u"timed out"_s;
    }
    void errorReadsAsASentenceForLogs()
    {
        QFETCH(core::Error, error);
        QTEST(core::toString(error), "text");
    }
};

TALLY_TEST(TestResult)

} // namespace tst_result
#include "tst_result.moc"
