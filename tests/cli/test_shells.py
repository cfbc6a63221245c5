"""Completion in the shells themselves, and what the program tells of its rules."""
import os
import subprocess

from program import BUILD, ROTSTIFT, Case, rotstift


class Completion(Case):
    def shell(self, *command):
        environment = dict(os.environ, PATH=f"{BUILD}:{os.environ['PATH']}", LC_ALL="C.UTF-8", HOME=str(self.folder))
        run = subprocess.run(command, capture_output=True, text=True, encoding="utf8", env=environment, timeout=60,
                             cwd=self.folder)
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        return run.stdout.split()

    def bash(self, *words):
        quoted = " ".join(f"'{word}'" for word in words)
        return self.shell("bash", "-c", f'eval "$(rotstift completion bash)"; COMP_WORDS=(rotstift {quoted}); '
                                        f'COMP_CWORD={len(words)}; _rotstift; printf "%s\\n" "${{COMPREPLY[@]}}"')

    def fish(self, line):
        said = self.shell("fish", "-c", f"rotstift completion fish | source; complete -C '{line}' | cut -f1")
        return [word.removeprefix("--format=") for word in said]

    def test_bash_completes_options_values_rules_and_commands(self):
        self.assertEqual(self.bash("--form"), ["--format"])
        self.assertEqual(self.bash("--format", "s"), ["sarif"])
        self.assertEqual(self.bash("--format", "=", "s"), ["sarif"])
        self.assertEqual(self.bash("--fail-on", "m"), ["minor", "major"])
        self.assertIn("check/repetition", self.bash("explain", "check/rep"))
        self.assertIn("config", self.bash("con"))
        self.file("artikel.txt")
        self.assertEqual(self.bash("check", "art"), ["artikel.txt"])
        self.assertEqual(self.bash("--output", "art"), ["artikel.txt"])

    def test_fish_completes_options_values_rules_and_commands(self):
        self.assertEqual(self.fish("rotstift --form"), ["--format"])
        self.assertEqual(self.fish("rotstift --format sa"), ["sarif"])
        self.assertIn("check/repetition", self.fish("rotstift explain check/rep"))
        self.assertIn("config", self.fish("rotstift con"))

    def test_zsh_understands_its_script(self):
        (self.folder / "_rotstift").write_text(rotstift("completion", "zsh").stdout, encoding="utf8")
        self.shell("zsh", "-n", "_rotstift")
        self.shell("zsh", "-f", "-c", "autoload -U compinit; compinit -u -d dump; source ./_rotstift; "
                                      "[ $_comps[rotstift] = _rotstift ]")

    def test_every_option_is_completed_in_every_shell(self):
        names = {word.strip(",").removeprefix("--") for word in rotstift("--help").stdout.split("\nFormats")[0].split()
                 if word.startswith("--") and word.strip("-,;:")}
        for shell, mark in (("bash", "--{}"), ("zsh", "--{}"), ("fish", "-l {}")):
            script = rotstift("completion", shell).stdout
            self.assertEqual([name for name in names if mark.format(name.strip(";:")) not in script], [], shell)

    def test_another_shell_is_an_error(self):
        self.assert_trouble(rotstift("completion", "tcsh"), "bash, zsh or fish")
        self.assert_trouble(rotstift("completion"), "bash, zsh or fish")


class Explain(Case):
    def test_rules_are_explained_in_both_languages(self):
        english, german = rotstift("explain", "check/repetition"), rotstift("explain", "repetition", "--language", "de")
        self.assertRegex(english.stdout, r"(?m)^severity +minor$")
        self.assertRegex(german.stdout, r"(?m)^Schwere +minor$")
        self.assertIn("The word stands twice", english.stdout)
        self.assertIn("Das Wort steht zweimal", german.stdout)
        self.assertEqual(rotstift("--explain", "check/repetition").stdout, english.stdout)

    def test_the_locale_decides_the_language(self):
        environment = dict(os.environ, LC_ALL="", LC_MESSAGES="de_AT.UTF-8", LANG="en_US.UTF-8")
        run = subprocess.run([ROTSTIFT, "explain", "repetition"], env=environment, capture_output=True, text=True)
        self.assertIn("Das Wort steht zweimal", run.stdout)

    def test_an_unknown_rule_is_an_error_and_the_others_are_explained(self):
        run = rotstift("explain", "repetitoin", "spelling")
        self.assertEqual(run.returncode, 2)
        self.assertIn("did you mean", run.stderr)
        self.assertIn("check/spelling", run.stdout)
        self.assert_trouble(rotstift("explain"), "--list-rules")
