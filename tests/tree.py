#!/usr/bin/env python3
"""Fails on what lies at the project's root without a reason, on a source that is too long and on a folder that is too full."""
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOP = {
    "README.md": "what it is, and how to try it",
    "LICENSE": "Apache 2.0",
    "CHANGELOG.md": "what people notice of each version",
    "CONTRIBUTING.md": "how to change something",
    "CMakeLists.txt": "the build",
    "CMakePresets.json": "its presets",
    "dev": "every command",
    ".ci": "what has to pass before a change lands",
    ".clang-format": "how sources are set",
    ".editorconfig": "for editors",
    ".gitattributes": "for git: what is text",
    ".gitignore": "for git: what is built",
    "src": "the programs",
    "ui": "their forms",
    "resources": "what they carry inside",
    "translations": "their languages",
    "tests": "tests",
    "installer": "packages",
}
MOST_LINES = 400  # of a source below src
MOST_FILES = 30  # in a folder below src


def tracked():
    """The files of the project: those that git tracks, or, in a copy without git, all but what is built."""
    run = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if run.returncode == 0:
        return [pathlib.Path(name) for name in run.stdout.split("\0") if name and (ROOT / name).exists()]
    files = (p.relative_to(ROOT) for p in ROOT.rglob("*") if p.is_file())
    return [file for file in files if file.parts[0] not in {"build", ".git", ".cache"} and "__pycache__" not in file.parts]


def flaws(files):
    for name in sorted({file.parts[0] for file in files} - TOP.keys()):
        yield f"{name}: nothing of this name belongs at the root"
    for name in sorted(TOP.keys() - {file.parts[0] for file in files}):
        yield f"{name}: is missing at the root ({TOP[name]})"
    folders = {}
    for file in files:
        if file.parts[0] != "src":
            continue
        folders.setdefault(file.parent, []).append(file)
        if file.suffix == ".cpp":
            lines = (ROOT / file).read_text(encoding="utf-8").count("\n")
            if lines > MOST_LINES:
                yield f"{file}: has {lines} lines, more than {MOST_LINES}: it usually holds two ideas"
    for folder, inside in sorted(folders.items()):
        if len(inside) > MOST_FILES:
            yield f"{folder}: has {len(inside)} files, more than {MOST_FILES}: it needs rooms"


def main():
    files = tracked()
    found = list(flaws(files))
    print("\n".join(found) or f"{len(files)} files, all in their places")
    sys.exit(1 if found or not files else 0)


main()
