#pragma once

#include "presentation/words/connectiontext.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace presentation {
class Theme;
}

namespace widgets {

namespace Ui {
class EmptyState;
}

/// What stands where the calls would: how things are, and what to do.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    /// Says how things are, and what to do.
    using Look = std::function<presentation::EmptyLook(const model::Desk &, core::Instant)>;

    EmptyState(model::Desk &desk, const presentation::Theme &theme,
               const Look &look = &presentation::emptyLook, QWidget *parent = nullptr);
    ~EmptyState() override;

    void refresh();
    /// Whether the person here may set the connection: others cannot mend it by setting up.
    void setConnectionOwn(bool isOwn);

Q_SIGNALS:
    void setUpRequested();

private:
    void takeTones();
    void act();
    bool offersSetUp(const presentation::EmptyLook &look) const;

    std::unique_ptr<Ui::EmptyState> m_ui;
    model::Desk &m_desk;
    const presentation::Theme &m_theme;
    const Look m_look;
    bool m_isConnectionOwn = true;
    presentation::EmptyPicture m_picture = presentation::EmptyPicture::Unknown;
};

} // namespace widgets
