#!/usr/bin/env python3
"""Fails when a model of a table or list below src/ has no random history under a tester: tests/presentation/tables/tst_modelhistories.cpp."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
HISTORIES = ROOT / "tests/presentation/tables/tst_modelhistories.cpp"
MODEL = re.compile(r"\bclass\s+(\w+)[^;{]*?:\s*(?:public\s+)?(?:Q\w*Model)\b")


def main():
    models = {}
    for source in sorted((ROOT / "src").rglob("*")):
        if source.suffix in {".h", ".cpp"}:
            for name in MODEL.findall(source.read_text(encoding="utf-8")):
                models[name] = source.relative_to(ROOT)
    followed = set(re.findall(r"\bFollowed<(\w+)>", HISTORIES.read_text(encoding="utf-8")))
    missing = [f"{path}: {name} has no random history in {HISTORIES.name}" for name, path in models.items() if name not in followed]
    print("\n".join(missing) or f"{len(models)} models, each with random histories: {', '.join(sorted(models))}")
    sys.exit(1 if missing or not models else 0)


main()
