#pragma once

#include <QObject>

namespace model {
class Desk;
}

namespace automation {

/// Says that the desk has changed: once per turn of the event loop, however much happened in it.
class StateFeed : public QObject
{
    Q_OBJECT

public:
    explicit StateFeed(model::Desk &desk, QObject *parent = nullptr);

Q_SIGNALS:
    void changed();

private:
    void note();

    bool m_noted = false;
};

} // namespace automation
