#pragma once

#include "tlib/link.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace support {

/// The contract of tlib::Link (tlib/link.h), to be held by every backend: derive, give it a link and a hand
/// on the server, list this header in the test's SOURCES. Rows of the backend's own go beside it.
class LinkContract : public QObject
{
    Q_OBJECT

protected:
    virtual std::unique_ptr<tlib::Link> makeLink() = 0;
    /// Of a server that is there and takes anyone.
    virtual tlib::Endpoint endpoint() = 0;
    /// An event to the client that is connected; in order, as given.
    virtual void serverSays(const tlib::Event &event) = 0;
    /// Ends the connection from the server's side; the server is there again for the next open().
    virtual void serverGoesAway() = 0;
    /// How often a request other than RegisterClient has reached the server.
    virtual int requestsSeen() = 0;
    /// Lets the server of an open link owe a sign of life for too long, now; false for a backend that knows
    /// no doubt.
    virtual bool makeOverdue() { return false; }
    /// Of a server that is not there; none for a backend that always has one.
    virtual std::optional<tlib::Endpoint> deadEndpoint() { return std::nullopt; }

    /// Everything that a link says, in order.
    struct Heard
    {
        explicit Heard(tlib::Link &link)
        {
            QObject::connect(&link, &tlib::Link::stateChanged, &context,
                             [this](tlib::LinkState state, const std::optional<core::Error> &why) {
                                 ++total;
                                 states.append(state);
                                 reason = why;
                                 isOverdue = isOverdue && state != tlib::LinkState::Closed;
                             });
            QObject::connect(&link, &tlib::Link::eventReceived, &context, [this](const tlib::Event &event) {
                ++total;
                eventsWhileNotOpen += states.isEmpty() || states.last() != tlib::LinkState::Open;
                events.append(event);
            });
            QObject::connect(&link, &tlib::Link::overdueChanged, &context, [this](bool now) {
                ++total;
                repeatedDoubts += now == isOverdue;
                isOverdue = now;
            });
        }
        bool isOpen() const { return !states.isEmpty() && states.last() == tlib::LinkState::Open; }
        bool isClosed() const { return !states.isEmpty() && states.last() == tlib::LinkState::Closed; }
        /// Events that this test made the server say; a backend's server may greet with others.
        QList<qint64> numbers() const
        {
            QList<qint64> found;
            for (const tlib::Event &event : events) {
                if (event.type == tlib::MessageType::EventUserEvent)
                    found.append(event.sequenceNumber.value_or(-1));
            }
            return found;
        }

        QObject context;
        QList<tlib::LinkState> states;
        QList<tlib::Event> events;
        std::optional<core::Error> reason;
        int total = 0;
        int eventsWhileNotOpen = 0;
        bool isOverdue = false;
        int repeatedDoubts = 0;
    };

    static tlib::Event numbered(qint64 number)
    {
        return {.type = tlib::MessageType::EventUserEvent, .sequenceNumber = number};
    }
    static tlib::Request someRequest() { return tlib::QueryServer{}; }

private Q_SLOTS:
    void opensByWayOfOpening()
    {
        const auto link = makeLink();
        Heard heard(*link);
        link->open(endpoint());
        QCOMPARE(heard.total, 0); // nothing from inside open()
        QTRY_VERIFY(heard.isOpen());
        QCOMPARE(heard.states, (QList{tlib::LinkState::Opening, tlib::LinkState::Open}));
        QVERIFY(!heard.reason);
    }

    void refusesToSendUnlessOpen()
    {
        const auto link = makeLink();
        Heard heard(*link);
        const auto before = link->send(someRequest());
        QVERIFY(!before);
        QCOMPARE(before.error().kind, core::ErrorKind::NotConnected);
        QVERIFY(!before.error().text.isEmpty());

        link->open(endpoint());
        QTRY_VERIFY(heard.isOpen());
        link->close();
        const auto after = link->send(someRequest());
        QVERIFY(!after);
        QCOMPARE(after.error().kind, core::ErrorKind::NotConnected);
    }

    void givesEachRequestAnIdOfItsOwn()
    {
        const auto link = makeLink();
        Heard heard(*link);
        link->open(endpoint());
        QTRY_VERIFY(heard.isOpen());
        const int total = heard.total;
        QSet<qint32> ids;
        for (int i = 0; i < 100; ++i) {
            const auto id = link->send(someRequest());
            QVERIFY(id);
            QVERIFY(id->value() > 0);
            ids.insert(id->value());
        }
        QCOMPARE(heard.total, total); // nothing from inside send()
        QCOMPARE(ids.size(), 100);
        QTRY_COMPARE(requestsSeen(), 100);
    }

    void hearsEventsInTheServersOrder()
    {
        const auto link = makeLink();
        Heard heard(*link);
        link->open(endpoint());
        QTRY_VERIFY(heard.isOpen());
        QTRY_VERIFY(serverKnowsClient());
        QList<qint64> said;
        for (qint64 number = 1; number <= 500; ++number) {
            serverSays(numbered(number));
            said.append(number);
        }
        QTRY_COMPARE(heard.numbers(), said);
        QCOMPARE(heard.eventsWhileNotOpen, 0);
    }

    void closesWithoutAReason()
    {
        const auto link = makeLink();
        Heard heard(*link);
        link->open(endpoint());
        QTRY_VERIFY(heard.isOpen());
        const int total = heard.total;
        link->close();
        QCOMPARE(heard.total, total); // nothing from inside close()
        QTRY_VERIFY(heard.isClosed());
        QVERIFY(!heard.reason);
        link->close(); // closed already: nothing more to say
        settle();
        QCOMPARE(heard.total, total + 1);
    }

    void hearsNothingAfterClosed()
    {
        const auto link = makeLink();
        Heard heard(*link);
        link->open(endpoint());
        QTRY_VERIFY(heard.isOpen());
        QTRY_VERIFY(serverKnowsClient());
        for (qint64 number = 1; number <= 50; ++number)
            serverSays(numbered(number));
        link->close();
        QTRY_VERIFY(heard.isClosed());
        settle();
        QVERIFY(heard.isClosed());
        QCOMPARE(heard.eventsWhileNotOpen, 0);
    }

    void mayBeClosedFromAnEvent()
    {
        const auto link = makeLink();
        Heard heard(*link);
        link->open(endpoint());
        QTRY_VERIFY(heard.isOpen());
        QTRY_VERIFY(serverKnowsClient());
        connect(link.get(), &tlib::Link::eventReceived, link.get(), [&link](const tlib::Event &event) {
            if (event.type == tlib::MessageType::EventUserEvent)
                link->close();
        });
        for (qint64 number = 1; number <= 50; ++number)
            serverSays(numbered(number));
        QTRY_VERIFY(heard.isClosed());
        QCOMPARE(heard.numbers(), QList<qint64>{1}); // not one more, though they had all been sent
    }

    void closedWhileOpeningNeverOpens()
    {
        const auto link = makeLink();
        Heard heard(*link);
        link->open(endpoint());
        link->close();
        QCOMPARE(heard.total, 0);
        QTRY_VERIFY(heard.isClosed());
        settle();
        QCOMPARE(heard.states, (QList{tlib::LinkState::Opening, tlib::LinkState::Closed}));
        QVERIFY(!heard.reason);
    }

    void openWhileOpenStartsAnew()
    {
        const auto link = makeLink();
        Heard heard(*link);
        link->open(endpoint());
        QTRY_VERIFY(heard.isOpen());
        link->open(endpoint());
        QTRY_COMPARE(heard.states.size(), 5);
        QCOMPARE(heard.states,
                 (QList{tlib::LinkState::Opening, tlib::LinkState::Open, tlib::LinkState::Closed,
                        tlib::LinkState::Opening, tlib::LinkState::Open}));
        QVERIFY(link->send(someRequest()));
    }

    void saysThatTheServerHasGone()
    {
        const auto link = makeLink();
        Heard heard(*link);
        link->open(endpoint());
        QTRY_VERIFY(heard.isOpen());
        QTRY_VERIFY(serverKnowsClient());
        serverGoesAway();
        QTRY_VERIFY(heard.isClosed());
        QVERIFY(heard.reason);
        QCOMPARE(heard.reason->kind, core::ErrorKind::LinkLost);
        QVERIFY(!heard.reason->text.isEmpty());
        const auto sent = link->send(someRequest());
        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, core::ErrorKind::NotConnected);
    }

    void opensAgainAfterALoss()
    {
        const auto link = makeLink();
        Heard heard(*link);
        link->open(endpoint());
        QTRY_VERIFY(heard.isOpen());
        QTRY_VERIFY(serverKnowsClient());
        serverGoesAway();
        QTRY_VERIFY(heard.isClosed());
        settle();
        QVERIFY(heard.isClosed()); // no reconnection of its own
        link->open(endpoint());
        QTRY_VERIFY(heard.isOpen());
        QTRY_VERIFY(serverKnowsClient());
        serverSays(numbered(7));
        QTRY_COMPARE(heard.numbers(), QList<qint64>{7});
    }

    void takesDoubtBackOnceAllHasCome()
    {
        const auto link = makeLink();
        Heard heard(*link);
        link->open(endpoint());
        QTRY_VERIFY(heard.isOpen());
        QTRY_VERIFY(serverKnowsClient());
        if (!makeOverdue())
            QSKIP("this backend knows no doubt");
        QTRY_VERIFY(heard.isOverdue);
        serverSays(numbered(1));
        QTRY_VERIFY(!heard.isOverdue);
        QCOMPARE(heard.numbers(), QList<qint64>{1});

        settle();
        QVERIFY(makeOverdue());
        QTRY_VERIFY(heard.isOverdue);
        serverGoesAway();
        QTRY_VERIFY(heard.isClosed());
        settle();
        QCOMPARE(heard.repeatedDoubts, 0);
        QVERIFY(heard.isClosed()); // and no word of the doubt after it
    }

    void saysWhyItCannotOpen()
    {
        const auto dead = deadEndpoint();
        if (!dead)
            QSKIP("this backend always has a server");
        const auto link = makeLink();
        Heard heard(*link);
        link->open(*dead);
        QCOMPARE(heard.total, 0);
        QTRY_VERIFY(heard.isClosed());
        QCOMPARE(heard.states, (QList{tlib::LinkState::Opening, tlib::LinkState::Closed}));
        QVERIFY(heard.reason);
        QCOMPARE(heard.reason->kind, core::ErrorKind::Unreachable);
        QVERIFY(!heard.reason->text.isEmpty());
    }

    void diesInEveryState()
    {
        for (const bool isOpen : {false, true}) {
            auto link = makeLink();
            Heard heard(*link);
            link->open(endpoint());
            if (isOpen) {
                QTRY_VERIFY(heard.isOpen());
                QVERIFY(link->send(someRequest()));
            }
            const int total = heard.total;
            link.reset();
            settle();
            QCOMPARE(heard.total, total);
        }
    }

protected:
    /// Whether serverSays() has someone to speak to by now.
    virtual bool serverKnowsClient() { return true; }

    /// Lets everything happen that is on its way: as often as the loop finds work at once.
    static void settle()
    {
        for (int i = 0; i < 50; ++i) {
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }
};

} // namespace support
