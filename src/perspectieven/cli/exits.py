"""The exit codes that we give ourselves; 2, wrong usage, is of the library that reads the command line."""

NEEDS_WORK, BUG = 1, 70
