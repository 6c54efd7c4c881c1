"""Languages: other languages are told apart, and English in any dress is never refused."""

from __future__ import annotations

import pytest

from unaccounted.collect.languages import language_name, read_language_name, tell_language

OTHERS = {
    "ar": "قتل ثلاثون شخصا حين فاض النهر على المدينة القديمة، ولم يعد اثنا عشر منهم إلى بيوتهم حتى اليوم.",
    "da": "Tredive mennesker blev dræbt, da floden steg over sine bredder, og tolv er endnu ikke kommet hjem, siger borgmesteren.",
    "de": "Dreißig Menschen kamen ums Leben, als der Fluss über die Ufer trat, und zwölf sind noch nicht heimgekehrt.",
    "es": "Treinta personas murieron cuando el río se desbordó, y doce todavía no han vuelto a casa, dijo el alcalde de la ciudad.",
    "fa": "سی نفر هنگامی که رودخانه طغیان کرد کشته شدند و دوازده نفر هنوز به خانه بازنگشته‌اند، شهردار گفت.",
    "fr": "Trente personnes sont mortes quand le fleuve a débordé, et douze ne sont pas encore rentrées chez elles, a dit le maire.",
    "id": "Tiga puluh orang meninggal ketika sungai meluap, dan dua belas orang belum pulang ke rumah, kata wali kota itu kemarin.",
    "it": "Trenta persone sono morte quando il fiume è straripato, e dodici non sono ancora tornate a casa, ha detto il sindaco.",
    "nl": "Dertig mensen kwamen om toen de rivier buiten haar oevers trad, en twaalf zijn nog niet thuis, zei de burgemeester.",
    "pt": "Trinta pessoas morreram quando o rio transbordou, e doze ainda não voltaram para casa, disse o prefeito da cidade.",
    "ru": "Тридцать человек погибли, когда река вышла из берегов, и двенадцать ещё не вернулись домой, сказал мэр города.",
    "tr": "Nehir taştığında otuz kişi hayatını kaybetti ve on iki kişi henüz evine dönmedi, dedi belediye başkanı.",
    "uk": "Тридцять людей загинули, коли річка вийшла з берегів, і дванадцятеро ще не повернулися додому, сказав міський голова.",
    "zh": "河水漫过堤岸时有三十人死亡，另有十二人至今没有回家，市长昨天这样说，城里的人还在寻找他们。",
}
ENGLISH = {
    "prose": "Thirty people were killed when the river rose above its banks, and twelve have not come home, the mayor said.",
    "capitals": "THIRTY PEOPLE WERE KILLED WHEN THE RIVER ROSE ABOVE ITS BANKS, AND TWELVE HAVE NOT COME HOME, THE MAYOR SAID.",
    "telex": "VALLEY CITY, 4 MAR 19 -- TEN REBELS KILLED, SEVEN HURT, TWO CAPTURED NEAR SANTA ROSA. FOUR RIFLES SEIZED.",
    "names": "Those killed were Juan Carlos Perez, Maria Gonzalez, Pedro de la Torre, Jose Hernandez and Luis Alberto Romero.",
    "arabic names": "The dead: Abu Yusuf al-Masri, Khalid ibn Walid, Umm Hamza al-Tunisi, and their leader, Abu Bilal al-Iraqi.",
    "quoted": "The mayor said: « Nous avons perdu trente hommes ». The others have come home, and those who could were back at work.",
}
UNCERTAIN = {
    "list of names": "Juan Carlos Pérez\nMaría del Carmen González\nPedro Hernández Romero\nLuis Alberto Morales\nAna Lucía Flores\n",
    "table": "Corps | Crossed | Came back\nFirst | 72,000 | 3,000\nSecond | 37,000 | 4,000\nThird | 39,000 | 900\n",
    "short": "Trente morts.",
    "numbers": "1,234 5,678 90 12 34 56 78 90 " * 20,
    "nothing": "",
}


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("times", [1, 60])
def test_other_languages(code: str, times: int) -> None:
    language = tell_language((OTHERS[code] + "\n") * times)
    assert (language.code, language.is_read) == (code, False)


@pytest.mark.parametrize("name", ENGLISH)
@pytest.mark.parametrize("declared", [None, "en", "es"])
def test_english_in_any_dress(name: str, declared: str | None) -> None:
    assert tell_language(ENGLISH[name], declared).code in ("en", declared if name == "telex" else "en")
    assert tell_language(ENGLISH[name]).is_read


@pytest.mark.parametrize("name", UNCERTAIN)
def test_what_cannot_be_told_is_tried(name: str) -> None:
    language = tell_language(UNCERTAIN[name])
    assert language.is_read


@pytest.mark.parametrize(
    ("text", "declared", "code"),
    [
        (UNCERTAIN["short"], "fr", "fr"),
        (UNCERTAIN["short"], "en", "en"),
        (ENGLISH["prose"], "fr", "en"),
        (OTHERS["fr"], "en", "fr"),
        (OTHERS["uk"], "uk", "uk"),
        (UNCERTAIN["table"], None, None),
    ],
)
def test_a_declaration_decides_only_where_the_text_does_not(text: str, declared: str | None, code: str | None) -> None:
    assert tell_language(text, declared).code == code


def test_a_text_in_two_languages_is_read_and_said() -> None:
    both = (ENGLISH["prose"] + " ") * 40 + (OTHERS["ar"] + " ") * 60
    assert tell_language(both).code == "en"
    assert tell_language(both).also == ("Arabic",)
    turned = (OTHERS["ar"] + " ") * 60 + (ENGLISH["prose"] + " ") * 40
    assert (tell_language(turned).code, tell_language(turned).also) == ("en", ("Arabic",))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("en", "en"),
        ("EN-us", "en"),
        ("en_GB.UTF-8", "en"),
        ("eng", "en"),
        ("English", "en"),
        ("zh-Hant", "zh"),
        ("Arabic", "ar"),
        ("xx", None),
        ("", None),
    ],
)
def test_names_of_languages(words: str, code: str | None) -> None:
    assert read_language_name(words) == code


def test_every_language_that_the_detector_knows_has_a_name() -> None:
    from unaccounted.collect.languages import _detector

    assert [code for code in _detector().labels if language_name(code) == code] == []
