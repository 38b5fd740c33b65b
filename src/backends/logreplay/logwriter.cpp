#include "backends/logreplay/logwriter.h"

#include "backends/logreplay/logattributes.h"

using namespace Qt::StringLiterals;

namespace logreplay {

namespace {

std::string nameOf(tlib::MessageType type)
{
    const std::string name = tlib::messageName(type).toStdString();
    return name.find(' ') == std::string::npos ? name : "Event" + std::to_string(quint16(type));
}

} // namespace

void appendLogText(std::string &to, const tlib::Event &event, const QDateTime &when)
{
    to += when.toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s).toStdString();
    to += " distribute_event: message ";
    to += nameOf(event.type);
    to += '\n';
    std::string value;
    for (const LogField &field : fields()) {
        value.clear();
        if (!field.write(value, event))
            continue;
        to += '\t';
        to += field.name;
        to += '\t';
        to += value;
        to += '\n';
    }
    to += '\n';
}

} // namespace logreplay
