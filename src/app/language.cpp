#include "app/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace app {

namespace {

const QString Embedded = u":/translations"_s;

bool install(QObject *owner, const QLocale &locale, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(owner);
    if (translator->load(locale, name, u"_"_s, folder))
        return QCoreApplication::installTranslator(translator);
    delete translator;
    return false;
}

} // namespace

QStringList spokenLanguages()
{
    QStringList languages{u"en"_s};
    const QStringList files = QDir(Embedded).entryList({u"tallylight_*.qm"_s});
    for (const QString &file : files)
        languages.append(file.section(u'_', 1).section(u'.', 0, 0));
    languages.removeDuplicates();
    return languages;
}

void speak(const QString &language, QObject *owner)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    install(owner, locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // English has a translation, too: of its plural forms.
    if (!install(owner, locale, u"tallylight"_s, Embedded))
        install(owner, QLocale(QLocale::English), u"tallylight"_s, Embedded);
}

} // namespace app
