"""No name that is not known to be public reaches the page that leaves the machine; names of bodies and places stand."""

from __future__ import annotations

import re

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
    ("Chukwuemeka Obiora watched 12 people drown.", "Chukwuemeka Obiora"),
    ("The boat belonged to Thanasis; 40 people drowned.", "Thanasis"),
    ("Panagiotis, Eleni and Stavros died with 12 others.", "Panagiotis Eleni Stavros"),
    ("A grave for Nkechi was dug beside 40 dead.", "Nkechi"),
    ('"They shot 12 men," Ferhat whispered.', "Ferhat"),
    ("Interview with Dilnoza Rakhimova: 40 people died.", "Dilnoza Rakhimova"),
    ("12 people died when Sgt Wade Kessler opened fire.", "Wade Kessler"),
    ("Captain Ole Brattvik drowned with 12 sailors.", "Ole Brattvik"),
    ("RESIDENT BEATRIZ PALOMINO SAID 40 PEOPLE DIED.", "BEATRIZ PALOMINO"),
    ("GUNMEN KILLED 12 PEOPLE IN THE HOUSE OF THE TARAZONA FAMILY.", "TARAZONA"),
    ("40 PEOPLE WERE KILLED WITH SHOPKEEPER HIDALGO.", "HIDALGO"),
    ("K. Wójcik lost 12 cousins.", "Wójcik"),
    ("For Li Na, 12 people were missing.", "Li Na"),
    ("Kim counted 12 dead.", "Kim"),
    ("The phone of Mrs. Achterberg rang; 40 had died.", "Achterberg"),
    ("Светлана Петрова потеряла 12. Then Svitlana Petrenko said 40 people died.", "Светлана Петрова Svitlana Petrenko"),
    ("Abu Hafs al-Jazrawi and Umm Muath counted 12 dead.", "Hafs Jazrawi Muath"),
    ("Among the 12 killed were Tom Bridge and Ann Church.", "Tom Bridge Ann"),
    ("Florence, 9, died with 12 others.", "Florence"),
    ("Hussein drove 12 people who died.", "Hussein"),
    ("Beside the ship Zorica Milenkovic 12 people drowned.", "Zorica Milenkovic"),
    ("Jean-Baptiste DUPLESSIS said 12 people died.", "DUPLESSIS"),
    ("O'Malley's pub was hit; 12 people died.", "Malley"),
    ("12 people, incl. Dr T. Vasquez-Ibarra, died.", "Vasquez Ibarra"),
    ("40 died; Washington Okumu buried them.", "Okumu"),
    ("Judge not Bakhtiyar: 12 people died with him.", "Bakhtiyar"),
    ("12 people of Nazarbek's column died; Nazarbek survived.", "Nazarbek"),
    ("The Tarazonas lost 12 people.", "Tarazonas"),
    ("Let Gulnara speak: 40 people died.", "Gulnara"),
    ("40 people died. Rest in peace, Amaru!", "Amaru"),
    ("12 people died; so did Bright Nwosu's goats.", "Bright Nwosu"),
    ("Ahead of the funeral of Grace Adjei 12 people died.", "Grace Adjei"),
    ("Will Carter and 12 others drowned.", "Will Carter"),
    ("40 people died. Rivers said so.", "Rivers"),
    ("12 people were killed, among them Stone.", "Stone"),
    ("MARK BAKER AND 12 OTHERS WERE KILLED.", "BAKER"),
    ("12 KILLED; SAYS JOY OKORO", "OKORO"),
    ("Sister Immaculata Wanjiru lost 12 pupils, who died.", "Immaculata Wanjiru"),
    ("Imam Sulaiman Diarra buried 40 dead.", "Sulaiman Diarra"),
    ("Sheikh Rashid Dost counted 40 dead.", "Rashid Dost"),
    ("Her name is Saoirse; 12 of her kin died.", "Saoirse"),
    ("(Reporting by Malgorzata Zielinska) 40 people died.", "Malgorzata Zielinska"),
    ("40 people died, wrote Prince Okonkwo, a fisherman.", "Okonkwo"),
    ("The Rose Mensah sank and 40 people drowned.", "Mensah"),
    ("40 died, @zanelekhumalo wrote; Zanele Khumalo left.", "Zanele Khumalo zanelekhumalo"),
    ("Al-Masri's taxi hit a mine: 12 people died.", "Masri"),
    ("12 people died in Jamal, said Jamal's father.", "Jamal"),
    ("One Eskinder, one Dawit, and 40 others died.", "Eskinder Dawit"),
    ("In Yusuf's words, 40 people died.", "Yusuf"),
    ("40 people died at Marwa's.", "Marwa"),
    ("From: Hyacinth Ferreira. Subject: 40 people died.", "Ferreira"),
    ("12 villagers, Ndeye among them, died.", "Ndeye"),
    ("General practitioner Anselm Vogt counted 40 dead.", "Anselm Vogt"),
    ("The president of the club, Lamine Sagna, said 12 people died.", "Lamine Sagna"),
    ("MR OBIANG'S SON AND 12 OTHERS DIED.", "OBIANG"),
    ("12 people died in Nadia Hospital Street, says Nadia.", "Nadia"),
    ("Kostas’s cousin Vassilis buried 12 dead.", "Kostas Vassilis"),
    ("יוסי כהן said 40 people died.", "יוסי כהן"),
    ("Γιώργος Παπαδόπουλος said 40 people died.", "Γιώργος Παπαδόπουλος"),
    ("李娜 said 40 people died.", "李娜"),
    ("12 people died. “Never forget,” says young Ingrid.", "Ingrid"),
    ("40 people drowned, and Victoria Falls with them, her mother said.", "Falls"),
]
STANDS = [
    "The World Health Organization said 40 people died in Gaza.",
    "40 people were killed in Donetsk Oblast.",
    "Bangladesh's navy rescued 40 people.",
    "12 people died in Los Angeles County.",
    "President Joao Mendes said 40 people died.",
    "The Supreme Court sentenced 12 people.",
    "The Sea of Azov claimed 40 lives.",
    "Hezbollah fighters killed 12.",
    "Easter Sunday bombings killed 40 people.",
    "40 people died at St Petersburg's hospital.",
    "The Tigray People's Liberation Front killed 40 people.",
    "Police in New South Wales arrested 12.",
    "40 people fled Mosul for Erbil.",
    "The Geneva Conventions protect 40 detainees.",
    "UNHCR counted 40 dead off Libya.",
    "The Syrian Observatory for Human Rights counted 40 dead.",
    "The Battle of Stalingrad killed 40,000 soldiers.",
    "The European Court of Human Rights heard 40 detainees.",
    "Doctors Without Borders treated 40 wounded in Aden.",
    "40 people were killed in the Jabalia camp.",
    "King Charles I lost 40 men.",
    "The Iraqi Interior Ministry said 40 people died.",
    "Governor Ann Richards said 12 people died.",
    "12 people died in Sri Lanka's Eastern Province.",
    "In May 40 Rohingya drowned in the Bay of Bengal.",
    "The Lord's Resistance Army abducted 40 children.",
    "Le Monde reported 40 dead.",
    "Pope Francis prayed for 40 dead.",
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
    assert not [word for word in name.split() if re.search(rf"(?<!\w){word}(?!\w)", shown)], shown


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


@pytest.mark.parametrize("name", ["interview_with_zelmira-kostova.txt", "kostova.pdf", "ZELMIRA.docx"])
def test_a_name_in_a_file_s_name_goes(name: str) -> None:
    shown = decide_withholding(Evidence(Account(()))).redact(name, "file")
    assert "kostova" not in shown.lower() and "zelmira" not in shown.lower() and shown.endswith(name[name.index(".") :])


def test_what_nobody_governs_makes_no_name_public() -> None:
    text = "Kostova's regime fell. Later Kostova died with 40 others; Wozniak's campaign was Wozniak's own."
    assert "Kostova" not in _shown(text) and "Wozniak" not in _shown(text)


def test_an_author_s_byline_stands_and_a_namesake_does_not() -> None:
    document = Document("d", "d.txt", ("d.txt",), "d", None, "text", "utf-8", "", author="Zelmira Kostova and T. Vance")
    withholding = decide_withholding(Evidence(Account(()), documents=(document,)))
    assert withholding.redact("Then Kostova, as Zelmira Kostova writes.") == "Then Kostova, as Zelmira Kostova writes."
    assert "Kostova" not in withholding.redact("Then Petko Kostova came.")
