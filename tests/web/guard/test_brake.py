from hudna.web.guard.brake import Brake


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_each_failure_holds_the_next_try_up_for_longer() -> None:
    brake = Brake(clock := Clock())
    waits = []
    for _ in range(7):
        wait = brake.hold("a")
        assert wait is not None
        waits.append(wait)
        clock.now += wait
    assert waits == [0, 0, 1, 2, 4, 8, 16]
    assert brake.hold("b") == 0


def test_many_at_once_wait_behind_each_other_or_are_refused() -> None:
    brake = Brake(Clock())
    waits = [brake.hold("a") for _ in range(20)]
    assert waits[:6] == [0, 0, 1, 3, 7, 15]
    assert waits[-1] is None


def test_a_right_try_or_time_makes_up_for_failures() -> None:
    brake = Brake(clock := Clock())
    for _ in range(5):
        brake.hold("a")
    brake.free("a")
    assert brake.hold("a") == 0
    for _ in range(5):
        brake.hold("a")
    clock.now += 10_000
    assert brake.hold("a") == 0
