#include "widgets/help/aboutdialog.h"

#include "ui_aboutdialog.h"

#include "presentation/words/plaintext.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QIcon>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

QString aboutTitle()
{
    return AboutDialog::tr("Tallylight %1", "a version").arg(QCoreApplication::applicationVersion());
}

QString aboutProgram()
{
    return AboutDialog::tr(
        "The recording light on a contact-centre desktop: it shows whether a call is being recorded.");
}

QString aboutLicence()
{
    return AboutDialog::tr("Free software under the Apache License 2.0, without warranty of any kind.");
}

QLabel *cell(const QString &text)
{
    auto *label = new QLabel(presentation::plainText(text));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

AboutDialog::AboutDialog(const QList<ProgramPart> &parts, QWidget *parent)
    : Dialog(QSize(480, 420), parent)
{
    Ui::AboutDialog ui;
    ui.setupUi(this);
    constexpr int Icon = 48;
    ui.icon->setPixmap(QGuiApplication::windowIcon().pixmap(QSize(Icon, Icon), devicePixelRatioF()));
    ui.title->setText(aboutTitle());
    ui.what->setText(aboutProgram());
    ui.licence->setText(aboutLicence());
    int row = 0;
    for (const ProgramPart &part : parts) {
        ui.parts->addWidget(cell(part.name), row, 0, Qt::AlignTop);
        ui.parts->addWidget(cell(part.version), row, 1, Qt::AlignTop);
        ui.parts->addWidget(cell(part.licence), row, 2, Qt::AlignTop);
        ++row;
    }
    setAccessibleDescription(text(parts));
    connect(ui.copy, &QPushButton::clicked, this, [this, parts, copied = ui.copied] {
        QGuiApplication::clipboard()->setText(text(parts));
        copied->setText(tr("Copied."));
    });
    connect(ui.close, &QPushButton::clicked, this, &AboutDialog::accept);
    ui.close->setFocus();
}

QString AboutDialog::text(const QList<ProgramPart> &parts)
{
    QStringList lines{aboutTitle(), aboutProgram(), aboutLicence(), {}};
    for (const ProgramPart &part : parts)
        lines += part.version.isEmpty() ? u"%1 · %2"_s.arg(part.name, part.licence)
                                        : u"%1 %2 · %3"_s.arg(part.name, part.version, part.licence);
    return lines.join(u'\n');
}

} // namespace widgets

#include "moc_aboutdialog.cpp"
