#!/usr/bin/env python3
"""Reads every include below src/ and fails on one that the architecture (src/README.md) does not allow."""
import pathlib
import re
import sys

LAYERS = {
    "core": set(),
    "tlib": {"core"},
    "backends/wire": {"tlib", "core"},
    "backends/simulator": {"tlib", "core"},
    "backends/logreplay": {"tlib", "core"},
    "model": {"tlib", "core"},
    "presentation": {"model", "core"},
    "storage": {"model", "core"},
    "automation": {"model", "core"},
    "widgets": {"presentation", "model", "core"},
    "app": None,  # the composition: all
}
QT_WIDGETS_ONLY_IN = {"widgets", "app"}
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]')


def layer_of(path):
    return next((name for name in LAYERS if path.startswith(name + "/")), None)


def widgets_headers():
    folders = pathlib.Path("/usr/include").glob("*/qt6/QtWidgets")
    return {header.name for folder in folders for header in folder.iterdir()}


def forbidden(source, root, widgets):
    here = layer_of(source.relative_to(root).as_posix())
    if here is None:
        yield 0, "lies in no layer"
        return
    allowed = LAYERS[here]
    for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
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
