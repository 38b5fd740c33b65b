#!/usr/bin/env python3
"""Fails where a program that people install lacks what makes a memory error hard to exploit.

usage: hardening.py BUILD PROGRAM…    (BUILD: the folder of the preset release)

The programs in BUILD/bin are looked into with readelf. FORTIFY leaves no trace in a program whose buffers all have a
size that the compiler knows, so BUILD/compile_commands.json is read as well: all of src has to be compiled with it."""
import json
import pathlib
import re
import subprocess
import sys


def readelf(option, program):
    run = subprocess.run(["readelf", "--wide", option, program], check=True, capture_output=True, text=True)
    return run.stdout


def is_fortified(program):
    return bool(re.search(r"\b__(?!stack)\w+_chk\b", readelf("--dyn-syms", program)))


def flaws(program):
    segments = readelf("--program-headers", program)
    dynamic = readelf("--dynamic", program)
    if not re.search(r"Type:\s+DYN", readelf("--file-header", program)) or not re.search(r"\(FLAGS_1\).*\bPIE\b", dynamic):
        yield "it is not position independent (PIE)"
    if "GNU_RELRO" not in segments:
        yield "its tables are not made read-only (RELRO)"
    if not re.search(r"\(FLAGS(_1)?\).*\b(BIND_)?NOW\b", dynamic):
        yield "its symbols are not bound at start, so RELRO is partial (BIND_NOW)"
    if not re.search(r"GNU_STACK\s.*\sRW\s", segments):
        yield "its stack is executable (NX)"
    if re.search(r"LOAD\s.*\sRWE\s", segments):
        yield "a part of it is writable and executable"
    if "__stack_chk_fail" not in readelf("--dyn-syms", program):
        yield "its stack has no canary (-fstack-protector-strong)"
    if re.search(r"\((RPATH|RUNPATH)\)", dynamic):
        yield "it says itself where to look for libraries (RPATH)"


def flaws_of_compilation(build):
    commands = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    for entry in commands:
        if "/src/" not in entry["file"]:
            continue  # data that Qt's tools turn into source
        command = entry.get("command") or " ".join(entry["arguments"])
        if not re.search(r"-D_FORTIFY_SOURCE=[23]\b", command) or not re.search(r"\s-O[123s]\b", command):
            yield f"{entry['file']}: compiled without FORTIFY, or without the optimisation that it needs"
    if not commands:
        yield f"{build}: nothing was compiled"


def main():
    build = pathlib.Path(sys.argv[1])
    programs = [build / "bin" / name for name in sys.argv[2:]]
    if any(not program.is_file() for program in programs):
        print(f"skipped: {build} is not built (./dev build release)")
        return
    found = [f"{program}: {flaw}" for program in programs for flaw in flaws(program)]
    found += flaws_of_compilation(build)
    if not any(is_fortified(program) for program in programs):
        found.append(f"{build}: in no program a call is checked for its buffer's size (FORTIFY)")
    print("\n".join(found) or f"{len(programs)} programs: full RELRO, canary, NX, PIE, FORTIFY, no RPATH")
    sys.exit(1 if found or not programs else 0)


main()
