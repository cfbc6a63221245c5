"""Rule data with ever more rules, to show what their number costs: verb and noun put together by chance."""
import os
import pathlib
import random
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
COUNTS = (300, 3_000, 30_000)
DING = "/usr/share/trans/de-en"


def words_of(ending, limit):
    """Single German words of Ding with a mark of grammar, such as {vt}."""
    found = set()
    with open(DING, encoding="utf8") as lines:
        for line in lines:
            for entry in line.split("::")[0].replace("|", ";").split(";"):
                word, _, grammar = entry.strip().partition(" ")
                if grammar.startswith(ending) and word.isalpha():
                    found.add(word)
    return sorted(found)[:limit]


def write_rules(path, count):
    chance = random.Random(1)
    verbs, nouns = words_of("{vt}", 3_000), words_of("{f}", 30_000)
    with open(path, "w", encoding="utf8") as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<rules family="bench">\n')
        for i in range(count):
            verb, noun = chance.choice(verbs), chance.choice(nouns)
            out.write(f'  <rule id="r{i}" category="style/awkward" severity="minor" confidence="0.9">\n'
                      f'    <pattern>{{{verb}}} ... {{{noun}}}</pattern>\n    <suggest>-</suggest>\n'
                      f'    <why lang="de">-</why>\n    <why lang="en">-</why>\n'
                      f'    <bad><mark>-</mark></bad>\n    <good>-</good>\n  </rule>\n')
        out.write("</rules>\n")


def compile_with(build, folder, count):
    """The data file with so many rules beside the built-in checks."""
    dictionaries = folder / f"dictionaries-{count}"
    for name in ("rules", "names", "terms", "idioms"):  # no tables: each row would be a rule of its own
        (dictionaries / name).mkdir(parents=True)
    for name in ("words", "bilingual", "tables", "rules.rng"):
        os.symlink(ROOT / "dictionaries" / name, dictionaries / name)
    for name in ("checks.xml", "bilingual.xml"):
        shutil.copy(ROOT / "dictionaries/rules" / name, dictionaries / "rules")
    write_rules(dictionaries / "rules/bench.xml", count)
    data = folder / f"{count}.lex"
    subprocess.run([build / "rotstift-compile", dictionaries, data], check=True)
    return data
