#include "app/platform/speech.h"

#include <QLocale>
#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// The program of Speech Dispatcher that hands a text to it (spd-say(1)).
QString speaker()
{
    return QStandardPaths::findExecutable(u"spd-say"_s);
}

} // namespace

bool canSpeak()
{
    return !speaker().isEmpty();
}

void say(const QString &text)
{
    const QString program = speaker();
    if (program.isEmpty())
        return;
    const QString language = QLocale().name().section(u'_', 0, 0);
    QProcess::startDetached(program, {u"--cancel"_s, u"--priority"_s, u"important"_s, u"--application-name"_s,
                                      u"tallylight"_s, u"--language"_s, language, u"--"_s, text});
}

} // namespace app
