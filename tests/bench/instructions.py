#!/usr/bin/env python3
"""How many instructions a word costs, counted by callgrind: the same on every run, however busy the machine.

usage: instructions.py ROTSTIFT [--record]

The sample articles are checked once and twice over; the difference, by their words, is what a word costs once the
program has started. As a test it fails when that is more than TOLERANCE above what recorded.txt says: who makes the
program slower says so in the same commit, with --record.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

import texts

RECORDED = pathlib.Path(__file__).with_name("recorded.txt")
TOLERANCE = 0.10


class Counted:
    """Instructions of a run, in all and within each function (with what it calls)."""

    def __init__(self, rotstift, segments, folder):
        profile = folder / "profile"
        with open(segments, "rb") as text:
            subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={profile}", rotstift, "filter", "-j1"],
                           stdin=text, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        listing = subprocess.run(["callgrind_annotate", "--inclusive=yes", "--threshold=100", "--auto=no", profile],
                                 capture_output=True, text=True, check=True).stdout
        self.total = int(re.search(r"([\d,]+).*PROGRAM TOTALS", listing)[1].replace(",", ""))
        self.functions = {}
        for count, name in re.findall(r"^ *([\d,]+) \([^)]*\)\s+\S*:([\w.]+)", listing, re.M):
            self.functions[name] = max(self.functions.get(name, 0), int(count.replace(",", "")))


def count(rotstift):
    """The words of the sample, and the counts of one and of two rounds over it."""
    sample = texts.sample_paragraphs()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        runs = [Counted(rotstift, texts.write_segments(folder / "segments.ndjson", sample * rounds), folder)
                for rounds in (1, 2)]
    return texts.count_words(sample), runs[0], runs[1]


def print_profile(rotstift):
    words, once, twice = count(rotstift)
    total = (twice.total - once.total) / words
    print(f"\n{'instructions':<28} {'a word':>8} {'share':>7}\n{'in all':<28} {total:8.0f}")
    costs = {name: (twice.functions[name] - once.functions.get(name, 0)) / words for name in twice.functions
             if re.match(r"(check_\w+|rules_match|document_divide|analyse|read_segment_text|json_loadb|write_answer)$", name)}
    for name, cost in sorted(costs.items(), key=lambda item: -item[1]):
        if cost >= total / 200:
            print(f"{name:<28} {cost:8.0f} {100 * cost / total:6.1f}%")


def main():
    words, once, twice = count(sys.argv[1])
    cost = round((twice.total - once.total) / words)
    if "--record" in sys.argv[2:]:
        RECORDED.write_text(f"{cost}\n")
        return
    recorded = int(RECORDED.read_text())
    good = cost <= recorded * (1 + TOLERANCE)
    print(f"{cost} instructions a word, {recorded} recorded" +
          ("" if good else f": more than {TOLERANCE:.0%} above; make it faster, or record it with \"make record-speed\""))
    print(f"{int(good)} passed, {int(not good)} failed")
    sys.exit(not good)


if __name__ == "__main__":
    main()
