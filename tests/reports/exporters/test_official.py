from reports.document import numbering
from reports.exporters import official


def test_the_margins_leave_the_type_area():
    assert (official.RIGHT_MM, official.BOTTOM_MM) == (26, 35)


def test_twenty_two_lines_fit_the_type_area_and_twenty_three_do_not():
    height_pt = official.AREA_HEIGHT_MM / 25.4 * 72

    assert (
        official.LINES * official.LINE_PITCH_PT <= height_pt < (official.LINES + 1) * official.LINE_PITCH_PT
    )


def test_the_columns_of_the_annex_fill_the_type_area():
    assert sum(official.TABLE_WIDTHS_MM) == official.AREA_WIDTH_MM
    assert len(official.TABLE_WIDTHS_MM) == len(official.TABLE_HEAD)


def test_levels_have_the_faces_that_their_numbers_call_for():
    named = {
        levels: [
            (numbering.label(levels, level, 1), official.FACES[face].name)
            for level, face in enumerate(faces, 1)
        ]
        for levels, faces in official.HEADING_FACES.items()
    }

    assert named == {
        "arabic": [("一、", "黑体"), ("1.", "仿宋_GB2312"), ("（1）", "仿宋_GB2312")],
        "bracketed": [("一、", "黑体"), ("（一）", "楷体_GB2312"), ("1.", "仿宋_GB2312")],
    }


def test_a_red_head_is_as_large_as_the_width_allows():
    sizes = [official.red_head_pt("团" * count) for count in (0, 4, 13, 40)]

    assert sizes == [62, 62, 34, 26]
