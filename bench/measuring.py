"""Time and memory of one command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path


def measure(command: list[str], cwd: Path) -> tuple[float, float]:
    """Seconds and peak MB of one command, in a process of its own that measures it."""
    code = (
        "import json,resource,subprocess,sys,time;t=time.perf_counter();"
        "r=subprocess.run(sys.argv[1:],capture_output=True,text=True);"
        "s=time.perf_counter()-t;sys.stderr.write(r.stdout+r.stderr if r.returncode else '');"
        "print(json.dumps([r.returncode,s,resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss/1024]))"
    )
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    result = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", code, *command], cwd=cwd, env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    exit_code, seconds, megabytes = json.loads(result.stdout)
    if exit_code:
        sys.exit(f"{' '.join(command)} gagal di {cwd}")
    return seconds, megabytes
