#!/usr/bin/env python3
"""Has appstreamcli judge the description of the program for software centres.

usage: metainfo.py FILE"""
import re
import shutil
import subprocess
import sys

KNOWN = {"url-homepage-missing"}  # since AppStream 1.0; the program has no page of its own

if not shutil.which("appstreamcli"):
    print("skipped: appstreamcli is not installed")
    sys.exit(0)
run = subprocess.run(["appstreamcli", "validate", "--no-net", sys.argv[1]], check=False, capture_output=True, text=True)
flaws = set(re.findall(r"^[EW]: \S+ (\S+)$", run.stdout, re.MULTILINE))
print(run.stdout + run.stderr)
assert flaws <= KNOWN, flaws - KNOWN
assert flaws or run.returncode == 0, f"it ended with {run.returncode}"
