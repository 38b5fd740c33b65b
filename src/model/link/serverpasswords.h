#pragma once

#include "core/clock.h"
#include "model/link/passwordstore.h"
#include "model/link/serverconnection.h"

#include <QHash>
#include <QObject>

namespace model {

/// Opens the connection, and gets in where a server asks for a password (EventError 119 before its first
/// word). Then nothing more is tried: the connection is closed until there is another password, from the
/// keychain, which is read once for each opening, else from a person. It goes into the keychain, if the
/// person wants that, once a server has taken it. It stands nowhere else than in memory.
class ServerPasswords : public QObject
{
    Q_OBJECT

public:
    enum class Keychain {
        Usable,
        Missing, ///< there is none: the password is asked for each time
        Denied,  ///< it is locked, or the person has said no
    };
    /// What a person is asked.
    struct Question
    {
        QString server = {};      ///< host:port
        bool wasRefused = false;  ///< one that a person has given
        bool isEncrypted = false; ///< else anybody on the network can read the password
        Keychain keychain = Keychain::Usable;

        bool operator==(const Question &) const = default;
    };

    /// `patience`: with the keychain, before a person is asked in its place.
    ServerPasswords(ServerConnection &connection, PasswordStore &store, core::Clock &clock,
                    core::Duration patience = std::chrono::seconds(20), QObject *parent = nullptr);
    ~ServerPasswords() override;

    /// A password that was typed before anybody asked for it.
    struct Given
    {
        QString password = {};
        bool keep = false; ///< in the keychain, once it was right
    };

    /// As ServerConnection::open, with the passwords that are known, and `given` before them where it is one.
    /// Their own passwords are not looked at.
    void open(const tlib::Endpoint &primary, const QList<tlib::Endpoint> &backups, const Given &given);
    void open(const tlib::Endpoint &primary, const QList<tlib::Endpoint> &backups = {});
    /// The endpoint with the password that it would be opened with; one that was given for an encrypted
    /// connection is not sent in clear to the other server.
    tlib::Endpoint withPassword(tlib::Endpoint endpoint) const;
    /// Closes the connection and takes back what is being asked.
    void close();

    /// What nobody has answered yet; the connection is closed meanwhile.
    const std::optional<Question> &question() const { return m_question; }
    /// Connects with this password. `keep`: in the keychain, once it was right.
    void answer(const QString &password, bool keep);
    /// The person does not want to answer now; the question stays.
    void postpone();

Q_SIGNALS:
    /// A question has come up, or has been answered or taken back.
    void questionChanged();
    void postponed(const QString &server); ///< until it is answered or taken back
    void notKept(const QString &server);   ///< the keychain did not take the password, which was right

private:
    void reopen();
    void onEvent(const tlib::Event &event);
    void onState();
    void onRefused();
    void onRead(PasswordStore::Outcome outcome, const QString &password);
    void stopReading();
    void ask();
    void setQuestion(const std::optional<Question> &question);
    void keep(const QString &server);
    void forget();

    /// What opened this server's door, or is to be tried on it.
    struct Known
    {
        QString password = {};
        bool isSecure = false; ///< was given for an encrypted connection
    };

    ServerConnection &m_connection;
    PasswordStore &m_store;
    const core::Duration m_patience;
    std::unique_ptr<core::Alarm> m_patienceAlarm;
    QList<tlib::Endpoint> m_servers;
    QHash<QString, Known> m_known; ///< by address
    Known m_latest;                ///< for the other servers of the pair
    QStringList m_asked;           ///< addresses for which the keychain was read since open()
    tlib::Endpoint m_refusing;
    QString m_toKeep;       ///< the address whose password goes into the keychain when it was right
    QString m_fromKeychain; ///< the address for which the keychain's password is being tried
    QString m_stale;        ///< the address whose entry in the keychain was refused
    Keychain m_keychain = Keychain::Usable; ///< as it was when it was read last
    quint64 m_reading = 0; ///< of several, the one that counts: what answers late is not heeded
    std::optional<Question> m_question;
};

} // namespace model
