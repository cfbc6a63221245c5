"""The language server in Neovim: what the editor shows is what the program finds in the same text."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

from language_server import ROTSTIFT

SCRIPT = pathlib.Path(__file__).with_name("neovim.lua")
ARTICLE = """\
Am Morgen kam der Bürgermeister in in die Stadt.

Das Cafe\u0301 „Zum 🙂 Löwen“ liegt an der der Straße, sagte er . Gut.
"""
PAGE = """\
<!DOCTYPE html>
<html lang="de"><head><title>Über uns</title></head><body><article>
<h1>Der Anteil</h1>
<p>Der Anteil der Bürger stieg um <b>50%</b> auf  den Wert 🙂 von 20% , sagte der Mann .</p>
<p>Am Morgen kam der Bürgermeister &uuml;ber die Br&uuml;cke in in die Stadt.</p>
</article></body></html>
"""
SEVERITIES = {"critical": 1, "major": 2, "minor": 3, "neutral": 4}


class Neovim(unittest.TestCase):
    """Neovim is run once; each test looks at a part of what it saw."""

    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory(prefix="rotstift-") as folder:
            cls.folder = pathlib.Path(folder).resolve()
            (cls.folder / "artikel.txt").write_text(ARTICLE, encoding="utf8")
            (cls.folder / "seite.html").write_text(PAGE, encoding="utf8")
            result = cls.folder / "result.json"
            run = subprocess.run(["nvim", "--headless", "-u", "NONE", "-i", "NONE", "-n", "-S", SCRIPT], timeout=120,
                                 capture_output=True, text=True, stdin=subprocess.DEVNULL, cwd=folder, env={
                                     **os.environ, "ROTSTIFT": str(ROTSTIFT), "FOLDER": str(cls.folder),
                                     "RESULT": str(result), "LC_ALL": "C.UTF-8",
                                     **{f"XDG_{name}_HOME": folder for name in ("CONFIG", "DATA", "STATE", "CACHE")}})
            cls.saw = json.loads(result.read_text(encoding="utf8")) if result.exists() else {"error": run.stderr}
            cls.fixed_page = cls.fixed("seite.html", PAGE)

    @classmethod
    def fixed(cls, name, text):
        path = cls.folder / ("fixed-" + name)
        path.write_text(text, encoding="utf8")
        subprocess.run([ROTSTIFT, "--fix", "--fail-on", "none", "-o", os.devnull, "-f", "ndjson", path], check=True)
        return path.read_text(encoding="utf8")

    def setUp(self):
        if "error" in self.saw:
            self.fail(self.saw["error"])

    def assert_shows(self, shown, name, text):
        """Neovim shows what the program finds in a file of this text."""
        with tempfile.TemporaryDirectory(prefix="rotstift-") as folder:
            path = pathlib.Path(folder, name)
            path.write_text(text, encoding="utf8")
            run = subprocess.run([ROTSTIFT, "--language", "en", "--format", "ndjson", path], capture_output=True,
                                 text=True, encoding="utf8")
        lines, expected = text.split("\n"), []
        for issue in map(json.loads, run.stdout.splitlines()):
            line = lines[issue["line"] - 1]
            column = len(line[:issue["column"] - 1].encode())
            marked = text[issue["start"]:issue["end"]]
            expected.append({"line": issue["line"] - 1, "column": column, "end_line": issue["line"] - 1,
                             "end_column": column + len(marked.encode()), "severity": SEVERITIES[issue["severity"]],
                             "source": "rotstift", "message": issue["message"], "rule": issue["rule"], "text": marked})
        self.assertEqual(shown, sorted(expected, key=lambda issue: (issue["line"], issue["column"])))
        return expected

    def test_a_document_that_is_opened(self):
        self.assertIn(self.saw["offset_encoding"], ("utf-16", "utf-8"))  # that of 0.7, of 0.11
        self.assertGreaterEqual(len(self.assert_shows(self.saw["article"], "a.txt", ARTICLE)), 3)
        self.assertGreaterEqual(len(self.assert_shows(self.saw["page"], "a.html", PAGE)), 3)

    def test_typing(self):
        self.assertTrue(self.saw["typed_text"].startswith("🙂 Ach, Am Morgen"))
        self.assert_shows(self.saw["typed"], "a.txt", self.saw["typed_text"] + "\n")

    def test_an_explanation(self):
        self.assertEqual(self.saw["hover"]["contents"]["kind"], "markdown")
        self.assertIn("The word stands twice", self.saw["hover"]["contents"]["value"])

    def test_an_action_and_its_undoing(self):
        self.assertEqual(self.saw["titles"], ['Write "in"'])
        self.assertEqual(self.saw["fixed_text"], self.saw["typed_text"].replace("in in", "in"))
        self.assert_shows(self.saw["fixed"], "a.txt", self.saw["fixed_text"] + "\n")
        self.assertEqual(self.saw["undone_text"], self.saw["typed_text"])
        self.assertEqual(self.saw["undone"], self.saw["typed"])

    def test_all_that_is_certain(self):
        self.assertNotEqual(self.fixed_page, PAGE)
        self.assertEqual(self.saw["certain_text"] + "\n", self.fixed_page)
        self.assert_shows(self.saw["certain"], "a.html", self.fixed_page)

    def test_lines_that_go_and_come(self):
        self.assertEqual(self.saw["longer_text"].split("\n")[:2], ["Über 🙂 uns.", "Sie kamen in in die Stadt."])
        self.assert_shows(self.saw["shorter"], "a.txt", "\n".join(self.saw["longer_text"].split("\n")[2:]) + "\n")
        self.assert_shows(self.saw["longer"], "a.txt", self.saw["longer_text"] + "\n")

    def test_a_document_that_is_closed_and_the_end(self):
        self.assertEqual((self.saw["closed"], self.saw["exit_code"]), (0, 0))
