#!/usr/bin/python3
"""A day in the practice, lived by one kind of hand alone: `day.py keyboard|mouse en|de`; at 200 % with QT_SCALE_FACTOR=2.

The person lets calls come, answers, pauses, resumes, is refused, sees somebody else pause, holds one call for another, shrinks the window
and releases a call. After each step the light says what the server says, on the accessibility bus and to tallylightctl alike, and can be seen.
The programs are those of $TALLYLIGHT_BIN (default: the PATH). Python is the system's, whose package python3-pyatspi is.
"""
import re
import sys
import time

import onscreen
import threeways
from onscreen import Failure, Keyboard, Window, fail_unless, focused

SEEN = 0.9  # seconds for which a call has to be seen before a button or a key is meant for it
WIDTH, HEIGHT = 1366, 768
BAR = "compact bar|Kompaktleiste"
GERMAN = {
    "Practice – no real calls": "Übung – keine echten Anrufe", "Halt": "Anhalten", "A call comes in": "Ein Anruf kommt",
    "Refuse the next": "Nächstes ablehnen", "Somebody pauses": "Jemand pausiert", "Answer": "Annehmen", "Pause": "Pausieren",
    "Resume": "Fortsetzen", "Hold": "Halten", "Release": "Auflegen", "Recording": "Aufzeichnung läuft", "Paused": "Pausiert",
    "Recording state": "Zustand der Aufzeichnung", "Today": "Heute", "1 message": "1 Meldung", "Close this message": "Diese Meldung schließen",
    "Other calls, and more": "Weitere Anrufe und mehr", "Open the window": "Fenster öffnen", "Settings": "Einstellungen",
    "Help": "Hilfe", "Messages": "Meldungen", "Menu": "Menü",
    "Compact bar": "Kompaktleiste", "Release the call?": "Auflegen?",
}


def button(window, name):
    def found(parts):
        return [part for part in parts if part.role in ("push button", "check box") and part.name == name and part.is_enabled]
    return found(window.wait(f"the button \"{name}\"", found))[-1]  # of the window that came last


class Keys:
    """Whatever has a key is reached by it, the rest by Tab and space."""

    def __init__(self, window):
        self.window, self.keyboard = window, Keyboard()

    def press(self, title, name):
        self.keyboard.turn_to(title)
        button(self.window, name)
        for _ in range(60):
            if focused(self.window.parts()) == name:
                break
            before = focused(self.window.parts())
            self.keyboard.press("Tab")
            self.window.wait("a step of the focus", lambda parts: focused(parts) != before)
        else:
            raise Failure(f"Tab does not come to \"{name}\"")
        self.keyboard.press("space")

    def choose(self, title, name, entry):
        self.press(title, name)
        with onscreen.focus_heard() as heard:
            for _ in range(30):
                self.keyboard.press("Down")
                if re.fullmatch(entry, heard() or ""):
                    self.keyboard.press("Return")
                    return
        raise Failure(f"the menu of \"{name}\" has no entry \"{entry}\"")

    def command(self, title, key, _entry):
        self.keyboard.turn_to(title)
        self.keyboard.press(key)

    def open_window(self):
        self.command(BAR, "ctrl+m", None)

    def close(self, _title):
        self.keyboard.press("Escape")


class Pointer:
    """Nothing but the pointer and its first button."""

    def __init__(self, window, words):
        self.window, self.words, self.tool = window, words, Keyboard.tool

    def click(self, part):
        x, y = self.in_sight(part)
        fail_unless(0 <= x < WIDTH and 0 <= y < HEIGHT, f"{part} stands off the screen, at {x}, {y}")
        self.tool("mousemove", str(x), str(y), "click", "1")

    def in_sight(self, part):
        """Its middle; where it is scrolled out of its window, the wheel is turned until it is not."""
        for _ in range(40):
            place, window = part.place(), part.window().place()
            x, y = place.x + place.width // 2, place.y + place.height // 2
            if window.y <= y < window.y + window.height:
                return x, y
            wheel = "4" if y < window.y else "5"
            self.tool("mousemove", str(window.x + window.width // 2), str(window.y + window.height // 2), "click", wheel)
        raise Failure(f"{part} cannot be scrolled to")

    def press(self, title, name):
        """In its window, which is taken to the front as from the taskbar."""
        self.tool("windowactivate", "--sync", self.tool("search", "--sync", "--onlyvisible", "--name", title)[-1])
        self.click(button(self.window, name))

    def windows(self):
        return set(self.tool("search", "--onlyvisible", "--pid", str(self.window.desktop.process.pid)))

    def geometry(self, window):
        return {name: int(value) for name, value in (line.split("=") for line in self.tool("getwindowgeometry", "--shell", window))}

    def choose(self, title, name, entry):
        """Down the menu of this button until an entry of this name is said; the bus knows no other place of it."""
        before = self.windows()
        self.press(title, name)
        deadline = time.monotonic() + threeways.PATIENCE
        while not (menu := self.windows() - before):
            fail_unless(time.monotonic() < deadline, f"\"{name}\" opens no menu")
        place = self.geometry(menu.pop())
        left, top, height = place["X"], place["Y"], place["HEIGHT"]
        fail_unless(top >= 0 and top + height <= HEIGHT, f"the menu of \"{name}\" stands off the screen")
        with onscreen.focus_heard() as heard:
            for y in range(top + 6, top + height, 8):
                self.tool("mousemove", str(left + 40), str(y))
                if not re.fullmatch(entry, heard() or ""):
                    continue
                self.tool("mousemove", str(left + 44), str(y))
                if re.fullmatch(entry, heard() or ""):  # it was not said of the entry above
                    self.tool("click", "1")
                    return
        raise Failure(f"the menu of \"{name}\" has no entry \"{entry}\"")

    def command(self, title, _key, entry):
        self.choose(title, self.words("Menu"), self.words(entry) + " ?…?(\t.*)?")

    def open_window(self):
        self.choose(BAR, self.words("Other calls, and more"), self.words("Open the window"))

    def close(self, title):
        """By the last button of its title bar."""
        def shown(parts):
            return [part for part in parts if part.role in ("frame", "dialog") and part.name == title]
        place = shown(self.window.wait(f"the window \"{title}\"", shown))[0].place()
        self.tool("mousemove", str(place.x + place.width - 10), str(place.y - 10), "click", "1")
        self.window.wait(f"the end of \"{title}\"", lambda parts: not shown(parts))


class Day:
    def __init__(self, site, hand, language):
        options = ["--language", language] if language != "en" else []
        self.language = language
        self.desktop = threeways.Desktop(site, "day", "--demo", *options)
        self.window = Window(self.desktop)
        self.hand = Keys(self.window) if hand == "keyboard" else Pointer(self.window, self.words)
        self.panel = self.words("Practice – no real calls")
        self.desk = "7001"

    def words(self, english):
        return GERMAN[english] if self.language == "de" else english

    def press(self, name, title=None):
        self.hand.press(title or self.desk, self.words(name))

    def let(self, name):
        self.press(name, self.panel)

    def calls(self, state):
        return [call for call in self.desktop.state.get("calls", []) if call["state"] == state]

    def comes_to(self, what, holds):
        self.desktop.wait(what, lambda _: holds())

    def light_says(self, word, recording):
        """The server's word, on the card and for programs; and the badge is on the screen."""
        self.comes_to(recording, lambda: any(call["recording"]["state"] == recording and call["recording"]["certain"]
                                             and not call["recording"]["pending"] for call in self.calls("talking")))
        badge = self.window.wait_for("label", f"{self.words('Recording state')}: {self.words(word)}")
        place = badge.place()
        fail_unless(place.x >= 0 and place.y >= 0 and place.x + place.width <= WIDTH and place.y + place.height <= HEIGHT,
                    f"the light stands off the screen: {place.x}, {place.y}, {place.width} x {place.height}")
        print(f"{recording:<8} {badge.text}", flush=True)

    def become_known(self):
        end = time.monotonic() + SEEN
        while time.monotonic() < end:
            self.window.parts()

    def answer_one(self):
        if not self.calls("ringing"):  # the script's first may have come before it was halted
            self.let("A call comes in")
        self.comes_to("a call that rings", lambda: self.calls("ringing"))
        self.become_known()
        self.press("Answer")
        self.comes_to("a call that talks", lambda: self.calls("talking"))
        self.light_says("Recording", "on")

    def pause_and_resume(self):
        self.become_known()
        self.press("Pause")
        self.light_says("Paused", "paused")
        self.become_known()
        self.press("Resume")
        self.light_says("Recording", "on")

    def be_refused(self):
        self.hand.choose(self.panel, self.words("Refuse the next"), "58 .*")
        self.become_known()
        self.press("Pause")
        if onscreen.SCALE > 1:  # there is room for a line that says how many
            button(self.window, self.words("1 message"))
            return self.light_says("Recording", "on")
        button(self.window, self.words("Close this message"))
        self.light_says("Recording", "on")
        self.become_known()
        self.press("Close this message")
        self.window.wait("an end of the message", lambda parts: all(part.name != self.words("Close this message") for part in parts))

    def be_overtaken(self):
        self.let("Somebody pauses")
        self.light_says("Paused", "paused")

    def take_another(self):
        self.press("Hold")
        self.comes_to("a call on hold", lambda: self.calls("held"))
        self.answer_one()
        paused = f"{self.words('Recording state')}: {self.words('Paused')}"
        self.window.wait_for("label", paused)  # of the one on hold, beside the other's

    def shrink(self):
        self.hand.command(self.desk, "ctrl+m", "Compact bar")
        button(self.window, self.words("Other calls, and more"))
        self.light_says("Recording", "on")
        self.hand.open_window()
        button(self.window, self.words("Menu"))
        self.light_says("Recording", "on")

    def look_up(self, key, entry):
        title = self.words(entry)
        self.hand.command(self.desk, key, entry)
        shows = Keyboard.tool("search", "--sync", "--onlyvisible", "--name", title)
        fail_unless(shows, f"\"{title}\" does not open")
        self.window.check_all(entry)
        self.become_known()
        self.hand.close(title)

    def end_calls(self):
        self.become_known()
        self.press("Release")  # the call is recorded: it is asked for
        self.press("Release", self.words("Release the call?"))
        self.comes_to("one call", lambda: len(self.desktop.state["calls"]) == 1)


def live(site, hand, language):
    day = Day(site, hand, language)
    day.let("Halt")
    day.answer_one()
    day.pause_and_resume()
    day.be_refused()
    day.be_overtaken()
    day.take_another()
    day.shrink()
    for key, entry in (("F1", "Help"), ("ctrl+comma", "Settings"), ("ctrl+shift+m", "Messages")):
        day.look_up(key, entry)
    day.end_calls()


def main():
    hand, language = sys.argv[1:]

    def walk(site):
        with onscreen.window_manager():
            live(site, hand, language)
    return onscreen.run("day", walk, f"a day by {hand}")


if __name__ == "__main__":
    sys.exit(main())
