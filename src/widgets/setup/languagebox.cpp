#include "widgets/setup/languagebox.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

QString withoutCountry(const QString &language)
{
    return QString(language).replace(u'-', u'_').section(u'_', 0, 0);
}

/// Everybody finds their own.
QString nativeName(const QString &code)
{
    QString name = QLocale(code).nativeLanguageName();
    if (code == u"en")
        name = QLocale(QLocale::English).nativeLanguageName().section(u' ', -1);
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

} // namespace

void LanguageBox::offer(const QStringList &languages, const QString &chosen)
{
    m_before = chosen;
    clear();
    addItem(tr("As the system"), QString());
    for (const QString &code : languages)
        addItem(nativeName(code), code);
    setCurrentIndex(std::max(0, findData(withoutCountry(chosen))));
}

QString LanguageBox::language() const
{
    const QString code = currentData().toString();
    return code == withoutCountry(m_before) ? m_before : code;
}

} // namespace widgets

#include "moc_languagebox.cpp"
