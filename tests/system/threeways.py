#!/usr/bin/env python3
"""Walks the three ways to record and the four services, with real programs.

One tallylight-sim, the desktop of agent 7001 and that of supervisor 7900, driven through tallylightctl alone. After every
step both desktops must show the same, and it must be certain; each step prints what they agree on.
The programs are those of $TALLYLIGHT_BIN (default: the PATH).
"""
import json
import os
import pathlib
import queue
import subprocess
import sys
import tempfile
import threading
import time

PATIENCE = 20  # seconds; a step takes some 0.2
PROGRAMS = pathlib.Path(os.environ["TALLYLIGHT_BIN"]) if "TALLYLIGHT_BIN" in os.environ else None
SWITCH = {
    "dns": [{"dn": "7001", "agentId": "1001", "agentName": "Amira Haddad"}, {"dn": "7002"}, {"dn": "7900"},
            {"dn": "8000", "type": "routing-point"}],
    "recorder": {"delayMs": 50},
}
CALLER = "+493055501"


def program(name):
    return str(PROGRAMS / name) if PROGRAMS else name


class Lines:
    """The lines that a process says, with a limit to how long they are waited for."""

    def __init__(self, process):
        self.lines = queue.Queue()
        threading.Thread(target=self._read, args=(process.stdout,), daemon=True).start()

    def _read(self, stream):
        for line in stream:
            self.lines.put(line)
        self.lines.put(None)

    def next(self, limit=PATIENCE):
        line = self.lines.get(timeout=limit)
        if line is None:
            raise RuntimeError("a program has ended too early")
        return line


class Site:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "HOME": folder,
                            "XDG_CONFIG_HOME": folder, "XDG_RUNTIME_DIR": folder}
        self.started = []

    def start(self, *command):
        process = subprocess.Popen([program(command[0]), *command[1:]], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL, env=self.environment, text=True)
        self.started.append(process)
        return process

    def end(self):
        for process in reversed(self.started):
            if process.poll() is None:
                process.terminate()
        for process in self.started:
            process.wait(PATIENCE)


class Simulator:
    def __init__(self, site):
        configuration = site.folder / "switch.json"
        configuration.write_text(json.dumps(SWITCH))
        self.process = site.start("tallylight-sim", "--listen", "127.0.0.1:0", "--config", str(configuration))
        self.lines = Lines(self.process)
        self.port = self.lines.next().strip().rsplit(":", 1)[1]

    def do(self, verb, **parameters):
        self.process.stdin.write(json.dumps({"do": verb, **parameters}) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.lines.next())
        if not answer["ok"]:
            raise RuntimeError(f"{verb}: {answer['error']}")
        return answer


class Desktop:
    def __init__(self, site, name, *options):
        self.site, self.name = site, name
        self.process = site.start("tallylight", "--instance", name, *options)
        self.state = {}
        deadline = time.monotonic() + PATIENCE
        while True:  # it comes too early until the desktop listens
            watch = site.start("tallylightctl", "--instance", name, "watch")
            self.lines = Lines(watch)
            try:
                self.state = json.loads(self.lines.next())
                break
            except (RuntimeError, queue.Empty):
                if time.monotonic() > deadline:
                    raise RuntimeError(f"the desktop {name} cannot be reached") from None

    def ctl(self, *arguments):
        done = subprocess.run([program("tallylightctl"), "--instance", self.name, *arguments], env=self.site.environment,
                              capture_output=True, text=True, timeout=PATIENCE)
        return done.returncode, done.stderr.strip()

    def wait(self, what, holds):
        deadline = time.monotonic() + PATIENCE
        while not holds(self.state):
            try:
                self.state = json.loads(self.lines.next(max(0.01, deadline - time.monotonic())))
            except queue.Empty:
                raise RuntimeError(f"{self.name} does not show {what}: {json.dumps(self.state)}") from None

    def call(self, conn_id):
        return next((call for call in self.state.get("calls", []) if call["connId"] == conn_id), None)


class Walk:
    def __init__(self, site):
        self.simulator = Simulator(site)
        server = f"tlib://127.0.0.1:{self.simulator.port}"
        self.agent = Desktop(site, "agent", "--connect", server, "--dn", "7001")
        self.supervisor = Desktop(site, "supervisor", "--connect", server, "--role", "supervisor", "--dn", "7900",
                                  "--dn", "7001", "--dn", "7002", "--routing-point", "8000")
        for desktop in (self.agent, self.supervisor):
            desktop.wait("a connection", lambda state: state["link"]["state"] == "connected")

    def agree(self, step, conn_id, wanted):
        """Both show the call so, with certainty, and so does the simulator."""
        for desktop in (self.agent, self.supervisor):
            def shows(_):
                call = desktop.call(conn_id)
                return call and call["recording"]["certain"] and not call["recording"]["pending"] \
                    and call["recording"]["state"] == wanted
            desktop.wait(f"{wanted} after \"{step}\"", shows)
        files = {desktop.call(conn_id)["recording"]["file"] for desktop in (self.agent, self.supervisor)}
        if len(files) != 1:
            raise RuntimeError(f"{step}: the desktops name different files: {files}")
        print(f"{step:<58} agent and supervisor: {wanted:<7} {files.pop()}", flush=True)

    def ask(self, desktop, *arguments):
        code, said = desktop.ctl(*arguments)
        if code != 0:
            raise RuntimeError(f"{desktop.name} {' '.join(arguments)} ended with {code}: {said}")

    def new_call(self, to="7001"):
        return self.simulator.do("call", **{"from": CALLER, "to": to})["connId"]

    def answer(self, call):
        self.agent.wait("a ringing call", lambda state: (self.agent.call(call) or {}).get("state") == "ringing")
        self.ask(self.agent, "answer", "--call", call)

    def release(self, call):
        self.ask(self.agent, "release", "--call", call)
        for desktop in (self.agent, self.supervisor):
            desktop.wait("the end of the call", lambda state: desktop.call(call) is None)

    def by_configuration(self):
        self.simulator.do("configure", dn="7001", record=True)
        call = self.new_call()
        self.answer(call)
        self.agree("way 1, the DN's configuration", call, "on")
        self.release(call)
        self.simulator.do("configure", dn="7001", record=False)

    def by_route(self):
        call = self.new_call("8000")
        self.supervisor.wait("the waiting call", lambda state: any(w["connId"] == call for w in state.get("waiting", [])))
        self.ask(self.supervisor, "route", "--call", call, "--to", "7001", "--record", "destination", "--id", "route-17")
        self.answer(call)
        self.agree("way 2, routed by the supervisor with record=destination", call, "on")
        self.release(call)

    def by_service(self):
        call = self.new_call()
        self.answer(call)
        self.agree("not recorded: neither configured nor routed so", call, "off")
        self.ask(self.supervisor, "start", "--call", call, "--id", "case-17", "--param", "tone=on", "--reason", "why=audit")
        self.agree("way 3, started by the supervisor, who is no party", call, "on")
        self.ask(self.agent, "pause", "--call", call, "--reason", "why=card")
        self.agree("paused by the agent", call, "paused")
        self.ask(self.supervisor, "resume", "--call", call)
        self.agree("resumed by the supervisor", call, "on")
        self.ask(self.supervisor, "pause", "--call", call)
        self.agree("paused by the supervisor", call, "paused")
        self.ask(self.agent, "resume", "--call", call)
        self.agree("resumed by the agent", call, "on")
        self.ask(self.agent, "stop", "--yes", "--call", call)
        self.agree("stopped by the agent", call, "off")
        self.ask(self.agent, "start", "--call", call)
        self.agree("started again by the agent: a second file", call, "on")
        self.ask(self.supervisor, "stop", "--yes", "--call", call)
        self.agree("stopped by the supervisor", call, "off")
        self.release(call)


def main():
    with tempfile.TemporaryDirectory() as folder:
        site = Site(folder)
        try:
            walk = Walk(site)
            walk.by_configuration()
            walk.by_route()
            walk.by_service()
        except (RuntimeError, queue.Empty, subprocess.TimeoutExpired) as trouble:
            print(f"threeways: {trouble}", file=sys.stderr)
            return 1
        finally:
            site.end()
    print("all agreed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
