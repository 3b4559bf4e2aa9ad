"""The language of a text: by script, by small words, and silence where neither tells."""

from __future__ import annotations

import pytest

from triage.model.languages import LANGUAGES
from triage.sandbox.child.item_facts import _OF_SCRIPT, _WORDS, language
from triage.text import fold

SAID = {
    "en": "Please find the plan for the heron site, which we have to send with this letter.",
    "de": "Die Pläne für den Reiher sind noch nicht fertig, wir werden sie mit der Post schicken.",
    "fr": "Nous avons reçu le plan du héron et les lettres que vous avez envoyées dans une boîte.",
    "es": "El plan de la garza está en la caja que se envió por correo con los otros papeles.",
    "it": "Il piano dell'airone non è nella scatola che abbiamo mandato con le lettere per gli altri.",
    "pt": "O plano da garça não está na caixa que foi enviada com as cartas para os outros.",
    "nl": "Het plan van de reiger is nog niet klaar, wij sturen het met de post naar een ander.",
    "sv": "Planen för hägern är inte klar och vi skickar den med posten så att ni har den som ett brev.",
    "pl": "Plan czapli nie jest gotowy i wyślemy go do was z listem, żeby się nie zgubił na poczcie.",
    "he": "התוכנית של האנפה עוד לא מוכנה",
    "ar": "خطة مالك الحزين ليست جاهزة بعد",
    "fa": "برنامه حواصیل هنوز آماده نیست و چند روز دیگر پست می‌شود",
    "ru": "План цапли ещё не готов, мы вышлем его почтой в эти дни",
    "uk": "План чаплі ще не готовий, ми надішлемо його поштою",
    "el": "Το σχέδιο του ερωδιού δεν είναι έτοιμο",
    "ja": "鷺の計画はまだできていません",
    "zh": "苍鹭计划还没有准备好",
    "ko": "왜가리 계획은 아직 준비되지 않았습니다",
    "th": "แผนนกกระสายังไม่พร้อม",
}


@pytest.mark.parametrize("code", SAID)
def test_a_sentence_tells_its_language(code: str) -> None:
    assert language([("subject", fold("Re: the plan")), ("body", fold(SAID[code]))]) == code


@pytest.mark.parametrize("text", ["", "12345 678", "heron", "xk 9 blue", "שלום heron heron heron heron heron heron"])
def test_what_does_not_tell_is_unknown(text: str) -> None:
    assert language([("body", fold(text))]) == ""


def test_a_body_without_a_word_of_a_language_at_first_is_read_further() -> None:
    assert language([("body", fold("0123456789 " * 80 + SAID["de"]))]) == "de"


def test_the_other_texts_of_an_item_count_where_it_has_no_body() -> None:
    assert language([("alternative", fold(SAID["it"]))]) == "it"


def test_every_language_that_is_told_has_a_name() -> None:
    assert {*_OF_SCRIPT, *_WORDS, "fa", "ur", "uk", "bg"} == set(LANGUAGES)
