"""Runs every measurement and prints one table; each figure is a ratio to something known, taken in the same run."""

import subprocess
import sys
import tempfile

# Each measurement has a process of its own, so that none profits from what another has loaded or freed.
MEASUREMENTS = ("tally", "csv", "shapes", "xlsx", "memory", "resampling", "window", "workshop", "demo", "report")


def main() -> int:
    """Print the table; return 1 if a ratio is above its limit."""
    print(f"{'measurement':<58}{'ratio':>8}{'limit':>8}")
    over = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in MEASUREMENTS:
            command = [sys.executable, "-m", f"bench.{name}", folder]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            for line in done.stdout.splitlines():
                label, ratio, limit = line.split("\t")
                over += float(ratio) > float(limit)
                print(f"{label:<58}{float(ratio):>8.2f}{float(limit):>8.2f}")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
