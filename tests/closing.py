"""How the suites of unittest end: with the line that tests/run.sh counts by."""
import unittest


def run(suite):
    """Runs the tests and returns the exit status."""
    result = unittest.TextTestRunner(verbosity=1).run(suite)
    failed = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - failed - len(result.skipped)} passed, {failed} failed")
    return 0 if failed == 0 else 1
