"""What has changed, and what is to be changed: --diff, --fix, --dry-run."""
import json
import os
import resource
import stat
import subprocess

from program import CLEAN, FAULTY, Case, rotstift

# Spaces before marks and doubled spaces: certain. The doubled word is not.
SLOPPY = "Das Haus ist groß , sagte  der Mann .  Er ging um 50% des Weges zurück in in die Stadt .\n"
FIXED = "Das Haus ist groß, sagte der Mann. Er ging um 50\u00a0% des Weges zurück in in die Stadt.\n"


class Fix(Case):
    def fix(self, name, content, *options, status=1):
        self.path = self.file(name, content)
        self.last = rotstift("--fix", *options, name, cwd=self.folder)
        self.assertEqual((self.last.returncode, self.last.stderr), (status, ""))
        return self.path.read_bytes()

    def test_certain_suggestions_are_written_and_the_rest_reported(self):
        self.assertEqual(self.fix("a.txt", SLOPPY, "--format", "ndjson").decode(), FIXED)
        self.assertEqual([json.loads(line)["rule"] for line in self.last.stdout.splitlines()], ["check/repetition"])
        self.assertEqual(self.fix("a.txt", CLEAN, status=0).decode(), CLEAN)

    def test_line_ends_marks_and_encodings_stay(self):
        windows = SLOPPY.replace("\n", "\r\n") * 2
        self.assertEqual(self.fix("a.txt", windows).decode(), FIXED.replace("\n", "\r\n") * 2)
        self.assertEqual(self.fix("a.txt", b"\xef\xbb\xbf" + SLOPPY.encode()), b"\xef\xbb\xbf" + FIXED.encode())
        self.assertEqual(self.fix("a.txt", SLOPPY.encode("cp1252")), FIXED.encode("cp1252"))
        self.assertEqual(self.fix("a.txt", SLOPPY.rstrip("\n")).decode(), FIXED.rstrip("\n"))

    def test_markup_stays(self):
        self.assertEqual(
            self.fix("a.md", "# Ein *großes* Haus , sagt man\n\nDas **Haus** ist groß , sagte [er](http://x.y/a , b) .\n"
                             "Er ging in in die Stadt.\n\n```\na ,  b\n```\n").decode(),
            "# Ein *großes* Haus, sagt man\n\nDas **Haus** ist groß, sagte [er](http://x.y/a , b).\n"
            "Er ging in in die Stadt.\n\n```\na ,  b\n```\n")
        self.assertEqual(
            self.fix("a.html", "<!DOCTYPE html>\n<html lang=de><body><article><p class='x , y'>M&uuml;ller &amp; Co ist "
                               "gro&szlig; , sagte <b>er</b> .</p><p>Er ging in in die Stadt.</p></article>\n").decode(),
            "<!DOCTYPE html>\n<html lang=de><body><article><p class='x , y'>M&uuml;ller &amp; Co ist "
            "gro&szlig;, sagte <b>er</b>.</p><p>Er ging in in die Stadt.</p></article>\n")

    def test_what_is_suppressed_or_switched_off_stays(self):
        text = "<!-- rotstift-disable space-before-mark -->\n\nDas Haus ist groß , um 50% größer als früher.\n"
        self.assertEqual(self.fix("a.md", text, status=0).decode(), text.replace("50%", "50\u00a0%"))
        self.file(".rotstift.ini", "root = yes\n[rules]\nlocale/typography = off\n")
        self.assertEqual(self.fix("a.txt", SLOPPY).decode(), SLOPPY)

    def test_a_habit_is_corrected_at_all_its_places_unless_the_baseline_knows_it(self):
        text = "".join(f"Der Anteil liegt bei {i}% der Stimmen.\n" for i in range(10, 60))
        self.assertEqual(self.fix("a.txt", text, status=0).decode(), text.replace("%", "\u00a0%"))
        self.file("a.txt", text)
        rotstift("--write-baseline", "b.json", "a.txt", cwd=self.folder)
        self.assertEqual(self.fix("a.txt", text, "--baseline", "b.json", status=0).decode(), text)

    def test_a_dry_run_shows_a_diff_that_can_be_applied_and_changes_nothing(self):
        self.assertEqual(self.fix("a.txt", SLOPPY, "--dry-run").decode(), SLOPPY)
        self.assertIn("\n-Das Haus ist groß , sagte", self.last.stdout)
        self.assertIn("\n+Das Haus ist groß, sagte", self.last.stdout)
        subprocess.run(["git", "apply", "-"], input=self.last.stdout, text=True, encoding="utf8", check=True,
                       cwd=self.folder)
        self.assertEqual(self.path.read_text(encoding="utf8"), FIXED)
        self.assertEqual(self.fix("b.txt", FIXED, "--dry-run"), FIXED.encode())
        self.assertEqual(self.last.stdout, "")
        self.fix("c.txt", SLOPPY, "--dry-run", "-o", "report.json")
        self.assertIn("check/doubled-space", (self.folder / "report.json").read_text(encoding="utf8"))

    def test_modes_and_links_stay(self):
        path = self.file("a.txt", SLOPPY)
        path.chmod(0o640)
        (self.folder / "link.txt").symlink_to("a.txt")
        rotstift("--fix", "link.txt", cwd=self.folder)
        self.assertTrue((self.folder / "link.txt").is_symlink())
        self.assertEqual(path.read_text(encoding="utf8"), FIXED)
        self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o640)

    def test_a_file_that_can_not_be_written_is_named_and_stays_and_the_others_are_done(self):
        big = self.file("big.txt", SLOPPY + CLEAN * 400)
        small = self.file("small.txt", SLOPPY)
        limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000))
        run = rotstift("--fix", "--format", "gcc", big, small, preexec_fn=limit)
        self.assertEqual(run.returncode, 2)
        self.assertIn(f"{big}: can't be written: File too large", run.stderr)
        self.assertEqual(big.read_text(encoding="utf8"), SLOPPY + CLEAN * 400)
        self.assertEqual(small.read_text(encoding="utf8"), FIXED)
        self.assertEqual(sorted(os.listdir(self.folder)), ["big.txt", "small.txt"])

    def test_wrong_usage(self):
        self.assert_trouble(rotstift("--fix", "-", stdin=FAULTY), "standard input")
        self.assert_trouble(rotstift("--dry-run", self.file("a.txt")), "--fix")


class Diff(Case):
    def git(self, *arguments):
        subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@localhost", "-c", "init.defaultBranch=main",
                        *arguments], cwd=self.folder, check=True, capture_output=True)

    def setUp(self):
        super().setUp()
        self.article = self.file("a.txt", FAULTY + "\n" + "Das Wetter war war schön, und alle freuten sich.\n")
        self.git("init", "-q")
        self.git("add", ".")
        self.git("commit", "-q", "-m", "a")

    def lines(self, *arguments, status=1):
        run = rotstift("--format", "ndjson", *arguments, cwd=self.folder)
        self.assertEqual((run.returncode, run.stderr), (status, ""))
        return [(json.loads(line)["file"], json.loads(line)["line"]) for line in run.stdout.splitlines()]

    def test_only_changed_lines_are_reported(self):
        self.assertEqual(self.lines("--diff", "HEAD", "a.txt", status=0), [])
        self.article.write_text(FAULTY + "\nEs ist ist neu, was hier steht.\n"
                                "Das Wetter war war schön, und alle freuten sich.\n", encoding="utf8")
        self.assertEqual(self.lines("--diff", "HEAD", "a.txt"), [("a.txt", 3)])
        self.git("commit", "-q", "-a", "-m", "b")
        self.assertEqual(self.lines("--diff", "HEAD~1", "a.txt"), [("a.txt", 3)])
        self.assertEqual(self.lines("--diff", "main", "a.txt", status=0), [])

    def test_a_new_file_has_changed_as_a_whole(self):
        self.file("b.txt", FAULTY)
        self.assertEqual(self.lines("--diff", "HEAD", "a.txt", "b.txt"), [("b.txt", 1)])

    def test_line_ends_are_no_change(self):
        self.article.write_bytes(self.article.read_bytes().replace(b"\n", b"\r\n"))
        self.assertEqual(self.lines("--diff", "HEAD", "a.txt", status=0), [])

    def test_fixes_keep_to_the_changed_lines(self):
        self.article.write_text(SLOPPY + "\nDas Wetter war schön , ja.\n", encoding="utf8")
        self.git("commit", "-q", "-a", "-m", "b")
        self.article.write_text(SLOPPY + "\nDas Wetter ist schön , ja.\n", encoding="utf8")
        rotstift("--diff", "HEAD", "--fix", "a.txt", cwd=self.folder)
        self.assertEqual(self.article.read_text(encoding="utf8"), SLOPPY + "\nDas Wetter ist schön, ja.\n")

    def test_what_can_not_be_compared_is_named_and_the_others_done(self):
        self.assert_trouble(rotstift("--diff", "nowhere", "a.txt", cwd=self.folder), "a.txt", 'no revision "nowhere"')
        self.assert_trouble(rotstift("--diff", "HEAD", "-", stdin=FAULTY, cwd=self.folder), "standard input")
        self.assert_trouble(rotstift("--diff", "HEAD", "missing.txt", cwd=self.folder), "missing.txt: can't be read")
        self.assert_trouble(rotstift("--diff", "HEAD", "--write-baseline", "b.json", "a.txt", cwd=self.folder),
                            "--write-baseline")
        self.file("b.txt", FAULTY)
        outside = Case("setUp")
        outside.setUp()
        self.addCleanup(outside.doCleanups)
        run = rotstift("--diff", "HEAD", "--format", "gcc", outside.file("x.txt", FAULTY), "b.txt", cwd=self.folder)
        self.assertEqual((run.returncode, run.stdout.count("\n")), (2, 1))
        self.assertIn("x.txt: --diff: no git repository holds this file", run.stderr)
