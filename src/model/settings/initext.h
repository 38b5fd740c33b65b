#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace model {

/// "section/name" -> its text, or the parts where commas stand.
using IniValues = QHash<QString, QStringList>;

/// The text of an INI file as a person wrote it, in QSettings' way of writing. Setting a value leaves
/// everything else where it is: comments (`;`, or `#` at the beginning of a line), order, names that nobody
/// here knows. QSettings itself is not asked: it makes objects of any size from a value like @Variant(…).
class IniText
{
public:
    explicit IniText(const QByteArray &text);

    /// What makes it unusable, in words that follow "is damaged: "; nothing can be added to such a text.
    std::optional<QString> flaw() const;
    /// The last value where a name stands twice.
    IniValues values() const;
    /// In the order of the lines; one that stands twice is there twice.
    QStringList keys() const;
    bool contains(const QString &key) const { return lineOf(key) > 0; }
    /// The number, from 1, of the line that values() has its value from; 0 where it does not stand. As the
    /// text was read: set() does not count.
    int lineOf(const QString &key) const;
    /// Sets "section/name" wherever it stands, else adds it to the end of its section. Several values become
    /// a list. What is written reads back as it was given (values()), but for spaces around it.
    void set(const QString &key, const QStringList &values);
    /// Takes "section/name" out wherever it stands; a comment behind it stays.
    void remove(const QString &key);
    QByteArray text() const;

private:
    /// One line as QSettings sees it: quotation marks and backslashes may make it span several.
    struct Line
    {
        enum class Kind { Blank, Section, Value, Unreadable }; ///< Blank: a comment, too
        Kind kind = Kind::Blank;
        int number = 1; ///< where its content begins
        QByteArray body = {};
        QByteArray end = {};  ///< white space after it, with the end of the line
        QString section = {}; ///< in which it stands, or which it begins
        QString key = {};     ///< of a value, with its section
    };

    void takeLine(const QByteArray &raw, int number);
    void add(const QString &key, const QByteArray &value);
    void begin(const Line &first);
    void endLine(qsizetype index);

    QList<Line> m_lines;
    bool m_hasMark = false;   ///< a byte order mark stands before the first line
    bool m_isComplete = true; ///< does not end inside quotation marks
};

} // namespace model
