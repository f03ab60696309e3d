#!/bin/sh
# Installs a built site on a web server, all at once, and goes back with one command.
#
# Pemakaian:
#   scripts/pasang.sh SITUS TUJUAN      memasang folder SITUS, misalnya site
#   scripts/pasang.sh --kembali TUJUAN  kembali ke situs sebelumnya; sekali lagi berarti maju lagi
#
# TUJUAN: sebuah folder (/var/www/portal), atau folder di server lain (pengguna@server:/var/www/portal).
# Server web menayangkan TUJUAN/sekarang. SSH="ssh -i kunci" mengganti perintah ssh.
#
# The site is copied beside the one that is served, its checksums are compared, and only then a link is switched: a copy
# that breaks off, a full disk or a damaged file leaves the served site as it is. The one before stays.
set -eu

fail() {
    echo "$1" >&2
    exit 1
}

usage="Pemakaian: scripts/pasang.sh SITUS TUJUAN, atau scripts/pasang.sh --kembali TUJUAN"
[ $# -eq 2 ] || fail "$usage"
case "$1" in
    --kembali) site="" ;;
    -*) fail "$usage" ;;
    *) site="$1" ;;
esac

target="$2"
remote=""
case "$target" in
    *:*)
        remote="${target%%:*}"
        target="${target#*:}"
        ;;
esac
case "$target" in
    /*) ;;
    *) fail "TUJUAN harus folder lengkap yang diawali garis miring, misalnya /var/www/portal." ;;
esac
case "$target" in
    *[!A-Za-z0-9/._-]* | */../* | */..) fail "TUJUAN hanya memuat huruf, angka, titik, garis dan garis miring." ;;
esac

at_target() {
    if [ -n "$remote" ]; then
        # shellcheck disable=SC2086
        ${SSH:-ssh} "$remote" "$1"
    else
        sh -c "$1"
    fi
}

# Makes the link $1 lead to $2 in one step: whoever asks meanwhile gets the old or the new one, never neither.
switch='set -eu; alih() { ln -s "$2" "$1.baru"; mv -T "$1.baru" "$1"; }'

if [ -z "$site" ]; then
    at_target "$switch; cd '$target' 2>/dev/null && [ -L sekarang ] && [ -L sebelum ] ||
        { echo 'Tidak ada situs sebelumnya di $target.' >&2; exit 1; }
        kini=\$(readlink sekarang); lama=\$(readlink sebelum)
        rm -f sekarang.baru sebelum.baru; alih sekarang \"\$lama\"; alih sebelum \"\$kini\"
        echo \"Tayang: \$lama (sebelumnya \$kini)\""
    exit
fi

[ -f "$site/index.html" ] || fail "Folder $site bukan situs yang sudah dibangun. Jalankan: make build"
[ -f "$site/manifest.sha256" ] || fail "Folder $site tanpa manifest.sha256. Bangun ulang: make build"
release="rilis/$(date -u +%Y%m%d-%H%M%S)-$$"

at_target "set -eu; mkdir -p '$target/$release'" || fail "Folder $target tidak dapat ditulis; situs yang tayang tidak berubah."
if ! tar -C "$site" -cf - . | at_target "tar -C '$target/$release' -xf - && cd '$target/$release' && sha256sum --quiet --strict -c manifest.sha256 >&2"; then
    at_target "rm -rf '$target/$release'" || true
    fail "Situs tidak tersalin dengan utuh; situs yang tayang tidak berubah."
fi

# Only two releases stay: the one that is served and the one before.
at_target "$switch; cd '$target'; rm -f sekarang.baru sebelum.baru
    if [ -L sekarang ]; then alih sebelum \"\$(readlink sekarang)\"; fi
    alih sekarang '$release'
    for lama in rilis/*; do
        [ \"\$lama\" = \"\$(readlink sekarang)\" ] || [ \"\$lama\" = \"\$(readlink sebelum || true)\" ] || rm -rf \"\$lama\"
    done
    echo \"Tayang: $release\""
