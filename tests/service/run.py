#!/usr/bin/env python3
"""The services in the hands of their clients: test_*.py.

usage: run.py ROTSTIFT
"""
import pathlib
import sys
import unittest


def main():
    suite = unittest.defaultTestLoader.discover(pathlib.Path(__file__).parent)
    result = unittest.TextTestRunner(verbosity=1).run(suite)
    failed = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - failed - len(result.skipped)} passed, {failed} failed")
    return 0 if failed == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
