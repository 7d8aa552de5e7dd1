import re
import subprocess
import sys
from pathlib import Path

import pytest

_HEAVY = ("PySide6", "pandas", "matplotlib", "reportlab", "python_calamine", "scipy")


@pytest.mark.parametrize("program", ["import kano_app.pipeline", "import sys; sys.argv = ['kano-app', '--help']"])
def test_neither_the_pipeline_nor_help_loads_qt_or_the_heavy_libraries(program: str) -> None:
    start = (
        "\nfrom kano_app.cli.main import main\ntry:\n    main()\nexcept SystemExit:\n    pass"
        if "argv" in program
        else ""
    )
    check = f"\nimport sys\nprint([name for name in {_HEAVY!r} if name in sys.modules], file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", program + start + check], check=True, capture_output=True, text=True)
    assert done.stderr.strip() == "[]"


def test_the_top_level_holds_what_was_agreed_and_nothing_else(root: Path) -> None:
    listed = subprocess.run(["git", "ls-files"], check=True, capture_output=True, text=True, cwd=root)  # noqa: S607
    top = {line.split("/")[0] for line in listed.stdout.splitlines()}
    assert top == {
        "kano_app", "resources", "sample_surveys", "tests", "pyproject.toml", "build_installer.spec",
        "README.md", "Makefile", "LICENSE", "CHANGELOG.md", "docs", ".ci", ".gitignore",
        "requirements.txt", "requirements-build.txt", "requirements-dev.txt",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-build.txt", "requirements-dev.txt"])
def test_pins_are_plain_names_and_versions(root: Path, name: str) -> None:
    lines = (root / name).read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert pins
    for line in pins:
        assert re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+( ; sys_platform == '\w+')?", line), line


def test_everything_the_program_asks_for_is_pinned(root: Path) -> None:
    import tomllib  # noqa: PLC0415 - one use

    with (root / "pyproject.toml").open("rb") as file:
        wanted = tomllib.load(file)["project"]["dependencies"]
    pinned = {line.split("==")[0].lower() for line in (root / "requirements.txt").read_text("utf-8").splitlines()}
    assert {re.split(r"[<>=]", name)[0].lower().replace("-", "_") for name in wanted} <= {
        name.replace("-", "_") for name in pinned
    }


def test_every_shipped_font_has_its_licence_beside_it(root: Path) -> None:
    fonts = list((root / "resources" / "fonts").rglob("*.ttf"))
    assert fonts
    for font in fonts:
        assert "SIL Open Font License" in (font.parent / "OFL.txt").read_text(encoding="utf-8")


def test_every_option_of_the_command_line_is_documented(root: Path) -> None:
    from kano_app.cli.main import commands  # noqa: PLC0415 - one use

    documents = (root / "docs" / "guide.md").read_text("utf-8") + (root / "README.md").read_text("utf-8")
    options = {
        option
        for command in commands.commands.values()
        for parameter in command.params
        for option in parameter.opts
        if option.startswith("--")
    }
    assert {option for option in options if option not in documents} == set()
