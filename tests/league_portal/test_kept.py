from concurrent.futures import ThreadPoolExecutor

from league_portal.kept import made_once


def test_made_once_is_made_by_the_first_and_read_by_all(tmp_path):
    path = tmp_path / "var" / "secret_key"
    numbers = iter(range(20))

    with ThreadPoolExecutor(8) as pool:
        texts = set(pool.map(lambda _: made_once(path, lambda: f"made {next(numbers)}"), range(20)))
    later = made_once(path, lambda: "made again")

    assert texts == {later}
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(path.parent.iterdir()) == [path]
