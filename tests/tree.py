"""The project without what was made in it."""

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent


def copy(folder: Path) -> Path:
    """Put a copy of what git tracks into a folder, without its history; return it."""
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    for name in filter(None, tracked.split("\0")):
        if (ROOT / name).exists():  # else it is deleted, and not committed yet
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    return folder
