from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables.DefaultTable import DefaultTable

from reports.exporters import fonts
from reports.exporters.official import FACES, FANGSONG

BARE = fonts.load((), with_system=False)  # a machine without any Chinese font


def test_a_machine_without_chinese_fonts_has_one_family_for_every_typeface():
    found = {face.name: BARE.families_for(face) for face in FACES.values()}

    prescribed = ("方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体")
    assert found == {name: ["Noto Sans CJK SC"] for name in prescribed}


def test_that_family_has_every_character_of_gb2312_and_rare_names():
    level = [bytes((first, second)) for first in range(0xB0, 0xF8) for second in range(0xA1, 0xFF)]
    characters = "".join(cell.decode("gb2312", "ignore") for cell in level)

    assert len(characters) == 6763
    assert BARE.lacking(characters + "㐂𠮷旻珺堃喆昇玥祎璟瑄垚犇𬭎㛃") == set()
    assert BARE.lacking("团🎉") == {"🎉"}


def test_a_folder_that_is_not_there_is_passed_over(tmp_path):
    found = fonts.load((tmp_path / "none",), with_system=False)

    assert found.families == BARE.families


def test_a_broken_font_file_is_passed_over(tmp_path):
    tmp_path.joinpath("broken.ttf").write_bytes(b"\0\1\0\0 not a font")

    found = fonts.load((tmp_path,), with_system=False)

    assert found.families == BARE.families


def test_report_says_what_is_missing_what_serves_instead_and_what_to_do():
    assert fonts.report(BARE) == [
        "方正小标宋简体：缺，用 Noto Sans CJK SC 代替",
        "仿宋_GB2312：缺，用 Noto Sans CJK SC 代替",
        "黑体：缺，用 Noto Sans CJK SC 代替",
        "楷体_GB2312：缺，用 Noto Sans CJK SC 代替",
        "宋体：缺，用 Noto Sans CJK SC 代替",
        "要用规定的字体，请把本单位已获授权的方正小标宋简体、仿宋_GB2312、黑体、楷体_GB2312、宋体字体文件"
        "放进一个文件夹，并在 .env 的 REPORT_FONT_FOLDERS 中写上这个文件夹。",
        "没有授权字体时，可运行 manage.py fetch_fonts 取得免费的仿宋、黑体、楷体和宋体。",
    ]


def test_the_offices_own_font_comes_first(tmp_path):
    make_font(tmp_path / "own.ttf", "FangSong_GB2312")

    found = fonts.load((tmp_path,), with_system=False)

    assert found.families_for(FANGSONG) == ["FangSong_GB2312", "Noto Sans CJK SC"]
    assert fonts.report(found)[1] == "仿宋_GB2312：已有（FangSong_GB2312）"
    assert "仿宋" not in fonts.report(found)[5]


def test_a_font_whose_characters_cannot_be_read_counts_for_none(tmp_path):
    make_font(tmp_path / "odd.ttf", "Odd", broken=True)

    found = fonts.load((tmp_path,), with_system=False)

    assert "Odd" in found.families
    assert found.lacking("团", in_family="Odd") == {"团"}


def test_list_fonts_reads_the_folders_of_the_settings(settings, tmp_path):
    make_font(tmp_path / "own.ttf", "FangSong_GB2312")
    settings.REPORT_FONT_FOLDERS = [tmp_path]

    output = StringIO()
    call_command("list_fonts", stdout=output)

    assert "仿宋_GB2312：已有（FangSong_GB2312）\n" in output.getvalue()


def test_fetch_fonts_keeps_the_fonts_and_their_licence(settings, tmp_path, monkeypatch):
    programs(
        tmp_path,
        monkeypatch,
        apt_get="touch texlive-lang-chinese_1_all.deb",
        dpkg="mkdir -p files/fonts files/doc/fonts/fandol; cd files; touch doc/fonts/fandol/COPYING.gz"
        " fonts/FandolFang-Regular.otf fonts/FandolBraille-Regular.otf",
    )
    settings.REPORT_FONT_FOLDERS = [tmp_path / "office", tmp_path / "fonts"]

    output = StringIO()
    call_command("fetch_fonts", stdout=output)

    assert {path.name for path in (tmp_path / "fonts").iterdir()} == {"FandolFang-Regular.otf", "COPYING.gz"}
    assert output.getvalue().endswith(f"已存入 {tmp_path / 'fonts'}：FandolFang-Regular\n")


def test_fetch_fonts_says_why_nothing_came(settings, tmp_path, monkeypatch):
    programs(tmp_path, monkeypatch, apt_get="echo 'E: Unable to locate package' >&2; exit 100", dpkg="exit 1")
    settings.REPORT_FONT_FOLDERS = [tmp_path / "fonts"]

    with pytest.raises(CommandError) as refusal:
        call_command("fetch_fonts", stdout=StringIO())

    assert str(refusal.value) == (
        "“apt-get download texlive-lang-chinese”没有完成：E: Unable to locate package。"
        "请检查网络，或请管理员先运行 apt-get update，然后再试。"
    )
    assert not (tmp_path / "fonts").exists()


def test_fetch_fonts_refuses_a_machine_without_apt(settings, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(CommandError, match="没有 apt-get、dpkg"):
        call_command("fetch_fonts", stdout=StringIO())


def make_font(path: Path, family: str, *, broken: bool = False) -> None:
    """A font of one character: 团."""
    builder = FontBuilder(1000)
    builder.setupGlyphOrder([".notdef", "one"])
    builder.setupCharacterMap({ord("团"): "one"})
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "one": TTGlyphPen(None).glyph()})
    builder.setupHorizontalMetrics({".notdef": (1000, 0), "one": (1000, 0)})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable(
        {"familyName": family, "styleName": "Regular", "fullName": family, "psName": f"{family}-Regular"}
    )
    builder.setupOS2()
    builder.setupPost()
    if broken:
        builder.font["cmap"] = table = DefaultTable("cmap")
        table.data = b"\0\0\0\x09"  # nine tables announced, none there
    builder.save(path)


def programs(folder: Path, monkeypatch, **scripts: str) -> None:
    """Programs of these names, and of no others of the kind, that do as the scripts say."""
    place = folder / "bin"
    place.mkdir()
    for name, script in scripts.items():
        program = place / name.replace("_", "-")
        program.write_text(f"#!/bin/sh\nset -e\n{script}\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{place}:/usr/bin:/bin")
