"""The lock file says exactly what is fetched; of musl a moved suite is taken only within its release."""

from __future__ import annotations

import tarfile
import zipfile
from pathlib import Path

import pytest

from musl_compat.devtools.lab import debian, fetch, lock, npm, wheels
from musl_compat.devtools.lab.debian import Available
from musl_compat.errors import InputError

OLD, NEW = "1" * 64, "2" * 64
ENTRY = lock.Entry("deb", "curl", "7.88.1-10", "bookworm/amd64", OLD, ("ci", "full"))


def test_committed_lock_file_is_complete_and_in_order() -> None:
    entries = lock.load()
    assert all(entry.sha256 != "-" for entry in entries)
    assert lock.dump(entries) == lock.LOCK_FILE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("deb\tcurl\t1\tbookworm/amd64\t" + OLD, "want kind"),
        ("rpm\tcurl\t1\tf42/x86_64\t" + OLD + "\tci", "want kind"),
        ("deb\tcurl\t-\tbookworm/amd64\t" + OLD + "\tci", "both"),
        ("deb\tcurl\t1\tbookworm/amd64\tabc\tci", "both"),
        ("\n".join(["deb\tcurl\t1\tbookworm/amd64\t" + OLD + "\tci"] * 2), "twice"),
    ],
)
def test_wrong_line_is_named(line: str, why: str) -> None:
    with pytest.raises(InputError, match=rf"lab\.lock:\d.*{why}"):
        lock.parse(line, "lab.lock")


def test_unknown_set_is_an_error() -> None:
    with pytest.raises(InputError, match="cii"):
        lock.wanted([ENTRY], ["cii"])


@pytest.mark.parametrize(
    ("version", "upstream"),
    [("1.2.5-3.1~deb13u1", "1.2.5"), ("1:9.2p1-2", "9.2p1"), ("20230101", "20230101"), ("2:1-a-3", "1-a")],
)
def test_upstream_version_leaves_out_epoch_and_revision(version: str, upstream: str) -> None:
    assert lock.upstream_of(version) == upstream


def test_locked_package_is_taken_without_a_word() -> None:
    said: list[str] = []
    now = Available("curl", "7.88.1-10", OLD, 1)
    assert fetch.choose(ENTRY, {"curl": now}, said.append) == now
    assert said == []


def test_new_packaging_of_the_same_upstream_version_is_taken_and_said() -> None:
    said: list[str] = []
    now = Available("curl", "7.88.1-10+deb12u12", NEW, 1)
    assert fetch.choose(ENTRY, {"curl": now}, said.append) == now
    assert said == ["moved: curl 7.88.1-10 -> 7.88.1-10+deb12u12 in bookworm/amd64"]


def test_a_newer_release_of_an_object_will_do_but_not_of_musl() -> None:
    said: list[str] = []
    newer = Available("curl", "8.0-1", NEW, 1)
    assert fetch.choose(ENTRY, {"curl": newer}, said.append) == newer
    assert said == ["moved: curl 7.88.1-10 -> 8.0-1 in bookworm/amd64"]
    musl = ENTRY._replace(name="musl", version="1.2.3-1")
    with pytest.raises(InputError, match="another upstream version"):
        fetch.choose(musl, {"musl": Available("musl", "1.2.4-1", NEW, 1)}, said.append)


@pytest.mark.parametrize(
    ("index", "why"),
    [
        ({"curl": Available("curl", "7.88.1-10", NEW, 1)}, "sha256"),
        ({}, "no package of this name"),
    ],
)
def test_anything_else_is_refused(index: dict[str, Available], why: str) -> None:
    with pytest.raises(InputError, match=why):
        fetch.choose(ENTRY, index, lambda _: None)


def test_wheel_member_that_leaves_its_folder_is_refused(tmp_path: Path) -> None:
    wheel = tmp_path / "bad-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("../outside.so", b"")
    with pytest.raises(InputError, match="outside"):
        wheels.unpack(wheel, tmp_path / "out")
    assert not (tmp_path / "outside.so").exists()


def test_platform_tags_hold_the_legacy_names_and_nothing_newer() -> None:
    tags = wheels.platform_tags("manylinux_2_17_x86_64")
    assert tags[0] == "manylinux_2_17_x86_64"
    assert "manylinux2014_x86_64" in tags
    assert "manylinux_2_28_x86_64" not in tags


def test_musllinux_tag_stands_for_itself() -> None:
    assert wheels.platform_tags("musllinux_1_2_x86_64") == ["musllinux_1_2_x86_64"]


SOURCES = f"""
Package: other
Version: 9
Checksums-Sha256:
 {OLD} 1 other_9.dsc

Package: zlib
Version: 1:1.0-1
Extra-Source-Only: yes
Checksums-Sha256:
 {OLD} 10 zlib_1.0.orig.tar.gz

Package: zlib
Version: 1:1.2.13.dfsg-1
Checksums-Sha256:
 {OLD} 2000 zlib_1.2.13.dfsg-1.dsc
 {OLD} 3000 zlib_1.2.13.dfsg.orig-www.tar.xz
 {NEW} 1239825 zlib_1.2.13.dfsg.orig.tar.bz2
 {OLD} 4000 zlib_1.2.13.dfsg-1.debian.tar.xz
Directory: pool

"""


def test_source_package_stands_for_its_upstream_tarball() -> None:
    assert debian.source_stanza(SOURCES, "zlib") == Available("zlib", "1:1.2.13.dfsg-1", NEW, 1239825)
    assert debian.source_stanza(SOURCES, "absent") is None
    with pytest.raises(InputError, match="no upstream tarball of other"):
        debian.source_stanza(SOURCES, "other")


def test_npm_package_is_named_by_itself_and_its_one_folder_is_left_out(tmp_path: Path) -> None:
    package = tmp_path / "anything"
    package.mkdir()
    (package / "package.json").write_text('{"name": "@scope/addon", "version": "1.2.3"}', encoding="utf-8")
    tarball = tmp_path / "scope-addon-1.2.3.tgz"
    with tarfile.open(tarball, "w:gz") as archive:
        archive.add(package, "package")
    out = tmp_path / "out"
    out.mkdir()
    assert npm.identity(tarball, out) == ("@scope/addon", "1.2.3")
    assert [path.name for path in out.iterdir()] == ["package.json"]


def test_damaged_npm_tarball_is_an_error(tmp_path: Path) -> None:
    tarball = tmp_path / "bad.tgz"
    tarball.write_bytes(b"not a tarball")
    with pytest.raises(InputError, match="tar"):
        npm.unpack(tarball, tmp_path)
