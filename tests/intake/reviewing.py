"""A document at the desk as tests take it in and press its buttons."""

from django.urls import reverse

from intake.models import Document

ADD = reverse("admin:intake_document_add")
SUMMARY = """共青团西湖区委2020年上半年工作总结
一、服务成长成才
1、清理河岸。3月5日，志愿者300余名清理河岸。
2、植树。3月12日，团区委组织植树800棵。
3、联欢。4月8日，xx名青年参加联欢。
"""


def posted(desk, address, **fields):
    return desk.post(address, fields, follow=True)


def reviewed(desk, text=SUMMARY):
    posted(desk, ADD, text=text)
    return Document.objects.get()


def told(page) -> list[str]:
    return [str(message) for message in page.context["messages"]]
