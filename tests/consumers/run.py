#!/usr/bin/env python3
"""Each report, read by a program that reads such reports; what it understands is compared with the NDJSON.

usage: run.py ROTSTIFT WORK    (the folder that run.sh has installed the programs to)
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as xml

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import closing
import integration
import languagetool
import spark

HERE = pathlib.Path(__file__).resolve().parent
ROTSTIFT, WORK = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
MULTITOOL = WORK / "node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool"
# Issues of three severities, umlauts before them in the line, a suggestion that deletes, a tab, "%" and ":".
ARTICLE = ("Wie die Stadt am Fluß wächst\n\n"
           "Über 50 % der Häuser: das das fiel auf, sagte der Bürgermeister \"gestern\".\n\n"
           "Für Ärzte und Bürger ist ist das\tkeine Lösung , sondern ein Anfang.\n\n"
           "Als KI-Sprachmodell kann ich diesen Text nicht übersetzen.\n")


def run(*command, stdin="", status=0, cwd=None):
    environment = dict(os.environ, LC_ALL="C.UTF-8", DOTNET_SYSTEM_GLOBALIZATION_INVARIANT="1")
    done = subprocess.run([str(part) for part in command], input=stdin, capture_output=True, text=True, cwd=cwd,
                          encoding="utf8", env=environment, timeout=120)
    if status is not None and done.returncode != status:
        raise AssertionError(f"{command[0]}: status {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def levels(issues, names):
    return [dict(zip(["neutral", "minor", "major", "critical"], names))[issue["severity"]] for issue in issues]


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rotstift-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.name = "größer & älter, 100%.txt"
        (self.folder / self.name).write_text(ARTICLE, encoding="utf8")
        self.issues = [json.loads(line) for line in self.report("ndjson").splitlines()]
        self.assertGreater(len({issue["severity"] for issue in self.issues}), 1)

    def report(self, form, *options, status=1):
        return run(ROTSTIFT, "--format", form, *options, self.name, status=status, cwd=self.folder)

    def places(self):
        return [(issue["line"], issue["column"]) for issue in self.issues]


class Sarif(Case):
    def write(self, *options, name="report.sarif", status=1):
        (self.folder / name).write_text(self.report("sarif", *options, status=status), encoding="utf8")
        return self.folder / name

    def validate(self, path):
        """What the validator complains of: schema, and the rules of the specification. It knows no notes here, and a
        tool without a home page is no error."""
        said = run(MULTITOOL, "validate", path, "--output", self.folder / "validated.sarif", "--log", "ForceOverwrite",
                   "--level", "Error;Warning", status=None)
        return [line for line in said.splitlines() if re.search(": (error|warning) (?!SARIF2005)", line)]

    def count(self, path, expression):
        said = run(MULTITOOL, "query", path, "--expression", expression)
        return int(re.search(r"(\d+) of \d+ results matched", said).group(1))

    def test_the_validator_has_no_complaint(self):
        self.assertEqual(self.validate(self.write()), [])
        run(ROTSTIFT, "--write-baseline", "b.json", self.name, cwd=self.folder)
        (self.folder / self.name).write_text(ARTICLE + "\nDas Haus steht steht leer.\n", encoding="utf8")
        self.assertEqual(self.validate(self.write("--baseline", "b.json")), [])
        (self.folder / self.name).write_text("", encoding="utf8")
        self.assertEqual(self.validate(self.write(status=0)), [])

    def test_the_validator_would_complain(self):
        log = json.loads(self.report("sarif"))
        log["runs"][0]["results"][0]["ruleIndex"] = 99
        (self.folder / "bad.sarif").write_text(json.dumps(log), encoding="utf8")
        self.assertNotEqual(self.validate(self.folder / "bad.sarif"), [])

    def test_baseline_states_and_suppressions_are_understood(self):
        run(ROTSTIFT, "--write-baseline", "b.json", self.name, cwd=self.folder)
        (self.folder / self.name).write_text(ARTICLE + "\nDas Haus steht steht leer.\n", encoding="utf8")
        report = self.write("--baseline", "b.json")
        self.assertEqual(self.count(report, "BaselineState == New"), 1)
        self.assertEqual(self.count(report, "BaselineState == Unchanged"), len(self.issues))
        self.assertEqual(self.count(report, "IsSuppressed == True"), len(self.issues))

    def test_fingerprints_follow_the_findings(self):
        before = self.write(name="before.sarif")
        (self.folder / self.name).write_text("Ein neuer Anfang\n\n" + ARTICLE, encoding="utf8")
        after = self.write(name="after.sarif")
        run(MULTITOOL, "match-results-forward", after, "--previous", before, "--output-file-path",
            self.folder / "matched.sarif")
        self.assertEqual(self.count(self.folder / "matched.sarif", "BaselineState == New"), 0)

    def test_reviewdog_reads_places_levels_and_fixes(self):
        said = json.loads(run(WORK / "reviewdog", "-f=sarif", "-filter-mode=nofilter", "-reporter=rdjson",
                              stdin=self.report("sarif")))["diagnostics"]
        starts = [found["location"]["range"]["start"] for found in said]
        self.assertEqual([(start["line"], start.get("column", 1)) for start in starts], self.places())
        self.assertEqual([found["location"]["path"] for found in said], [self.name] * len(said))
        self.assertEqual([found["severity"] for found in said],
                         levels(self.issues, ["INFO", "WARNING", "ERROR", "ERROR"]))
        self.assertEqual([fix["text"] for found in said for fix in found.get("suggestions", []) if "text" in fix],
                         [text for issue in self.issues for text in issue["suggestions"] if text])


class Reviewdog(Case):
    def read(self, form, report):
        return json.loads(run(WORK / "reviewdog", f"-f={form}", "-filter-mode=nofilter", "-reporter=rdjson",
                              stdin=report))["diagnostics"]

    def test_rdjson_has_the_places_in_bytes_and_the_suggestions(self):
        lines = ARTICLE.split("\n")
        said = self.read("rdjson", self.report("rdjson"))
        self.assertEqual(len(said), len(self.issues))
        for found, issue in zip(said, self.issues):
            start, end = found["location"]["range"]["start"], found["location"]["range"]["end"]
            line = lines[start["line"] - 1].encode()
            self.assertEqual(line[start["column"] - 1:end["column"] - 1].decode(), issue["text"])
            self.assertEqual((found["location"]["path"], found["code"]["value"]), (self.name, issue["rule"]))
            self.assertEqual([fix.get("text", "") for fix in found.get("suggestions", [])], issue["suggestions"])

    def test_checkstyle_has_places_levels_and_messages(self):
        said = self.read("checkstyle", self.report("checkstyle"))
        starts = [found["location"]["range"]["start"] for found in said]
        self.assertEqual([(start["line"], start["column"]) for start in starts], self.places())
        self.assertEqual([found["severity"] for found in said],
                         levels(self.issues, ["INFO", "WARNING", "ERROR", "ERROR"]))
        for found, issue in zip(said, self.issues):
            self.assertIn(issue["message"], found["message"])
            self.assertEqual(found["location"]["path"], self.name)

    def test_gcc_is_read_by_the_errorformat_of_compilers(self):
        (self.folder / self.name).rename(self.folder / "größe.txt") # an errorformat's names hold no spaces
        self.name = "größe.txt"
        said = json.loads(run(WORK / "reviewdog", "-efm=%f:%l:%c: %t%*[a-z]: %m", "-filter-mode=nofilter",
                              "-reporter=rdjson", stdin=self.report("gcc")))["diagnostics"]
        starts = [found["location"]["range"]["start"] for found in said]
        self.assertEqual([(start["line"], start["column"]) for start in starts], self.places())

    def test_only_changed_lines_are_commented(self):
        git = ["git", "-c", "user.name=t", "-c", "user.email=t@localhost"]
        for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "a"]):
            run(*git, *command, cwd=self.folder)
        (self.folder / self.name).write_text(ARTICLE.replace("ein Anfang", "nur ein Anfang"), encoding="utf8")
        diff = "git -c core.quotePath=false diff"
        said = json.loads(run(WORK / "reviewdog", "-f=rdjson", f"-diff={diff}", "-reporter=rdjson",
                              stdin=self.report("rdjson"), cwd=self.folder))["diagnostics"]
        self.assertEqual({found["location"]["range"]["start"]["line"] for found in said}, {5})


class Junit(Case):
    def write(self, *options, status=1):
        (self.folder / "junit.xml").write_text(self.report("junit", *options, status=status), encoding="utf8")
        return self.folder / "junit.xml"

    def test_junitparser_sees_what_fails(self):
        run("junitparser", "verify", self.write(), status=1)
        run("junitparser", "verify", self.write("--fail-on", "none", status=0))
        run("junitparser", "verify", self.write("--fail-on", "none", "--max-penalty", "1"), status=1)
        run(ROTSTIFT, "--write-baseline", "b.json", self.name, cwd=self.folder)
        run("junitparser", "verify", self.write("--baseline", "b.json", status=0))

    def test_counts_are_right_and_survive_a_merge(self):
        first, merged = self.write(), self.folder / "merged.xml"
        root = xml.parse(first).getroot()
        cases, failures = root.findall(".//testcase"), root.findall(".//failure")
        self.assertEqual(len(cases), len(self.issues))
        for element in [root, *root.findall("testsuite")]:
            self.assertEqual((int(element.get("tests")), int(element.get("failures"))), (len(cases), len(failures)))
        run("junitparser", "merge", first, first, merged)
        self.assertEqual(len(xml.parse(merged).getroot().findall(".//failure")), 2 * len(failures))

    def test_a_clean_article_is_a_case_that_passes(self):
        (self.folder / self.name).write_text("Die Sonne scheint auf den Garten.\n", encoding="utf8")
        root = xml.parse(self.write(status=0)).getroot()
        self.assertEqual((len(root.findall(".//testcase")), root.get("failures")), (1, "0"))


class Github(Case):
    def test_annotations_are_written_as_the_toolkit_writes_them(self):
        """@actions/core, given what the annotations say, must write the very same lines."""
        lines = self.report("github").splitlines()
        self.assertEqual(len(lines), len(self.issues))
        wanted = [{"level": line[2:].split(" ")[0], "message": line.split("::", 2)[2].replace("%25", "%"),
                   "properties": {"title": issue["rule"], "file": self.name, "startLine": issue["line"],
                                  "endLine": issue["line"], "startColumn": issue["column"],
                                  "endColumn": issue["column"] + len(issue["text"])}}
                  for line, issue in zip(lines, self.issues)]
        shutil.copy(HERE / "annotate.mjs", WORK)
        said = run("node", WORK / "annotate.mjs", stdin=json.dumps(wanted))
        self.assertEqual(said.splitlines(), lines)
        self.assertEqual([entry["level"] for entry in wanted],
                         levels(self.issues, ["notice", "warning", "error", "error"]))


class Gitlab(Case):
    """Outside of GitLab no program reads this report but to pass it on: what apt, npm, PyPI and Go offer writes it. Its
    definition can be had: TypeScript checks the report against the types of Code Climate, which GitLab's is a part of."""

    def type_check(self, report, status=0):
        (WORK / "report.ts").write_text("import type { Issue } from 'codeclimate-types';\n"
                                        f"export const report: Issue[] = {report};\n", encoding="utf8")
        return run(WORK / "node_modules/.bin/tsc", "--noEmit", "--strict", "--module", "nodenext", "report.ts",
                   status=status, cwd=WORK)

    def test_the_report_is_one_of_code_climate(self):
        report = self.report("gitlab")
        self.type_check(report)
        self.assertIn('"small"', self.type_check(report.replace('"minor"', '"small"', 1), status=2))
        self.assertIn("fingerprints", self.type_check(report.replace('"fingerprint"', '"fingerprints"', 1), status=2))

    def test_each_entry_has_what_is_asked_for(self):
        copy = self.folder / "kopie.txt"
        copy.write_text(ARTICLE, encoding="utf8")
        report = json.loads(run(ROTSTIFT, "-f", "gitlab", self.name, "./kopie.txt", status=1, cwd=self.folder))
        self.assertEqual(len({entry["fingerprint"] for entry in report}), 2 * len(self.issues))
        for entry, issue in zip(report, self.issues):
            self.assertEqual(set(entry), {"type", "categories", "description", "check_name", "fingerprint", "severity",
                                          "location"})
            self.assertIn(entry["severity"], {"info", "minor", "major", "critical", "blocker"})
            self.assertEqual(entry["location"]["path"], self.name)
            self.assertEqual(entry["location"]["lines"]["begin"], issue["line"])
            self.assertIn(issue["message"], entry["description"])
        self.assertEqual({entry["location"]["path"] for entry in report}, {self.name, "kopie.txt"})


def main():
    for case in integration.Project, languagetool.Service, spark.Spark:
        case.rotstift, case.work = ROTSTIFT, WORK
    suite = unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromModule(module)
                               for module in (sys.modules["__main__"], integration, languagetool, spark))
    return closing.run(suite)


if __name__ == "__main__":
    sys.exit(main())
