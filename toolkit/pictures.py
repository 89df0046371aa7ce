"""Pictures that staff upload: what is accepted, and what is kept of it.

What is kept is re-encoded at a size for the web, without the camera's EXIF data,
which may tell where a person lives.
"""

import secrets
import warnings
from pathlib import PurePosixPath

from django import forms
from django.core.exceptions import ValidationError
from django.utils.deconstruct import deconstructible
from imagekit.models import ProcessedImageField
from imagekit.models.fields.files import ProcessedImageFieldFile
from imagekit.processors import ResizeToFit, Transpose
from PIL import Image

MAX_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 50_000_000
MOST_STRETCHED = 20  # times as long as wide: a panorama, and still to be made smaller
FORMATS = ("JPEG", "PNG", "WEBP")
KEPT_SIZE = 2400  # pixels on the longer side: two screen widths, enough for print at A5

NOT_A_PICTURE = "这个文件不是能识别的图片，请上传 JPG、PNG 或 WebP 格式的照片。"
TOO_MANY_BYTES = "图片超过 20 MB，请压缩后再上传。"
TOO_MANY_PIXELS = "图片的像素太多（宽×高超过 5000 万），请缩小后再上传。"
TOO_STRETCHED = "图片太窄长（长边超过短边的 20 倍），请裁剪后再上传。"


def check_picture(file):
    """Refuse what is not a JPEG, PNG or WebP picture of a reasonable size.

    Raises ValidationError with a sentence for the person who uploaded it. The
    header is read first, so that a picture of 30,000 × 30,000 pixels is refused
    before it is unpacked.
    """
    if file.size > MAX_BYTES:
        raise ValidationError(TOO_MANY_BYTES, code="too_many_bytes")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            file.seek(0)
            with Image.open(file, formats=FORMATS) as picture:
                width, height = picture.size
                if width * height > MAX_PIXELS:
                    raise ValidationError(TOO_MANY_PIXELS, code="too_many_pixels")
                if max(width, height) > MOST_STRETCHED * min(width, height):
                    raise ValidationError(TOO_STRETCHED, code="too_stretched")
                picture.load()
    except Image.DecompressionBombError:
        raise ValidationError(TOO_MANY_PIXELS, code="too_many_pixels") from None
    except (OSError, SyntaxError, ValueError, EOFError):
        raise ValidationError(NOT_A_PICTURE, code="not_a_picture") from None
    finally:
        if not file.closed:
            file.seek(0)


class EightBits:
    """Brings the sixteen-bit greys of a scanner to the eight that a JPEG can hold."""

    def process(self, picture):
        if not picture.mode.startswith("I"):
            return picture
        return picture.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")


@deconstructible
class UnguessablePath:
    """A folder of its own for each upload, whose name says nothing: photos/3f9c…/photo.jpg."""

    def __init__(self, folder):
        self.folder = folder

    def __call__(self, instance, filename):
        return str(PurePosixPath(self.folder, secrets.token_hex(16), "photo.jpg"))

    def __eq__(self, other):
        return isinstance(other, UnguessablePath) and self.folder == other.folder

    def __hash__(self):
        return hash(self.folder)


class PictureFormField(forms.ImageField):
    """An upload judged by its content, not by its name, each refusal with its own sentence."""

    default_validators = ()

    def to_python(self, data):
        file = forms.FileField.to_python(self, data)
        if file is not None:
            check_picture(file)
        return file


class PictureFile(ProcessedImageFieldFile):
    def _set_instance_attribute(self, name, content):
        # Django would hand on the content, which imagekit leaves without a name, and so lose
        # width and height; with the name they are read from the file just saved.
        setattr(self.instance, self.field.attname, name)


class PictureField(ProcessedImageField):
    """A photo, kept upright as a JPEG of at most KEPT_SIZE pixels on its longer side."""

    attr_class = PictureFile

    def __init__(self, verbose_name=None, *, folder="photos", **kwargs):
        self.folder = folder
        kwargs.setdefault("upload_to", UnguessablePath(folder))
        super().__init__(
            verbose_name=verbose_name,
            processors=[EightBits(), Transpose(), ResizeToFit(KEPT_SIZE, KEPT_SIZE, upscale=False)],
            format="JPEG",
            options={"quality": 85},
            **kwargs,
        )

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": PictureFormField, **kwargs})

    def deconstruct(self):
        # Migrations need only know that a path is stored here.
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.ImageField", args, kwargs
