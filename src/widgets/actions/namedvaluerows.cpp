#include "widgets/actions/namedvaluerows.h"

#include "widgets/parts/shapes.h"
#include "widgets/parts/styleproperty.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace widgets {

namespace {

QPushButton *button(const char *kind, QWidget *parent)
{
    auto *made = new QPushButton(parent);
    made->setProperty("kind", QByteArray(kind));
    made->setAutoDefault(false);
    return made;
}

} // namespace

NamedValueRows::NamedValueRows(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_add(button("link", this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(presentation::measure::Step);
    m_add->setObjectName(QStringLiteral("add"));
    m_column->addWidget(m_add, 0, Qt::AlignLeading);
    connect(m_add, &QPushButton::clicked, this, &NamedValueRows::add);
}

NamedValueRows::~NamedValueRows() = default;

void NamedValueRows::setWords(const Words &words)
{
    m_words = words;
    m_add->setText(words.add);
    nameRows();
}

model::NamedValues NamedValueRows::values() const
{
    model::NamedValues given;
    for (const Row &row : m_rows) {
        const QString name = row.name->text().trimmed();
        if (!name.isEmpty() || !row.value->text().isEmpty())
            given.append({name, row.value->text()});
    }
    return given;
}

void NamedValueRows::showFlaw(bool isFlawed)
{
    const auto isMissingOrTwice = [this](const Row &row) {
        const QString name = row.name->text().trimmed();
        if (name.isEmpty())
            return !row.value->text().isEmpty();
        return std::count_if(m_rows.begin(), m_rows.end(),
                             [&](const Row &other) { return other.name->text().trimmed() == name; }) > 1;
    };
    for (const Row &row : m_rows)
        setStyleProperty(*row.name, "flawed", isFlawed && isMissingOrTwice(row));
}

void NamedValueRows::takeTones(const presentation::Tones &tones)
{
    m_tones = tones;
    for (const Row &row : m_rows)
        row.remove->setIcon(shapeIcon(presentation::Shape::Cross, tones.quiet, tones.disabledText));
}

void NamedValueRows::add()
{
    QWidget *const before = m_rows.isEmpty() ? m_add->previousInFocusChain() : m_rows.last().remove;
    auto *whole = new QWidget(this);
    const Row row{.whole = whole,
                  .name = new QLineEdit(whole),
                  .value = new QLineEdit(whole),
                  .remove = button("close", whole)};
    auto *line = new QHBoxLayout(whole);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2 * presentation::measure::Step);
    line->addWidget(row.name, 2);
    line->addWidget(row.value, 3);
    line->addWidget(row.remove);
    row.name->setPlaceholderText(tr("Name"));
    row.value->setPlaceholderText(tr("Value"));
    setTabOrder(before, row.name);
    setTabOrder(row.name, row.value);
    setTabOrder(row.value, row.remove);
    connect(row.name, &QLineEdit::textChanged, this, &NamedValueRows::changed);
    connect(row.value, &QLineEdit::textChanged, this, &NamedValueRows::changed);
    connect(row.remove, &QPushButton::clicked, this, [this, whole] { remove(whole); });
    m_rows.append(row);
    m_column->insertWidget(m_column->count() - 1, whole);
    takeTones(m_tones);
    nameRows();
    row.name->setFocus();
    Q_EMIT rowsChanged();
}

void NamedValueRows::remove(const QWidget *whole)
{
    const auto row =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &each) { return each.whole == whole; });
    const Row gone = *row;
    const auto next = m_rows.erase(row);
    (next == m_rows.end() ? static_cast<QWidget *>(m_add) : next->name)->setFocus();
    m_column->removeWidget(gone.whole);
    gone.whole->hide();
    gone.whole->deleteLater(); // its button is being clicked
    nameRows();
    Q_EMIT rowsChanged();
    Q_EMIT changed();
}

void NamedValueRows::nameRows()
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows.at(i);
        row.name->setAccessibleName(m_words.name.arg(i + 1));
        row.value->setAccessibleName(m_words.value.arg(i + 1));
        row.remove->setAccessibleName(m_words.remove.arg(i + 1));
        row.remove->setToolTip(m_words.remove.arg(i + 1));
    }
}

} // namespace widgets

#include "moc_namedvaluerows.cpp"
