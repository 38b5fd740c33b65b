#include "widgets/settings/settingspage.h"

#include "model/settings/edit/typedsettings.h"
#include "model/settings/profile.h"
#include "presentation/settings/settingstext.h"
#include "widgets/setup/fieldrows.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using model::TypedSettings;

namespace widgets {

SettingsPage::SettingsPage(QWidget *parent)
    : QWidget(parent)
    , m_banner(new QLabel)
    , m_content(new QWidget)
    , m_rows(new FieldRows(*this))
{
    setObjectName(u"page"_s);
    m_content->setObjectName(u"page"_s);
    m_banner->setObjectName(u"banner"_s);
    m_banner->setProperty("kind", QByteArray("banner"));
    m_banner->setTextFormat(Qt::PlainText);
    m_banner->setWordWrap(true);
    m_banner->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 8);
    column->setSpacing(12);
    column->addWidget(m_banner);
    column->addWidget(m_content, 1);
    addPart(*m_rows);
}

void SettingsPage::addPart(FieldRows &rows)
{
    m_parts.append(&rows);
    connect(&rows, &FieldRows::changed, this, &SettingsPage::changed);
}

void SettingsPage::addText(const QString &key, QLineEdit &edit, QLabel &note, const QList<QWidget *> &more)
{
    m_texts.insert(key, &edit);
    m_rows->add({.key = key, .fields = QList<QWidget *>{&edit} + more, .note = &note, .flaw = [this, key] {
                     return flawOf(key);
                 }});
    constexpr int Frame = 28; // of the field: border and padding
    if (edit.maxLength() <= 10)
        edit.setFixedWidth(fontMetrics().horizontalAdvance(QString(edit.maxLength() + 1, u'0')) + Frame);
}

QString SettingsPage::textOf(const QString &key) const
{
    return m_texts.value(key)->text();
}

QString SettingsPage::flawOf(const QString &key) const
{
    TypedSettings typed(m_shown);
    for (auto text = m_texts.constBegin(); text != m_texts.constEnd(); ++text)
        typed.type(text.key(), text.value()->text());
    return presentation::typedFlawText(typed, key);
}

void SettingsPage::showPreferences(const model::Profile &profile, const model::Preferences &shown)
{
    m_shown = shown;
    for (auto text = m_texts.constBegin(); text != m_texts.constEnd(); ++text)
        text.value()->setText(TypedSettings::shown(shown, text.key()));
    show(profile, shown);
    for (FieldRows *part : std::as_const(m_parts))
        part->follow(profile);
    m_banner->setText(bannerOf(m_parts));
    m_banner->setVisible(!m_banner->text().isEmpty());
}

core::Result<model::Preferences> SettingsPage::applied(const model::Preferences &preferences) const
{
    TypedSettings typed(preferences);
    for (auto text = m_texts.constBegin(); text != m_texts.constEnd(); ++text)
        typed.type(text.key(), text.value()->text());
    return typed.applied();
}

bool SettingsPage::check()
{
    bool isRight = true;
    for (auto part = m_parts.rbegin(); part != m_parts.rend();
         ++part) // the first that is wrong gets the focus
        isRight = (*part)->check() && isRight;
    return isRight;
}

} // namespace widgets

#include "moc_settingspage.cpp"
