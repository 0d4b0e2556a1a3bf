from hudna.record import Link
from quality.links import Count, counts


def link(kind: str, left: str, right: str) -> Link:
    return Link("j", kind, left, right, "rule", "why", ())


def test_links_are_right_where_their_events_have_a_gold_link_of_their_kind() -> None:
    stands_for = {"v1": frozenset({"0"}), "v2": frozenset({"1"}), "v3": frozenset({"2"})}
    wanted = {("0", "1", "answers"), ("2", "1", "alleges"), ("0", "9", "answers")}
    ours = [link("answers", "v1", "v2"), link("answers", "v2", "v1"), link("answers", "v1", "v8")]
    assert counts(ours, wanted, stands_for) == {
        "answers": Count(right=1, judged=2, unjudged=1, found=1, read=1, gold=2),
        "alleges": Count(right=0, judged=0, unjudged=0, found=0, read=1, gold=1),
    }
