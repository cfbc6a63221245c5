"""Packed documents: DOCX and ODT, and archives that are not what they seem."""
import io
import json
import unittest
import warnings
import zipfile

from program import FAULTY, Case, rotstift

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OPEN = 'xmlns:office="urn:office" xmlns:text="urn:text" xmlns:table="urn:table"'


def archive(parts, compression=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as packed, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a name may stand twice
        for name, content in parts:
            packed.writestr(name, content)
    return out.getvalue()


def document(body):
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<w:document {WORD}><w:body>{body}</w:body></w:document>'


def paragraph(*runs, properties=""):
    runs = "".join(run if run.startswith("<") else f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs)
    return f"<w:p>{properties}{runs}</w:p>"


def content(body):
    return f"<office:document-content {OPEN}><office:body><office:text>{body}</office:text></office:body></office:document-content>"


class Packed(Case):
    def docx(self, body, *more):
        return self.file("a.docx", archive([("word/document.xml", document(body)), *more]))

    def odt(self, body):
        return self.file("a.odt", archive([("mimetype", "application/vnd.oasis.opendocument.text"),
                                           ("content.xml", content(body))]))

    def issues(self, path):
        run = rotstift("--format", "ndjson", path)
        self.assertEqual(run.stderr, "")
        return [json.loads(line) for line in run.stdout.splitlines()]

    def places(self, path):
        return [(issue["line"], issue["column"], issue["text"]) for issue in self.issues(path)]

    def test_docx_counts_paragraphs_and_bytes_of_its_part(self):
        body = paragraph("Titel", properties='<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>') + paragraph("Er kam ", "in", " in die Stadt.")
        issue, = self.issues(self.docx(body))
        self.assertEqual((issue["line"], issue["column"], issue["text"]), (2, 8, "in in"))
        self.assertEqual(issue["start"], document(body).index(">in<") + 1)

    def test_docx_is_read_with_its_changes_accepted(self):
        deleted = "<w:del><w:r><w:delText>nein</w:delText></w:r></w:del>"
        inserted = "<w:ins><w:r><w:t>in die Stadt.</w:t></w:r></w:ins>"
        moved = "<w:moveFrom><w:r><w:t>in</w:t></w:r></w:moveFrom>"
        self.assertEqual(self.places(self.docx(paragraph("Er kam in ", deleted, moved, inserted))), [(1, 8, "in in")])
        self.assertEqual(self.places(self.docx(paragraph("Er kam in ", "<w:del><w:r><w:t>in</w:t></w:r></w:del>", "Kiel an."))), [])
        joined = paragraph("Er kam in ", properties="<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>")
        self.assertEqual(self.places(self.docx(joined + paragraph("in die Stadt."))), [(1, 8, "in in")])

    def test_docx_holds_notes_and_hidden_text(self):
        notes = (f'<w:footnotes {WORD}><w:footnote w:type="separator"><w:p><w:r><w:t>in in</w:t></w:r></w:p></w:footnote>'
                 f'<w:footnote w:id="1">{paragraph(" Er kam in in die Stadt.")}</w:footnote></w:footnotes>')
        hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>in </w:t></w:r>"
        path = self.docx(paragraph("Er kam in ", hidden, "Kiel an."), ("word/footnotes.xml", notes))
        self.assertEqual(self.places(path), [(2, 8, "in in")])

    def test_docx_passes_over_fields_contents_and_second_renderings(self):
        field = "<w:r><w:instrText>in in</w:instrText></w:r>"
        fallback = ('<mc:AlternateContent xmlns:mc="urn:mc"><mc:Fallback><w:r><w:t>in </w:t></w:r></mc:Fallback>'
                    "</mc:AlternateContent>")
        contents = paragraph("in in", properties='<w:pPr><w:pStyle w:val="TOC1"/></w:pPr>')
        self.assertEqual(self.places(self.docx(contents + paragraph("Er kam in ", field, fallback, "Kiel an."))), [])

    def test_odt(self):
        path = self.odt('<text:tracked-changes><text:deletion><text:p>in in</text:p></text:deletion></text:tracked-changes>'
                        '<text:h>Titel</text:h><text:p>Er kam <text:span>in</text:span><text:note><text:note-citation>1'
                        '</text:note-citation><text:note-body><text:p>Hier stand es in in Kiel.</text:p></text:note-body>'
                        '</text:note> in die<text:line-break/>Stadt.</text:p><text:list><text:list-item><text:p>Er kam in in '
                        'Kiel an.</text:p></text:list-item></text:list>')
        self.assertEqual(self.places(path), [(2, 8, "in in"), (3, 15, "in in"), (4, 8, "in in")])

    def test_the_type_is_told_by_the_content(self):
        self.docx(paragraph("Er kam in in die Stadt.")).rename(self.folder / "ohne")
        self.assertEqual(self.places(self.folder / "ohne"), [(1, 8, "in in")])

    def assert_refused(self, data, *parts):
        run = rotstift("--format", "ndjson", self.file("a.docx", data), self.file("b.txt", FAULTY))
        self.assert_trouble(run, "a.docx: ", *parts)
        self.assertEqual(len(run.stdout.splitlines()), 1)

    def test_a_truncated_archive_is_refused(self):
        whole = archive([("word/document.xml", document(paragraph(*(f"Satz {i}." for i in range(500)))))])
        for length in (0, 3, 10, len(whole) // 2, len(whole) - 30):
            with self.subTest(length):
                self.assert_refused(whole[:length], "is no ZIP archive, or is cut off")

    def test_a_damaged_archive_is_refused(self):
        whole = archive([("word/document.xml", document(paragraph("Er kam in die Stadt.")))], zipfile.ZIP_STORED)
        self.assert_refused(whole.replace(b"Stadt", b"Stahl", 1), "damaged")

    def test_fix_says_that_it_leaves_documents_alone(self):
        path = self.docx(paragraph("Das Haus ist groß , sagte sie."))
        before = path.read_bytes()
        run = rotstift("--fix", "-f", "gcc", path)
        self.assert_trouble(run, "a.docx: --fix: ", "only checked")
        self.assertIn("check/space-before-mark", run.stdout)
        self.assertEqual(path.read_bytes(), before)
        self.assertEqual(rotstift("--fix", self.docx(paragraph("Das Haus ist groß."))).returncode, 0)

    def test_what_is_no_document_is_refused(self):
        self.assert_refused(b"Nur Text.\n", "is no ZIP archive")
        self.assert_refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "encrypted")
        self.assert_refused(archive([("a.txt", "x")]), "holds no word/document.xml")
        self.assert_refused(archive([("word/document.xml", document(""))] * 2), "twice")

    def test_an_encrypted_archive_is_refused(self):
        data = bytearray(archive([("word/document.xml", document(""))]))
        for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            data[data.index(mark) + flags] |= 1
        self.assert_refused(bytes(data), "encrypted")

    def test_paths_that_lead_out_are_refused(self):
        outside = self.folder.with_name(self.folder.name + "-outside")
        for name in ("../../etc/passwd", "/etc/passwd", f"word/../../{outside.name}", "C:\\x", "..\\x"):
            with self.subTest(name):
                self.assert_refused(archive([(name, "x"), ("word/document.xml", document(""))]), "leads out")
        self.assertFalse(outside.exists())

    def test_a_bomb_is_refused(self):
        part = document(paragraph("a" * (60 << 20)))
        self.assert_refused(archive([("word/document.xml", part)]), "times its size")
        self.assert_refused(archive([("x", bytes(range(256)) * 8000), ("word/document.xml", part + " " * (20 << 20))],
                                    zipfile.ZIP_STORED), "MiB")

    def test_faults_of_xml_are_named_with_part_and_line(self):
        self.assert_refused(archive([("word/document.xml", document("<w:p>\n"))]), "word/document.xml, line 3: malformed XML")
        entity = f'<!DOCTYPE x [\n<!ENTITY a "b">]><w:document {WORD}>&a;</w:document>'
        self.assert_refused(archive([("word/document.xml", entity)]), "word/document.xml, line 2: declares an entity")
        self.assert_refused(archive([("word/document.xml", document("<w:p>" * 10_000))]), "nested")
