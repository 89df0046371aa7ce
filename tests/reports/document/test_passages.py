from reports.document.passages import passage_of
from tests.reports.documents import MASKS, VOLUNTEERS


def test_passage_puts_named_figures_in_their_places():
    passage = passage_of("组织{志愿者}深入一线，捐赠{口罩}。", [MASKS, VOLUNTEERS])

    assert passage.text == "组织300余名深入一线，捐赠1万个。"
    assert passage.figures == (VOLUNTEERS, MASKS)


def test_passage_leaves_an_unknown_name_as_it_was_written():
    assert passage_of("组织{青年}上阵。", [VOLUNTEERS]).text == "组织{青年}上阵。"


def test_passage_may_name_a_figure_twice():
    assert passage_of("{志愿者}，还是{志愿者}。", [VOLUNTEERS]).text == "300余名，还是300余名。"
