#include "app/desktop/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace app {

namespace {

const QString Embedded = u":/translations"_s;

QTranslator *load(QObject *owner, const QLocale &locale, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(owner);
    if (translator->load(locale, name, u"_"_s, folder))
        return translator;
    delete translator;
    return nullptr;
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
    // Those of the language before.
    qDeleteAll(owner->findChildren<QTranslator *>(Qt::FindDirectChildrenOnly));
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    // English has a translation, too: of its plural forms.
    QTranslator *own = load(owner, locale, u"tallylight"_s, Embedded);
    if (!own)
        own = load(owner, QLocale(QLocale::English), u"tallylight"_s, Embedded);
    if (!own)
        return;
    // Qt's texts in the language that was found, so that a window never mixes two.
    const QLocale found(QFileInfo(own->filePath()).completeBaseName().section(u'_', 1));
    if (auto *qt = load(owner, found, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
    QCoreApplication::installTranslator(own);
}

} // namespace app
