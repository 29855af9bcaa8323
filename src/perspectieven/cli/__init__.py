"""The command line: every step of a study, with its exit code.

A command imports what it needs when it runs, so that help and mistakes answer at once.
"""

from perspectieven.cli.app import app, main

__all__ = ["app", "main"]
