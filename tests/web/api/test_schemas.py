from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from hudna.text import Span
from hudna.web.api.schemas import Schemas, told


@dataclass(frozen=True, slots=True)
class Leaf:
    """A leaf of a tree."""

    colour: str | None


@dataclass(frozen=True, slots=True)
class Tree:
    """A tree
    that stands.

    Attributes:
        height: in metres,
            without its roots.
        leaves: all of them.

    """

    height: float
    leaves: tuple[Leaf, ...]
    span: Span
    age: tuple[int, str]
    crown: Leaf | None
    kind: Literal["oak", "elm"]
    names: Mapping[str, int]
    parent: "Tree | None" = None


def test_a_dataclass_is_an_object_of_its_fields() -> None:
    schemas = Schemas()
    assert schemas.of(Tree) == {"$ref": "#/components/schemas/Tree"}
    tree = schemas.held["Tree"]
    assert tree["required"] == ["height", "leaves", "span", "age", "crown", "kind", "names", "parent"]
    assert tree["properties"]["height"] == {"type": "number", "description": "in metres, without its roots."}
    assert tree["properties"]["leaves"]["items"] == {"$ref": "#/components/schemas/Leaf"}
    assert tree["properties"]["age"]["prefixItems"] == [{"type": "integer"}, {"type": "string"}]
    assert tree["properties"]["crown"]["anyOf"][1] == {"type": "null"}
    assert tree["properties"]["kind"] == {"enum": ["oak", "elm"]}
    assert tree["properties"]["names"]["additionalProperties"] == {"type": "integer"}
    assert schemas.held["Leaf"]["properties"] == {"colour": {"type": ["string", "null"]}}


def test_two_of_one_name_are_kept_apart() -> None:
    from hudna.views import Leaf as Page  # noqa: PLC0415 bears the same name

    schemas = Schemas()
    assert schemas.of(Leaf) != schemas.of(Page)
    assert schemas.of(Page) == {"$ref": "#/components/schemas/LeafLeaf"}


def test_docstrings_tell_what_fields_hold() -> None:
    about, attributes = told(Tree)
    assert about == "A tree that stands."
    assert attributes["leaves"] == "all of them."
