"""Comments in an article that suppress issues."""
import json

from program import FAULTY, Case, rotstift

# Doubled words in the lines 1, 5, 9 and 13 of this text, with room for comments between.
PASSAGES = ["Am Morgen kam der Bürgermeister in in die Stadt.", "Er sah, dass das Wetter gut gut war.",
            "Die Leute standen am am Fluss.", "Man hat dort auf auf Regen gewartet."]
TEXTS = ["in in", "gut gut", "am am", "auf auf"]


class Comments(Case):
    def check(self, *between, name="a.md", options=()):
        """Checks the passages with comments between; (text, suppressed) of each doubled word."""
        lines = [line for passage, comment in zip(PASSAGES, between + ("",) * 4) for line in (comment, "", passage, "")]
        self.file(name, "\n".join(lines))
        self.last = rotstift("--format", "json", *options, name, cwd=self.folder)
        issues = json.loads(self.last.stdout)["files"][0]["issues"]
        return [(i["text"], i.get("suppressed")) for i in issues if i["rule"] == "check/repetition"]

    def suppressed(self, *between, **more):
        return [text for text, suppressed in self.check(*between, **more) if suppressed]

    def test_disable_holds_up_to_enable(self):
        self.assertEqual(self.suppressed(), [])
        self.assertEqual(self.suppressed("", "<!-- rotstift-disable -->", "", "<!-- rotstift-enable -->"), TEXTS[1:3])
        self.assertEqual(self.suppressed("", "", "<!-- rotstift-disable repetition -->"), TEXTS[2:])
        self.assertEqual(self.suppressed("<!-- rotstift-disable -->", "<!-- rotstift-enable check -->"), TEXTS[:1])

    def test_only_the_rules_that_are_named(self):
        self.assertEqual(self.suppressed("<!-- rotstift-disable idiom, spelling -->"), [])
        self.assertEqual(self.suppressed("<!-- rotstift-disable idiom repetition -->"), TEXTS)
        self.assertEqual(self.suppressed("<!-- rotstift-disable -->", "<!-- rotstift-enable idiom -->"), TEXTS)

    def test_the_next_line_and_the_whole_file(self):
        self.assertEqual(self.suppressed("", "<!-- rotstift-disable-next-line -->"), TEXTS[1:2])
        self.assertEqual(self.suppressed("", "", "<!-- rotstift-disable-file linguistic/grammar -->"), TEXTS)
        self.file("b.md", "Er war war da. <!-- rotstift-disable-line -->\nSie war war da.\n")
        run = rotstift("--format", "ndjson", "b.md", cwd=self.folder)
        self.assertEqual([json.loads(line)["line"] for line in run.stdout.splitlines()], [2])
        self.file("b.md", "<!-- rotstift-disable-next-line -->\nEr war war da.\nSie war war da.\n")
        run = rotstift("--format", "ndjson", "b.md", cwd=self.folder)
        self.assertEqual([json.loads(line)["line"] for line in run.stdout.splitlines()], [3])

    def test_the_reason_is_told(self):
        for comment in ("<!-- rotstift-disable check: so gesagt -->", "<!-- rotstift-disable check -- so gesagt -->"):
            self.assertEqual(self.check(comment)[0], (TEXTS[0], {"by": "comment", "reason": "so gesagt"}))
        self.assertEqual(self.last.returncode, 0)
        report = json.loads(rotstift("--format", "sarif", "a.md", cwd=self.folder).stdout)
        self.assertEqual(report["runs"][0]["results"][0]["suppressions"],
                         [{"kind": "inSource", "status": "accepted", "justification": "so gesagt"}])

    def test_html_and_xliff_know_them_too(self):
        self.file("a.html", f"<!DOCTYPE html><html lang=de><body><article><!-- rotstift-disable --><p>{FAULTY}</p>"
                            f"<!-- rotstift-enable --><p>{FAULTY}</p></article></body></html>")
        run = rotstift("--format", "json", "a.html", cwd=self.folder)
        issues = json.loads(run.stdout)["files"][0]["issues"]
        self.assertEqual(["suppressed" in issue for issue in issues], [True, False])

    def test_what_is_not_known_is_named_and_the_article_checked(self):
        for comment, *reasons in [("<!-- rotstift-disabel -->", 'did you mean "rotstift-disable"'),
                                  ("<!-- rotstift-disable idom -->", 'no rule "idom"', 'did you mean "idiom"')]:
            self.assertEqual(len(self.check("", comment)), 4)
            self.assert_trouble(self.last, "a.md:5: ", *reasons)
        self.assertEqual(len(self.check("<!-- rotstifte sind rot -->")), 4)
        self.assertEqual(self.last.returncode, 1)

    def test_unused_suppressions_are_reported_on_request(self):
        self.check("<!-- rotstift-disable -->", "<!-- rotstift-enable -->", "<!-- rotstift-disable idiom -->")
        self.assertEqual(self.last.stderr, "")
        self.check("<!-- rotstift-disable -->", "<!-- rotstift-enable -->", "<!-- rotstift-disable idiom -->",
                   options=["--report-unused"])
        self.assertEqual(self.last.stderr, "rotstift: a.md:9: unused: this comment suppresses nothing\n")
        known = {"rotstift-baseline": 1, "findings": [
            {"fingerprint": "0123456789abcdef", "file": "a.md", "rule": "idiom/x", "text": "x"},
            {"fingerprint": "0123456789abcdef", "file": "not-checked.md", "rule": "idiom/x", "text": "x"}]}
        self.file("b.json", json.dumps(known))
        self.check(options=["--report-unused", "--baseline", "b.json"])
        self.assertEqual(self.last.stderr,
                         "rotstift: b.json: unused: finding 0123456789abcdef, idiom/x in a.md is no longer there\n")

    def test_comments_without_end_are_cut_off(self):
        line = "<!-- rotstift-disable-line spelling, idiom -->\n\n"
        run = rotstift("-f", "gcc", self.file("a.md", line * 4000 + FAULTY))
        self.assert_trouble(run, "a.md:", "more than 10000 rules")
        self.assertEqual(run.stdout.count("\n"), 1)
        run = rotstift("-f", "gcc", self.file("b.md", "".join(f"<!-- rotstift-disable no{i} -->\n\n" for i in range(9000))
                                              + FAULTY))
        self.assert_trouble(run, "b.md:1", "no0")
