"""What every test can use."""

import gc
import os
from pathlib import Path

import pytest

# Windows are tested without a screen, wherever the tests are started from.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# As in the program: the collector, let loose in a job's thread or inside a paint, would delete widgets there.
gc.disable()

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def payments() -> Path:
    """Return the folder of Reppel's real answers, which lies beside the repository where it is at hand."""
    return _shared("data", "payments")


@pytest.fixture(scope="session")
def vectors() -> Path:
    return _shared("vectors")


def _shared(*parts: str) -> Path:
    folder = ROOT.parent.joinpath("shared", *parts)
    if not folder.is_dir():
        pytest.skip("the shared data are not at hand")
    return folder
