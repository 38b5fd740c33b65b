#include "widgets/desk/windowface.h"

#include "model/desk.h"
#include "widgets/parts/shapes.h"

#include <QApplication>
#include <QPainter>
#include <QWidget>

namespace widgets {

WindowFace::WindowFace(QWidget &window, model::Desk &desk, const presentation::Theme &theme)
    : QObject(&window)
    , m_window(window)
    , m_desk(desk)
    , m_theme(theme)
{
    connect(&theme, &presentation::Theme::changed, this, &WindowFace::showIcon);
    connect(&desk.inHand, &model::CallsInHand::changed, this, &WindowFace::noteRinging);
    connect(&desk.toasts, &model::ToastList::posted, this, [this](model::ToastId id) {
        const model::Toast *const toast = m_desk.toasts.find(id);
        if (toast && toast->severity == model::Severity::Error)
            askForAttention();
    });
    connect(&desk.guard, &model::PauseGuard::reminded, this, [this](model::CallId, model::PauseStep step) {
        if (step == model::PauseStep::Limit)
            askForAttention();
    });
    noteRinging();
}

void WindowFace::show(const QString &title, const std::optional<presentation::RecordingLook> &light)
{
    if (title != m_window.windowTitle())
        m_window.setWindowTitle(title);
    const auto isAlike = [](const presentation::RecordingLook &one,
                            const presentation::RecordingLook &other) {
        return one.shape == other.shape && one.tone == other.tone && one.dashed == other.dashed;
    };
    if (light.has_value() == m_light.has_value() && (!light || isAlike(*light, *m_light)))
        return;
    m_light = light;
    showIcon();
}

void WindowFace::showIcon()
{
    m_window.setWindowIcon(m_light ? iconWith(*m_light, QApplication::windowIcon(), m_theme)
                                   : QApplication::windowIcon());
}

QIcon WindowFace::iconWith(const presentation::RecordingLook &light, const QIcon &program,
                           const presentation::Theme &theme)
{
    const presentation::Tone &tone = theme.tone(light.tone);
    QIcon icon;
    for (const int side : {16, 24, 32, 48, 64, 128}) {
        QPixmap picture(side, side);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        program.paint(&painter, picture.rect());
        const double sign = side * 0.6;
        const QRectF corner(side - sign, side - sign, sign, sign);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tone.ground);
        painter.drawRoundedRect(corner, sign / 4, sign / 4);
        const double inset = sign * 0.14;
        paintShape(painter, corner.adjusted(inset, inset, -inset, -inset), light.shape, tone.text,
                   light.dashed);
        painter.end();
        icon.addPixmap(picture);
    }
    return icon;
}

/// Each call once for as long as it rings.
void WindowFace::noteRinging()
{
    constexpr qsizetype MostLookedAt = 50;
    QSet<model::CallId> ringing;
    for (const model::CallId id : m_desk.inHand.ids(MostLookedAt)) {
        const model::Call *const call = m_desk.calls.find(id);
        const model::Leg *const leg = call ? m_desk.views.ownLeg(*call) : nullptr;
        if (leg && leg->phase == model::CallPhase::Ringing)
            ringing.insert(id);
    }
    const bool isNew = !(ringing - m_ringing).isEmpty();
    m_ringing = ringing;
    if (isNew)
        askForAttention();
}

void WindowFace::askForAttention()
{
    if (m_window.isActiveWindow() || !m_window.isVisible())
        return;
    QApplication::alert(&m_window);
    Q_EMIT attentionAsked();
}

} // namespace widgets

#include "moc_windowface.cpp"
