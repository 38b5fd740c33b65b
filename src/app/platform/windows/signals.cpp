#include "app/terminal/signals.h"

namespace app {

// Windows tells a program with windows of the session's end by messages, which Qt turns into
// commitDataRequest.
Signals::Signals(QObject *parent)
    : QObject(parent)
{
}

Signals::~Signals() = default;

void Signals::readSome() {}

} // namespace app
