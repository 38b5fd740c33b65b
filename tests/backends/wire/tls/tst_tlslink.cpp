#include "backends/wire/frames/codec.h"
#include "backends/wire/serverport.h"
#include "backends/wire/tls/certificateparts.h"
#include "backends/wire/wirelink.h"
#include "support/certificates.h"
#include "support/linkcontract.h"
#include "support/manualclock.h"
#include "support/testprogram.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <sys/socket.h>

namespace tst_tlslink {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::Certificates;
using tlib::LinkState;
using tlib::MessageType;
using tlib::TlsFlaw;

namespace {

/// `openssl s_server` on a free port of loopback: may do what our own server may not.
class OpensslServer
{
public:
    OpensslServer(const Certificates &certificates, const QString &name, const QStringList &more)
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(u"openssl"_s,
                        QStringList{u"s_server"_s, u"-accept"_s, u"127.0.0.1:0"_s, u"-cert"_s,
                                    certificates.certificate(name), u"-key"_s, certificates.key(name)} +
                            more);
        const bool isUp =
            QTest::qWaitFor([this] { return output().contains("\nACCEPT 127.0.0.1:"); }, 20'000);
        if (isUp)
            m_port = QByteArray(m_output.mid(m_output.indexOf("ACCEPT") + 17)).split('\n').first().toUShort();
    }
    ~OpensslServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    quint16 port() const { return m_port; }
    QByteArray output() { return m_output += m_process.readAll(); }

private:
    QProcess m_process;
    QByteArray m_output = "\n";
    quint16 m_port = 0;
};

} // namespace

/// The contract of every link once more, over TLS; and who is trusted.
class TestTlsLink : public support::LinkContract
{
    Q_OBJECT

protected:
    std::unique_ptr<tlib::Link> makeLink() override { return std::make_unique<wire::WireLink>(m_clock); }
    tlib::Endpoint endpoint() override { return endpointAt(m_port); }
    void serverSays(const tlib::Event &event) override { m_server->send(m_client.value(), event); }
    void serverGoesAway() override { m_server->dropClients(); }
    int requestsSeen() override { return m_requests; }
    bool serverKnowsClient() override { return m_client.has_value(); }
    bool makeOverdue() override
    {
        m_clock.advance(11'500ms); // and the server has had no turn to answer the poll
        return true;
    }
    std::optional<tlib::Endpoint> deadEndpoint() override
    {
        QTcpServer taken; // a port that was free a moment ago, and has nobody now
        taken.listen(QHostAddress::LocalHost);
        return endpointAt(taken.serverPort());
    }

private Q_SLOTS:
    void initTestCase();
    void init() { serve({.certificate = m_made->certificate(u"good"_s), .key = m_made->key(u"good"_s)}); }
    void cleanup() { m_server.reset(); }
    void saysHowItIsProtected();
    void row13RefusesWhoCannotProveWhoItIs_data();
    void row13RefusesWhoCannotProveWhoItIs();
    void row13RefusesTls11();
    void row13RefusesPlainTextOnTheTlsPort_data();
    void row13RefusesPlainTextOnTheTlsPort();
    void row13RefusesAWeakKey();
    void row13HasASentenceForEachFlaw();
    void row14NeverFallsBackToPlain();
    void row12GivesUpOnAServerThatIsSilentInTheHandshake();
    void isNotTrustedByTheSystem();
    void trustsWhatTheSystemTrusts();
    void trustsOnlyTheCaFileWhenThereIsOne();
    void saysWhatIsWrongWithTheCaFile_data();
    void saysWhatIsWrongWithTheCaFile();
    void pinsKeys();
    void showsItsCertificate();
    void isToldThatItsCertificateIsMissingOrWrong_data();
    void isToldThatItsCertificateIsMissingOrWrong();
    void refusesAnOwnCertificateThatCannotBeUsed_data();
    void refusesAnOwnCertificateThatCannotBeUsed();
    void takesChainsAndOtherKeys_data();
    void takesChainsAndOtherKeys();
    void usesWhatCameBeforeTheEnd();
    void usesWhatCameBeforeABareFin();
    void hearsNothingInsideASendOfItsHearers();
    void provesItselfAnewEachTime();
    void trustsACertificateThatIsItsOwnAuthority();
    void saysThatTheAuthorityHasExpired();
    void serverClosesWhoDoesNotFinishTheHandshake();
    void serverClosesWhoSpeaksPlainText();
    void serverDropsAClientThatDoesNotRead();
    void serverTakesNothingWhileItIsClosed();

private:
    tlib::Endpoint endpointAt(quint16 port, const QString &host = u"127.0.0.1"_s) const
    {
        return {.host = host,
                .port = port,
                .secure = true,
                .caFile = m_made->certificate(u"ca"_s),
                .applicationName = u"contract"_s,
                .addpTimeout = 10};
    }
    void serve(const wire::TlsFiles &files);
    core::Error refusalBy(const tlib::Endpoint &to);
    void accepts(const tlib::Endpoint &to);

    std::unique_ptr<Certificates> m_made;
    QMap<QString, QString> m_sentences; ///< of row 13, by the row's name
    QSet<int> m_flaws;
    support::ManualClock m_clock;
    std::unique_ptr<wire::ServerPort> m_server;
    std::optional<tlib::ClientId> m_client;
    quint16 m_port = 0;
    int m_registrations = 0;
    int m_requests = 0;
};

void TestTlsLink::initTestCase()
{
    if (const QString why = Certificates::obstacle(); !why.isEmpty())
        QSKIP(qPrintable(why));
    m_made = std::make_unique<Certificates>();
    Certificates &made = *m_made;
    made.authority(u"other-ca"_s, u"Another authority"_s);
    made.authority(u"same-name-ca"_s, u"Test authority"_s);
    made.authority(u"expired-ca"_s, u"Old authority"_s, {}, {.until = u"20210101000000Z"_s});
    made.authority(u"between"_s, u"Issuing authority"_s, u"ca"_s);
    made.make(u"good"_s, {});
    made.make(u"client"_s, {.commonName = u"Agent"_s, .alternativeNames = {}});
    made.make(u"other-client"_s,
              {.commonName = u"Agent"_s, .alternativeNames = {}, .signedBy = u"other-ca"_s});
    made.make(u"old-client"_s,
              {.commonName = u"Agent"_s, .alternativeNames = {}, .until = u"20210101000000Z"_s});
}

void TestTlsLink::serve(const wire::TlsFiles &files)
{
    m_client.reset();
    m_registrations = m_requests = 0;
    m_server = std::make_unique<wire::ServerPort>(m_clock);
    const auto encrypted = m_server->encrypt(files);
    QVERIFY2(encrypted, encrypted ? "" : qPrintable(encrypted.error().text));
    m_port = m_server->listen(QHostAddress::LocalHost, 0).value();
    connect(m_server.get(), &wire::ServerPort::requestReceived, this,
            [this](tlib::ClientId client, const tlib::Request &request, tlib::ReferenceId) {
                if (std::holds_alternative<tlib::RegisterClient>(request)) {
                    ++m_registrations;
                    m_client = client;
                } else {
                    ++m_requests;
                }
            });
    connect(m_server.get(), &wire::ServerPort::clientGone, this, [this](tlib::ClientId client) {
        if (m_client == client)
            m_client.reset();
    });
}

/// Why the link does not open; nothing of ours may have reached the server.
core::Error TestTlsLink::refusalBy(const tlib::Endpoint &to)
{
    wire::WireLink link(m_clock);
    Heard heard(link);
    link.open(to);
    if (heard.total != 0)
        return {.text = u"it spoke from inside open()"_s};
    if (!QTest::qWaitFor([&heard] { return heard.isClosed(); }))
        return {.text = u"it was not refused"_s};
    settle();
    if (heard.states != QList{LinkState::Opening, LinkState::Closed})
        return {.text = u"it was open"_s};
    if (m_registrations > 0)
        return {.text = u"the server has heard of us"_s};
    return heard.reason.value_or(core::Error{.text = u"it gave no reason"_s});
}

void TestTlsLink::accepts(const tlib::Endpoint &to)
{
    wire::WireLink link(m_clock);
    Heard heard(link);
    link.open(to);
    QTRY_VERIFY(heard.isOpen() || heard.isClosed());
    QVERIFY2(heard.isOpen(), heard.reason ? qPrintable(heard.reason->text) : "closed");
    QTRY_COMPARE(m_registrations, 1);
    QVERIFY(link.security().isEncrypted);
}

void TestTlsLink::saysHowItIsProtected()
{
    const auto link = makeLink();
    Heard heard(*link);
    tlib::Endpoint to = endpoint();
    to.clientCertificate = m_made->certificate(u"client"_s);
    to.clientKey = m_made->key(u"client"_s);
    link->open(to);
    QTRY_VERIFY(heard.isOpen());
    const QDateTime end(QDate(2120, 1, 1), QTime(0, 0), Qt::UTC);
    QCOMPARE(link->security(), (tlib::LinkSecurity{.isEncrypted = true,
                                                   .protocol = u"TLS 1.3"_s,
                                                   .certificateOf = u"Test server"_s,
                                                   .certificateEnds = end,
                                                   .ownCertificateEnds = end}));
}

void TestTlsLink::row13RefusesWhoCannotProveWhoItIs_data()
{
    QTest::addColumn<Certificates::Wish>("wish");
    QTest::addColumn<QString>("host");
    QTest::addColumn<TlsFlaw>("flaw");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const Certificates::Wish &wish, const QString &host, TlsFlaw flaw,
                        const QString &words) { QTest::newRow(name) << wish << host << flaw << words; };
    const QString ip = u"127.0.0.1"_s;
    const QString dns = u"localhost"_s;
    row("expired", {.until = u"20210101000000Z"_s}, ip, TlsFlaw::Expired,
        u"the certificate of 127.0.0.1 expired on 2021-01-01: have it renewed"_s);
    row("not yet valid", {.from = u"20990101000000Z"_s}, ip, TlsFlaw::NotYetValid,
        u"the certificate of 127.0.0.1 is not valid before 2099-01-01: check this computer's clock"_s);
    row("self-signed", {.signedBy = {}}, ip, TlsFlaw::SelfSigned, u"nobody vouches for but itself"_s);
    row("signed by another authority", {.signedBy = u"other-ca"_s}, ip, TlsFlaw::UnknownAuthority,
        u"is signed by \"Another authority\", which is none of the authorities in"_s);
    row("signed by one that only bears our authority's name", {.signedBy = u"same-name-ca"_s}, ip,
        TlsFlaw::UnknownAuthority, u"is signed by \"Test authority\""_s);
    row("another host", {.alternativeNames = u"DNS:sip-a.example,DNS:sip-b.example"_s}, dns,
        TlsFlaw::WrongHost, u"that localhost shows is for sip-a.example, sip-b.example"_s);
    row("an address without its alternative name",
        {.commonName = u"127.0.0.1"_s, .alternativeNames = u"DNS:127.0.0.1,DNS:localhost"_s}, ip,
        TlsFlaw::AddressNotNamed, u"does not name the address 127.0.0.1"_s);
    row("an address that only the CommonName names", {.commonName = u"127.0.0.1"_s, .alternativeNames = {}},
        ip, TlsFlaw::AddressNotNamed, u"does not name the address 127.0.0.1"_s);
    row("CommonName only", {.commonName = u"localhost"_s, .alternativeNames = {}}, dns,
        TlsFlaw::NoAlternativeName, u"CommonName, which does not count"_s);
    row("CommonName right, alternative names wrong",
        {.commonName = u"localhost"_s, .alternativeNames = u"DNS:sip-a.example"_s}, dns,
        TlsFlaw::OtherAlternativeNames, u"names localhost as CommonName, but for sip-a.example"_s);
}

void TestTlsLink::row13RefusesWhoCannotProveWhoItIs()
{
    QFETCH(const Certificates::Wish, wish);
    QFETCH(const QString, host);
    QFETCH(const TlsFlaw, flaw);
    QFETCH(const QString, words);
    m_made->make(u"bad"_s, wish);
    serve({.certificate = m_made->certificate(u"bad"_s), .key = m_made->key(u"bad"_s)});
    const core::Error why = refusalBy(endpointAt(m_port, host));
    QVERIFY2(why.text.contains(words), qPrintable(why.text));
    QCOMPARE(why.kind, core::ErrorKind::Untrusted);
    QCOMPARE(TlsFlaw(why.reason), flaw);
    QVERIFY2(why.text.contains(host), qPrintable(why.text));
    m_sentences.insert(why.text, QString::fromLatin1(QTest::currentDataTag()));
    m_flaws.insert(why.reason);
}

void TestTlsLink::row13RefusesTls11()
{
    OpensslServer old(*m_made, u"good"_s, {u"-tls1_1"_s, u"-cipher"_s, u"DEFAULT@SECLEVEL=0"_s});
    QVERIFY(old.port() != 0);
    const core::Error why = refusalBy(endpointAt(old.port()));
    QCOMPARE(why.kind, core::ErrorKind::Untrusted);
    QCOMPARE(TlsFlaw(why.reason), TlsFlaw::OldProtocol);
    QVERIFY2(why.text.contains(u"no TLS newer than 1.1"), qPrintable(why.text));
    QVERIFY(!old.output().contains("tlib-open"));
    m_sentences.insert(why.text, u"TLS 1.1 only"_s);
    m_flaws.insert(why.reason);
}

void TestTlsLink::row13RefusesPlainTextOnTheTlsPort_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("a T-Lib event")
        << wire::encode(wire::Message{{.type = MessageType::EventLinkConnected}}).value();
    QTest::newRow("a web server") << QByteArray("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
    QTest::newRow("a mail server") << QByteArray("220 mail.example ESMTP\r\n");
    QTest::newRow("noise") << QByteArray(400, '\xaa');
}

void TestTlsLink::row13RefusesPlainTextOnTheTlsPort()
{
    QFETCH(const QByteArray, answer);
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress::LocalHost));
    QByteArray heard;
    connect(&plain, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *const client = plain.nextPendingConnection();
        client->write(answer);
        connect(client, &QTcpSocket::readyRead, this, [&heard, client] { heard += client->readAll(); });
    });
    const core::Error why = refusalBy(endpointAt(plain.serverPort()));
    QVERIFY2(why.text.contains(u"does not speak TLS: check the port"), qPrintable(why.text));
    QCOMPARE(why.kind, core::ErrorKind::Untrusted);
    QCOMPARE(TlsFlaw(why.reason), TlsFlaw::NoTls);
    QVERIFY(!heard.contains("tlib-open"));
    m_sentences.insert(QString(why.text).remove(QString::number(plain.serverPort())), u"plain text"_s);
    m_flaws.insert(why.reason);
}

void TestTlsLink::row13RefusesAWeakKey()
{
    m_made->make(u"weak"_s, {.key = u"rsa:1024"_s});
    OpensslServer weak(*m_made, u"weak"_s, {u"-cipher"_s, u"DEFAULT@SECLEVEL=0"_s});
    QVERIFY(weak.port() != 0);
    const core::Error why = refusalBy(endpointAt(weak.port()));
    QVERIFY2(why.text.contains(u"rests on a key that is too short"), qPrintable(why.text));
    QCOMPARE(why.kind, core::ErrorKind::Untrusted);
    QCOMPARE(TlsFlaw(why.reason), TlsFlaw::WeakKey);
    QVERIFY(!weak.output().contains("tlib-open"));
    m_sentences.insert(why.text, u"weak key"_s);
    m_flaws.insert(why.reason);
}

void TestTlsLink::row13HasASentenceForEachFlaw()
{
    if (m_flaws.isEmpty())
        QSKIP("only together with the other tests of row 13");
    QCOMPARE(m_flaws.size(), 11);
    QVERIFY(m_sentences.size() >= 11);
}

void TestTlsLink::row14NeverFallsBackToPlain()
{
    wire::ServerPort plain(m_clock);
    QSignalSpy requests(&plain, &wire::ServerPort::requestReceived);
    const quint16 port = plain.listen(QHostAddress::LocalHost, 0).value();
    for (int attempt = 0; attempt < 3; ++attempt) {
        const core::Error why = refusalBy(endpointAt(port));
        QCOMPARE(why.kind, core::ErrorKind::Unreachable);
        QVERIFY2(why.text.contains(u"closed the connection in the TLS handshake"), qPrintable(why.text));
    }
    QVERIFY(requests.isEmpty());
}

void TestTlsLink::row12GivesUpOnAServerThatIsSilentInTheHandshake()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    wire::WireLink link(m_clock);
    Heard heard(link);
    link.open(endpointAt(silent.serverPort()));
    QTRY_VERIFY(silent.hasPendingConnections() || silent.waitForNewConnection(0));
    const std::unique_ptr<QTcpSocket> client(silent.nextPendingConnection());
    QTRY_VERIFY(client->bytesAvailable() > 0); // ClientHello
    m_clock.advance(9999ms);                   // the limit of the connection has long passed
    settle();
    QCOMPARE(heard.states, QList{LinkState::Opening});
    m_clock.advance(1ms);
    QTRY_VERIFY(heard.isClosed());
    QCOMPARE(heard.reason->kind, core::ErrorKind::TimedOut);
    QCOMPARE(heard.reason->text,
             u"127.0.0.1:%1 accepted the connection, but was silent in the TLS handshake for 10 s"_s.arg(
                 silent.serverPort()));
    QCOMPARE(heard.reason->reason, int(tlib::Unreached::NoHandshake));
    QTRY_COMPARE(client->state(), QAbstractSocket::UnconnectedState);
    QVERIFY(!m_clock.hasAlarms());
}

void TestTlsLink::isNotTrustedByTheSystem()
{
    tlib::Endpoint to = endpoint();
    to.caFile.clear();
    const core::Error why = refusalBy(to);
    QCOMPARE(why.kind, core::ErrorKind::Untrusted);
    QCOMPARE(TlsFlaw(why.reason), TlsFlaw::UnknownAuthority);
    QVERIFY2(why.text.contains(u"which this computer does not trust: set the CA file"), qPrintable(why.text));
}

/// Qt's default configuration is where the system's authorities come from.
void TestTlsLink::trustsWhatTheSystemTrusts()
{
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    QSslConfiguration system = before;
    system.setCaCertificates(QSslCertificate::fromPath(m_made->certificate(u"ca"_s)));
    QSslConfiguration::setDefaultConfiguration(system);
    tlib::Endpoint to = endpoint();
    to.caFile.clear();
    accepts(to);
    QSslConfiguration::setDefaultConfiguration(before);
}

void TestTlsLink::trustsOnlyTheCaFileWhenThereIsOne()
{
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    QSslConfiguration system = before;
    system.setCaCertificates(QSslCertificate::fromPath(m_made->certificate(u"ca"_s)));
    QSslConfiguration::setDefaultConfiguration(system);
    tlib::Endpoint to = endpoint();
    to.caFile = m_made->certificate(u"other-ca"_s);
    const core::Error why = refusalBy(to);
    QSslConfiguration::setDefaultConfiguration(before);
    QCOMPARE(TlsFlaw(why.reason), TlsFlaw::UnknownAuthority);
    QVERIFY2(why.text.contains(to.caFile), qPrintable(why.text));
}

void TestTlsLink::saysWhatIsWrongWithTheCaFile_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("words");
    QTest::newRow("not there") << u"/nowhere/ca.pem"_s << u"/nowhere/ca.pem: cannot be read"_s;
    QTest::newRow("a folder") << u"/"_s << u"/: cannot be read"_s;
    QTest::newRow("empty") << m_made->write(u"empty.pem"_s, {}) << u"holds no certificate in PEM form"_s;
    QTest::newRow("another text") << m_made->write(u"text.pem"_s, "-----BEGIN CERTIFICATE-----\nx\n")
                                  << u"holds no certificate in PEM form"_s;
    QTest::newRow("a key") << m_made->key(u"ca"_s) << u"holds no certificate in PEM form"_s;
}

void TestTlsLink::saysWhatIsWrongWithTheCaFile()
{
    QFETCH(const QString, file);
    QFETCH(const QString, words);
    tlib::Endpoint to = endpoint();
    to.caFile = file;
    const core::Error why = refusalBy(to);
    QCOMPARE(why.kind, core::ErrorKind::Untrusted);
    QCOMPARE(TlsFlaw(why.reason), TlsFlaw::CaFile);
    QVERIFY2(why.text.contains(words), qPrintable(why.text));
}

void TestTlsLink::pinsKeys()
{
    const auto certificate = QSslCertificate::fromPath(m_made->certificate(u"good"_s)).value(0);
    tlib::Endpoint to = endpoint();
    to.pins = {QByteArray(32, 'x')};
    const core::Error why = refusalBy(to);
    QCOMPARE(why.kind, core::ErrorKind::Untrusted);
    QCOMPARE(TlsFlaw(why.reason), TlsFlaw::PinMismatch);
    QVERIFY2(why.text.contains(u"none of those that are pinned"), qPrintable(why.text));
    to.pins.append(wire::pinOf(certificate));
    accepts(to);
    // A pin is asked for beside everything else, not in its place.
    to.caFile = m_made->certificate(u"other-ca"_s);
    m_registrations = 0;
    QCOMPARE(TlsFlaw(refusalBy(to).reason), TlsFlaw::UnknownAuthority);
}

void TestTlsLink::showsItsCertificate()
{
    serve({.certificate = m_made->certificate(u"good"_s),
           .key = m_made->key(u"good"_s),
           .clientAuthorities = m_made->certificate(u"ca"_s)});
    tlib::Endpoint to = endpoint();
    to.clientCertificate = m_made->certificate(u"client"_s);
    to.clientKey = m_made->key(u"client"_s);
    accepts(to);
    m_registrations = 0;
    to.clientCertificate = m_made->write(u"both.pem"_s, m_made->content(m_made->certificate(u"client"_s)) +
                                                            m_made->content(m_made->key(u"client"_s)));
    to.clientKey.clear();
    accepts(to);
}

void TestTlsLink::isToldThatItsCertificateIsMissingOrWrong_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("words");
    QTest::newRow("missing") << QString() << u"asks for a client certificate"_s;
    QTest::newRow("of another authority") << u"other-client"_s << u"does not accept the client certificate"_s;
}

/// With TLS 1.3 the server looks at it when the client has already begun to speak.
void TestTlsLink::isToldThatItsCertificateIsMissingOrWrong()
{
    QFETCH(const QString, name);
    QFETCH(const QString, words);
    serve({.certificate = m_made->certificate(u"good"_s),
           .key = m_made->key(u"good"_s),
           .clientAuthorities = m_made->certificate(u"ca"_s)});
    tlib::Endpoint to = endpoint();
    if (!name.isEmpty()) {
        to.clientCertificate = m_made->certificate(name);
        to.clientKey = m_made->key(name);
    }
    const auto link = makeLink();
    Heard heard(*link);
    link->open(to);
    QTRY_VERIFY(heard.isClosed());
    QVERIFY(heard.reason);
    QVERIFY2(heard.reason->text.contains(words), qPrintable(heard.reason->text));
    QCOMPARE(heard.reason->kind, core::ErrorKind::Untrusted);
    QCOMPARE(TlsFlaw(heard.reason->reason), TlsFlaw::OwnCertificate);
    QCOMPARE(m_registrations, 0); // the server has not let us in
}

void TestTlsLink::refusesAnOwnCertificateThatCannotBeUsed_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QString &certificate, const QString &key,
                        const QString &words) { QTest::newRow(name) << certificate << key << words; };
    const QString client = m_made->certificate(u"client"_s);
    row("not there", u"/nowhere/client.pem"_s, m_made->key(u"client"_s),
        u"/nowhere/client.pem: cannot be read"_s);
    row("no certificate", m_made->key(u"client"_s), m_made->key(u"client"_s), u"holds no certificate"_s);
    row("no key", client, {}, u"holds no RSA or EC key"_s);
    row("a key that is not there", client, u"/nowhere/client.key"_s, u"/nowhere/client.key: cannot be"_s);
    row("another key", client, m_made->key(u"good"_s), u"is not the one to the certificate in"_s);
    m_made->openssl({u"pkcs8"_s, u"-topk8"_s, u"-in"_s, m_made->key(u"client"_s), u"-out"_s,
                     m_made->path(u"locked.key"_s), u"-passout"_s, u"pass:secret"_s});
    row("a key with a passphrase", client, m_made->path(u"locked.key"_s), u"protected by a passphrase"_s);
    row("expired", m_made->certificate(u"old-client"_s), m_made->key(u"old-client"_s),
        u"the client certificate expired on 2021-01-01"_s);
}

void TestTlsLink::refusesAnOwnCertificateThatCannotBeUsed()
{
    QFETCH(const QString, certificate);
    QFETCH(const QString, key);
    QFETCH(const QString, words);
    tlib::Endpoint to = endpoint();
    to.clientCertificate = certificate;
    to.clientKey = key;
    const core::Error why = refusalBy(to);
    QVERIFY2(why.text.contains(words), qPrintable(why.text));
    QCOMPARE(why.kind, core::ErrorKind::Untrusted);
    QCOMPARE(TlsFlaw(why.reason), TlsFlaw::OwnCertificate);
}

void TestTlsLink::takesChainsAndOtherKeys_data()
{
    QTest::addColumn<Certificates::Wish>("wish");
    QTest::addColumn<QStringList>("chain");
    QTest::addColumn<QString>("host");
    const auto row = [](const char *name, const Certificates::Wish &wish, const QStringList &chain = {},
                        const QString &host = u"127.0.0.1"_s) {
        QTest::newRow(name) << wish << chain << host;
    };
    row("RSA 2048", {.key = u"rsa:2048"_s});
    row("behind another authority", {.signedBy = u"between"_s}, {u"between"_s});
    row("with the root beside it", {.signedBy = u"between"_s}, {u"between"_s, u"ca"_s});
    row("by name", {.alternativeNames = u"DNS:localhost"_s}, {}, u"localhost"_s);
    row("by name in another case, with a dot", {.alternativeNames = u"DNS:LocalHost"_s}, {}, u"LOCALHOST"_s);
    row("among others", {.alternativeNames = u"DNS:a.example,IP:10.0.0.1,IP:127.0.0.1"_s});
}

void TestTlsLink::takesChainsAndOtherKeys()
{
    QFETCH(const Certificates::Wish, wish);
    QFETCH(const QStringList, chain);
    QFETCH(const QString, host);
    m_made->make(u"fine"_s, wish);
    QByteArray bytes = m_made->content(m_made->certificate(u"fine"_s));
    for (const QString &name : chain)
        bytes += m_made->content(m_made->certificate(name));
    serve({.certificate = m_made->write(u"chain.pem"_s, bytes), .key = m_made->key(u"fine"_s)});
    accepts(endpointAt(m_port, host));
}

void TestTlsLink::usesWhatCameBeforeTheEnd()
{
    const auto link = makeLink();
    Heard heard(*link);
    link->open(endpoint());
    QTRY_VERIFY(heard.isOpen());
    QTRY_VERIFY(serverKnowsClient());
    QList<qint64> said;
    for (qint64 number = 1; number <= 20'000; ++number) { // more than any buffer on the way holds at once
        serverSays(numbered(number));
        said.append(number);
    }
    m_server->disconnectClient(*m_client);
    QTRY_VERIFY(heard.isClosed());
    QCOMPARE(heard.numbers().size(), said.size());
    QCOMPARE(heard.numbers(), said);
    QCOMPARE(heard.reason->kind, core::ErrorKind::LinkLost);
}

/// A server that was killed takes no leave in TLS: its kernel sends FIN behind whatever there was.
void TestTlsLink::usesWhatCameBeforeABareFin()
{
    const auto certificate = QSslCertificate::fromPath(m_made->certificate(u"good"_s));
    const QSslKey key(m_made->content(m_made->key(u"good"_s)), QSsl::Ec);
    struct Server : QTcpServer
    {
        void incomingConnection(qintptr descriptor) override { socket.setSocketDescriptor(descriptor); }
        QSslSocket socket;
    } server;
    QSslSocket &socket = server.socket;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    wire::WireLink link(m_clock);
    Heard heard(link);
    link.open(endpointAt(server.serverPort()));
    QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
    socket.setLocalCertificateChain(certificate);
    socket.setPrivateKey(key);
    socket.startServerEncryption();
    QTRY_VERIFY(heard.isOpen() && socket.isEncrypted());
    QList<qint64> said;
    for (qint64 number = 1; number <= 20'000; ++number) {
        socket.write(wire::encode(wire::Message{numbered(number)}).value());
        said.append(number);
    }
    // All of it lies in the network before the client has had a turn, and the end behind it.
    const auto waiting = [&socket] { return socket.bytesToWrite() + socket.encryptedBytesToWrite(); };
    for (int i = 0; i < 1000 && waiting() > 0; ++i)
        socket.flush();
    QCOMPARE(waiting(), 0);
    ::shutdown(int(socket.socketDescriptor()), SHUT_WR);
    QTRY_VERIFY(heard.isClosed());
    QCOMPARE(heard.numbers().size(), said.size());
    QCOMPARE(heard.numbers(), said);
    QCOMPARE(heard.reason->kind, core::ErrorKind::LinkLost);
}

/// A session that is resumed skips the certificates.
/// With TLS, pushing out what is sent also decrypts what has come: many events that come together, each of
/// whose hearers asks something. An answer heard before send() has said its number would have no asker.
void TestTlsLink::hearsNothingInsideASendOfItsHearers()
{
    constexpr int Events = 500;
    const auto link = makeLink();
    link->open(endpoint());
    QTRY_VERIFY(serverKnowsClient());
    QList<qint64> order;
    bool isSending = false;
    int heardInside = 0;
    connect(link.get(), &tlib::Link::eventReceived, this, [&](const tlib::Event &event) {
        heardInside += isSending;
        order.append(event.sequenceNumber.value_or(0));
        isSending = true;
        (void)link->send(tlib::QueryAddress{.dn = tlib::Dn(u"7001")});
        isSending = false;
    });
    for (int i = 1; i <= Events; ++i)
        serverSays({.type = MessageType::EventAgentReady, .thisDn = tlib::Dn(u"7001"), .sequenceNumber = i});
    QTRY_COMPARE(order.size(), Events);
    QCOMPARE(heardInside, 0);
    QVERIFY(std::is_sorted(order.begin(), order.end()));
    QTRY_COMPARE(requestsSeen(), Events);
}

void TestTlsLink::provesItselfAnewEachTime()
{
    OpensslServer server(*m_made, u"good"_s, {u"-tls1_2"_s});
    for (int i = 0; i < 2; ++i) {
        wire::WireLink link(m_clock);
        Heard heard(link);
        link.open(endpointAt(server.port()));
        QTRY_VERIFY(heard.isOpen());
        QCOMPARE(link.security().protocol, u"TLS 1.2"_s);
        QTRY_VERIFY(server.output().count("CIPHER is") == i + 1);
    }
    QVERIFY(!server.output().contains("Reused session-id"));
}

void TestTlsLink::trustsACertificateThatIsItsOwnAuthority()
{
    m_made->make(u"own"_s, {.signedBy = {}, .isAuthority = true});
    serve({.certificate = m_made->certificate(u"own"_s), .key = m_made->key(u"own"_s)});
    tlib::Endpoint to = endpoint();
    to.caFile = m_made->certificate(u"own"_s);
    accepts(to);
}

void TestTlsLink::saysThatTheAuthorityHasExpired()
{
    m_made->make(u"below-expired"_s, {.signedBy = u"expired-ca"_s});
    serve({.certificate = m_made->certificate(u"below-expired"_s), .key = m_made->key(u"below-expired"_s)});
    tlib::Endpoint to = endpoint();
    to.caFile = m_made->certificate(u"expired-ca"_s);
    const core::Error why = refusalBy(to);
    QCOMPARE(TlsFlaw(why.reason), TlsFlaw::Expired);
    QVERIFY2(why.text.contains(u"the authority \"Old authority\" in"), qPrintable(why.text));
}

void TestTlsLink::serverClosesWhoDoesNotFinishTheHandshake()
{
    QTcpSocket idle;
    idle.connectToHost(QHostAddress::LocalHost, m_port);
    QTRY_COMPARE(idle.state(), QAbstractSocket::ConnectedState);
    settle();
    m_clock.advance(9999ms);
    settle();
    QCOMPARE(idle.state(), QAbstractSocket::ConnectedState);
    m_clock.advance(1ms);
    QTRY_COMPARE(idle.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(!m_clock.hasAlarms());
    accepts(endpoint());
}

void TestTlsLink::serverClosesWhoSpeaksPlainText()
{
    wire::WireLink link(m_clock);
    Heard heard(link);
    tlib::Endpoint to = endpoint();
    to.secure = false;
    link.open(to);
    QTRY_VERIFY(heard.isClosed());
    QVERIFY(heard.events.isEmpty());
    QCOMPARE(m_registrations, 0);
}

/// With TLS what waits is encrypted already, and counts all the same.
void TestTlsLink::serverDropsAClientThatDoesNotRead()
{
    wire::ServerPort server(m_clock, {.outgoing = 200'000});
    QVERIFY(server.encrypt({.certificate = m_made->certificate(u"good"_s), .key = m_made->key(u"good"_s)}));
    const quint16 port = server.listen(QHostAddress::LocalHost, 0).value();
    QSignalSpy requests(&server, &wire::ServerPort::requestReceived);
    QSignalSpy gone(&server, &wire::ServerPort::clientGone);
    QSslSocket client;
    client.setPeerVerifyMode(QSslSocket::VerifyNone);
    client.setReadBufferSize(1000);
    client.connectToHostEncrypted(u"127.0.0.1"_s, port);
    QTRY_VERIFY(client.isEncrypted());
    client.write(wire::encode(wire::Message{{.type = MessageType::RegisterClient}}).value());
    QTRY_COMPARE(requests.size(), 1);
    const auto id = requests.first().first().value<tlib::ClientId>();
    tlib::KvList large;
    large.append("Text", QString(60'000, u'x'));
    for (int i = 0; i < 1000 && gone.isEmpty(); ++i) {
        server.send(id, {.type = MessageType::EventUserEvent, .userData = large});
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(gone.size(), 1);
}

void TestTlsLink::serverTakesNothingWhileItIsClosed()
{
    QTcpSocket idle;
    idle.connectToHost(QHostAddress::LocalHost, m_port);
    QTRY_COMPARE(idle.state(), QAbstractSocket::ConnectedState);
    settle();
    m_server->close(); // with a client in its handshake
    QTRY_COMPARE(idle.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(!m_clock.hasAlarms());
}

TALLY_TEST(TestTlsLink)

} // namespace tst_tlslink
#include "tst_tlslink.moc"
