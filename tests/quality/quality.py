#!/usr/bin/env python3
"""How good the findings are on translations that people have annotated: one table.

usage: quality.py ROTSTIFT [options of filter…]    (make quality)

Reads ../shared/eval, ../shared/pairs and ../shared/articles, which stand beside the project and are no part of it; says
so and ends well where they are absent. The measures are those of shared/eval/score.py: precision is the share of
findings that touch what a rater marked, chance the same for findings put at random places, lift their ratio, recall the
share of marks that are found, and false alarms are counted on human translations.
"""
import gzip
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
EVAL = SHARED / "eval"
SETS = ["news21", "ted21", "gen22", "wiki20", "idioms"]
NEWS = ["news21", "ted21"]  # the sets whose raters and kinds of text are nearest to a newsroom's
COLUMNS = "{:<30} {:>9} {:>10} {:>7} {:>6} {:>7} {:>14}"


def python(*arguments, stdin=None):
    """What one of the scripts of shared/ prints; they end with a status of their own that says no more."""
    return subprocess.run([sys.executable, *map(str, arguments)], input=stdin, capture_output=True, text=True).stdout


def read_lines(text):
    return [json.loads(line) for line in text.splitlines()]


def run_filter(rotstift, segments, options):
    """The answers for a gzipped file of segments; a bad line would be a fault of the program or the data."""
    run = subprocess.run([rotstift, "filter", "-j0", *options], input=gzip.open(segments).read(), capture_output=True)
    if run.returncode != 0:
        sys.exit(f"quality: {segments.name}: {run.stderr.decode()}{run.stdout.decode()[:300]}")
    return run.stdout.decode()


def score(segments, findings):
    return json.loads(python(EVAL / "score.py", segments, findings, "--json"))


def print_row(name, result):
    alarms = result["false_alarms_per_1000_human_words"]
    marked = result["precision"] > 0 or result["recall"] > 0
    print(COLUMNS.format(name, result["findings"], f"{result['precision']:.3f}" if marked else "",
                         f"{result['chance']:.3f}" if marked else "", f"{result['lift']:.2f}" if marked else "",
                         f"{result['recall']:.4f}" if marked else "", "" if alarms is None else f"{alarms:.2f}"))


def family_of(rule):
    return rule.split("/")[0]


def each_check(rule):
    """The built-in checks one by one; rules of patterns are too many, and too rare each."""
    return rule if family_of(rule) in ("check", "confusion") else None


def split(answers, key):
    """The answers again, once for each name that key gives to their rules, with the issues of that name alone."""
    names = {key(issue["rule"]) for answer in answers for issue in answer["issues"]} - {None}
    for name in sorted(names):
        yield name, [dict(answer, issues=[i for i in answer["issues"] if key(i["rule"]) == name])
                     for answer in answers]


def write_lines(path, records):
    path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf8")
    return path


def only(family, answers):
    """The answers with the issues of one family of rules alone."""
    return [dict(answer, issues=[i for i in answer["issues"] if family_of(i["rule"]) == family]) for answer in answers]


def print_together(folder, names):
    """The checks with the source, over several sets at once."""
    segments, records = folder / "several.ndjson", []
    segments.write_bytes(b"".join(gzip.open(EVAL / f"{name}.ndjson.gz").read() for name in names))
    for name in names:
        records += only("bilingual", read_lines((folder / f"{name}.ndjson").read_text(encoding="utf8")))
    print_row("  " + "+".join(names), score(segments, write_lines(folder / "family.ndjson", records)))


def print_table(rotstift, options, folder):
    print(COLUMNS.format("set", "findings", "precision", "chance", "lift", "recall", "FA/1000 human"))
    answers, everything = [], folder / "segments.ndjson"
    news, both = [], folder / "news.ndjson"
    with everything.open("wb") as out:
        for name in SETS:
            segments = EVAL / f"{name}.ndjson.gz"
            found = run_filter(rotstift, segments, options)
            findings = folder / f"{name}.ndjson"
            findings.write_text(found, encoding="utf8")
            print_row(name, score(segments, findings))
            answers += read_lines(found)
            out.write(gzip.open(segments).read())
            if name in NEWS:
                news += read_lines(found)
    print("checks with the source, by set")
    for name in SETS:
        records = only("bilingual", read_lines((folder / f"{name}.ndjson").read_text(encoding="utf8")))
        print_row("  " + name, score(EVAL / f"{name}.ndjson.gz", write_lines(folder / "family.ndjson", records)))
    print_together(folder, ["news21", "ted21", "gen22"])
    both.write_bytes(b"".join(gzip.open(EVAL / f"{name}.ndjson.gz").read() for name in NEWS))
    print_row("+".join(NEWS), score(both, write_lines(folder / "family.ndjson", news)))
    for title, key in (("families, over all sets", family_of), ("checks, over all sets", each_check)):
        print(title)
        for name, records in split(answers, key):
            print_row("  " + name, score(everything, write_lines(folder / "family.ndjson", records)))


def print_rest(rotstift, options, folder):
    """The sets that have scripts, and measures, of their own."""
    critical = EVAL / "critical.ndjson.gz"
    (folder / "critical.ndjson").write_text(run_filter(rotstift, critical, options), encoding="utf8")
    print("critical errors:", python(EVAL / "critical.py", critical, folder / "critical.ndjson").strip())
    pairs = SHARED / "pairs"
    for line in python(pairs / "pairs.py", rotstift, pairs / "pairs.ndjson", *options).splitlines():
        print("pairs:", line)
    for line in python(pairs / "pairs.py", rotstift, pairs / "pairs.ndjson", "--source", *options).splitlines():
        print("pairs with source:", line)
    article = SHARED / "articles/deepseek.de.txt"
    found = subprocess.run([rotstift, "--format", "ndjson", *options, article], capture_output=True, text=True).stdout
    verdict = python(SHARED / "articles/accept.py", article, SHARED / "articles/deepseek.expected.tsv", stdin=found)
    print("article:", (verdict.splitlines() or ["no answer"])[-1])


def main():
    rotstift, options = str(pathlib.Path(sys.argv[1]).resolve()), sys.argv[2:]
    if not EVAL.is_dir():
        print(f"quality: skipped, there is no {EVAL}")
        return
    with tempfile.TemporaryDirectory() as folder:
        print_table(rotstift, options, pathlib.Path(folder))
        print_rest(rotstift, options, pathlib.Path(folder))


if __name__ == "__main__":
    main()
