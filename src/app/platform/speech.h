#pragma once

class QString;

namespace app {

/// Says the text with the system's speech service, in the place of what it is saying; silently nothing where
/// there is none. Nothing is waited for.
void say(const QString &text);
/// Whether there is a speech service.
bool canSpeak();

} // namespace app
