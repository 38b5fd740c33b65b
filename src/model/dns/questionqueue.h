#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "model/calls/call.h"
#include "tlib/enums.h"
#include "tlib/event.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <deque>
#include <functional>

namespace model {

class CallList;
class ServerConnection;

/// What the server is asked about a DN or a call on it.
struct Question
{
    Dn dn = {};
    CallId call = {};      ///< null: the DN itself is to be registered,
    bool isAgain = false;  ///< or, being registered, asked for its calls again
    bool isCounted = true; ///< registration waits for it
    bool isRepeat = false; ///< the first refusal was said

    bool isRegistration() const { return call.isNull() && !isAgain; }
};

/// The questions to the server that wait and that are under way: a bounded number at once and none while the
/// link is overdue; about a call, or for a DN's calls, one at a time. An epoch's questions end with it. What
/// the answers mean is for whoever hears them.
class QuestionQueue : public QObject
{
    Q_OBJECT

public:
    static constexpr int UnderWay = 64;
    /// From an answer that says nothing of the call to the next question about it.
    static constexpr core::Duration AskAgainAfter = std::chrono::seconds(5);
    /// As what a DN is asked about; nothing: it is watched no more, and is not asked about.
    using AddressTypeOf = std::function<std::optional<tlib::AddressType>(const Dn &)>;

    QuestionQueue(ServerConnection &connection, const CallList &calls, core::Clock &clock,
                  AddressTypeOf addressTypeOf, QObject *parent = nullptr);

    void begin(); ///< the epoch has been opened, here and in the list of calls
    /// There is somebody to ask.
    bool isOpen() const { return m_epoch != Epoch::None; }
    /// It is asked at the next pump(), unless the same is being asked already.
    void put(const Question &question);
    /// Likewise, but should what is being asked already be refused, it is asked once more.
    void putAnew(const Question &question);
    /// As put(), but after a while, and if the call is in doubt still: not in a loop.
    void putLater(const Question &question);
    /// Sends what may be sent now, and says so when registration is through.
    void pump();
    /// Registration does not get through in this epoch any more.
    void holdUp() { ++m_counted; }

Q_SIGNALS:
    // One of them, once for each question, unless its epoch ends before.
    void answered(const model::Question &question, const tlib::Event &answer);
    void failed(const model::Question &question, const core::Error &why);

private:
    void stop();
    void ask(const Question &question, tlib::AddressType type);
    template <class Request>
    void request(const Request &what, const Question &question);
    void onAnswer(const Question &question, const core::Result<tlib::Event> &answer);
    void putThoseOfLater();

    ServerConnection &m_connection;
    const CallList &m_calls;
    const AddressTypeOf m_addressTypeOf;
    std::deque<Question> m_queue;
    QSet<CallId> m_asked;                  ///< calls with a question that has no answer yet
    QHash<CallId, Question> m_wantedAgain; ///< of these what somebody has asked meanwhile
    QSet<Dn> m_askedAgain;                 ///< likewise DNs that are registered already
    QList<Question> m_later;               ///< calls that nothing could be learned of yet
    std::unique_ptr<core::Alarm> m_laterAlarm;
    int m_underWay = 0;
    int m_counted = 0;           ///< questions, waiting or under way, that registration waits for
    Epoch m_epoch = Epoch::None; ///< None while there is nobody to ask
};

} // namespace model
