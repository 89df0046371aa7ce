"""A drawing surface for flat illustrations, in plain coordinates of 1200 × 750."""

from io import BytesIO

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1200, 750
FINE = 2  # drawn at twice the size and reduced, so that slanted edges are smooth


class Canvas:
    """Every shape takes its colour first. Points are written as in SVG: "0,470 220,330"."""

    def __init__(self):
        self.image = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE))
        self.pen = ImageDraw.Draw(self.image)

    def jpeg(self) -> bytes:
        file = BytesIO()
        small = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        small.save(file, "JPEG", quality=88)
        return file.getvalue()

    def sky(self, top, bottom):
        """A blend from one colour at the upper edge to another at the lower."""
        size = self.image.size
        blend = Image.linear_gradient("L").resize(size)
        self.image.paste(Image.composite(Image.new("RGB", size, bottom), Image.new("RGB", size, top), blend))

    def box(self, color, x, y, width, height, radius=0):
        corners = [value * FINE for value in (x, y, x + width, y + height)]
        self.pen.rounded_rectangle(corners, radius * FINE, fill=color)

    def disc(self, color, x, y, radius):
        corners = [value * FINE for value in (x - radius, y - radius, x + radius, y + radius)]
        self.pen.ellipse(corners, fill=color)

    def shape(self, color, points, at=(0, 0)):
        self.pen.polygon(_scaled(points, at), fill=color)

    def line(self, color, width, points, at=(0, 0)):
        self.pen.line(_scaled(points, at), fill=color, width=width * FINE, joint="curve")

    def star(self, color, x, y, size):
        """A star of four points."""
        tips = "0,-50 14,-14 50,0 14,14 0,50 -14,14 -50,0 -14,-14"
        points = [
            (x * FINE + across * size / 50, y * FINE + down * size / 50) for across, down in _scaled(tips)
        ]
        self.pen.polygon(points, fill=color)

    def tree(self, color, x, ground, height):
        self.box("#7a5a44", x - 5, ground - height * 0.45, 10, height * 0.45)
        self.disc(color, x, ground - height * 0.65, height * 0.3)
        self.disc(color, x - height * 0.17, ground - height * 0.5, height * 0.2)
        self.disc(color, x + height * 0.17, ground - height * 0.5, height * 0.2)


def _scaled(points, at=(0, 0)):
    pairs = (pair.split(",") for pair in points.split())
    return [((int(x) + at[0]) * FINE, (int(y) + at[1]) * FINE) for x, y in pairs]
