#include "widgets/settings/lookpage.h"

#include "ui_lookpage.h"

#include "widgets/setup/fieldgrid.h"
#include "widgets/setup/fieldrows.h"

using namespace Qt::StringLiterals;
using model::ThemeChoice;

namespace widgets {

LookPage::LookPage(QWidget *parent)
    : SettingsPage(parent)
    , m_ui(std::make_unique<Ui::LookPage>())
{
    m_ui->setupUi(&content());
    new FieldGrid(*m_ui->fields, content());
    Ui::LookPage &ui = *m_ui;
    rows().add({.key = u"look/theme"_s,
                .fields = {ui.themeSystem, ui.themeLight, ui.themeDark},
                .note = ui.themeNote,
                .label = ui.themeLabel});
    rows().add({.key = u"look/language"_s, .fields = {ui.language}, .note = ui.languageNote});
}

LookPage::~LookPage() = default;

void LookPage::show(const model::Profile &, const model::Preferences &shown)
{
    m_ui->themeSystem->setChecked(shown.theme == ThemeChoice::System);
    m_ui->themeLight->setChecked(shown.theme == ThemeChoice::Light);
    m_ui->themeDark->setChecked(shown.theme == ThemeChoice::Dark);
    m_ui->language->offer(m_languages, shown.language);
}

core::Result<model::Preferences> LookPage::applied(const model::Preferences &preferences) const
{
    model::Preferences all = preferences;
    all.theme = m_ui->themeLight->isChecked()  ? ThemeChoice::Light
                : m_ui->themeDark->isChecked() ? ThemeChoice::Dark
                                               : ThemeChoice::System;
    all.language = m_ui->language->language();
    return all;
}

} // namespace widgets

#include "moc_lookpage.cpp"
