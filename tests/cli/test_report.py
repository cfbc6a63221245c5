"""The report as a folder of pages, with its index and the history of its runs."""
import json
import os
import unittest

from program import CLEAN, FAULTY, Case, rotstift

EPOCH = {"SOURCE_DATE_EPOCH": "1780000000"}


class ReportCase(Case):
    def setUp(self):
        super().setUp()
        for name, content in [("nord/eins.txt", FAULTY), ("nord/zwei.txt", CLEAN), ("sued/eins.txt", FAULTY)]:
            (self.folder / name).parent.mkdir(exist_ok=True)
            self.file(name, content)
        self.files = ["nord/eins.txt", "nord/zwei.txt", "sued/eins.txt"]
        self.pages = ["articles/nord-eins.html", "articles/nord-zwei.html", "articles/sued-eins.html", "index.html"]

    def report(self, *arguments, files=None, env=None):
        return rotstift("report", *arguments, *(files or self.files), cwd=self.folder, env=dict(EPOCH, **(env or {})))

    def tree(self, place):
        root = self.folder / place
        return sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())


class Report(ReportCase):
    def test_a_folder_holds_a_page_for_each_article_and_one_that_leads_to_them(self):
        run = self.report("-o", "a/b/out")
        self.assertEqual((run.returncode, run.stdout, run.stderr), (1, "", ""))
        self.assertEqual(self.tree("a/b/out"), self.pages)
        index = (self.folder / "a/b/out/index.html").read_text(encoding="utf8")
        for page in self.pages[:3]:
            self.assertIn(f'href="{page}"', index)

    def test_without_a_place_one_article_is_a_page_and_several_are_a_folder(self):
        self.report(files=self.files[:1])
        self.assertTrue((self.folder / "report.html").is_file())
        self.report()
        self.assertEqual(self.tree("report"), self.pages)

    def test_the_bytes_are_the_same_whatever_the_threads(self):
        self.report("-o", "one")
        self.report("-o", "four", "-j4")
        for page in self.pages:
            self.assertEqual((self.folder / "one" / page).read_bytes(), (self.folder / "four" / page).read_bytes())

    def test_a_folder_and_a_summary_come_of_one_run(self):
        run = self.report("-o", "out", "-o", "summary.md", "-o", "issues.ndjson")
        self.assertEqual(run.returncode, 1)
        self.assertEqual(self.tree("out"), self.pages)
        self.assertRegex((self.folder / "summary.md").read_text(encoding="utf8"), r"^### Editor’s report: ❌")
        self.assertEqual(len((self.folder / "issues.ndjson").read_text(encoding="utf8").splitlines()), 2)

    def test_pages_of_an_earlier_run_are_no_articles(self):
        for _ in range(2):
            self.assertEqual(self.report("-o", "site", files=["."]).returncode, 1)
        self.assertEqual(self.tree("site"), self.pages)

    def test_a_file_that_cannot_be_read_has_no_page_and_the_others_do(self):
        run = self.report("-o", "out", files=["nord/eins.txt", "nord/fehlt.txt", "sued/eins.txt"])
        self.assert_trouble(run, "nord/fehlt.txt")
        self.assertEqual(self.tree("out"), ["articles/nord-eins.html", "articles/sued-eins.html", "index.html"])

    def test_many_articles_are_checked_in_batches(self):
        files = []
        for i in range(150):
            self.file(f"{i}.txt", FAULTY if i % 2 else CLEAN)
            files.append(f"{i}.txt")
        run = self.report("-o", "out", "-j2", files=files)
        self.assertEqual((run.returncode, run.stderr), (1, ""))
        self.assertEqual(len(self.tree("out/articles")), 150)

    def test_somebody_elses_index_is_left_alone(self):
        (self.folder / "site").mkdir()
        self.file("site/index.html", "<p>Meine Seite</p>")
        self.assert_trouble(self.report("-o", "site"), "site/index.html", "is no report")
        self.assertEqual(self.tree("site"), ["index.html"])
        self.report("-o", "out")
        self.assertEqual(self.report("-o", "out").returncode, 1, "its own is written anew")

    def test_a_place_that_is_a_file_is_refused(self):
        self.file("ort")
        self.assert_trouble(self.report("-o", "ort"), "ort")

    def test_a_folder_that_cannot_be_made_is_named(self):
        self.assert_trouble(self.report("-o", "/proc/out"), "/proc/out", "can't be made")

    def test_a_baseline_counts_here_too(self):
        rotstift("check", "--write-baseline", "known.json", "-o", "x.json", *self.files, cwd=self.folder)
        self.assertEqual(self.report("-o", "out", "--baseline", "known.json").returncode, 0)

    def test_a_field_tells_the_systems_apart(self):
        self.file("a.md", "---\nsystem: Alpha\n---\n" + FAULTY)
        self.file("b.md", "---\nsystem: Beta <b>\n---\n" + CLEAN)
        self.report("-o", "out", "--group-by", "system", "--history", "h.ndjson", files=["a.md", "b.md"])
        run = json.loads((self.folder / "h.ndjson").read_text(encoding="utf8"))
        self.assertEqual(list(run["groups"]), ["Alpha", "Beta <b>"])
        index = (self.folder / "out/index.html").read_text(encoding="utf8")
        self.assertIn("Beta &lt;b&gt;", index)

    def test_what_belongs_to_other_commands_is_refused(self):
        self.assert_trouble(self.report("--write-baseline", "x", "-o", "out"), '"rotstift report" does not take --write-baseline')
        self.assert_trouble(rotstift("--history", "x", "a.txt"), '"rotstift check" does not take --history')
        self.assert_trouble(self.report("-o", "a", "-o", "b"), "one run fills one")
        self.assert_trouble(self.report("-o", "a.html", "--history", "h"), "--history needs a folder")
        self.assert_trouble(self.report("-o", "a.html", "--pdf"), "--pdf")


class History(ReportCase):
    def runs(self):
        return [json.loads(line) for line in (self.folder / "h.ndjson").read_text(encoding="utf8").splitlines()]

    def test_each_run_adds_a_line(self):
        self.report("-o", "out", "--history", "h.ndjson")
        self.report("-o", "out", "--history", "h.ndjson", env={"SOURCE_DATE_EPOCH": "1780086400"})
        first, second = self.runs()
        self.assertEqual(first, {
            "run": "2026-05-28T20:26:40Z", "articles": 3, "passed": 1, "words": 24, "penalty": 2.0, "score": 91.67,
            "counts": {"neutral": 0, "minor": 2, "major": 0, "critical": 0},
            "groups": {"nord": {"articles": 2, "words": 15, "penalty": 1.0},
                       "sued": {"articles": 1, "words": 9, "penalty": 1.0}}})
        self.assertEqual(second["run"], "2026-05-29T20:26:40Z")

    def test_lines_of_others_are_kept_as_they_are(self):
        old = '{"run":"2026-01-01T00:00:00Z","articles":1,"words":9,"penalty":1.0,"score":88.0,"by":"hand"}'
        self.file("h.ndjson", old + "\n\n")
        self.report("-o", "out", "--history", "h.ndjson")
        lines = (self.folder / "h.ndjson").read_text(encoding="utf8").splitlines()
        self.assertEqual((len(lines), lines[0]), (2, old))
        index = (self.folder / "out/index.html").read_text(encoding="utf8")
        self.assertIn("2026-01-01 00:00", index)

    def test_a_broken_history_is_named_and_left_alone_and_the_pages_are_written(self):
        for content, reason in [('{"run": 1}\n', "h.ndjson:1: is no run"), ("\n{\n", "h.ndjson:2: is no JSON"),
                                ("[1]\n", "h.ndjson:1: is no run"), ("\udcff\n", "h.ndjson:1: is no JSON")]:
            with self.subTest(content):
                path = self.file("h.ndjson", content.encode("utf8", "surrogateescape"))
                before = path.read_bytes()
                self.assert_trouble(self.report("-o", "out", "--history", "h.ndjson"), reason)
                self.assertEqual(path.read_bytes(), before)
                self.assertEqual(self.tree("out"), self.pages)

    @unittest.skipIf(os.geteuid() == 0, "root may write anywhere")
    def test_a_history_that_cannot_be_written_is_named(self):
        (self.folder / "zu").mkdir(mode=0o500)
        self.assert_trouble(self.report("-o", "out", "--history", "zu/h.ndjson"), "zu/h.ndjson")
