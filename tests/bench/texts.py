"""The texts that speed is measured on: the sample articles, and the annotated translations where they are there."""
import gzip
import json
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
EVAL = ROOT.parent / "shared/eval"


def sample_paragraphs():
    """The paragraphs of the sample articles, in the order of their files."""
    return [line for path in sorted((ROOT / "tests/articles").glob("*.txt"))
            for line in path.read_text(encoding="utf8").splitlines() if line.strip()]


def repeated(paragraphs, words):
    """The paragraphs over and over, until there are so many words."""
    return paragraphs * (words // count_words(paragraphs) + 1)


def eval_segments():
    """(target, source) of every annotated machine translation; none where the sets are not there."""
    pairs = []
    for path in sorted(EVAL.glob("*21.ndjson.gz")) + sorted(EVAL.glob("gen22.ndjson.gz")):
        with gzip.open(path, "rt", encoding="utf8") as lines:
            pairs += [(s["target"], s["source"]) for s in map(json.loads, lines) if not s.get("human")]
    return pairs


def count_words(paragraphs):
    return sum(len(p.split()) for p in paragraphs)


def write_text(path, paragraphs):
    """A paragraph a line, as hunspell and aspell read text."""
    path.write_text("".join(" ".join(p.split()) + "\n" for p in paragraphs), encoding="utf8")
    return path


def write_segments(path, targets, sources=None):
    """A segment a line, as "rotstift filter" reads them."""
    with open(path, "w", encoding="utf8") as out:
        for i, target in enumerate(targets):
            segment = {"id": i, "target": target} | ({"source": sources[i]} if sources else {})
            out.write(json.dumps(segment, ensure_ascii=False) + "\n")
    return path
