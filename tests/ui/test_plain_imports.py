import builtins
import subprocess
import sys

from kano_app.ui.plain_imports import import_plainly


def test_importing_plainly_twice_is_importing_plainly() -> None:
    import_plainly()
    before = builtins.__import__
    assert before is not builtins.__feature_import__  # type: ignore[attr-defined] # PySide6's own
    import_plainly()
    assert builtins.__import__ is before


def test_no_module_s_source_is_read_as_the_window_is_loaded() -> None:
    script = (
        "import linecache, kano_app.ui.application; print([name for name in linecache.cache if 'kano_app' in name])"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
