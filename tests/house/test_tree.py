"""What must not stand in any file of the project, and what the set-up scripts promise."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SKIPPED = {".git", ".venv", "__pycache__", "build", "dist", "demo-out"}

# In two parts each, so that this file does not hold what it looks for.
HOSTS = [
    "".join(parts)
    for parts in (
        ("py", "pi.org"),
        ("python", "hosted.org"),
        ("npm", "js.org"),
        ("npm", "js.com"),
        ("deb.", "debian.org"),
        ("security.", "debian.org"),
        ("archive.", "ubuntu.com"),
        ("proxy.", "golang.org"),
    )
]


def files() -> list[Path]:
    """Every file that is or would be committed."""
    if shutil.which("git") and (ROOT / ".git").exists():
        words = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
        done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return [ROOT / name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]
    return [file for file in ROOT.rglob("*") if file.is_file() and not SKIPPED & set(file.relative_to(ROOT).parts)]


def test_no_file_names_a_package_registry():
    found = [
        f"{file.relative_to(ROOT)}: {host}"
        for file in files()
        for host in HOSTS
        if host.encode() in file.read_bytes().lower()
    ]
    assert found == []


def test_there_is_no_lock_file():
    """Versions are bounded in pyproject.toml, with reasons; a lock file would name where packages were fetched."""
    locks = {"poetry.lock", "uv.lock", "pdm.lock", "Pipfile.lock", "package-lock.json", "requirements.txt"}
    assert [file for file in files() if file.name in locks] == []


def test_the_scripts_are_plain_sh():
    for script in sorted((ROOT / "packaging").glob("*.sh")):
        subprocess.run(["sh", "-n", str(script)], check=True)


@pytest.fixture
def bare_system(tmp_path):
    """A search path with a few plain tools, on which a loader knows no library and nobody is root."""
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("sh", "dirname", "cat", "cut", "sha256sum", "grep", "printf", "rm", "apt-get"):
        found = shutil.which(name)
        if found:
            (tools / name).symlink_to(found)
    for name, says in (("id", "echo 1000"), ("ldconfig", "echo '0 libs found in cache'")):
        (tools / name).write_text(f"#!/bin/sh\n{says}\n", encoding="utf-8")
        (tools / name).chmod(0o755)
    apt = tools / "apt-get"
    apt.unlink(missing_ok=True)
    apt.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    apt.chmod(0o755)
    return tools


@pytest.mark.parametrize("script", ["run.sh", "test.sh"])
def test_what_only_an_administrator_can_install_is_said_in_one_command(script, bare_system):
    done = subprocess.run(
        ["sh", str(ROOT / "packaging" / script)],
        env={"PATH": str(bare_system), "HOME": os.environ["HOME"]},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert "apt-get install" in done.stderr
    assert "libxcb-cursor0" in done.stderr
