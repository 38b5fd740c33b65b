#!/usr/bin/python3
"""What an agent's desktop costs on a real screen: `desktopcosts.py BIN [MINUTES]`, where BIN holds the programs and bare_window.

Its start beside that of a bare Qt window, memory with bar and tray, wake-ups while nothing happens, the time from a click to the badge that
waits, and how memory grows in the practice at ten times speed (for so many minutes; none: it is left out). Prints each goal.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "system"))
import day  # noqa: E402
import onscreen  # noqa: E402
import threeways  # noqa: E402

RUNS = 15
IDLE = 20  # seconds


def report(what, figure, unit, goal):
    print(f"{what:<62} {figure:8.2f} {unit:<10} goal {goal}", flush=True)


def first_window(command, environment):
    """Seconds from the start of the program until a window of it is mapped."""
    watch = subprocess.Popen(["stdbuf", "-oL", "xev", "-root", "-event", "substructure"], stdout=subprocess.PIPE, text=True)
    time.sleep(0.2)  # it says nothing of when it listens
    begin = time.monotonic()
    program = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not watch.stdout.readline().startswith("MapNotify"):
        pass
    took = time.monotonic() - begin
    for process in (program, watch):
        process.terminate()
        process.wait()
    return took


def status(process, field):
    for line in pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if line.startswith(field + ":"):
            return int(line.split()[1])
    raise RuntimeError(f"no {field}")


def wakeups(process):
    tasks = pathlib.Path(f"/proc/{process.pid}/task").iterdir()
    return sum(int(line.split()[1]) for task in tasks for line in (task / "status").read_text().splitlines()
               if line.startswith("voluntary_ctxt_switches"))


def wakeups_a_second(process):
    before, begin = wakeups(process), time.monotonic()
    time.sleep(IDLE)
    return (wakeups(process) - before) / (time.monotonic() - begin)


def start(site, programs, server):
    bare, ours = [], []
    for _ in range(RUNS):  # by turns, as a machine is not always as fast
        bare.append(first_window([str(programs / "bare_window")], site.environment))
        ours.append(first_window([str(programs / "tallylight"), "--instance", "start", "--connect", server, "--dn", "7001"],
                                 site.environment))
    print(f"  medians of {RUNS}: bare {statistics.median(bare) * 1000:.0f} ms, ours {statistics.median(ours) * 1000:.0f} ms")
    report("start to the window, beside a bare Qt window", statistics.median(ours) / statistics.median(bare), "x", "1.3")


def desk(site, simulator, name, settings):
    file = site.folder / f"{name}.ini"
    file.write_text(settings)
    desktop = threeways.Desktop(site, name, "--connect", f"tlib://127.0.0.1:{simulator.port}", "--dn", "7001", "--config", str(file))
    desktop.wait("a connection", lambda state: state["link"]["state"] == "connected")
    return desktop


def talk(simulator, desktop):
    call = simulator.do("call", **{"from": threeways.CALLER, "to": "7001"})["connId"]
    simulator.do("answer", connId=call)
    desktop.wait("the call", lambda _: desktop.call(call) and desktop.call(call)["state"] == "talking")
    simulator.do("recorder", connId=call, state="on")
    desktop.wait("a recording", lambda _: desktop.call(call)["recording"]["state"] == "on")
    return call


def click_to_overlay(desktop, call):
    window = onscreen.Window(desktop)
    took = []
    for _ in range(RUNS):
        time.sleep(1)
        place = window.wait_for("push button", "Pause|Resume").place()
        onscreen.Keyboard.tool("mousemove", str(place.x + place.width // 2), str(place.y + place.height // 2))
        begin = time.monotonic()
        onscreen.Keyboard.tool("click", "1")
        desktop.wait("what is asked for", lambda _: desktop.call(call)["recording"]["pending"])
        took.append(time.monotonic() - begin)
        desktop.wait("the answer", lambda _: not desktop.call(call)["recording"]["pending"])
    report("click to what waits, xdotool and tallylightctl included", max(took) * 1000, "ms (most)", "50")


def measure(site, programs, minutes):
    simulator = threeways.Simulator(site)
    server = f"tlib://127.0.0.1:{simulator.port}"
    start(site, programs, server)

    desktop = desk(site, simulator, "whole", "[tray]\nshown=yes\n")
    report("wake-ups, connected, no call", wakeups_a_second(desktop.process), "a second", "0 but ADDP")
    call = talk(simulator, desktop)
    report("wake-ups, a call's time on the screen", wakeups_a_second(desktop.process), "a second", "4")
    click_to_overlay(desktop, call)
    report("memory, window and tray, a call (RSS)", status(desktop.process, "VmRSS") / 1024, "MB", "50")
    desktop.process.terminate()
    desktop.process.wait()

    desktop = desk(site, simulator, "bar", "[tray]\nshown=yes\n[window]\nopensAs=bar\n")
    desktop.wait("the call", lambda state: state["calls"])
    report("memory, compact bar and tray, a call (RSS)", status(desktop.process, "VmRSS") / 1024, "MB", "50")
    desktop.process.terminate()
    desktop.process.wait()
    if minutes:
        grow(site, minutes)


def grow(site, minutes):
    """At ten times speed; the first minute, in which each part is made once, does not count."""
    practice = day.Day(site, "mouse", "en")
    practice.hand.click(practice.window.wait_for("check box", "Speed 10"))
    begin, samples = time.monotonic(), []
    while time.monotonic() - begin < minutes * 60:
        time.sleep(5)
        samples.append((time.monotonic() - begin, status(practice.desktop.process, "VmRSS") / 1024))
    late = [sample for sample in samples if sample[0] >= 60]
    slope = statistics.linear_regression([when for when, _ in late], [size for _, size in late]).slope
    print("  RSS at each minute: " + " ".join(f"{size:.1f}" for _, size in samples[::12]))
    report(f"practice at ten times speed, {minutes} min: growth in an hour", slope * 3600, "MB", "1")


def main():
    programs = pathlib.Path(sys.argv[1]).resolve()
    minutes = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    threeways.PROGRAMS = programs

    def walk(site):
        tray = subprocess.Popen(["trayer"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=site.environment)
        try:
            measure(site, programs, minutes)
        finally:
            tray.terminate()
            tray.wait()
    return onscreen.run("desktopcosts", walk, "measured")


if __name__ == "__main__":
    sys.exit(main())
