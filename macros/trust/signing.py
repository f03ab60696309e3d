"""Signatures of the manifest, made and checked by OpenSSH (`ssh-keygen -Y`): a key that people have already."""

from __future__ import annotations

import subprocess
from pathlib import Path

NAMESPACE = "portal-manifest"
"""What a signature is for: one that the key made for something else, such as a commit, does not pass here."""


class SigningError(Exception):
    """No signature, or a wrong one; carries a sentence for its reader."""


def sign(file: Path, key: Path) -> Path:
    """Write the signature of a file beside it; `key` is a private key, or a public one whose other half the agent has.

    Raises SigningError with what ssh-keygen says.
    """
    signature = file.with_name(f"{file.name}.sig")
    signature.unlink(missing_ok=True)  # else ssh-keygen asks
    _run("sign", "-f", str(key), "-n", NAMESPACE, str(file), wait=True)
    return signature


def signer(content: bytes, signature: Path, allowed: Path) -> str:
    """Who signed a content, as the file `allowed` (`man ssh-keygen`, ALLOWED SIGNERS) names them.

    Raises SigningError where it was nobody named there, or the content was changed since.
    """
    for file, what in ((allowed, "penanda"), (signature, "tanda tangan")):
        if not file.is_file():
            raise SigningError(f"berkas {what} {file} tidak ada.")
    names = _run("find-principals", "-s", str(signature), "-f", str(allowed)).splitlines()
    if not names:
        raise SigningError(f"penandanya tidak ada di {allowed}.")
    name = names[0].strip()
    _run("verify", "-f", str(allowed), "-I", name, "-n", NAMESPACE, "-s", str(signature), content=content)
    return name


def _run(action: str, *arguments: str, content: bytes = b"", wait: bool = False) -> str:
    """What ssh-keygen answers; with `wait` it may ask for the passphrase of the key."""
    command = ["ssh-keygen", "-Y", action, *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - the portal's own arguments, no shell
            command, input=None if wait else content, capture_output=True, check=False
        )
    except FileNotFoundError:
        raise SigningError("ssh-keygen tidak ada. Pasang OpenSSH 8.2 atau yang lebih baru.") from None
    if done.returncode:
        told = done.stderr.decode(errors="replace").strip() or done.stdout.decode(errors="replace").strip()
        raise SigningError(f"ssh-keygen: {' '.join(told.split())}")
    return done.stdout.decode(errors="replace")
