#!/usr/bin/env python3
"""Holds that all dialogs are of one make: none of the toolkit's raw boxes, no file dialog with an event loop of its
own, and every dialog of src built on widgets::Dialog (src/widgets/dialogs/dialog.h)."""

import pathlib
import re
import sys

RAW = re.compile(r"\bQ(InputDialog|MessageBox|ErrorMessage|ProgressDialog|Wizard)\b")
NESTED = re.compile(r"\bQ\w*Dialog::get\w+\s*\(|->exec\(\)|\.exec\(\)")
MADE_BY_HAND = re.compile(r":\s*public\s+QDialog\b")
BASE = pathlib.PurePosixPath("src/widgets/dialogs/dialog.h")
FILES = pathlib.PurePosixPath("src/widgets/dialogs/filedialog.cpp")


def flaws(path, text):
    for number, line in enumerate(text.splitlines(), 1):
        if RAW.search(line):
            yield f"{path}:{number}: a raw box of the toolkit: use Question, Notice or a Dialog of its own"
        if NESTED.search(line) and str(path).startswith("src/widgets/"):
            yield f"{path}:{number}: an event loop within another: open() it and connect to its signal"
        if MADE_BY_HAND.search(line) and path != BASE:
            yield f"{path}:{number}: a dialog that is not built on widgets::Dialog"
        if re.search(r"\bnew QFileDialog\b", line) and path != FILES:
            yield f"{path}:{number}: files are chosen by dialogs/filedialog.h"


def main():
    root = pathlib.Path(__file__).resolve().parent.parent
    found = []
    for file in sorted((root / "src").rglob("*")):
        if file.suffix in (".h", ".cpp"):
            path = pathlib.PurePosixPath(file.relative_to(root).as_posix())
            found += flaws(path, file.read_text(encoding="utf-8"))
    for sentence in found:
        print(sentence)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
