"""Looks through what is about to be committed with Git: secrets, and numbers that hold a date of birth.

Only added lines count. Secrets are recognised by detect-secrets (https://github.com/Yelp/detect-secrets), without a
network: what looks like a key is not tried out.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.problems import Problem
from macros.rules import check_private_numbers

PLUGINS = (
    *("ArtifactoryDetector", "AWSKeyDetector", "AzureStorageKeyDetector", "BasicAuthDetector", "CloudantDetector"),
    *("DiscordBotTokenDetector", "GitHubTokenDetector", "GitLabTokenDetector", "IbmCloudIamDetector"),
    *("JwtTokenDetector", "KeywordDetector", "MailchimpDetector", "NpmDetector", "OpenAIDetector"),
    *("PrivateKeyDetector", "PypiTokenDetector", "SendGridDetector", "SlackDetector", "SquareOAuthDetector"),
    *("StripeDetector", "TelegramBotTokenDetector", "TwilioKeyDetector"),
)
"""Those that know a secret by its form or by what stands before it; the portal's checksums look as random as one."""

PROMISING = re.compile(
    r"BEGIN|://[^\s/]*:[^\s/]*@|[\w+/=.-]*\d[\w+/=.-]{15,}|[\w+/=.-]{15,}\d|"
    r"api.?key|auth|aws|credential|contrase|database|db|passw|pwd|passphrase|private|pass|secret|service|token|sandi|key",
    re.IGNORECASE,
)
"""What any of the plug-ins needs in a line: a first look, because theirs takes half a millisecond a line."""

OWN_WORD = re.compile(r"\bkata[ _-]?sandi\s*[:=]\s*[\"']?(?=\S*\d)[^\s\"'$<{]{6,}", re.IGNORECASE)
"""A password as an Indonesian writes it down, which no plug-in knows."""

ALLOWED = "pragma: allowlist secret"
"""In a line that is no secret, this keeps it from being told."""

MADE_UP = "tests/"
"""Where numbers stand that nobody has, to see that they are refused."""

Lines = Mapping[int, str]
"""Number of a line -> its text."""


class GitError(Exception):
    """Git does not answer; carries what it says."""


def staged(root: Path) -> Iterator[tuple[str, Lines]]:
    """Every file with added lines in Git's index, and these lines. Raises GitError outside of a repository."""
    _git(root, "rev-parse", "--git-dir")  # elsewhere Git would compare two files, and answer with its whole manual
    names = _git(root, "diff", "--cached", "--name-only", "-z", "--diff-filter=ACMR").split("\0")[:-1]
    patches = re.split(r"^diff --git .*\n", _diff(root), flags=re.MULTILINE)[1:]
    for name, patch in zip(names, patches, strict=True):  # both in the index's order
        lines = dict(_added(patch))
        if lines:
            yield name, lines


def _diff(root: Path) -> str:
    plain = ("--unified=0", "--no-color", "--no-ext-diff", "--no-textconv")
    return _git(root, "diff", "--cached", *plain, "--diff-filter=ACMR")


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), *arguments]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - the portal's own arguments
    if done.returncode:
        raise GitError(done.stderr.decode(errors="replace").strip())
    return done.stdout.decode(errors="replace")


def _added(patch: str) -> Iterator[tuple[int, str]]:
    number = 0
    for line in patch.split("\n"):
        begins = re.match(r"@@ -\S+ \+(\d+)", line)
        if begins:
            number = int(begins[1])
        elif number and line.startswith("+"):
            yield number, line[1:]
            number += 1


def problems(root: Path) -> Iterator[Problem]:
    """Everything in the index of a repository that must not be committed."""
    files = dict(staged(root))
    for name, lines in files.items():
        for number, text in lines.items():
            if not name.startswith(MADE_UP):
                for problem in check_private_numbers(text, name):
                    yield Problem(name, number, "", problem.pesan)
            if OWN_WORD.search(text) and ALLOWED not in text:
                yield _secret(name, number, "kata sandi")
    yield from secrets(files)


def secrets(files: Mapping[str, Lines]) -> Iterator[Problem]:
    """What looks like a secret in these lines, by file."""
    from detect_secrets.core.scan import scan_file  # a quarter of a second that only this command pays
    from detect_secrets.settings import transient_settings

    with (
        tempfile.TemporaryDirectory() as folder,
        transient_settings({"plugins_used": [{"name": name} for name in PLUGINS]}),
    ):
        for index, (name, lines) in enumerate(files.items()):
            promising = {number: text for number, text in lines.items() if PROMISING.search(text)}
            if promising:
                # it reads files, and knows by their endings how values are written in them
                file = Path(folder, f"{index}{Path(name).suffix}")
                file.write_text("\n".join(promising.values()), encoding="utf-8")
                numbers = list(promising)
                for found in sorted(scan_file(str(file)), key=lambda one: one.line_number):
                    yield _secret(name, numbers[found.line_number - 1], found.type)


def _secret(name: str, number: int, kind: str) -> Problem:
    message = (
        f"tampak seperti rahasia ({kind}). Hapus dari berkas, dan ganti rahasianya bila pernah dibagikan. "
        f'Bila bukan rahasia, tambahkan "{ALLOWED}" di baris itu sebagai komentar.'
    )
    return Problem(name, number, "", message)
