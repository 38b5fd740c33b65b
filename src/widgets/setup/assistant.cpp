#include "widgets/setup/assistant.h"

#include "ui_assistant.h"

#include "model/desk.h"
#include "model/settings/profile.h"
#include "presentation/words/plaintext.h"
#include "widgets/parts/question.h"
#include "widgets/parts/styleproperty.h"
#include "widgets/setup/fieldgrid.h"
#include "widgets/setup/fieldrows.h"
#include "widgets/setup/reconnectquestion.h"

#include <QAccessible>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace widgets {

Assistant::Assistant(model::Desk &desk, model::Profile &profile, const QStringList &languages,
                     const ConnectionTrials &trials, const presentation::Theme &theme, QWidget *parent)
    : Dialog(QSize(460, 700), parent) // with room for what a test finds
    , m_ui(std::make_unique<Ui::Assistant>())
    , m_desk(desk)
    , m_profile(profile)
    , m_trials(trials)
{
    m_ui->setupUi(this);
    layout()->setSizeConstraint(QLayout::SetNoConstraint); // it may be narrower than its buttons in a row
    new FieldGrid(*m_ui->languageRow, *m_ui->body);
    m_ui->servers->setRequired();
    m_ui->person->setRequired();
    m_ui->servers->showPreferences(profile, profile.chosen());
    m_ui->person->showPreferences(profile, profile.chosen());
    m_ui->language->offer(languages, profile.chosen().language);
    m_ui->language->setEnabled(!profile.isFixed(u"look/language"_s));
    m_ui->results->offer(trials, theme);
    m_ui->test->setVisible(bool(trials));
    setScroll(*m_ui->scroll);
    hideTrouble();
    showBanner();
    connect(&m_ui->servers->rows(), &FieldRows::changed, this, &Assistant::onChanged);
    connect(&m_ui->person->rows(), &FieldRows::changed, this, &Assistant::onChanged);
    connect(m_ui->results, &TestResults::changed, this, &Assistant::refresh);
    connect(m_ui->results, &TestResults::passwordEntered, this, &Assistant::testOrCancel);
    connect(m_ui->language, &QComboBox::activated, this,
            [this] { Q_EMIT languageChosen(m_ui->language->language()); });
    connect(m_ui->practise, &QPushButton::clicked, this, &Assistant::practiceRequested);
    connect(m_ui->test, &QPushButton::clicked, this, &Assistant::testOrCancel);
    connect(m_ui->start, &QPushButton::clicked, this,
            [this] { begin([this](const model::Preferences &wanted) { store(wanted); }); });
    connect(m_ui->unsaved, &QPushButton::clicked, this,
            [this] { begin([this](const model::Preferences &wanted) { startUnsaved(wanted); }); });
    m_untouched = entries();
    (m_ui->servers->rows().isAllFixed() ? static_cast<QWidget *>(m_ui->person) : m_ui->servers)->setFocus();
    refresh();
}

/// The focus leaves its field as long as all that hears of it is whole.
Assistant::~Assistant()
{
    hide();
}

void Assistant::showBanner()
{
    m_ui->banner->setText(bannerOf({&m_ui->servers->rows(), &m_ui->person->rows()}));
    m_ui->banner->setVisible(!m_ui->banner->text().isEmpty());
    setAccessibleDescription(m_ui->banner->text());
}

core::Result<model::Preferences> Assistant::wanted() const
{
    const auto servers = m_ui->servers->applied(m_profile.chosen());
    if (!servers)
        return servers;
    auto all = m_ui->person->applied(*servers);
    if (all)
        all->language = m_ui->language->language();
    return all;
}

bool Assistant::check()
{
    // Both, so that all is said; the focus goes to what is wrong first.
    const bool isPersonRight = m_ui->person->rows().check();
    return m_ui->servers->rows().check() && isPersonRight;
}

void Assistant::testOrCancel()
{
    if (m_ui->results->isUnderWay())
        return m_ui->results->cancel();
    hideTrouble();
    if (!check())
        return;
    const auto preferences = wanted();
    if (!preferences)
        return showTrouble(preferences.error().text);
    m_ui->results->start(*preferences);
}

void Assistant::begin(const std::function<void(const model::Preferences &)> &with)
{
    hideTrouble();
    if (!check())
        return;
    const auto preferences = wanted();
    if (!preferences)
        return showTrouble(preferences.error().text);
    // What a start would refuse is not saved.
    if (const auto plan = m_trials ? m_trials.planFor(*preferences) : model::TestPlan(); !plan)
        return showTrouble(plan.error().text);
    m_ui->results->cancel();
    askBeforeReconnecting(m_desk, *this, [with, wanted = *preferences] { with(wanted); });
}

void Assistant::startUnsaved(const model::Preferences &wanted)
{
    Q_EMIT startUnsavedRequested(wanted, m_ui->results->password(), m_ui->results->keepsPassword());
}

void Assistant::store(const model::Preferences &wanted)
{
    m_isSaving = true;
    m_profile.change(wanted, this, [this](const model::Profile::Outcome &saved) {
        m_isSaving = false;
        refresh();
        if (!saved) {
            m_ui->unsaved->setVisible(saved.error().kind == core::ErrorKind::Io);
            return showTrouble(saved.error().text);
        }
        Q_EMIT startRequested(m_ui->results->password(), m_ui->results->keepsPassword());
    });
    refresh();
}

void Assistant::refresh()
{
    const bool isUnderWay = m_ui->results->isUnderWay();
    m_ui->test->setText(isUnderWay ? tr("Cancel &test") : tr("&Test"));
    m_ui->start->setEnabled(!m_isSaving);
    showResults();
    m_ui->body->setEnabled(!m_isSaving);
}

/// Not earlier than it has its place.
void Assistant::showResults()
{
    if (m_ui->results->summary()->isHidden())
        return; // the fields are read from the top
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_ui->body->layout()->activate();
            m_ui->scroll->ensureWidgetVisible(m_ui->results->summary(), 0, 12);
        },
        Qt::QueuedConnection);
}

void Assistant::onChanged()
{
    m_ui->results->setStale();
}

void Assistant::hideTrouble()
{
    m_ui->trouble->hide();
    m_ui->unsaved->hide();
}

void Assistant::showTrouble(const QString &sentence)
{
    m_ui->trouble->setText(
        tr("The settings were not saved. %1", "reason").arg(presentation::plainSentence(sentence)));
    m_ui->trouble->show();
    QAccessibleEvent alert(m_ui->trouble, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

Assistant::Entries Assistant::entries() const
{
    Entries entries;
    const auto edits = m_ui->body->findChildren<QLineEdit *>();
    for (const QLineEdit *edit : edits) {
        if (edit->echoMode() == QLineEdit::Normal)
            entries.insert(edit->objectName(), edit->text());
    }
    const auto boxes = m_ui->body->findChildren<QComboBox *>();
    for (const QComboBox *box : boxes)
        entries.insert(box->objectName(), QString::number(box->currentIndex()));
    entries.insert(u"role"_s, QString::number(int(m_ui->person->role())));
    return entries;
}

void Assistant::enter(const Entries &entries)
{
    const auto edits = m_ui->body->findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits) {
        if (entries.contains(edit->objectName()))
            edit->setText(entries.value(edit->objectName()));
    }
    const auto boxes = m_ui->body->findChildren<QComboBox *>();
    for (QComboBox *box : boxes)
        box->setCurrentIndex(entries.value(box->objectName()).toInt());
    m_ui->person->setRole(model::Role(entries.value(u"role"_s).toInt()));
}

/// Another language alone is nothing to be lost.
bool Assistant::isTouched() const
{
    Entries now = entries();
    now.insert(m_ui->language->objectName(), m_untouched.value(m_ui->language->objectName()));
    return now != m_untouched;
}

void Assistant::askToDiscard()
{
    auto *question = new Question({.title = tr("Discard what you have entered?"),
                                   .text = tr("Nothing of it has been saved."),
                                   .yes = tr("Discard"),
                                   .no = tr("Go back")},
                                  this);
    connect(question, &Question::confirmed, this, [this] {
        m_ui->results->cancel();
        Dialog::reject();
    });
    question->open();
}

/// What is being saved goes on.
void Assistant::reject()
{
    if (isTouched() && !m_isSaving)
        return askToDiscard();
    m_ui->results->cancel();
    Dialog::reject();
}

void Assistant::showEvent(QShowEvent *event)
{
    setMinimumSize(300, 240);
    Dialog::showEvent(event);
}

/// Practice stands beside the buttons where there is room for it, else above them.
void Assistant::resizeEvent(QResizeEvent *event)
{
    const QMargins margins = m_ui->footerColumn->contentsMargins();
    int needed = margins.left() + margins.right() + 3 * m_ui->row->spacing();
    for (const QPushButton *button : {m_ui->practise, m_ui->test, m_ui->start})
        needed += button->sizeHint().width();
    m_ui->row->removeWidget(m_ui->practise);
    m_ui->footerColumn->removeWidget(m_ui->practise);
    if (width() < needed)
        m_ui->footerColumn->insertWidget(1, m_ui->practise, 0, Qt::AlignLeft);
    else
        m_ui->row->insertWidget(0, m_ui->practise);
    Dialog::resizeEvent(event);
}

} // namespace widgets

#include "moc_assistant.cpp"
