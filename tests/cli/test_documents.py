"""Documents: what is read of each format, and that an issue lies where the file says."""
import json
import time
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

    def test_xliff(self):
        self.assert_marked(self.file("a.xlf", """<?xml version="1.0"?>
<xliff version="1.2"><file source-language="en" target-language="de"><body>
<trans-unit id="1"><source>in in</source><target>Er kam <g id="1">in</g> in die Stadt.</target></trans-unit>
</body></file></xliff>"""), "in</g> in")

    def test_tmx(self):
        self.assert_marked(self.file("a.tmx", """<tmx version="1.4"><header srclang="en"/><body>
<tu><tuv xml:lang="en"><seg>in in</seg></tuv><tuv xml:lang="de"><seg>Er kam in in die Stadt.</seg></tuv></tu>
</body></tmx>"""), "in in")

    def test_a_tmx_of_any_size_is_read(self):
        path = self.file("large.tmx", "<tmx>\n<header srclang='en'/><body>\n")
        filler = "<prop>" + "x" * 100_000 + "</prop>"
        with path.open("a", encoding="utf8") as out:
            for number in range(700):
                text = "Er kam in in die Stadt." if number % 300 == 0 else "Die Sonne scheint."
                out.write(f"<tu>{filler}<tuv xml:lang='de'><seg>{text}</seg></tuv></tu>\n")
            out.write("</body></tmx>\n")
        self.assertGreater(path.stat().st_size, 64 << 20)
        found = self.issues(path)
        self.assertEqual([issue["line"] for issue in found], [3, 303, 603])
        column = len(f"<tu>{filler}<tuv xml:lang='de'><seg>Er kam ") + 1
        self.assertEqual({(issue["column"], issue["text"]) for issue in found}, {(column, "in in")})
        path.rename(self.folder / "large.txt")
        self.assert_trouble(rotstift(self.folder / "large.txt"), "large.txt: larger than 64 MiB")

    def test_xml_of_the_news_trade_is_told_by_its_root(self):
        self.assert_marked(self.file("a.xml", """<rss><channel><title>Blatt</title><item><description>
&lt;p title="in in"&gt;Er kam &lt;b&gt;in&lt;/b&gt; in die Stadt.</description></item></channel></rss>"""),
                           "in&lt;/b&gt; in")
        self.assert_marked(self.file("b.xml", "<nitf><head><title>in in</title></head><body><body.content>"
                                              "<p>Er kam in in die Stadt.</p></body.content></body></nitf>"), "in in")
        self.assert_marked(self.file("c.xml", "<newsItem><contentSet><inlineXML><html><body><p>Er kam in in die Stadt.</p>"
                                              "</body></html></inlineXML></contentSet></newsItem>"), "in in")
        self.assert_trouble(rotstift(self.file("d.xml", "<rechnung/>")), "d.xml:1: ", "--type")

    def test_json_by_path(self):
        path = self.file("a.json", r"""{"title": "in in", "article": [
  {"body": "Er \u00fcbte in in der Stadt."}]}""")
        text = path.read_text()
        issue, = self.issues("--json-field", "article.body", path)
        self.assertEqual((text[issue["start"]:issue["end"]], issue["line"]), ("in in", 2))
        self.assert_trouble(rotstift(path), "a.json: ", "--json-field")
        self.assert_trouble(rotstift("--json-field", "", path), "--json-field")

    def test_ndjson_with_sources(self):
        self.assert_marked(self.file("a.ndjson", '{"id": 1, "source": "a", "target": "Die Sonne scheint."}\n'
                                                 '{"id": 2, "source": "a", "target": "Er kam in in die Stadt."}\n'), "in in")
        self.assert_trouble(rotstift(self.file("b.ndjson", '{"target": "Ja."}\n{"target": }\n')), "b.ndjson:2: ", "JSON")

    def test_po(self):
        self.assert_marked(self.file("a.po", 'msgid "a"\nmsgstr ""\n"Er kam in "\n"in die\\tStadt."\n'), 'in "\n"in')

    def test_tsv(self):
        self.assert_marked(self.file("a.tsv", "source\ttarget\nin in\tEr kam in in die Stadt.\n"), "in in")
        self.assert_trouble(rotstift(self.file("b.tsv", "a\tb\na\n")), "b.tsv:2: ", "column 2")

    def test_xml_bombs_and_outside_entities_are_refused(self):
        secret = self.file("secret.txt", "geheim")
        bomb = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">\n' for a, b in zip("abcdefgh", "bcdefghi"))
        cases = {
            "bomb": f'<!ENTITY a "aaaaaaaaaa">\n{bomb}',
            "file": f'<!ENTITY i SYSTEM "file://{secret}">',
            "parameter": f'<!ENTITY % i SYSTEM "file://{secret}"> %i;',
            "net": '<!ENTITY i SYSTEM "http://127.0.0.1:9/">',
        }
        for name, entities in cases.items():
            with self.subTest(name):
                path = self.file(f"{name}.xlf", f"<!DOCTYPE x [\n{entities}]>\n<xliff><target>&i;</target></xliff>")
                started = time.monotonic()
                run = rotstift("--format", "ndjson", path, self.file("b.txt", FAULTY))
                self.assert_trouble(run, f"{name}.xlf:2: ", "entit")
                self.assertEqual(len(run.stdout.splitlines()), 1)
                self.assertNotIn("geheim", run.stdout + run.stderr)
                self.assertLess(time.monotonic() - started, 30)

    def test_broken_xml_is_named_with_its_line(self):
        self.assert_trouble(rotstift(self.file("a.xlf", "<xliff>\n<file>\n</xliff>")), "a.xlf:3: malformed XML: ")
        self.assert_trouble(rotstift(self.file("a.tmx", "<tmx>\n" + "<tu>" * 10_000)), "a.tmx:2: ", "nested")
        self.assert_trouble(rotstift(self.file("a.rss", "<?xml version='1.0' encoding='utf-8'?>\n<rss>".encode()
                                               + "Grüße aus der Stadt</rss>".encode("latin1"))), "a.rss:1: ", "utf-8")

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

    def test_what_is_no_article_is_named_for_what_it_is(self):
        rtf = "{\\rtf1\\ansi " + FAULTY + "}"
        for name, content, reason in (
                ("a.pdf", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "is a PDF"), ("a.txt", b"%PDF-1.7\n\x00", "is a PDF"),
                ("a.rtf", rtf, "is RTF"), ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "DOC"),
                ("a.xlsx", b"PK\3\4xl/workbook.xml", "ZIP"),
                ("a.xlf.gz", b"\x1f\x8b\x08\0", "compressed")):
            run = rotstift("-f", "ndjson", self.file(name, content), self.file("good.txt", FAULTY))
            self.assert_trouble(run, name, reason)
            self.assertEqual(len(run.stdout.splitlines()), 1)
        self.assertIn("check/repetition", rotstift("--type", "text", "-f", "gcc", self.file("a.rtf", rtf)).stdout)
