// Feeds any bytes to what reads settings, a policy and a list of DNs, as files and value by value. What is
// accepted strictly has to be what is accepted leniently, and whatever comes out has to fit together.
#include "core/clock.h"
#include "model/dns/dnlist.h"
#include "model/settings/initext.h"
#include "model/settings/policy.h"
#include "model/settings/settingsfile.h"
#include "tlib/endpoint.h"

#include <QDir>
#include <QFile>

#include <cstdlib>

#include <unistd.h>

namespace {

using namespace Qt::StringLiterals;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// In memory, and of this process alone.
const QString &folder()
{
    static const QString path = [] {
        const QString made = u"/dev/shm/tallylight-fuzz-%1"_s.arg(getpid());
        QDir().mkpath(made);
        std::atexit([] { QDir(u"/dev/shm/tallylight-fuzz-%1"_s.arg(getpid())).removeRecursively(); });
        return made;
    }();
    return path;
}

QString fileWith(QByteArrayView bytes)
{
    QFile file(folder() + u"/a.ini"_s);
    require(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    require(file.write(bytes.data(), bytes.size()) == bytes.size());
    return file.fileName();
}

void checkPreferences(const model::Preferences &preferences)
{
    require(!model::contradictionIn(preferences));
    for (const QString &server : preferences.servers)
        require(tlib::Endpoint::fromUrl(server).has_value());
    require(preferences.requestTimeOut.count() > 0);
}

void checkFile(QByteArrayView bytes)
{
    const QString path = fileWith(bytes);
    const core::SystemClock clock;
    const model::SettingsFile settings(path, clock);
    const auto strict = settings.readStrictly();
    require(strict || !strict.error().text.isEmpty());
    if (strict)
        checkPreferences(*strict);
    const auto policy = model::Policy::fromFile(path);
    if (policy) {
        model::Preferences preferences;
        policy->applyTo(preferences);
    }
    (void)model::readDnFile(path);
    const auto lenient = settings.readOrDefaults(); // last: it may move the file
    checkPreferences(lenient.preferences);
    if (strict)
        require(lenient.preferences == *strict && lenient.remarks.isEmpty());
    for (const QString &remark : lenient.remarks)
        require(!remark.isEmpty());
    const QStringList left = QDir(folder()).entryList(QDir::Files);
    require(left.size() == 1); // the file itself, or the one that was kept aside
    for (const QString &name : left)
        QFile::remove(folder() + u'/' + name);
}

void checkRemoval(model::IniText text)
{
    model::IniValues wanted = text.values();
    const QString name = text.keys().constFirst();
    wanted.remove(name);
    text.remove(name);
    const model::IniText again(text.text());
    require(!again.flaw());
    require(again.values() == wanted);
}

/// A text stays as it is, and setting or removing one name changes that one alone.
void checkText(QByteArrayView bytes)
{
    model::IniText text(bytes.toByteArray());
    require(text.text() == bytes);
    if (text.flaw())
        return;
    model::IniValues wanted = text.values();
    wanted.insert(u"agent/id"_s, {u"@a, b"_s, u"\\\"\n"_s});
    text.set(u"agent/id"_s, wanted.value(u"agent/id"_s));
    const model::IniText again(text.text());
    require(!again.flaw());
    require(again.values() == wanted);
    checkRemoval(again);
}

/// One value for every setting, as text and as the list that commas make of it.
void checkValues(QByteArrayView bytes)
{
    const QString text = QString::fromUtf8(bytes);
    const QStringList keys = model::preferenceKeys();
    for (const QString &key : keys) {
        for (const QStringList &value : {QStringList{text}, text.split(u',')}) {
            model::Preferences preferences;
            const auto assigned = model::assign(preferences, key, value);
            if (!assigned) {
                require(preferences == model::Preferences());
                require(!assigned.error().text.isEmpty());
            }
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const QByteArrayView bytes(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    if (data[0] == '=')
        checkValues(bytes);
    else
        checkFile(bytes);
    checkText(bytes);
    return 0;
}
