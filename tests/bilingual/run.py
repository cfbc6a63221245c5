#!/usr/bin/env python3
"""Each check with a source against pairs of its own.

usage: run.py ROTSTIFT

A file for each check, NDJSON: source, target, and, where the target is wrong, mark: words of it that an issue of the
bilingual checks, or of a rule about English rendered word by word, must touch: of several that say so one is shown. Where
there is no mark, neither the bilingual checks nor the rules of idioms may find anything. Other checks are not judged.
What is shown only when less sure issues are asked for is tested as well.
"""
import json
import pathlib
import subprocess
import sys

FOLDER = pathlib.Path(__file__).resolve().parent
JUDGED = ("bilingual/", "idiom/")
LITERAL = ("calque/", "collocation/", "term/", "wrong-sense/", "false-friend/", "check/literal-term")


def read_pairs(path):
    """The pairs of a file with their line numbers; blank lines part groups."""
    lines = path.read_text(encoding="utf8").splitlines()
    return [(number, json.loads(line)) for number, line in enumerate(lines, 1) if line.strip()]


def answers(rotstift, pairs):
    lines = [json.dumps({"id": number, "source": pair["source"], "target": pair["target"]}) for number, pair in pairs]
    run = subprocess.run([rotstift, "filter", "--confidence", "0.5"], input="\n".join(lines) + "\n", capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"{run.stderr}{run.stdout}")
    return [json.loads(line) for line in run.stdout.splitlines()]


def touches(issue, pair):
    start = pair["target"].index(pair["mark"])
    return issue["start"] < start + len(pair["mark"]) and start < issue["end"]


def fault(pair, answer):
    """What is wrong with an answer, or None."""
    judged = JUDGED + LITERAL if "mark" in pair else JUDGED
    issues = [issue for issue in answer["issues"] if issue["rule"].startswith(judged)]
    if "mark" not in pair and issues:
        marked = ", ".join(f"{i['rule']} “{pair['target'][i['start']:i['end']]}”" for i in issues)
        return f"marks {marked} in: {pair['source']} | {pair['target']}"
    if "mark" in pair and not any(touches(issue, pair) for issue in issues):
        return f"does not mark “{pair['mark']}” in: {pair['source']} | {pair['target']}"
    return None


def main():
    rotstift, passed, failed = sys.argv[1], 0, 0
    for path in sorted(FOLDER.glob("*.ndjson")):
        pairs = read_pairs(path)
        for (number, pair), answer in zip(pairs, answers(rotstift, pairs), strict=True):
            wrong = fault(pair, answer)
            passed, failed = passed + (wrong is None), failed + (wrong is not None)
            if wrong is not None:
                print(f"tests/bilingual/{path.name}:{number}: {wrong}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
