"""Shards depend on their records alone, and a record that is added touches one of them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from unaccounted.base.shards import ALONE, TOGETHER, cut_shards, digest_text


def keyed(number: int) -> list[tuple[str, str]]:
    return [(f"key {place}", f"record {place}") for place in range(number)]


def test_few_records_are_a_shard_each_in_the_order_given() -> None:
    shards = cut_shards(keyed(ALONE))
    assert [(shard.key, shard.records) for shard in shards] == [(key, (record,)) for key, record in keyed(ALONE)]


def test_many_records_share_shards_and_none_is_lost() -> None:
    shards = cut_shards(keyed(2000))
    assert sorted(record for shard in shards for record in shard.records) == sorted(record for _, record in keyed(2000))
    assert 2000 / len(shards) / TOGETHER < 2
    assert len({shard.key for shard in shards}) == len(shards)


def test_a_record_that_is_added_changes_one_shard() -> None:
    before = {shard.key for shard in cut_shards(keyed(2000))}
    after = {shard.key for shard in cut_shards(keyed(2001))}
    assert len(after - before) <= 2  # it may cut a shard in two
    assert len(before - after) <= 1


@settings(max_examples=20)
@given(st.randoms(use_true_random=False), st.sampled_from([3, ALONE + 40]))
def test_the_order_of_the_records_does_not_matter(random: object, number: int) -> None:
    records = keyed(number)
    random.shuffle(records)  # type: ignore[attr-defined]
    assert {(shard.key, shard.records) for shard in cut_shards(records)} == {
        (shard.key, shard.records) for shard in cut_shards(keyed(number))
    }


def test_a_digest_knows_where_a_text_ends() -> None:
    assert digest_text("ab", "c") != digest_text("a", "bc")
    assert digest_text("\udcff") != digest_text("?")
