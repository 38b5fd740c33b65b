#include "app/platform/globalhotkeys.h"

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

} // namespace app

#include "moc_globalhotkeys.cpp"
