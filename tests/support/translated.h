#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QTest>
#include <QTranslator>

namespace support {

/// The program speaks this language while this lives. The test's program links tallylight_translations.
class Translated
{
public:
    explicit Translated(const QString &language)
        : m_before(QLocale())
    {
        QLocale::setDefault(QLocale(language));
        if (!m_translator.load(QStringLiteral(":/translations/tallylight_%1.qm").arg(language)))
            qFatal("there is no translation into %s", qPrintable(language));
        QCoreApplication::installTranslator(&m_translator);
    }
    ~Translated()
    {
        QCoreApplication::removeTranslator(&m_translator);
        QLocale::setDefault(m_before);
    }
    Translated(const Translated &) = delete;
    Translated &operator=(const Translated &) = delete;

private:
    const QLocale m_before;
    QTranslator m_translator;
};

/// A row for each language that the program speaks, in the column "language".
inline void languageRows()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QStringLiteral("en");
    QTest::newRow("German") << QStringLiteral("de");
}

} // namespace support
