"""Drawings for the synthetic stories: those of the sample and three more, each in several lights and cuts."""

from functools import cache
from io import BytesIO

from PIL import Image, ImageOps

from sample import pictures
from sample.canvas import Canvas

# The colour that lies over a drawing and how much of it, whether it is mirrored, and what is cut out.
LIGHTS = (
    (None, 0, False, (0, 0, 1200, 750)),
    ("#ff9d5c", 0.14, True, (60, 0, 1060, 750)),
    ("#4b5fb8", 0.20, False, (0, 50, 1120, 750)),
    ("#8a9aa5", 0.16, True, (40, 20, 1160, 740)),
    ("#ffd27a", 0.12, False, (150, 0, 1050, 750)),
    ("#7bb08a", 0.14, True, (0, 0, 1120, 700)),
)
ALT = pictures.ALT | {
    "planting": "示意图：山坡上新栽的小树，旁边放着铁锹和水桶。",
    "booth": "示意图：搭着红白棚顶的服务台，桌上摆着资料和水杯。",
    "classroom": "示意图：教室里的黑板、讲台和课桌，窗外有树。",
}


@cache
def drawn(scene: str, number: int) -> bytes:
    """One of the LIGHTS of a scene as a JPEG."""
    color, part, is_mirrored, cut = LIGHTS[number % len(LIGHTS)]
    with Image.open(BytesIO(_plain(scene))) as picture:
        seen = picture.crop(cut)
    if is_mirrored:
        seen = ImageOps.mirror(seen)
    if color:
        seen = Image.blend(seen, Image.new("RGB", seen.size, color), part)
    file = BytesIO()
    seen.save(file, "JPEG", quality=85)
    return file.getvalue()


@cache
def _plain(scene):
    if scene not in _SCENES:
        return pictures.drawn(scene)
    canvas = Canvas()
    _SCENES[scene](canvas)
    return canvas.jpeg()


def _planting(canvas):
    canvas.sky("#bfe3f0", "#fdf8ea")
    canvas.disc("#fde6a8", 980, 150, 70)
    canvas.shape("#a7c9a0", "0,440 260,300 520,420 800,280 1200,420 1200,760 0,760")
    canvas.shape("#8ebf6e", "0,520 400,460 800,520 1200,470 1200,760 0,760")
    canvas.shape("#a98662", "0,640 500,600 1200,650 1200,760 0,760")
    for x, ground, height in ((120, 560, 200), (330, 540, 150), (860, 560, 170), (1070, 550, 220)):
        canvas.tree("#4f9261", x, ground, height)
    for x in (420, 560, 700):
        canvas.shape("#6f533c", "-60,0 0,-26 60,0", at=(x, 640))
        canvas.box("#7a5a44", x - 4, 540, 8, 84)
        for left, up in ((-34, -20), (34, -44), (-26, -70)):
            canvas.disc("#6fae6a", x + left // 2, 560 + up, 24)
    canvas.line("#8a5f45", 12, "820,460 870,640")
    canvas.shape("#5b6b7b", "-28,0 30,-14 40,60 6,84", at=(864, 634))
    canvas.shape("#3f7f9f", "0,0 90,0 78,86 12,86", at=(250, 600))
    canvas.line("#44525f", 6, "254,604 295,550 336,604")


def _booth(canvas):
    canvas.sky("#cfe6ee", "#fffaf0")
    for x, height in ((60, 300), (230, 220), (940, 260), (1080, 330)):
        canvas.box("#d7d3c8", x, 560 - height, 130, height)
        for row in range(height // 70):
            for column in (20, 76):
                canvas.box("#aebfca", x + column, 580 - height + row * 66, 34, 38, 4)
    canvas.box("#d8cdb8", 0, 560, 1200, 190)
    for x in (300, 884):
        canvas.box("#8d99a5", x, 300, 16, 360)
    for number in range(8):
        color = "#c8473b" if number % 2 == 0 else "#fbf6ec"
        left = 270 + number * 82
        canvas.shape(color, f"{left},300 {left + 82},300 {left + 70},210 {left + 12},210")
        canvas.disc(color, left + 41, 304, 41)
    canvas.box("#fbf6ec", 330, 500, 540, 40, 6)
    canvas.box("#c8473b", 340, 538, 520, 122)
    canvas.star("#e7b45a", 600, 598, 40)
    for x in (390, 420, 450):
        canvas.box("#ffffff", x, 470 - (x - 390) // 3, 70, 34, 3)
    for x in (640, 690, 740):
        canvas.box("#88b3cc", x, 452, 28, 50, 6)
    canvas.tree("#5f9d62", 180, 690, 210)
    canvas.tree("#5f9d62", 1040, 700, 240)


def _classroom(canvas):
    canvas.sky("#f6ead6", "#fbf4e6")
    canvas.box("#c9a27d", 0, 560, 1200, 190)
    canvas.box("#5f4534", 250, 110, 560, 300, 8)
    canvas.box("#35604f", 266, 126, 528, 268, 4)
    for y, length in ((190, 300), (240, 380), (290, 220)):
        canvas.line("#d8e8dc", 5, f"310,{y} {310 + length},{y}")
    canvas.star("#e7b45a", 720, 330, 30)
    canvas.box("#ffffff", 890, 120, 230, 270, 6)
    canvas.box("#bfe0ea", 904, 134, 202, 242)
    canvas.tree("#6d9f6b", 1005, 376, 190)
    canvas.box("#ffffff", 1000, 134, 10, 242)
    canvas.box("#8a5f45", 470, 430, 170, 130, 6)
    canvas.box("#a97c55", 450, 420, 210, 24, 4)
    for row, (y, size) in enumerate(((560, 120), (640, 150))):
        for x in range(60 - row * 30, 1180, size + 60):
            canvas.box("#d9b384", x, y, size, 22, 4)
            canvas.box("#8d99a5", x + 12, y + 20, 10, 70)
            canvas.box("#8d99a5", x + size - 22, y + 20, 10, 70)
            canvas.box("#c8473b" if x % 2 else "#3f7f9f", x + 22, y - 12, 44, 12, 2)


_SCENES = {"planting": _planting, "booth": _booth, "classroom": _classroom}
