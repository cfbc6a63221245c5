"""Folders: which files of them are checked, in which order, and what can be wrong with them."""
import contextlib
import json
import os
import pty
import subprocess
import unittest

from program import CLEAN, FAULTY, ROTSTIFT, Case, rotstift


class Folders(Case):
    def tree(self, *names):
        for name in names:
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            self.file(name, "<p>" + FAULTY if name.endswith("html") else FAULTY)

    def checked(self, *arguments, status=1, complaint=""):
        run = rotstift("--format", "ndjson", *arguments)
        self.assertEqual((run.returncode, run.stderr), (status, complaint))
        return [json.loads(line)["file"].removeprefix(f"{self.folder}/") for line in run.stdout.splitlines()]

    def test_files_of_known_types_are_found_in_the_order_of_their_names(self):
        self.tree("b.txt", "a/z.md", "a/b/y.html", "a.txt", "B.txt", "c/bild.png", "c/daten.json", "Makefile")
        self.file("rechnung.xml", "<rechnung/>")
        self.file("meldung.xml", f"<nitf><body><p>{FAULTY}</p></body></nitf>")
        order = ["B.txt", "a/b/y.html", "a/z.md", "a.txt", "b.txt", "meldung.xml"]
        self.assertEqual(self.checked(self.folder), order)
        self.assertEqual(self.checked("-j4", str(self.folder) + "/"), order)
        self.assertEqual(self.checked("--type", "markdown", self.folder), ["a/z.md"])

    def test_operands_keep_their_order(self):
        self.tree("b/1.txt", "a.txt")
        self.assertEqual(self.checked(self.folder / "b", self.folder / "a.txt"), ["b/1.txt", "a.txt"])

    def test_json_is_found_where_its_field_is_named(self):
        self.file("a.json", json.dumps({"body": FAULTY}))
        self.file("b.txt", FAULTY)
        self.assertEqual(self.checked(self.folder), ["b.txt"])
        self.assertEqual(self.checked("--json-field", "body", self.folder), ["a.json", "b.txt"])

    def test_hidden_and_ignored_files_are_passed_over(self):
        self.tree(".git/a.txt", ".a.txt", "entwurf/a.txt", "a.txt", "tief/b.txt", "tief/wichtig.txt", "tief/c/d/e.txt",
                  "tief/c/f.txt")
        self.file(".gitignore", "# Entwürfe\nentwurf/\nb.*\ntief/**/e.txt\ntief/wichtig.txt\n")
        self.file("tief/.ignore", "!wichtig.txt\n/f.txt\n")
        self.assertEqual(self.checked(self.folder), ["a.txt", "tief/c/f.txt", "tief/wichtig.txt"])
        self.assertEqual(self.checked(self.folder / "tief"), ["tief/c/f.txt", "tief/wichtig.txt"])
        self.assertEqual(self.checked(self.folder / "tief/b.txt"), ["tief/b.txt"])

    def test_a_folder_without_articles_is_named(self):
        self.tree("leer/bild.png", "a.txt")
        run = rotstift("--format", "ndjson", self.folder / "leer", self.folder / "a.txt")
        self.assert_trouble(run, "leer: holds no article")
        self.assertEqual(len(run.stdout.splitlines()), 1)

    def test_a_loop_of_links_is_named_and_the_rest_checked(self):
        self.tree("a/b/1.txt", "a/2.txt")
        (self.folder / "a/b/kreis").symlink_to("..")
        run = rotstift("--format", "ndjson", self.folder)
        self.assert_trouble(run, "a/b/kreis: a loop of links")
        self.assertEqual(len(run.stdout.splitlines()), 2)
        (self.folder / "a/b/kreis").unlink()
        (self.folder / "x.txt").symlink_to("y.txt")
        (self.folder / "y.txt").symlink_to("x.txt")
        run = rotstift("--format", "ndjson", self.folder)
        self.assertEqual(run.stderr, "".join(f"rotstift: {self.folder}/{n}.txt: a loop of links\n" for n in "xy"))
        self.assertEqual((run.returncode, len(run.stdout.splitlines())), (2, 2))

    def test_links_are_followed_but_no_folder_is_entered_twice(self):
        self.tree("a/1.txt")
        (self.folder / "b").symlink_to("a")
        (self.folder / "c.txt").symlink_to("a/1.txt")
        self.assertEqual(self.checked(self.folder), ["a/1.txt", "c.txt"])

    def test_folders_nested_too_deep_are_named(self):
        path = self.folder
        for _ in range(140):
            path = path / "x"
        path.mkdir(parents=True)
        self.file("a.txt", FAULTY)
        run = rotstift("--format", "ndjson", self.folder)
        self.assert_trouble(run, "nested too deep")
        self.assertEqual(len(run.stdout.splitlines()), 1)

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_a_folder_that_can_not_be_read_is_named(self):
        self.tree("zu/1.txt", "a.txt")
        (self.folder / "zu").chmod(0)
        self.addCleanup((self.folder / "zu").chmod, 0o700)
        self.assert_trouble(rotstift(self.folder), "zu: Permission denied")

    def test_sources_are_found_below_their_folder(self):
        self.tree("de/a/1.txt", "en/a/1.txt")
        self.assertEqual(self.checked("--source", self.folder / "en", self.folder / "de"), ["de/a/1.txt"])
        (self.folder / "en/a/1.txt").unlink()
        self.assert_trouble(rotstift("--source", self.folder / "en", self.folder / "de"), "en/a/1.txt: ", "No such file")

    def test_a_source_may_be_of_any_type(self):
        german = self.file("de.html", "<html lang=de><p>Die Stadt hat 4000 Einwohner, sagte der Bürgermeister.</p></html>")
        english = self.file("en.html", "<html lang=en><nav>5000</nav><p>The city has 3000 inhabitants, the mayor said.</p></html>")
        run = rotstift("--format", "ndjson", "--confidence", "0", "--source", english, german)
        self.assertIn("bilingual/number", run.stdout, run.stderr)
        english.write_text("<nav>3000</nav>")
        self.assert_trouble(rotstift("--source", english, german), "en.html: the source holds no text")

    def test_progress_is_shown_on_a_terminal_only(self):
        self.tree(*(f"{i}.txt" for i in range(3)))
        ours, theirs = pty.openpty()
        with subprocess.Popen([ROTSTIFT, "--format", "ndjson", self.folder], stdout=subprocess.PIPE, stderr=theirs) as run:
            os.close(theirs)
            self.assertEqual(len(run.stdout.read().splitlines()), 3)
            self.assertEqual(run.wait(60), 1)
        shown = b""
        with contextlib.suppress(OSError):  # how Linux says that the other side is closed
            while piece := os.read(ours, 4096):
                shown += piece
        os.close(ours)
        self.assertRegex(shown.decode(), r"^(\r\x1b\[K\d/3)+\r\x1b\[K\Z")
        self.assertEqual(rotstift(self.folder).stderr, "")
