#include "widgets/settings/generalpage.h"

#include "ui_generalpage.h"

#include "model/settings/profile.h"
#include "presentation/words/settingstext.h"

#include <QLocale>

using namespace Qt::StringLiterals;
using model::ThemeChoice;

namespace widgets {

GeneralPage::GeneralPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::GeneralPage>())
{
    m_ui->setupUi(this);
    m_ui->themeRow->addStretch(1);
    for (const QRadioButton *button : {m_ui->themeSystem, m_ui->themeLight, m_ui->themeDark})
        connect(button, &QRadioButton::toggled, this, &GeneralPage::changed);
}

GeneralPage::~GeneralPage() = default;

void GeneralPage::showProfile(const model::Profile &profile, const QStringList &languages)
{
    const model::Preferences &preferences = profile.chosen();
    m_ui->themeSystem->setChecked(preferences.theme == ThemeChoice::System);
    m_ui->themeLight->setChecked(preferences.theme == ThemeChoice::Light);
    m_ui->themeDark->setChecked(preferences.theme == ThemeChoice::Dark);
    const QString chosen = QString(preferences.language).replace(u'-', u'_').section(u'_', 0, 0);
    addLanguage(tr("As the s&ystem"), QString(), chosen.isEmpty());
    for (const QString &code : languages) {
        QString name = QLocale(code).nativeLanguageName(); // everybody finds their own
        if (code == u"en")
            name = QLocale(QLocale::English).nativeLanguageName().section(u' ', -1);
        if (!name.isEmpty())
            name[0] = name[0].toUpper();
        addLanguage(name, code, chosen == code);
    }
    static_cast<QHBoxLayout *>(m_ui->languages->layout())->addStretch(1);
    m_ui->themes->setEnabled(!profile.isFixed(u"look/theme"_s));
    m_ui->languages->setEnabled(!profile.isFixed(u"look/language"_s));
    const model::SettingSource ofTheme = profile.sourceOf(u"look/theme"_s);
    const model::SettingSource ofLanguage = profile.sourceOf(u"look/language"_s);
    m_ui->themeNote->setText(presentation::settingSourceText(ofTheme));
    m_ui->languageNote->setText(presentation::settingSourceText(ofLanguage));
    m_ui->themes->setAccessibleDescription(m_ui->themeNote->text());
    m_ui->languages->setAccessibleDescription(m_ui->languageNote->text());
}

void GeneralPage::addLanguage(const QString &name, const QString &code, bool isChosen)
{
    auto *button = new QRadioButton(name, m_ui->languages);
    button->setObjectName(u"language_"_s + code);
    button->setChecked(isChosen);
    connect(button, &QRadioButton::toggled, this, &GeneralPage::changed);
    m_ui->languages->layout()->addWidget(button);
    m_languages.append({button, code});
}

model::Preferences GeneralPage::applied(model::Preferences preferences) const
{
    preferences.theme = m_ui->themeLight->isChecked()  ? ThemeChoice::Light
                        : m_ui->themeDark->isChecked() ? ThemeChoice::Dark
                                                       : ThemeChoice::System;
    const QString before = QString(preferences.language).replace(u'-', u'_').section(u'_', 0, 0);
    for (const auto &[button, code] : m_languages) {
        if (button->isChecked() && code != before) // "de_AT" stays what it is
            preferences.language = code;
    }
    return preferences;
}

} // namespace widgets

#include "moc_generalpage.cpp"
