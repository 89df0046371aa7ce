import pytest

pytest_plugins = ["tests.cast", "tests.harness.browser", "tests.harness.database", "tests.harness.site"]


@pytest.fixture(autouse=True)
def media_root(settings, tmp_path):
    """Uploaded files go to a folder of each test's own."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT
