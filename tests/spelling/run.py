#!/usr/bin/env python3
"""The spelling check asks hunspell last and seldom; its outcome is as if every word had been asked about.

usage: run.py ROTSTIFT

Words in a plain sentence each: the words of the sample articles, compounds put together by chance from hunspell's own
nouns, the same with a slip in them, and all words of the annotated sets where they are there. No word that hunspell
accepts may be marked as misspelt, and of small words with a slip most must be.
"""
import gzip
import json
import pathlib
import random
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
EVAL = ROOT.parent / "shared/eval"
DICTIONARY = pathlib.Path("/usr/share/hunspell/de_DE_frami.dic")
WORD = re.compile(r"[^\W\d_]+")


def marked(rotstift, words):
    """The words that the spelling check marks, each alone in a sentence."""
    lines = "".join(json.dumps({"id": i, "target": f"Das sind {word} gewesen."}) + "\n" for i, word in enumerate(words))
    run = subprocess.run([rotstift, "filter", "--confidence", "0.01"], input=lines, capture_output=True, text=True, check=True)
    return {words[answer["id"]] for answer in map(json.loads, run.stdout.splitlines())
            if any(issue["rule"] == "check/spelling" for issue in answer["issues"])}


def is_latin1(word):
    return all(ord(c) < 256 for c in word)


def rejected(words):
    """The words that hunspell rejects. Its program answers nothing about letters that its dictionary's encoding lacks."""
    run = subprocess.run(["hunspell", "-d", "de_DE_frami", "-i", "UTF-8", "-l"], input="\n".join(words),
                         capture_output=True, text=True, check=True)
    return set(run.stdout.split()) | {word for word in words if not is_latin1(word)}


def nouns():
    stems = [line.split("/")[0] for line in DICTIONARY.read_text(encoding="latin-1").splitlines()[1:]]
    return [s for s in stems if s.isalpha() and s[0].isupper() and 4 <= len(s) <= 10]


def compounds(chance, count):
    parts = nouns()
    return [chance.choice(parts) + chance.choice(parts).lower() for _ in range(count)]


def with_slip(chance, word):
    """The word with two neighbours swapped."""
    at = chance.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2:]


def words_of(texts):
    return sorted({word for text in texts for word in WORD.findall(text)})


def sample_words():
    return words_of(p.read_text(encoding="utf8") for p in sorted((ROOT / "tests/articles").glob("*.txt")))


def eval_words():
    def targets():
        for path in sorted(EVAL.glob("*.ndjson.gz")):
            with gzip.open(path, "rt", encoding="utf8") as lines:
                yield from (json.loads(line).get("target", "") for line in lines)
    return words_of(targets())


def main():
    rotstift, chance = sys.argv[1], random.Random(2026)
    small = [w for w in sample_words() if w.islower() and len(w) > 6]
    slips = [with_slip(chance, w) for w in small]
    sets = {"the sample articles": sample_words(), "compounds by chance": compounds(chance, 3000),
            "compounds with a slip": [with_slip(chance, w) for w in compounds(chance, 1000)], "small words with a slip": slips,
            "the annotated sets": eval_words()}
    failed = 0
    for name, words in sets.items():
        wrong = marked(rotstift, words) - rejected(words)
        failed += bool(wrong)
        for word in sorted(wrong)[:10]:
            print(f"{name}: hunspell accepts {word}, but it is marked")
    unknown = rejected(slips)
    found = marked(rotstift, slips)
    good = len(found & unknown) * 2 > len(unknown)
    print(f"of {len(unknown)} small words with a slip that hunspell rejects, {len(found & unknown)} are marked")
    print(f"{len(sets) + good - failed} passed, {failed + (not good)} failed")
    sys.exit(failed > 0 or not good)


if __name__ == "__main__":
    main()
