#include "app/commandline/ctloptions.h"
#include "app/commandline/journalcommand.h"
#include "app/terminal/terminal.h"
#include "automation/client.h"
#include "automation/socketpath.h"
#include "core/clock.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace {

using namespace Qt::StringLiterals;
using app::ExitCode;

const QString Program = u"tallylightctl"_s;

ExitCode printJson(const QJsonObject &object)
{
    return app::answer(Program, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

ExitCode codeFor(const automation::RpcError &error)
{
    switch (error.code) {
    case automation::RpcCode::TimedOut: return ExitCode::TimedOut;
    case automation::RpcCode::InvalidParams:
    case automation::RpcCode::InvalidRequest: return ExitCode::WrongUsage;
    case automation::RpcCode::ParseError:
    case automation::RpcCode::MethodNotFound:
    case automation::RpcCode::Refused: return ExitCode::Refused;
    }
    return ExitCode::Refused; // a number of a later version
}

/// One request from its sending to the exit code.
class Conversation : public QObject
{
public:
    explicit Conversation(const app::CtlRequest &request)
        : m_request(request)
        , m_alarm(m_clock.alarm([this] {
            end(ExitCode::TimedOut,
                u"the desktop did not answer in time; what became of \"%1\" is not known"_s.arg(
                    m_request.verb));
        }))
    {
        connect(&m_client, &automation::Client::answered, this, &Conversation::onAnswer);
        connect(&m_client, &automation::Client::notified, this, &Conversation::show);
        connect(&m_client, &automation::Client::ended, this, &Conversation::onEnded);
    }

    void begin()
    {
        m_alarm->start(m_request.timeOut);
        m_client.ask(automation::socketPath(m_request.instance), m_request.verb, m_request.params);
    }

private:
    void onAnswer(const automation::RpcAnswer &answer)
    {
        m_alarm->stop();
        m_isAnswered = true;
        if (answer.error)
            return end(codeFor(*answer.error), answer.error->message);
        const bool isWatching = m_request.verb == u"watch";
        if (isWatching || m_request.verb == u"state")
            show(answer.result);
        if (!isWatching)
            end(ExitCode::Done);
    }
    void show(const QJsonObject &object)
    {
        if (const ExitCode code = printJson(object); code != ExitCode::Done)
            end(code);
    }
    void onEnded()
    {
        if (m_isAnswered)
            return end(ExitCode::Done); // a watch is over when the desktop is
        if (m_client.hasConnected())
            return end(ExitCode::Refused,
                       u"the desktop ended before it answered; what became of \"%1\" is not known"_s.arg(
                           m_request.verb));
        end(ExitCode::NobodyThere,
            u"no Tallylight of the instance \"%1\" answers: it does not run, or its administrator has "
            "switched automation off"_s.arg(m_request.instance));
    }
    void end(ExitCode code, const QString &sentence = {})
    {
        if (m_hasEnded)
            return;
        m_hasEnded = true;
        if (!sentence.isEmpty())
            app::fail(code, Program, sentence);
        QCoreApplication::exit(int(code));
    }

    const app::CtlRequest m_request;
    core::SystemClock m_clock;
    automation::Client m_client;
    std::unique_ptr<core::Alarm> m_alarm;
    bool m_isAnswered = false;
    bool m_hasEnded = false;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const auto asked = app::ctlRequestFrom(QCoreApplication::arguments());
    if (!asked)
        return int(app::fail(ExitCode::WrongUsage, Program, asked.error().text + u". See --help."_s));
    if (const auto *text = std::get_if<app::CtlText>(&*asked)) {
        return int(app::answer(Program, text->text.toLocal8Bit()));
    }
    if (const auto *journal = std::get_if<app::JournalRequest>(&*asked))
        return int(app::runJournal(*journal, Program));
    Conversation conversation(std::get<app::CtlRequest>(*asked));
    QMetaObject::invokeMethod(
        &conversation, [&conversation] { conversation.begin(); }, Qt::QueuedConnection);
    return QCoreApplication::exec();
}
