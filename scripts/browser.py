"""Prints the path of a Chromium or Chrome for the tests, installing one if there is none.

In this order: the browser named by CHROMIUM, one that is installed, Debian's package
where root may install it, Playwright's own download. Exits with 1 and says what to do
where none of these is possible.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = ("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",)


def installed() -> str | None:
    """Path of an installed browser."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    found = (shutil.which(name) for name in NAMES)
    return next((path for path in found if path), next((p for p in PLACES if Path(p).exists()), None))


def from_debian() -> str | None:
    """Install Debian's package, where that is possible."""
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    print("Memasang chromium dari paket Debian ...", file=sys.stderr)
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]):
        if subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode:  # noqa: S603 - fixed words
            return None
    return installed()


def from_playwright() -> str | None:
    """Let Playwright download its own browser."""
    print("Mengunduh chromium milik Playwright ...", file=sys.stderr)
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    if subprocess.run(command, stdout=sys.stderr, check=False).returncode:  # noqa: S603 - fixed words
        return None
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


if __name__ == "__main__":
    browser = installed() or from_debian() or from_playwright()
    if browser is None:
        sys.exit(
            "Peramban untuk uji tidak ditemukan dan tidak dapat dipasang.\n"
            "Pasang Chromium atau Chrome (Debian: sudo apt-get install chromium), "
            "atau isi CHROMIUM=/letak/peramban."
        )
    print(browser)
