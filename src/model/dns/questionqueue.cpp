#include "model/dns/questionqueue.h"

#include "model/calls/calllist.h"
#include "model/link/serverconnection.h"

namespace model {

QuestionQueue::QuestionQueue(ServerConnection &connection, const CallList &calls, core::Clock &clock,
                             AddressTypeOf addressTypeOf, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_calls(calls)
    , m_addressTypeOf(std::move(addressTypeOf))
    , m_laterAlarm(clock.alarm([this] { putThoseOfLater(); }))
{
    connect(&connection, &ServerConnection::doubted, this, &QuestionQueue::stop);
    connect(&connection, &ServerConnection::overdueChanged, this, &QuestionQueue::pump);
}

void QuestionQueue::begin()
{
    m_epoch = m_calls.epoch();
}

void QuestionQueue::stop()
{
    m_epoch = Epoch::None; // what is still under way belongs to an epoch that is over
    m_queue.clear();
    m_asked.clear();
    m_wantedAgain.clear();
    m_askedAgain.clear();
    m_later.clear();
    m_laterAlarm->stop();
    m_underWay = 0;
    m_counted = 0;
}

void QuestionQueue::put(const Question &question)
{
    if (m_asked.contains(question.call) || (question.isAgain && m_askedAgain.contains(question.dn)))
        return;
    if (question.isAgain)
        m_askedAgain.insert(question.dn);
    else if (!question.call.isNull())
        m_asked.insert(question.call);
    m_counted += question.isCounted;
    m_queue.push_back(question);
}

void QuestionQueue::putAnew(const Question &question)
{
    if (m_asked.contains(question.call))
        m_wantedAgain.insert(question.call, question);
    else
        put(question);
}

void QuestionQueue::pump()
{
    while (!m_queue.empty() && m_underWay < UnderWay && !m_connection.isOverdue()) {
        const Question question = m_queue.front();
        m_queue.pop_front();
        const auto type = m_addressTypeOf(question.dn);
        if (!type && question.call.isNull()) {
            m_counted -= question.isCounted;
            continue;
        }
        ++m_underWay;
        ask(question, type.value_or(tlib::AddressType::Dn));
    }
    if (m_counted == 0 && isOpen())
        m_connection.registrationDone();
}

void QuestionQueue::ask(const Question &question, tlib::AddressType type)
{
    if (question.isRegistration())
        request(tlib::RegisterAddress{.dn = question.dn, .addressType = type}, question);
    else if (question.isAgain)
        request(tlib::QueryAddress{.dn = question.dn, .addressType = type}, question);
    else
        request(tlib::QueryCall{.dn = question.dn, .call = question.call}, question);
}

template <class Request>
void QuestionQueue::request(const Request &what, const Question &question)
{
    m_connection.request(what, this,
                         [this, question, epoch = m_epoch](const core::Result<tlib::Event> &answer) {
                             if (epoch == m_epoch)
                                 onAnswer(question, answer);
                         });
}

void QuestionQueue::onAnswer(const Question &question, const core::Result<tlib::Event> &answer)
{
    --m_underWay;
    if (answer || answer.error().kind == core::ErrorKind::Refused)
        m_connection.registrationProgressed();
    if (question.isAgain)
        m_askedAgain.remove(question.dn);
    else
        m_asked.remove(question.call);
    const auto wantedAgain = m_wantedAgain.contains(question.call)
                                 ? std::optional(m_wantedAgain.take(question.call))
                                 : std::nullopt;
    if (answer)
        Q_EMIT answered(question, *answer);
    else if (wantedAgain && answer.error().kind == core::ErrorKind::Refused)
        put(*wantedAgain); // what was asked for since then may be answered
    else
        Q_EMIT failed(question, answer.error());
    if (!isOpen())
        return; // somebody who heard of it has closed the connection
    m_counted -= question.isCounted;
    pump();
}

void QuestionQueue::putLater(const Question &question)
{
    m_later.append(question);
    if (!m_laterAlarm->isActive())
        m_laterAlarm->start(AskAgainAfter);
}

void QuestionQueue::putThoseOfLater()
{
    const QList<Question> due = std::exchange(m_later, {});
    for (const Question &question : due) {
        const Call *const call = m_calls.find(question.call);
        if (call && !m_calls.isCertain(*call))
            put({.dn = question.dn, .call = question.call, .isCounted = false, .isRepeat = true});
    }
    pump();
}

} // namespace model

#include "moc_questionqueue.cpp"
