#!/usr/bin/env python3
"""What the patterns made from idioms find in texts that people wrote: candidates for words/idioms-dropped.tsv.

usage: idioms_dropped.py ROTSTIFT    (make idioms-dropped)

Prints the idiom and the sentence with the place marked, for an author to judge: a pair of words that means what it says
is dropped, a true literal rendering (people make them too) stays. Reads the human segments of ../shared/eval, which
stands beside the project and is no part of it; says so and ends well where it is absent.
"""
import gzip
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
EVAL = ROOT.parent / "shared/eval"


def human_segments():
    for path in sorted(EVAL.glob("*.ndjson.gz")):
        for line in gzip.open(path, "rt", encoding="utf8"):
            segment = json.loads(line)
            if segment.get("human"):
                yield segment["target"]


def main():
    if not EVAL.is_dir():
        print(f"idioms-dropped: skipped, there is no {EVAL}")
        return
    texts = list(human_segments())
    lines = "".join(json.dumps({"id": i, "target": text}) + "\n" for i, text in enumerate(texts))
    run = subprocess.run([sys.argv[1], "filter", "-j0", "--confidence", "0"], input=lines, capture_output=True, text=True)
    for answer in map(json.loads, run.stdout.splitlines()):
        for issue in answer["issues"]:
            if issue["rule"].startswith("idiom/"):
                text, start, end = texts[answer["id"]], issue["start"], issue["end"]
                print(f"{issue['rule'][6:]}\t{text[max(0, start - 40):start]}[{text[start:end]}]{text[end:end + 40]}")


if __name__ == "__main__":
    main()
