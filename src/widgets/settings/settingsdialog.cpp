#include "widgets/settings/settingsdialog.h"

#include "ui_settingsdialog.h"

#include "model/desk.h"
#include "model/settings/profile.h"
#include "presentation/words/plaintext.h"
#include "presentation/words/settingstext.h"
#include "widgets/actions/lightsquestion.h"

#include <QAccessible>
#include <QScreen>
#include <QTabBar>

#include <algorithm>

using model::Profile;
using model::RecordingState;

namespace widgets {

namespace {

constexpr int SettingsDialogWidth = 640;

/// The calls whose light goes out for a moment while the connection is made anew.
QList<model::CallId> lightsOf(const model::Desk &desk)
{
    QList<model::CallId> lights;
    for (const model::CallId id : desk.calls.ids()) {
        const RecordingState state = desk.calls.find(id)->recording.state;
        if (state == RecordingState::On || state == RecordingState::Paused)
            lights.append(id);
    }
    return lights;
}

} // namespace

SettingsDialog::SettingsDialog(model::Desk &desk, Profile &profile, const QStringList &languages,
                               QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SettingsDialog>())
    , m_desk(desk)
    , m_profile(profile)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    m_ui->pages->tabBar()->setDrawBase(false);
    m_ui->connectionPage->showProfile(profile);
    m_ui->generalPage->showProfile(profile, languages);
    m_ui->trouble->hide();
    connect(m_ui->connectionPage, &ConnectionPage::changed, this, &SettingsDialog::refresh);
    connect(m_ui->generalPage, &GeneralPage::changed, this, &SettingsDialog::refresh);
    connect(m_ui->cancel, &QPushButton::clicked, this, &SettingsDialog::reject);
    connect(m_ui->save, &QPushButton::clicked, this, &SettingsDialog::save);
    m_ui->connectionPage->setFocus();
    refresh();
}

SettingsDialog::~SettingsDialog() = default;

core::Result<model::Preferences> SettingsDialog::wanted() const
{
    return model::applied(m_ui->connectionPage->draft(), m_ui->generalPage->applied(m_profile.chosen()));
}

void SettingsDialog::refresh()
{
    m_ui->pages->setEnabled(!m_isSaving);
    m_ui->save->setEnabled(!m_isSaving);
    if (m_isSaving)
        return m_ui->effect->setText(presentation::savingText());
    const auto preferences = wanted();
    m_ui->effect->setText(preferences ? presentation::settingEffectText(
                                            m_profile.hasEffect(Profile::Effect::Reconnect, *preferences),
                                            m_profile.hasEffect(Profile::Effect::Restart, *preferences))
                                      : QString());
}

void SettingsDialog::save()
{
    m_ui->trouble->hide();
    if (!m_ui->connectionPage->check())
        return m_ui->pages->setCurrentWidget(m_ui->connectionScroll);
    const auto preferences = wanted();
    if (!preferences)
        return showTrouble(preferences.error().text);
    if (m_profile.hasEffect(Profile::Effect::Reconnect, *preferences) && !lightsOf(m_desk).isEmpty())
        saveAfterAsking(*preferences);
    else
        store(*preferences);
}

void SettingsDialog::saveAfterAsking(const model::Preferences &wanted)
{
    auto *question = new LightsQuestion(
        m_desk, [this] { return lightsOf(m_desk); },
        {.title = tr("Connect anew?"),
         .text = tr("That goes on; but until the server has answered, every light says “not certain”, and "
                    "nothing can be sent."),
         .yes = tr("Connect anew"),
         .no = tr("Go back")},
        this);
    connect(question, &Question::confirmed, this, [this, wanted] { store(wanted); });
    question->open();
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
    QDialog::reject();
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

void SettingsDialog::showEvent(QShowEvent *event)
{
    // Not earlier: only now the labels have the fonts that they are shown in.
    const QSize room = screen()->availableGeometry().size() * 9 / 10;
    const int width =
        std::clamp(m_ui->connectionPage->minimumSizeHint().width() + 16, SettingsDialogWidth, room.width());
    const int page =
        std::max(m_ui->connectionPage->heightForWidth(width), m_ui->connectionPage->sizeHint().height());
    const int rest = sizeHint().height() - m_ui->connectionScroll->sizeHint().height();
    resize(width, std::min(page + rest, room.height()));
    QDialog::showEvent(event);
}

} // namespace widgets

#include "moc_settingsdialog.cpp"
