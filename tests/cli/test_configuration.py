"""The configuration: what is in force for an article, and what is said of a file that can't be understood."""
import json
import os

from program import CLEAN, FAULTY, Case, rotstift

LONG = ("Am Morgen kam der Bürgermeister in in die Stadt, und am Abend ging er wieder. Er war war nicht froh.\n")


class Configuration(Case):
    def setUp(self):
        super().setUp()
        self.file("a.txt", LONG)
        (self.folder / "kultur").mkdir()
        self.file("kultur/b.txt", LONG)

    def configure(self, content, name=".rotstift.ini"):
        self.file(name, "root = yes\n" + content)

    def check(self, *arguments):
        return rotstift(*arguments, cwd=self.folder)

    def found(self, *arguments):
        """(file, marked text, severity) of each issue."""
        run = self.check("--format", "ndjson", *arguments)
        self.assertEqual(run.stderr, "")
        return [(i["file"], i["text"], i["severity"]) for i in map(json.loads, run.stdout.splitlines())]

    def test_rules_are_switched_off_and_on_and_weighed(self):
        both = [("a.txt", "in in", "minor"), ("a.txt", "war war", "minor")]
        self.assertEqual(self.found("a.txt"), both)
        for name in ("check/repetition", "repetition", "check", "linguistic/grammar", "linguistic", "check/rep*"):
            self.configure(f"[rules]\n{name} = off\n")
            self.assertEqual(self.found("a.txt"), [], name)
        self.configure("[rules]\ncheck = off\nrepetition = critical\n")
        self.assertEqual({severity for _, _, severity in self.found("a.txt")}, {"critical"})
        self.configure("[rules]\nrepetition = 1\n")
        self.assertEqual(self.found("a.txt"), [])
        self.configure("confidence = 1\n[rules]\nrepetition = 0.5\n")
        self.assertEqual(self.found("a.txt"), both)

    def test_thresholds_and_the_command_line_over_them(self):
        self.configure("fail-on = major\n")
        self.assertEqual(self.check("a.txt").returncode, 0)
        self.assertEqual(self.check("--fail-on", "minor", "a.txt").returncode, 1)
        self.configure("max-penalty = 500\n")
        self.assertEqual(self.check("a.txt").returncode, 0)
        self.assertEqual(self.check("--max-penalty", "1", "a.txt").returncode, 1)
        self.configure("fail-on = major\n[path kultur/*]\nfail-on = minor\n")
        run = self.check("--format", "json", "a.txt", "kultur/b.txt")
        self.assertEqual((run.returncode, [f["passed"] for f in json.loads(run.stdout)["files"]]), (1, [True, False]))
        report = self.check("--format", "junit", "a.txt", "kultur/b.txt").stdout
        self.assertEqual(report.count("<failure"), 2)

    def test_sections_mean_some_paths(self):
        self.configure("[rules kultur/*]\nrepetition = off\n")
        self.assertEqual({name for name, _, _ in self.found("a.txt", "kultur/b.txt")}, {"a.txt"})
        self.configure("skip = kultur/\n")
        self.assertEqual({name for name, _, _ in self.found("a.txt", "kultur/b.txt")}, {"a.txt"})
        run = self.check("kultur/b.txt")
        self.assertEqual(run.returncode, 0)
        self.assertIn("skip all files", run.stderr)

    def test_the_nearer_file_wins_and_a_root_ends_the_search(self):
        self.configure("[rules]\nrepetition = off\n")
        self.file("kultur/.rotstift.ini", "[rules]\nrepetition = major\n")
        self.assertEqual({(name, severity) for name, _, severity in self.found("a.txt", "kultur/b.txt")},
                         {("kultur/b.txt", "major")})
        self.file("kultur/.rotstift.ini", "root = yes\n")
        self.assertEqual(len(self.found("kultur/b.txt")), 2)
        self.assertEqual(len(self.found("--no-config", "a.txt")), 2)
        self.configure("[rules]\nrepetition = critical\n", "other.ini")
        self.assertEqual({severity for _, _, severity in self.found("--config", "other.ini", "a.txt")}, {"critical"})

    def test_accepted_words_and_passages_are_suppressed(self):
        self.configure("accept = in in, Berlin\naccept-file = worte.txt\n")
        self.file("worte.txt", "# Zitate\n\nwar war\n")
        run = self.check("--format", "json", "a.txt")
        issues = [i for i in json.loads(run.stdout)["files"][0]["issues"] if i["rule"] == "check/repetition"]
        self.assertEqual([i["suppressed"] for i in issues], [{"by": "configuration"}] * 2)

    def test_the_variant_is_that_of_the_path(self):
        self.configure("[path kultur/*]\nvariant = de-CH\n")
        self.file("a.txt", "Die Strasse ist nass.\n")
        self.file("kultur/b.txt", "Die Strasse ist nass.\n")
        self.assertEqual({name for name, _, _ in self.found("a.txt", "kultur/b.txt")}, {"a.txt"})

    def test_config_shows_what_is_in_force_and_where_it_comes_from(self):
        self.configure("confidence = 0.9\naccept = Zitat\n[path kultur/*]\nvariant = de-AT\n[rules]\nidiom = minor\n")
        run = self.check("config", "kultur/b.txt", "--fail-on", "major")
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        shown = [" ".join(line.split()) for line in run.stdout.splitlines()]
        for line in ("variant = de-AT ; .rotstift.ini:5", "confidence = 0.9 ; .rotstift.ini:2",
                     "fail-on = major ; command line", "accept = Zitat ; .rotstift.ini:3",
                     "idiom = minor ; .rotstift.ini:7"):
            self.assertIn(line, shown)
        self.assertIn("variant = de-DE ; default", " ".join(self.check("config").stdout.split()))
        self.assertEqual(self.check("config", "--config", self.file("shown.ini", run.stdout)).returncode, 0)

    def test_what_can_not_be_understood_is_named_with_file_line_and_a_guess(self):
        for line, *reasons in [
                ("confidnce = 1", 'unknown key "confidnce"', 'did you mean "confidence"'),
                ("idiom = off", "unknown key", "[rules]"),
                ("variant = de-XX", "de-DE, de-AT, de-CH"),
                ("confidence = much", "no number from 0 to 1"),
                ("max-penalty = -1", "no number"),
                ("fail-on = mayor", 'did you mean "major"'),
                ("[ruls]\nidiom = off", "unknown section", "did you mean [rules]", ":3:"),
                ("[path]\nvariant = de-AT", "unknown section [path] (known:", "[path PATTERN]"),
                ("[rules]\nrepitition = off", 'did you mean "repetition"', ":3:"),
                ("[rules]\nrepetition = of", "neutral, minor, major, critical, on, off"),
                ("[path x/*]\nroot = yes", "before the first section"),
                ("what is this", "neither"),
                ("accept-file = missing.txt", "missing.txt", "No such file"),
                ("accept = " + "x" * 300, "longer than")]:
            with self.subTest(line=line[:40]):
                self.configure(line + "\n")
                self.assert_trouble(self.check("a.txt"), ".rotstift.ini:", *reasons)
                self.assert_trouble(self.check("config", "a.txt"), *reasons)
        self.file(".rotstift.ini", b"root = yes\naccept = \xff\n")
        self.assert_trouble(self.check("a.txt"), ".rotstift.ini:2: is not UTF-8")
        self.assert_trouble(self.check("--config", "missing.ini", "a.txt"), "missing.ini", "No such file")

    def test_articles_under_another_configuration_are_still_checked(self):
        self.configure("")
        self.file("kultur/.rotstift.ini", "nonsense = 1\n")
        run = self.check("--format", "ndjson", "kultur/b.txt", "a.txt")
        self.assertEqual((run.returncode, len(run.stdout.splitlines())), (2, 2))
        self.assertIn("kultur/.rotstift.ini:1", run.stderr)

    def test_an_unreadable_configuration_is_named(self):
        os.mkdir(self.folder / "kultur/.rotstift.ini")
        self.assert_trouble(self.check("kultur/b.txt"), ".rotstift.ini", "directory")
        self.file("clean.txt", CLEAN)
        self.assertEqual(self.check("clean.txt").returncode, 0)
