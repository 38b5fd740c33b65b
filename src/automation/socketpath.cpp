#include "automation/socketpath.h"

#include "automation/socketname.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace automation {

namespace {

QString folder()
{
    // The runtime folder is this user's alone, which Qt checks. Where there is none, a folder of our own will
    // do.
    QString base;
    if (!qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR"))
        base = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (base.isEmpty())
        base = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    return base + u"/tallylight"_s;
}

} // namespace

core::Result<core::Done> checkInstanceName(const QString &instance)
{
    static const QRegularExpression form(u"^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$"_s);
    if (form.match(instance).hasMatch())
        return core::Done{};
    return core::Error{.kind = core::ErrorKind::InvalidInput,
                       .text = u"\"%1\" is not a name for an instance: write 1 to 32 letters, digits, dots, "
                               "underscores or hyphens"_s.arg(instance)};
}

QString socketPath(const QString &instance)
{
    return socketName(folder(), instance);
}

QString lockPath(const QString &instance)
{
    return folder() + u'/' + instance + u".lock"_s;
}

core::Result<core::Done> prepareFolder()
{
    constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    const QString path = folder();
    if (QDir().mkpath(path) && QFile::setPermissions(path, ownerOnly))
        return core::Done{};
    return core::Error{
        .kind = core::ErrorKind::Io,
        .text = u"%1 cannot be made a folder of this user only; set XDG_RUNTIME_DIR to one"_s.arg(path)};
}

} // namespace automation
