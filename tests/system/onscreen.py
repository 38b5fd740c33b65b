"""A program's windows on a screen of its own, as the accessibility bus tells of them; keys and a pointer for them."""
import contextlib
import os
import queue
import re
import subprocess
import sys
import tempfile
import time
import types

import threeways

SCALE = int(os.environ.get("QT_SCALE_FACTOR", "1"))
SAID = re.compile(r"\w")
WITHOUT_WORDS = {"unknown", "filler", "image", "invalid"}  # roles that say nothing by themselves


class Failure(RuntimeError):
    pass


def fail_unless(holds, what):
    if not holds:
        raise Failure(what)


def in_a_session_of_its_own():
    """Starts this again with a session bus: the accessibility bus and its registry come up on it by themselves, in a folder of their own,
    so that those of another session are not met."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "TALLYLIGHT_SESSION": folder, "HOME": folder, "XDG_RUNTIME_DIR": folder, "XDG_CACHE_HOME": folder}
        return subprocess.run(["dbus-run-session", "--", sys.executable, *sys.argv], env=environment).returncode


@contextlib.contextmanager
def screen():
    reading, writing = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset"],
                              pass_fds=[writing], stderr=subprocess.DEVNULL)
    try:
        yield f":{os.read(reading, 20).decode().strip()}"
    finally:
        server.terminate()
        server.wait()


@contextlib.contextmanager
def window_manager():
    manager = subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        manager.terminate()
        manager.wait()


class Part:
    """What a screen reader is told of one part of a window."""

    def __init__(self, accessible):
        self.accessible = accessible
        states = accessible.getState()
        self.role, self.name, self.description = accessible.getRoleName(), accessible.name, accessible.description
        self.shows = states.contains(pyatspi.STATE_SHOWING)
        self.takes_focus = states.contains(pyatspi.STATE_FOCUSABLE)
        self.has_focus = states.contains(pyatspi.STATE_FOCUSED)
        self.is_enabled = states.contains(pyatspi.STATE_ENABLED)
        self.children = [child for child in (accessible.getChildAtIndex(i) for i in range(accessible.childCount)) if child]

    @property
    def text(self):
        if "Text" not in pyatspi.listInterfaces(self.accessible):
            return None
        return self.accessible.queryText().getText(0, -1)

    def press(self):
        """As a screen reader does it."""
        self.accessible.queryAction().doAction(0)

    def place(self):
        """On the screen, in its pixels; Qt tells of its own."""
        told = self.accessible.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        return types.SimpleNamespace(x=told.x * SCALE, y=told.y * SCALE, width=told.width * SCALE, height=told.height * SCALE)

    def window(self):
        above = self.accessible
        while above.parent.getRoleName() != "application":
            above = above.parent
        return Part(above)

    def __str__(self):
        return f"{self.role} \"{self.name}\" (text {self.text!r}, description \"{self.description}\")"


def focused(parts):
    """A table and a row of tabs say of their current part, too, that it has the focus."""
    return next((part.name for part in parts if part.has_focus and part.role not in ("page tab", "table cell")), None)


class Window:
    """All that shows in the windows of one program."""

    def __init__(self, desktop):
        self.desktop = desktop

    def root(self):
        for application in pyatspi.Registry.getDesktop(0):
            if application and application.get_process_id() == self.desktop.process.pid:
                return application
        return None

    def parts(self):
        def below(accessible):
            try:
                part = Part(accessible)
            except gi.repository.GLib.GError:  # it has gone meanwhile
                return
            if part.shows or part.role == "table row header":
                yield part
                for child in part.children:
                    if part.text is None or child.getRoleName() != "filler":  # a text is read as one, not by what it is drawn on
                        yield from below(child)
        root = self.root()
        return list(below(root))[1:] if root else []

    def wait(self, what, holds):
        """The parts, once this holds of them."""
        deadline = time.monotonic() + threeways.PATIENCE
        while True:
            parts = self.parts()
            if holds(parts):
                return parts
            if time.monotonic() > deadline:
                raise Failure(f"{self.desktop.name}: {what} is not there:\n  " + "\n  ".join(map(str, parts)))
            time.sleep(0.05)

    def wait_for(self, role, name, text=None):
        """The part of this role and name, once its text matches."""
        def found(parts):
            return [part for part in parts if part.role == role and re.fullmatch(name, part.name)
                    and (text is None or re.match(text, part.text or ""))]
        return found(self.wait(f"{role} \"{name}\" with the text \"{text}\"", found))[0]

    def wait_focus(self, name):
        self.wait(f"the focus on \"{name}\"", lambda parts: focused(parts) == name)

    def check_all(self, where):
        """What shows says something, and what the keyboard reaches has a name."""
        faults = []
        for part in self.parts():
            says = SAID.search(part.name) or SAID.search(part.text or "")
            is_painted = not part.children and part.role != "panel"
            if part.role == "unknown" or (part.role in WITHOUT_WORDS and (is_painted or part.name) and not says):
                faults.append(f"nothing is said of {part}")
            elif part.role == "filler" and (part.name or part.description or is_painted and part.text):
                faults.append(f"no role for {part}")
            elif part.takes_focus and not SAID.search(part.name) and part.role != "table cell":
                faults.append(f"no name for {part}")
            elif part.role in ("push button", "check box", "radio button", "combo box", "page tab") and not SAID.search(part.name):
                faults.append(f"no name for {part}")
        fail_unless(not faults, f"{self.desktop.name}, {where}:\n  " + "\n  ".join(faults))
        print(f"{self.desktop.name + ', ' + where:<58} all that shows says what it is", flush=True)

    def check_texts(self, wanted):
        for role, name, text in wanted:
            part = self.wait_for(role, name, text)
            print(f"{self.desktop.name:<10} {part.role:<14} {part.name:<44} {part.text or ''}".rstrip(), flush=True)


class Keyboard:
    @staticmethod
    def tool(*arguments):
        done = subprocess.run(["xdotool", *arguments], capture_output=True, text=True, check=True, timeout=threeways.PATIENCE)
        return done.stdout.split()

    def turn_to(self, title):
        self.tool("windowfocus", "--sync", self.tool("search", "--sync", "--onlyvisible", "--name", title)[-1])

    def press(self, *keys):
        self.tool("key", "--clearmodifiers", *keys)


@contextlib.contextmanager
def focus_heard():
    """Gives what asks for the name of what got the focus last; menus are told of by that alone."""
    names = []

    def note(event):
        if event.detail1:
            names.append(event.source.name)

    def heard():
        deadline = time.monotonic() + 0.3  # a menu that stays at its entry says nothing
        before = len(names)
        while time.monotonic() < deadline and len(names) == before:
            gi.repository.GLib.MainContext.default().iteration(False)
        return names[-1] if names else None
    pyatspi.Registry.registerEventListener(note, "object:state-changed:focused")
    try:
        yield heard
    finally:
        pyatspi.Registry.deregisterEventListener(note, "object:state-changed:focused")


def run(name, walk, success):
    """Walks on a screen and a bus of its own, with a threeways.Site whose programs show there; returns the exit code."""
    global gi, pyatspi
    if "TALLYLIGHT_SESSION" not in os.environ:
        return in_a_session_of_its_own()
    with screen() as display:
        os.environ["DISPLAY"] = display
        import gi.repository
        import pyatspi
        bus = pyatspi.Registry.getDesktop(0)
        bus.setCacheMask(pyatspi.cache.NONE)  # each question is asked anew
        fail_unless(bus.childCount == 0, "there are programs on a bus that has just come up")  # and it is up before they look for it
        site = threeways.Site(os.environ["TALLYLIGHT_SESSION"])
        site.environment.update(QT_QPA_PLATFORM="xcb", DISPLAY=display, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
        site.environment.pop("WAYLAND_DISPLAY", None)
        try:
            walk(site)
        except (RuntimeError, queue.Empty, subprocess.SubprocessError) as trouble:
            print(f"{name}: {trouble}", file=sys.stderr)
            return 1
        finally:
            site.end()
    print(success)
    return 0
