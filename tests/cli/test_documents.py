"""Documents: what is read of each format, and that an issue lies where the file says."""
import json
import unittest

from program import FAULTY, Case, rotstift


class Documents(Case):
    def issues(self, *arguments, **more):
        run = rotstift("--format", "ndjson", *arguments, **more)
        self.assertEqual((run.returncode, run.stderr), (1, ""))
        return [json.loads(line) for line in run.stdout.splitlines()]

    def assert_marked(self, path, *marked):
        """The issues cover just these pieces of the file's text."""
        text = path.read_bytes().decode()
        found = self.issues(path)
        self.assertEqual([text[issue["start"]:issue["end"]] for issue in found], list(marked))
        for issue in found:
            before = text[:issue["start"]]
            self.assertEqual(issue["line"], before.count("\n") + 1)
            self.assertEqual(issue["column"], len(before) - (before.rfind("\n") + 1) + 1)

    def test_markdown(self):
        self.assert_marked(self.file("a.md", "---\ntitle: Am am in in\n---\n# Titel\n\nEr kam *in\nin* die Stadt, `in in`.\n"),
                           "in\nin")

    def test_html(self):
        self.assert_marked(self.file("a.html", "<html><nav>in in</nav><p>Er kam f&uuml;r <b>f&uuml;r</b> sie.</html>"),
                           "f&uuml;r <b>f&uuml;r")

    def test_the_type_is_told_by_the_content_where_the_name_says_nothing(self):
        page = "<!doctype html><p>Er kam <b title='in in'>in in</b> die Stadt."
        self.assertEqual([i["column"] for i in self.issues("-", stdin=page)], [page.rindex("in in") + 1])
        self.assertGreater(len(self.issues("--type", "text", "-", stdin=page)), 1)

    def test_an_unknown_type_is_named(self):
        self.assert_trouble(rotstift("--type", "markdwn", self.file("a.md")), "markdwn", 'did you mean "markdown"?')

    def test_deep_nesting_is_refused_and_other_files_are_done(self):
        deep = self.file("deep.html", "\n" + "<div>" * 10_000 + "in in")
        run = rotstift("--format", "ndjson", deep, self.file("b.txt", FAULTY))
        self.assert_trouble(run, "deep.html:2: ", "nested")
        self.assertEqual(len(run.stdout.splitlines()), 1)

    def test_a_wrong_encoding_declared_is_named(self):
        self.assert_trouble(rotstift(self.file("a.html", b"<meta charset=utf-8>\n<p>Gr\xfc\xdfe aus der Stadt")),
                            "a.html:1: ", "utf-8", "windows-1252")
