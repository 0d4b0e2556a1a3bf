"""What reviewers do in a browser without scripts, and what becomes of it in the record."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from hudna.record import Store
from hudna.views import Dossier, doubts, table
from hudna.web import Settings, create_app
from hudna.web.guard.people import Person, write
from hudna.web.guard.secret import hashed
from tests.conftest import ARMY, FIRST
from tests.web.conftest import BASE
from tests.web.markup import one, parsed


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine is no fault of a page."""
    monkeypatch.setattr("hudna.web.judging._PATIENCE", 60.0)


@pytest.fixture
def store(record_file: Path) -> Iterator[Store]:
    with Store.open(record_file) as opened:
        yield opened


@pytest.fixture
def reviewer(client: TestClient) -> TestClient:
    """A client that has given its name."""
    answer = client.post("/review/name", data={"token": token(client), "name": "Lena", "next": "/review"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/review")
    return client


def token(client: TestClient) -> str:
    return str(one(parsed(client.get("/review").text), "(//input[@name='token'])[1]").get("value"))


def decide(client: TestClient, act: str, **form: str) -> str:
    """Send a form of the page; where it leads on to."""
    answer = client.post(f"/review/{act}", data={"token": token(client), "next": "/review", **form})
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def telling(store: Store, document: str = "first", kind: str = "ASSAULT") -> str:
    return next(t.id for t in store.record().tellings if t.document == document and t.type == kind)


def words(client: TestClient, path: str) -> str:
    return " ".join(parsed(client.get(path).text).text_content().split())


def test_the_queue_is_that_of_the_views(client: TestClient, store: Store) -> None:
    expected = [d.id for d in doubts(Dossier.of(store), table())]
    assert [r["id"] for r in client.get("/review.json").json()["rows"]] == expected
    assert [d["what"] for d in client.get("/review.json?what=toll").json()["rows"]] == ["toll"] * 2


def test_a_thing_is_shown_in_its_words_with_what_was_read_and_why_it_is_uncertain(
    client: TestClient, store: Store
) -> None:
    toll = next(t for t in store.record().tolls if t.document == "first")
    page = parsed(client.get(f"/review?item={toll.id}", headers={"Accept-Language": "en"}).text)
    passage = one(page, "//*[@class='passage']")
    assert one(passage, ".//mark").text == FIRST[toll.quote.start : toll.quote.end]
    assert FIRST[toll.evidence.start : toll.quote.end] in passage.text_content()
    assert one(passage, ".//a[@class='source']").get("href").startswith("/documents/first?at=")
    read = one(page, "//*[@class='read']").text_content()
    assert "12" in read
    assert "of cases" in read


def test_the_name_is_asked_once(client: TestClient, store: Store) -> None:
    page = parsed(client.get("/review").text)
    assert page.xpath("//form[@action='/review/name']")
    assert not page.xpath("//form[@action='/review/accept']")
    form = {"token": token(client), "id": telling(store)}
    assert client.post("/review/accept", data=form).status_code == 422
    answer = client.post("/review/name", data={"token": token(client), "name": " ليلى  حسن ", "next": "/review"})
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "Max-Age" not in cookie
    decide(client, "accept", id=telling(store))
    assert [j.author for j in store.judgements().all] == ["ليلى حسن"]
    assert client.post("/review/name", data={"token": token(client), "name": "\x00"}).status_code == 422


def test_an_acceptance_is_logged_shown_and_taken_back(reviewer: TestClient, store: Store) -> None:
    own = telling(store)
    onward = decide(reviewer, "accept", id=own)
    assert onward == "/review?done=1-1&did=accept"
    (judgement,) = store.judgements().all
    assert (judgement.kind, judgement.author) == ("accept", "Lena")
    assert judgement.made.startswith("20")
    assert own not in {r["id"] for r in reviewer.get("/review.json").json()["rows"]}
    reviewer.cookies.set("hudna_language", "en")
    assert "confirmed by a reviewer" in words(reviewer, "/documents/first")
    page = parsed(reviewer.get(onward).text)
    number = one(page, "//form[@class='done']/input[@name='number']").get("value")
    decide(reviewer, "undo", number=number)
    assert [j.kind for j in store.judgements().all] == ["accept", "undo"]
    assert "confirmed by a reviewer" not in words(reviewer, "/documents/first")
    assert "taken back" in words(reviewer, "/decisions")


def test_decisions_outlast_a_rebuild_and_another_server(reviewer: TestClient, store: Store, record_file: Path) -> None:
    decide(reviewer, "accept", id=telling(store))
    decide(reviewer, "correct", id=store.record().tolls[0].id, **{"f.count": "10-12"})
    record = store.rebuild()
    assert [(r.kind, r.state) for r in sorted(record.reviews, key=lambda r: r.made)] == [
        ("accept", "applied"),
        ("correct", "applied"),
    ]
    with TestClient(create_app(record_file), base_url=BASE) as later:
        later.cookies.set("hudna_language", "en")
        assert "confirmed by a reviewer" in words(later, "/documents/first")


def test_a_rejected_fact_leaves_the_record(reviewer: TestClient, store: Store) -> None:
    own = telling(store, '../<b>"x"')
    decide(reviewer, "reject", id=own, note="a test of the siren")
    assert own not in store.record().telling
    assert store.judgements().all[0].note == "a test of the siren"


def test_only_what_was_changed_is_corrected(reviewer: TestClient, store: Store) -> None:
    own = telling(store)
    page = parsed(reviewer.get(f"/review?item={own}").text)
    form = one(page, "//form[@action='/review/correct']")
    fields = {f.name: f.value or "" for f in form.inputs if f.name and f.name != "token"}
    assert fields["f.type"] == "ASSAULT"
    decide(reviewer, "correct", **fields | {"f.place": "الأبيض", "f.date": "2023-05-02", "f.targets": "الجيش السوداني"})
    (judgement,) = store.judgements().all
    assert set(judgement.fields) == {"date", "targets"}
    assert store.record().telling[own].date == "2023-05-02"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_id_stands_in_the_form_and_none_need_be_typed(client: TestClient, store: Store, language: str) -> None:
    own = telling(store)
    army = next(e.id for e in store.record().entities if e.name == ARMY)
    client.post("/review/name", data={"token": token(client), "name": "Lena"})
    decide(client, "correct", id=own, **{"f.targets": f"unnamed: soldiers, {ARMY}, unnamed: x, unnamed: y"})
    client.cookies.set("hudna_language", language)
    form = one(parsed(client.get(f"/review?item={own}").text), "//form[@action='/review/correct']")
    fields = {f.name: f.value or "" for f in form.inputs if f.name and f.name != "token"}
    soldiers, rest = {"ar": ("جنود", 4), "en": ("an unnamed party (soldiers)", 4)}[language]
    shown = re.split("[,،] ", fields["f.targets"])
    assert (shown[0], len(set(shown))) == (soldiers, rest)
    assert not any(
        "unnamed:" in value or re.search("e[0-9a-f]{12}", value) for value in fields.values() if value != own
    )
    decide(client, "correct", **fields | {"f.targets": ", ".join(reversed(shown))})
    assert store.record().telling[own].targets == ("unnamed: y", "unnamed: x", army, "unnamed: soldiers")
    assert [set(j.fields) for j in store.judgements().all] == [{"targets"}, {"targets"}]


def test_what_means_nothing_changes_nothing_and_is_said(reviewer: TestClient, store: Store) -> None:
    own = telling(store)
    for act, form in (
        ("correct", {"id": own, "f.place": "nowhere"}),
        ("correct", {"id": own}),
        ("correct", {"id": "x"}),
        ("accept", {"id": ""}),
        ("join", {"id": own}),
        ("split", {"id": "t000000000000"}),
        ("note", {"id": own, "note": " "}),
        ("undo", {"number": "7"}),
        ("undo", {"number": "9-1"}),
        ("undo", {"number": "1-999999999"}),
        ("add", {"document": "none", "what": "event:ASSAULT", "words": "x"}),
        ("add", {"document": "first", "what": "", "words": "أعلن"}),
        ("add", {"document": "first", "what": "event:ASSAULT", "words": "الدعم"}),
        ("add", {"document": "first", "what": "toll:killed", "words": "أعلن", "whom": "x"}),
    ):
        answer = reviewer.post(f"/review/{act}", data={"token": token(reviewer), "back": "//elsewhere", **form})
        assert answer.status_code == 422, (act, form)
        assert "elsewhere" not in answer.text
    assert store.judgements().all == ()


def test_events_are_joined_and_parted_again(reviewer: TestClient, store: Store) -> None:
    left, right = telling(store), telling(store, "second", "MOBILIZE")
    record = store.record()
    decide(reviewer, "join", id=left, other=record.owners[right])
    record = store.record()
    assert record.owners[left] == record.owners[right]
    decide(reviewer, "split", id=right)
    record = store.record()
    assert record.owners[left] != record.owners[right]


def test_a_note_is_kept_beside_its_fact(reviewer: TestClient, store: Store) -> None:
    own = telling(store)
    decide(reviewer, "note", id=own, note="ask the desk <b>")
    page = reviewer.get(f"/review?item={own}").text
    assert "ask the desk &lt;b&gt;" in page


DISAGREEMENT = "/review?what=disagreement"


def test_a_disagreement_is_accepted_as_a_whole(reviewer: TestClient, store: Store) -> None:
    held = parsed(reviewer.get(DISAGREEMENT).text)
    own = one(held, "//div[@class='acts']//form[@action='/review/accept']/input[@name='id']").get("value")
    difference = store.record().by_id[own]
    decide(reviewer, "accept", id=own)
    judged = {f for r in store.record().reviews for f in r.facts}
    assert judged == {f for account in difference.accounts for f in account.facts}  # type: ignore[union-attr]
    assert own not in {r["id"] for r in reviewer.get("/review.json?what=disagreement").json()["rows"]}


def test_one_account_of_a_disagreement_is_said_to_be_misread(reviewer: TestClient, store: Store) -> None:
    own = next(d.id for d in store.record().disagreements if d.about == "count")
    page = parsed(reviewer.get(f"/review?item={own}").text)
    forms = page.xpath("//ul[@class='versions']//form[@action='/review/reject']")
    assert len(forms) == 2
    fields = {f.name: f.value for f in forms[0].inputs if f.name}
    decide(reviewer, "reject", **fields)
    assert own not in {d.id for d in store.record().disagreements}
    assert [j.kind for j in store.judgements().all] == ["reject"]


def test_a_disagreement_of_which_one_account_was_judged_can_still_be_judged(reviewer: TestClient, store: Store) -> None:
    own = next(d.id for d in store.record().disagreements if d.about == "count")
    page = parsed(reviewer.get(f"/review?item={own}").text)
    form = page.xpath("//ul[@class='versions']//form[@action='/review/accept']")[0]
    onward = decide(reviewer, "accept", **{f.name: f.value for f in form.inputs if f.name})
    page = parsed(reviewer.get(onward).text)
    assert one(page, "//div[@class='acts']//form[@action='/review/accept']/input[@name='id']").get("value") == own
    assert "ليست في قائمة الانتظار" in words(reviewer, onward)


def test_every_difference_leads_reviewers_to_its_judgement(reviewer: TestClient) -> None:
    page = parsed(reviewer.get("/disagreements").text)
    ids = page.xpath("//article[contains(@class, 'difference')]/@id")
    assert page.xpath("//a[@class='judge']/@href") == [f"/review?item={own}" for own in ids] != []


def test_what_somebody_says_is_judged_like_any_fact(reviewer: TestClient, store: Store) -> None:
    own = store.record().claims[0].id
    page = parsed(reviewer.get(f"/review?item={own}").text)
    form = one(page, "//form[@action='/review/correct']")
    fields = {f.name: f.value or "" for f in form.inputs if f.name and f.name != "token"}
    decide(reviewer, "correct", **fields | {"f.via": "speech"})
    assert store.record().claims[0].via == "speech"
    reader = parsed(reviewer.get("/documents/first").text)
    assert f"/review?item={own}" in reader.xpath("//li[contains(@class, 'claim')]//a[@class='judge']/@href")


@pytest.mark.parametrize("way", ["words", "selected"])
def test_a_missed_fact_is_added_on_its_words(reviewer: TestClient, store: Store, way: str) -> None:
    start = FIRST.index("نفت")
    selected = {"start": str(start - 1), "end": str(start + 4)} if way == "selected" else {}
    form = {"document": "first", "words": "نفت", "what": "event:REJECT", "who": "قوات الدعم السريع", "place": ""}
    decide(reviewer, "add", **form, **selected)
    added = next(t for t in store.record().tellings if t.type == "REJECT")
    expected = "ونفت" if way == "selected" else "نفت"
    assert FIRST[added.trigger.start : added.trigger.end] == expected
    reviewer.cookies.set("hudna_language", "en")
    assert "added by a reviewer" in words(reviewer, "/documents/first")


@pytest.mark.parametrize(
    ("what", "form"),
    [
        ("toll:wounded", {"count": "3", "place": "الأبيض", "by": "الجيش السوداني"}),
        ("loss:damaged", {"count": "1", "item": "bridge"}),
        ("truce:demanded", {"who": "الجيش السوداني, قوات الدعم السريع", "date": "2023-05-02"}),
        ("claim:", {"who": "سامح شكري"}),
    ],
)
def test_every_kind_of_fact_can_be_added(reviewer: TestClient, store: Store, what: str, form: dict[str, str]) -> None:
    decide(reviewer, "add", document="first", words="إلى وقف إطلاق النار", what=what, **form)
    (review,) = store.record().reviews
    assert (review.kind, review.state) == ("add", "applied")


ACTS = ("accept", "reject", "correct", "join", "split", "note", "undo", "add", "name")


@pytest.mark.parametrize("act", ACTS)
def test_what_no_page_of_ours_sent_is_refused(reviewer: TestClient, store: Store, act: str) -> None:
    form = {"id": telling(store), "number": "1", "name": "x", "note": "x"}
    assert reviewer.post(f"/review/{act}", data=form).status_code == 403
    assert reviewer.post(f"/review/{act}", data={**form, "token": "0" * 64}).status_code == 403
    form["token"] = token(reviewer)
    origin = {"Origin": "https://elsewhere.example"}
    assert reviewer.post(f"/review/{act}", data=form, headers=origin).status_code == 403
    assert reviewer.get(f"/review/{act}").status_code in (404, 405)
    assert store.judgements().all == ()


@pytest.fixture
def guarded(record_file: Path, tmp_path: Path) -> Iterator[TestClient]:
    people = {n: Person(n, r, hashed("a long password")) for n, r in (("Lena", "reviewer"), ("Omar", "reader"))}
    write(tmp_path / "people.jsonl", people)
    app = create_app(record_file, Settings(people=tmp_path / "people.jsonl"))
    with TestClient(app, base_url=BASE, follow_redirects=False) as client:
        yield client


def enter(client: TestClient, name: str) -> None:
    page = parsed(client.get("/login").text)
    held = one(page, "(//input[@name='token'])[1]").get("value")
    answer = client.post("/login", data={"token": held, "name": name, "password": "a long password", "next": "/review"})
    assert answer.headers["location"] == "/review"


def test_a_reader_sees_the_queue_but_cannot_judge(guarded: TestClient, store: Store) -> None:
    enter(guarded, "Omar")
    guarded.cookies.set("hudna_reviewer", "Lena")
    page = parsed(guarded.get("/review").text)
    assert page.xpath("//*[@class='passage']")
    assert not page.xpath("//form[starts-with(@action, '/review')]")
    assert not parsed(guarded.get("/documents/first").text).xpath("//form[starts-with(@action, '/review')]")
    for act in ACTS:
        form = {"token": token(guarded), "id": telling(store), "name": "x"}
        assert guarded.post(f"/review/{act}", data=form).status_code == 403
    assert store.judgements().all == ()


def test_a_reviewer_signs_with_the_name_of_the_login(guarded: TestClient, store: Store) -> None:
    enter(guarded, "Lena")
    guarded.cookies.set("hudna_reviewer", "Somebody")
    decide(guarded, "accept", id=telling(store))
    assert [j.author for j in store.judgements().all] == ["Lena"]
