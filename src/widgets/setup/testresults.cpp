#include "widgets/setup/testresults.h"

#include "ui_testresults.h"

#include "model/link/passwordstore.h"
#include "presentation/look/theme.h"
#include "presentation/settings/testtext.h"
#include "presentation/words/plaintext.h"
#include "widgets/parts/shapes.h"
#include "widgets/parts/styleproperty.h"

#include <QAccessible>

using model::TestVerdict;
using presentation::Shape;

namespace widgets {

namespace {

Shape shapeOf(TestVerdict verdict)
{
    switch (verdict) {
    case TestVerdict::Good: return Shape::Tick;
    case TestVerdict::Caution: return Shape::Tick;
    case TestVerdict::Bad: return Shape::Cross;
    case TestVerdict::Waiting:
    case TestVerdict::UnderWay: return Shape::Hourglass;
    case TestVerdict::NotReached: return Shape::Dots;
    }
    Q_UNREACHABLE();
}

QColor colourOf(TestVerdict verdict, const presentation::Tones &tones)
{
    switch (verdict) {
    case TestVerdict::Good: return tones.good;
    case TestVerdict::Caution: return tones.paused.mark;
    case TestVerdict::Bad: return tones.trouble;
    case TestVerdict::UnderWay: return tones.accent;
    case TestVerdict::Waiting:
    case TestVerdict::NotReached: return tones.quiet;
    }
    Q_UNREACHABLE();
}

} // namespace

TestResults::TestResults(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::TestResults>())
{
    m_ui->setupUi(this);
    m_ui->summary->hide();
    m_ui->passwordBox->hide();
    connect(m_ui->password, &QLineEdit::returnPressed, this, &TestResults::passwordEntered);
}

/// What was typed is not left behind in the field.
TestResults::~TestResults()
{
    m_ui->password->clear();
}

void TestResults::offer(const ConnectionTrials &trials, const presentation::Theme &theme)
{
    m_trials = trials;
    m_theme = &theme;
    connect(&theme, &presentation::Theme::changed, this, &TestResults::showSteps);
}

void TestResults::start(const model::Preferences &preferences)
{
    auto plan = m_trials.planFor(preferences);
    if (!plan)
        return showSummary(presentation::plainSentence(plan.error().text), "bad");
    if (!m_test) {
        m_test = m_trials.make();
        connect(m_test.get(), &model::ConnectionTest::changed, this, &TestResults::refresh);
        connect(m_test.get(), &model::ConnectionTest::finished, this, &TestResults::finish);
    }
    if (!m_ui->password->text().isEmpty()) {
        for (tlib::Endpoint &server : plan->servers)
            server.password = m_ui->password->text();
    }
    m_test->start(*plan);
    for (tlib::Endpoint &server : plan->servers)
        model::wipe(server.password);
    Q_EMIT changed();
}

void TestResults::cancel()
{
    if (m_test)
        m_test->cancel();
}

void TestResults::refresh()
{
    const QString summary = presentation::testSummary(m_test->results(), m_test->isUnderWay());
    if (m_test->isUnderWay())
        showSummary(summary, "working");
    showSteps();
}

/// Asks for a password in place, once it is known that one is wanted.
void TestResults::finish()
{
    showSummary(presentation::testSummary(m_test->results(), false), m_test->hasPassed() ? "good" : "bad");
    showSteps();
    QAccessibleEvent alert(m_ui->summary, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    if (m_test->passwordWantedBy()) {
        m_ui->passwordBox->show();
        m_ui->password->selectAll();
        m_ui->password->setFocus(Qt::OtherFocusReason);
    }
    Q_EMIT changed();
}

void TestResults::setStale()
{
    if (isUnderWay())
        cancel();
    if (!m_ui->summary->isHidden() && m_test)
        showSummary(tr("Something was changed since the test: test again."), "working");
}

void TestResults::showSummary(const QString &text, const char *kind)
{
    m_ui->summary->setText(text);
    m_ui->summary->setAccessibleName(text);
    setStyleProperty(*m_ui->summary, "result", QByteArray(kind));
    m_ui->summary->show();
}

void TestResults::showSteps()
{
    if (!m_test)
        return;
    const QList<model::TestResult> &results = m_test->results();
    while (m_steps.size() < results.size()) {
        const Step step{new QLabel(this), new QLabel(this), new QLabel(this)};
        const int row = int(m_steps.size());
        step.text->setWordWrap(true);
        for (QLabel *label : {step.name, step.text}) {
            label->setTextFormat(Qt::PlainText);
            label->setProperty("kind", QByteArray("note"));
        }
        m_ui->steps->addWidget(step.shape, row, 0, Qt::AlignTop);
        m_ui->steps->addWidget(step.name, row, 1, Qt::AlignTop);
        m_ui->steps->addWidget(step.text, row, 2);
        m_steps.append(step);
    }
    for (qsizetype row = 0; row < m_steps.size(); ++row) {
        const bool isUsed = row < results.size();
        for (QLabel *label : {m_steps[row].shape, m_steps[row].name, m_steps[row].text})
            label->setVisible(isUsed);
        if (isUsed)
            showStep(m_steps[row], results[row]);
    }
}

void TestResults::showStep(const Step &step, const model::TestResult &result)
{
    const QColor colour = colourOf(result.verdict, m_theme->tones());
    step.shape->setPixmap(
        shapeIcon(shapeOf(result.verdict), colour, colour).pixmap(QSize(16, 16), devicePixelRatioF()));
    step.shape->setAccessibleName(presentation::testVerdictText(result.verdict));
    step.name->setText(presentation::testStepText(result));
    step.text->setText(presentation::testFindingText(result));
}

QWidget *TestResults::summary() const
{
    return m_ui->summary;
}

QString TestResults::password() const
{
    return m_ui->password->text();
}

bool TestResults::keepsPassword() const
{
    return m_ui->keep->isChecked() && !m_ui->password->text().isEmpty();
}

} // namespace widgets

#include "moc_testresults.cpp"
