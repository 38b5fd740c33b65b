#include "widgets/setup/fieldrows.h"

#include "model/settings/profile.h"
#include "presentation/settings/settingstext.h"
#include "widgets/parts/styleproperty.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace widgets {

FieldRows::FieldRows(QWidget &page)
    : QObject(&page)
    , m_page(page)
{
    connect(qApp, &QApplication::focusChanged, this, &FieldRows::leave);
}

void FieldRows::add(const Row &row)
{
    m_rows.append(row);
    for (QWidget *widget : row.fields) {
        if (auto *edit = qobject_cast<QLineEdit *>(widget))
            connect(edit, &QLineEdit::textChanged, this, &FieldRows::refresh);
        else if (auto *box = qobject_cast<QComboBox *>(widget))
            connect(box, &QComboBox::currentIndexChanged, this, &FieldRows::refresh);
        else if (auto *button = qobject_cast<QAbstractButton *>(widget); button && button->isCheckable())
            connect(button, &QAbstractButton::toggled, this, &FieldRows::refresh);
    }
}

void FieldRows::follow(const model::Profile &profile)
{
    m_profile = &profile;
    for (const Row &row : std::as_const(m_rows)) {
        for (QWidget *widget : row.fields)
            widget->setEnabled(!isFixed(row));
    }
    refresh();
}

/// From the host to its port is no leaving, and neither is to another window.
void FieldRows::leave(QWidget *from, const QWidget *to)
{
    for (const Row &row : std::as_const(m_rows)) {
        const bool isLeft = to && row.fields.contains(from) && !row.fields.contains(to);
        if (!isLeft || m_left.contains(row.note))
            continue;
        m_left.insert(row.note);
        refresh();
    }
}

bool FieldRows::check()
{
    QWidget *first = nullptr;
    for (const Row &row : std::as_const(m_rows)) {
        m_left.insert(row.note);
        if (!first && !flawOf(row).isEmpty())
            first = row.culprit ? row.culprit() : row.fields.first();
    }
    refresh();
    if (first)
        first->setFocus(Qt::OtherFocusReason);
    return !first;
}

void FieldRows::refresh()
{
    for (const Row &row : std::as_const(m_rows))
        refreshRow(row);
    Q_EMIT changed();
}

bool FieldRows::isFixed(const Row &row) const
{
    return m_profile && m_profile->isFixed(row.key);
}

/// What cannot be changed here is nobody's mistake here.
QString FieldRows::flawOf(const Row &row) const
{
    return row.flaw && !isFixed(row) ? row.flaw() : QString();
}

void FieldRows::refreshRow(const Row &row)
{
    const QString flaw = m_left.contains(row.note) ? flawOf(row) : QString();
    const bool isFlawed = !flaw.isEmpty();
    const auto source = m_profile ? m_profile->sourceOf(row.key) : model::SettingSource::Settings;
    const QString remark = row.remark ? row.remark() : QString();
    const QString text = isFlawed            ? flaw
                         : !remark.isEmpty() ? remark
                                             : presentation::settingSourceText(source);
    row.note->setText(text);
    // What is fixed the banner says of all, and each field to those who hear it.
    row.note->setVisible(!text.isEmpty() && !isFixed(row) && row.fields.first()->isVisibleTo(&m_page));
    setStyleProperty(*row.note, "kind", QByteArray(isFlawed ? "flaw" : "quiet"));
    const QWidget *culprit = row.culprit ? row.culprit() : row.fields.value(0);
    for (QWidget *widget : row.fields) {
        widget->setAccessibleDescription(text);
        if (qobject_cast<QLineEdit *>(widget))
            setStyleProperty(*widget, "flawed", isFlawed && widget == culprit);
    }
}

QString FieldRows::nameOf(const Row &row) const
{
    const auto labels = m_page.findChildren<QLabel *>();
    const auto label = std::find_if(labels.begin(), labels.end(), [&](const QLabel *each) {
        return each->buddy() && row.fields.contains(each->buddy());
    });
    const QLabel *found = row.label ? row.label : label == labels.end() ? nullptr : *label;
    return found ? found->text().remove(u'&') : row.fields.first()->accessibleName();
}

QStringList FieldRows::fixedBy(model::SettingSource source) const
{
    QStringList names;
    for (const Row &row : m_rows) {
        if (isFixed(row) && m_profile->sourceOf(row.key) == source)
            names.append(nameOf(row));
    }
    names.removeDuplicates();
    return names;
}

QString bannerOf(const QList<FieldRows *> &parts)
{
    QStringList lines;
    for (const auto source : {model::SettingSource::Policy, model::SettingSource::Practice}) {
        QStringList names;
        for (const FieldRows *part : parts)
            names += part->fixedBy(source);
        if (!names.isEmpty())
            lines += presentation::fixedSettingsText(source, names);
    }
    return lines.join(u'\n');
}

bool FieldRows::isAllFixed() const
{
    return std::all_of(m_rows.begin(), m_rows.end(), [this](const Row &row) { return isFixed(row); });
}

} // namespace widgets

#include "moc_fieldrows.cpp"
