#include "support/testprogram.h"
#include "tlib/enums.h"

#include <QTest>

namespace tst_enums {

using namespace Qt::StringLiterals;
using tlib::MessageType;

class TestEnums : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreThoseOfLogs()
    {
        QCOMPARE(tlib::messageName(MessageType::PrivateService), u"RequestPrivateService"_s);
        QCOMPARE(tlib::messageName(MessageType::EventAttachedDataChanged), u"EventAttachedDataChanged"_s);
        QCOMPARE(tlib::messageName(MessageType::EventAck), u"EventACK"_s);
        QCOMPARE(tlib::messageName(MessageType(207)), u"message 207"_s);
    }

    void everyNameLeadsBackToItsType()
    {
        int named = 0;
        for (int number = 0; number < 0x10000; ++number) {
            const QString name = tlib::messageName(MessageType(number));
            const bool isNamed = !name.startsWith(u"message ");
            named += isNamed;
            QCOMPARE(tlib::messageFromName(name.toLatin1()),
                     isNamed ? std::optional(MessageType(number)) : std::nullopt);
        }
        QVERIFY(named > 80);
        QCOMPARE(tlib::messageFromName("PrivateService"), std::nullopt); // logs say RequestPrivateService
        QCOMPARE(tlib::messageFromName("eventringing"), std::nullopt);
        QCOMPARE(tlib::messageFromName(""), std::nullopt);
    }

    void eventsAreNoRequests()
    {
        QVERIFY(tlib::isRequest(MessageType::RegisterClient));
        QVERIFY(!tlib::isRequest(MessageType::EventError));
        QVERIFY(!tlib::isRequest(MessageType(207)));
    }
};

TALLY_TEST(TestEnums)

} // namespace tst_enums
#include "tst_enums.moc"
