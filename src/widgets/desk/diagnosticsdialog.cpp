#include "widgets/desk/diagnosticsdialog.h"

#include "ui_diagnosticsdialog.h"

#include "core/background.h"
#include "presentation/look/theme.h"
#include "presentation/words/plaintext.h"
#include "widgets/dialogs/filedialog.h"

#include <QAccessible>
#include <QLocale>

namespace widgets {

DiagnosticsDialog::DiagnosticsDialog(const QList<BundlePart> &parts, const QString &path, Save save,
                                     QWidget *parent)
    : Dialog(QSize(640, 440), parent)
    , m_ui(std::make_unique<Ui::DiagnosticsDialog>())
    , m_path(path)
    , m_save(std::move(save))
{
    m_ui->setupUi(this);
    for (const BundlePart &part : parts) {
        auto *item =
            new QTreeWidgetItem({presentation::plainText(part.name), presentation::plainText(part.what),
                                 QLocale().formattedDataSize(part.size)});
        item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        m_ui->parts->addTopLevelItem(item);
    }
    for (int column = 0; column < m_ui->parts->columnCount(); ++column) {
        m_ui->parts->resizeColumnToContents(column);
        m_ui->parts->setColumnWidth(column,
                                    m_ui->parts->columnWidth(column) + 4 * presentation::measure::Step);
    }
    m_ui->outcome->hide();
    connect(m_ui->save, &QPushButton::clicked, this, &DiagnosticsDialog::askWhere);
    connect(m_ui->close, &QPushButton::clicked, this, &DiagnosticsDialog::reject);
    m_ui->save->setFocus();
}

DiagnosticsDialog::~DiagnosticsDialog() = default;

void DiagnosticsDialog::askWhere()
{
    saveFile(*this, m_ui->title->text(), m_path, tr("ZIP archive (*.zip)"), QStringLiteral("zip"),
             [this](const QString &path, const QString &) { saveTo(path); });
}

void DiagnosticsDialog::saveTo(const QString &path)
{
    m_ui->save->setEnabled(false);
    tell(tr("Saving…"));
    core::inBackground(
        this, [save = m_save, path] { return save(path); },
        [this, path](const core::Result<core::Done> &saved) { onSaved(path, saved); });
}

void DiagnosticsDialog::onSaved(const QString &path, const core::Result<core::Done> &saved)
{
    m_ui->save->setEnabled(true);
    tell(presentation::plainSentence(saved ? tr("Saved as %1").arg(path) : saved.error().text, 1000));
    if (!saved)
        return m_ui->save->setFocus();
    m_ui->save->setDefault(false);
    m_ui->close->setDefault(true);
    m_ui->close->setFocus();
}

void DiagnosticsDialog::tell(const QString &outcome)
{
    m_ui->outcome->setText(outcome);
    m_ui->outcome->show();
    setAccessibleDescription(outcome);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace widgets

#include "moc_diagnosticsdialog.cpp"
