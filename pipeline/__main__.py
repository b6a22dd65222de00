"""`python -m pipeline` is `kikimimi`."""

from pipeline.cli import main

main()
