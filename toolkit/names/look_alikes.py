"""Characters that look like others, or like nothing: what PDF files, chats and old programs hand over.

``LOOK_ALIKES`` makes each of them the one character that it looks like, for ``str.translate``.
"""

import re
import unicodedata

MIDDLE_DOT = "·"  # U+00B7, as GB/T 15834 prints it between the parts of a name
DOTS = "•‧∙⋅・･᛫⸱⸳ꞏ⦁●・"

# The Kangxi radicals and the compatibility ideographs have a normal form of their own.
_WITH_A_NORMAL_FORM = (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFB07), *range(0x2F800, 0x2FA1E))
# Radicals of the supplement: Unicode's EquivalentUnifiedIdeograph.txt.
_RADICALS = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕𫜹⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民"
    "⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹"
    "⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞"
    "⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
# Characters of GB 18030 that had no place in Unicode at first; a name may hold one (䶮).
_GB_PRIVATE = range(0xE815, 0xE865)
_GB_BYTES = [bytes((0xFE, low)) for low in (*range(0x50, 0x7F), *range(0x80, 0xA1))]
_GB_LATER = (
    "\ue81e龴\ue826龵\ue82b龶\ue82c龷\ue832龸\ue843龹\ue854龺\ue864龻"
    "\ue816𠂇\ue817𠂉\ue818𠃌\ue831𡗗\ue83b𢦏\ue855𤇾"
)


def _pairs(text):
    return dict(zip(map(ord, text[::2]), text[1::2], strict=True))


def _known_to_gb():
    read = {code: given.decode("gb18030") for code, given in zip(_GB_PRIVATE, _GB_BYTES, strict=True)}
    return {code: letter for code, letter in read.items() if ord(letter) != code} | _pairs(_GB_LATER)


def _look_alikes():
    normal = {code: unicodedata.normalize("NFKC", chr(code)) for code in _WITH_A_NORMAL_FORM}
    alike = {code: letter for code, letter in normal.items() if letter != chr(code)}
    radicals = _pairs(_RADICALS)
    return alike | radicals | {code: radicals.get(ord(it), it) for code, it in _known_to_gb().items()}


LOOK_ALIKES: dict[int, str] = _look_alikes()

# Control characters (PostgreSQL refuses U+0000, and so do forms, in a sentence), soft hyphen, zero width,
# directions, fillers that print nothing, variants of a glyph, private use, halves of a character.
INVISIBLE = re.compile(
    "[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufdd0-\ufdef\ufffe\uffff"
    "\U000e0000-\U000e0fff\ue000-\uf8ff\U000f0000-\U0010ffff\ud800-\udfff]"
)
# Within an emoji a joiner or a variant is no stray: 👨‍👩‍👧, ❤️, 1️⃣.
STRAY = re.compile(
    r"(?![\u200d](?<=[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff].))"
    r"(?![\ufe0e\ufe0f](?<=[#*0-9\xa9\xae\u203c-\u3299\U0001f000-\U0001faff].))" + INVISIBLE.pattern
)
