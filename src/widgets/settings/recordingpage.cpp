#include "widgets/settings/recordingpage.h"

#include "ui_recordingpage.h"

#include "widgets/setup/fieldgrid.h"
#include "widgets/setup/fieldrows.h"

using namespace Qt::StringLiterals;
using model::AtTransfer;

namespace widgets {

RecordingPage::RecordingPage(QWidget *parent)
    : SettingsPage(parent)
    , m_ui(std::make_unique<Ui::RecordingPage>())
{
    m_ui->setupUi(&content());
    new FieldGrid(*m_ui->fields, content());
    Ui::RecordingPage &ui = *m_ui;
    setFocusProxy(ui.stateKey);
    addText(u"recording/stateKey"_s, *ui.stateKey, *ui.stateKeyNote);
    addText(u"recording/fileKey"_s, *ui.fileKey, *ui.fileKeyNote);
    addText(u"recording/onWord"_s, *ui.onWord, *ui.onWordNote);
    addText(u"recording/pausedWord"_s, *ui.pausedWord, *ui.pausedWordNote);
    addText(u"recording/offWord"_s, *ui.offWord, *ui.offWordNote);
    addText(u"recording/startService"_s, *ui.startService, *ui.startServiceNote);
    addText(u"recording/pauseService"_s, *ui.pauseService, *ui.pauseServiceNote);
    addText(u"recording/resumeService"_s, *ui.resumeService, *ui.resumeServiceNote);
    addText(u"recording/stopService"_s, *ui.stopService, *ui.stopServiceNote);
    addText(u"pauseGuard/limit"_s, *ui.pauseLimit, *ui.pauseLimitNote);
    addText(u"pauseGuard/limits"_s, *ui.pauseLimits, *ui.pauseLimitsNote);
    addText(u"requests/timeout"_s, *ui.requestTimeout, *ui.requestTimeoutNote);
    rows().add({.key = u"recording/atTransfer"_s, .fields = {ui.atTransfer}, .note = ui.atTransferNote});
}

RecordingPage::~RecordingPage() = default;

void RecordingPage::show(const model::Profile &, const model::Preferences &shown)
{
    m_ui->atTransfer->setCurrentIndex(shown.atTransfer == AtTransfer::Ends ? 0 : 1);
}

core::Result<model::Preferences> RecordingPage::applied(const model::Preferences &preferences) const
{
    auto all = SettingsPage::applied(preferences);
    if (all)
        all->atTransfer = m_ui->atTransfer->currentIndex() == 0 ? AtTransfer::Ends : AtTransfer::Continues;
    return all;
}

} // namespace widgets

#include "moc_recordingpage.cpp"
