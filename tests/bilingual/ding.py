#!/usr/bin/env python3
"""The checks of word sense against the pairs of Ding, all of which are right.

usage: ding.py ROTSTIFT [--all]

A row of the tables of dictionaries/bilingual/ that calls a German word wrong which Ding gives for the English one is too
wide, or needs company. Some are meant: that word is right elsewhere, and headwords alone have no company. So what is
counted are whole phrases, and MOST of them may be marked. --all prints every mark, of headwords as well.
Where Ding is not installed there is nothing to test.
"""
import json
import pathlib
import re
import subprocess
import sys

DING = pathlib.Path("/usr/share/trans/de-en")
JUDGED = ("bilingual/wrong-sense", "bilingual/false-friend", "bilingual/literal-phrase", "bilingual/literal-idiom")
LEAST_WORDS = 5  # English words of a pair that says in which sense they are meant
MOST = 500  # marks a million pairs
SHOWN = 40  # of the marks, where there are too many
NOTES = re.compile(r"\{[^}]*\}|\[[^\]]*\]|\([^)]*\)|<[^>]*>|\"")
OPEN = re.compile(r"[(){}\[\]/]|\.\.\.|…")


def clean(text):
    return " ".join(NOTES.sub(" ", text).split()).strip(" ,;")


def pairs():
    """The first German rendering of each first English one: synonyms of both need not fit each other."""
    seen = set()
    for line in DING.read_text(encoding="utf8").splitlines():
        german, separator, english = line.partition(" :: ")
        if line.startswith("#") or not separator or german.count("|") != english.count("|"):
            continue
        for target, source in zip(german.split("|"), english.split("|")):
            pair = clean(source.split(";")[0]), clean(target.split(";")[0])
            if all(pair) and not any(OPEN.search(text) for text in pair) and pair not in seen:
                seen.add(pair)
                yield pair


def marks(rotstift, judged):
    lines = [json.dumps({"id": number, "source": source, "target": target}) for number, (source, target) in enumerate(judged)]
    run = subprocess.run([rotstift, "filter", "-j0"], input="\n".join(lines) + "\n", capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"{run.stderr}{run.stdout}")
    for line, (source, target) in zip(run.stdout.splitlines(), judged, strict=True):
        for issue in json.loads(line)["issues"]:
            if issue["rule"].startswith(JUDGED):
                yield f"{issue['rule']} “{target[issue['start']:issue['end']]}” in: {source} | {target}"


def main():
    rotstift, everything = sys.argv[1], "--all" in sys.argv
    if not DING.exists():
        print("Ding is not installed: its pairs are not tested")
        return 0
    judged = [pair for pair in pairs() if everything or len(pair[0].split()) >= LEAST_WORDS]
    found = list(marks(rotstift, judged))
    share = len(found) * 1_000_000 / len(judged)
    failed = share > MOST
    print("\n".join(found if everything else found[:SHOWN] if failed else []), end="\n" if everything or failed else "")
    print(f"{len(found)} marks in {len(judged)} pairs of Ding, {share:.0f} a million (at most {MOST})")
    return 1 if failed and not everything else 0


if __name__ == "__main__":
    sys.exit(main())
