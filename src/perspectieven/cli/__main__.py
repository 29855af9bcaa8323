"""For ``python -m perspectieven.cli``."""

from perspectieven.cli.app import main

main()
