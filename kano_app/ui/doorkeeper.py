"""One program on one screen: a second start hands its files to the first."""

import json
import os
import zlib
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 2000
"""Milliseconds to wait for the first start to answer."""
_MOST_BYTES = 65536


def door(folder: Path) -> str:
    """Return the name under which starts of one person with one folder of studies find each other."""
    person = os.getuid() if hasattr(os, "getuid") else ""
    return f"kano-app-{zlib.crc32(f'{folder}{person}'.encode('utf-8', 'surrogateescape'))}"


class Doorkeeper(QObject):
    """Listens for later starts of the same person."""

    handed = Signal(list)
    """Paths that a later start was given."""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        """Listen under a name; a socket that a crash has left is taken over."""
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)
            self._server.listen(name)
        self._server.newConnection.connect(self._take)

    def _take(self) -> None:
        """Listen to a later start; it is heard when it speaks, so that it cannot hold the window up."""
        socket = self._server.nextPendingConnection()
        if socket is None:
            return
        socket.disconnected.connect(socket.deleteLater)
        if socket.bytesAvailable():
            self._hear(socket)
        else:
            socket.readyRead.connect(partial(self._hear, socket))

    def _hear(self, socket: QLocalSocket) -> None:
        try:
            paths = json.loads(bytes(socket.read(_MOST_BYTES).data()).decode("utf-8"))
        except ValueError:
            paths = []
        socket.write(b"taken")
        socket.flush()
        socket.disconnectFromServer()
        self.handed.emit([str(path) for path in paths] if isinstance(paths, list) else [])


def handed_over(name: str, paths: Sequence[Path]) -> bool:
    """Give files to a program that runs already; return whether there is one."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_PATIENCE // 4):
        return False
    socket.write(json.dumps([str(path.resolve()) for path in paths]).encode("utf-8"))
    socket.flush()
    return bool(socket.bytesAvailable()) or bool(socket.waitForReadyRead(_PATIENCE)) or bool(socket.bytesAvailable())
