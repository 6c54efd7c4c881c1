"""Features of an edge: a table of sentences in which each holds and in which it does not."""

from __future__ import annotations

import pytest

from tests.extract.conftest import make_document
from unaccounted.base.records import Claim
from unaccounted.extract import counts, extract_claims
from unaccounted.extract.count_claims import CountMaker
from unaccounted.extract.edge_features import FEATURES, describe_edge
from unaccounted.extract.noun_phrases import Phrase
from unaccounted.extract.triggers import Trigger

HOLDS = [  # a feature, a sentence whose last count has it, one whose last count has it not
    ("fate: moves or stays", "Twelve miners crossed the river.", "Twelve miners drowned."),
    ("fate: still there", "Twelve miners remained in the village.", "Twelve miners returned to the village."),
    ("no fate word", "The army said that 46 had died. The rebels put the number at 120.", "The army said that 46 had died."),
    ("frame: active", "Rebels killed 12 miners.", "Twelve miners were killed."),
    ("frame: passive", "Twelve miners were killed.", "Rebels killed 12 miners."),
    ("frame: doer", "Twelve miners drowned.", "Rebels killed 12 miners."),
    ("frame: noun of a deed", "They spoke of the murder of 12 miners.", "They spoke of 12 murdered miners."),
    ("frame: noun of people", "There were 12 prisoners in the fort.", "Twelve men were arrested in the fort."),
    ("fate of several words", "Twelve miners were taken prisoner.", "Twelve miners were arrested."),
    ("fate of several numbers", "Rebels killed 12 miners and three cooks.", "Rebels killed 12 miners."),
    ("infinitive", "They came to kill 12 miners.", "They killed 12 miners."),
    ("people after fate", "Rebels killed 12 miners.", "Twelve miners were killed."),
    ("uncounted people before fate", "Rebels killed 12 miners.", "The blast killed 12 miners."),
    ("by after fate", "Twelve miners were killed by the guards.", "Twelve miners were killed near the mine."),
    ("preposition after fate", "Twelve miners were killed near the mine.", "Twelve miners were killed."),
    ("apart", "Twelve miners of the pit were killed, and 12 miners at the river were killed.", "Twelve miners were killed."),
    ("comma between", "Twelve miners, police said, were killed.", "Twelve miners were killed, police said."),
    ("break between", "Killed: 12", "Rebels killed 12."),
    ("conjunction between", "Twelve miners ran and were killed.", "Twelve miners were killed and three ran."),
    ("relative between", "Twelve miners who had come to the fair were killed.", "Twelve miners were killed."),
    ("verb between", "Twelve miners ran and were killed.", "Twelve miners were killed."),
    ("people between", "Twelve men and the guards of the pit were killed.", "Twelve men were killed."),
    ("fate between", "Twelve miners were wounded, six were captured and later died.", "Twelve miners died."),
    ("bare number", "Rebels killed 12.", "Rebels killed 12 miners."),
    ("bare number, nobody told", "Twelve were killed.", "The ferry carried 20 sailors. Four drowned."),
    ("bare number, told in an earlier sentence", "The ferry carried 20 sailors. Four drowned.", "Of 20 sailors four drowned."),
    ("people filled from elsewhere", "Norway spoke. Some 40 of its nationals were killed.", "Some 40 nationals were killed."),
    ("part told by who they are", "Six priests, five of them Danes, were killed.", "Six priests were killed."),
    ("number: a share", "Some 40% of the miners were killed.", "Some 40 of the miners were killed."),
    ("number: vague", "Dozens of miners were killed.", "Twelve miners were killed."),
    ("number: nobody", "No miners were killed.", "Four miners were killed."),
    ("number: three or fewer", "Three miners were killed.", "Four miners were killed."),
    ("number: a hundred or more", "At least 100 miners were killed.", "At least 99 miners were killed."),
    ("several numbers", "Twelve miners were killed and three were wounded.", "Twelve miners were killed."),
    ("dated", "Rebels killed 12 miners on 3 May 2015.", "Rebels killed 12 miners at the river."),
    ("conditional", "If the dam broke it would kill 12 miners.", "The dam broke and killed 12 miners."),
    ("quotation", "“Rebels killed 12 miners,” he said.", "Rebels killed 12 miners, he said."),
    ("capitals", "REBELS KILLED 12 MINERS IN THE VILLAGE.", "Rebels killed 12 miners in the village."),
    ("short sentence", "Rebels killed 12 miners.", "In the village by the river, on a day of that long year, rebels killed 12 miners."),
]  # fmt: skip


def last_features(text: str) -> list[str]:
    """The features of the count whose people stand last in a text."""
    found: dict[int, list[str]] = {}

    class Noting(CountMaker):
        def make(self, phrase: Phrase, trigger: Trigger | None, fate: str, *others: object, **named: object) -> Claim | None:
            claim = super().make(phrase, trigger, fate, *others, **named)  # type: ignore[arg-type]
            if claim is not None and claim.cohort is not None:
                place = self.passage.sentence.starts[phrase.first]
                found[place] = describe_edge(self.passage, phrase, trigger, fate, claim.cohort)
            return claim

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(counts, "CountMaker", Noting)
        extract_claims(make_document(text))
    assert found, f"no count in {text!r}"
    return found[max(found)]


def test_every_feature_has_a_case() -> None:
    assert tuple(feature for feature, _, _ in HOLDS) == FEATURES


@pytest.mark.parametrize(("feature", "with_it", "without"), HOLDS)
def test_a_feature_holds_where_it_should(feature: str, with_it: str, without: str) -> None:
    assert feature in last_features(with_it)
    assert feature not in last_features(without)


@pytest.mark.parametrize("text", [text for _, with_it, without in HOLDS for text in (with_it, without)])
def test_a_feature_is_known_and_told_once(text: str) -> None:
    told = last_features(text)
    assert len(set(told)) == len(told)
    assert set(told) <= set(FEATURES)
