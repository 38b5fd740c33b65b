#include "widgets/help/helppages.h"

#include "presentation/look/recordinglook.h"
#include "widgets/help/helppictures.h"
#include "widgets/help/helptables.h"

#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

QString fileText(const QString &name, const QString &language)
{
    QFile file(u":/help/%1/%2.html"_s.arg(language, name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString pictureText(const QString &name)
{
    return u"<p><img src='picture:%1'></p>"_s.arg(name); // notr: markup
}

/// What stands in the place of {word argument}; nothing where the program has no such thing.
QString placed(const QString &word, const QString &argument, const HelpFacts &facts)
{
    if (word == u"light")
        return u"<h3><a name='%1'></a>%2</h3>%3"_s.arg(argument, helpLight(argument).word.toHtmlEscaped(),
                                                       pictureText(argument));
    if (word == u"picture")
        return pictureText(argument);
    if (word == u"key")
        return keyNamed(argument, facts);
    if (word == u"errors")
        return errorTable();
    if (word == u"refusals")
        return refusalList();
    if (word == u"unanswered")
        return unansweredList();
    if (word == u"keys")
        return keyTable(facts);
    if (word == u"hotkeys")
        return hotkeyTable(facts);
    if (word == u"places")
        return placeTable(facts);
    return {};
}

} // namespace

QStringList helpPages()
{
    return {u"first-steps"_s, u"lights"_s,         u"errors"_s, u"keys"_s,
            u"pausing"_s,     u"administrators"_s, u"privacy"_s};
}

QString helpLanguage(const QString &language)
{
    const QString code = language.section(u'_', 0, 0).section(u'-', 0, 0);
    return QFile::exists(u":/help/%1/first-steps.html"_s.arg(code)) ? code : u"en"_s;
}

QString helpPage(const QString &name, const QString &language, const HelpFacts &facts)
{
    static const QRegularExpression Place(uR"(\{([a-z]+)(?: ([A-Za-z-]+))?\})"_s);
    const QString file = fileText(name, language);
    QString page;
    qsizetype done = 0;
    for (auto place = Place.globalMatch(file); place.hasNext();) {
        const QRegularExpressionMatch match = place.next();
        page += file.mid(done, match.capturedStart() - done) +
                placed(match.captured(1), match.captured(2), facts);
        done = match.capturedEnd();
    }
    return page + file.mid(done);
}

QString helpTitle(const QString &name, const QString &language)
{
    return fileText(name, language).section(u"<h1>"_s, 1).section(u"</h1>"_s, 0, 0);
}

} // namespace widgets
