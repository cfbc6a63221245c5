"""Many articles in one run: what is written of each alone needs no more memory for many of them."""
import os
import signal
import subprocess
import sys
import time

from program import CLEAN, FAULTY, ROTSTIFT, Case, rotstift

# Runs the rest of its arguments and prints the most memory that they have held, in KiB.
MEASURE = ("import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL); "
           "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")


class ManyFiles(Case):
    def articles(self, count):
        folder = self.folder / f"articles{count}"
        folder.mkdir()
        for number in range(count):
            (folder / f"{number:04}.txt").write_text(FAULTY + CLEAN * 3, encoding="utf8")
        return folder

    def peak(self, *arguments):
        run = subprocess.run([sys.executable, "-c", MEASURE, ROTSTIFT, "--fail-on", "none", *map(str, arguments)],
                             capture_output=True, text=True, check=True, timeout=300)
        self.assertEqual(run.stderr, "")
        return int(run.stdout)

    def test_two_thousand_articles_need_little_more_memory_than_a_hundred(self):
        few, many = self.articles(100), self.articles(2000)
        for form, room in (("gcc", 4), ("json", 4), ("sarif", 30)):
            with self.subTest(form):
                self.assertLess(self.peak("-f", form, many), self.peak("-f", form, few) + room * 1024)

    def test_batches_do_not_show_in_reports(self):
        folder = self.articles(70)
        (folder / "0000.txt").write_bytes(b"\xff\xfe\x81")
        for form in ("json", "gitlab", "rdjson", "text", "gcc", "github", "ndjson", "sarif", "junit", "checkstyle",
                     "markdown"):
            alone = rotstift("-f", form, folder)
            self.assertEqual(alone.stderr.count("0000.txt"), 1)
            self.assertEqual(rotstift("-j4", "-f", form, folder).stdout, alone.stdout)
            whole = rotstift("-f", form, "-o", "-", "-o", self.folder / "r.html", folder) # which needs all at once
            self.assertEqual((alone.returncode, alone.stdout), (2, whole.stdout), form)

    def test_a_run_that_is_ended_leaves_nothing_half_written(self):
        folder, out = self.articles(2000), self.folder / "out"
        out.mkdir()
        with subprocess.Popen([ROTSTIFT, "-o", out / "r.ndjson", folder]) as run:
            while run.poll() is None and not os.listdir(out):
                time.sleep(0.01)
            run.send_signal(signal.SIGTERM)
        self.assertEqual((run.returncode, os.listdir(out)), (-signal.SIGTERM, []))


class Written(Case):
    """What a run writes is no article of it."""

    def test_an_article_is_not_written_over(self):
        article = self.file("a.txt", FAULTY)
        (self.folder / "link.txt").symlink_to("a.txt")
        for arguments in (("-o", article), ("-o", self.folder / "link.txt"), ("--write-baseline", article),
                          ("-o", self.folder / "r.json", "-o", article)):
            self.assert_trouble(rotstift(*arguments, article), ".txt: ", "written over")
            self.assertEqual(article.read_text(encoding="utf8"), FAULTY)
        self.assertEqual(rotstift("-o", "/dev/null", "-f", "json", article).returncode, 1)

    def test_what_a_run_reads_is_not_written_over(self):
        article, source = self.file("a.txt", FAULTY), self.file("en.txt", "In the morning the mayor came to town.\n")
        glossary, config = self.file("terms.csv", "source;target\ntown;Stadt\n"), self.file("x.ini", "variant = de-AT\n")
        known = self.folder / "known.json"
        self.assertEqual(rotstift("--write-baseline", known, article).returncode, 0)
        for option, path in (("--source", source), ("--glossary", glossary), ("--config", config), ("--baseline", known)):
            before = path.read_bytes()
            self.assert_trouble(rotstift(option, path, "-f", "json", "-o", path, article), path, "written over")
            self.assertEqual(path.read_bytes(), before)
        self.assertEqual(rotstift("--baseline", known, "--write-baseline", f"{self.folder}/./known.json", article).returncode, 0)

    def test_two_reports_do_not_share_a_file(self):
        article, report = self.file("a.txt", FAULTY), self.folder / "r.json"
        for second in ("-o", "--write-baseline"):
            self.assert_trouble(rotstift("-o", report, second, report, article), "r.json: ", "twice")
            self.assertFalse(report.exists())
        self.assertEqual(rotstift("-f", "gcc", "-o", "/dev/null", "-o", "/dev/null", article).returncode, 1)

    def test_the_reports_of_an_earlier_run_are_no_articles(self):
        self.file("a.txt", FAULTY)
        arguments = ("-o", self.folder / "r.html", "-o", self.folder / "r.txt", "-o", self.folder / "r.json", self.folder)
        reports = []
        for _ in range(2):
            run = rotstift(*arguments)
            self.assertEqual((run.returncode, run.stderr), (1, ""))
            reports.append([(self.folder / f"r.{form}").read_text(encoding="utf8") for form in ("html", "txt", "json")])
        self.assertEqual(*reports)

    def test_an_empty_name_is_refused(self):
        self.assert_trouble(rotstift(""), "name of a file is empty")
