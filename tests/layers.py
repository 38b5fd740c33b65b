#!/usr/bin/env python3
"""Reads every file below src/ and fails on an include that the architecture (src/README.md) does not allow, and on code that asks which
system it is built for outside src/app/platform."""
import pathlib
import re
import sys

MODEL = {"model", "model/link", "model/settings"}
LAYERS = {  # of two that hold a file the longer name counts
    "core": set(),
    "tlib": {"core"},
    "backends/wire": {"tlib", "core"},
    "backends/simulator": {"tlib", "core"},
    "backends/logreplay": {"tlib", "core"},
    "model/settings": {"tlib", "core"},
    "model/link": {"tlib", "core"},
    "model": {"model/link", "model/settings", "tlib", "core"},
    "presentation": MODEL | {"core"},
    "storage": MODEL | {"core"},
    "automation": MODEL | {"core"},
    "widgets": MODEL | {"presentation", "core"},
    "app": None,  # the composition: all; so is app/platform/<system>, which does the systems' jobs of any layer
}
PLATFORM = "app/platform/"
QT_WIDGETS_ONLY_IN = {"widgets", "app"}
SYSTEM = re.compile(r"^\s*#\s*(?:if|ifdef|ifndef|elif)\b.*\b(Q_OS_\w+|_WIN(?:32|64)|__(?:linux|unix|APPLE)__)\b")
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]')


def layer_of(path):
    return max((name for name in LAYERS if path.startswith(name + "/")), key=len, default=None)


def widgets_headers():
    folders = pathlib.Path("/usr/include").glob("*/qt6/QtWidgets")
    return {header.name for folder in folders for header in folder.iterdir()}


def forbidden(source, root, widgets):
    path = source.relative_to(root).as_posix()
    here = layer_of(path)
    if here is None:
        yield 0, "lies in no layer"
        return
    allowed = LAYERS[here]
    for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
        system = SYSTEM.match(line)
        if system and not path.startswith(PLATFORM):
            yield number, f"asks for {system[1]}: what differs by system is done in src/{PLATFORM}<system>/"
        match = INCLUDE.match(line)
        if not match:
            continue
        quote, name = match.groups()
        if quote == '"' and (root / name).exists():
            there = layer_of(name)
            if allowed is not None and there != here and there not in allowed:
                yield number, f"{here} may not include {there} ({name})"
        elif quote == '"' and not re.match(r"(moc_|ui_)|.*\.moc$", name):
            yield number, f'"{name}" is not written from src/'
        elif here not in QT_WIDGETS_ONLY_IN and (name.startswith("QtWidgets/") or name in widgets):
            yield number, f"{here} may not use Qt Widgets ({name})"


def main():
    root = pathlib.Path(sys.argv[1])
    widgets = widgets_headers()
    sources = sorted(p for p in root.rglob("*") if p.suffix in {".h", ".cpp"})
    found = [f"{s}:{line}: {why}" for s in sources for line, why in forbidden(s, root, widgets)]
    print("\n".join(found) or f"{len(sources)} files keep the layers")
    sys.exit(1 if found or not sources else 0)


main()
