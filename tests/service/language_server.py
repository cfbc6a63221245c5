"""The language server, asked message by message."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROTSTIFT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build/rotstift").resolve()
os.environ.setdefault("ROTSTIFT_DATA", str(ROOT / "build/rotstift.lex"))
FAULTY = "Am Morgen kam der Bürgermeister in in die Stadt.\n"  # a doubled word: one minor issue


class Server:
    """A server that runs; its messages, in their order."""

    def __init__(self, *options, folder):
        self.process = subprocess.Popen([ROTSTIFT, "lsp", *map(str, options)], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder,
                                        env={**os.environ, "LC_ALL": "C.UTF-8"})
        self.number = 0
        self.diagnostics = {}  # the last ones sent of each document
        self.requests = []  # of the server

    def write(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, **message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def tell(self, method, **params):
        self.send(method=method, params=params)

    def ask(self, method, **params):
        """The answer to a request, whole."""
        self.number += 1
        self.send(id=self.number, method=method, params=params)
        return self.read_until(lambda message: message.get("id") == self.number and "method" not in message)

    def read(self):
        headers = {}
        while (line := self.process.stdout.readline()) not in (b"\r\n", b""):
            name, value = line.decode().split(":", 1)
            headers[name.lower()] = value.strip()
        if not headers:
            raise EOFError(self.process.stderr.read().decode())
        message = json.loads(self.process.stdout.read(int(headers["content-length"])))
        if message.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]
        elif "method" in message:
            self.requests.append(message)
        return message

    def read_until(self, fits):
        while not fits(message := self.read()):
            pass
        return message

    def begin(self, **capabilities):
        answer = self.ask("initialize", processId=None, rootUri=None, capabilities=capabilities)["result"]
        self.tell("initialized")
        return answer

    def end(self):
        """Ends the server as an editor does; returns its exit status."""
        self.ask("shutdown")
        self.tell("exit")
        return self.close()

    def close(self):
        self.process.stdin.close()
        self.process.stdout.read()
        status = self.process.wait(30)
        self.process.stdout.close()
        self.process.stderr.close()
        return status

    def open(self, uri, text, language="plaintext"):
        self.tell("textDocument/didOpen", textDocument={"uri": uri, "languageId": language, "version": 1, "text": text})

    def change(self, uri, version, *changes):
        self.tell("textDocument/didChange", textDocument={"uri": uri, "version": version}, contentChanges=changes)

    def found(self, uri):
        """The next diagnostics that are sent of the document."""
        self.read_until(lambda message: message.get("method") == "textDocument/publishDiagnostics"
                        and message["params"]["uri"] == uri)
        return self.diagnostics[uri]["diagnostics"]


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rotstift-")).resolve()
        self.addCleanup(shutil.rmtree, self.folder)

    def server(self, *options, begin=True, **capabilities):
        server = Server(*options, folder=self.folder)
        self.addCleanup(server.process.wait)
        self.addCleanup(server.process.kill)
        if begin:
            server.begin(**capabilities)
        return server

    def file(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf8")
        return path

    def uri(self, name):
        return "file://" + urllib.parse.quote(str(self.folder / name))


def place(line, character):
    return {"line": line, "character": character}


def stretch(line, start, end):
    return {"start": place(line, start), "end": place(line, end)}
