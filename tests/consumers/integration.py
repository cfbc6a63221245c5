"""Rotstift in CI: the action, the template, the hook and the package, each tried as far as it can be without its service."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
NEEDED = ("Makefile", ".ci", ".github", ".gitlab", "checker", "dictionaries", "reports", "tests")  # by a build of Rotstift
CLEAN = "Die Sonne scheint auf den Garten.\n"
FAULTY = "Am Morgen kam der Bürgermeister in in die Stadt.\n"


class Project(unittest.TestCase):
    """A repository with a folder of articles, as a user of Rotstift has one. rotstift and work are set by run.py."""
    rotstift: pathlib.Path
    work: pathlib.Path

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rotstift-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.environment = dict(os.environ, LC_ALL="C.UTF-8", HOME=str(self.folder / "home"),
                                PATH=f"{self.rotstift.parent}:{os.environ['PATH']}",
                                GIT_CONFIG_COUNT="2", GIT_CONFIG_KEY_0="user.name", GIT_CONFIG_VALUE_0="t",
                                GIT_CONFIG_KEY_1="user.email", GIT_CONFIG_VALUE_1="t@localhost")
        self.project = self.folder / "project"
        self.write("articles/a.txt", FAULTY)
        self.write("articles/b.txt", CLEAN)
        self.run_in("git", "init", "-q")
        self.commit()

    def write(self, name, content):
        path = self.project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf8")
        return path

    def run_in(self, *command, status=0, **environment):
        done = subprocess.run([str(part) for part in command], cwd=self.project, text=True, encoding="utf8",
                              capture_output=True, env=self.environment | environment, timeout=1200)  # a build of Rotstift on a busy machine takes long
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        return done.stdout

    def commit(self):
        self.run_in("git", "add", "-A")
        self.run_in("git", "commit", "-q", "-m", "articles")

    def without_rotstift(self):
        """What a fresh container has: neither the program, nor its data, nor a make that this one runs under."""
        for name in ("ROTSTIFT_DATA", "MAKEFLAGS", "MFLAGS", "MAKELEVEL", "BUILD", "SANITIZE"):
            self.environment.pop(name, None)
        self.environment["PATH"] = os.environ["PATH"]

    def check_out_rotstift(self):
        """Its sources in the project's folder rotstift/."""
        for name in NEEDED:
            source, target = ROOT / name, self.project / "rotstift" / name
            target.parent.mkdir(exist_ok=True)
            shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)

    def read_yaml(self, path):
        script = ('import { readFileSync } from "node:fs"; import { parseDocument } from "yaml"; '
                  'const doc = parseDocument(readFileSync(process.argv[2], "utf8")); if (doc.errors.length) throw doc.errors; '
                  'console.log(JSON.stringify(doc.toJS()));')
        (self.work / "yaml.mjs").write_text(script, encoding="utf8")
        return json.loads(self.run_in("node", self.work / "yaml.mjs", path))


class Action(Project):
    """The composite action, its steps run as the runner would run them."""
    folder_of_action = ROOT / ".github/actions/check"

    def run_action(self, status, **given):
        """Returns the log of the last step, and the action's outputs."""
        action = self.read_yaml(self.folder_of_action / "action.yml")
        inputs = {name: given.get(name.replace("-", "_"), it.get("default", "")) for name, it in action["inputs"].items()}
        files = {name: self.folder / name for name in ("GITHUB_OUTPUT", "GITHUB_PATH")}
        for path in files.values():
            path.write_text("", encoding="utf8")
        fill = lambda text: re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda found: inputs[found.group(1)], text)
        for step in action["runs"]["steps"]:
            last = step is action["runs"]["steps"][-1]
            found = files["GITHUB_PATH"].read_text(encoding="utf8").split()
            log = self.run_in("bash", "-e", "-o", "pipefail", "-c", fill(step["run"]), status=status if last else 0,
                              GITHUB_ACTION_PATH=str(self.folder_of_action),
                              PATH=":".join([*reversed(found), self.environment["PATH"]]),
                              **{name: str(path) for name, path in files.items()},
                              **{name: fill(value) for name, value in step.get("env", {}).items()})
        written = dict(line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text(encoding="utf8").splitlines())
        return log, {name: re.sub(r"\$\{\{ steps\.check\.outputs\.([a-z]+) \}\}", lambda found: written[found.group(1)],
                                  it["value"]) for name, it in action["outputs"].items()}

    def test_it_annotates_and_writes_its_reports(self):
        log, outputs = self.run_action(1, files="articles")
        self.assertRegex(log, r"^::warning title=check/repetition,file=articles/a.txt,line=1,[^\n]+\n\Z")
        self.assertEqual(outputs, {"sarif": "rotstift.sarif", "html": "rotstift.html"})
        self.assertEqual(len(json.loads((self.project / "rotstift.sarif").read_text())["runs"][0]["results"]), 1)
        self.assertIn("<!doctype html", (self.project / "rotstift.html").read_text(encoding="utf8").lower())

    def test_it_builds_rotstift_where_none_is_installed(self):
        self.without_rotstift()
        self.check_out_rotstift()
        self.folder_of_action = self.project / "rotstift/.github/actions/check"
        log, _ = self.run_action(1, files="articles")
        self.assertIn("articles/a.txt", log)
        self.assertTrue((self.project / "rotstift/build/rotstift").exists())

    def test_its_inputs_are_heeded(self):
        self.run_action(0, files="articles", fail_on="major")
        self.run_action(0, files="articles/b.txt\n")
        self.run_in("rotstift", "--write-baseline", "known.json", "articles")
        self.run_action(0, files="articles", baseline="known.json")
        self.run_action(0, files="articles", diff="HEAD")
        self.write("articles/c d.txt", FAULTY)
        self.run_action(1, files="articles/b.txt\narticles/c d.txt", diff="HEAD", options="--confidence\n0.9")
        self.run_action(2, files="missing.txt")

    def test_a_workflow_that_uses_it_has_no_fault(self):
        shutil.copytree(self.folder_of_action, self.project / "rotstift/.github/actions/check")
        readme = (ROOT / "README.md").read_text(encoding="utf8")
        workflow = re.search(r"```yaml\n(# \.github/workflows/articles\.yml.*?)```", readme, re.S).group(1)
        path = self.write(".github/workflows/articles.yml", workflow)
        self.run_in(self.work / "actionlint", "-shellcheck=", "-pyflakes=", path)
        path.write_text(workflow.replace("fail-on:", "fial-on:"), encoding="utf8")
        self.assertIn("fial-on", self.run_in(self.work / "actionlint", "-shellcheck=", "-pyflakes=", path, status=1))
        self.run_in(self.work / "actionlint", "-shellcheck=", "-pyflakes=", ROOT / ".github/workflows/ci.yml")


class Template(Project):
    """The job for GitLab CI, run by gitlab-ci-local."""

    def run_job(self, status, **environment):
        template = (ROOT / ".gitlab/rotstift.gitlab-ci.yml").read_text(encoding="utf8")
        # Without its image, the job is run in the shell, and not in a container.
        self.write("rotstift/.gitlab/rotstift.gitlab-ci.yml", re.sub(r"(?m)^  image: .*\n", "", template))
        self.write(".gitlab-ci.yml", "include: { local: rotstift/.gitlab/rotstift.gitlab-ci.yml }\n"
                                     "articles:\n  extends: .rotstift\n  variables: { ROTSTIFT_FILES: articles }\n")
        self.write(".gitignore", ".gitlab-ci-local/\nhome/\n")
        self.run_in("git", "remote", "add", "origin", "https://gitlab.localhost/group/project.git")
        self.commit()
        return self.run_in(self.work / "node_modules/.bin/gitlab-ci-local", "--no-artifacts-to-source",
                           "articles", status=status, **environment)

    def artifacts(self):
        return {path.name: path for path in (self.project / ".gitlab-ci-local/artifacts").rglob("*") if path.is_file()}

    def test_the_job_fails_with_its_reports(self):
        said = self.run_job(1)
        self.assertIn("articles/a.txt:1:33:", said)
        self.assertIn("rotstift.html", self.artifacts())

    def test_the_job_builds_rotstift_where_none_is_installed(self):
        """The build itself is tried with the action: here a make that has nothing to do but to put the program there."""
        self.without_rotstift()
        self.write("rotstift/.ci/setup", (ROOT / ".ci/setup").read_text(encoding="utf8"))
        self.write("rotstift/Makefile", "all:\n\tmkdir -p build\n\tln -sf $(BUILT)/rotstift $(BUILT)/rotstift.lex build\n")
        said = self.run_job(1, BUILT=str(self.rotstift.parent), ROTSTIFT_DATA=str(ROOT / "build/rotstift.lex"))
        self.assertIn("articles/a.txt:1:33:", said)
        self.assertIn("rotstift.html", self.artifacts())

    def test_the_job_passes(self):
        self.write("articles/a.txt", CLEAN)
        self.run_job(0)
        self.assertIn("rotstift.html", self.artifacts())

    def test_its_reports_are_those_that_it_writes(self):
        job = self.read_yaml(ROOT / ".gitlab/rotstift.gitlab-ci.yml")[".rotstift"]
        for report in (job["artifacts"]["reports"]["codequality"], job["artifacts"]["reports"]["junit"]):
            self.assertIn(f"-o {report} ", job["script"][0])


class PreCommit(Project):
    def hook(self, name, status):
        return self.run_in("pre-commit", "try-repo", ROOT, name, "--all-files", status=status,
                           PRE_COMMIT_HOME=str(self.folder / "pre-commit"))

    def test_the_hook_fails_on_issues_and_passes_without(self):
        self.assertIn("articles/a.txt:1:33: minor", self.hook("rotstift", 1))
        self.write("articles/a.txt", CLEAN)
        self.assertIn("Passed", self.hook("rotstift", 0))

    def test_the_other_hook_corrects(self):
        path = self.write("articles/a.txt", "Das Haus ist groß , sagte der Mann.\n")
        self.assertIn("files were modified", self.hook("rotstift-fix", 1))
        self.assertEqual(path.read_text(encoding="utf8"), "Das Haus ist groß, sagte der Mann.\n")


class Package(Project):
    def test_the_package_holds_a_program_that_works_by_itself(self):
        package = next(self.rotstift.parent.glob("rotstift_*.deb"))
        fields = self.run_in("dpkg-deb", "--field", package)
        self.assertRegex(fields, r"(?m)^Depends: .*libhunspell.*libxml2.*hunspell-de-de-frami")
        self.assertRegex(fields, r"(?m)^Version: " + re.escape(self.run_in("rotstift", "--version").split()[1]) + "$")
        self.run_in("dpkg-deb", "--extract", package, self.folder / "root")
        names = {str(path.relative_to(self.folder / "root")) for path in (self.folder / "root").rglob("*")}
        for name in ("usr/share/man/man1/rotstift.1.gz", "usr/share/doc/rotstift/copyright", "usr/include/rotstift.h",
                     "usr/share/bash-completion/completions/rotstift"):
            self.assertIn(name, names)
        self.environment.pop("ROTSTIFT_DATA", None)
        said = self.run_in(self.folder / "root/usr/bin/rotstift", "-f", "gcc", "articles", status=1)
        self.assertIn("check/repetition", said)
        owners = self.run_in("dpkg-deb", "--contents", package)
        self.assertEqual({line.split()[1] for line in owners.splitlines()}, {"root/root"})
