"""Rates beside the counts that they are made of, as far as the precision of each lets one say."""

import pytest

from counting import is_as_stated, made_in_words, made_of, read


@pytest.mark.parametrize(
    ("stated", "numerator", "denominator", "made", "is_right"),
    [
        ("60%", "1200人", "2000人", "60%", True),
        ("62.9%", "1258人", "2000人", "62.9%", True),
        ("62.9%", "1259人", "2000人", "62.95%", True),  # between two that it may be rounded to
        ("62.9%", "1260人", "2000人", "63%", False),
        ("63%", "1250人", "2000人", "62.5%", True),
        ("60%", "1250人", "2000人", "62.5%", False),
        ("三成", "325人", "1000人", "32.5%", True),
        ("三成五", "325人", "1000人", "32.5%", False),
        ("三成", "36人", "100人", "36%", False),
        ("5‰", "1人", "200人", "0.5%", True),
        ("66.67%", "2人", "3人", "66.67%", True),
        ("60%以上", "1190人", "2000人", "59.5%", False),
        ("不足60%", "1190人", "2000人", "59.5%", True),
        ("约60%", "1150人", "2000人", "57.5%", True),
        ("约62%", "1150人", "2000人", "57.5%", False),
        ("近六成", "1000人", "2000人", "50%", False),
        ("60%至70%", "1300人", "2000人", "65%", True),
        ("60%至70%", "1500人", "2000人", "75%", False),
        ("60%", "1200余人", "2000人", "60%以上", True),
        ("50%", "1200余人", "2000人", "60%以上", False),
        ("60%", "约1200人", "2000人", "55%至65%", True),
        ("80%", "约1200人", "2000人", "55%至65%", False),
        ("60%", "1000至1400人", "2000人", "50%至70%", True),
        ("增长20%", "1200人", "1000人", "增长20%", True),
        ("同比增长12.5%", "1200人", "1000人", "增长20%", False),
        ("下降3.2%", "968人", "1000人", "下降3.2%", True),
        ("下降3.2%", "1032人", "1000人", "增长3.2%", False),
        ("下降3%以上", "968人", "1000人", "下降3.2%", True),
        ("下降5%以上", "968人", "1000人", "下降3.2%", False),
        ("提高12.5个百分点", "62.5%", "50%", "增长12.5个百分点", True),
        ("提高10个百分点", "62.5%", "50%", "增长12.5个百分点", False),
        ("1.5倍", "1500人", "1000人", "1.5倍", True),
        ("增长1.5倍", "2500人", "1000人", "增长1.5倍", True),
        ("翻一番", "2000人", "1000人", "2倍", True),
        ("60%", "截至5月底，团员1200名", "截至5月底，青年2000名", "60%", True),
    ],
)
def test_a_stated_rate_is_held_against_what_its_counts_make(stated, numerator, denominator, made, is_right):
    rate = read(stated)

    found = made_of(rate, read(numerator), read(denominator))

    assert (made_in_words(rate, found), is_as_stated(rate, stated, found)) == (made, is_right)
