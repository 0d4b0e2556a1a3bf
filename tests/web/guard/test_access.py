"""Who may come and what they may do, as a browser or a program meets it."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from hudna.web import Settings, create_app
from hudna.web.guard import access
from hudna.web.guard.people import Person, new_key, read, write
from hudna.web.guard.secret import hashed
from tests.web.conftest import BASE
from tests.web.markup import one, parsed

PASSWORD = "a long password"  # noqa: S105 of nobody
SHOWN, MARK, KEPT = new_key()
PEOPLE = {
    "Lena": Person("Lena", "reviewer", hashed(PASSWORD)),
    "Omar": Person("Omar", "reader", hashed(PASSWORD), {MARK: KEPT}),
}


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "people.jsonl"
    write(path, PEOPLE)
    return path


@pytest.fixture
def guarded(record_file: Path, people: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setattr(access, "_WAIT", 0.01)
    app = create_app(record_file, Settings(people=people))
    with TestClient(app, base_url=BASE, follow_redirects=False) as client:
        yield client


def token(client: TestClient, path: str = "/login") -> str:
    return str(one(parsed(client.get(path).text), "(//input[@name='token'])[1]").get("value"))


def enter(client: TestClient, name: str = "Lena", password: str = PASSWORD, onward: str = "/documents") -> str:
    form = {"token": token(client), "name": name, "password": password, "next": onward}
    answer = client.post("/login", data=form)
    assert answer.status_code == 303
    return str(answer.headers["location"])


def test_a_stranger_is_led_to_the_login_and_on_from_there(guarded: TestClient) -> None:
    answer = guarded.get("/documents?since=2023-05-01")
    assert answer.status_code == 303
    page = parsed(guarded.get(answer.headers["location"]).text)
    onward = one(page, "//form[@action='/login']/input[@name='next']").get("value")
    assert not page.xpath("//nav[@class='pages']")
    assert onward == "/documents?since=2023-05-01"
    assert enter(guarded, onward=onward) == onward
    page = parsed(guarded.get(onward).text)
    assert one(page, "//form[@action='/logout']/bdi").text == "Lena"


@pytest.mark.parametrize("path", ["/documents.json", "/documents.csv", "/api/v1/documents"])
def test_a_program_that_is_not_known_gets_no_page(guarded: TestClient, path: str) -> None:
    answer = guarded.get(path)
    assert answer.status_code == 401
    assert answer.json()["error"] in (401, "unauthorized")
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert "content-security-policy" in answer.headers


def test_a_form_of_a_stranger_is_refused(guarded: TestClient) -> None:
    assert guarded.post("/logout", data={"token": token(guarded)}).status_code == 401


@pytest.mark.parametrize(("name", "password"), [("Lena", "wrong"), ("nobody", PASSWORD), ("", "")])
def test_a_wrong_password_opens_nothing(guarded: TestClient, name: str, password: str) -> None:
    location = enter(guarded, name, password)
    assert location.startswith("/login?")
    assert "hudna_login" not in guarded.cookies
    assert parsed(guarded.get(location).text).xpath("//*[@role='alert']")


def test_who_fails_often_is_held_up(guarded: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setattr("hudna.web.entering.sleep", sleep)
    form = {"token": token(guarded), "name": "Lena", "password": "wrong"}
    codes = [guarded.post("/login", data=form).status_code for _ in range(8)]
    assert waits[0] == 0
    assert waits[-1] > 5
    assert codes[-1] == 429


def test_nobody_can_be_led_elsewhere_by_the_login(guarded: TestClient) -> None:
    assert enter(guarded, onward="//elsewhere.example/") == "/"


def test_a_login_of_another_page_is_refused(guarded: TestClient) -> None:
    form = {"token": "0" * 64, "name": "Lena", "password": PASSWORD}
    assert guarded.post("/login", data=form).status_code == 403
    form["token"] = token(guarded)
    assert guarded.post("/login", data=form, headers={"Origin": "http://elsewhere.example"}).status_code == 403


def test_the_login_is_kept_where_no_script_and_no_other_site_reaches_it(guarded: TestClient) -> None:
    form = {"token": token(guarded), "name": "Lena", "password": PASSWORD}
    answer = guarded.post("/login", data=form)
    (cookie,) = [c for c in answer.headers.get_list("set-cookie") if c.startswith("hudna_login")]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "Secure" not in cookie


def test_beyond_this_machine_a_login_goes_encrypted_only(record_file: Path, people: Path) -> None:
    app = create_app(record_file, Settings("10.1.1.1", people=people))
    with TestClient(app, base_url="https://10.1.1.1", follow_redirects=False) as client:
        form = {"token": token(client), "name": "Lena", "password": PASSWORD}
        cookies = client.post("/login", data=form).headers.get_list("set-cookie")
    assert "Secure" in next(c for c in cookies if c.startswith("hudna_login"))


def test_whoever_goes_is_gone(guarded: TestClient) -> None:
    enter(guarded)
    login = guarded.cookies["hudna_login"]
    assert guarded.post("/logout", data={"token": token(guarded, "/documents")}).status_code == 303
    guarded.cookies.set("hudna_login", login)
    assert guarded.get("/documents").status_code == 303


def test_a_login_gives_another_session(guarded: TestClient) -> None:
    before = token(guarded)
    enter(guarded)
    assert guarded.post("/logout", data={"token": before}).status_code == 403


@pytest.mark.parametrize("change", ["out", "role", "broken"])
def test_a_login_ends_when_its_person_changes(guarded: TestClient, people: Path, change: str) -> None:
    enter(guarded)
    assert guarded.get("/documents").status_code == 200
    held = read(people)
    if change == "role":
        write(people, held | {"Lena": replace(held["Lena"], role="reader")})
    elif change == "out":
        write(people, {"Omar": held["Omar"]})
    else:
        people.write_text("{", "utf-8")
    assert guarded.get("/documents").status_code == 303


def test_a_key_opens_what_its_owner_may_see(guarded: TestClient) -> None:
    answer = guarded.get("/documents.json", headers={"Authorization": f"Bearer {SHOWN}"})
    assert answer.json()["total"] == 3
    said = guarded.get("/login.json", headers={"Authorization": f"bearer {SHOWN}"}).json()
    assert said == {"name": "Omar", "reviews": False}


@pytest.mark.parametrize(
    "shown", [f"Bearer {SHOWN}x", f"Bearer {MARK}", "Bearer ", "Bearer", f"Basic {SHOWN}", "Bearer " + "x" * 500]
)
def test_a_wrong_key_opens_nothing(guarded: TestClient, shown: str) -> None:
    for path in ("/documents.json", "/documents", "/login", "/static/x"):
        assert guarded.get(path, headers={"Authorization": shown}).status_code == 401


def test_no_secret_reaches_a_log(
    guarded: TestClient, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    enter(guarded)
    guarded.get("/documents.json", headers={"Authorization": f"Bearer {SHOWN}"})
    guarded.get("/documents.json", headers={"Authorization": f"Bearer {SHOWN}x"})
    said = caplog.text + "".join(capfd.readouterr())
    for secret in (PASSWORD, SHOWN, guarded.cookies["hudna_login"]):
        assert secret not in said


def test_without_a_file_nobody_is_asked(client: TestClient) -> None:
    assert client.get("/login.json").json() == {"name": "", "reviews": True}
    form = {"token": token(client), "name": "Lena", "password": PASSWORD}
    assert "refused" in client.post("/login", data=form).headers["location"]
