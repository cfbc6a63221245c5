"""What the tests of the command line share: the program, and a case with a folder of its own."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = (ROOT / sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT / "build"
ROTSTIFT = BUILD / "rotstift"
DATA = os.environ.setdefault("ROTSTIFT_DATA", str(ROOT / "build/rotstift.lex"))
CLEAN = "Die Sonne scheint auf den Garten.\n"
FAULTY = "Am Morgen kam der Bürgermeister in in die Stadt.\n"  # a doubled word: one minor issue


def rotstift(*arguments, stdin="", **more):
    """Runs the program with English messages; text in, text out."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8", **more.pop("env", {})}
    return subprocess.run([ROTSTIFT, *map(str, arguments)], input=stdin, capture_output=True, text=True,
                          encoding="utf8", env=environment, timeout=120, **more)


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rotstift-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def file(self, name, content=CLEAN):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def assert_trouble(self, run, *parts):
        """Status 2, and one line on standard error that begins as it should and holds the parts."""
        self.assertEqual(run.returncode, 2, run.stderr)
        self.assertRegex(run.stderr, r"^rotstift: [^\n]+\n\Z")
        for part in parts:
            self.assertIn(str(part), run.stderr)
