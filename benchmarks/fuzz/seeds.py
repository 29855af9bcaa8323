"""Small sound files of every format, written by hand, to be damaged."""

import io
import json
import zipfile
from collections.abc import Sequence

import docx
import openpyxl

PLAIN = """Gesprek 3

Interviewer: Hoe gaat het thuis?
Moeder (00:01:05): Goed. Dat hoort er “gewoon” bij, één keer per week; 't is 5 euro.
  en de cliënt ook.

[00:02] Interviewer: Fijn.
Moeder: Ja.

- rust
1) steun
"""
MARKDOWN = """---
title: gesprek
---
# Gesprek *drie*

**Interviewer:** Hoe gaat het [thuis](http://x.nl "y")?

> **Moeder:** Goed. `x` <em>echt</em> ![plaat](a.png)

| spreker | tekst |
|---|---|
| Moeder | Ja. |

1. een
   - twee

```
code
```
"""
VTT = """\ufeffWEBVTT - gesprek
Kind: captions

NOTE
een opmerking

STYLE
::cue(.x) { color: red }

REGION
id:links

6f1e-4a/1-0
00:00:01.000 --> 00:00:03.500 align:start position:0%
<v.luid Noor de Wit>Hoe gaat het
met &amp; zonder?</v>

00:03.500 --> 00:05.000
<v Sanne><i>Goed</i> <00:00:04.000><c.x>hoor</c></v>

2
00:00:05.000 --> 00:00:06.000
Noor (begeleider): Fijn.
"""
SRT = """1
00:00:01,000 --> 00:00:02,000
<i>Noor:</i> Hoe gaat het?

2
00:00:02,000 --> 00:00:03,500 X1:1
- Sanne: Goed.
- Noor: {\\an8}Fijn &amp; wel.

3
01:00:00,000 --> 01:00:01,000
Ondertitels ingediend door de Amara.org gemeenschap
"""
SBV = """0:00:01.000,0:00:02.000
Noor: Hoe gaat het?

0:00:02.000,0:00:03.500
>> Sanne: Goed.[br]Echt.

0:00:03.500,0:00:05.000
Noor: Fijn.
"""
RTF = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Calibri;}{\f2\fcharset128 MS Mincho;}}"
    r"{\header kop\par}{\info{\title t}}\pard\plain Gesprek\par {\b Interviewer:} Hoe{\footnote\pard noot\par} nu?\par"
    r" Moeder: Goed, de cli\'ebnt\u233\'e9.\v geheim\v0 {\deleted weg}{\shp{\*\shpinst{\shptxt kader\par}}}\par"
    r" \trowd\cellx100\pard\intbl a\cell b\par c\cell\row\pard\intbl\itap2 in\nestcell{\*\nesttableprops\nestrow}"
    r"\itap1 uit\cell\row\pard {\pict\bin3 xyz}{\field{\*\fldinst LINK}{\fldrslt toon}}\f2 \'83A\par}"
)
CSV = 'speaker;text;start\nInterviewer;"Hoe; gaat het?";0:01\nMoeder;"Goed ""hoor""\nen meer";2.5\n'
CHAT = """@UTF8
@Begin
@Languages:\tnld
@Participants:\tMOE Mother, INV Interviewer
@Comment:\top bezoek
*INV:\thoe <gaat het> [/] gaat (he)t ? \u00151000_2500\u0015
%com:\tlacht
*MOE:\t&-eh wel goed@d ie [: hij] +"/. xxx [= naam] (1.5) ↫g↫goed:: +...
\ten verder .
@End
"""
WHISPER = {
    "text": " Hoe gaat het? Goed.",
    "language": "nl",
    "segments": [
        {
            "id": 0,
            "start": 0.0,
            "end": 2.5,
            "text": " Hoe gaat het? Goed.",
            "no_speech_prob": 0.7,
            "avg_logprob": -1.2,
            "speaker": "A",
            "words": [
                {"word": "Hoe", "start": 0, "end": 0.4, "speaker": "A"},
                {"word": "gaat", "start": 0.5, "end": 0.8},
                {"word": "het?", "start": 0.9, "end": 1.0, "speaker": "A"},
                {"word": "Goed.", "start": 2.0, "end": 2.5, "speaker": "B"},
            ],
        },
        {"start": 9, "end": 10, "text": "Ja.", "speaker": None},
    ],
}
OTHER_JSON = (
    {
        "transcription": [
            {"timestamps": {"from": "00:00:00,000", "to": "00:00:02,500"}, "text": " Zij kreeg jeugd"},
            {"offsets": {"from": 2500, "to": 3100}, "text": "zorg", "tokens": [{"text": "z", "p": 0.1}]},
        ]
    },
    {
        "entries": [
            {"text": "Zullen we?", "speakerDisplayName": "Noor", "startOffset": "00:00:03.71", "endOffset": "00:00:05"}
        ]
    },
    {
        "recognizedPhrases": [
            {"speaker": 1, "offset": "PT1.5S", "duration": "PT2M1S", "nBest": [{"display": "Goed."}, {"display": "G"}]}
        ]
    },
    {"words": [{"word": "Hoe", "start": 0.0, "end": 0.4}], "text": "Hoe."},
    {"text": "Hoe gaat het?"},
)
EAF = """<?xml version="1.0" encoding="UTF-8"?>
<ANNOTATION_DOCUMENT AUTHOR="" DATE="2021-05-26T10:00:00+01:00" FORMAT="3.0" VERSION="3.0">
<HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"><MEDIA_DESCRIPTOR MEDIA_URL="file:///x.wav" MIME_TYPE="audio/x-wav"/>
</HEADER><TIME_ORDER><TIME_SLOT TIME_SLOT_ID="t0" TIME_VALUE="0"/><TIME_SLOT TIME_SLOT_ID="t1"/>
<TIME_SLOT TIME_SLOT_ID="t2" TIME_VALUE="2000"/></TIME_ORDER>
<TIER TIER_ID="Noor" PARTICIPANT="Noor" LINGUISTIC_TYPE_REF="utt">
<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a0" TIME_SLOT_REF1="t0" TIME_SLOT_REF2="t1">
<ANNOTATION_VALUE>Hoe gaat het?</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="t1" TIME_SLOT_REF2="t2">
<ANNOTATION_VALUE>Goed &amp; wel.</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
<TIER TIER_ID="Vertaling" PARENT_REF="Noor" LINGUISTIC_TYPE_REF="ref"><ANNOTATION>
<REF_ANNOTATION ANNOTATION_ID="a2" ANNOTATION_REF="a0"><ANNOTATION_VALUE>How?</ANNOTATION_VALUE></REF_ANNOTATION>
</ANNOTATION></TIER>
<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="utt" TIME_ALIGNABLE="true"/></ANNOTATION_DOCUMENT>"""
TEXTGRID = """File type = "ooTextFile"
Object class = "TextGrid"

xmin = 0
xmax = 3
tiers? <exists>
size = 2
item []:
    item [1]:
        class = "IntervalTier"
        name = "Noor"
        xmin = 0
        xmax = 3
        intervals: size = 2
        intervals [1]:
            xmin = 0
            xmax = 1.5
            text = "Hoe ""gaat"" het? cli\\e""nt"
        intervals [2]:
            xmin = 1.5
            xmax = 3
            text = ""
    item [2]:
        class = "TextTier"
        name = "punten"
        xmin = 0
        xmax = 3
        points: size = 1
        points [1]:
            number = 1
            mark = "klik"
"""
PUBLISHED = """<officiele-publicatie><metadata><meta content="x"/></metadata><handelingen><agendapunt>
<item-titel>Jeugdzorg</item-titel><spreekbeurt><spreker><voorvoegsels>De</voorvoegsels> <naam><achternaam>voorzitter
</achternaam></naam>:</spreker><tekst><al>Eén <nadruk>gezin</nadruk>, drie<noot><al>Bron.</al></noot> loketten.</al>
<motie><kop><titel>Motie</titel></kop><al>verzoekt,</al><motie-info><spreker>Noor</spreker><al>Nr. 2.</al></motie-info>
</motie></tekst></spreekbeurt><tekst><al>De vergadering wordt geschorst.</al></tekst></agendapunt></handelingen>
</officiele-publicatie>"""
TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><listPerson><person xml:id="Noor"><persName><surname>Wit
</surname><forename>Noor</forename></persName></person></listPerson></teiHeader><text><body><div><head>Wet</head>
<u who="#Noor"><seg>Goedemorgen.</seg><seg><s><w>Dat</w><w join="right">kan</w><pc>.</pc></s></seg><vocal><desc>Gelach
</desc></vocal></u><u><seg>Bravo!</seg></u></div></body></text></TEI>"""
MASHUP = """<root xmlns:pm="http://www.politicalmashup.nl"><proceedings xmlns="http://www.politicalmashup.nl">
<topic pm:title="Opening"><speech pm:speaker="Vos" pm:function="De voorzitter"><p>Welkom.</p></speech></topic>
</proceedings></root>"""
LINES = ("Interviewer: Hoe gaat het?", "Moeder: Goed, met de cliënt.", "Interviewer: Fijn.")


def make_seeds(suffix: str) -> list[bytes]:
    """Make the sound files of a format.

    Raises
    ------
    KeyError
        If there is none for this ending: add it below.
    """
    return {
        ".txt": lambda: [PLAIN.encode(), PLAIN.encode("cp1252"), PLAIN.encode("utf-16")],
        ".md": lambda: [MARKDOWN.encode(), PLAIN.encode()],
        ".vtt": lambda: [VTT.encode(), VTT.replace("\n", "\r\n").encode()],
        ".srt": lambda: [SRT.encode(), SRT.encode("utf-16")],
        ".sbv": lambda: [SBV.encode(), SBV.replace("\n", "\r\n").encode("cp1252")],
        ".rtf": lambda: [RTF.encode("latin-1")],
        ".csv": lambda: [CSV.encode(), CSV.replace(";", ",").encode("cp1252")],
        ".cha": lambda: [CHAT.encode()],
        ".json": lambda: [json.dumps(shape).encode() for shape in (WHISPER, *OTHER_JSON)],
        ".eaf": lambda: [EAF.encode()],
        ".textgrid": lambda: [TEXTGRID.encode(), TEXTGRID.encode("utf-16")],
        ".xml": lambda: [PUBLISHED.encode(), TEI.encode(), MASHUP.encode()],
        ".docx": lambda: [_make_docx()],
        ".odt": lambda: [_make_odt()],
        ".xlsx": lambda: [_make_xlsx()],
        ".pdf": lambda: [make_pdf(LINES)],
    }[suffix]()


def _make_docx() -> bytes:
    document = docx.Document()
    for line in LINES:
        document.add_paragraph(line)
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Spreker", "Tekst", "Moeder", "Ja."), strict=True):
        cell.text = text
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _make_xlsx() -> bytes:
    workbook = openpyxl.Workbook()
    for row in (("speaker", "text"), ("Interviewer", "Hoe gaat het?"), ("Moeder", 3.0), ("Moeder", "cliënt")):
        workbook.active.append(row)
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def _make_odt() -> bytes:
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table")
    )
    paragraphs = "".join(f'<text:p>{line}<text:s text:c="3"/><text:tab/></text:p>' for line in LINES)
    cell = "<table:table-cell><text:p>Moeder</text:p></table:table-cell>"
    table = f"<table:table><table:table-row>{cell}{cell}</table:table-row></table:table>"
    content = (
        f"<office:document-content {names}><office:body><office:text>{paragraphs}{table}<text:p>a"
        "<text:note><text:p>noot</text:p></text:note></text:p></office:text></office:body></office:document-content>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)
    return file.getvalue()


def make_pdf(lines: Sequence[str]) -> bytes:
    """Make a .pdf file of one page with these lines, in which no brackets stand."""
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    drawing = f"BT /F1 11 Tf 72 700 Td {shown} ET".encode("cp1252", "replace")
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawing), drawing),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer<</Root 1 0 R/Size 6>>\nstartxref\n%d\n%%%%EOF"
    return data + end % (table, len(data))
