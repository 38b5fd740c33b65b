#include "automation/makeverb.h"

#include "automation/verbparams.h"
#include "automation/words.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace automation {

namespace {

/// The rules speak of a call; here there is none yet.
QString sentenceForMake(const model::WhyNot &why, const model::Dn &destination)
{
    using model::Obstacle;
    const auto *obstacle = std::get_if<Obstacle>(&why);
    if (obstacle && *obstacle == Obstacle::NotCertain)
        return u"there is no connection that can be relied on"_s;
    if (obstacle && *obstacle == Obstacle::NoOwnDn)
        return u"this desktop has no DN of its own"_s;
    if (obstacle && *obstacle == Obstacle::RequestUnderWay)
        return u"another call is being made"_s;
    return sentenceFor(why, destination);
}

} // namespace

MakeVerb::MakeVerb(model::Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
    connect(&m_desk.dialling, &model::Dialling::settled, this, &MakeVerb::onSettled);
}

void MakeVerb::run(const QJsonObject &params, QObject *context, const Reply &reply)
{
    const auto destination = destinationFrom(Verb::Job::Make, params);
    if (!destination)
        return reply(destination.error());
    if (const auto why = m_desk.dialling.whyNot(*destination))
        return reply(
            core::Error{.kind = core::ErrorKind::NotAllowed,
                        .text = u"cannot make a call: %1"_s.arg(sentenceForMake(*why, *destination))});
    // Noted first: the outcome may be known before make() returns.
    m_context = context;
    m_reply = reply;
    [[maybe_unused]] const auto sent = m_desk.dialling.make(*destination);
    Q_ASSERT(sent); // nothing is in the way, as was just said
}

void MakeVerb::onSettled(const model::Dn &, const core::Result<model::CallId> &outcome)
{
    const Reply reply = std::exchange(m_reply, {});
    if (!reply || !m_context) // somebody pressed a button, or the asker has gone
        return;
    if (!outcome)
        return reply(inWords(outcome.error()));
    reply(QJsonObject{{u"call"_s, outcome->toString()}});
}

} // namespace automation

#include "moc_makeverb.cpp"
