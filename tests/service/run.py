#!/usr/bin/env python3
"""The services in the hands of their clients: test_*.py.

usage: run.py ROTSTIFT
"""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import closing


def main():
    suite = unittest.defaultTestLoader.discover(pathlib.Path(__file__).parent)
    return closing.run(suite)


if __name__ == "__main__":
    sys.exit(main())
