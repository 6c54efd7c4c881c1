"""Speeds of reading as ratios within one run, so that they can be compared between machines.

In: the texts of texts.py, and a text without a full stop made here. Out: lines on standard output, beside what
the design asks for. A ratio above 1 says that the reader is faster than spaCy's blank tokenizer and sentencizer alone on the
same texts. Memory is the peak of a process of its own, which reads so many different reports one after another.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Sequence

from texts import make_document, read_examples, read_general, read_newswire
from unaccounted.base.records import Document
from unaccounted.extract import extract_claims

ROUNDS = 3
TEXTS = 400
LENGTHS = (1_000_000, 5_000_000)
"""Characters of the texts without a full stop."""
REPORTS = (100, 1000)
UNENDING = (
    "on the third day the column went on along the river and found neither bread nor boats, at least 12 soldiers of the rear guard were "
    "killed near the bridge and 30 wounded, the harvest of the villages had been carried off, the governor wrote that the roads were open, "
)


def measure_cpu(work: Callable[[], object]) -> float:
    """CPU seconds that a piece of work takes."""
    started = time.process_time()
    work()
    return time.process_time() - started


def compare_reading(documents: Sequence[Document]) -> tuple[float, float, int]:
    """How fast the reader is against the tokenizer and sentencizer alone.

    Both read the same texts in turn; the quickest round of each counts.

    Returns:
        The ratio of speeds, reports read in a CPU-second, and claims found.
    """
    import spacy

    blank = spacy.blank("en")
    blank.add_pipe("sentencizer")
    texts = [document.text for document in documents]

    def split() -> int:
        return sum(len(list(blank(text).sents)) for text in texts)

    def read() -> int:
        return sum(len(extract_claims(document)) for document in documents)

    for document in documents[:20]:
        blank(document.text)
        extract_claims(document)
    claims = read()
    rounds = [(measure_cpu(split), measure_cpu(read)) for _ in range(ROUNDS)]
    splitting, reading = min(first for first, _ in rounds), min(second for _, second in rounds)
    return splitting / reading, len(documents) / reading, claims


def measure_unending(length: int) -> tuple[float, int]:
    """CPU seconds for a text of so many characters without a full stop, and the claims found in it."""
    text = (UNENDING * (length // len(UNENDING) + 1))[:length]
    document = make_document(text, f"unending-{length}")
    found: list[int] = []
    return measure_cpu(lambda: found.append(len(extract_claims(document)))), found[0]


def _peak_of_reading(reports: int, answer: multiprocessing.SimpleQueue[float]) -> None:
    for document in read_newswire(max(REPORTS))[:reports]:
        extract_claims(document)
    unit = 2**20 if sys.platform == "darwin" else 2**10  # bytes there, KiB elsewhere
    answer.put(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit)


def measure_memory(reports: int) -> float:
    """The peak memory, in MiB, of a new process that reads so many reports; all of them are loaded in each case."""
    fresh = multiprocessing.get_context("spawn")
    answer = fresh.SimpleQueue()
    process = fresh.Process(target=_peak_of_reading, args=(reports, answer))
    process.start()
    peak = float(answer.get())
    process.join()
    return peak


def main() -> None:
    """Measure, and print."""
    beds = {
        "newswire, a quarter of sentences matter (to reach .8)": read_newswire(TEXTS),
        "general text, few sentences matter (to reach 3)": read_general(TEXTS),
        "the demonstration's reports": read_examples(),
    }
    print("Reading, against spaCy's blank tokenizer and sentencizer on the same texts:")
    for name, documents in beds.items():
        if not documents:
            print(f"  {name}: the test bed is not here")
            continue
        ratio, speed, claims = compare_reading(documents)
        print(f"  {name}: {ratio:.2f} times as fast; {speed:.0f} a CPU-second; {claims} claims in {len(documents)} texts")
    print("A text without a full stop (to be linear in its length):")
    for length in LENGTHS:
        seconds, claims = measure_unending(length)
        print(f"  {length / 1e6:.0f} MB: {seconds:.1f} CPU-seconds, {seconds / length * 1e6:.1f} a MB; {claims} claims")
    if read_newswire(1):
        print("Peak memory (not to grow with the number of reports):")
        for reports in REPORTS:
            print(f"  {reports} reports: {measure_memory(reports):.0f} MiB")


if __name__ == "__main__":
    main()
