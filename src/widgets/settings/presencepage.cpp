#include "widgets/settings/presencepage.h"

#include "ui_presencepage.h"

#include "widgets/setup/fieldgrid.h"
#include "widgets/setup/fieldrows.h"

#include <QAbstractButton>

using namespace Qt::StringLiterals;
using model::ClosingMeans;
using model::OpensAs;

namespace widgets {

PresencePage::PresencePage(const HotkeyNews &system, QWidget *parent)
    : SettingsPage(parent)
    , m_ui(std::make_unique<Ui::PresencePage>())
{
    m_ui->setupUi(&content());
    Ui::PresencePage &ui = *m_ui;
    new FieldGrid(*ui.fields, content());
    rows().add({.key = u"window/opensAs"_s,
                .fields = {ui.opensWindow, ui.opensBar, ui.opensTray},
                .note = ui.opensNote,
                .remark =
                    [&ui] {
                        return ui.opensTray->isChecked() && !ui.tray->isChecked()
                                   ? tr("The tray shows no light: the window opens.")
                                   : QString();
                    },
                .label = ui.opensLabel});
    rows().add({.key = u"window/closingMeans"_s,
                .fields = {ui.closingQuits, ui.closingHides},
                .note = ui.closingNote,
                .remark =
                    [&ui] {
                        return ui.closingHides->isChecked() && !ui.tray->isChecked()
                                   ? tr("The tray shows no light: closing the window ends Tallylight.")
                                   : QString();
                    },
                .label = ui.closingLabel});
    rows().add({.key = u"tray/shown"_s, .fields = {ui.tray}, .note = ui.trayNote, .label = ui.trayLabel});
    rows().add({.key = u"notifications/ringing"_s,
                .fields = {ui.ringing},
                .note = ui.ringingNote,
                .remark = system.noNotifications,
                .label = ui.tellingLabel});
    rows().add({.key = u"notifications/refusals"_s,
                .fields = {ui.refusals},
                .note = ui.refusalsNote,
                .label = ui.tellingLabel});
    rows().add({.key = u"notifications/doubt"_s,
                .fields = {ui.doubt},
                .note = ui.doubtNote,
                .label = ui.tellingLabel});
    rows().add({.key = u"notifications/pauseGuard"_s,
                .fields = {ui.pauseGuard},
                .note = ui.pauseGuardNote,
                .label = ui.tellingLabel});
    rows().add({.key = u"notifications/parties"_s,
                .fields = {ui.parties},
                .note = ui.partiesNote,
                .label = ui.tellingLabel});
    rows().add(
        {.key = u"keys/speaks"_s, .fields = {ui.speaks}, .note = ui.speaksNote, .label = ui.voiceLabel});
    for (const QAbstractButton *const each :
         {static_cast<QAbstractButton *>(ui.opensTray), static_cast<QAbstractButton *>(ui.closingHides),
          static_cast<QAbstractButton *>(ui.tray)})
        connect(each, &QAbstractButton::toggled, &rows(), &FieldRows::refresh);
}

PresencePage::~PresencePage() = default;

void PresencePage::show(const model::Profile &, const model::Preferences &shown)
{
    m_ui->opensWindow->setChecked(shown.opensAs == OpensAs::Window);
    m_ui->opensBar->setChecked(shown.opensAs == OpensAs::Bar);
    m_ui->opensTray->setChecked(shown.opensAs == OpensAs::Tray);
    m_ui->closingQuits->setChecked(shown.closingMeans == ClosingMeans::Quit);
    m_ui->closingHides->setChecked(shown.closingMeans == ClosingMeans::Tray);
    m_ui->tray->setChecked(shown.showsTray);
    m_ui->ringing->setChecked(shown.telling.ringing);
    m_ui->refusals->setChecked(shown.telling.refusals);
    m_ui->doubt->setChecked(shown.telling.doubt);
    m_ui->pauseGuard->setChecked(shown.telling.pauseGuard);
    m_ui->parties->setChecked(shown.telling.parties);
    m_ui->speaks->setChecked(shown.speaks);
}

core::Result<model::Preferences> PresencePage::applied(const model::Preferences &preferences) const
{
    model::Preferences all = preferences;
    all.opensAs = m_ui->opensBar->isChecked()    ? OpensAs::Bar
                  : m_ui->opensTray->isChecked() ? OpensAs::Tray
                                                 : OpensAs::Window;
    all.closingMeans = m_ui->closingHides->isChecked() ? ClosingMeans::Tray : ClosingMeans::Quit;
    all.showsTray = m_ui->tray->isChecked();
    all.telling = {.ringing = m_ui->ringing->isChecked(),
                   .refusals = m_ui->refusals->isChecked(),
                   .doubt = m_ui->doubt->isChecked(),
                   .pauseGuard = m_ui->pauseGuard->isChecked(),
                   .parties = m_ui->parties->isChecked()};
    all.speaks = m_ui->speaks->isChecked();
    return all;
}

} // namespace widgets

#include "moc_presencepage.cpp"
