#pragma once

#include "core/frame.h"
#include "model/calls/call.h"
#include "model/calls/calllist.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace model {
class Desk;
}
namespace presentation {
class Theme;
}

namespace widgets {

class CallCard;
class EmptyState;
class SecondTick;

/// The calls as cards, in the order in which they came; while there are none, what to do about it. Nobody has
/// more calls than fit into MostCards: a server that says so is not to make the window stand still, so of the
/// rest a line says how many they are.
class CallPanel : public QWidget
{
    Q_OBJECT

public:
    CallPanel(model::Desk &desk, const presentation::Theme &theme, SecondTick &tick,
              QWidget *parent = nullptr);

    static constexpr int MostCards = 50;

    CallCard *card(model::CallId id) const { return m_cards.value(id); }
    /// Where the focus of what concerns this call is at home: on its card, else on that of the call that it
    /// is a consultation of, else where no other call is.
    QWidget *home(model::CallId id);

Q_SIGNALS:
    void contentChanged(); ///< and with it, perhaps, the room that the cards need

private:
    void insert(model::CallId id);
    void addCard(model::CallId id);
    void fill();
    void remove(model::CallId id);
    void refresh(model::CallId id);
    /// What can be done to a call that somebody is consulted about depends on the consultation, and the other
    /// way round.
    void refreshOther(model::CallId id);
    void refreshAll();
    void tick();
    void follow();

    model::Desk &m_desk;
    const presentation::Theme &m_theme;
    SecondTick &m_tick;
    QVBoxLayout *m_column;
    EmptyState *m_empty;
    QLabel *m_more;
    core::Frame m_filling;
    QHash<model::CallId, CallCard *> m_cards;
};

} // namespace widgets
