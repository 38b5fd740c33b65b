#include "widgets/setup/personfields.h"

#include "ui_personfields.h"

#include "model/settings/edit/typedsettings.h"
#include "model/settings/profile.h"
#include "presentation/settings/settingstext.h"
#include "widgets/setup/fieldgrid.h"
#include "widgets/setup/fieldrows.h"

using namespace Qt::StringLiterals;
using model::Role;
using model::TypedSettings;

namespace widgets {

namespace {

const QString PersonDns = u"agent/dns"_s;
const QString PersonAgentId = u"agent/id"_s;
const QString PersonQueue = u"agent/queue"_s;

} // namespace

PersonFields::PersonFields(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::PersonFields>())
    , m_rows(new FieldRows(*this))
{
    m_ui->setupUi(this);
    new FieldGrid(*m_ui->fields, *this);
    Ui::PersonFields &ui = *m_ui;
    setFocusProxy(ui.dn);
    m_rows->add(
        {.key = PersonDns, .fields = {ui.dn}, .note = ui.dnNote, .flaw = [this] { return flaw(PersonDns); }});
    m_rows->add({.key = PersonAgentId, .fields = {ui.agentId}, .note = ui.agentNote, .flaw = [this] {
                     return flaw(PersonAgentId);
                 }});
    m_rows->add({.key = PersonQueue, .fields = {ui.queue}, .note = ui.queueNote, .flaw = [this] {
                     return flaw(PersonQueue);
                 }});
    m_rows->add({.key = u"agent/role"_s,
                 .fields = {ui.agent, ui.supervisor},
                 .note = ui.roleNote,
                 .label = ui.roleLabel});
    for (QPushButton *choice : {ui.agent, ui.supervisor})
        choice->setAccessibleDescription(ui.roleLabel->text());
}

PersonFields::~PersonFields() = default;

void PersonFields::showPreferences(const model::Profile &profile, const model::Preferences &shown)
{
    m_shown = shown;
    m_ui->dn->setText(TypedSettings::shown(m_shown, PersonDns));
    m_ui->agentId->setText(m_shown.agentId);
    m_ui->queue->setText(m_shown.queue);
    setRole(m_shown.role);
    m_rows->follow(profile);
}

Role PersonFields::role() const
{
    return m_ui->supervisor->isChecked() ? Role::Supervisor : Role::Agent;
}

void PersonFields::setRole(Role role)
{
    m_ui->agent->setChecked(role == Role::Agent);
    m_ui->supervisor->setChecked(role == Role::Supervisor);
}

TypedSettings PersonFields::typed(const model::Preferences &before) const
{
    TypedSettings typed(before);
    typed.type(PersonDns, m_ui->dn->text());
    typed.type(PersonAgentId, m_ui->agentId->text());
    typed.type(PersonQueue, m_ui->queue->text());
    return typed;
}

QString PersonFields::flaw(const QString &key) const
{
    if (key == PersonDns && m_isRequired && m_ui->dn->text().trimmed().isEmpty())
        return tr("Give your DN, the number of your telephone.");
    return presentation::typedFlawText(typed(m_shown), key);
}

core::Result<model::Preferences> PersonFields::applied(const model::Preferences &preferences) const
{
    auto result = typed(preferences).applied();
    if (result)
        result->role = role();
    return result;
}

} // namespace widgets

#include "moc_personfields.cpp"
