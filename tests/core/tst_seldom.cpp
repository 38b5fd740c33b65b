#include "core/seldom.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_seldom {

using core::Seldom;

namespace {

struct Value
{
    int number = 0;
};

} // namespace

class TestSeldom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyUntilAValueComes();
    void copyIsAValueOfItsOwn();
    void copyOfNothingIsNothing();
    void resetTakesTheValueAway();
    void absentValueCostsAPointer();
};

void TestSeldom::isEmptyUntilAValueComes()
{
    Seldom<Value> seldom;
    QVERIFY(!seldom);
    QVERIFY(!seldom.has_value());
    seldom = Value{.number = 7};
    QVERIFY(seldom);
    QCOMPARE(seldom->number, 7);
}

void TestSeldom::copyIsAValueOfItsOwn()
{
    Seldom<Value> one(Value{.number = 7});
    const Seldom<Value> copy = one;
    Seldom<Value> assigned;
    assigned = one;
    one->number = 8;
    QCOMPARE(copy->number, 7);
    QCOMPARE(assigned->number, 7);
    assigned = *&assigned;
    QCOMPARE(assigned->number, 7);
}

void TestSeldom::copyOfNothingIsNothing()
{
    const Seldom<Value> nothing;
    Seldom<Value> other(Value{.number = 7});
    other = nothing;
    QVERIFY(!other);
    QVERIFY(!Seldom<Value>(nothing));
}

void TestSeldom::resetTakesTheValueAway()
{
    Seldom<Value> seldom(Value{.number = 7});
    seldom.reset();
    QVERIFY(!seldom);
}

void TestSeldom::absentValueCostsAPointer()
{
    struct Large
    {
        Value values[100] = {};
    };
    QCOMPARE(sizeof(Seldom<Large>), sizeof(void *));
}

TALLY_TEST(TestSeldom)

} // namespace tst_seldom
#include "tst_seldom.moc"
