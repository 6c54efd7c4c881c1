"""No name that is not known to be public reaches the page that leaves the machine; names of bodies and places stand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unaccounted.base.accounts import Account
from unaccounted.base.records import Claim, Cohort, Document, Figure, FlatClaim, Source, Where
from unaccounted.show.evidence import Evidence
from unaccounted.show.page import write_page
from unaccounted.show.redaction import decide_withholding

WITHHELD_IN = [
    ("Some 12 classmates of Tariq Nabulsi drowned.", "Tariq Nabulsi"),
    ("Relatives of Zdravko Hrib said 40 died.", "Zdravko Hrib"),
    ("Okonjo Bassey's family lost 7 people.", "Okonjo Bassey"),
    ("The Haddadin brothers and 9 others were killed.", "Haddadin"),
    ("NINE CLASSMATES OF OMAR QADIRI WERE KILLED.", "OMAR QADIRI"),
    ("40 died on Petros Galanis's boat.", "Petros Galanis"),
    ("Mehdi, son of Karim Zolfaghari, and 12 others drowned.", "Mehdi Karim Zolfaghari"),
    ("Abu Layth al-Sahrawi's relatives said 12 died.", "Layth Sahrawi"),
    ("Родственники Ивана Чернова. Relatives of Иван Чернов said 30 died.", "Иван Чернов"),
    ("T. K. Mbeki's widow said 40 men died.", "Mbeki"),
    ("Anne-Sophie Delcourt said 40 people drowned.", "Anne Sophie Delcourt"),
    ("Five friends of Nguyen Van Thuan were detained.", "Nguyen Thuan"),
    ("The family of little Rosa Quispe lost 6 people.", "Rosa Quispe"),
    ("Mrs Vanterpool said 30 people died.", "Vanterpool"),
    ("12 people from Kwabena's village were killed.", "Kwabena"),
    ("Leyla's mother said 12 drowned.", "Leyla"),
    ("FAMILY OF SALMA ORABI MOURNS 7 DEAD", "SALMA ORABI"),
    ("The killing of Bogdan Wieczorek and 8 others was reported.", "Bogdan Wieczorek"),
    ("The Garcia-Lopez children and 4 others died.", "Garcia Lopez"),
    ("40 people died; Xiuying Zhang's cousins are among 12 missing.", "Xiuying Zhang"),
    ("Umm Khalid counted 12 dead.", "Khalid"),
    ("The O'Rourke sisters were among 14 dead.", "Rourke"),
    ("Ten passengers on the Svenssons' boat died.", "Svenssons"),
    ("Tsering Wangmo wept. 40 people died.", "Tsering Wangmo"),
    ("Among 40 dead was Ibrahim.", "Ibrahim"),
    ("The house of Yaw Boateng was hit and 12 died.", "Yaw Boateng"),
    ("Colleagues of the late Dinesh Perera said 30 died.", "Dinesh Perera"),
    ("The Nazari family lost 11 people.", "Nazari"),
    ("Ayşe Yıldırım'ın, and relatives of Ayşe Yıldırım, lost 12.", "Ayşe Yıldırım"),
    ("Daughters of Haile Tesfaye were among 12 killed.", "Haile Tesfaye"),
    ("Neighbours of Mr. Kowalczyk said 12 died.", "Kowalczyk"),
    ("Ng's brothers were among 12 killed.", "Ng"),
    ("Pupils of Father Aurelio Benitez: 14 died.", "Aurelio Benitez"),
    ("Sons of Dhan Bahadur Thapa: 3 killed.", "Dhan Bahadur Thapa"),
    ("Hassan ibn Mahmoud al-Tamimi lost 9 people.", "Hassan Mahmoud Tamimi"),
    ("The wife of D'Angelo Bright said 30 died.", "Angelo Bright"),
    ("Relatives of\nMirela Ionescu said 40 died.", "Mirela Ionescu"),
    ("María José Carreño's children were among 12 dead.", "María José Carreño"),
    ("Said Tomasz Lewandowski: 40 died.", "Tomasz Lewandowski"),
    ("40 died, according to Priya Raghavan.", "Priya Raghavan"),
    ("Photo: the boat of Joao Cabral, in which 12 died.", "Joao Cabral"),
    ("The disappearance of Sione Tupou and 5 others.", "Sione Tupou"),
    ("Zdravko said 40 people died.", "Zdravko"),
    ("12 guests drowned on the way to Petrosyan's wedding.", "Petrosyan"),
    ("Survivors told of Zelmira, who lost 4 children; 40 died.", "Zelmira"),
    ("Nine men lived on the Haddad dhow; 7 drowned.", "Haddad"),
    ("Followers of Ilarionov killed 12 people.", "Ilarionov"),
    ("40 people drowned in the trawler of Mwangi.", "Mwangi"),
    ("ZELMIRA KOSTOVA COUNTED 40 DEAD.", "ZELMIRA KOSTOVA"),
    ("40 PEOPLE DIED, OLUWASEUN TOLD THE POLICE.", "OLUWASEUN"),
    ("Moreno said that 12 people died.", "Moreno"),
    ("Paris Kostopoulos buried 12 dead.", "Paris Kostopoulos"),
    ("12 people died near Ilya Vorontsov.", "Ilya Vorontsov"),
    ("Umm Zayd lost 4 sons and 12 people died.", "Zayd"),
    ("Y. Tkachenko saw 40 people die.", "Tkachenko"),
    ("Baker Petrov told us 12 people died.", "Baker Petrov"),
    ("40 died aboard the dhow Salma Orabi.", "Salma Orabi"),
    ("Kostova's regime killed 12 people.", "Kostova"),
    ("12 people died in Wozniak's campaign.", "Wozniak"),
    ("يوسف الحلبي said 40 people died.", "يوسف الحلبي"),
    ("Young Bakary walked on; 40 died.", "Bakary"),
    ("It was Temitope who counted 40 dead.", "Temitope"),
]
STANDS = [
    "The Red Cross said 40 people died in Aleppo.",
    "The Syrian army killed 40 people near Deir Hafir.",
    "The Ministry of Health said 12 people died.",
    "Residents of Port Lano fled; 40 died.",
    "President Elena Marsh said 40 died.",
    "Germany's government detained 12.",
    "The Abdullah Azzam Brigades killed 12 soldiers.",
    "United Nations staff counted 40 dead in South Sudan.",
    "Northern Front fighters killed 12.",
    "On Monday 40 people died in Mexico City.",
    "Human Rights Watch and the Syrian Observatory counted 40 dead.",
    "ISIS fighters from Belgium: 400 joined.",
    "Lake Victoria claimed 40 lives.",
    "The Kabul police arrested 12.",
    "San Jose police counted 12 dead.",
    "40 people died near Ain Issa.",
    "Families of Homs lost 40 people.",
    "Families of Yarmouk camp counted 12 dead.",
    "The University of Warsaw counted 12 dead.",
    "40 people died in Kharkiv and Odesa.",
    "Operation Eastern Shield killed 40 people.",
    "The Ministry of Defence said 12 died.",
    "General Okello said 12 people died.",
    "40 people died in the Mediterranean Sea.",
    "The Anti-Terrorism Law jailed 40 people.",
    "Muslim and Christian families lost 12 people.",
    "The BBC and Al Jazeera reported 40 dead.",
    "40 people drowned off Lampedusa.",
    "Louis XVI detained 40 men.",
    "Aleppo counted 40 dead.",
    "THE ARMY KILLED 40 PEOPLE IN ALEPPO.",
    "Prime Minister Dalia Krol said 40 people died.",
    "Seven Kurds from Kobani were killed.",
]


def _document(text: str) -> Document:
    return Document("d", "d.txt", ("d.txt",), "d", None, "text", "utf-8", text)


def _shown(text: str) -> str:
    claim = Claim("c", "d", "d.txt", "count", 0, len(text), text, fate="died", best=40)
    return decide_withholding(Evidence(Account(()), claims=(claim,), documents=(_document(text),))).redact(text)


@pytest.mark.parametrize(("text", "name"), WITHHELD_IN)
def test_a_person_s_name_goes(text: str, name: str) -> None:
    shown = _shown(text)
    assert not [word for word in name.split() if word in shown], shown


STANDS += [
    "Rodolfo II, who led them, lost 40 men.",
    "Rodolfo II lost 40 men; then Rodolfo fled.",
    "On Saint Helena 40 people died.",
]


@pytest.mark.parametrize("text", STANDS)
def test_a_body_or_a_place_stands(text: str) -> None:
    assert _shown(text) == text


_LETTERS = st.sampled_from(["b", "d", "g", "k", "l", "m", "n", "r", "s", "t", "v", "z"])
_SYLLABLE = st.builds(lambda first, second: first + second, _LETTERS, st.sampled_from("aeiou"))
_INVENTED = st.builds(lambda several: "Q" + "".join(several), st.lists(_SYLLABLE, min_size=2, max_size=4))
_POSITIONS = st.sampled_from(
    [
        "Classmates of {} were killed, 40 of them.", "Some 40 relatives of {} died.", "{}'s family lost 40 people.",
        "The {} brothers and 40 others died.",
        "40 people died in {}'s boat.", "40 died with the son of {}.", "Mr {} said 40 people died.", "Abu {} counted 40 dead.",
        "{}, 43, saw 40 people die.",
        "The resident {} saw 40 people die.", "{} said 40 people died.", "40 guests of {} drowned.", "Nobody told {} of the 40 dead.",
        "40 died on the {} dhow.", "It was {} who counted 40 dead.", "40 people died near {}.", "{}'s regime killed 40 people.",
        "Of {} nothing was heard; 40 died.", "40 people (among them {}) died.", "The photographs by {} show 40 dead.",
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(name=st.lists(_INVENTED, min_size=1, max_size=3), position=_POSITIONS, shouted=st.booleans())
def test_no_part_of_a_name_reaches_a_byte_of_the_page(name: list[str], position: str, shouted: bool) -> None:
    printed = " ".join(name)
    text = position.format(printed.upper() if shouted else printed)
    label = f"relatives of {printed}"
    claim = Claim(
        "c", "d", f"{printed}.txt", "count", 0, len(text), text, cohort=Cohort(label, kin_of=printed), fate="died", best=40,
        where=Where(f"{printed}'s house"), group=f"{printed} family", source=Source(f"the widow of {printed}", "witness"),
    )  # fmt: skip
    flat = FlatClaim(id="c", cohort=label, fate="died", best=40)
    evidence = Evidence(
        Account((Figure(label, "died", "2020-01-01", 40, 40, 40, True, 1, ("c",)),)),
        flat=(flat,),
        claims=(claim,),
        documents=(_document(text),),
    )
    page = write_page(evidence).lower()
    assert not [word for word in name if word.lower() in page]
