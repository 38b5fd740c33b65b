#include "widgets/settings/settingsdialog.h"

#include "ui_settingsdialog.h"

#include "model/desk.h"
#include "model/settings/edit/settingstransfer.h"
#include "model/settings/profile.h"
#include "presentation/settings/settingstext.h"
#include "presentation/words/plaintext.h"
#include "widgets/dialogs/filedialog.h"
#include "widgets/parts/question.h"
#include "widgets/settings/advancedpage.h"
#include "widgets/settings/connectionpage.h"
#include "widgets/settings/exportdialog.h"
#include "widgets/settings/keyspage.h"
#include "widgets/settings/lookpage.h"
#include "widgets/settings/presencepage.h"
#include "widgets/settings/privacypage.h"
#include "widgets/settings/recordingpage.h"
#include "widgets/settings/youpage.h"
#include "widgets/setup/reconnectquestion.h"

#include <QAccessible>
#include <QMenu>
#include <QScrollArea>

using namespace Qt::StringLiterals;
using model::Profile;

namespace widgets {

SettingsDialog::SettingsDialog(model::Desk &desk, Profile &profile, const QStringList &languages,
                               const ConnectionTrials &trials, const HotkeyNews &hotkeys,
                               const presentation::Theme &theme, QWidget *parent)
    : Dialog(720, parent)
    , m_ui(std::make_unique<Ui::SettingsDialog>())
    , m_desk(desk)
    , m_profile(profile)
    , m_trials(trials)
    , m_hotkeys(hotkeys)
{
    m_ui->setupUi(this);
    addPages(languages, theme);
    showPreferences(profile.chosen());
    offerTransfer();
    setScroll(*qobject_cast<QScrollArea *>(m_ui->pages->widget(0)));
    m_ui->trouble->hide();
    connect(m_ui->pageList, &QListWidget::currentRowChanged, m_ui->pages, &QStackedWidget::setCurrentIndex);
    connect(m_ui->cancel, &QPushButton::clicked, this, &SettingsDialog::reject);
    connect(m_ui->save, &QPushButton::clicked, this, &SettingsDialog::save);
    m_ui->pageList->setCurrentRow(0);
    m_pages.first()->setFocus();
    refresh();
}

/// The focus leaves its field as long as all that hears of it is whole.
SettingsDialog::~SettingsDialog()
{
    hide();
}

/// In the order in which a person needs them.
void SettingsDialog::addPages(const QStringList &languages, const presentation::Theme &theme)
{
    auto *connection = new ConnectionPage;
    connection->offerTest(m_trials, theme, [this] { return wanted(); });
    auto *look = new LookPage;
    look->offer(languages);
    addPage(connection);
    addPage(new YouPage);
    addPage(new RecordingPage);
    addPage(look);
    addPage(new KeysPage(m_hotkeys));
    addPage(new PresencePage(m_hotkeys));
    addPage(new PrivacyPage);
    addPage(new AdvancedPage);
    m_ui->pageList->setFixedWidth(m_ui->pageList->sizeHintForColumn(0) + 28);
}

void SettingsDialog::addPage(SettingsPage *page)
{
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    m_ui->pages->addWidget(scroll);
    m_ui->pageList->addItem(page->title().remove(u'&'));
    m_pages.append(page);
    addScroll(*scroll);
    connect(page, &SettingsPage::changed, this, &SettingsDialog::refresh);
}

void SettingsDialog::showPreferences(const model::Preferences &shown)
{
    for (SettingsPage *page : std::as_const(m_pages))
        page->showPreferences(m_profile, shown);
}

core::Result<model::Preferences> SettingsDialog::wanted() const
{
    core::Result<model::Preferences> all = m_profile.chosen();
    for (const SettingsPage *page : m_pages) {
        all = page->applied(*all);
        if (!all)
            break;
    }
    return all;
}

void SettingsDialog::refresh()
{
    m_ui->pages->setEnabled(!m_isSaving);
    m_ui->save->setEnabled(!m_isSaving);
    m_ui->transfer->setEnabled(!m_isSaving);
    const QString effect = m_isSaving ? presentation::savingText() : effectText();
    m_ui->effect->setText(effect);
    m_ui->effect->setVisible(!effect.isEmpty());
}

QString SettingsDialog::effectText() const
{
    const auto preferences = wanted();
    const auto has = [&](Profile::Effect effect) {
        return preferences && m_profile.hasEffect(effect, *preferences);
    };
    return presentation::settingEffectText(has(Profile::Effect::Reconnect) || has(Profile::Effect::Anew),
                                           has(Profile::Effect::NextStart));
}

/// Of all pages; the first that has something wrong is shown.
bool SettingsDialog::check()
{
    qsizetype wrong = -1;
    for (qsizetype i = m_pages.size() - 1; i >= 0; --i) {
        if (!m_pages[i]->check())
            wrong = i;
    }
    if (wrong < 0)
        return true;
    m_ui->pageList->setCurrentRow(int(wrong));
    m_pages[wrong]->check(); // once more, as the focus can only be had by what is shown
    return false;
}

void SettingsDialog::save()
{
    m_ui->trouble->hide();
    if (!check())
        return;
    const auto preferences = wanted();
    if (!preferences)
        return showTrouble(preferences.error().text);
    // What the next start would refuse is not saved.
    if (m_trials && !preferences->servers.isEmpty()) {
        if (const auto plan = m_trials.planFor(*preferences); !plan)
            return showTrouble(plan.error().text);
    }
    const bool endsConnection = m_profile.hasEffect(Profile::Effect::Reconnect, *preferences) ||
                                m_profile.hasEffect(Profile::Effect::Anew, *preferences);
    if (endsConnection)
        askBeforeReconnecting(m_desk, *this, [this, wanted = *preferences] { store(wanted); });
    else
        store(*preferences);
}

void SettingsDialog::store(const model::Preferences &wanted)
{
    m_isSaving = true;
    m_profile.change(wanted, this, [this](const Profile::Outcome &changed) {
        m_isSaving = false;
        if (!changed)
            return onNotSaved(changed.error().text);
        accept();
        deleteLater(); // it may have been put away before, and then nothing closes any more
    });
    if (m_isSaving)
        refresh();
}

/// Who has put the dialog away meanwhile is told by a toast: a dialog that comes by itself is in the way.
void SettingsDialog::onNotSaved(const QString &why)
{
    if (isVisible()) {
        refresh();
        m_ui->save->setFocus();
        return showTrouble(why);
    }
    m_desk.toasts.post({.kind = model::ToastKind::SettingsNotSaved, .serverText = why});
    deleteLater();
}

/// What is being saved goes on, and the window behind it is free at once, however long the disk takes.
void SettingsDialog::reject()
{
    if (m_isSaving)
        return hide();
    Dialog::reject();
}

void SettingsDialog::showTrouble(const QString &sentence)
{
    m_ui->trouble->setText(
        tr("The settings were not saved. %1", "reason").arg(presentation::plainSentence(sentence)));
    m_ui->trouble->show();
    m_ui->save->setAccessibleDescription(m_ui->trouble->text());
    QAccessibleEvent alert(m_ui->trouble, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void SettingsDialog::offerTransfer()
{
    auto *menu = new QMenu(m_ui->transfer);
    menu->addAction(tr("&Import settings…"), this, &SettingsDialog::importSettings);
    menu->addAction(tr("&Export settings…"), this, &SettingsDialog::exportSettings);
    m_ui->transfer->setMenu(menu);
}

/// Everything is checked before anything is filled in, and nothing is in force before Save.
void SettingsDialog::importSettings()
{
    m_ui->trouble->hide();
    openFile(*this, tr("Import settings"), QString(), tr("Settings (*.ini);;All files (*)"),
             [this](const QString &path) {
                 const auto imported = model::importedFrom(path, m_profile.chosen());
                 if (!imported)
                     return (new Question({.title = tr("Nothing was imported"),
                                           .text = presentation::plainSentence(imported.error().text, 1000),
                                           .no = tr("Close")},
                                          this))
                         ->open();
                 askToTake(path, *imported);
             });
}

void SettingsDialog::askToTake(const QString &path, const model::Preferences &imported)
{
    model::Preferences taken = m_profile.chosen();
    QStringList names;
    qsizetype fixed = 0;
    const QStringList keys = model::differenceOf(imported, m_profile.chosen());
    for (const QString &key : keys) {
        if (m_profile.isFixed(key)) {
            ++fixed;
            continue;
        }
        std::ignore = model::assign(taken, key, model::valueOf(imported, key)); // it was, of the file
        names += presentation::settingName(key);
    }
    auto *question = new Question({.title = tr("Import these settings?"),
                                   .text = presentation::importText(path, names, fixed),
                                   .yes = names.isEmpty() ? QString() : tr("Fill in"),
                                   .no = names.isEmpty() ? tr("Close") : tr("Cancel")},
                                  this);
    connect(question, &Question::confirmed, this, [this, taken] { showPreferences(taken); });
    question->open();
}

void SettingsDialog::exportSettings()
{
    auto *dialog = new ExportDialog(m_profile, this);
    connect(dialog, &ExportDialog::failed, this, [this](const QString &why) {
        (new Question({.title = tr("Nothing was exported"),
                       .text = presentation::plainSentence(why, 1000),
                       .no = tr("Close")},
                      this))
            ->open();
    });
    dialog->open();
}

} // namespace widgets

#include "moc_settingsdialog.cpp"
