#!/usr/bin/env python3
"""Has installer/sbom.py describe a program that was built, and checks what it wrote.

usage: sbom.py SCRIPT PROGRAM"""
import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

script, program = sys.argv[1:3]
if not shutil.which("dpkg-query"):
    print("skipped: this is not Debian, whose records name the packages")
    sys.exit(0)


def installed(*names):
    """The first of them that is: Debian 13 has added t64 to the names of some libraries."""
    run = subprocess.run(["dpkg-query", "--show", "--showformat", "${db:Status-Status} ${Package}\\n", *names], check=False, capture_output=True, text=True)
    return next(name for name in names if f"installed {name}" in run.stdout.splitlines())


qt_core, qt_network = (installed(f"libqt6{part}6t64", f"libqt6{part}6") for part in ("core", "network"))
with tempfile.TemporaryDirectory() as folder:
    output = pathlib.Path(folder) / "a.cdx.json"
    subprocess.run([sys.executable, script, "1.2.3", output, program, "--", qt_core], check=True)
    document = json.loads(output.read_text(encoding="utf-8"))

assert document["bomFormat"] == "CycloneDX" and document["specVersion"] == "1.5" and document["version"] == 1
assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", document["serialNumber"])
assert document["metadata"]["component"]["version"] == "1.2.3"
parts = document["components"]
names = {part["name"] for part in parts}
assert {qt_core, qt_network, "libc6", "libstdc++6", pathlib.Path(program).name} <= names, names
assert len({part["bom-ref"] for part in parts}) == len(parts), "a part is there twice"
for part in parts:
    assert part["name"] and part["version"] and part["type"] in {"application", "library"}, part
    if part["type"] == "library":
        known = subprocess.run(["dpkg-query", "--show", "--showformat", "${Version}", part["name"]],
                               check=True, capture_output=True, text=True).stdout
        assert part["version"] == known, (part, known)
        assert part["purl"].startswith(f"pkg:deb/debian/{part['name']}@"), part
(itself,) = [part for part in parts if part["name"] == pathlib.Path(program).name]
assert itself["hashes"][0]["content"] == hashlib.sha256(pathlib.Path(program).read_bytes()).hexdigest()
assert set(document["dependencies"][0]["dependsOn"]) == {part["bom-ref"] for part in parts}
print(f"{len(parts)} parts")
