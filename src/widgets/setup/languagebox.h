#pragma once

#include <QComboBox>

namespace widgets {

/// Chooses the language of the windows: the system's, or one of those that the program speaks, under the name
/// that it has for itself.
class LanguageBox : public QComboBox
{
    Q_OBJECT

public:
    using QComboBox::QComboBox;

    /// `languages`: codes; `chosen` as in the setting look/language.
    void offer(const QStringList &languages, const QString &chosen);
    /// The setting; what was there stays as it was written unless another one was chosen.
    QString language() const;

private:
    QString m_before;
};

} // namespace widgets
