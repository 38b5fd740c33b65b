#pragma once

#include "presentation/look/theme.h"
#include "support/conversation.h"
#include "widgets/agent/callcard.h"
#include "widgets/agent/callpanel.h"
#include "widgets/agent/callrow.h"
#include "widgets/agent/mainwindow.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTest>

/// A window on a desk whose server the test plays, and what a person finds in it.
struct WindowTest
{
    WindowTest()
        : window(talk.desk, theme)
    {
        window.show();
    }

    QPushButton *button(const QString &name) const { return named<QPushButton>(name); }
    QLabel *label(const QString &name) const { return named<QLabel>(name); }
    /// One that shows, where there are several: a call's card is kept while it is a row.
    template <class Widget>
    Widget *named(const QString &name) const
    {
        const QList<Widget *> all = window.findChildren<Widget *>(name);
        for (Widget *each : all) {
            if (each->isVisibleTo(&window))
                return each;
        }
        return all.value(0);
    }
    template <class Widget>
    Widget *find() const
    {
        return window.findChild<Widget *>();
    }
    /// The call as it is shown: its card or its row; nullptr: it is not.
    QWidget *face(model::CallId id) const
    {
        const auto *const panel = find<widgets::CallPanel>();
        QWidget *const whole = panel->card(id);
        return whole ? whole : panel->row(id);
    }
    /// Its whole card, which a person opens where it is a row.
    widgets::CallCard *card(model::CallId id) const
    {
        auto *const panel = find<widgets::CallPanel>();
        if (widgets::CallRow *const row = panel->row(id))
            row->click();
        return panel->card(id);
    }
    /// Long enough after the button has got its meaning.
    void press(const QString &name)
    {
        talk.clock.advance(std::chrono::seconds(1));
        QTest::mouseClick(button(name), Qt::LeftButton);
    }

    /// What stands in the menu of the first card; below "With options" where `submenu` is set.
    QAction *entry(const QString &label, bool submenu = false) const
    {
        QMenu *menu = button(QStringLiteral("more"))->menu();
        Q_EMIT menu->aboutToShow();
        if (submenu)
            menu = menu->findChild<QMenu *>();
        for (QAction *each : menu->actions()) {
            if (each->text().remove(u'&') == label)
                return each;
        }
        return nullptr;
    }
    /// A call that DN 7002, where Anna Berg sits, answers; this desktop's own DN is no party.
    void talkElsewhere(const QString &word)
    {
        const tlib::Dn other(QStringLiteral("7002"));
        talk.desk.registry.setDns(QList<model::DnEntry>{
            {.dn = support::Conversation::OwnDn},
            {.dn = other, .use = model::DnUse::Watched, .name = QStringLiteral("Anna Berg")}});
        talk.connect();
        if (const auto asked = talk.link.expect<tlib::RegisterAddress>())
            talk.link.answer(asked->second, {.type = tlib::MessageType::EventRegistered, .thisDn = other});
        for (const auto type : {tlib::MessageType::EventRinging, tlib::MessageType::EventEstablished}) {
            tlib::Event event = talk.event(type, support::Conversation::recording(word));
            event.thisDn = other;
            talk.link.push(event);
        }
    }
    /// Desk 7003 is consulted about the first call, which is on hold. Each event has its own number: one that
    /// is not newer than what is known changes nothing.
    void consult()
    {
        talk.say(tlib::MessageType::EventHeld);
        for (const auto type : {tlib::MessageType::EventDialing, tlib::MessageType::EventEstablished}) {
            tlib::Event event = talk.event(type, {}, Consultation);
            event.callType = tlib::CallType::Consult;
            event.transferConnId = support::Conversation::CallOne;
            event.otherDn = tlib::Dn(QStringLiteral("7003"));
            event.thisDnRole = tlib::DnRole::Origination;
            talk.link.push(event);
        }
    }
    static constexpr tlib::ConnId Consultation{0x006c029a6685d005};

    support::Conversation talk;
    presentation::Theme theme{presentation::ThemeChoice::Light};
    widgets::MainWindow window;
};
