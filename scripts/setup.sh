#!/bin/sh
# Makes .venv and installs the locked packages into it. Usage: scripts/setup.sh
# Needs only Python 3.11 or newer; Debian's python3-venv is installed if it is missing and root may do so.
set -eu
cd "$(dirname "$0")/.."

fail() {
    echo "$1" >&2
    exit 1
}

python=""
for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
    if command -v "$candidate" >/dev/null 2>&1 &&
        "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python="$candidate"
        break
    fi
done
[ -n "$python" ] || fail "Python 3.11 atau lebih baru tidak ditemukan. Pasang lebih dahulu, misalnya: apt-get install python3"

if [ ! -x .venv/bin/python ] || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    rm -rf .venv
    if ! "$python" -m venv .venv >/dev/null 2>&1; then
        rm -rf .venv
        if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
            echo "Memasang python3-venv ..." >&2
            apt-get update -qq && apt-get install -y -qq python3-venv >/dev/null
            "$python" -m venv .venv
        else
            fail "Modul venv tidak ada. Pasang lebih dahulu: sudo apt-get install python3-venv"
        fi
    fi
fi

# The stamp makes a second run instant: it is as old as the lock that was installed.
if [ ! -f .venv/.installed ] || ! cmp -s requirements.lock .venv/.installed; then
    echo "Memasang paket dari requirements.lock ..." >&2
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
    cp requirements.lock .venv/.installed
fi
