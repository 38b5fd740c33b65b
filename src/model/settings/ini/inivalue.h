#pragma once

#include <QByteArray>
#include <QStringList>

namespace model {

/// What stands behind "name=" in QSettings' way of writing: one text, or several with commas between.
/// What is written reads back as it was given.
QByteArray iniValueFrom(const QStringList &values);

/// The texts of such a value, at least one, which may be empty. Anything can be read; a value of QSettings'
/// own types, such as @Variant(…), is plain text here.
QStringList textsFromIni(const QByteArray &value);

} // namespace model
