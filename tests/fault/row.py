#!/usr/bin/env python3
"""Runs one row of the fault matrix and notes how it went: row.py RESULTS NAME PROGRAM [ARGUMENT...]

The result is a JSON file NAME in the folder RESULTS, which report.py reads. Ends with the program's exit code,
or with 77 when the program says that it could not look ("SKIP   : " of Qt Test, or a line "skipped: reason")."""

import json
import os
import re
import subprocess
import sys
import time

SKIPPED = 77
QT_SKIP = re.compile(r"^SKIP\s*: [^()]*\([^()]*\)\s*(.*)$", re.M)
PLAIN_SKIP = re.compile(r"^skipped: (.*)$", re.M)
QT_PASS = re.compile(r"^PASS\s*: \w+::(?!initTestCase|cleanupTestCase)", re.M)
MOST_REASONS = 3


def outcome(code, text):
    """Result and reason. What is skipped in part is skipped: the row has not been proved here."""
    if code not in (0, SKIPPED):
        return "failed", f"exit code {code}"
    reasons = list(dict.fromkeys(QT_SKIP.findall(text) + PLAIN_SKIP.findall(text)))
    if not reasons and code == SKIPPED:
        reasons = ["no reason was given"]
    if not reasons:
        return "passed", ""
    passed = len(QT_PASS.findall(text))
    return "skipped", "; ".join(reasons[:MOST_REASONS]) + (f" ({passed} other parts passed)" if passed else "")


def main():
    results, name, *command = sys.argv[1:]
    os.makedirs(results, exist_ok=True)
    file = os.path.join(results, name + ".json")
    if os.path.exists(file):
        os.remove(file) # whoever is killed has no result
    began = time.monotonic()
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
                         check=False)
    result, reason = outcome(run.returncode, run.stdout)
    with open(file, "w", encoding="utf-8") as out:
        json.dump({"name": name, "result": result, "reason": reason,
                   "seconds": round(time.monotonic() - began, 1)}, out)
    if result == "skipped":
        print("skipped:", reason)
    print(run.stdout, end="")
    if result == "skipped":
        return SKIPPED
    return run.returncode if run.returncode >= 0 else 1


if __name__ == "__main__":
    sys.exit(main())
