#pragma once

#include "model/desk.h"
#include "presentation/look/recordinglook.h"

#include <QString>

namespace presentation {

/// What a header says of the connection. A connection that stands, is encrypted and lets this desktop watch
/// its DNs is no news.
struct ConnectionNews
{
    Shape shape = Shape::Question;
    bool isTrouble = false; ///< nothing is certain, or something does not work
    QString word = {};      ///< "Link lost", "Not encrypted"
    QString note = {};      ///< what is being done: "next try in 4 s"
};
std::optional<ConnectionNews> connectionNews(const model::Desk &desk, core::Instant now);

/// All that is known of the connection, a line each: its state and what is wrong, the servers, encryption and
/// certificate, signs of life, DNs. Nothing is said of encryption while no session stands. `since`: of the
/// state; null: not known.
QStringList connectionFacts(const model::Desk &desk, core::Instant now, const QDateTime &since);

} // namespace presentation
