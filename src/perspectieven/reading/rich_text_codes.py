r"""What the codes of Rich Text Format stand for: characters, code pages, and destinations that hold no text.

The names are those of Microsoft's specification: a *control word* is a backslash with letters, a *control symbol* a
backslash with one other sign, and a *destination* a group whose first control word says what it is for.
"""

import codecs
import re

TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n\x00]+)|[\r\n\x00]+|\\",
    re.DOTALL,
)
CHARSETS = {
    **{0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950"},
    **{161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251"},
    **{222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850"},
}
"""What a font says of its letters; Windows names the code pages by these numbers."""
CODE_PAGES = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_NUMBERED_PAGES = {10000: "mac_roman", 65001: "utf-8"}
CHARACTERS = {
    **{"tab": "\t", "line": "\n", "emdash": "\u2014", "endash": "\u2013", "bullet": "\u2022"},
    **{"lquote": "\u2018", "rquote": "\u2019", "ldblquote": "\u201c", "rdblquote": "\u201d"},
    **{"emspace": " ", "enspace": " ", "qmspace": " "},
    **{"~": " ", "_": "-", "{": "{", "}": "}", "\\": "\\"},
}
ENDS_PARAGRAPH = frozenset({"par", "sect", "page", "column", "\n", "\r"})
KEPT_WHEN_STARRED = frozenset({"shpinst", "do", "nesttableprops"})
BOXES = frozenset({"shptxt", "dptxbxtext"})
LEFT_OUT = frozenset(
    """
    annotation atnauthor atndate atnicn atnid atnparent atnref atntime atrfend atrfstart author background blipuid
    bkmkend bkmkstart buptim category colorschememapping colortbl comment company creatim datafield datastore doccomm
    docvar falt ffdeftext ffformat ffname filetbl fldinst fldtype fontemb footer footerf footerl footerr footnote
    formfield aftncn aftnsep aftnsepc ftncn ftnsep ftnsepc generator header headerf headerl headerr info keywords
    latentstyles listname listoverridetable listpicture listtable listtext manager mmathPict nextfile nonesttables
    nonshppict objalias objclass objdata objname objsect objtime oldcprops oldpprops oldsprops oldtprops operator
    panose password passwordhash pgptbl pict pn pnseclvl pntext pntxta pntxtb private protusertbl pxe revtbl rsidtbl
    rxe shppict shprslt sp stylesheet subject tc template themedata title txe userprops wgrffmtfilter windowcaption xe
    xmlnstbl
    """.split()
)


def find_code_page(number: int) -> str | None:
    """Return the encoding of a code page by its number in Windows; None if there is no such encoding.

    >>> find_code_page(1252), find_code_page(10000), find_code_page(99999)
    ('cp1252', 'mac_roman', None)
    """
    page = _NUMBERED_PAGES.get(number, f"cp{number}")
    try:
        codecs.lookup(page)
    except LookupError:
        return None
    return page
