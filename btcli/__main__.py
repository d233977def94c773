"""The entry point of `python -m btcli`."""

from __future__ import annotations

import sys

from btcli.main import main

if __name__ == "__main__":
    sys.exit(main())
