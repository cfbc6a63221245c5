"""The formats for other programs, as far as no other program is needed: tests/consumers has those that read them."""
import json
import time
import xml.etree.ElementTree as xml

from program import FAULTY, Case, rotstift

FORMATS = ["gcc", "sarif", "junit", "checkstyle", "github", "gitlab", "rdjson"]


class Formats(Case):
    def test_the_ending_picks_the_format(self):
        faulty = self.file("faulty.txt", FAULTY)
        for name, sign in [("a.sarif", '"version":"2.1.0"'), ("a.sarif.json", '"version":"2.1.0"'),
                           ("a.xml", "<testsuites"), ("checkstyle.xml", "<checkstyle"), ("a.rdjson", '"diagnostics"'),
                           ("gl-code-quality-report.json", '"check_name"'), ("a.json", '"penalty_per_1000"')]:
            run = rotstift("-o", self.folder / name, faulty)
            self.assertEqual((run.returncode, run.stderr), (1, ""))
            self.assertIn(sign, (self.folder / name).read_text(encoding="utf8"))

    def test_a_format_that_nothing_is_written_in_is_refused(self):
        faulty, reports = self.file("faulty.txt", FAULTY), ("-o", self.folder / "a.html", "-o", self.folder / "a.json")
        self.assert_trouble(rotstift("-f", "github", *reports, faulty), "--format github", "-o -")
        self.assertIn("::warning", rotstift("-f", "github", *reports, "-o", "-", faulty).stdout)
        self.assertEqual(rotstift("-f", "html", *reports, faulty).returncode, 1)

    def test_a_name_that_is_no_utf8_breaks_no_format(self):
        faulty = self.folder.joinpath(b"\xff\x01\x1b[31m <&\">.txt".decode("utf8", "surrogateescape"))
        faulty.write_bytes(FAULTY.encode())
        for form in FORMATS:
            report = self.folder / form
            run = rotstift("--format", form, "-o", report, faulty)
            self.assertEqual((run.returncode, run.stderr), (1, ""), form)
            content = report.read_bytes()
            if form in ("junit", "checkstyle"):
                xml.fromstring(content)
            elif form in ("sarif", "gitlab", "rdjson"):
                json.loads(content)
            if form != "github": # the name must be the file's own there, byte for byte, to be found
                self.assertNotIn(b"\x1b", content, form)

    def test_what_could_deceive_is_named(self):
        faulty = self.file("a.txt", "Der Bürgermeister sprach von \u202eeinem einem\u202c Haus.\n")
        for form in ("gcc", "github", "checkstyle", "junit", "gitlab", "rdjson"):
            run = rotstift("--format", form, faulty)
            self.assertNotIn("\u202e", run.stdout, form)

    def test_a_full_disk_is_noticed_in_each_format(self):
        faulty = self.file("faulty.txt", FAULTY * 200)
        for form in FORMATS + ["text", "json", "ndjson", "html"]:
            run = rotstift("--format", form, "-o", "/dev/full", faulty)
            self.assert_trouble(run, "/dev/full: can't be written: No space left")

    def test_gcc_says_it_in_one_line(self):
        self.file("a.txt", FAULTY)
        self.assertEqual(rotstift("-f", "gcc", "a.txt", cwd=self.folder).stdout,
                         "a.txt:1:33: warning: “in in”: The word stands twice in a row. Better: “in” [check/repetition]\n")
        self.assertEqual(rotstift("-f", "gcc", "--language", "de", "a.txt", cwd=self.folder).stdout,
                         "a.txt:1:33: warning: „in in“: Das Wort steht zweimal hintereinander. Besser: „in“ "
                         "[check/repetition]\n")

    def test_rdjson_counts_the_bytes_of_each_line(self):
        lines = ["Größe ist ist für für Öl öde.", "Ä ä ein ein, größere größere Überfälle."]
        article = self.file("a.txt", "\n".join(lines) + "\n")
        found = json.loads(rotstift("-f", "rdjson", article).stdout)["diagnostics"]
        said = [lines[at["line"] - 1].encode()[at["column"] - 1:end["column"] - 1].decode()
                for each in found for at, end in [(each["location"]["range"]["start"], each["location"]["range"]["end"])]]
        self.assertEqual([each for each in said if each.split()[0] == each.split()[-1]],
                         ["ist ist", "für für", "ein ein", "größere größere"])
        self.assertTrue(all(fix["range"] == each["location"]["range"] for each in found for fix in each["suggestions"]))

    def test_rdjson_of_one_long_line_takes_no_longer_than_others(self):
        article = self.file("a.txt", (FAULTY.strip() + " ") * 12000)
        seconds = {}
        for form in ("gcc", "rdjson"):
            start = time.monotonic()
            rotstift("-f", form, "--no-config", article)
            seconds[form] = time.monotonic() - start
        self.assertLess(seconds["rdjson"], 5 * seconds["gcc"] + 1)

    def test_links_only_when_asked_for(self):
        faulty = self.file("ä.txt", FAULTY)
        self.assertNotIn("\033]8", rotstift(faulty).stdout)
        said = rotstift("--hyperlinks", "always", faulty).stdout
        self.assertRegex(said, r"^\033\]8;;file://[^/]*/[^ ]*/%C3%A4.txt\033\\[^ ]*:1:33:\033\]8;;\033\\ ")
        said = rotstift("--hyperlinks", "always", "ä.txt", cwd=self.folder).stdout
        self.assertIn(str(self.folder) + "/%C3%A4.txt\033\\", said)
        self.assertNotIn("\033]8", rotstift("--hyperlinks", "always", "-", stdin=FAULTY).stdout)
