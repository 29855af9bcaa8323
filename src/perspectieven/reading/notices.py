"""Lines that a program writes in a transcript by itself, and nobody says."""

import re

_NOTICE = re.compile(
    r"""(?ix)
    \W*+(?:
        \S.{0,60}\ (?:started|stopped)\ transcription
        |\S.{0,60}\ (?:heeft\ (?:de\ )?transcriptie|is\ met\ (?:de\ )?transcriptie)\ (?:gestart|gestopt|begonnen)
        |transcribed\ by\ https?://otter\.ai\S*
        |(?:deze\ opname\ is\ )?(?:automatisch\ )?getranscribeerd\ (?:door|met)\ \S{1,40}
        |(?:begin|einde)\ (?:van\ )?(?:de\ )?(?:opname|transcriptie|transcript)
        |(?:end|beginning)\ of\ (?:the\ )?(?:recording|transcript)
    )\W*"""
)


def is_notice(paragraph: str) -> bool:
    """Tell whether a paragraph is the notice of a program.

    Examples
    --------
    >>> is_notice("Noor de Wit heeft de transcriptie gestopt"), is_notice("Transcribed by https://otter.ai")
    (True, True)
    >>> is_notice("Ze is met de opname gestopt.")
    False
    """
    return bool(_NOTICE.fullmatch(paragraph))
