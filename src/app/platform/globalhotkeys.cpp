#include "app/platform/globalhotkeys.h"

#include <utility>

namespace app {

void GlobalHotkeys::setObstacle(const QString &sentence)
{
    if (m_obstacle == sentence)
        return;
    m_obstacle = sentence;
    Q_EMIT changed();
}

void GlobalHotkeys::setTroubles(const QHash<model::Command, QString> &troubles)
{
    if (m_troubles == troubles)
        return;
    m_troubles = troubles;
    Q_EMIT changed();
}

void GlobalHotkeys::setLetGo(bool isLetGo)
{
    if (std::exchange(m_isLetGo, isLetGo) != isLetGo)
        followLetGo();
}

void GlobalHotkeys::press(model::Command command)
{
    if (!m_isLetGo)
        Q_EMIT pressed(command);
}

} // namespace app

#include "moc_globalhotkeys.cpp"
