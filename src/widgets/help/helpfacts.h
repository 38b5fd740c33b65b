#pragma once

#include "model/settings/keys/command.h"

#include <QHash>
#include <QList>
#include <QString>

#include <functional>

namespace widgets {

/// Where the program's files are on this machine.
struct HelpPlaces
{
    QString policy = {};
    QString settings = {};
    QString log = {};
    QString journal = {};
    QString socket = {};
    QString bundle = {}; ///< the folder that it is offered to be saved in
};

/// What the pages say of this program as it runs now.
struct HelpFacts
{
    model::KeyTable inWindow = {};
    model::KeyTable everywhere = {};
    QString hotkeyObstacle = {}; ///< why there can be none, in a sentence
    QHash<model::Command, QString> hotkeyTroubles = {};
    HelpPlaces places = {};
};

/// What is inside the program, or loaded by it.
struct ProgramPart
{
    QString name = {};
    QString version = {}; ///< of what runs; empty: it does not say
    QString licence = {};
};

/// Asked each time that a page, or the dialog about the program, is shown.
struct HelpSource
{
    std::function<HelpFacts()> facts = [] { return HelpFacts{}; };
    std::function<QList<ProgramPart>()> parts = [] { return QList<ProgramPart>{}; };
};

} // namespace widgets
