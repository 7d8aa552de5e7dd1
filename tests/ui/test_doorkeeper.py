import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from kano_app.ui.doorkeeper import Doorkeeper, door, handed_over

_SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from kano_app.ui.doorkeeper import door, handed_over
application = QCoreApplication([])
print(handed_over(door(Path(sys.argv[1])), [Path(sys.argv[2])]))
"""


def test_a_second_start_hands_its_files_to_the_first(qtbot: QtBot, tmp_path: Path, root: Path) -> None:
    keeper = Doorkeeper(door(tmp_path))
    study = tmp_path / "客房 & stay.kano"
    second = QProcess()
    second.setWorkingDirectory(str(root))
    with qtbot.waitSignal(keeper.handed, timeout=30_000) as handed:
        second.start(sys.executable, ["-c", _SECOND, str(tmp_path), str(study)])
    qtbot.waitUntil(lambda: second.state() is QProcess.ProcessState.NotRunning, timeout=30_000)
    assert handed.args == [[str(study)]]
    assert bytes(second.readAllStandardOutput().data()).strip() == b"True"


def test_a_start_that_says_nothing_does_not_hold_the_window_up(qtbot: QtBot, tmp_path: Path, root: Path) -> None:
    keeper = Doorkeeper(door(tmp_path))
    silent = (
        "import sys\nfrom pathlib import Path\nfrom PySide6.QtNetwork import QLocalSocket\n"
        "from kano_app.ui.doorkeeper import door\n"
        "socket = QLocalSocket()\nsocket.connectToServer(door(Path(sys.argv[1])))\nsocket.waitForConnected(2000)\n"
    )
    subprocess.run([sys.executable, "-c", silent, str(tmp_path)], check=True, cwd=root)
    with qtbot.assertNotEmitted(keeper.handed, wait=200):
        pass


def test_without_a_first_start_nothing_is_handed_over(tmp_path: Path) -> None:
    assert handed_over(door(tmp_path / "other"), [tmp_path / "a.kano"]) is False


def test_two_folders_of_studies_have_two_doors(tmp_path: Path) -> None:
    assert door(tmp_path / "a") != door(tmp_path / "b")
    assert door(tmp_path / "a") == door(tmp_path / "a")
