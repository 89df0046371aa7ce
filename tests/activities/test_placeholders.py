from activities.placeholders import fill, names_in, pieces_of

SENTENCE = "组织{志愿者}深入一线，发放{ 口罩 }，再组织{志愿者}。"


def test_names_in_tells_the_names_in_order():
    assert names_in(SENTENCE) == ["志愿者", "口罩", "志愿者"]


def test_names_in_reads_a_name_as_its_figure_keeps_it():
    assert names_in("{ＱＱ群\u200b}里有{⼤ 学生}") == ["QQ群", "大学生"]


def test_pieces_of_cuts_the_sentence_at_its_names():
    assert pieces_of("{志愿者}深入一线，发放{口罩}") == [
        ("志愿者", True),
        ("深入一线，发放", False),
        ("口罩", True),
    ]


def test_fill_puts_each_wording_in_its_place():
    wordings = {"志愿者": "300余名", "口罩": "1万个"}

    assert fill(SENTENCE, wordings) == "组织300余名深入一线，发放1万个，再组织300余名。"


def test_fill_leaves_an_unknown_name_as_it_was_written():
    assert fill("发放{口罩}。", {}) == "发放{口罩}。"


def test_braces_that_hold_no_name_are_plain_text():
    assert pieces_of("a{}b{c\nd}e}") == [("a{}b{c\nd}e}", False)]
