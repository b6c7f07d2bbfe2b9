"""Draws the picture of the whole site that others show beside a link to it, once a language.

python tools/cover.py   writes catalog/figures/cover.<lang>.png from catalog/site.yml

It is made by a browser (the one of `tools/chromium.py`) and committed: a build copies it. Draw it
anew when the name or the tagline of the site changes.
"""

import os
import struct
import sys
import zlib
from html import escape
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tools.chromium import find  # noqa: E402 - found by the line above

FOLDER = ROOT / "catalog" / "figures"
LOGO = ROOT / "templates" / "theme" / "assets" / "logo.svg"
SIZE = {"width": 1200, "height": 630}
MAX_BYTES = 60_000
SIGNATURE = b"\x89PNG\r\n\x1a\n"

_PAGE = """<!doctype html><html lang="{lang}"><meta charset="utf-8"><style>
* {{ margin: 0; box-sizing: border-box }}
body {{ width: 1200px; height: 630px; padding: 84px 92px; background: #fcfbf8; color: #1f2933;
  font-family: "Noto Sans CJK SC", "Noto Sans", sans-serif; border-bottom: 22px solid #14656b;
  display: flex; flex-direction: column; justify-content: center; gap: 36px;
  -webkit-font-smoothing: none }}
svg {{ width: 108px }}
h1 {{ font-size: {size}px; line-height: 1.15; font-weight: 700; color: #14656b }}
p {{ font-size: 36px; line-height: 1.45; text-wrap: balance }}
</style>{logo}<h1>{name}</h1><p>{tagline}</p></html>"""


def page(site: dict[str, dict[str, str]], lang: str) -> str:
    """The picture as a page of HTML."""
    name = site["name"][lang]
    return _PAGE.format(
        lang=lang,
        size=92 if lang == "zh" else 76,
        logo=LOGO.read_text("utf-8"),
        name=escape(name),
        tagline=escape(site["tagline"][lang]),
    )


def smaller(png: bytes) -> bytes:
    """The same picture, packed as tightly as zlib can, without what no reader needs."""
    kept, data, at = b"", b"", len(SIGNATURE)
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, whole = png[at + 4 : at + 8], png[at : at + 12 + length]
        if kind == b"IDAT":
            data += png[at + 8 : at + 8 + length]
        elif kind == b"IHDR":
            kept += whole
        at += 12 + length
    packed = zlib.compress(zlib.decompress(data), 9)
    return SIGNATURE + kept + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def main() -> int:
    """Draw both."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - heavy

    site = yaml.safe_load((ROOT / "catalog" / "site.yml").read_text("utf-8"))
    with sync_playwright() as playwright:
        path = str(find(os.environ))
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        sheet = browser.new_page(viewport={"width": SIZE["width"], "height": SIZE["height"]})
        for lang in ("zh", "en"):
            sheet.set_content(page(site, lang))
            png = smaller(sheet.screenshot())
            if len(png) > MAX_BYTES:
                print(f"cover.{lang}.png would have {len(png)} bytes; {MAX_BYTES} are allowed")
                return 1
            (FOLDER / f"cover.{lang}.png").write_bytes(png)
            print(f"cover.{lang}.png: {len(png)} bytes")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
