"""Baselines: what was found before is marked and does not count."""
import json
import unittest

from program import CLEAN, FAULTY, Case, rotstift

OTHER = "Am Abend ging der Bürgermeister, der lange geredet hatte, aus aus der Stadt, die ihn nicht wollte.\n"


def findings(path):
    return json.loads(path.read_text(encoding="utf8"))["findings"]


def issues(run):
    return [issue for file in json.loads(run.stdout)["files"] for issue in file["issues"]]


class Baseline(Case):
    def setUp(self):
        super().setUp()
        self.article = self.file("artikel.txt", FAULTY + OTHER)
        self.baseline = self.folder / "baseline.json"

    def check(self, *arguments, article="artikel.txt"):
        return rotstift(*arguments, article, cwd=self.folder)

    def write(self):
        run = self.check("--write-baseline", self.baseline)
        self.assertEqual((run.returncode, run.stderr), (0, ""))

    def test_what_is_written_is_known(self):
        self.write()
        self.assertEqual([(f["file"], f["rule"], f["text"]) for f in findings(self.baseline)],
                         [("artikel.txt", "check/repetition", "in in"), ("artikel.txt", "check/repetition", "aus aus")])
        run = self.check("--baseline", self.baseline, "--format", "ndjson")
        self.assertEqual((run.returncode, run.stdout), (0, ""))

    def test_known_findings_are_marked_not_dropped(self):
        self.write()
        self.article.write_text(FAULTY + OTHER.rstrip() + " Das ist ist ganz neu, und niemand hat es vorher gesehen, sagte er.\n", encoding="utf8")
        run = self.check("--baseline", self.baseline, "--format", "json")
        self.assertEqual(run.returncode, 1)
        self.assertEqual([issue.get("suppressed") for issue in issues(run)], [{"by": "baseline"}] * 2 + [None])
        file = json.loads(run.stdout)["files"][0]
        self.assertEqual((file["penalty"], file["counts"]["minor"], file["suppressed"]), (1, 1, 2))
        run = self.check("--baseline", self.baseline, "--show-suppressed", "--format", "ndjson")
        self.assertEqual(["suppressed" in json.loads(line) for line in run.stdout.splitlines()], [True, True, False])
        self.assertEqual(self.check("--baseline", self.baseline, "--show-suppressed").stdout.count("suppressed"), 3)

    def test_edits_elsewhere_change_no_fingerprint(self):
        self.write()
        self.article.write_text("Ein neuer Anfang.\n\n" + OTHER.replace("Stadt.", "Stadt, wie immer.") + FAULTY,
                                encoding="utf8")
        self.assertEqual(self.check("--baseline", self.baseline).returncode, 0)

    def test_the_same_error_once_more_is_new(self):
        self.write()
        self.article.write_text(FAULTY + FAULTY, encoding="utf8")
        run = self.check("--baseline", self.baseline, "--format", "json")
        self.assertEqual((run.returncode, ["suppressed" in issue for issue in issues(run)]), (1, [True, False]))

    def test_another_file_is_not_covered(self):
        self.write()
        self.file("anderer.txt", FAULTY)
        self.assertEqual(self.check("--baseline", self.baseline, article="anderer.txt").returncode, 1)

    def test_the_folder_of_the_run_does_not_matter(self):
        self.write()
        self.assertEqual(rotstift("--baseline", self.baseline, self.article).returncode, 0)
        self.assertEqual(self.check("--baseline", self.baseline, article="./artikel.txt").returncode, 0)

    def test_writing_again_keeps_reasons_and_files_not_checked(self):
        self.write()
        self.file("anderer.txt", FAULTY)
        known = json.loads(self.baseline.read_text(encoding="utf8"))
        known["findings"][0]["reason"] = "Zitat"
        self.baseline.write_text(json.dumps(known), encoding="utf8")
        run = self.check("--baseline", self.baseline, "--write-baseline", self.baseline, article="anderer.txt")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(sorted(f["file"] for f in findings(self.baseline)), ["anderer.txt"] + ["artikel.txt"] * 2)
        self.article.write_text(FAULTY, encoding="utf8")
        self.check("--baseline", self.baseline, "--write-baseline", self.baseline)
        self.assertEqual({(f["file"], f.get("reason")) for f in findings(self.baseline)},
                         {("anderer.txt", None), ("artikel.txt", "Zitat")})

    def test_bad_baselines_are_named_with_place_and_reason(self):
        for content, reasons in [
                ("{\n\"rotstift-baseline\": 1,\n oh", [":3:", "no JSON"]),
                ("[]", ["is no baseline", "--write-baseline"]),
                ('{"rotstift-baseline": 2, "findings": []}', ["version 2"]),
                ('{"rotstift-baseline": 1, "findings": [7]}', ["finding 1", "fingerprint"]),
                ('{"rotstift-baseline": 1, "findings": [{"fingerprint": "12", "file": "a"}]}', ["finding 1", "16"]),
                ('{"rotstift-baseline": 1, "findings": [{"fingerprint": "0123456789abcdef"}]}', ["finding 1", "file"]),
                ('{"rotstift-baseline": 1, "findings": [{"fingerprint": "0123456789abcdef", "file": "a", "reason": 1}]}',
                 ["finding 1", "reason"]),
                ("[" * 100000, ["no JSON"]),
                ("", ["no JSON"])]:
            with self.subTest(content=content[:80]):
                self.assert_trouble(self.check("--baseline", self.file("bad.json", content)), "bad.json", *reasons)
        self.assert_trouble(self.check("--baseline", "missing.json"), "missing.json: can't be read")

    def test_a_baseline_that_can_not_be_written_is_named_and_the_report_comes(self):
        run = self.check("--write-baseline", "/dev/full", "--format", "ndjson")
        self.assertEqual(run.returncode, 2)
        self.assertIn("/dev/full: can't be written: No space left", run.stderr)
        self.assertEqual(len(run.stdout.splitlines()), 2)
        old = self.file("old.json", "old")
        run = self.check("--write-baseline", self.folder / "no/such.json")
        self.assertIn("no/such.json: can't be written", run.stderr)
        self.assertEqual(old.read_text(), "old")

    def test_a_clean_article_makes_an_empty_baseline(self):
        self.article.write_text(CLEAN, encoding="utf8")
        self.write()
        self.assertEqual(findings(self.baseline), [])


if __name__ == "__main__":
    unittest.main()
