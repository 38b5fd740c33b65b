#pragma once

#include "core/result.h"
#include "model/settings/preferences.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace model {
class Profile;
}

namespace widgets {

class FieldRows;

/// A page of the settings: one banner on top with what others have laid down of it, and its fields.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsPage(QWidget *parent = nullptr);

    /// Fills the fields from `shown`, which may differ from what the profile has.
    void showPreferences(const model::Profile &profile, const model::Preferences &shown);
    /// The preferences with what stands in the fields; InvalidInput while something is wrong.
    virtual core::Result<model::Preferences> applied(const model::Preferences &preferences) const;
    /// Says everything that is wrong and moves the focus to the first of it. Whether there is nothing.
    bool check();
    /// The name in the list of pages.
    virtual QString title() const = 0;

Q_SIGNALS:
    void changed();

protected:
    /// Where the form of the page is set up.
    QWidget &content() const { return *m_content; }
    FieldRows &rows() const { return *m_rows; }
    /// A part that has fields of its own.
    void addPart(FieldRows &rows);
    /// A setting that is typed; `more` is disabled with it.
    void addText(const QString &key, QLineEdit &edit, QLabel &note, const QList<QWidget *> &more = {});
    QString textOf(const QString &key) const;
    /// What has no row with a text.
    virtual void show(const model::Profile &profile, const model::Preferences &shown) = 0;

private:
    QString flawOf(const QString &key) const;

    QLabel *m_banner;
    QWidget *m_content;
    FieldRows *m_rows;
    QList<FieldRows *> m_parts;
    QHash<QString, QLineEdit *> m_texts;
    model::Preferences m_shown;
};

} // namespace widgets
