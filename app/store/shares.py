"""Whether a file lies on a network share, where SQLite's log cannot be shared between computers and marks get lost."""

from __future__ import annotations

import re
import sys
from pathlib import Path

_ESCAPED = re.compile(r"\\([0-7]{3})")
_MOUNTS = Path("/proc/self/mountinfo")
# https://www.sqlite.org/wal.html: "WAL does not work over a network filesystem"
_SHARED = {
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "glusterfs", "davfs",
    "fuse.sshfs", "fuse.rclone", "fuse.glusterfs", "fuse.davfs", "fuse.gvfsd-fuse", "fuse.s3fs",
}  # fmt: skip


def share_of(path: Path, mounts: str | None = None) -> str | None:
    """The kind of network share that the file lies on, such as ``nfs4``; None on a disk, or where it cannot be told.

    ``mounts`` is what the system says of its file systems, in the form of ``/proc/self/mountinfo``.
    """
    real = path.resolve()
    if sys.platform == "win32":
        return "SMB" if real.drive.startswith("\\\\") else None
    if mounts is None:
        try:
            mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
        except OSError:
            return None
    best, kind = -1, None
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not after:
            continue
        place = Path(_ESCAPED.sub(lambda found: chr(int(found[1], 8)), fields[4]))
        if real.is_relative_to(place) and len(place.parts) >= best:  # of two on one place the later one is seen
            best, kind = len(place.parts), after.split(" ")[0]
    return kind if kind in _SHARED else None
