from pathlib import PurePath

from django import forms

from intake.reading.files import LARGEST

_MEGABYTE = 2**20


class UploadForm(forms.Form):
    """A file, or words pasted: either as bytes, in ``data_read``."""

    file = forms.FileField(
        label="文件",
        required=False,
        help_text=f"Word（.docx）、PDF 或 TXT，不超过 {LARGEST // _MEGABYTE} MB；扫描件里没有文字，不能读。",
        widget=forms.FileInput(attrs={"accept": ".docx,.pdf,.txt"}),
        error_messages={"empty": "文件是空的。", "invalid": "没有收到文件，请再选一次。"},
    )
    text = forms.CharField(
        label="或者粘贴文字",
        required=False,
        help_text="整篇总结、一份表彰决定，或者一篇公众号文章。",
        widget=forms.Textarea(attrs={"rows": 10}),
    )

    def __init__(self, *args):
        super().__init__(*args, label_suffix="")
        self.data_read = b""

    @property
    def chosen(self) -> str:
        """The field that holds the document."""
        return "file" if self.cleaned_data.get("file") else "text"

    @property
    def name(self) -> str:
        """What the file is called; empty for pasted words."""
        file = self.cleaned_data["file"]
        return PurePath(file.name).stem[:120] if file else ""

    def clean(self):
        cleaned = super().clean()
        file, text = cleaned.get("file"), cleaned.get("text", "").strip()
        if self.errors:
            return cleaned
        if bool(file) == bool(text):
            self.add_error(
                "file", "文件和粘贴的文字，选一样就够了。" if file else "请选择文件，或者在下面粘贴文字。"
            )
        elif file and file.size > LARGEST:
            most = LARGEST // _MEGABYTE
            self.add_error("file", f"文件超过 {most} MB，请只留文字，分成几份再试。")
        else:
            self.data_read = file.read() if file else text.encode()
        return cleaned
