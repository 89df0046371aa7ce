"""Whatever is known of records and whatever is missing: the text is whole, and bears each of its figures."""

import re
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

import counting
from activities import placeholders
from activities.models import Activity, Figure, Participant, Partnership
from organizations.models import Organization, Partner
from reports.composing.sections.records import named_figures, own_passage, own_pattern
from reports.document.passages import passage_of

WORDINGS = (
    *(
        "300余名",
        "70余人",
        "342人次",
        "3200名团员青年",
        "约500人",
        "10至20人",
        "近百人",
        "1万个",
        "14支",
        "150元",
        "5万元",
    ),
    *(
        "360小时",
        "62.9%",
        "增长12.5%",
        "提高12.5个百分点",
        "1.5倍",
        "截至5月底，569个",
        "不足100人",
        "6户次",
        "3场",
    ),
)
NAMES = (
    "志愿者",
    "参加人员",
    "困难儿童",
    "发放口罩",
    "口罩",
    "每份",
    "场次",
    "覆盖率",
    "团支部",
    "报名5",
    "人次",
    "其中。",
)
WORDS = (
    "",
    "世界读书日",
    "召开全体会议。",
    "“书香”座谈会",
    "学雷锋，",
    "守护江滩：“青清”服务",
    "（示例）",
    "青年？",
)
SUMMARIES = (
    "",
    "",
    "种下树苗。",
    "{志愿者}种下树苗",
    "甲，乙；\n丙",
    "3月5日，{口罩}到位！",
    "分{场次}进行：",
)
PEOPLE = ([], [Participant(name="王明", is_minor=True), Participant(post="书记", name="李伟", role="spoke")])


@st.composite
def figures(draw):
    wording = draw(st.sampled_from(WORDINGS))
    count = counting.read(wording)
    given = {
        name: getattr(count, name) for name in ("value", "high", "unit", "noun", "as_of", "kind", "precision")
    }
    counts = draw(st.sampled_from(Figure.Counts.values))
    return Figure(name=draw(st.sampled_from(NAMES)), wording=wording, counts=counts, **given)


@st.composite
def activities(draw):
    precision = draw(st.sampled_from(Activity.DatePrecision.values))
    start = date(2020, 1, 1) + timedelta(days=draw(st.integers(0, 400)))
    activity = Activity(
        title=draw(st.sampled_from(WORDS[1:])),
        date_precision=precision,
        starts_on=start,
        ends_on=start + timedelta(days=draw(st.integers(0, 40)) if precision == "range" else 0),
        **{name: draw(st.sampled_from(WORDS)) for name in ("place", "audience", "slogan")},
    )
    parts = draw(st.lists(st.sampled_from(Partnership.Part.values), max_size=4, unique=True))
    activity.pk = draw(st.integers(1, 10**9))
    stated = draw(st.lists(figures(), max_size=5, unique_by=lambda figure: figure.name))
    named = {figure.name for figure in stated}
    activity.summary = draw(
        st.sampled_from([one for one in SUMMARIES if named.issuperset(placeholders.names_in(one))])
    )
    for place, figure in enumerate(stated):
        figure.pk, figure.activity = activity.pk * 10 + place, activity
    activity._prefetched_objects_cache = {
        "participants": draw(st.sampled_from(PEOPLE)),
        "figures": stated,
        "organizers": [Organization(name=f"第{n}团支部") for n in range(draw(st.integers(0, 2)))],
        "partnerships": [Partnership(partner=Partner(name="某基金会"), part=part) for part in parts],
    }
    return activity


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(activities(), min_size=1, max_size=2, unique_by=lambda one: one.pk),
    st.sampled_from((None, 2020)),
)
def test_the_text_of_any_records_is_whole_and_bears_their_figures(records, year):
    passage = own_passage(records, year)

    assert [figure.text for figure in passage.figures if figure.text not in passage.text] == []
    assert re.findall(r"[，、；。：！？][，、；。：]|^[，、；。：]|（）|“”|‘’| ", passage.text) == []
    assert passage_of(own_pattern(records, year), named_figures(records)).text == passage.text
    assert len(records) == 1 or "\n" not in passage.text
    assert (len(records) == 1 and records[0].summary) or passage.text.endswith(("。", "！", "？"))
