"""Who and what a row names, with the names to show."""

from dataclasses import dataclass

UNNAMED = "unnamed: "


@dataclass(frozen=True, slots=True)
class Party:
    """A person, body, place or side as a row names it.

    Attributes:
        id: entity id of the record, code of a side, or ``"unnamed: <short English>"``.
        ar: its name in Arabic: the label of the lexicon, else as the documents write it; "" for an unnamed source.
        en: its name in English where data gives one, else None.
        side: the side it acts for.
        type: PER, ORG, LOC, FAC; None for a side or an unnamed source.

    """

    id: str
    ar: str
    en: str | None = None
    side: str | None = None
    type: str | None = None

    @property
    def unnamed(self) -> bool:
        """Whether the text names nobody, only a kind of source."""
        return self.id.startswith(UNNAMED)

    def name(self, language: str) -> str:
        """The name for readers of ``language``, the Arabic one where there is no other."""
        if self.unnamed:
            return self.id
        return (self.en or self.ar) if language == "en" else self.ar
