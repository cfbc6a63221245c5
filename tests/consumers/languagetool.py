"""`rotstift serve`, asked by a client of LanguageTool (gramma, by its command line) and as clients ask over HTTP."""
import concurrent.futures
import contextlib
import json
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import unittest
import urllib.error
import urllib.parse
import urllib.request

ARTICLE = "Das Fazit 😀: Er hat hat das getan.\n\nFür Ärzte ist ist das keine Lösung.\n"
MARKDOWN = "# Das *Fazit* 😀\n\nEr **hat hat** das getan, und das [ist ist](https://example.org/a_b) alles.\n"


class Service(unittest.TestCase):
    """rotstift and work are set by run.py."""
    rotstift: pathlib.Path
    work: pathlib.Path

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rotstift-"))
        self.addCleanup(shutil.rmtree, self.folder)

    @contextlib.contextmanager
    def served(self, *options, status=0):
        """The address of a server, which ends when it is told to, with its status."""
        server = subprocess.Popen([self.rotstift, "serve", "--port", "0", "--language", "de", *options],
                                  stderr=subprocess.PIPE, text=True, cwd=self.folder)
        try:
            address = re.fullmatch(r"rotstift: (http://\S+)\n", server.stderr.readline())[1]
            yield address
        finally:
            server.send_signal(signal.SIGTERM)
            rest = server.communicate(timeout=60)[1]
        self.assertEqual((server.returncode, rest), (status, ""))

    def ask(self, address, question="check", method=None, headers={}, **fields):
        data = urllib.parse.urlencode(fields).encode() if fields else None
        request = urllib.request.Request(address + question, data, headers, method=method)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.read().decode(), answer.headers

    def check(self, address, text=ARTICLE, **fields):
        fields = {"language": "de-DE"} | fields | ({} if text is None else {"text": text})
        return json.loads(self.ask(address, **fields)[0])

    def refused(self, code, *arguments, **fields):
        with self.assertRaises(urllib.error.HTTPError) as caught:
            self.ask(*arguments, **fields)
        with caught.exception as answer:
            self.assertEqual(answer.code, code)
            return answer.read().decode()


class Gramma(Service):
    def gramma(self, address, *command):
        (self.folder / ".gramma.json").write_text(json.dumps({
            "api_url": address + "check", "api_key": "", "dictionary": [], "language": "de-DE", "rules": {}}))
        done = subprocess.run(["node", self.work / "node_modules/gramma/src/cli.js", *command, "-p", "-n"],
                              cwd=self.folder, capture_output=True, text=True, encoding="utf8", timeout=120)
        return done.returncode, re.findall("Word: (.*)", done.stdout), re.findall("Explanation: (.*)", done.stdout)

    def test_a_file_is_marked_where_the_program_marks_it(self):
        (self.folder / "a.txt").write_text(ARTICLE, encoding="utf8")
        wanted = [json.loads(line) for line in subprocess.run(
            [self.rotstift, "--format", "ndjson", "--language", "de", "a.txt"], cwd=self.folder, capture_output=True,
            text=True, encoding="utf8").stdout.splitlines()]
        with self.served() as address:
            status, words, messages = self.gramma(address, "check", "a.txt")
        self.assertEqual(status, 1)
        self.assertEqual(words, [issue["text"] for issue in wanted])
        self.assertEqual(messages, [issue["message"] for issue in wanted])

    def test_marks_of_markdown_are_passed_over(self):
        (self.folder / "a.md").write_text(MARKDOWN, encoding="utf8")
        with self.served() as address:
            status, words, _ = self.gramma(address, "check", "--markdown", "a.md")
        self.assertEqual(status, 1)
        self.assertLessEqual({"hat hat", "ist ist"}, set(words))

    def test_good_german_passes(self):
        with self.served() as address:
            self.assertEqual(self.gramma(address, "listen", "Die Sonne scheint auf den Garten."), (0, [], []))


class Http(Service):
    def test_offsets_are_units_of_utf_16(self):
        with self.served() as address:
            answer = self.check(address)
        matches = answer["matches"]
        units = ARTICLE.encode("utf-16-le")
        marked = [units[2 * m["offset"]:2 * (m["offset"] + m["length"])].decode("utf-16-le") for m in matches]
        self.assertIn("hat hat", marked)
        self.assertIn("ist ist", marked)
        sentences = [units[2 * start:2 * end].decode("utf-16-le") for start, end in answer["sentenceRanges"]]
        self.assertEqual(sentences, ["Das Fazit 😀: Er hat hat das getan.", "Für Ärzte ist ist das keine Lösung."])
        for match, text in zip(matches, marked):
            shown = match["context"]["text"].encode("utf-16-le")[2 * match["context"]["offset"]:]
            self.assertEqual(shown[:2 * match["context"]["length"]].decode("utf-16-le"), text)
            self.assertIn(text, match["sentence"])

    def test_rules_are_turned_off_and_on(self):
        with self.served() as address:
            rules = lambda **fields: {m["rule"]["id"] for m in self.check(address, **fields)["matches"]}
            self.assertIn("check/repetition", rules())
            self.assertNotIn("check/repetition", rules(disabledRules="check/repetition,GERMAN_SPELLER_RULE"))
            self.assertNotIn("check/repetition", rules(disabledCategories="linguistic"))
            self.assertEqual(rules(enabledRules="check/repetition", enabledOnly="true"), {"check/repetition"})

    def test_rules_are_named_one_by_one(self):
        with self.served() as address:
            rules = lambda **fields: {m["rule"]["id"] for m in self.check(address, **fields)["matches"]}
            self.assertIn("check/repetition", rules(disabledRules="check/rep*," + "*a" * 100))
            self.assertIn("500", self.refused(400, address, text=ARTICLE, language="de", disabledRules="a," * 500_000))

    def test_each_variant_has_its_own_spelling(self):
        with self.served() as address:
            marked = lambda code: "Strasse" in str(self.check(address, "Die Strasse ist lang.", language=code)["matches"])
            self.assertTrue(marked("de-DE"))
            self.assertFalse(marked("de-CH"))
            answer = self.check(address, "Die Strasse ist lang.", language="auto", preferredVariants="en-GB,de-CH")
            self.assertEqual((answer["language"]["code"], answer["matches"]), ("de-CH", []))

    def test_other_languages_are_left_alone_where_the_client_does_not_know_them(self):
        with self.served() as address:
            answer = self.check(address, "There is is nothing here that anybody would want to read.", language="auto")
        self.assertEqual(answer["matches"], [])
        self.assertLess(answer["language"]["detectedLanguage"]["confidence"], 0.5)

    def test_the_source_is_a_field_of_its_own(self):
        with self.served() as address:
            text = "Der Konzern verlor 5 Millionen Euro."
            self.assertEqual(self.check(address, text)["matches"], [])
            match, = self.check(address, text, source="The company lost 5 billion euros.")["matches"]
        self.assertEqual(match["rule"]["issueType"], "mistranslation")

    def test_marks_between_the_words_count(self):
        parts = [{"text": "Er "}, {"markup": "<b>"}, {"text": "hat hat"}, {"markup": "</b>"}, {"text": " das getan."},
                 {"markup": "<br/>", "interpretAs": "\n"}, {"text": "Das ist ist gut."}]
        with self.served() as address:
            matches = self.check(address, None, data=json.dumps({"annotation": parts}))["matches"]
        places = {(m["offset"], m["length"]) for m in matches}
        self.assertLessEqual({(6, 7), (37, 7)}, places)

    def test_many_ask_at_once(self):
        with self.served("-j", "2") as address, concurrent.futures.ThreadPoolExecutor(16) as pool:
            answers = list(pool.map(lambda n: self.check(address, ARTICLE * (n % 3 + 1)), range(48)))
        for n, answer in enumerate(answers):
            self.assertEqual(answer, answers[n % 3])

    def test_what_cannot_be_answered_is_said(self):
        with self.served() as address:
            self.assertIn("language", self.refused(400, address, text="Gut."))
            self.assertIn("fr-FR", self.refused(400, address, text="Bon.", language="fr-FR"))
            self.assertIn("text", self.refused(400, address, language="de"))
            self.assertIn("data", self.refused(400, address, language="de", data="{"))
            self.assertIn("annotation", self.refused(400, address, language="de", data='{"annotation": [{"text": 1}]}'))
            self.assertIn("UTF-8", self.refused(400, address + "check?language=de&text=%E4%F6", ""))
            self.assertIn("/v2/check", self.refused(404, address, "words"))
            self.refused(405, address, method="PUT")
            self.assertIn("8 MiB", self.refused(413, address, language="de", text="Gut. " * (8 << 20)))
            self.refused(415, address, method="POST", headers={"Content-Type": "text/plain"}, text="Gut.")
            self.assertEqual(self.check(address, "Die Sonne scheint.")["matches"], [])  # it goes on

    def test_a_part_of_a_form_without_a_name_is_passed_over(self):
        head, end = "--border\r\nContent-Disposition: form-data", "--border--\r\n"
        parts = [f"{head}\r\n\r\nhello\r\n", f'{head}; name="language"\r\n\r\nde-DE\r\n',
                 f'{head}; name="text"\r\n\r\nDas ist ist gut.\r\n', end]
        kind = {"Content-Type": "multipart/form-data; boundary=border"}
        with self.served() as address:
            request = urllib.request.Request(address + "check", "".join(parts).encode(), kind)
            with urllib.request.urlopen(request, timeout=60) as answer:
                self.assertEqual([match["offset"] for match in json.load(answer)["matches"]], [4])

    def test_pages_of_other_origins_ask_where_they_may(self):
        with self.served() as address:
            self.assertNotIn("Access-Control-Allow-Origin", self.ask(address, "languages")[1])
        with self.served("--allow-origin", "https://desk.example") as address:
            _, headers = self.ask(address, method="OPTIONS")
        self.assertEqual(headers["Access-Control-Allow-Origin"], "https://desk.example")

    def test_the_smaller_questions(self):
        with self.served("--address", "::1") as address:
            self.assertIn("[::1]", address)
            codes = {language["longCode"] for language in json.loads(self.ask(address, "languages")[0])}
            self.assertEqual(codes, {"de", "de-DE", "de-AT", "de-CH"})
            self.assertEqual(self.ask(address, "healthcheck")[0], "OK")
            self.assertEqual(json.loads(self.ask(address, "info")[0])["software"]["name"], "Rotstift")
            self.assertEqual(self.ask(address, "maxtextlength")[0], str(8 << 20))

    def test_a_taken_port_and_a_wrong_address_are_said(self):
        with self.served() as address:
            port = urllib.parse.urlsplit(address).port
            for options, said in ((["--port", str(port)], str(port)), (["--address", "news.example"], "news.example")):
                done = subprocess.run([self.rotstift, "serve", *options], capture_output=True, text=True, timeout=60)
                self.assertEqual(done.returncode, 2)
                self.assertIn(said, done.stderr)

    def test_the_configuration_holds(self):
        (self.folder / ".rotstift.ini").write_text("root = yes\n[rules]\nrepetition = off\n")
        with self.served() as address:
            self.assertNotIn("check/repetition", str(self.check(address)))
