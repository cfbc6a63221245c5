#!/usr/bin/env python3
"""The tables of wrong German words against the form that dictionaries/bilingual/README.md gives.

usage: tables.py
"""
import pathlib
import re
import sys

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "dictionaries" / "bilingual"
TABLES = ["false-friends", "wrong-senses", "literal-phrases"]
MOST_SENSES = 8  # of a row, as in checker/lexicon/format.h
MOST_WORDS = 8  # of an item, as in checker/bilingual/senses.c


def faults(columns):
    """What is wrong with a row."""
    if len(columns) != 4:
        yield f"{len(columns)} columns, 4 are wanted"
        return
    english, company, wrong, right = columns
    if not re.fullmatch(r"[a-zé'-]+", english):
        yield f"“{english}” is no English word in lower case"
    for item in [item for column in columns[1:] for item in column.split("|")]:
        if not item or item != item.strip() or "  " in item or len(item.split(" ")) > MOST_WORDS:
            yield f"“{item}” is empty, too long, or has stray spaces"
    for item in company.split("|"):
        if item.count("~") > 1 or item.startswith("...") or item.endswith("..."):
            yield f"“{item}” is no frame"
    for item in set(wrong.split("|")) & {item.removeprefix("*") for item in right.split("|")}:
        yield f"“{item}” is wrong and right"
    if wrong == "-" or right == "-":
        yield "the wrong or the right words are missing"


def sense_faults(columns):
    """What is wrong with a row of sense-fields.tsv."""
    if len(columns) != 2:
        yield f"{len(columns)} columns, 2 are wanted"
        return
    senses = [sense.lstrip("?!").partition(":")[0].split(",") for sense in columns[1].split("|")]
    if len(senses) > MOST_SENSES:
        yield f"“{columns[0]}” has more senses than the compiler takes"
    if any(not word.lstrip("*") for words in senses for word in words):
        yield f"“{columns[0]}” has an empty word"
    for item in [item for sense in columns[1].split("|") for item in sense.partition(":")[2].split("+")]:
        if item.count("~") > 1 or item.startswith("...") or item.endswith("...") or item != item.strip():
            yield f"“{item}” is no company"


def check_senses():
    """Rows and faults of sense-fields.tsv."""
    rows = failed = 0
    for number, line in enumerate((FOLDER / "sense-fields.tsv").read_text(encoding="utf8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        rows += 1
        for fault in sense_faults(line.split("\t")):
            failed += 1
            print(f"dictionaries/bilingual/sense-fields.tsv:{number}: {fault}")
    return rows, failed


def main():
    rows, failed = check_senses()
    for name in TABLES:
        seen = set()
        for number, line in enumerate((FOLDER / f"{name}.tsv").read_text(encoding="utf8").splitlines(), 1):
            if not line or line.startswith("#"):
                continue
            rows += 1
            columns = line.split("\t")
            repeated = ["the row stands there already"] if tuple(columns) in seen else []
            seen.add(tuple(columns))
            for fault in [*faults(columns), *repeated]:
                failed += 1
                print(f"dictionaries/bilingual/{name}.tsv:{number}: {fault}")
    print(f"{rows} rows, {failed} faults")
    return 1 if failed or not rows else 0


if __name__ == "__main__":
    sys.exit(main())
