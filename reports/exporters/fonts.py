"""Where the PDF's fonts come from, which of the prescribed ones are missing, and what to do about it.

None is in the repository. The order: the office's own folders, given by the
caller; the system's; the pip package, which is always there.
"""

import importlib.util
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from unicodedata import category

import typst
from fontTools.ttLib import TTFont

from reports.exporters.official import FACES, LAST_RESORT, Face

PACKAGE = "manimgx_fonts_cjk"


@dataclass(frozen=True)
class FontSet:
    """The fonts found on this machine."""

    fonts: typst.Fonts

    @cached_property
    def families(self) -> frozenset[str]:
        return frozenset(self.fonts.families())

    def families_for(self, face: Face) -> list[str]:
        """The families found for a typeface, best first; the last has every common character."""
        wanted = dict.fromkeys((*face.own, *face.stand_ins, LAST_RESORT))
        return [family for family in wanted if family in self.families]

    def lacking(self, text: str, *, in_family: str = "") -> set[str]:
        """The characters of a text that no font found here can show, or that this family cannot."""
        lacking = {ord(char) for char in text if not char.isspace()}
        for path, (index, family) in self._files.items():
            if lacking and in_family in ("", family):
                lacking -= _coverage(path, index)
        return {chr(code) for code in lacking}

    @cached_property
    def _files(self) -> dict[str, tuple[int, str]]:
        """Every font file, those first that have most of the characters, with one of its faces.

        The faces of a collection differ in the shapes of characters, not in which they have.
        """
        named = [name for face in FACES.values() for name in self.families_for(face)]
        found = sorted(
            (font for font in self.fonts.fonts() if font.path),
            key=lambda font: named.index(font.family) if font.family in named else len(named),
        )
        files: dict[str, tuple[int, str]] = {}
        for font in found:
            files.setdefault(font.path, (font.index, font.family))
        return files


@cache
def load(folders: tuple[Path, ...], *, with_system: bool = True) -> FontSet:
    """The fonts of these folders, the system and the package; a folder that is not there is passed over."""
    existing = [folder for folder in (*folders, *_package_folder()) if folder.is_dir()]
    return FontSet(
        typst.Fonts(
            include_system_fonts=with_system,
            include_embedded_fonts=False,
            font_paths=[str(folder) for folder in existing],
        )
    )


def report(found: FontSet) -> list[str]:
    """One line a typeface: what the PDF uses for it; then what to do, if one is missing."""
    used = {face: next(iter(found.families_for(face)), "无") for face in FACES.values()}
    missing = [face.name for face in used if used[face] not in face.own]
    lines = [
        f"{face.name}：缺，用 {family} 代替" if face.name in missing else f"{face.name}：已有（{family}）"
        for face, family in used.items()
    ]
    if missing:
        lines.append(
            f"要用规定的字体，请把本单位已获授权的{'、'.join(missing)}字体文件放进一个文件夹，"
            "并在 .env 的 REPORT_FONT_FOLDERS 中写上这个文件夹。"
        )
    if missing and not any(family.startswith("Fandol") for family in found.families):
        lines.append("没有授权字体时，可运行 manage.py fetch_fonts 取得免费的仿宋、黑体、楷体和宋体。")
    return lines


def _package_folder() -> list[Path]:
    found = importlib.util.find_spec(PACKAGE)
    return [Path(place) for place in found.submodule_search_locations or ()] if found else []


@cache
def _coverage(path: str, index: int) -> frozenset[int]:
    """The code points that a font file has; none if it cannot be read.

    Those for private use are left out: each font shows something else for them.
    """
    try:
        with TTFont(path, fontNumber=index, lazy=True) as font:
            return frozenset(code for code in font.getBestCmap() or () if category(chr(code)) != "Co")
    except Exception:  # a broken font among the system's is none of our business
        return frozenset()
