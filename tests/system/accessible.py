#!/usr/bin/python3
"""Reads both windows as a screen reader does: over the accessibility bus of a session of its own, on a screen of its own.

An agent's and a supervisor's desktop on one tallylight-sim. Whatever shows has a role and says something; each badge, button, time and
counter has its role, its name and its text; the time that passes is no news; Tab goes through the board as one reads it.
The programs are those of $TALLYLIGHT_BIN (default: the PATH). Python is the system's, whose package python3-pyatspi is.
"""
import pathlib
import re
import sys
import types

import onscreen
import threeways
from onscreen import Keyboard, Window, fail_unless

DURATION = re.compile(r"^(≥ )?\d\d:\d\d$")
NEWS = ("object:property-change:accessible-name", "object:property-change:accessible-description", "object:text-changed",
        "object:announcement", "object:property-change:accessible-value")
QUIET = 3  # seconds in which time alone passes


class Reading:
    def __init__(self, site):
        self.keyboard = Keyboard()
        self.walk = threeways.Walk(site)
        self.simulator = self.walk.simulator
        self.agent, self.supervisor = Window(self.walk.agent), Window(self.walk.supervisor)
        for window in (self.agent, self.supervisor):
            window.wait("a window", lambda parts: parts)

    def without_calls(self):
        self.agent.wait_for("label", "You are logged out")
        for window in (self.agent, self.supervisor):
            window.check_all("no call")

    def badges(self):
        """Each state as its badge says it, and as it is said in the board."""
        call = self.walk.new_call()
        self.agent.check_all("a call rings")
        self.walk.answer(call)
        self.badge(call, "Not recording", "Not recording")
        self.walk.ask(self.agent.desktop, "start", "--call", call)
        self.badge(call, "Recording", r"Recording, (≥ )?\d\d:\d\d$")
        self.walk.ask(self.agent.desktop, "pause", "--call", call)
        self.badge(call, "Paused", r"Paused, (≥ )?\d\d:\d\d( of \d\d:\d\d)?$")
        self.walk.ask(self.agent.desktop, "resume", "--call", call)
        self.badge(call, "Recording", r"Recording, (≥ )?\d\d:\d\d$")
        return call

    def badge(self, call, word, text):
        self.agent.check_texts([("label", f"Recording state: {word}", text)])
        def row_says(parts):
            cells = [part.name for part in parts if part.role == "table cell"]
            return "7001" in cells and cells[cells.index("7001") + 3] == word
        self.supervisor.wait(f"the row of {call} with {word}", row_says)
        for window in (self.agent, self.supervisor):
            window.check_all(word)

    def everything_on_the_card(self):
        self.agent.check_texts([
            ("panel", r"Call with \+493055501", None),
            ("panel", "You and the connection", None),
            ("label", "DN and agent", "7001"),
            ("push button", "Connection: Not encrypted", None),
            ("label", r"\+493055501", r"\+493055501$"),
            ("label", "Duration of the call", DURATION),
            ("label", "Calls in short", "1 call"),
            ("image", "How the recording went", r"(?s).*Recording since \d\d:\d\d:\d\d"),
            ("label", "File of the recording: SIM.*", "SIM"),
            *(("push button", name, None) for name in (
                "Pause", "Stop recording, asks first", "More for this call", "Copy the file name", "Hold", "Transfer", "Release",
                "Agent state: Ready", "Menu")),
        ])

    def everything_on_the_board(self):
        self.supervisor.check_texts([
            ("check box", "Recording: 1 call", "1$"),
            ("check box", "Paused: 0 calls", "0$"),
            ("check box", "Not recording: 0 calls", "0$"),
            ("check box", "Not certain or not known: 0 calls", "0$"),
            ("label", "DNs and calls in short", "3 DNs monitored"),
            ("label", "Chosen row", "Choose a row"),
            ("panel", "Connection", None),
            ("text", "Find agent, DN or party", ""),
            *(("push button", name, None) for name in (
                "Shown states: All states", "Record", "Stop recording, asks first", "More for this call", "Menu")),
        ])
        cells = [part.name for part in self.supervisor.parts() if part.role == "table cell"]
        recording = cells[4::7]
        fail_unless(sorted(recording) == ["No call", "No call", "Recording"], f"the board's lights read {recording}")

    def find_and_choose(self):
        self.keyboard.turn_to("Supervisor 7900")
        self.keyboard.press("ctrl+f")
        self.supervisor.wait_focus("Find agent, DN or party")
        self.keyboard.press("7", "0", "0", "1")
        self.supervisor.wait_for("push button", "Clear the field")
        self.keyboard.press("Down")
        self.supervisor.wait_for("label", "Chosen row", "7001")
        self.supervisor.check_all("a row is chosen")

    def tab_through_the_board(self):
        """As one reads it, and round to its beginning."""
        first = "Find agent, DN or party"
        self.keyboard.press("ctrl+f")
        self.supervisor.wait_focus(first)
        header = None  # the bus knows what is in it
        for name in ("Shown states: All states", "Recording: 1 call", "Paused: 0 calls", "Not recording: 0 calls",
                     "Not certain or not known: 0 calls", header, "Agents and their calls", "Pause", "Stop recording, asks first",
                     "More for this call", "Menu", "Agents", first):
            self.keyboard.press("Tab")
            self.supervisor.wait_focus(name)
        print("supervisor: Tab follows the board", flush=True)

    def log_in(self):
        """By keyboard alone; the button means the next step, and at last nothing is armed."""
        self.keyboard.turn_to("Tallylight")
        self.keyboard.press("Tab", "Tab", "Tab")
        for now, then in (("Log in", "Ready"), ("Ready", "No calls")):
            self.agent.wait_focus(now)
            self.keyboard.press("space")
            self.agent.wait_focus(then)
        print("agent: Log in, Ready, and the focus stays with the calls", flush=True)

    def refused(self, call):
        self.simulator.do("refuse", service="pause", code=93)
        fail_unless(self.agent.desktop.ctl("pause", "--call", call)[0] == 1, "the simulator has not refused")
        self.agent.check_texts([("panel", r"Recording could not be paused · \+493055501", None), ("push button", "Close this message", None)])
        self.agent.check_all("a message")

    def dialogs(self):
        """Each is opened as a screen reader presses buttons."""
        for button, title in (("Stop recording, asks first", "Stop recording\\?"), ("Transfer", "Transfer.*")):
            self.press(self.agent, "push button", button)
            self.agent.wait_for("dialog", title)
            self.agent.check_all(f"\"{button}\" asks")
            self.keyboard.press("Escape")
            self.agent.wait("an end of the question", lambda parts: all(part.role != "dialog" for part in parts))

    @staticmethod
    def press(window, role, name):
        window.wait_for(role, name).press()

    def trace(self):
        self.keyboard.turn_to("Supervisor 7900")
        self.keyboard.press("F10", "r")
        self.supervisor.wait_for("table", "Messages to and from the server")
        self.supervisor.check_all("the trace")
        self.keyboard.press("ctrl+w")

    def replay(self, site):
        log = pathlib.Path(__file__).parent.parent / "data" / "logs" / "one_call.log"
        window = Window(types.SimpleNamespace(name="replay", process=site.start("tallylight", "--replay", str(log), "--speed", "max")))
        window.wait_for("table cell", "Recorded 01:47, paused 00:30")  # of the timeline, which is painted
        window.check_texts([("label", "The log in short", "1 call"), ("label", "What the replay does", "End of the log")])
        window.check_all("a log")

    def settings(self):
        self.keyboard.turn_to("7001|Tallylight")
        self.keyboard.press("ctrl+comma")
        self.agent.wait_for("dialog", "Settings")
        self.agent.check_all("the settings")
        self.keyboard.press("Escape")

    def route_desk(self):
        self.simulator.do("call", **{"from": threeways.CALLER, "to": "8000"})
        self.press(self.supervisor, "page tab", r"Route desk \(1\)")
        self.supervisor.wait_for("push button", "Route")
        self.supervisor.check_all("the route desk")
        self.press(self.supervisor, "page tab", "Agents")

    def time_is_no_news(self, where):
        """Nothing happens for a while."""
        news = []
        note = news.append
        onscreen.pyatspi.Registry.registerEventListener(note, *NEWS)
        onscreen.gi.repository.GLib.timeout_add_seconds(QUIET, onscreen.pyatspi.Registry.stop)
        onscreen.pyatspi.Registry.start()
        onscreen.pyatspi.Registry.deregisterEventListener(note, *NEWS)
        said = sorted({f"{event.type} of {event.source.getRoleName()} \"{event.source.name}\"" for event in news})
        fail_unless(not said, f"{where}, nothing happens, and yet it is said:\n  " + "\n  ".join(said))
        print(f"{where:<58} nothing is said of the time that passes", flush=True)

    def long_until_the_next_attempt(self):
        """An attempt to connect is news; the seconds until then are not."""
        def is_long(parts):
            seconds = [int(found[1]) for found in (re.search(r"next try in (\d+) s", part.text or "") for part in parts) if found]
            return seconds and min(seconds) >= QUIET + 2
        for window in (self.agent, self.supervisor, self.agent):
            window.wait("some time until the next attempt", is_long)

    def lost(self):
        self.simulator.process.terminate()
        for window in (self.agent, self.supervisor):
            window.wait("the loss of the server", lambda parts: any("Link lost" in part.name + (part.text or "") for part in parts))
        self.agent.check_texts([("label", "Recording state: Not certain", "Not certain, last known: Recording")])
        self.supervisor.check_texts([("check box", "Not certain or not known: 1 call", "1$")])
        for window in (self.agent, self.supervisor):
            window.check_all("the server is lost")


def read(site):
    reading = Reading(site)
    reading.without_calls()
    reading.log_in()
    call = reading.badges()
    reading.everything_on_the_card()
    reading.everything_on_the_board()
    reading.time_is_no_news("a call is recorded")
    reading.find_and_choose()
    reading.tab_through_the_board()
    reading.refused(call)
    reading.dialogs()
    reading.settings()
    reading.trace()
    reading.replay(site)
    reading.route_desk()
    reading.lost()
    reading.long_until_the_next_attempt()
    reading.time_is_no_news("the server is lost")


if __name__ == "__main__":
    sys.exit(onscreen.run("accessible", read, "everything is said"))
