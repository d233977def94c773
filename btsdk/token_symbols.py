"""The symbols that a subnet's token can have, by the netuid that has each by default.

The runtime holds this table in its code, so no chain can be asked for it.
"""

from __future__ import annotations

# One character each, as the chain stores them; the Ogham space (90) is also one.
_SYMBOLS = (
    "Ταβγδεζηθικλμνξοπρσtυφχψωאבגדהוזחטיךכלםמ"
    "ןנסעףפץצקרשתابتثجحخدذرزسشصضطظعغفقكلمنهوي"
    "ىᚠᚢᚦᚨᚱᚳЫᛉᛒ ᚁᚂᚃᚄᚅ᚛აბგდევԱԲԳԴԵԶ՞ЀЁЂЃЄЅъⲀⲁⲂ"
    "ⲃⲄⲅ𑀀𑀁𑀂𑀃𑀅නඳපඵබභⰀⰁⰂⰃⰄⰅⰆⰇⰈⰉⰊⰋⰌⰍⰎⰏⰐⰑⰒⰓⰔⰕⰖⰗⰘⰙ"
    "ⰚⰛⰜⰝⰞⰟⰠกขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภม"
    "ยรลวศษสหฬอฮㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝ"
    "ㅞㅟㅠㅡㅢㅣአኡኢኣኤእኦኧወዉዊዋዌውዎኰ኱ኲኳኴኵ኶ጐ጑ጒመጔጕ጖अआइईउ"
    "ऊऋएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहア"
    "イウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリル"
    "レロワヲンⴰⴱⴲⴳⴴⴵⴶⴷⴸⴹⴺⴻⴼⴽⴾⴿⵀⵁⵂⵃⵄⵅⵆⵇⵈⵉⵊⵋⵌⵍⵎⵏⵐⵑⵒ"
    "ⵓඅආඉඊඋඌඍඎඏඐඑඒඓඔඕඖකඛගඝඞචඡජඣඤටඥඦඩඨඪණඬතථදධ"
)

TOKEN_SYMBOLS: tuple[str, ...] = tuple(_SYMBOLS)
"""The symbols in the runtime's order. The first is TAO's own, which no subnet can choose."""
