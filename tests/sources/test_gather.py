import json
import os
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.sources import Metadata, Refusal, document, gather
from hudna.text import Document

TITLE = "مقتل جنديين في قصف على الحدود"
BODY = "قالت وزارة الدفاع في بيان إن القوات ردت على مصادر النيران، وأضافت أن الوضع هادئ."
REPORT = f"{TITLE}\n\n{BODY}\n"


def read(*paths: Path, **options: str) -> tuple[dict[str, Document], list[Refusal]]:
    found = list(gather(paths, **options))
    documents = [item for item in found if isinstance(item, Document)]
    return {d.name: d for d in documents}, [item for item in found if isinstance(item, Refusal)]


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def row(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False) + "\n"


def test_a_text_file_is_stored_as_it_is(tmp_path: Path) -> None:
    text = f"English | العربية\r\n{TITLE}\r\n\r\n  {BODY}\t\r\n"
    documents, refusals = read(write(tmp_path / "001.txt", b"\xef\xbb\xbf" + text.encode()))
    assert documents == {"001": Document("001", text, "English | العربية")}
    assert refusals == []


def test_a_first_paragraph_is_no_title(tmp_path: Path) -> None:
    documents, _ = read(write(tmp_path / "a.txt", BODY * 4))
    assert documents["a"].title == ""


def test_folders_are_read_in_order_and_depth(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a.txt", "b/c/1.TXT", ".hidden/x.txt", "b/.x.txt"):
        write(tmp_path / name, REPORT)
    documents, refusals = read(tmp_path)
    assert list(documents) == ["a", "b-2", "b-c-1"]
    assert refusals == []


def test_a_file_given_twice_comes_once_in_any_order(tmp_path: Path) -> None:
    path = write(tmp_path / "sub/a.txt", REPORT)
    assert list(read(tmp_path, path)[0]) == list(read(path, tmp_path)[0]) == ["sub-a"]


def test_names_shared_by_two_folders(tmp_path: Path) -> None:
    write(tmp_path / "x/1.txt", REPORT)
    write(tmp_path / "y/1.txt", REPORT)
    assert list(read(tmp_path / "x", tmp_path / "y")[0]) == ["x-1", "y-1"]
    assert list(read(tmp_path / "y", tmp_path / "x")[0]) == ["y-1", "x-1"]


def test_a_sidecar_tells_and_goes_before_options(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", REPORT)
    write(tmp_path / "b.txt", REPORT)
    said = row(title="عنوان", outlet="وكالة أ", url="https://a.example/1", published="2020-07-14T10:30:00Z")
    write(tmp_path / "a.json", said)
    documents, refusals = read(tmp_path, outlet="وكالة ب", published="2020-07-15")
    assert documents["a"] == Document("a", REPORT, "عنوان", "ar", "وكالة أ", "https://a.example/1", "2020-07-14")
    assert documents["b"] == Document("b", REPORT, TITLE, "ar", "وكالة ب", None, "2020-07-15")
    assert refusals == []


@pytest.mark.parametrize(
    ("sidecar", "reason"),
    [
        ("{", "a.json: broken JSON at column 2"),
        ("[]", "a.json: not a JSON object"),
        (
            row(published="0001-01-01T00:00:00"),
            "a.json: field 'published' is no day on which a report can have appeared: 0001-01-01",
        ),
        (row(published="14 July"), "a.json: field 'published' is not an ISO date such as 2020-07-14: '14 July'"),
        (row(published=20200714), "a.json: field 'published' is not text"),
        (row(outlet=["x"]), "a.json: field 'outlet' is not text"),
        (b"\xff\xfe\x00", "a.json: wrong encoding"),
        ("[" * 100_000, "a.json: broken JSON: nested too deeply"),
        ('{"x": ' + "1" * 10_000 + "}", "a.json: broken JSON: nested too deeply, or an endless number"),
    ],
)
def test_a_broken_sidecar_refuses_its_text(tmp_path: Path, sidecar: str | bytes, reason: str) -> None:
    write(tmp_path / "a.txt", REPORT)
    write(tmp_path / "a.json", sidecar)
    documents, [refusal] = read(tmp_path)
    assert documents == {}
    assert str(refusal).startswith(f"{tmp_path / 'a.txt'}: its sidecar {reason}")


def test_rows_of_json_lines(tmp_path: Path) -> None:
    lines = (
        row(text=BODY, title=TITLE, outlet="وكالة أ", url="https://a.example/1", published="2020-07-14", id="x/1")
        + "\n"
        + row(text=BODY, id=7)
        + row(text=BODY, title=None, published="", name="تقرير")
        + row(text=REPORT)
    )
    documents, refusals = read(write(tmp_path / "r.jsonl", lines))
    assert refusals == []
    assert documents == {
        "x-1": Document("x-1", f"{TITLE}\n{BODY}", TITLE, "ar", "وكالة أ", "https://a.example/1", "2020-07-14"),
        "7": Document("7", BODY, BODY),
        "تقرير": Document("تقرير", BODY, BODY),
        "r-5": Document("r-5", REPORT, TITLE),
    }


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "cp1256"])
def test_rows_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    lines = (row(text=BODY) + row(text=REPORT)).encode(encoding)
    documents, refusals = read(write(tmp_path / "r.jsonl", lines))
    assert refusals == []
    assert {name: d.text for name, d in documents.items()} == {"r-1": BODY, "r-2": REPORT}


def test_bad_rows_are_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    lines = "".join(
        (
            '{"text": \n',
            row(title=TITLE),
            row(text=5),
            row(text=" "),
            row(text="English only, no Arabic"),
            row(text=BODY, published="soon"),
            row(text="قال\0"),
            row(text=BODY, title="\ud800").encode("utf-8", "replace").decode(),
            '{"text": "' + "\\ud800" + BODY + '"}\n',
            row(text=BODY),
        )
    )
    documents, refusals = read(write(tmp_path / "r.jsonl", lines))
    assert [r.line for r in refusals] == [1, 2, 3, 4, 5, 6, 7, 9]
    assert str(refusals[0]).startswith(f"{tmp_path / 'r.jsonl'}, line 1: broken JSON at column")
    assert [r.reason for r in refusals[1:4]] == [
        "field 'text' is missing",
        "field 'text' is not text",
        "field 'text' is empty",
    ]
    assert list(documents) == ["r-8", "r-10"]


PAGE = f"""<!DOCTYPE html><html><head>
<title>{TITLE} | وكالة أ</title><meta property="og:site_name" content="وكالة أ">
<meta property="article:published_time" content="2020-07-14T10:00:00Z">
<link rel="canonical" href="https://a.example/1"></head>
<body><nav><a href="/">الرئيسية</a></nav>
<article><h1>{TITLE}</h1><p>{BODY}</p><p>وكان الاتفاق في 2019-01-05.</p></article>
<footer>جميع الحقوق محفوظة 2023</footer></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1256"])
def test_a_page_gives_its_article_and_what_it_states(tmp_path: Path, encoding: str) -> None:
    documents, refusals = read(write(tmp_path / "p.html", PAGE.encode(encoding)))
    assert refusals == []
    text = f"{TITLE}\n{BODY}\nوكان الاتفاق في 2019-01-05."
    assert documents == {"p": Document("p", text, TITLE, "ar", "وكالة أ", "https://a.example/1", "2020-07-14")}


def test_a_page_that_states_no_date_gets_none(tmp_path: Path) -> None:
    page = f"<html><body><h1>{TITLE}</h1><p>{BODY}</p><p>وكان الاتفاق في 2019-01-05.</p></body></html>"
    documents, _ = read(write(tmp_path / "p.htm", page))
    assert documents["p"].published is None
    assert documents["p"].outlet is None


def test_each_bad_file_is_named_with_its_reason(tmp_path: Path) -> None:
    bad = {
        "1.txt": (b"", "empty"),
        "2.txt": (b" \n\n", "white space only"),
        "3.txt": (b"\0\1\2\3" * 100, "binary"),
        "4.txt": (b"English text about a ceasefire", "not Arabic"),
        "5.txt": ("ا".encode() * 5_000_000, "more than 2,000,000 characters"),
        "6.html": (b"", "empty"),
        "7.html": (b"<html></html>", "no article"),
        "8.jsonl": (b"", "empty"),
        "9.jsonl": (b"\n \n", "white space only"),
        "10.jsonl": (bytes(range(256)) * 9, "binary"),
    }
    for name, (content, _) in bad.items():
        write(tmp_path / name, content)
    write(tmp_path / "good.txt", REPORT)
    documents, refusals = read(tmp_path)
    assert list(documents) == ["good"]
    assert {Path(r.path).name for r in refusals} == set(bad)
    for refusal in refusals:
        assert bad[Path(refusal.path).name][1] in refusal.reason


def test_what_is_no_file_to_read(tmp_path: Path) -> None:
    write(tmp_path / "in/a.pdf", b"%PDF")
    write(tmp_path / "in/lost.json", b"{}")
    os.mkfifo(tmp_path / "in/pipe.txt")
    (tmp_path / "in/link.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "empty").mkdir()
    long = tmp_path / ("n" * 300)
    os.mkfifo(tmp_path / "alone.txt")
    assert [r.reason for r in read(tmp_path / "alone.txt")[1]] == ["not a regular file"]
    _, refusals = read(long, tmp_path / "in", tmp_path / "empty", tmp_path / "none.txt", tmp_path / "in/a.pdf")
    assert refusals[0].reason == "cannot be read: File name too long"
    said = {(Path(r.path).name, r.fault): r.reason for r in refusals[1:]}
    assert set(said) == {
        ("a.pdf", False),
        ("lost.json", False),
        ("pipe.txt", True),
        ("link.txt", True),
        ("in", True),
        ("empty", True),
        ("none.txt", True),
        ("a.pdf", True),
    }
    assert said["none.txt", True] == "no such file or folder"
    assert said["pipe.txt", True] == "not a regular file"


def test_a_huge_line_is_not_held(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "')
        for _ in range(60):
            file.write(b"a" * 1_000_000)
        file.write(b'"}\n' + row(text=BODY).encode())
    documents, [refusal] = read(path)
    assert list(documents) == ["r-2"]
    assert (refusal.line, "2,000,000" in refusal.reason) == (1, True)


def test_json_lines_stream(tmp_path: Path) -> None:
    path = write(tmp_path / "r.jsonl", row(text=BODY * 60) * 300)  # 2.7 MB
    tracemalloc.start()
    try:
        assert sum(isinstance(item, Document) for item in gather([path])) == 300
        assert tracemalloc.get_traced_memory()[1] < 1_200_000
    finally:
        tracemalloc.stop()


def test_a_wrong_option_is_told_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not an ISO date"):
        next(gather([tmp_path], published="July"))


@given(st.binary(max_size=200), st.sampled_from([".txt", ".html", ".jsonl"]))
def test_any_bytes_give_documents_or_refusals(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str
) -> None:
    path = tmp_path_factory.mktemp("any", numbered=True) / f"a{suffix}"
    path.write_bytes(data)
    found = list(gather([path]))
    assert found
    for item in found:
        assert isinstance(item, Document | Refusal)


@given(st.text(max_size=300), st.sampled_from([".txt", ".html", ".jsonl"]))
def test_any_text_gives_documents_or_refusals(tmp_path_factory: pytest.TempPathFactory, text: str, suffix: str) -> None:
    path = tmp_path_factory.mktemp("any", numbered=True) / f"a{suffix}"
    content = json.dumps({"text": text}) if suffix == ".jsonl" else f"{text}\n{REPORT}\n{text}"
    path.write_text(content, "utf-8", "replace", newline="")
    for item in gather([path]):
        assert isinstance(item, Document | Refusal)
        if isinstance(item, Document) and suffix == ".txt":
            assert item.text.encode() == path.read_bytes().removeprefix(b"\xef\xbb\xbf")


def test_a_stream_gives_a_document(tmp_path: Path) -> None:
    with write(tmp_path / "x", REPORT).open("rb") as stream:
        assert document(stream, "stdin", Metadata(outlet="وكالة")) == Document("stdin", REPORT, TITLE, outlet="وكالة")
    with write(tmp_path / "x", b"").open("rb") as stream:
        assert document(stream, "stdin", Metadata()) == Refusal("stdin", "empty")
