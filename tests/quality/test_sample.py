import gzip
import json
from pathlib import Path

import pytest

from quality.sample import draw, gold_lines, main, sentences


def _corpus(path: Path, articles: list[dict[str, str]]) -> Path:
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(article) + "\n" for article in articles)
    return path


def _articles(count: int) -> list[dict[str, str]]:
    body = "وصل الوفد رقم {0} إلى المدينة صباح يوم الأحد. وغادر الوفد رقم {0} المدينة مساء اليوم نفسه."
    return [{"key": str(n), "title": "وصول وفد", "body": body.format(n)} for n in range(count)]


def test_order_of_articles_does_not_matter(tmp_path: Path) -> None:
    articles = _articles(30)
    one = draw(_corpus(tmp_path / "a.gz", articles), "1", 10)
    other = draw(_corpus(tmp_path / "b.gz", articles[::-1]), "1", 10)
    assert one == other
    assert len(one) == 10


def test_another_seed_draws_others(tmp_path: Path) -> None:
    corpus = _corpus(tmp_path / "a.gz", _articles(30))
    assert draw(corpus, "1", 10) != draw(corpus, "2", 10)


def test_one_sentence_an_article_and_none_of_the_gold(tmp_path: Path) -> None:
    corpus = _corpus(tmp_path / "a.gz", _articles(3))
    texts = tmp_path / "gold" / "dev" / "texts"
    texts.mkdir(parents=True)
    (texts / "1.txt").write_text(_articles(3)[1]["body"], encoding="utf-8")
    drawn = draw(corpus, "1", 10, gold_lines(tmp_path))
    assert len(drawn) == 2
    assert not any("رقم 1 " in sentence for sentence in drawn)


def test_short_sentences_are_passed_over() -> None:
    assert sentences("وصول وفد\nوصل الوفد إلى المدينة صباح\tيوم الأحد.") == ["وصل الوفد إلى المدينة صباح يوم الأحد."]


def test_prints_number_and_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus = _corpus(tmp_path / "a.gz", _articles(1))
    assert main([str(corpus), "--count", "1"]) == 0
    number, sentence = capsys.readouterr().out.rstrip("\n").split("\t")
    assert number == "1"
    assert "الوفد" in sentence
