#pragma once

#include <QStringList>

class QObject;

namespace app {

/// The languages that the program speaks: English, which is its source text, and what is embedded.
QStringList spokenLanguages();

/// Makes the program speak `language`, or the system's when it is empty. The translators are the program's
/// own, and Qt's, for the texts of its dialogs; they live as long as `owner`, or
/// until it is called again.
void speak(const QString &language, QObject *owner);

} // namespace app
