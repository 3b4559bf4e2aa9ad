"""WordPerfect's own character sets: the ones that letters of a language are written in.

Numbers are those of WordPerfect 5 and 6: 0 ASCII, 1 accented Latin, 4 typographic signs, 8 Greek, 9 Hebrew,
10 Cyrillic. A sign that isn't known here becomes U+FFFD, so that it is seen to be missing.
"""

from __future__ import annotations

UNKNOWN = "\ufffd"
INTERNATIONAL = "åÅæÆäÄáàâãÃçÇëÉéèêíñÑøØõÕöÖüÜúùß"
_ACCENTS = "`·~^-/´¨¯'''¸'°.˝¸˛ˇ/¯˘"
_LATIN = (
    "ßĸȷÁáÂâÄäÀàÅåÆæÇçÉéÊêËëÈèÍíÎîÏïÌìÑñÓóÔôÖöÒòÚúÛûÜüÙùŸÿÃãĐđØøÕõÝýÐðÞþĂăĀāĄąĆćČčĈĉĊċĎďĚěĖėĒēĘęǴǵĞğǦǧĢģĜĝĠġĤĥĦħİıĪī"
    "ĮįĨĩĲĳĴĵĶķĹĺĽľĻļĿŀŁłŃńŉŉŇňŅņŐőŌōŒœŔŕŘřŖŗŚśŠšŞşŜŝŤťŢţŦŧŬŭŰűŪūŲųŮůŨũŴŵŶŷŹźŽžŻż"
)
_SIGNS = "●○■•*¶§¡¿«»£¥₧ƒªº½¼¢²ⁿ®©¤¾³‛’‘‟”“–—"
_GREEK = "ΑαΒβΒϐΓγΔδΕεΖζΗηΘθΙιΚκΛλΜμΝνΞξΟοΠπΡρΣσΣςΤτΥυΦφΧχΨψΩω"
_HEBREW = "אבגדהוזחטיךכלםמןנסעףפץצקרשת"
_CYRILLIC = "АаБбВвГгДдЕеЁёЖжЗзИиЙйКкЛлМмНнОоПпРрСсТтУуФфХхЦцЧчШшЩщЪъЫыЬьЭэЮюЯя"
_SETS = {1: _ACCENTS + _LATIN, 4: _SIGNS, 8: _GREEK, 9: _HEBREW, 10: _CYRILLIC}


def character(charset: int, number: int) -> str:
    """Return a sign by its character set and number, U+FFFD where it isn't known."""
    if charset == 0:
        return chr(number) if 0x20 <= number < 0x7F else UNKNOWN
    signs = _SETS.get(charset, "")
    return signs[number] if number < len(signs) else UNKNOWN
