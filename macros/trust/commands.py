"""The command line: `python -m macros tajuk`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, _SubParsersAction

from macros.trust.servers import NGINX, nginx_maps


def add_commands(commands: _SubParsersAction[ArgumentParser]) -> None:
    """Add this part's commands; each sets `jalankan`, which takes the options and gives the exit code."""
    headers = commands.add_parser(
        "tajuk",
        help="menulis tajuk keamanan untuk nginx",
        description=f"Menulis {NGINX} dari macros/trust/policy.py. Jalankan setelah kebijakannya berubah.",
    )
    headers.set_defaults(jalankan=write_headers)


def write_headers(options: Namespace) -> int:
    """Write the maps for nginx."""
    file = options.akar / NGINX
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(nginx_maps(), encoding="utf-8")
    print(f"ditulis: {NGINX}")
    return 0
