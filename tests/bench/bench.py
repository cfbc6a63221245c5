#!/usr/bin/env python3
"""How fast the program is beside two spelling checkers on the same text: make bench.

usage: bench.py ROTSTIFT

The text is the sample articles over and over, WORDS words in all. Each program reads it three times; the best time
counts. Memory is the largest resident set.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORDS = 200_000


def sample_text():
    """The paragraphs of the sample articles, repeated until there are enough words."""
    paragraphs = [line for path in sorted((ROOT / "tests/articles").glob("*.txt"))
                  for line in path.read_text(encoding="utf8").splitlines() if line.strip()]
    times = WORDS // sum(len(p.split()) for p in paragraphs) + 1
    return paragraphs * times


def measure(command, path):
    """Best wall time in seconds and largest memory in MiB of three runs with path as standard input."""
    best, memory = float("inf"), 0
    for _ in range(3):
        with open(path, "rb") as text:
            started = time.monotonic()
            child = subprocess.Popen(command, stdin=text, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            _, _, usage = os.wait4(child.pid, 0)
            child.returncode = 0
            best, memory = min(best, time.monotonic() - started), max(memory, usage.ru_maxrss / 1024)
    return best, memory


def main():
    rotstift = sys.argv[1]
    paragraphs = sample_text()
    words = sum(len(p.split()) for p in paragraphs)
    with tempfile.TemporaryDirectory() as folder:
        text, segments = pathlib.Path(folder, "text.txt"), pathlib.Path(folder, "segments.ndjson")
        text.write_text("\n".join(paragraphs) + "\n", encoding="utf8")
        segments.write_text("".join(json.dumps({"id": i, "target": p}) + "\n" for i, p in enumerate(paragraphs)))
        rows = [("rotstift", [rotstift, "--format", "ndjson", "-"], text),
                ("rotstift filter", [rotstift, "filter"], segments),
                ("rotstift filter -j2", [rotstift, "filter", "-j2"], segments),
                ("hunspell -l", ["hunspell", "-d", "de_DE_frami", "-i", "UTF-8", "-l"], text),
                ("aspell list", ["aspell", "-l", "de", "--encoding=utf-8", "list"], text)]
        print(f"{words} words\n{'':<20} {'seconds':>8} {'words/s':>10} {'MiB':>6} {'time / rotstift':>16}")
        base = None
        for name, command, path in rows:
            if shutil.which(command[0]) is None:
                print(f"{name:<20} not installed: apt-get install {command[0]}{' aspell-de' * (command[0] == 'aspell')}")
                continue
            seconds, memory = measure(command, path)
            base = base or seconds
            print(f"{name:<20} {seconds:8.2f} {words / seconds:10.0f} {memory:6.0f} {seconds / base:16.2f}")


if __name__ == "__main__":
    main()
