import shutil
import subprocess
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

PACKAGE = "texlive-lang-chinese"


class Command(BaseCommand):
    help = (
        "在 Debian 或 Ubuntu 上取得免费的 Fandol 仿宋、黑体、楷体和宋体（下载约 47 MB），"
        "供 PDF 使用；不需要管理员权限。"
    )

    def handle(self, **options):
        missing = [program for program in ("apt-get", "dpkg") if not shutil.which(program)]
        if missing:
            raise CommandError(
                f"这台机器没有 {'、'.join(missing)}，不能用这个命令取得字体。"
                "请把字体文件放进 REPORT_FONT_FOLDERS 中的文件夹。"
            )
        folder = settings.REPORT_FONT_FOLDERS[-1]
        with tempfile.TemporaryDirectory() as place:
            self.stdout.write(f"正在下载 {PACKAGE}……")
            _run("apt-get", "download", PACKAGE, at=place)
            [archive] = Path(place).glob("*.deb")
            _run("dpkg", "-x", archive.name, "files", at=place)
            kept = _keep(Path(place, "files"), folder)
        self.stdout.write(f"已存入 {folder}：{'、'.join(kept)}")


def _run(*command, at):
    try:
        subprocess.run(command, cwd=at, check=True, capture_output=True, text=True)
    except subprocess.CalledProcessError as error:
        reason = (error.stderr.strip().splitlines() or ["原因不明"])[-1]
        raise CommandError(
            f"“{' '.join(command)}”没有完成：{reason}。"
            "请检查网络，或请管理员先运行 apt-get update，然后再试。"
        ) from None


def _keep(unpacked, folder):
    """Copy the fonts with their licence; the names of the fonts."""
    fonts = sorted(path for path in unpacked.rglob("Fandol*.otf") if "Braille" not in path.name)
    folder.mkdir(parents=True, exist_ok=True)
    for path in [*fonts, *unpacked.rglob("doc/**/fandol/COPYING*"), *unpacked.rglob("doc/**/fandol/README*")]:
        shutil.copyfile(path, folder / path.name)
    return [path.stem for path in fonts]
