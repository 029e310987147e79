"""A real LibreOffice: opens a file and saves it again, as a volunteer does."""

from __future__ import annotations

import subprocess
from pathlib import Path

PROGRAM = "soffice"


def saved_by_office(path: Path, form: str, folder: Path) -> Path:
    """Let LibreOffice open a file and save it in a folder in this form; return what it wrote.

    It has its own profile there, so that it does not wait for another one that runs.
    """
    profile = folder / "profile"
    subprocess.run(
        [
            PROGRAM, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
            "--convert-to", form, "--outdir", str(folder), str(path),
        ],
        capture_output=True, check=True, timeout=300,
    )  # fmt: skip
    made = folder / f"{path.stem}.{form.partition(':')[0]}"
    assert made.is_file(), f"LibreOffice could not open {path.name}"
    return made
