#include "model/link/linkwords.h"

using namespace Qt::StringLiterals;

namespace model {

QString wordFor(ConnectionState state)
{
    switch (state) {
    case ConnectionState::Offline: return u"offline"_s;
    case ConnectionState::Connecting: return u"connecting"_s;
    case ConnectionState::Registering: return u"registering"_s;
    case ConnectionState::Connected: return u"connected"_s;
    case ConnectionState::Waiting: return u"waiting"_s;
    case ConnectionState::Lost: return u"lost"_s;
    }
    Q_UNREACHABLE();
}

QString wordFor(ServerRole role)
{
    switch (role) {
    case ServerRole::Primary: return u"primary"_s;
    case ServerRole::Backup: return u"backup"_s;
    }
    return u"primary"_s; // the number came from outside
}

} // namespace model
