#!/usr/bin/env python3
"""The table of the fault matrix: report.py README RESULTS REPORT; report.py --begin RESULTS forgets older results.

Prints every row of README's table with its result, writes the same into the file REPORT, and fails when a row
has no result, or one that failed."""

import glob
import json
import os
import re
import shutil
import sys

ROW = re.compile(r"^\| (R?\d+) \| ([^|]+) \|.*\|$", re.M)
NAMED = re.compile(r"`(fault_[a-z0-9_]+)`")
NUMBER = re.compile(r"fault_(r?\d+)_")
WORST = ["no result", "failed", "skipped", "passed"]


def rows_of(readme):
    """Number -> what goes wrong, and the tests that the row names."""
    with open(readme, encoding="utf-8") as text:
        found = list(ROW.finditer(text.read()))
    return {row[1]: (row[2].strip(), NAMED.findall(row[0])) for row in found}


def results_in(folder):
    results = {}
    for file in glob.glob(os.path.join(folder, "*.json")):
        with open(file, encoding="utf-8") as text:
            result = json.load(text)
        results[result["name"]] = result
    return results


def number_of(name):
    number = NUMBER.match(name)
    return number[1].upper().lstrip("0") if number else ""


def judge(row, named, results):
    """The worst result of the row's tests, and the tests."""
    tests = [results[name] for name in sorted(results) if number_of(name) == row or name in named]
    missing = [name for name in named if name not in results]
    outcomes = [test["result"] for test in tests] + ["no result" for _ in missing]
    return min(outcomes or ["no result"], key=WORST.index), tests, missing


def table(rows, results):
    lines, bad = [], []
    for row, (what, named) in rows.items():
        outcome, tests, missing = judge(row, named, results)
        if outcome in ("failed", "no result"):
            bad.append(row)
        lines.append(f"{row:>3}  {outcome:<9}  {what}")
        for test in tests:
            if test["result"] != "passed":
                lines.append(f"                {test['name']}: {test['result']}: {test['reason']}")
        lines += [f"                {name}: did not run" for name in missing]
    beside = [name for name in sorted(results) if number_of(name) not in rows]
    beside = [name for name in beside if not any(name in named for _, named in rows.values())]
    for name in beside:
        test = results[name]
        lines.append(f"  +  {test['result']:<9}  {name}" + (f": {test['reason']}" if test["reason"] else ""))
        if test["result"] == "failed":
            bad.append(name)
    return lines, bad


def main():
    if sys.argv[1] == "--begin":
        shutil.rmtree(sys.argv[2], ignore_errors=True)
        return 0
    readme, folder, report = sys.argv[1:]
    rows, results = rows_of(readme), results_in(folder)
    lines, bad = table(rows, results)
    seconds = sum(result["seconds"] for result in results.values())
    lines.append(f"{len(rows)} rows, {len(results)} tests, {seconds:.0f} s")
    if bad:
        lines.append("not proved: " + ", ".join(bad))
    text = "\n".join(lines) + "\n"
    print(text, end="")
    with open(report, "w", encoding="utf-8") as out:
        out.write(text)
    return 1 if bad or not rows else 0


if __name__ == "__main__":
    sys.exit(main())
