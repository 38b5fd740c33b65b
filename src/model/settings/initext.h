#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace model {

/// The text of an INI file as a person wrote it. Setting a value leaves everything else where it is:
/// comments, order, names that nobody here knows.
class IniText
{
public:
    explicit IniText(const QByteArray &text);

    /// Whether its end is the end of a line, and not inside quotation marks that nobody closes: nothing can
    /// be added to such a text.
    bool isComplete() const { return m_isComplete; }
    bool contains(const QString &key) const;
    /// Sets "section/name" wherever it stands, else adds it to the end of its section. Several values become
    /// a list. What is written reads back as it was given (model::readIniFile), but for spaces around it.
    void set(const QString &key, const QStringList &values);
    QByteArray text() const;

private:
    /// One line as QSettings sees it: quotation marks and backslashes may make it span several.
    struct Line
    {
        QByteArray body = {};
        QByteArray end = {};  ///< white space after it, with the end of the line
        QString section = {}; ///< in which it stands, or which it begins
        QString key = {};     ///< with its section; empty: no value is set here
    };

    void takeLine(const QByteArray &raw);
    void add(const QString &section, const QByteArray &assignment);
    void begin(const QString &section, const QByteArray &assignment);
    void endLine(qsizetype index);

    QList<Line> m_lines;
    bool m_isComplete = true;
};

} // namespace model
