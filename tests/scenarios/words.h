#pragma once

#include "backends/simulator/switch/switchconfiguration.h"
#include "model/desk.h"

#include <QJsonObject>

/// What the words of a scenario stand for.
namespace words {

using Words = QStringList;

/// The value of "key=value" among the words.
QString valueOf(const Words &words, const QString &key);
model::RecordingOptions optionsFrom(const Words &words);
model::RouteOrder orderFrom(const Words &words);

/// A contact centre as every scenario finds it, and how it is set up otherwise.
QJsonObject plainSite();
/// "recorder key=value …" or "8000 key=value …".
void setUp(QJsonObject &site, const Words &words);
simulator::SwitchConfiguration configurationOf(const QJsonObject &site);
/// How its media server tells a recording.
model::RecordingKeys keysOf(const simulator::SwitchConfiguration &site);

/// What `state` tells of the latest session of a call, against "sessions=2 dn=7001 id=x dest=… dest2=…
/// p:tone=on r:why=audit recorded=3 silence=2" (seconds). Empty when it is so.
QString differenceIn(const QJsonObject &call, const Words &expected);

} // namespace words
