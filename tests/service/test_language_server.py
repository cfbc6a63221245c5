"""The language server by the protocol: what an editor may send, and what it must be answered."""
import json
import subprocess

from language_server import FAULTY, ROTSTIFT, Case, place, stretch


class Lifecycle(Case):
    def test_it_says_what_it_can(self):
        server = self.server(begin=False)
        able = server.begin()["capabilities"]
        self.assertEqual(able["positionEncoding"], "utf-16")
        self.assertEqual(able["textDocumentSync"], {"openClose": True, "change": 2, "save": True})
        self.assertEqual(able["codeActionProvider"], {"codeActionKinds": ["quickfix", "source.fixAll.rotstift"]})
        self.assertTrue(able["hoverProvider"])
        self.assertNotIn("diagnosticProvider", able)
        self.assertEqual(server.end(), 0)

    def test_it_ends_with_0_only_after_a_shutdown(self):
        server = self.server()
        server.tell("exit")
        self.assertEqual(server.close(), 1)
        self.assertEqual(self.server().close(), 1)
        server = self.server()
        server.ask("shutdown")
        self.assertEqual(server.close(), 0)

    def test_what_comes_out_of_turn_is_refused(self):
        server = self.server(begin=False)
        self.assertEqual(server.ask("textDocument/hover")["error"]["code"], -32002)
        server.tell("textDocument/didOpen", textDocument={})
        server.begin()
        self.assertEqual(server.ask("initialize", capabilities={})["error"]["code"], -32600)
        self.assertEqual(server.ask("textDocument/rename")["error"]["code"], -32601)
        self.assertEqual(server.ask("textDocument/hover")["error"]["code"], -32602)
        server.tell("$/cancelRequest", id=1)
        server.tell("no/such/thing")
        server.send(id=99, result=None)
        self.assertIsNone(server.ask("shutdown")["result"])
        self.assertEqual(server.ask("textDocument/hover")["error"]["code"], -32600)

    def test_what_is_no_message_is_refused_and_the_next_one_is_read(self):
        server = self.server()
        for body, code in ((b"{", -32700), (b"[]", -32600), (b'{"jsonrpc": "2.0"}', -32600), (b"\xff", -32700),
                           (b'{"id": {}, "method": "shutdown"}', -32600), (b"", -32700)):
            server.write(b"content-length:%d\r\nContent-Type: x\r\n\r\n%s" % (len(body), body))
            self.assertEqual((answer := server.read())["error"]["code"], code, body)
            self.assertIsNone(answer["id"])
        self.assertEqual(server.end(), 0)

    def test_a_message_of_64_mib_is_read_and_a_larger_one_is_passed_over(self):
        server = self.server()
        for size, code in ((64 << 20, -32700), ((64 << 20) + 1, -32600)):
            server.write(b"Content-Length: %d\r\n\r\n" % size)
            server.write(b"x" * size)
            self.assertEqual(server.read()["error"]["code"], code)
        self.assertEqual(server.end(), 0)

    def test_without_a_length_nothing_more_can_be_read(self):
        for data in (b"hallo\r\n\r\n", b"Content-Length: x\r\n\r\n", b"Content-Length: 9\r\n\r\n{}", b"x" * 10000,
                     b"Content-Length: 99999999999999999999999\r\n\r\n"):
            run = subprocess.run([ROTSTIFT, "lsp"], input=data, capture_output=True, timeout=60)
            self.assertEqual(run.returncode, 1, data)
            self.assertIn(b"-32700", run.stdout)
            self.assertIn(b"rotstift: ", run.stderr)

    def test_the_command_line_is_heeded(self):
        run = subprocess.run([ROTSTIFT, "lsp", "a.txt"], capture_output=True, text=True, timeout=60)
        self.assertEqual((run.returncode, run.stdout), (2, ""))
        run = subprocess.run([ROTSTIFT, "lsp", "--fix"], capture_output=True, text=True, timeout=60)
        self.assertEqual((run.returncode, run.stdout), (2, ""))


class Documents(Case):
    def test_what_is_found_is_sent_and_taken_back(self):
        server, uri = self.server(textDocument={"publishDiagnostics": {"versionSupport": True}}), self.uri("a.txt")
        server.open(uri, FAULTY)
        issue, = server.found(uri)
        self.assertEqual(server.diagnostics[uri]["version"], 1)
        self.assertEqual(issue, {"range": stretch(0, 32, 37), "severity": 3, "code": "check/repetition",
                                 "source": "rotstift", "message": "The word stands twice in a row."})
        server.change(uri, 2, {"range": stretch(0, 35, 38), "text": ""})
        self.assertEqual(server.found(uri), [])
        self.assertEqual(server.diagnostics[uri]["version"], 2)
        server.change(uri, 3, {"text": FAULTY * 2})
        self.assertEqual([issue["range"]["start"]["line"] for issue in server.found(uri)], [0, 1])
        server.tell("textDocument/didClose", textDocument={"uri": uri})
        self.assertEqual(server.found(uri), [])
        self.assertEqual(server.end(), 0)

    def test_places_are_counted_as_was_agreed(self):
        text = "Vorwort.\r\n\r\n🙂 Das Cafe\u0301 liegt in in der Stadt.\r\n"
        line = text.split("\r\n")[2]
        for offered, encoding in ((None, "utf-16"), (["utf-8", "utf-16"], "utf-8"), (["utf-32", "utf-8"], "utf-32"),
                                  (["utf-7"], "utf-16")):
            server, uri = self.server(begin=False), self.uri("a.txt")
            able = server.begin(**({"general": {"positionEncodings": offered}} if offered else {}))
            self.assertEqual(able["capabilities"]["positionEncoding"], encoding)
            count = {"utf-16": lambda s: len(s.encode("utf-16-le")) // 2, "utf-8": lambda s: len(s.encode()),
                     "utf-32": len}[encoding]
            server.open(uri, text)
            start = count(line[:line.index("in in")])
            issue, = [i for i in server.found(uri) if i["code"] == "check/repetition"]
            self.assertEqual(issue["range"], stretch(2, start, start + 5))
            server.change(uri, 2, {"range": stretch(2, start, start + 3), "text": ""})
            self.assertEqual([i for i in server.found(uri) if i["code"] == "check/repetition"], [])

    def test_changes_that_follow_one_another_are_checked_together(self):
        server, uri = self.server(), self.uri("a.txt")
        message = [json.dumps({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {
            "textDocument": {"uri": uri, "languageId": "", "version": 1, "text": ""}}}).encode()]
        for number, letter in enumerate(FAULTY):
            message.append(json.dumps({"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {
                "textDocument": {"uri": uri, "version": number + 2},
                "contentChanges": [{"range": stretch(0, number, number), "text": letter}]}}).encode())
        server.write(b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(body), body) for body in message))
        self.assertEqual([issue["code"] for issue in server.found(uri)], ["check/repetition"])
        self.assertEqual(server.end(), 0)

    def test_a_question_does_not_take_the_place_of_what_is_sent(self):
        server, uri = self.server(), self.uri("a.txt")
        bodies = [json.dumps({"jsonrpc": "2.0", **message}).encode() for message in (
            {"method": "textDocument/didOpen", "params": {"textDocument": {
                "uri": uri, "languageId": "", "version": 1, "text": FAULTY}}},
            {"id": 7, "method": "textDocument/hover", "params": {"textDocument": {"uri": uri}, "position": place(0, 33)}})]
        server.write(b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(body), body) for body in bodies))
        self.assertEqual(len(server.found(uri)), 1)
        self.assertEqual(server.end(), 0)

    def test_a_document_is_read_as_what_it_is(self):
        html = '<!DOCTYPE html><meta charset="iso-8859-1"><p>Der Bürgermeister kam in&#32;in die <b>Stadt</b>.</p>'
        server = self.server()
        for name, language, text in (("a.html", "html", html), ("a", "html", html), ("b.xml", "xml", html),
                                     ("a.md", "", "---\nx: in in\n---\n\nKam `in in` in in die Stadt.\n"),
                                     ("untitled:x", "markdown", "Kam `in in` in in die Stadt.\n"),
                                     ("c.po", "po", 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=latin1\\n"\n\n'
                                      'msgid "x"\nmsgstr "Bürger kommen in in die Stadt."\n')):
            uri = name if ":" in name else self.uri(name)
            server.open(uri, text, language)
            self.assertEqual([issue["code"] for issue in server.found(uri)], ["check/repetition"], name)

    def test_what_can_not_be_read_is_said_in_its_line(self):
        server = self.server()
        server.open(self.uri("a.xlf"), '<xliff version="1.2">\n<file>\n</xliff>\n', "xml")
        issue, = server.found(self.uri("a.xlf"))
        self.assertEqual((issue["severity"], issue["range"]["start"]["line"]), (1, 2))
        server.open(self.uri("b.txt"), "a\0b")
        self.assertEqual(server.found(self.uri("b.txt"))[0]["severity"], 1)
        server.open(self.uri("c.md"), FAULTY + "\n<!-- rotstift-disable idoim -->\n", "markdown")
        self.assertEqual({(issue["severity"], issue["range"]["start"]["line"]) for issue in
                          server.found(self.uri("c.md"))}, {(1, 2), (3, 0)})
        server.open(self.uri("d.txt"), "x" * (9 << 20))
        self.assertIn("8 MiB", server.found(self.uri("d.txt"))[0]["message"])
        server.change(self.uri("d.txt"), 2, {"range": stretch(0, 1, 2), "text": ""})
        self.assertIn("8 MiB", server.found(self.uri("d.txt"))[0]["message"])
        server.change(self.uri("d.txt"), 3, {"text": FAULTY})
        self.assertEqual(server.found(self.uri("d.txt"))[0]["code"], "check/repetition")
        self.assertEqual(server.end(), 0)

    def test_what_makes_no_sense_changes_nothing(self):
        server, uri = self.server(), self.uri("a.txt")
        server.open(uri, FAULTY)
        server.found(uri)
        server.change(uri, 2, {"range": {"start": place(0, -1)}, "text": "x"}, {"text": 5}, {}, 7,
                      {"range": stretch(7, 9, 2), "text": ""}, {"range": stretch(0, 1 << 62, 1 << 62), "text": ""})
        self.assertEqual(len(server.found(uri)), 1)
        for method in ("didOpen", "didChange", "didClose", "didSave"):
            server.tell("textDocument/" + method, textDocument={"uri": "x:y"})
            server.send(method="textDocument/" + method)
            server.send(method="textDocument/" + method, params=[1])
        self.assertIsNone(server.ask("textDocument/hover", textDocument={"uri": "x:y"}, position=place(0, 0))["result"])
        self.assertEqual(server.end(), 0)

    def test_an_editor_that_asks_for_diagnostics_is_not_sent_them(self):
        server, uri = self.server(textDocument={"diagnostic": {}}, workspace={"diagnostics": {"refreshSupport": True}}), \
            self.uri("a.txt")
        server.open(uri, FAULTY)
        first = server.ask("textDocument/diagnostic", textDocument={"uri": uri})["result"]
        self.assertEqual((first["kind"], [i["code"] for i in first["items"]]), ("full", ["check/repetition"]))
        again = {"textDocument": {"uri": uri}, "previousResultId": first["resultId"]}
        self.assertEqual(server.ask("textDocument/diagnostic", **again)["result"],
                         {"kind": "unchanged", "resultId": first["resultId"]})
        server.change(uri, 2, {"text": "Die Sonne scheint.\n"})
        self.assertEqual(server.ask("textDocument/diagnostic", **again)["result"]["items"], [])
        server.tell("workspace/didChangeConfiguration", settings={})
        self.assertEqual(server.ask("textDocument/diagnostic", **again)["result"]["kind"], "full")
        self.assertEqual([request["method"] for request in server.requests], ["workspace/diagnostic/refresh"])
        server.tell("textDocument/didClose", textDocument={"uri": uri})
        self.assertEqual(server.ask("textDocument/diagnostic", **again)["result"], {"kind": "full", "items": []})
        self.assertEqual(server.diagnostics, {})


class Settings(Case):
    def test_the_configuration_above_a_document_holds_and_is_read_anew(self):
        configuration = self.file("Über uns/.rotstift.ini", "[rules]\nrepetition = critical\n")
        server, uri = self.server(workspace={"didChangeWatchedFiles": {"dynamicRegistration": True}}), \
            self.uri("Über uns/ä b.txt")
        server.open(uri, FAULTY)
        self.assertEqual(server.found(uri)[0]["severity"], 1)
        self.assertEqual([request["method"] for request in server.requests], ["client/registerCapability"])
        configuration.write_text("[rules]\nrepetition = off\n")
        server.tell("workspace/didChangeWatchedFiles", changes=[])
        self.assertEqual(server.found(uri), [])
        configuration.write_text("[rules]\nrepetition = major\n")
        server.tell("workspace/didChangeConfiguration", settings=None)
        self.assertEqual(server.found(uri)[0]["severity"], 2)
        configuration.write_text("accept = in in\n")
        server.tell("textDocument/didSave", textDocument={"uri": uri})
        self.assertEqual(server.found(uri), [])
        configuration.write_text("\nvariant = de-XX\n")
        server.tell("textDocument/didSave", textDocument={"uri": uri})
        issue, = server.found(uri)
        self.assertRegex(issue["message"], r"Über uns/\.rotstift\.ini:2: .*de-XX")
        configuration.write_text("skip = *.txt\n")
        server.tell("textDocument/didSave", textDocument={"uri": uri})
        self.assertEqual(server.found(uri), [])
        self.assertEqual(server.end(), 0)

    def test_a_glossary_that_can_not_be_read_is_said_and_the_rest_is_found(self):
        server, uri = self.server("--glossary", "none.csv"), self.uri("a.txt")
        server.open(uri, FAULTY)
        self.assertEqual([issue.get("code") for issue in server.found(uri)], [None, "check/repetition"])
        self.file("none.csv", "source;target;forbidden\nmayor;Stadtoberhaupt;Bürgermeister\n")
        server.tell("workspace/didChangeWatchedFiles", changes=[])
        self.assertEqual(len([issue for issue in server.found(uri) if "code" in issue]), 2)

    def test_options_of_the_command_line_hold(self):
        self.file(".rotstift.ini", "[rules]\nrepetition = off\n")
        server, uri = self.server("--no-config", "--language", "de"), self.uri("a.txt")
        server.open(uri, FAULTY)
        self.assertIn("Wort", server.found(uri)[0]["message"])
        server, uri = self.server("--no-config", "--confidence", "1"), self.uri("a.txt")
        server.open(uri, FAULTY)
        self.assertEqual(server.found(uri), [])

    def test_comments_suppress(self):
        server, uri = self.server(), self.uri("a.md")
        server.open(uri, "<!-- rotstift-disable repetition -->\n\n" + FAULTY, "markdown")
        self.assertEqual(server.found(uri), [])

    def test_the_english_of_a_folder_stands_beside_its_documents(self):
        self.file("en/politik/a.txt", "The company has 1,500 employees.\n")
        server, uri = self.server("--source", "en"), self.uri("de/politik/a.txt")
        german = "Das Unternehmen hat 1.800 Beschäftigte.\n"
        server.open(uri, german)
        wrong = server.found(uri)
        self.assertTrue(wrong)
        server.open(self.uri("de/politik/b.txt"), german)
        self.assertEqual(server.found(self.uri("de/politik/b.txt")), [])
        server.open(self.uri("en/politik/a.txt"), FAULTY)  # the English itself is not checked
        self.assertEqual(server.found(self.uri("en/politik/a.txt")), [])
        server = self.server("--source", "en/politik/a.txt")
        server.open(uri, german)
        self.assertEqual(server.found(uri), wrong)


class Answers(Case):
    def actions(self, server, uri, start, end, **context):
        return server.ask("textDocument/codeAction", textDocument={"uri": uri},
                          range={"start": start, "end": end}, context={"diagnostics": [], **context})["result"]

    def test_each_suggestion_is_an_action(self):
        server, uri = self.server(workspace={"workspaceEdit": {"documentChanges": True}}), self.uri("a.html")
        server.open(uri, "<p>Er kam in in die Stadt.</p>\n<p>Er kam in <b>in</b> die Stadt.</p>\n", "html")
        action, = self.actions(server, uri, place(0, 11), place(0, 11))
        self.assertEqual((action["title"], action["kind"], action["isPreferred"]), ('Write "in"', "quickfix", True))
        self.assertEqual(action["diagnostics"][0]["code"], "check/repetition")
        self.assertEqual(action["edit"], {"documentChanges": [
            {"textDocument": {"uri": uri, "version": 1}, "edits": [{"range": stretch(0, 10, 15), "newText": "in"}]}]})
        self.assertEqual(self.actions(server, uri, place(0, 0), place(0, 9)), [])
        self.assertEqual(self.actions(server, uri, place(1, 0), place(2, 0)), [])  # markup stands in it
        for only, count in ((["quickfix"], 1), ([""], 1), (["refactor"], 0), (["quick"], 0), ([], 0), ([3], 0)):
            self.assertEqual(len(self.actions(server, uri, place(0, 0), place(1, 0), only=only)), count, only)

    def test_all_that_is_certain_is_one_action(self):
        text = "Der Anteil stieg um 50% auf  den Wert 🙂 von 20% , sagte der Mann .\r\nGut.\r\nUnd in in um 3% .\r\n"
        server, uri = self.server(), self.uri("a.txt")
        server.open(uri, text)
        action, = self.actions(server, uri, place(0, 0), place(0, 0), only=["source.fixAll"])
        self.assertEqual((action["title"], action["kind"]), ("Correct all that is certain", "source.fixAll.rotstift"))
        lines = [line.encode("utf-16-le") for line in text.split("\r\n")]
        for edit in action["edit"]["changes"][uri]:
            start, end = edit["range"]["start"], edit["range"]["end"]
            self.assertEqual(start["line"], end["line"])
            line = lines[start["line"]]
            lines[start["line"]] = (line[:2 * start["character"]] + edit["newText"].encode("utf-16-le")
                                    + line[2 * end["character"]:])
        here = place(0, 0), place(0, 0)
        for context, count in (({}, 1), ({"triggerKind": 1}, 1), ({"triggerKind": 2}, 0),
                               ({"triggerKind": 2, "only": ["source"]}, 1)):
            self.assertEqual(len(self.actions(server, uri, *here, **context)), count, context)
        path = self.file("a.txt", "")
        path.write_bytes(text.encode())
        subprocess.run([ROTSTIFT, "--fix", "--fail-on", "none", path], capture_output=True, check=True)
        self.assertEqual("\r\n".join(line.decode("utf-16-le") for line in lines), path.read_bytes().decode())
        self.assertNotIn("%,", path.read_text())
        server.open(self.uri("b.txt"), FAULTY)
        self.assertEqual(self.actions(server, self.uri("b.txt"), place(0, 0), place(0, 0), only=["source"]), [])

    def test_what_is_found_is_explained(self):
        for formats, kind, begins in ((["markdown", "plaintext"], "markdown", "**The word stands twice in a row\\.**\n"),
                                      (["plaintext"], "plaintext", "The word stands twice in a row.\n"),
                                      (None, "plaintext", "The word stands twice in a row.\n")):
            server, uri = self.server(textDocument={"hover": {"contentFormat": formats}} if formats else {}), \
                self.uri("a.txt")
            server.open(uri, FAULTY)
            answer = server.ask("textDocument/hover", textDocument={"uri": uri}, position=place(0, 33))["result"]
            self.assertEqual((answer["contents"]["kind"], answer["range"]), (kind, stretch(0, 32, 37)))
            self.assertTrue(answer["contents"]["value"].startswith(begins), answer)
            self.assertIn("minor", answer["contents"]["value"])
            nothing = server.ask("textDocument/hover", textDocument={"uri": uri}, position=place(0, 3))
            self.assertIsNone(nothing["result"])
