#include "presentation/words/errorwords.h"

#include <QCoreApplication>

namespace presentation {

namespace {

/// What a person can do, by kind of trouble.
enum class Remedy { None, AskAdministrator, TryAgain, WaitAndTry, LookAtCall, LookAtLogin, CheckNumber };

struct Row
{
    int code = 0;
    const char *sentence = nullptr;
    Remedy remedy = Remedy::None;
};

class ErrorNames
{
    Q_DECLARE_TR_FUNCTIONS(presentation::ErrorWords)

public:
    static QString advice(Remedy remedy)
    {
        switch (remedy) {
        case Remedy::None: return {};
        case Remedy::AskAdministrator: return tr("Tell your administrator the error's number.");
        case Remedy::TryAgain: return tr("Try again.");
        case Remedy::WaitAndTry: return tr("Wait a moment, then try again.");
        case Remedy::LookAtCall: return tr("Look at the call: it may have changed.");
        case Remedy::LookAtLogin: return tr("Check who is logged in where.");
        case Remedy::CheckNumber: return tr("Check the number, then try again.");
        }
        Q_UNREACHABLE();
    }
};

/// The numbers that an agent's desktop meets. Each sentence ends with a full stop.
constexpr Row Rows[] = {
    {40, QT_TRANSLATE_NOOP("presentation::ErrorWords", "SIP Server has no licence left for this."),
     Remedy::AskAdministrator},
    {41, QT_TRANSLATE_NOOP("presentation::ErrorWords", "This desktop has not registered the DN."),
     Remedy::WaitAndTry},
    {42, QT_TRANSLATE_NOOP("presentation::ErrorWords", "Somebody else has taken this resource."),
     Remedy::WaitAndTry},
    {43, QT_TRANSLATE_NOOP("presentation::ErrorWords", "It is already as you asked."), Remedy::LookAtCall},
    {50, QT_TRANSLATE_NOOP("presentation::ErrorWords", "SIP Server met an error that it does not know."),
     Remedy::TryAgain},
    {51, QT_TRANSLATE_NOOP("presentation::ErrorWords", "SIP Server does not support this."),
     Remedy::AskAdministrator},
    {52, QT_TRANSLATE_NOOP("presentation::ErrorWords", "SIP Server has an internal error."),
     Remedy::TryAgain},
    {53, QT_TRANSLATE_NOOP("presentation::ErrorWords", "A value in the request is not valid."),
     Remedy::AskAdministrator},
    {54, QT_TRANSLATE_NOOP("presentation::ErrorWords", "SIP Server has no link to its switch."),
     Remedy::WaitAndTry},
    {55, QT_TRANSLATE_NOOP("presentation::ErrorWords", "SIP Server does not speak this protocol version."),
     Remedy::AskAdministrator},
    {56, QT_TRANSLATE_NOOP("presentation::ErrorWords", "SIP Server does not know this call (any more)."),
     Remedy::LookAtCall},
    {57, QT_TRANSLATE_NOOP("presentation::ErrorWords", "It took too long."), Remedy::TryAgain},
    {58, QT_TRANSLATE_NOOP("presentation::ErrorWords", "The recorder or the DN is out of service."),
     Remedy::WaitAndTry},
    {59, QT_TRANSLATE_NOOP("presentation::ErrorWords", "The DN is not configured on SIP Server."),
     Remedy::AskAdministrator},
    {71, QT_TRANSLATE_NOOP("presentation::ErrorWords", "The called number is not valid."),
     Remedy::CheckNumber},
    {91, QT_TRANSLATE_NOOP("presentation::ErrorWords", "The other side is busy."), Remedy::WaitAndTry},
    {93, QT_TRANSLATE_NOOP("presentation::ErrorWords", "The call is not in a state that allows it."),
     Remedy::LookAtCall},
    {118, QT_TRANSLATE_NOOP("presentation::ErrorWords", "The service is not available."), Remedy::WaitAndTry},
    {119, QT_TRANSLATE_NOOP("presentation::ErrorWords", "The password is not right."),
     Remedy::AskAdministrator},
    {166, QT_TRANSLATE_NOOP("presentation::ErrorWords", "No resource is free for this."), Remedy::WaitAndTry},
    {168, QT_TRANSLATE_NOOP("presentation::ErrorWords", "The number that it starts from is not valid."),
     Remedy::AskAdministrator},
    {177, QT_TRANSLATE_NOOP("presentation::ErrorWords", "The target DN is not valid."), Remedy::CheckNumber},
    {185, QT_TRANSLATE_NOOP("presentation::ErrorWords", "This is not possible in the present state."),
     Remedy::LookAtCall},
    {191, QT_TRANSLATE_NOOP("presentation::ErrorWords", "The agent ID is missing."), Remedy::LookAtLogin},
    {192, QT_TRANSLATE_NOOP("presentation::ErrorWords", "The agent ID is not valid."), Remedy::LookAtLogin},
    {223, QT_TRANSLATE_NOOP("presentation::ErrorWords", "A parameter of the request is wrong."),
     Remedy::AskAdministrator},
    {415, QT_TRANSLATE_NOOP("presentation::ErrorWords", "The destination DN is not valid."),
     Remedy::CheckNumber},
    {470, QT_TRANSLATE_NOOP("presentation::ErrorWords", "Your DN is not a party of this call."),
     Remedy::LookAtCall},
    {477, QT_TRANSLATE_NOOP("presentation::ErrorWords", "The call's number is not valid."),
     Remedy::LookAtCall},
    {496, QT_TRANSLATE_NOOP("presentation::ErrorWords", "The call is in the wrong state for this."),
     Remedy::LookAtCall},
    {506, QT_TRANSLATE_NOOP("presentation::ErrorWords", "This state does not allow it."), Remedy::LookAtCall},
    {527,
     QT_TRANSLATE_NOOP("presentation::ErrorWords", "This agent is logged in already, perhaps elsewhere."),
     Remedy::LookAtLogin},
};

} // namespace

std::optional<ErrorWords> errorWords(int code)
{
    for (const Row &row : Rows) {
        if (row.code == code)
            return ErrorWords{.sentence = ErrorNames::tr(row.sentence),
                              .advice = ErrorNames::advice(row.remedy)};
    }
    return std::nullopt;
}

QList<int> errorNumbers()
{
    QList<int> numbers;
    for (const Row &row : Rows)
        numbers.append(row.code);
    return numbers;
}

} // namespace presentation
