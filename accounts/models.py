"""What the office asks of whoever signs in, the passwords there were, and where somebody is signed in."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import Q
from django.utils import timezone

from toolkit.publishing import Stamped

SHORTEST_IDLE, LONGEST_IDLE, USUAL_IDLE = 5, 720, 60  # minutes


class Terms(Stamped):
    """What the office asks of whoever signs in: one row, edited in the admin."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    idle_minutes = models.PositiveSmallIntegerField(
        "无操作多久后退出",
        default=USUAL_IDLE,
        help_text="分钟。没有保存的内容留在浏览器里，重新登录后可以接着写。",
    )
    password_days = models.PositiveSmallIntegerField(
        "密码多久要换", null=True, blank=True, help_text="天。留空表示不要求定期更换。"
    )
    second_step_roles = models.ManyToManyField(
        Group,
        verbose_name="必须两步验证的角色",
        blank=True,
        related_name="+",
        help_text="这些角色的人登录时还要填手机上的验证码；没有设置过的，下次登录时先设置。",
    )

    class Meta:
        verbose_name = "登录与密码规定"
        verbose_name_plural = "登录与密码规定"
        constraints = (
            models.CheckConstraint(
                condition=Q(id=1),
                name="accounts_terms_are_one",
                violation_error_message="登录与密码规定只有一份，请修改已有的一条。",
            ),
            models.CheckConstraint(
                condition=Q(idle_minutes__range=(SHORTEST_IDLE, LONGEST_IDLE)),
                name="accounts_terms_idle_is_sensible",
                violation_error_code="idle_minutes",
                violation_error_message=f"请填写{SHORTEST_IDLE}到{LONGEST_IDLE}分钟。",
            ),
            models.CheckConstraint(
                condition=Q(password_days__isnull=True) | Q(password_days__range=(1, 3650)),
                name="accounts_terms_password_days_are_sensible",
                violation_error_code="password_days",
                violation_error_message="请填写1到3650天，或者留空。",
            ),
        )

    def __str__(self):
        return "登录与密码规定"

    @classmethod
    def current(cls) -> "Terms":
        """Those of the office, or the usual ones where the row is gone."""
        return cls.objects.first() or cls()

    @property
    def idle(self) -> timedelta:
        return timedelta(minutes=self.idle_minutes)


class KeptPassword(models.Model):
    """A password that an account has or had, as Django keeps it: nobody can read it back."""

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="账号", on_delete=models.CASCADE, related_name="kept_passwords"
    )
    encoded = models.CharField("密码摘要", max_length=128, editable=False)
    set_at = models.DateTimeField("设置时间", default=timezone.now, editable=False)
    is_to_change = models.BooleanField("下次登录要改", default=False, editable=False)

    class Meta:
        verbose_name = "用过的密码"
        verbose_name_plural = "用过的密码"
        default_permissions = ()
        ordering = ("-pk",)

    def __str__(self):
        return f"{self.account}"


class Session(AbstractBaseSession):
    """A browser in which somebody is signed in, or a visitor's."""

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="账号",
        null=True,
        editable=False,
        on_delete=models.CASCADE,
        related_name="+",
    )
    started_at = models.DateTimeField("登录时间", default=timezone.now, editable=False)
    seen_at = models.DateTimeField("最近操作", default=timezone.now, editable=False)
    address = models.CharField("网络地址", max_length=45, blank=True, editable=False)
    browser = models.CharField("浏览器", max_length=200, blank=True, editable=False)

    class Meta(AbstractBaseSession.Meta):
        verbose_name = "登录"
        verbose_name_plural = "登录"
        default_permissions = ()

    @classmethod
    def get_session_store_class(cls):
        from accounts.sessions import SessionStore

        return SessionStore
