#!/usr/bin/env python3
"""How fast the program is beside two spelling checkers on the same text, in the same run: make bench.

usage: bench.py BUILD

For each text (the sample articles over and over; the annotated translations, where they are there) the seconds of
processor time of the best of three runs, words a second, largest resident set, and the time as a share of "hunspell -l"
and of "aspell list". Then the start (an article alone), threads (wall time), the cost as the text grows and as the rules
grow, and what each check costs.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import instructions
import many_rules
import texts

RUNS = 3
SPELLERS = [("hunspell -l", ["hunspell", "-d", "de_DE_frami", "-i", "UTF-8", "-l"]),
            ("aspell list", ["aspell", "-l", "de", "--encoding=utf-8", "list"])]


class Measured:
    """The best of RUNS runs: processor seconds, wall seconds, MiB."""

    def __init__(self, command, path):
        self.cpu = self.wall = float("inf")
        self.memory = 0
        for _ in range(RUNS):
            with open(path, "rb") as text:
                started = time.monotonic()
                child = subprocess.Popen(command, stdin=text, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                _, _, usage = os.wait4(child.pid, 0)
                child.returncode = 0
            self.wall = min(self.wall, time.monotonic() - started)
            self.cpu = min(self.cpu, usage.ru_utime + usage.ru_stime)
            self.memory = max(self.memory, usage.ru_maxrss / 1024)


def installed_spellers():
    there = [(name, command) for name, command in SPELLERS if shutil.which(command[0])]
    for name, command in SPELLERS:
        if not shutil.which(command[0]):
            package = {"aspell": "aspell aspell-de"}.get(command[0], command[0])
            print(f"{name} is not installed: apt-get install {package}")
    return there


def beside_spellers(title, words, rows):
    """rows: (name, Measured); the last ones are the spelling checkers."""
    yardsticks = [(name, m) for name, m in rows if name in dict(SPELLERS)]
    heads = "".join(f"{'/ ' + name:>14}" for name, _ in yardsticks)
    print(f"\n{title}: {words} words\n{'':<28} {'seconds':>8} {'words/s':>10} {'MiB':>6}{heads}")
    for name, measured in rows:
        ratios = "".join(f"{measured.cpu / yard.cpu:14.3f}" for _, yard in yardsticks)
        print(f"{name:<28} {measured.cpu:8.3f} {words / measured.cpu:10.0f} {measured.memory:6.0f}{ratios}")


def compare(rotstift, folder, spellers, title, targets, sources=None):
    text = texts.write_text(folder / "text.txt", targets)
    segments = texts.write_segments(folder / "segments.ndjson", targets)
    rows = [("rotstift filter", Measured([rotstift, "filter", "-j1"], segments))]
    if sources:
        pairs = texts.write_segments(folder / "pairs.ndjson", targets, sources)
        rows.append(("rotstift filter, with source", Measured([rotstift, "filter", "-j1"], pairs)))
    rows.append(("rotstift check", Measured([rotstift, "-j1", "--format", "ndjson", "-"], text)))
    rows += [(name, Measured(command, text)) for name, command in spellers]
    beside_spellers(title, texts.count_words(targets), rows)
    two = Measured([rotstift, "filter", "-j2"], segments)
    print(f"two threads: {rows[0][1].wall / two.wall:.2f} times as fast as one (wall time)")


def growth(rotstift, folder):
    print(f"\n{'the text grows':<28} {'seconds':>8} {'µs/word':>10}")
    for words in (50_000, 200_000, 800_000):
        paragraphs = texts.repeated(texts.sample_paragraphs(), words)
        words = texts.count_words(paragraphs)
        cpu = Measured([rotstift, "filter", "-j1"], texts.write_segments(folder / "grown.ndjson", paragraphs)).cpu
        print(f"{words:>20} words   {cpu:8.3f} {1e6 * cpu / words:10.2f}")


def rule_growth(build, folder, targets):
    print(f"\n{'the rules grow':<28} {'seconds':>8} {'µs/word':>10}")
    segments, words = texts.write_segments(folder / "segments.ndjson", targets), texts.count_words(targets)
    for count in many_rules.COUNTS:
        data = many_rules.compile_with(build, folder, count)
        cpu = Measured([build / "rotstift", "filter", "-j1", "--data", data], segments).cpu
        print(f"{count:>20} rules   {cpu:8.3f} {1e6 * cpu / words:10.2f}")


def main():
    build = pathlib.Path(sys.argv[1])
    rotstift = build / "rotstift"
    spellers = installed_spellers()
    sample, pairs = texts.sample_paragraphs(), texts.eval_segments()
    targets, sources = [t for t, _ in pairs], [s for _, s in pairs]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        compare(rotstift, folder, spellers, "the sample articles, repeated", texts.repeated(sample, 200_000))
        if pairs:
            compare(rotstift, folder, spellers, "annotated translations", targets, sources)
        article = texts.write_text(folder / "article.txt", sample[:12])
        beside_spellers("start: an article alone", texts.count_words(sample[:12]),
                        [("rotstift check", Measured([rotstift, "-j1", "--format", "ndjson", "-"], article))] +
                        [(name, Measured(command, article)) for name, command in spellers])
        growth(rotstift, folder)
        rule_growth(build, folder, targets or texts.repeated(sample, 50_000))
    instructions.print_profile(rotstift)


if __name__ == "__main__":
    main()
