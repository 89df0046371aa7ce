from pathlib import PurePath

from django import forms
from django.core.exceptions import ValidationError

from notices.models import Attachment


class AttachmentForm(forms.ModelForm):
    """An attachment without a title bears the name that its file was chosen by."""

    class Meta:
        model = Attachment
        fields = ("title", "file", "position")
        widgets = {"file": forms.FileInput(attrs={"accept": ".pdf,.docx,.xlsx"})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["title"].required = False

    def clean_file(self):
        file, title = self.cleaned_data["file"], self.fields["title"]
        if not self.cleaned_data.get("title"):
            stem = title.to_python(PurePath(file.name).stem)[: title.max_length]
            if not stem:
                self.add_error("title", ValidationError(title.error_messages["required"], code="required"))
            self.cleaned_data["title"] = stem
        return file
