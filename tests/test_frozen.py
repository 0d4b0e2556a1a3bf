"""Dataclasses that are made fast are what ``dataclass`` makes."""

import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from hudna.frozen import made_fast


@made_fast
@dataclass(frozen=True, slots=True)
class Call:
    """A call with what is counted of it when it is made."""

    caller: str
    called: tuple[str, ...] = ()
    minutes: int | None = None

    letters: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Count."""
        object.__setattr__(self, "letters", len(self.caller))


def test_it_is_made_as_any_dataclass() -> None:
    call = Call("Ankara", minutes=20)
    assert (call.caller, call.called, call.minutes, call.letters) == ("Ankara", (), 20, 6)
    assert call == Call("Ankara", (), 20)
    assert hash(call) == hash(Call("Ankara", (), 20))
    assert replace(call, caller="Baku") == Call("Baku", (), 20)
    assert pickle.loads(pickle.dumps(call)) == call  # noqa: S301 - our own


def test_it_refuses_to_be_changed() -> None:
    call = Call("Ankara")
    assert type(call) is Call
    with pytest.raises(FrozenInstanceError):
        call.minutes = 20  # type: ignore[misc]


def test_it_asks_for_what_has_no_default() -> None:
    with pytest.raises(TypeError, match="caller"):
        Call()  # type: ignore[call-arg]
