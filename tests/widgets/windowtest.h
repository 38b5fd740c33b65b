#pragma once

#include "presentation/theme.h"
#include "support/conversation.h"
#include "widgets/mainwindow.h"

#include <QLabel>
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

    QPushButton *button(const QString &name) const { return window.findChild<QPushButton *>(name); }
    QLabel *label(const QString &name) const { return window.findChild<QLabel *>(name); }
    template <class Widget>
    Widget *find() const
    {
        return window.findChild<Widget *>();
    }
    /// Long enough after the button has got its meaning.
    void press(const QString &name)
    {
        talk.clock.advance(std::chrono::seconds(1));
        QTest::mouseClick(button(name), Qt::LeftButton);
    }

    support::Conversation talk;
    presentation::Theme theme{presentation::ThemeChoice::Light};
    widgets::MainWindow window;
};
