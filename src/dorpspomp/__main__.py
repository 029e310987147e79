"""Run the command line with `python -m dorpspomp`."""

import sys

from dorpspomp.cli import main

sys.exit(main())
