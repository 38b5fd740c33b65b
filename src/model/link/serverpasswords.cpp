#include "model/link/serverpasswords.h"

#include "core/logging.h"

namespace model {

ServerPasswords::ServerPasswords(ServerConnection &connection, PasswordStore &store, core::Clock &clock,
                                 core::Duration patience, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_store(store)
    , m_patience(patience)
    , m_patienceAlarm(clock.alarm([this] { onRead(PasswordStore::Outcome::NoKeychain, {}); }))
{
    connect(&connection, &ServerConnection::eventReceived, this, &ServerPasswords::onEvent);
    connect(&connection, &ServerConnection::stateChanged, this, &ServerPasswords::onState);
}

ServerPasswords::~ServerPasswords()
{
    forget();
}

void ServerPasswords::open(const tlib::Endpoint &primary, const QList<tlib::Endpoint> &backups)
{
    open(primary, backups, Given());
}

void ServerPasswords::open(const tlib::Endpoint &primary, const QList<tlib::Endpoint> &backups,
                           const Given &given)
{
    const QList<tlib::Endpoint> servers = QList{primary} + backups;
    const auto addressOf = [](const tlib::Endpoint &endpoint) { return endpoint.address(); };
    QStringList before, now;
    std::transform(m_servers.begin(), m_servers.end(), std::back_inserter(before), addressOf);
    std::transform(servers.begin(), servers.end(), std::back_inserter(now), addressOf);
    if (before != now)
        forget(); // what one server has taken is no other one's business
    m_servers = servers;
    m_asked.clear();
    setQuestion(std::nullopt);
    if (!given.password.isEmpty()) {
        m_known[primary.address()] = m_latest = {.password = given.password, .isSecure = primary.secure};
        m_toKeep = given.keep ? primary.address() : QString();
    }
    reopen();
}

void ServerPasswords::close()
{
    stopReading();
    forget();
    m_servers.clear();
    setQuestion(std::nullopt);
    m_connection.close();
}

void ServerPasswords::answer(const QString &password, bool keep)
{
    if (!m_question)
        return;
    const QString server = m_refusing.address();
    wipe(m_known[server].password);
    wipe(m_latest.password);
    m_known[server] = m_latest = {.password = password, .isSecure = m_refusing.secure};
    m_toKeep = keep ? server : QString();
    setQuestion(std::nullopt);
    reopen();
}

void ServerPasswords::postpone()
{
    if (m_question)
        Q_EMIT postponed(m_question->server);
}

void ServerPasswords::reopen()
{
    stopReading();
    QList<tlib::Endpoint> backups;
    for (const tlib::Endpoint &backup : std::as_const(m_servers).mid(1))
        backups.append(withPassword(backup));
    m_connection.open(withPassword(m_servers.first()), backups);
}

tlib::Endpoint ServerPasswords::withPassword(tlib::Endpoint endpoint) const
{
    const Known own = m_known.value(endpoint.address());
    const bool isOwn = !own.password.isEmpty();
    const Known &known = isOwn ? own : m_latest;
    endpoint.password = isOwn || endpoint.secure || !known.isSecure ? known.password : QString();
    return endpoint;
}

void ServerPasswords::onEvent(const tlib::Event &event)
{
    // Once a server has said that it is ready, the number is about an agent's password.
    const bool isAtTheDoor = m_connection.state() == ConnectionState::Connecting;
    if (isAtTheDoor && !m_servers.isEmpty() && event.type == tlib::MessageType::EventError &&
        event.errorCode == tlib::errorcode::BadPassword)
        onRefused();
}

void ServerPasswords::onRefused()
{
    m_refusing = m_connection.endpoint();
    const QString server = m_refusing.address();
    qCInfo(core::modelLog) << "server" << server << "refuses the password";
    m_connection.close(); // knocking with the same password again may lock us out
    if (std::exchange(m_fromKeychain, QString()) == server)
        m_stale = server;
    if (m_asked.contains(server))
        return ask();
    m_asked.append(server);
    m_patienceAlarm->start(m_patience);
    m_store.read(server, this,
                 [this, reading = ++m_reading](PasswordStore::Outcome outcome, const QString &password) {
                     if (reading == m_reading)
                         onRead(outcome, password);
                 });
}

void ServerPasswords::onRead(PasswordStore::Outcome outcome, const QString &password)
{
    stopReading();
    switch (outcome) {
    case PasswordStore::Outcome::Done:
    case PasswordStore::Outcome::NotFound: m_keychain = Keychain::Usable; break;
    case PasswordStore::Outcome::NoKeychain: m_keychain = Keychain::Missing; break;
    case PasswordStore::Outcome::Denied: m_keychain = Keychain::Denied; break;
    }
    if (outcome != PasswordStore::Outcome::Done || password.isEmpty())
        return ask();
    m_fromKeychain = m_refusing.address();
    if (password == m_refusing.password)
        return onRefused(); // as if it had been tried again
    m_known[m_refusing.address()] = m_latest = {.password = password, .isSecure = m_refusing.secure};
    reopen();
}

void ServerPasswords::stopReading()
{
    ++m_reading;
    m_patienceAlarm->stop();
}

void ServerPasswords::ask()
{
    setQuestion(Question{.server = m_refusing.address(),
                         .wasRefused = !m_refusing.password.isEmpty(),
                         .isEncrypted = m_refusing.secure,
                         .keychain = m_keychain});
}

void ServerPasswords::setQuestion(const std::optional<Question> &question)
{
    if (m_question == question)
        return;
    m_question = question;
    Q_EMIT questionChanged();
}

/// The server has let us in.
void ServerPasswords::onState()
{
    const QString server = m_connection.endpoint().address();
    if (!m_connection.isInEpoch() && m_connection.state() != ConnectionState::Waiting)
        return;
    m_fromKeychain.clear();
    if (m_toKeep == server)
        keep(server);
    else if (m_stale == server)
        m_store.remove(server, this, [](PasswordStore::Outcome) {}); // else it is refused at every start
    else
        return;
    m_toKeep.clear();
    m_stale.clear();
}

void ServerPasswords::keep(const QString &server)
{
    m_store.write(server, m_known.value(server).password, this,
                  [this, server](PasswordStore::Outcome outcome) {
                      if (outcome != PasswordStore::Outcome::Done)
                          Q_EMIT notKept(server);
                  });
}

void ServerPasswords::forget()
{
    for (Known &known : m_known)
        wipe(known.password);
    m_known.clear();
    wipe(m_latest.password);
    m_toKeep.clear();
    m_fromKeychain.clear();
    m_stale.clear();
}

} // namespace model

#include "moc_serverpasswords.cpp"
