"""Flat illustrations that stand where photographs of the activities would be.

Drawn, never photographed, and the alternative texts say so. The same bytes each time.
"""

from functools import cache

from sample.canvas import Canvas

INK = "#3b4a5a"
SLATE, DARK_SLATE = "#5b6b7b", "#44525f"
PAPER = "#fbf6ec"
STONE, SHADE = "#f1e6d2", "#d9c7a8"
WOOD = "#8a5f45"
RED, DEEP_RED = "#c8473b", "#a3362f"
GOLD = "#e7b45a"
LEAF = "#4f9261"

ALT = {
    "station": "示意图：清晨的火车站台，列车停靠在雨棚下，台上放着旅行箱。",
    "river": "示意图：远山、江水、帆船，岸边有树和步道。",
    "parcel": "示意图：桌上放着系红丝带的礼包，旁边是口罩、图画和彩笔。",
    "book": "示意图：夜空下翻开的书，书后升起圆月，四周有星星。",
    "hall": "示意图：朝阳下有立柱和台阶的纪念馆，两侧红旗飘扬。",
    "meeting": "示意图：会议室里的长桌、座椅和红色幕布。",
}


@cache
def drawn(scene: str) -> bytes:
    """The illustration as a JPEG of 1200 × 750 pixels."""
    canvas = Canvas()
    _SCENES[scene](canvas)
    return canvas.jpeg()


def _station(canvas):
    canvas.sky("#f3b98c", "#fdf6e8")
    canvas.disc("#fbdca6", 1010, 255, 80)
    canvas.shape("#d9a79a", "0,470 220,330 430,440 640,310 880,430 1200,340 1200,560 0,560")
    _train(canvas)
    canvas.box("#cfd4da", 0, 600, 1200, 150)
    canvas.box("#e9ecef", 0, 600, 1200, 14)
    canvas.box(GOLD, 0, 634, 1200, 12)
    canvas.shape(SLATE, "0,120 1200,60 1200,110 0,170")
    canvas.shape(DARK_SLATE, "0,170 1200,110 1200,122 0,182")
    for x in (150, 520, 890):
        canvas.box(SLATE, x, 165 - x // 20, 22, 435 + x // 20)
        canvas.box(DARK_SLATE, x - 14, 588, 50, 16)
    for x in (304, 414):
        canvas.box("#6c4833", x, 520, 10, 92)
    for y in (520, 560):
        canvas.box(WOOD, 290, y, 150, 13, 4)
    _suitcase(canvas, 1040, 560)


def _train(canvas):
    canvas.box("#7d8791", 0, 556, 1200, 50)
    canvas.shape("#f7f5f0", "-40,330 880,330 1010,380 1090,480 1100,560 -40,560")
    canvas.shape(RED, "-40,500 1094,500 1098,532 -40,532")
    canvas.shape("#33475c", "900,366 990,396 1040,450 900,450")
    for x in range(30, 860, 120):
        canvas.box("#88b3cc", x, 380, 84, 70, 10)
        canvas.shape("#a9cbdd", "14,450 50,381 70,381 34,450", at=(x, 0))


def _suitcase(canvas, x, y):
    canvas.line(DARK_SLATE, 6, "26,0 26,-34 64,-34 64,0", at=(x, y))
    canvas.box(DEEP_RED, x, y, 90, 96, 10)
    for offset in (24, 58):
        canvas.box(RED, x + offset, y, 8, 96)
    for offset in (18, 72):
        canvas.disc(INK, x + offset, y + 100, 7)


def _river(canvas):
    canvas.sky("#bfe0ea", "#ffffff")
    canvas.disc("#fde6a8", 250, 170, 62)
    for x, y, size in ((760, 120, 34), (800, 108, 44), (846, 122, 32)):
        canvas.disc("#ffffff", x, y, size)
        canvas.disc("#ffffff", x - 300, y + 74, size - 12)
    canvas.shape("#a9c9c4", "0,430 160,270 330,390 520,220 760,400 980,250 1200,380 1200,440 0,440")
    canvas.shape("#7fae9f", "0,440 120,360 330,430 560,330 800,430 1010,350 1200,420 1200,450 0,450")
    canvas.box("#7dbfd0", 0, 440, 1200, 310)
    for x, y, length in ((90, 480, 150), (420, 500, 220), (960, 520, 180), (160, 545, 130), (560, 560, 110)):
        canvas.box("#a9d8e2", x, y, length, 6, 3)
    canvas.shape(PAPER, "0,-14 0,-110 66,-14", at=(700, 500))
    canvas.shape("#efe3c6", "-8,-14 -8,-86 -52,-14", at=(700, 500))
    canvas.shape(WOOD, "-70,-6 86,-6 60,22 -46,22", at=(700, 500))
    _riverside(canvas)


def _riverside(canvas):
    canvas.shape("#8ebf6e", "0,600 340,570 760,610 1200,560 1200,750 0,750")
    canvas.shape("#efe3c6", "0,690 400,650 800,690 1200,640 1200,700 800,745 400,708 0,748")
    for x, y in ((20, 640), (240, 617), (460, 613), (680, 630), (900, 627), (1120, 602)):
        canvas.box("#f7f5f0", x, y - 30, 8, 46)
    canvas.line("#f7f5f0", 7, "0,620 240,593 460,589 680,606 900,603 1200,572")
    for x, ground, height in ((110, 640, 210), (330, 616, 150), (1010, 628, 230), (850, 640, 140)):
        canvas.tree(LEAF, x, ground, height)


def _parcel(canvas):
    canvas.sky("#f9e3d3", "#fdf3e7")
    canvas.disc("#fbd9c3", 600, 350, 290)
    canvas.box("#e2b489", 0, 560, 1200, 190)
    canvas.box("#efc79f", 0, 560, 1200, 12)
    canvas.box("#e7a977", 420, 320, 360, 302, 8)
    canvas.box("#f0bd90", 400, 276, 400, 66, 8)
    canvas.box(RED, 574, 276, 52, 346)
    canvas.box(DEEP_RED, 400, 300, 400, 18)
    for side in (-1, 1):
        canvas.shape(RED, f"0,0 {side * 94},-70 {side * 122},-8", at=(600, 270))
        canvas.shape(DEEP_RED, f"0,0 {side * 72},-44 {side * 86},-14", at=(600, 270))
    canvas.disc(DEEP_RED, 600, 268, 22)
    _mask(canvas, 170, 560)
    _drawing(canvas, 860, 500)
    for x, y, size in ((330, 180, 20), (880, 190, 26), (980, 320, 14), (240, 330, 14)):
        canvas.star(GOLD, x, y, size)


def _mask(canvas, x, y):
    for side in (x + 8, x + 192):
        canvas.disc("#ffffff", side, y + 40, 42)
        canvas.disc("#e2b489", side, y + 40, 34)
    canvas.box("#9fd0dc", x, y - 10, 200, 104, 26)
    for line in (18, 42, 66):
        canvas.box("#7cb8c7", x + 16, y - 6 + line, 168, 5, 2)


def _drawing(canvas, x, y):
    canvas.shape("#ffffff", "0,20 200,0 216,120 16,142", at=(x, y))
    canvas.shape("#bfe0ea", "22,34 184,18 195,104 34,122", at=(x, y))
    canvas.shape("#8ebf6e", "30,92 90,52 193,92 195,104 34,122", at=(x, y))
    canvas.disc(GOLD, x + 158, y + 46, 15)
    for offset, color in ((0, RED), (24, LEAF), (48, "#3f7f9f")):
        canvas.line(color, 10, "60,182 150,164", at=(x + offset, y))


def _book(canvas):
    canvas.sky("#27476b", "#7fb0c4")
    canvas.disc("#3f6a8c", 600, 300, 190)
    canvas.disc("#f6d58b", 600, 300, 130)
    canvas.disc("#fbe6b4", 600, 300, 104)
    for x, y, size in ((180, 150, 22), (320, 280, 14), (420, 110, 16), (790, 120, 20), (960, 200, 26)):
        canvas.star("#fdf3d0", x, y, size)
    canvas.box("#1f3a58", 0, 630, 1200, 120)
    canvas.shape(DEEP_RED, "190,640 190,420 600,470 1010,420 1010,640 600,680")
    for lift, color in ((0, "#e6d9bd"), (-12, STONE), (-24, PAPER)):
        canvas.shape(color, "220,610 220,396 420,384 600,448 600,656 420,600", at=(0, lift))
        canvas.shape(color, "980,610 980,396 780,384 600,448 600,656 780,600", at=(0, lift))
    canvas.line("#d8c8a4", 4, "600,424 600,632")
    for y in range(412, 560, 38):
        canvas.line("#cdbf9f", 6, "260,2 410,-8 550,42", at=(0, y))
        canvas.line("#cdbf9f", 6, "940,2 790,-8 650,42", at=(0, y))
    canvas.shape(RED, "870,364 910,366 910,470 890,450 870,468")


def _hall(canvas):
    canvas.sky("#f7c68b", "#fff3dc")
    canvas.disc("#fbdda2", 600, 250, 170)
    canvas.disc("#fde9bf", 600, 250, 120)
    canvas.box("#cfd9b0", 0, 612, 1200, 138)
    for x, height in ((60, 170), (170, 220), (1030, 220), (1140, 170)):
        canvas.tree("#6d9f6b", x, 630, height)
    canvas.box(STONE, 250, 300, 700, 320)
    canvas.shape(SHADE, "210,300 990,300 940,240 260,240")
    canvas.box("#e7d8bd", 330, 190, 540, 52)
    canvas.box(SHADE, 300, 176, 600, 18)
    canvas.star(RED, 600, 271, 22)
    for x in range(285, 915, 117):
        canvas.box(PAPER, x, 322, 45, 298)
        canvas.box("#e3d5ba", x + 33, 322, 12, 298)
        canvas.box(SHADE, x - 9, 310, 63, 16)
    for x in (349, 466, 700, 817):
        canvas.box("#b9a582", x, 390, 34, 150, 16)
    canvas.box(WOOD, 576, 400, 48, 220)
    for step in range(5):
        color = "#e3d9c5" if step % 2 else "#efe7d8"
        canvas.box(color, 230 - step * 34, 616 + step * 22, 740 + step * 68, 24)
    canvas.box("#cfc2a6", 0, 724, 1200, 26)
    for x in (60, 1010):
        _flag(canvas, x, 330)


def _flag(canvas, x, y):
    canvas.box("#8d99a5", x, y - 24, 8, 418, 4)
    canvas.shape(RED, "8,-10 60,-22 118,-4 118,66 60,48 8,60", at=(x, y))
    canvas.shape(DEEP_RED, "60,-22 118,-4 118,66 60,48", at=(x, y))


def _meeting(canvas):
    canvas.box("#c9a27d", 0, 470, 1200, 280)
    for x in range(0, 1200, 60):
        canvas.box(DEEP_RED, x, 0, 30, 470)
        canvas.box(RED, x + 30, 0, 30, 470)
    canvas.box("#8a2c27", 0, 0, 1200, 44)
    canvas.box(GOLD, 0, 36, 1200, 10)
    canvas.box("#a97c55", 0, 466, 1200, 54)
    for x in range(232, 920, 160):
        canvas.box("#5b3f30", x, 330, 96, 150, 18)
        canvas.box("#76543f", x + 12, 344, 72, 110, 14)
        canvas.box("#ffffff", x + 35, 398, 26, 34, 6)
        canvas.box(PAPER, x + 6, 420, 84, 12)
    canvas.box("#e9d2ad", 180, 430, 840, 34, 6)
    canvas.box("#b98a5c", 200, 464, 800, 120)
    canvas.box("#9c7048", 200, 464, 800, 10)
    for left, y, back, seat in ((17, 620, SLATE, "#6d7d8c"), (-58, 690, DARK_SLATE, "#556472")):
        for x in range(left, 1200, 150):
            canvas.box(back, x, y, 116, 140, 22)
            canvas.box(seat, x + 14, y + 14, 88, 110, 16)


_SCENES = {
    "station": _station,
    "river": _river,
    "parcel": _parcel,
    "book": _book,
    "hall": _hall,
    "meeting": _meeting,
}
