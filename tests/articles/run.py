#!/usr/bin/env python3
"""Whole articles: NAME.txt is checked, and the issues must be those in NAME.ndjson, byte for byte.

usage: run.py [--accept] ROTSTIFT

--accept writes what is found as what is expected; read the difference (git diff) before you commit it.
"""
import difflib
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent


def check(rotstift, article):
    """The NDJSON for an article, with German messages; raises when the program has trouble."""
    run = subprocess.run([rotstift, "--language", "de", "--format", "ndjson", article.name], cwd=HERE,
                         capture_output=True, text=True, encoding="utf8")
    if run.returncode not in (0, 1) or run.stderr:
        raise RuntimeError(f"status {run.returncode}: {run.stderr.strip()}")
    return run.stdout


def marks_what_it_says(article, found):
    """Offsets are code points of the file: the text they mark is the text that the issue names."""
    text = article.read_bytes().decode("utf8", errors="replace").removeprefix("\ufeff")
    for line in found.splitlines():
        issue = json.loads(line)
        if text[issue["start"]:issue["end"]] != issue["text"]:
            return f"{issue['rule']} at {issue['start']}: marks {text[issue['start']:issue['end']]!r}, says {issue['text']!r}"
    return None


def judge(rotstift, article):
    """None, or why the article fails."""
    expected = article.with_suffix(".ndjson")
    try:
        found = check(rotstift, article)
    except RuntimeError as trouble:
        return str(trouble)
    wrong = marks_what_it_says(article, found)
    if wrong:
        return wrong
    if not expected.exists():
        return f"{expected.name} is missing: make accept-articles writes it"
    if found != (wanted := expected.read_text(encoding="utf8")):
        return "\n".join(difflib.unified_diff(wanted.splitlines(), found.splitlines(), expected.name, "found", "", n=0))
    return None


def main():
    accept, rotstift = "--accept" in sys.argv, str(pathlib.Path(sys.argv[-1]).resolve())
    articles = sorted(HERE.glob("*.txt"))
    if accept:
        for article in articles:
            article.with_suffix(".ndjson").write_text(check(rotstift, article), encoding="utf8")
        return 0
    faults = {article.name: fault for article in articles if (fault := judge(rotstift, article))}
    for name, fault in faults.items():
        print(f"FAILED {name}\n{fault}")
    print(f"{len(articles) - len(faults)} passed, {len(faults)} failed")
    return 1 if faults or not articles else 0


if __name__ == "__main__":
    sys.exit(main())
