"""Messages in German and English."""
import re
import subprocess

from program import CLEAN, FAULTY, ROOT, Case, rotstift

CATALOGUE = ROOT / "checker/messages/de.po"
ENGLISH = re.compile(r"\b(the|is|are|of|and|not|no|can't|has|with|it|that|to|unknown|file|line|holds|needs|takes)\b")
GERMAN = re.compile(r"\b(der|die|das|ist|sind|und|nicht|kein|keine|mit|zu|es|den|Datei|Zeile|nennt|fehlt)\b")


def german(*arguments, **more):
    return rotstift("--language", "de", *arguments, **more)


class Catalogue(Case):
    def test_no_message_lacks_its_german(self):
        template = subprocess.run(["sh", ROOT / "checker/messages/extract.sh"], capture_output=True, text=True,
                                  check=True).stdout
        run = subprocess.run(["msgcmp", CATALOGUE, self.file("messages.pot", template)], capture_output=True, text=True)
        self.assertEqual((run.returncode, run.stderr), (0, ""))

    def test_the_catalogue_has_nothing_fuzzy_or_obsolete(self):
        for kind in ("--only-fuzzy", "--only-obsolete", "--untranslated"):
            run = subprocess.run(["msgattrib", kind, CATALOGUE], capture_output=True, text=True, check=True)
            self.assertEqual(run.stdout, "")

    def test_nothing_is_said_past_the_catalogue(self):
        for path in [*(ROOT / "checker").rglob("*.c"), *(ROOT / "reports").rglob("*.c")]:
            for number, line in enumerate(path.read_text(encoding="utf8").splitlines(), 1):
                if "stderr" in line and path.name not in ("complain.c", "progress.c"):
                    said = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', line.replace("translated(\"", "(")))
                    self.assertRegex(said, r"^(rotstift: %s\\n)?(out of memory)?\Z", f"{path}:{number}")


class Languages(Case):
    def speaks_german(self, **environment):
        return "nicht lesbar" in rotstift(self.folder / "nix.txt", env={"LC_ALL": "", **environment}).stderr

    def test_the_locale_decides_as_for_other_programs(self):
        self.assertTrue(self.speaks_german(LC_ALL="de_AT.UTF-8"))
        self.assertTrue(self.speaks_german(LANG="de_DE.UTF-8"))
        self.assertTrue(self.speaks_german(LANG="fr_FR.UTF-8", LANGUAGE="fr:de:en"))
        self.assertTrue(self.speaks_german(LANG="en_GB.UTF-8", LC_MESSAGES="de"))
        self.assertFalse(self.speaks_german(LANG="de_DE.UTF-8", LANGUAGE="en:de"))
        self.assertFalse(self.speaks_german(LANG="de_DE.UTF-8", LC_ALL="C", LANGUAGE="de"))
        self.assertFalse(self.speaks_german(LANG="C.UTF-8", LANGUAGE="de"))
        self.assertFalse(self.speaks_german(LANG="", LANGUAGE=""))

    def test_the_option_wins_wherever_it_stands(self):
        self.assertIn("unbekannter Wert", rotstift("--fail-on", "majr", "--language", "de", "x").stderr)
        self.assertIn("unknown value", rotstift("--fail-on", "majr", "--language=en", "x",
                                                env={"LC_ALL": "de_DE.UTF-8"}).stderr)
        self.assertIn("Unbekannte", rotstift("--nix", "--lang", "de").stderr)
        self.assertIn("did you mean", rotstift("--language", "dee", "x").stderr)

    def test_help_lists_the_same_options_in_both_languages(self):
        options = [re.findall(r"^ .{5}(--[a-z-]+)", rotstift("--language", language, "--help").stdout, re.MULTILINE)
                   for language in ("de", "en")]
        self.assertEqual(*options)
        self.assertGreater(len(options[0]), 20)
        self.assertNotRegex(re.sub("--[a-z-]+", "", german("--help").stdout), ENGLISH)
        self.assertNotRegex(rotstift("--help").stdout, GERMAN)

    def test_config_and_filter_speak_it_and_keep_their_keys(self):
        self.file("a.ini", "variant = de-CH\n")
        said = german("config", "--config", "a.ini", "--fail-on", "major", cwd=self.folder).stdout
        self.assertRegex(said, r"(?m)^fail-on = major +; Befehlszeile$")
        self.assertRegex(said, r"(?m)^confidence = 0.8 +; Voreinstellung$")
        self.assertEqual(german("filter", stdin='{"id":1}\n').stdout, '{"line":1,"id":1,"error":"„target“ fehlt"}\n')


class Errors(Case):
    """What goes wrong is said in one language, whichever is asked for."""

    def runs(self):
        file = self.file
        good = file("good.txt", CLEAN)
        yield self.folder / "nix.txt",
        yield "--nix", good
        yield "-Q", good
        yield "--fail-on", "majr", good
        yield "--confidence", "2", good
        yield "--output", "report.xyz", good
        yield "--output", self.folder / "nix/r.json", good
        yield "--dry-run", good
        yield "--pdf", good
        yield "explain", "check/repetitoin"
        yield "completion", "sh"
        yield "filter", good
        yield file("binary.txt", b"a\0b"),
        yield file("broken.txt", "Grüße aus Köln und Überlingen.\n".encode() * 3 + b"\xc3\x28\n"),
        yield file("utf16.txt", "Das Haus.".encode("utf-16")),
        yield file("bomb.xlf", '<!DOCTYPE x [<!ENTITY a "b">]><xliff>&a;</xliff>'),
        yield file("deep.html", "<div>" * 10_000),
        yield file("deep.xlf", '<?xml version="1.0"?><xliff version="1.2">' + "<g>" * 400),
        yield file("cut.docx", b"PK\x03\x04nothing"),
        yield file("a.po", "msgid nothing\n"),
        yield file("none.json", '{"a": 1}'),
        yield "--type", "tmx", file("x.tmx", "<html/>")
        yield "--baseline", file("b.json", "[]"), good
        yield "--glossary", file("g.csv", "source,target\n,b\n"), good
        yield "--glossary", file("g.tbx", "<html/>"), good
        yield "--config", file("c.ini", "varant = de-CH\n"), good
        yield "--config", file("d.ini", "[ruls]\nidiom = off\n"), good
        yield "--diff", "HEAD", good
        yield "--fix", "-"
        yield "--data", good, good
        yield file("c.md", "<!-- rotstift-disble -->\n\n" + CLEAN),
        yield self.folder / "empty",

    def test_each_error_is_said_in_the_language_asked_for(self):
        (self.folder / "empty").mkdir()
        for arguments in self.runs():
            with self.subTest(arguments=[getattr(argument, "name", argument) for argument in arguments]):
                spoken = german(*arguments, stdin=FAULTY, cwd=self.folder)
                written = rotstift(*arguments, stdin=FAULTY, cwd=self.folder)
                self.assertEqual((spoken.returncode, written.returncode), (2, 2))
                self.assertNotEqual(spoken.stderr, written.stderr)
                own = spoken.stderr.replace(str(self.folder), "")
                self.assertNotRegex(re.sub(r"rotstift-[a-z-]+|--[a-z-]+|„[^“]*“", "", own), ENGLISH)
                self.assertNotRegex(written.stderr, GERMAN)
                self.assertEqual(spoken.stderr.count("\n"), written.stderr.count("\n"))

    def test_counts_have_their_plural(self):
        one, two = self.file("a.txt"), self.file("b.txt")
        for count, files in (("1 Datei;", [one]), ("2 Dateien;", [one, two])):
            run = german("--source", "x", "--source", "y", "--source", "z", *files)
            self.assertIn("--source: 3 für " + count, run.stderr)
        self.assertIn("3 for 1 file;", rotstift("--source", "x", "--source", "y", "--source", "z", one).stderr)
