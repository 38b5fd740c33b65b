#!/usr/bin/env python3
"""Everything a person reads can be translated, and is.

texts.py LUPDATE            fails on a text outside tr(), a stale .ts file, or a text without a finished translation
texts.py LUPDATE --update   brings translations/*.ts up to date with src and ui
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(__file__).resolve().parent.parent
GERMAN = ROOT / "translations" / "tallylight_de.ts"
ENGLISH = ROOT / "translations" / "tallylight_en.ts"  # plural forms only: English is the source text
SPOKEN_LAYERS = ("presentation", "widgets")  # here every literal that reads like words must be translatable
NUMBER_OF_FORMS = 2  # singular and plural, in both languages

TOKEN = re.compile(r"""
    (?P<comment>//[^\n]*|/\*.*?\*/)
  | (?P<raw>(?:u8?|U|L)?R"(?P<fence>[^()\\\s]{0,16})\(.*?\)(?P=fence)")
  | (?P<string>(?:u8?|U|L)?"(?:\\.|[^"\\\n])*")
  | (?P<char>'(?:\\.|[^'\\\n])+')
  | (?P<name>[A-Za-z_]\w*)
  | (?P<mark>[();{}])
  | (?P<line>\n)
""", re.S | re.X)
SHOWN_BY = re.compile(r"""^(
    set(Text|WindowTitle|ToolTip|StatusTip|WhatsThis|PlaceholderText|Title|InformativeText|DetailedText|LabelText|Prefix|Suffix
       |AccessibleName|AccessibleDescription|HeaderLabels|HorizontalHeaderLabels|ApplicationDisplayName)
  | add(Action|Menu|Item|Items|Tab|Button|Row|Section) | showMessage | drawText
  | QLabel | QPushButton | QToolButton | QCheckBox | QRadioButton | QGroupBox | QAction | QMenu
  | critical | warning | information | question | about )$""", re.X)
TRANSLATED_BY = {"tr", "translate", "QT_TR_NOOP", "QT_TRANSLATE_NOOP", "QT_TR_N_NOOP", "QT_TRANSLATE_N_NOOP"}
NOT_FOR_PEOPLE = {"qCDebug", "qCInfo", "qCWarning", "qCCritical", "Q_LOGGING_CATEGORY", "Q_ASSERT_X", "setObjectName", "findChild",
                  "property", "setProperty", "fromLatin1", "static_assert", "toString", "fromString", "value", "QStringView"}
READS_LIKE_WORDS = re.compile(r"^[A-Z][a-z]{2,}|[A-Za-z]{2,} [A-Za-z]{2,}")
EXCUSE = re.compile(r"//.*\bnotr\b")


def literals(text):
    """Yields (line, text, names of the calls around it) for every string literal; comments are skipped.

    A log line counts as a call around the rest of its statement: qCDebug(wire) << "text"."""
    line, calls, name, logs = 1, [], "", []
    for match in TOKEN.finditer(text):
        kind, token = match.lastgroup, match.group()
        if match.group("raw"):
            kind = "string"
        if kind == "name":
            name = token
            logs = [token] if token.startswith("qC") else logs
        elif kind == "mark" and token in ";{}":
            logs = []
        elif token == "(":
            calls.append(name)
            name = ""
        elif token == ")":
            calls = calls[:-1]
            name = ""
        elif kind == "string":
            yield line, token[token.index('"') + 1:-1], (*calls, *logs)
        line += token.count("\n")


def is_untranslatable(layer, text, calls):
    if TRANSLATED_BY & set(calls) or text.startswith(":/") or not re.search(r"[A-Za-z]", re.sub(r"%L?\d|%n|\\[nt]", "", text)):
        return False
    if any(SHOWN_BY.match(call) for call in calls):
        return True
    return layer in SPOKEN_LAYERS and not NOT_FOR_PEOPLE & set(calls) and bool(READS_LIKE_WORDS.search(text))


def texts_outside_tr():
    for source in sorted(p for p in (ROOT / "src").rglob("*") if p.suffix in {".h", ".cpp"}):
        layer = source.relative_to(ROOT / "src").parts[0]
        text = source.read_text(encoding="utf-8")
        lines = text.splitlines()
        code = "\n".join("" if re.match(r"\s*#\s*include", line) else line for line in lines)
        for number, literal, calls in literals(code):
            if is_untranslatable(layer, literal, calls) and not EXCUSE.search(lines[number - 1]):
                yield f'{source.relative_to(ROOT)}:{number}: "{literal}" is shown but not translatable (tr(), or // notr with a reason)'


def locked_texts_in_forms():
    for form in sorted((ROOT / "ui").glob("*.ui")):
        for string in xml.parse(form).iter("string"):
            if string.get("notr") == "true" and re.search(r"[A-Za-z]", re.sub(r"%\d", "", string.text or "")):
                yield f'{form.relative_to(ROOT)}: "{string.text}" is marked notr'


def lupdate(tool, german, english, *options):
    """Runs once over everything, as the files share contexts. Line numbers are left out: they would change with every commit."""
    common = [tool, "-silent", "-I", "src", "-locations", "none", "src", "ui", "-source-language", "en_GB", *options]
    for extra in (["-target-language", "de_DE", "-ts", german], ["-pluralonly", "-target-language", "en_GB", "-ts", english]):
        done = subprocess.run([*common, *extra], cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode != 0 or done.stderr.strip():
            yield f"lupdate: {done.stderr.strip() or 'failed'}"


def messages(path):
    for context in xml.parse(path).iter("context"):
        for message in context.iter("message"):
            yield (context.findtext("name"), message.findtext("source"), message.findtext("comment") or ""), message


def forms_of(message):
    translation = message.find("translation")
    if translation is None:
        return []
    return [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]


def marks_in(text):
    """What a translation has to keep: placeholders (but %n, as one may be "once"), mnemonic, ellipsis."""
    return sorted(re.findall(r"%L?\d", text)), len(re.findall(r"&(?=\w)", text)), text.count("…")


def slips_in(path, source, forms):
    if any(marks_in(form) != marks_in(source) for form in forms):
        yield "loses or gains a placeholder, a mnemonic or an ellipsis"
    if path == GERMAN and any(re.search(r"\S…|\.\.\.", form) for form in forms):
        yield "needs a space before the ellipsis"


def flaws_of(path, fresh):
    here = str(path.relative_to(ROOT))
    known = {key for key, _ in messages(path)}
    for key in sorted(known - {key for key, _ in messages(fresh)}):
        yield f'{here}: {key[0]}: "{key[1]}" is no longer in the program (./dev translations)'
    for key, message in messages(fresh):
        what = f'{here}: {key[0]}: "{key[1]}"'
        state = message.find("translation").get("type", "")
        wanted = NUMBER_OF_FORMS if message.get("numerus") == "yes" else 1
        forms = forms_of(message)
        if state in {"vanished", "obsolete"}:
            yield f"{what} is no longer in the program (./dev translations)"
        elif key not in known:
            yield f"{what} is missing (./dev translations, then translate it)"
        elif state == "unfinished" or len(forms) != wanted or not all(forms):
            yield f"{what} has no finished translation"
        else:
            yield from (f"{what} {slip}" for slip in slips_in(path, key[1], forms))


def stale_or_unfinished(tool):
    with tempfile.TemporaryDirectory() as folder:
        fresh = {path: shutil.copy(path, folder) for path in (GERMAN, ENGLISH)}
        yield from lupdate(tool, fresh[GERMAN], fresh[ENGLISH])
        for path, copy in fresh.items():
            yield from flaws_of(path, copy)


def main():
    tool = sys.argv[1]
    if "--update" in sys.argv:
        found = list(lupdate(tool, GERMAN, ENGLISH, "-no-obsolete"))
        told = "translations/*.ts are up to date with src and ui"
    else:
        found = [*texts_outside_tr(), *locked_texts_in_forms(), *stale_or_unfinished(tool)]
        told = f"{sum(1 for _ in messages(GERMAN))} texts have their German"
    print("\n".join(found) or told)
    sys.exit(1 if found else 0)


main()
