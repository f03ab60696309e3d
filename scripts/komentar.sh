#!/bin/sh
# Installs the comment server into a place of its own and starts it. Usage: scripts/komentar.sh [config]
set -eu
cd "$(dirname "$0")/.."
place=.cache/komentar/venv
if [ ! -f "$place/.installed" ] || ! cmp -s scripts/komentar.lock "$place/.installed"; then
    echo "Memasang server komentar ..." >&2
    rm -rf "$place"
    .venv/bin/python -m venv "$place"
    "$place/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r scripts/komentar.lock
    cp scripts/komentar.lock "$place/.installed"
fi
exec "$place/bin/isso" -c "${1:-scripts/komentar.cfg}" run
