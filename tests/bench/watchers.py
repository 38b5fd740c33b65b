#!/usr/bin/env python3
"""What three programs that watch cost a supervisor's desktop with 1,000 calls, of which 50 change each second.

    tests/bench/watchers.py build/bench/bin

Starts the real programs on a loopback port, offscreen, and prints the processor's share of the desktop without and with
the three `tallylightctl watch`; the difference is theirs.
"""
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CALLS, CHANGES, WATCHERS, SECONDS = 1000, 50, 3, 20


def main():
    programs = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        for name in ("config", "data", "state", "runtime"):
            os.mkdir(f"{folder}/{name}", 0o700)
        environment = dict(
            os.environ, QT_QPA_PLATFORM="offscreen", XDG_CONFIG_HOME=f"{folder}/config", XDG_DATA_HOME=f"{folder}/data",
            XDG_STATE_HOME=f"{folder}/state", XDG_RUNTIME_DIR=f"{folder}/runtime")
        started = []
        try:
            measure(programs, Path(folder), environment, started)
        finally:
            for program in reversed(started):
                program.kill()
                program.wait()


def measure(programs, folder, environment, started):
    dns = [{"dn": str(10000 + i), "type": "extension", "record": True} for i in range(CALLS)] + [{"dn": "7900", "type": "extension"}]
    (folder / "switch.json").write_text(json.dumps({"dns": dns}))
    simulator = subprocess.Popen([programs / "tallylight-sim", "--listen", "127.0.0.1:0", "--config", folder / "switch.json"],
                                 stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True)
    started.append(simulator)
    server = simulator.stdout.readline().split()[-1]

    def order(**command):
        simulator.stdin.write(json.dumps(command) + "\n")
        simulator.stdin.flush()
        answer = json.loads(simulator.stdout.readline())
        assert answer["ok"], answer
        return answer

    desktop = subprocess.Popen(
        [programs / "tallylight", "--connect", f"tlib://{server}", "--role", "supervisor", "--dn", "7900", "--dn", f"10000-{9999 + CALLS}"],
        env=environment, stderr=subprocess.DEVNULL)
    started.append(desktop)
    calls = []
    for i in range(CALLS):
        calls.append(order(do="call", **{"from": f"+49305550{i:04}", "to": str(10000 + i)})["connId"])
        order(do="answer", dn=str(10000 + i), connId=calls[-1])

    def share():
        paused = set()
        began, used, changes = time.monotonic(), cpu_of(desktop.pid), 0
        while (now := time.monotonic() - began) < SECONDS:
            while changes < now * CHANGES:
                call = changes % CALLS
                paused ^= {call}
                order(do="recorder", connId=calls[call], state="paused" if call in paused else "on")
                changes += 1
            time.sleep(0.01)
        for call in paused:
            order(do="recorder", connId=calls[call], state="on")
        return 100 * (cpu_of(desktop.pid) - used) / (time.monotonic() - began), changes

    def watch():
        return subprocess.Popen([programs / "tallylightctl", "watch"], env=environment, stdout=subprocess.DEVNULL)

    wait_for_calls(programs, environment)
    alone, changes = share()
    started.extend(watch() for _ in range(WATCHERS))
    watched, _ = share()
    print(f"{CALLS} calls, {changes} changes in {SECONDS} s: {alone:.1f} % of a core alone, {watched:.1f} % with {WATCHERS} "
          f"that watch: {watched - alone:.1f} % for them (goal 3 %)")


def wait_for_calls(programs, environment):
    """Until the desktop shows them all, for a minute at most."""
    for _ in range(60):
        state = subprocess.run([programs / "tallylightctl", "state"], env=environment, capture_output=True, text=True, check=False)
        if state.returncode == 0 and len(json.loads(state.stdout)["calls"]) == CALLS:
            return
        time.sleep(1)
    sys.exit("the desktop does not show the calls")


def cpu_of(process):
    """Seconds of the processor that a process has used, its own and the system's for it."""
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


main()
