#pragma once

#include "presentation/look/recordinglook.h"

#include <QIcon>
#include <QObject>
#include <QSet>

class QWidget;

namespace model {
class Desk;
}

namespace widgets {

/// What the system shows of a window among all others: its title, its icon (the program's, which is neutral,
/// with the light's shape in a corner), and that it asks for attention while another window is in front: for
/// a call that rings here, and for a failure.
class WindowFace : public QObject
{
    Q_OBJECT

public:
    WindowFace(QWidget &window, model::Desk &desk, const presentation::Theme &theme);

    /// nullopt: no light, the program's icon alone.
    void show(const QString &title, const std::optional<presentation::RecordingLook> &light);

    /// The program's icon with the light's shape in a corner.
    static QIcon iconWith(const presentation::RecordingLook &light, const QIcon &program,
                          const presentation::Theme &theme);

Q_SIGNALS:
    void attentionAsked();

private:
    void showIcon();
    void noteRinging();
    void askForAttention();

    QWidget &m_window;
    model::Desk &m_desk;
    const presentation::Theme &m_theme;
    std::optional<presentation::RecordingLook> m_light;
    QSet<model::CallId> m_ringing;
};

} // namespace widgets
