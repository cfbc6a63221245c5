"""Glossaries: terms that are wanted and forbidden."""
import json
import unittest

from program import CLEAN, FAULTY, Case, rotstift

GLOSSARY = """source;target;forbidden;note
mobile phone;Mobiltelefon;Handy;house style
language model;Sprachmodell;;
artificial intelligence;künstliche Intelligenz|KI;;
"""
TBX = """<?xml version="1.0"?>
<tbx type="TBX-Basic" xml:lang="en"><text><body><conceptEntry id="c1">
<langSec xml:lang="en"><termSec><term>mobile phone</term></termSec></langSec>
<langSec xml:lang="de"><termSec><term>Mobiltelefon</term></termSec><termSec><term>Handy</term>
<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec></langSec>
</conceptEntry></body></text></tbx>
"""
BOMB = '<?xml version="1.0"?>\n<!DOCTYPE tbx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n<tbx><text>&b;</text></tbx>\n'
PHONE = "Sie legte die Handys auf den Tisch.\n"


class Glossary(Case):
    def issues(self, *arguments):
        run = rotstift("--format", "ndjson", *arguments)
        self.assertEqual(run.stderr, "")
        found = [json.loads(line) for line in run.stdout.splitlines()]
        return [issue for issue in found if issue["category"] == "terminology/wrong-term"]

    def beside(self, german, english):
        return self.issues("--glossary", self.file("g.csv", GLOSSARY), "--source", self.file("a.en", english),
                           self.file("a.txt", german))

    def test_forbidden_terms_are_marked_in_every_form(self):
        for name, content in (("g.csv", GLOSSARY), ("g.tbx", TBX)):
            [issue] = self.issues("--glossary", self.file(name, content), self.file("a.txt", PHONE))
            self.assertEqual((issue["rule"], issue["text"], issue["suggestions"]),
                             ("check/forbidden-term", "Handys", ["Mobiltelefone"]))
        self.assertEqual(self.issues(self.file("a.txt", PHONE)), [])

    def test_a_part_of_a_compound_is_a_term_too(self):
        [issue] = self.issues("--glossary", self.file("g.csv", GLOSSARY),
                              self.file("a.txt", "Der Handyvertrag läuft im März aus.\n"))
        self.assertEqual((issue["text"], issue["suggestions"]), ("Handyvertrag", []))
        self.assertIn("house style", issue["message"])

    def test_what_holds_the_wanted_term_is_right(self):
        path = self.file("g.csv", "source,target,forbidden\nlanguage model,Sprachmodell,Modell\n")
        self.assertEqual(self.issues("--glossary", path, self.file("a.txt", "Die Sprachmodelle wachsen.\n")), [])
        self.assertEqual(len(self.issues("--glossary", path, self.file("a.txt", "Die Modelle wachsen.\n"))), 1)

    def test_the_english_term_demands_the_german_one(self):
        english = "The research on artificial intelligence grows.\n"
        [issue] = self.beside("Die Forschung an kluger Technik wächst.\n", english)
        self.assertEqual((issue["rule"], issue["source"]), ("check/glossary-term", "artificial intelligence"))
        self.assertEqual(self.beside("Die Forschung an der künstlichen Intelligenz wächst.\n", english), [])
        self.assertEqual(self.beside("Die KI-Forschung wächst.\n", english), [])

    def test_capitals_count_where_the_glossary_says_so(self):
        path = self.file("g.csv", "source,target,case\nSwift,Swift,yes\n")
        for english, count in (("He wrote the program in Swift.\n", 1), ("He wrote the swift program.\n", 0)):
            self.assertEqual(len(self.issues("--glossary", path, "--source", self.file("a.en", english),
                                             self.file("a.txt", "Er schrieb das schnelle Programm.\n"))), count)

    def test_a_bad_glossary_is_named_once_and_the_articles_are_checked(self):
        articles = [self.file("a.txt", FAULTY), self.file("b.txt", CLEAN)]
        for name, content, *parts in (
                ("bad.csv", "source,target\na,b\n,c\n", "bad.csv:3", "source"),
                ("bomb.tbx", BOMB, "bomb.tbx:", "entit"),
                ("html.tbx", "<html/>", "html.tbx:1", "no TBX")):
            run = rotstift("--format", "ndjson", "--glossary", self.file(name, content), *articles)
            self.assert_trouble(run, *parts)
            self.assertEqual(len(run.stdout.splitlines()), 1)
        run = rotstift("--format", "ndjson", "--glossary", self.folder / "none.csv", *articles)
        self.assert_trouble(run, "none.csv", "can't be read")
        self.assertEqual(len(run.stdout.splitlines()), 1)

    def test_threads_share_it(self):
        files = [self.file(f"{i}.txt", PHONE * (i + 1)) for i in range(9)]
        path = self.file("g.csv", GLOSSARY)
        alone = rotstift("--format", "json", "--glossary", path, *files)
        self.assertEqual(rotstift("-j4", "--format", "json", "--glossary", path, *files).stdout, alone.stdout)

    def test_the_configuration_names_it_from_its_own_folder_on(self):
        (self.folder / "texts").mkdir()
        self.file("terms.csv", GLOSSARY)
        self.file(".rotstift.ini", "root = yes\nglossary = terms.csv\n")
        article = self.file("texts/a.txt", PHONE)
        self.assertEqual(len(self.issues(article)), 1)
        self.assertEqual(self.issues("--glossary", self.file("none.csv", "source,target\na,b\n"), article), [])
        self.assertIn("glossary = ", rotstift("config", article).stdout)
        self.file(".rotstift.ini", "root = yes\nglossary = gone.csv\n")
        self.assert_trouble(rotstift("--format", "ndjson", article), "gone.csv", "can't be read")

    def test_fifty_thousand_further_terms_change_nothing(self):
        more = "".join(f"thing {i};Begriff{i};Unwort{i};\n" for i in range(50_000))
        article = self.file("a.txt", PHONE + "\nDer Handyvertrag läuft im März aus.\n")
        self.assertEqual(self.issues("--glossary", self.file("large.csv", GLOSSARY + more), article),
                         self.issues("--glossary", self.file("small.csv", GLOSSARY), article))

    def filter(self, *options, target=PHONE, **more):
        run = rotstift("filter", *options, stdin=json.dumps({"id": 1, "target": target, **more}) + "\n", cwd=self.folder)
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        return [issue["rule"] for issue in json.loads(run.stdout)["issues"]]

    def test_filter_takes_it_from_the_command_line_and_the_configuration(self):
        path = self.file("g.csv", GLOSSARY)
        self.assertEqual(self.filter("--no-config"), [])
        self.assertEqual(self.filter("--glossary", path), ["check/forbidden-term"])
        self.assertEqual(self.filter("--glossary", path, target="Die Forschung an kluger Technik wächst.",
                                     source="The research on artificial intelligence grows."), ["check/glossary-term"])
        self.file(".rotstift.ini", "root = yes\nglossary = g.csv\n")
        self.assertEqual(self.filter(), ["check/forbidden-term"])
        self.assertEqual(self.filter("--no-config"), [])
        self.file("other.ini", "glossary = g.csv\naccept = Handys\n")
        self.assertEqual(self.filter("--config", self.folder / "other.ini"), [])

    def test_filter_keeps_to_the_configuration_in_its_folder(self):
        self.file(".rotstift.ini", "root = yes\n[rules]\nrepetition = off\n")
        self.assertEqual(self.filter(target=FAULTY), [])
        self.assertEqual(self.filter("--no-config", target=FAULTY), ["check/repetition"])
        self.file(".rotstift.ini", "root = yes\nvariant = de-CH\n")
        self.assertNotEqual(self.filter("--no-config", target="Die Strasse ist gross."),
                            self.filter(target="Die Strasse ist gross."))

    def test_filter_does_not_begin_with_a_bad_glossary_or_configuration(self):
        line = json.dumps({"id": 1, "target": CLEAN}) + "\n"
        run = rotstift("filter", "--glossary", self.file("bad.csv", "source,target\n,c\n"), stdin=line)
        self.assert_trouble(run, "bad.csv:2")
        self.assertEqual(run.stdout, "")
        self.file(".rotstift.ini", "root = yes\nvarant = de-CH\n")
        run = rotstift("filter", stdin=line, cwd=self.folder)
        self.assert_trouble(run, ".rotstift.ini:2", "variant")
        self.assertEqual(run.stdout, "")


if __name__ == "__main__":
    unittest.main()
