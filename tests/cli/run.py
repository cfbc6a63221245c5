#!/usr/bin/env python3
"""The program as its users call it: what it answers, and what it does when something is wrong.
Here the command line itself, input, output, rule data, installation; further parts are in test_*.py.

usage: run.py BUILD    (the folder with rotstift, rotstift-compile and the libraries)
"""
import json
import os
import pathlib
import resource
import shutil
import signal
import stat
import subprocess
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import closing
from program import BUILD, CLEAN, DATA, FAULTY, ROOT, ROTSTIFT, Case, rotstift


class Answers(Case):
    def test_version_and_help_go_to_standard_output(self):
        run = rotstift("--version")
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        self.assertRegex(run.stdout, r"^rotstift \d+\.\d+\.\d+\n\Z")
        run = rotstift("--help")
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        self.assertIn("--fail-on", run.stdout)

    def test_help_and_manual_name_the_same_options(self):
        manual = (ROOT / "checker/rotstift.1").read_text(encoding="utf8")
        for word in rotstift("--help").stdout.split():
            if word.startswith("--") and word.strip("-,"):
                self.assertIn("Fl -" + word.strip("-,"), manual.replace(" , -", " Fl -"))

    def test_a_clean_article_is_0_and_a_faulty_one_1(self):
        self.assertEqual(rotstift(self.file("clean.txt")).returncode, 0)
        run = rotstift("--format", "ndjson", self.file("faulty.txt", FAULTY))
        self.assertEqual(run.returncode, 1)
        issue = json.loads(run.stdout)
        self.assertEqual(FAULTY[issue["start"]:issue["end"]], issue["text"])
        self.assertEqual((issue["line"], issue["severity"]), (1, "minor"))

    def test_the_thresholds_decide_the_status(self):
        faulty = self.file("faulty.txt", FAULTY)
        self.assertEqual(rotstift("--fail-on", "major", faulty).returncode, 0)
        self.assertEqual(rotstift("--fail-on", "none", faulty).returncode, 0)
        self.assertEqual(rotstift("--max-penalty", "1000", faulty).returncode, 0)
        self.assertEqual(rotstift("--max-penalty", "10", faulty).returncode, 1)
        self.assertEqual(rotstift("--max-penalty", "1000", "--fail-on", "minor", faulty).returncode, 1)

    def test_standard_input_is_an_article(self):
        run = rotstift("--format", "ndjson", "-", stdin=FAULTY)
        self.assertEqual((run.returncode, json.loads(run.stdout)["file"]), (1, "-"))

    def test_several_reports_of_one_run(self):
        html, ndjson = self.folder / "r.html", self.folder / "r.ndjson"
        run = rotstift("-o", html, "-o", ndjson, self.file("faulty.txt", FAULTY))
        self.assertEqual((run.returncode, run.stdout, run.stderr), (1, "", ""))
        self.assertIn("<!doctype html", html.read_text(encoding="utf8").lower())
        self.assertEqual(len(ndjson.read_text(encoding="utf8").splitlines()), 1)

    def test_threads_change_nothing(self):
        files = [self.file(f"{i}.txt", (FAULTY if i % 3 else CLEAN) * (i + 1)) for i in range(12)]
        alone = rotstift("--format", "json", *files)
        self.assertEqual(rotstift("-j4", "--format", "json", *files).stdout, alone.stdout)
        self.assertEqual(rotstift("-j0", "--format", "json", *files).stdout, alone.stdout)

    def test_rules_are_listed_and_explained(self):
        lines = rotstift("--list-rules").stdout.splitlines()
        self.assertGreater(len(lines), 10)
        self.assertTrue(all(line.count("\t") == 4 for line in lines))
        rule = lines[0].split("\t")[0]
        run = rotstift("--explain", rule)
        self.assertEqual(run.returncode, 0)
        self.assertIn(rule, run.stdout)
        self.assert_trouble(rotstift("--explain", rule[:-1] + "§"), "did you mean", rule)

    def test_colours_only_when_asked_for(self):
        faulty = self.file("faulty.txt", FAULTY)
        self.assertNotIn("\x1b", rotstift(faulty).stdout)
        self.assertIn("\x1b[", rotstift("--color", "always", faulty).stdout)


class BadInput(Case):
    def test_a_missing_file_is_named(self):
        self.assert_trouble(rotstift(self.folder / "nix.txt"), "nix.txt: ", "No such file")

    def test_an_empty_file_has_no_issues(self):
        run = rotstift("--format", "json", self.file("empty.txt", ""))
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        json.loads(run.stdout)

    def test_a_binary_file_is_refused(self):
        self.assert_trouble(rotstift(self.file("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")), "picture.txt")

    def test_a_line_of_100_megabytes_is_refused(self):
        path = self.file("long.txt", "")
        with path.open("wb") as out:
            for _ in range(100):
                out.write(b"Haus " * 200_000)
        self.assert_trouble(rotstift(path), "long.txt: ", "MiB")

    def test_a_line_of_2_megabytes_is_checked(self):
        started = time.monotonic()
        run = rotstift("--format", "ndjson", self.file("long.txt", "Der Hund schläft im Garten. " * 75_000))
        self.assertIn(run.returncode, (0, 1))
        self.assertLess(time.monotonic() - started, 60)

    def test_text_without_an_end_of_sentence_is_checked(self):
        for words in ("Das ist in in ", "ab ", "*a ", "Sie du "):
            self.assertIn(rotstift("-f", "gcc", self.file("long.md", words * 60_000)).returncode, (0, 1))

    def test_one_word_of_a_megabyte_is_checked(self):
        self.assertIn(rotstift(self.file("word.txt", "a" * 1_000_000)).returncode, (0, 1))
        self.assertIn(rotstift(self.file("word.txt", "(" * 1_000_000)).returncode, (0, 1))
        self.assertIn(rotstift(self.file("word.txt", "„" * 300_000)).returncode, (0, 1))

    def test_invalid_utf8_is_named_with_its_line(self):
        bad = CLEAN.encode() + "Grüße aus Köln.\n".encode() + b"Ein \xc3\x28 und \x81 ohne Sinn: \xe2\x82.\n"
        self.assert_trouble(rotstift(self.file("bad.txt", bad)), "bad.txt:3: ")

    def test_windows_1252_is_read(self):
        run = rotstift("--format", "ndjson", self.file("latin.txt", FAULTY.encode("cp1252")))
        self.assertEqual((run.returncode, run.stderr), (1, ""))
        self.assertEqual(json.loads(run.stdout)["text"], "in in")

    def test_the_other_files_are_still_checked(self):
        run = rotstift("--format", "ndjson", self.folder / "nix.txt", self.file("faulty.txt", FAULTY), "/dev/null/x")
        self.assertEqual(run.returncode, 2)
        self.assertEqual(json.loads(run.stdout)["file"], str(self.folder / "faulty.txt"))
        self.assertEqual(len(run.stderr.splitlines()), 2)

    def test_control_characters_of_a_name_do_not_reach_the_terminal(self):
        self.assertNotIn("\x1b", rotstift(self.folder / "\x1b[31mnix.txt").stderr)

    def test_wrong_usage_is_2_with_a_guess(self):
        self.assert_trouble(rotstift(), "no file")
        self.assert_trouble(rotstift("--fail-on", "majr", "a.txt"), 'did you mean "major"')
        self.assert_trouble(rotstift("--fial-on", "major", "a.txt"), 'did you mean "--fail-on"')


class Source(Case):
    def test_the_source_is_aligned_and_compared(self):
        german = self.file("de.txt", "Der Rat hat den Antrag nach langer Debatte abgelehnt.\n")
        french = self.file("fr.txt", "Le conseil a rejeté la proposition après un long débat.\n")
        english = self.file("en.txt", "The council rejected the motion after a long debate.\n")
        run = rotstift("--source", french, "--format", "ndjson", "--confidence", "0", german)
        self.assertEqual([json.loads(line)["rule"] for line in run.stdout.splitlines()], ["bilingual/source-language"])
        self.assertEqual(rotstift("--source", english, german).returncode, 0)

    def test_a_folder_holds_the_sources_of_several_files(self):
        folder = pathlib.Path(self.folder, "english")
        folder.mkdir()
        (folder / "a.txt").write_text("Le conseil a rejeté la proposition après un long débat.\n")
        (folder / "b.txt").write_text("The council rejected the motion after a long debate.\n")
        files = [self.file(name, "Der Rat hat den Antrag nach langer Debatte abgelehnt.\n") for name in ("a.txt", "b.txt")]
        run = rotstift("--source", folder, "--format", "ndjson", *files)
        self.assertEqual([json.loads(line)["file"] for line in run.stdout.splitlines()], [str(files[0])])

    def test_a_source_that_can_not_be_read_is_named_and_the_article_checked(self):
        german = self.file("de.txt", FAULTY)
        for source, message in ((self.file("empty.txt", ""), "no text"), ("/nowhere/en.txt", "can't be read")):
            run = rotstift("--source", source, german)
            self.assert_trouble(run, str(source), message)
            self.assertNotEqual(run.stdout, "")

    def test_sources_and_files_must_be_as_many(self):
        german, english = self.file("de.txt"), self.file("en.txt")
        self.assert_trouble(rotstift("--source", english, german, german), "1 for 2 files")
        self.assert_trouble(rotstift("filter", "--source", english), "--source")


class BadOutput(Case):
    def setUp(self):
        super().setUp()
        self.article = self.file("faulty.txt", FAULTY * 2000)

    def leftovers(self):
        return [p.name for p in self.folder.iterdir() if p.name.startswith(".rotstift")]

    def test_a_missing_folder_is_named(self):
        self.assert_trouble(rotstift("-o", self.folder / "nix/r.html", self.article), "nix/r.html: can't be written")

    def test_a_folder_is_no_report(self):
        self.assert_trouble(rotstift("-f", "html", "-o", self.folder, self.article), f"{self.folder}: can't be written")

    @unittest.skipIf(os.geteuid() == 0 and shutil.which("setpriv") is None, "root may write anywhere")
    def test_an_unwritable_folder_is_named(self):
        locked = self.folder / "locked"
        locked.mkdir()
        locked.chmod(0o555)
        self.folder.chmod(0o755)
        command = [ROTSTIFT, "-o", locked / "r.html", self.article]
        if os.geteuid() == 0:
            command = ["setpriv", "--reuid=65534", "--clear-groups", "--bounding-set=-all", "--inh-caps=-all", *command]
        run = subprocess.run(command, capture_output=True, text=True, env=dict(os.environ, LC_ALL="C"), timeout=60)
        if "can't be read" in run.stderr or "Permission denied" in run.stderr and "r.html" not in run.stderr:
            self.skipTest("the program itself can't be run by another user here")
        self.assert_trouble(run, "r.html: can't be written: Permission denied")

    def test_a_full_disk_is_noticed(self):
        self.assert_trouble(rotstift("-f", "html", "-o", "/dev/full", self.article), "/dev/full: can't be written: No space")
        with open("/dev/full", "wb") as full:
            run = subprocess.run([ROTSTIFT, self.article], stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
        self.assert_trouble(run, "standard output: can't be written: No space")

    def test_a_report_is_written_whole_or_not_at_all(self):
        report = self.file("r.html", "the old report")

        def bound():
            resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL)

        self.assert_trouble(rotstift("-o", report, self.article, preexec_fn=bound), "r.html: can't be written")
        self.assertEqual(report.read_text(), "the old report")
        self.assertEqual(self.leftovers(), [])

    def test_a_report_takes_the_place_and_the_mode_of_the_old_one(self):
        report, link = self.file("r.html", "the old report"), self.folder / "link.html"
        report.chmod(0o640)
        link.symlink_to(report)
        rotstift("-o", link, self.article)
        self.assertTrue(link.is_symlink())
        self.assertGreater(report.stat().st_size, 1000)
        self.assertEqual(stat.S_IMODE(report.stat().st_mode), 0o640)
        self.assertEqual(self.leftovers(), [])

    def test_a_new_report_has_the_mode_that_the_umask_leaves(self):
        rotstift("-o", self.folder / "new.html", self.article, preexec_fn=lambda: os.umask(0o027))
        self.assertEqual(stat.S_IMODE((self.folder / "new.html").stat().st_mode), 0o640)

    def test_one_report_that_fails_does_not_cost_the_others(self):
        run = rotstift("-o", self.folder / "nix/r.html", "-o", self.folder / "r.ndjson", self.article)
        self.assert_trouble(run, "nix/r.html")
        self.assertGreater(len((self.folder / "r.ndjson").read_text().splitlines()), 1000)

    def test_a_reader_who_goes_away_is_status_2_without_noise(self):
        for arguments in ([self.article], ["--list-rules"], ["--explain", "check/repetition"], ["config"], ["--help"],
                          ["completion", "bash"]):
            read, write = os.pipe()
            os.close(read)
            run = subprocess.run([ROTSTIFT, *arguments], stdout=write, stderr=subprocess.PIPE, text=True, timeout=60)
            os.close(write)
            self.assertEqual((run.returncode, run.stderr), (2, ""), arguments)


class RuleData(Case):
    def test_missing_data_says_how_to_get_it(self):
        self.assert_trouble(rotstift("--data", self.folder / "nix.lex", self.file("a.txt")), "nix.lex: ", "make")
        self.assert_trouble(rotstift(self.file("a.txt"), env={"ROTSTIFT_DATA": "/nix.lex"}), "/nix.lex: ", "make")

    def test_damaged_data_is_refused(self):
        data = pathlib.Path(DATA).read_bytes()
        article = self.file("a.txt")
        for name, content in ("empty", b""), ("text", CLEAN.encode() * 100), ("short", data[:len(data) // 2]):
            self.assert_trouble(rotstift("--data", self.file(name, content), article), f"{name}: ")

    def without(self, path, *command):
        """Runs the command where path is an empty folder; skips where namespaces are not to be had."""
        if subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode != 0:
            self.skipTest("no mount namespaces here")
        script = 'mount --bind "$1" "$2" && shift 2 && exec "$@"'
        return subprocess.run(["unshare", "-rm", "sh", "-c", script, "sh", self.folder / "none", path, *command],
                              capture_output=True, text=True, env=dict(os.environ, LC_ALL="C.UTF-8"), timeout=300)

    def test_a_missing_dictionary_is_named_with_its_package(self):
        (self.folder / "none").mkdir()
        run = self.without("/usr/share/hunspell", ROTSTIFT, self.file("a.txt"))
        self.assertEqual(run.stderr.count("hunspell-de-de-frami"), 1, run.stderr)
        self.assertLess(run.returncode, 2, run.stderr) # the other checks have run
        run = self.without("/usr/share/trans", BUILD / "rotstift-compile", ROOT / "dictionaries", self.folder / "x.lex")
        self.assertEqual(run.returncode, 2, run.stderr)
        self.assertIn("trans-de-en", run.stderr)
        self.assertFalse((self.folder / "x.lex").exists())

    def compile_with(self, rule):
        """Compiles the rule data with one more rule file."""
        copy = self.folder / "dictionaries"
        shutil.copytree(ROOT / "dictionaries", copy, ignore=shutil.ignore_patterns("compile"))
        (copy / "rules/broken.xml").write_text(rule, encoding="utf8")
        return subprocess.run([BUILD / "rotstift-compile", copy, self.folder / "x.lex"], capture_output=True, text=True,
                              timeout=300)

    def assert_refused(self, rule, line):
        run = self.compile_with(rule)
        self.assertEqual(run.returncode, 2, run.stderr)
        self.assertRegex(run.stderr, rf"broken\.xml:{line}: \S")
        self.assertFalse((self.folder / "x.lex").exists())

    def test_a_rule_file_that_is_no_xml_is_refused_with_its_line(self):
        self.assert_refused('<rules family="broken">\n  <rule id="a"\n</rules>\n', 3)

    def test_a_rule_file_against_the_schema_is_refused_with_its_line(self):
        self.assert_refused('<rules family="broken">\n\n  <regel id="a"/>\n</rules>\n', 3)

    def test_a_rule_file_with_an_entity_is_refused(self):
        run = self.compile_with('<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n<rules family="broken">&e;</rules>\n')
        self.assertEqual(run.returncode, 2, run.stderr)
        self.assertNotIn("root:", run.stdout + run.stderr)


class Filter(Case):
    def test_a_line_out_for_each_line_in(self):
        lines = [{"id": "a", "target": CLEAN}, {"id": 2, "target": FAULTY, "source": "In the morning …", "doc": "d"}]
        run = rotstift("filter", stdin="".join(json.dumps(line) + "\n" for line in lines))
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        clean, faulty = map(json.loads, run.stdout.splitlines())
        self.assertEqual((clean["id"], clean["words"], clean["issues"]), ("a", 6, []))
        self.assertEqual(list(faulty), ["id", "words", "penalty", "score", "issues"])
        issue = faulty["issues"][0]
        self.assertEqual(list(issue), ["start", "end", "rule", "category", "severity", "confidence", "message",
                                       "suggestions"])
        self.assertEqual(FAULTY[issue["start"]:issue["end"]], "in in")
        self.assertEqual((faulty["id"], faulty["penalty"]), (2, 1))

    def test_offsets_are_code_points_of_the_target_as_given(self):
        target = "\u2003🙂 Das Cafe\u0301 liegt in in der Stadt.\n"
        run = rotstift("filter", stdin=json.dumps({"id": 1, "target": target}) + "\n")
        marked = [target[i["start"]:i["end"]] for i in json.loads(run.stdout)["issues"]]
        self.assertIn("in in", marked)

    def test_a_bad_line_does_not_end_the_run(self):
        run = rotstift("filter", stdin=f'kaputt\n\n{{"id": 3}}\n{json.dumps({"id": 4, "target": CLEAN})}')
        self.assertEqual(run.returncode, 2)
        answers = [json.loads(line) for line in run.stdout.splitlines()]
        self.assertEqual([a.get("line") for a in answers], [1, 2, 3, None])
        self.assertEqual([a.get("id") for a in answers], [None, None, 3, 4])
        self.assertTrue(all(a["error"] for a in answers[:3]))

    def test_threads_change_nothing(self):
        lines = "".join(json.dumps({"id": i, "target": FAULTY * (1 + i * 7 % 40)}) + "\n" for i in range(1500))
        self.assertEqual(rotstift("filter", stdin=lines).stdout, rotstift("filter", "-j4", stdin=lines).stdout)

    def test_an_answer_comes_before_the_next_line(self):
        with subprocess.Popen([ROTSTIFT, "filter", "-j2"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as run:
            for number in range(3):
                run.stdin.write(json.dumps({"id": number, "target": CLEAN}) + "\n")
                run.stdin.flush()
                self.assertEqual(json.loads(run.stdout.readline())["id"], number)
            run.stdin.close()
            self.assertEqual(run.wait(30), 0)

    def test_a_line_of_15_mib_is_read_and_one_of_17_is_not(self):
        lines = [json.dumps({"id": i, "target": "", "source": "x" * (size << 20)}) for i, size in enumerate((15, 17, 0))]
        run = rotstift("filter", "-j2", stdin="\n".join(lines))
        answers = [json.loads(line) for line in run.stdout.splitlines()]
        self.assertEqual([a.get("id") for a in answers], [0, None, 2])
        self.assertIn("16 MiB", answers[1]["error"])
        self.assertEqual(run.returncode, 2)

    def test_output_that_can_not_be_written_is_noticed(self):
        with open("/dev/full", "wb") as full:
            run = subprocess.run([ROTSTIFT, "filter"], input=json.dumps({"id": 1, "target": CLEAN}), stdout=full,
                                 stderr=subprocess.PIPE, text=True, timeout=60)
        self.assert_trouble(run, "standard output: can't be written: No space")

    def test_input_that_can_not_be_read_is_noticed(self):
        descriptor = os.open(self.folder, os.O_RDONLY)
        run = subprocess.run([ROTSTIFT, "filter"], stdin=descriptor, capture_output=True, text=True, timeout=60)
        os.close(descriptor)
        self.assert_trouble(run, "standard input: can't be read: Is a directory")


class Installation(Case):
    SOURCE = r"""
        #include <rotstift.h>
        #include <stdio.h>
        #include <string.h>
        int main(void)
        {
            static const char text[] = "Am Morgen kam der Bürgermeister in in die Stadt.";
            struct rs_error error;
            struct rs_checker *checker = rs_checker_open(NULL, &error);
            struct rs_document *doc = rs_document_read("a", text, strlen(text), &error);
            if (checker == NULL || doc == NULL)
                return puts(error.message), 1;
            rs_check(checker, doc);
            for (size_t i = 0; i < rs_issue_count(doc); i++) {
                struct rs_issue issue = rs_issue_at(doc, i);
                printf("%zu:%zu %.*s\n", issue.line, issue.column, (int)issue.text.length, issue.text.bytes);
            }
            printf("%zu words, %.0f\n", rs_word_count(doc), rs_penalty_per_1000(doc));
            rs_document_free(doc);
            rs_checker_close(checker);
            return 0;
        }
    """

    def make(self, target):
        subprocess.run(["make", "-s", "--no-print-directory", target, f"DESTDIR={self.folder}",
                        f"BUILD={BUILD}"], cwd=ROOT, check=True, capture_output=True, timeout=300,
                       env={k: v for k, v in os.environ.items() if k not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")})

    def run_linked(self, *flags):
        program = self.folder / "user"
        source = self.file("user.c", self.SOURCE)
        subprocess.run(["cc", "-std=c17", "-pedantic", "-Wall", "-Werror", "-o", program, source, *flags], check=True)
        run = subprocess.run([program], capture_output=True, text=True, timeout=60,
                             env=dict(os.environ, LD_LIBRARY_PATH=str(self.folder / "usr/local/lib")))
        self.assertEqual((run.returncode, run.stdout), (0, "1:33 in in\n9 words, 111\n"))

    def flags(self, *options):
        environment = dict(os.environ, PKG_CONFIG_PATH=str(self.folder / "usr/local/lib/pkgconfig"),
                           PKG_CONFIG_SYSROOT_DIR=str(self.folder), PKG_CONFIG_ALLOW_SYSTEM_LIBS="1",
                           PKG_CONFIG_ALLOW_SYSTEM_CFLAGS="1")
        return subprocess.run(["pkg-config", *options, "rotstift"], env=environment, check=True, capture_output=True,
                              text=True).stdout.split()

    def test_what_is_installed_works_and_goes_away_again(self):
        self.make("install")
        environment = {k: v for k, v in os.environ.items() if k != "ROTSTIFT_DATA"}
        run = subprocess.run([self.folder / "usr/local/bin/rotstift", self.file("a.txt")], env=environment,
                             capture_output=True, timeout=60)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.run_linked(*self.flags("--cflags", "--libs"))
        (self.folder / "usr/local/lib/librotstift.so").unlink()
        dependencies = subprocess.run(["pkg-config", "--libs", "hunspell", "libutf8proc", "jansson", "libxml-2.0", "md4c", "libarchive",
                                       "libpcre2-8"], check=True,
                                      capture_output=True, text=True).stdout.split()
        self.run_linked(*self.flags("--cflags", "--libs"), *dependencies, "-pthread", "-lm")
        self.make("uninstall")
        self.assertEqual([p for p in (self.folder / "usr").rglob("*") if not p.is_dir()], [])

    def test_the_shared_library_shows_nothing_but_its_interface(self):
        run = subprocess.run(["nm", "-D", "--defined-only", BUILD / "librotstift.so"], capture_output=True, text=True,
                             check=True)
        names = {line.split()[-1] for line in run.stdout.splitlines()}
        header = (ROOT / "checker/rotstift.h").read_text(encoding="utf8")
        self.assertTrue(names)
        self.assertEqual([name for name in names if f"{name}(" not in header], [])


def main():
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"])
    suite.addTests(unittest.defaultTestLoader.discover(pathlib.Path(__file__).parent))
    return closing.run(suite)


if __name__ == "__main__":
    sys.exit(main())
