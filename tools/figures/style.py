"""The palette and the stylesheet that every figure carries."""

from dataclasses import dataclass, fields

FONTS = '"Noto Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif'


@dataclass(frozen=True)
class Palette:
    """The colours of one scheme. A pair is (fill, stroke)."""

    card: tuple[str, str]
    data: tuple[str, str]
    learned: tuple[str, str]
    step: tuple[str, str]
    output: tuple[str, str]
    ink: str
    soft: str
    line: str
    frame: str
    film: str
    pale: str
    cool: str
    warm: str
    third: str

    def rules(self) -> str:
        """The rules that colour a figure."""
        pairs = {"card": "c", "data": "d", "learned": "e", "step": "p", "output": "o"}
        solid = {"film": "fb", "pale": "fn", "cool": "ft", "warm": "fw", "third": "fi"}
        rules = [
            f".{css}{{fill:{getattr(self, name)[0]};stroke:{getattr(self, name)[1]}}}"
            for name, css in pairs.items()
        ]
        rules += [f".{css}{{fill:{getattr(self, name)}}}" for name, css in solid.items()]
        rules += [f".l{{fill:{self.ink}}}", f".m,.s,.h{{fill:{self.soft}}}"]
        rules += [f".a{{stroke:{self.line}}}", f".h{{fill:{self.line}}}"]
        rules += [f".g{{stroke:{self.frame}}}", f".k{{stroke:{self.line}}}"]
        rules += [f".kw{{stroke:{self.warm}}}", f".kh{{stroke:{self.pale}}}"]
        return "".join(rules)

    def text_pairs(self) -> list[tuple[str, str]]:
        """Every (text colour, ground) that occurs."""
        grounds = [
            value[0]
            for value in (getattr(self, f.name) for f in fields(self))
            if isinstance(value, tuple)
        ]
        return [(text, ground) for text in (self.ink, self.soft) for ground in grounds]


LIGHT = Palette(
    card=("#fcfbf8", "#e2ded5"),
    data=("#eff0ee", "#98a3aa"),
    learned=("#dff0ee", "#1f7f7c"),
    step=("#ffffff", "#7b8794"),
    output=("#fdeedd", "#c8691c"),
    ink="#1f2933",
    soft="#4a5864",
    line="#52606d",
    frame="#a3b1b8",
    film="#3a4750",
    pale="#f7f7f4",
    cool="#2a938f",
    warm="#df7f2e",
    third="#b9c3c9",
)
DARK = Palette(
    card=("#171d22", "#303a41"),
    data=("#252d33", "#6f7d86"),
    learned=("#123637", "#4bb0aa"),
    step=("#1b2227", "#8793a0"),
    output=("#3d2915", "#e0954f"),
    ink="#e8edf0",
    soft="#b4bfc7",
    line="#9aa7b1",
    frame="#56646d",
    film="#0c1013",
    pale="#39444c",
    cool="#43aaa4",
    warm="#e8964b",
    third="#5f6d76",
)
SHAPES = (
    f"text{{font-family:{FONTS}}}"
    ".l{font-size:18px;font-weight:600}.m{font-size:16px}.s{font-size:15px}"
    ".t{text-anchor:middle}"
    ".c,.d,.e,.p,.o{stroke-width:1.5}.p{stroke-dasharray:5 3}"
    ".a,.g,.k,.kw,.kh{fill:none;stroke-width:1.5;stroke-linejoin:round}"
    ".a,.g,.k{stroke-linecap:round}.kw{stroke-width:2.2}"
    ".b{stroke-dasharray:2 5}.g{stroke-dasharray:1 5}"
    ".kh{stroke-width:3.5;stroke-dasharray:5 6}"
)


def stylesheet() -> str:
    """The rules for both colour schemes."""
    return f"{SHAPES}{LIGHT.rules()}@media (prefers-color-scheme:dark){{{DARK.rules()}}}"
