#include "widgets/settings/connectionpage.h"

#include "ui_connectionpage.h"

#include "model/settings/profile.h"
#include "widgets/setup/fieldrows.h"

namespace widgets {

ConnectionPage::ConnectionPage(QWidget *parent)
    : SettingsPage(parent)
    , m_ui(std::make_unique<Ui::ConnectionPage>())
{
    m_ui->setupUi(&content());
    setFocusProxy(m_ui->servers);
    addPart(m_ui->servers->rows());
    m_ui->test->hide();
    m_ui->testNote->hide();
    connect(m_ui->test, &QPushButton::clicked, this, &ConnectionPage::testOrCancel);
    connect(m_ui->results, &TestResults::changed, this, &ConnectionPage::refreshTest);
    connect(m_ui->results, &TestResults::passwordEntered, this, &ConnectionPage::testOrCancel);
    connect(this, &SettingsPage::changed, m_ui->results, &TestResults::setStale);
}

ConnectionPage::~ConnectionPage() = default;

void ConnectionPage::offerTest(const ConnectionTrials &trials, const presentation::Theme &theme,
                               const std::function<core::Result<model::Preferences>()> &wanted)
{
    m_wanted = wanted;
    m_ui->results->offer(trials, theme);
    m_ui->test->setVisible(bool(trials));
    m_ui->testNote->setVisible(bool(trials));
}

void ConnectionPage::testOrCancel()
{
    if (m_ui->results->isUnderWay())
        return m_ui->results->cancel();
    if (!check())
        return;
    if (const auto preferences = m_wanted())
        m_ui->results->start(*preferences);
}

void ConnectionPage::refreshTest()
{
    m_ui->test->setText(m_ui->results->isUnderWay() ? tr("Cancel &test") : tr("&Test"));
}

void ConnectionPage::show(const model::Profile &profile, const model::Preferences &shown)
{
    m_ui->servers->showPreferences(profile, shown);
}

core::Result<model::Preferences> ConnectionPage::applied(const model::Preferences &preferences) const
{
    return m_ui->servers->applied(preferences);
}

} // namespace widgets

#include "moc_connectionpage.cpp"
