#pragma once

#include "core/frame.h"
#include "model/calls/call.h"
#include "presentation/words/calls/casedata.h"

#include <QHash>
#include <QSet>
#include <QWidget>

class QLabel;

namespace model {
class Desk;
}
namespace presentation {
class Theme;
}

namespace widgets {

class CallCard;
class CallRow;
class CallStack;
class CardColumn;
class EmptyState;
class EndedCall;
class HandWatch;
class SecondTick;

/// The calls in the order in which a person needs them (model::CallsInHand): the first as the whole card, the
/// others as rows that open into one; while there are none, what to do about it. What would move waits while
/// a hand is about to click (HandWatch): until then calls keep their places, new ones come at the end, and
/// one that has ended leaves its place empty. The lights never wait.
/// Nobody has more calls than MostCards: a server that says so is not to make the window stand still, so of
/// the rest a line says how many they are.
class CallPanel : public QWidget
{
    Q_OBJECT

public:
    CallPanel(model::Desk &desk, const presentation::Theme &theme, SecondTick &tick,
              QWidget *parent = nullptr);

    static constexpr int MostCards = 50;

    /// As it is shown now; nullptr where it is not.
    CallCard *card(model::CallId id) const;
    CallRow *row(model::CallId id) const;
    /// Where the focus of what concerns this call is at home: with its light, else with that of the call
    /// that it is a consultation of, else where no other call is.
    QWidget *home(model::CallId id);
    void setCaseKeys(const presentation::CaseKeys &keys);
    /// How much height there would be without any message: what gives way must not depend on them.
    void setRoom(int height);

Q_SIGNALS:
    void contentChanged(); ///< and with it, perhaps, the room that the calls need

private:
    enum class Form : quint8 { Whole, Row, Ended };
    struct Place
    {
        model::CallId id = {};
        Form form = Form::Row;

        bool operator==(const Place &) const = default;
    };
    using Places = QList<Place>;
    struct Face
    {
        CallCard *card = nullptr;
        CallRow *row = nullptr;
        EndedCall *ended = nullptr;
        bool isOpened = false; ///< by the person
    };

    bool isThere(model::CallId id) const;
    Places wanted() const;
    /// As it is shown, but for the lights of calls that have ended.
    Places withoutEnded() const;
    /// What may be shown while the rest waits: nothing moves.
    Places meanwhile() const;
    void follow();
    void arrange();
    void show(const Places &places);
    void place(const Places &places);
    model::CallId callAround(const QWidget *part) const;
    QWidget *widgetOf(const Place &place);
    CallCard *makeCard(model::CallId id);
    CallRow *makeRow(model::CallId id);
    void dropUnused();
    bool lightShows(model::CallId id) const;
    void setOpened(model::CallId id, bool isOpened);
    void fitHeight();
    void tellMore();
    void refresh(model::CallId id);
    void refreshOne(model::CallId id);
    void refreshAll();
    void tick();

    model::Desk &m_desk;
    const presentation::Theme &m_theme;
    presentation::CaseKeys m_caseKeys;
    SecondTick &m_tick;
    CallStack *m_stack;
    CardColumn *m_noCalls;
    EmptyState *m_empty;
    QLabel *m_more;
    HandWatch *m_hand;
    core::Frame m_arranging;
    QHash<model::CallId, Face> m_faces;
    Places m_shown;
    int m_room = 0;
};

} // namespace widgets
