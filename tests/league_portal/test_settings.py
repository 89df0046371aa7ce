import os
import subprocess
import sys

import pytest
from django.conf import settings

NOWHERE = "postgres://portal@127.0.0.1:9/portal"  # the discard port: nothing answers there


def run(*command, **variables):
    """A process of its own, since settings are read once; on no database unless it is named."""
    variables = {"DJANGO_SETTINGS_MODULE": "league_portal.settings", "DATABASE_URL": NOWHERE, **variables}
    return subprocess.run(
        [sys.executable, *command],
        cwd=settings.BASE_DIR,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        (
            {"SITE_HTTPS": "of"},
            "环境变量 SITE_HTTPS 只能写 on 或 off，现在是“of”。说明见 .env.example。\n",
        ),
        (
            {"DATABASE_URL": "mysql://localhost/portal"},
            "环境变量 DATABASE_URL 要以 postgres:// 开头。说明见 .env.example。\n",
        ),
        (
            {"DATABASE_URL": "portal"},
            "环境变量 DATABASE_URL 要以 postgres:// 开头。说明见 .env.example。\n",
        ),
        (
            {"DATABASE_URL": "postgres://portal:a/b@localhost/portal"},
            "环境变量 DATABASE_URL 写得不对：端口要写数字，密码里的 / 要写成 %2F。说明见 .env.example。\n",
        ),
        *(
            (
                {"CACHE_URL": url},
                "环境变量 CACHE_URL 要写成 redis://主机:端口/编号（加密的写 rediss://），"
                "密码里的 / 和 @ 要写成 %2F 和 %40。说明见 .env.example。\n",
            )
            for url in (
                "localhost:6379",
                "redis//localhost",
                "redis://localhost:port",
                "redis://localhost/main",
            )
        ),
    ],
)
def test_wrong_variable_is_named_in_one_sentence(variables, sentence):
    refused = run("manage.py", "check", **variables)

    assert (refused.returncode, refused.stderr) == (1, sentence)


def test_empty_database_url_means_the_embedded_server():
    told = "from django.conf import settings; print(settings.EMBEDDED_POSTGRES is not None)"

    assert run("-c", told, DATABASE_URL="").stdout == "True\n"


def test_database_server_that_does_not_answer_is_a_sentence():
    refused = run("manage.py", "migrate")

    assert refused.returncode == 1
    assert refused.stderr.startswith("数据库没有应答：请检查它是否在运行、DATABASE_URL 是否写对。")
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize(
    ("https", "hosts", "served"),
    [
        ("on", {}, False),
        ("on", {"ALLOWED_HOSTS": "portal.example"}, True),
        ("off", {}, True),
    ],
)
def test_serving_over_https_needs_the_names_of_the_site(monkeypatch, https, hosts, served):
    monkeypatch.delenv("ALLOWED_HOSTS")

    started = run("-c", "import league_portal.wsgi", SITE_HTTPS=https, **hosts)

    assert (started.returncode == 0) == served
    assert ("缺少环境变量 ALLOWED_HOSTS" in started.stderr) == (not served)


@pytest.mark.django_db
def test_every_answer_carries_the_headers_of_safety(client):
    headers = dict(client.get("/healthz").headers)
    policy = set(headers.pop("Content-Security-Policy").split("; "))

    assert policy == {
        "default-src 'self'",
        "script-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    }
    assert {
        "X-Frame-Options": "DENY",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    }.items() <= headers.items()


@pytest.mark.django_db
def test_visitors_get_no_cookies(client):
    assert not client.get("/healthz").cookies
