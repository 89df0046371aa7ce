"""A document comes in at the desk: a small one at once, a large one while its reader sees how far it is."""

from collections.abc import Iterator

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import StreamingHttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers
from django.utils.html import format_html

from intake.admin.upload_form import UploadForm
from intake.reading import Unreadable
from intake.taking_in import Taken, take_in, taking_in
from toolkit.texts.quoting import quoted

AT_ONCE = 200_000  # bytes that are read before anybody would ask how far it is
_STEPS = "<!-- steps -->"  # where the page is cut in two


class TakingInPages(admin.ModelAdmin):
    def add_view(self, request, form_url="", extra_context=None):
        """A document comes in by a file or by pasted words, and is reviewed at once."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = UploadForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
        if form.is_bound and form.is_valid():
            if len(form.data_read) > AT_ONCE:
                return self._step_by_step(request, form)
            try:
                return self._taken(request, take_in(name=form.name, data=form.data_read, by=request.user))
            except Unreadable as refusal:
                form.add_error(form.chosen, str(refusal))
        return self._page(request, "upload.html", form=form, title="读入文件")

    def _taken(self, request, taken: Taken):
        if taken.is_new:
            self.log_addition(request, taken.document, "读入。")
            messages.success(request, "已读完。下面读出的内容都还没有保存为记录，请逐条看过再采用。")
        else:
            messages.info(
                request, f"这份文件已经读过（{quoted(taken.document)}），打开的是原来的审阅，没有再读一遍。"
            )
        return redirect(taken.document.review_address)

    def _step_by_step(self, request, form: UploadForm) -> StreamingHttpResponse:
        """A page that grows as the work goes on, and leads on to the review by itself at its end."""
        page = self._page(request, "reading.html", title="正在读", size=len(form.data_read) / 2**20)
        response = StreamingHttpResponse(self._growing(request, form, page.content.decode()))
        response["X-Accel-Buffering"] = "no"  # a web server in front would else keep it until it is whole
        add_never_cache_headers(response)
        return response

    def _growing(self, request, form: UploadForm, page: str) -> Iterator[str]:
        before, _, behind = page.partition(_STEPS)
        yield before
        try:
            for told in taking_in(name=form.name, data=form.data_read, by=request.user):
                yield self._end(request, told) if isinstance(told, Taken) else _step(f"{told}……")
        except Unreadable as refusal:
            yield _end("refused", sentence=refusal, address=request.path)
        yield behind

    def _end(self, request, taken: Taken) -> str:
        address = taken.document.review_address
        if not taken.is_new:
            sentence = f"这份文件已经读过（{quoted(taken.document)}），没有再读一遍。"
            return _end("known", sentence=sentence, address=address)
        self.log_addition(request, taken.document, "读入。")
        return _end("read", sentence="已读完，都还没有保存为记录。", address=address)


def _step(words: str) -> str:
    return format_html("<li>{}</li>", words)


def _end(how: str, **context) -> str:
    return render_to_string("admin/intake/_read.html", {"how": how, **context})
