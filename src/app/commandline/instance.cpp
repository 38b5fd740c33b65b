#include "app/commandline/instance.h"

#include "automation/socketpath.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace app {

core::Result<QString> instanceFrom(const QCommandLineParser &parser, const QString &otherwise)
{
    const QString variable = qEnvironmentVariable("TALLYLIGHT_INSTANCE");
    const bool isGiven = parser.isSet(u"instance"_s);
    if (!isGiven && variable.isEmpty())
        return otherwise;
    const QString name = isGiven ? parser.value(u"instance"_s) : variable;
    if (const auto checked = automation::checkInstanceName(name); !checked)
        return core::Error{.kind = core::ErrorKind::InvalidInput,
                           .text = (isGiven ? u"--instance "_s : u"TALLYLIGHT_INSTANCE "_s) +
                                   checked.error().text};
    return name;
}

} // namespace app
