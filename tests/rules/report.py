#!/usr/bin/env python3
"""The rule data at a glance: by family, how many rules and sentences, how sure; then what an author should look at.

usage: report.py ROTSTIFT    (make rules-report)

Every <bad> sentence of a rule is run through the program, to see which rule marks it: a rule that marks none of its own
is never seen at work, and two rules that mark the same words overlap.
"""
import collections
import json
import pathlib
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

RULES = pathlib.Path(__file__).resolve().parents[2] / "dictionaries/rules"
COLUMNS = "{:<14} {:>6} {:>6} {:>6} {:>10} {:>10} {:>11}"


def id_from_english(family, english):
    english = "".join(c for c in english.lower() if c not in "'’")
    return f"{family}/" + "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in english).split())


def rule_id(family, element):
    if element.get("id"):
        return f"{family}/{element.get('id')}"
    return id_from_english(family, element.get("english", ""))


def own_ids(family, element):
    """The rules that an element makes: itself, or those of a homonym, one for each pair of its meanings."""
    if element.tag != "homonym":
        return {rule_id(family, element)}
    names = [meaning.get("name") for meaning in element.findall("meaning")]
    return {id_from_english(family, f"{element.get('english')} {name} {other}")
            for name in names for other in names if other != name}


def sentences_of(element, kind):
    """Those of a homonym stand with its meanings."""
    return ["".join(sentence.itertext()) for sentence in element.iter(kind)]


def read_rules():
    """(family, id, element, confidence) of every rule and check that has sentences of its own."""
    for path in sorted(RULES.glob("*.xml")):
        root = ElementTree.parse(path).getroot()
        for element in root:
            if isinstance(element.tag, str) and element.get("literal") != "good":
                confidence = float(element.get("confidence", root.get("confidence", "0.9")))
                yield root.get("family"), rule_id(root.get("family"), element), element, confidence


def answers(rotstift, sentences):
    lines = "".join(json.dumps({"id": i, "target": text}) + "\n" for i, text in enumerate(sentences))
    run = subprocess.run([rotstift, "filter", "-j0", "--confidence", "0"], input=lines, capture_output=True, text=True)
    return [[issue["rule"] for issue in json.loads(line).get("issues", [])] for line in run.stdout.splitlines()]


def print_families(rules):
    print(COLUMNS.format("family", "rules", "bad", "good", "bad < 2", "good < 2", "confidence"))
    for family in sorted({family for family, *_ in rules}):
        own = [(element, confidence) for name, _, element, confidence in rules if name == family]
        bad = [len(sentences_of(element, "bad")) for element, _ in own]
        good = [len(sentences_of(element, "good")) for element, _ in own]
        print(COLUMNS.format(family, len(own), sum(bad), sum(good), sum(n < 2 for n in bad), sum(n < 2 for n in good),
                             f"{sum(confidence for _, confidence in own) / len(own):.2f}"))


def print_work(rules, found):
    """found: for each rule the rules that mark its bad sentences, its own under its name."""
    unseen = [name for _, name, _, _ in rules if name not in found[name]]
    print(f"\nrules that mark none of their own sentences (another rule does): {len(unseen)}")
    print("".join(f"  {name}: {', '.join(sorted(found[name]))}\n" for name in unseen), end="")
    pairs = collections.Counter(tuple(sorted((name, other))) for name in found for other in found[name]
                                if other != name and other.split("/")[0] != "check")
    print(f"\npairs of rules that mark the same sentence: {len(pairs)}")
    print("".join(f"  {count} {first}, {second}\n" for (first, second), count in pairs.most_common()), end="")


def main():
    everything = list(read_rules())
    print_families(everything)
    rules = [rule for rule in everything if rule[2].tag != "check"]  # checks need the English, a glossary, whole texts
    sentences = [(name, text) for _, name, element, _ in rules for text in sentences_of(element, "bad")]
    found = {name: set() for _, name, _, _ in rules}
    own = {name: own_ids(family, element) for family, name, element, _ in rules}
    for (name, _), marked in zip(sentences, answers(sys.argv[1], [text for _, text in sentences]), strict=True):
        found[name].update(name if rule in own[name] else rule for rule in marked)
    print_work(rules, found)


if __name__ == "__main__":
    main()
