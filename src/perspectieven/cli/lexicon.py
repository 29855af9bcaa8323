"""The commands that check and show a lexicon."""

from typing import Annotated

import typer

from perspectieven.cli.exits import NEEDS_WORK

app = typer.Typer(help="Check and show a lexicon.", no_args_is_help=True, rich_markup_mode=None)

LexiconName = Annotated[str, typer.Option("--lexicon", "-l", help="A shipped lexicon, or the folder of one.")]


@app.command()
def check(lexicon: LexiconName = "normaliseren") -> None:
    """Read a lexicon and run its examples.

    Example: perspectieven lexicon check --lexicon mijn-lexicon
    """
    from perspectieven.examples import find_failed_examples
    from perspectieven.reading.lexicon import read_lexicon

    found = read_lexicon(lexicon)
    failed = find_failed_examples(found)
    for example in failed:
        terms = f" by {', '.join(example.terms)}" if example.terms else ""
        typer.echo(f"{example.code}: {example.kind}{terms}: {example.sentence}")
    hits, misses = (sum(len(getattr(c, name)) for c in found.codes) for name in ("hits", "near_misses"))
    wrong = {kind: sum(f.kind == kind for f in failed) for kind in ("missed", "wrongly found")}
    typer.echo(
        f"{found.name} {found.version}: {len(found.themes)} themes, {len(found.codes)} codes, {found.n_terms} terms"
    )
    typer.echo(
        f"{hits - wrong['missed']} of {hits} examples found, {misses - wrong['wrongly found']} of {misses} near "
        "misses left alone"
    )
    if failed:
        raise typer.Exit(NEEDS_WORK)


@app.command()
def show(
    code: Annotated[str, typer.Argument(help="A code, such as GRE-ZORGEN.")], lexicon: LexiconName = "normaliseren"
) -> None:
    """Show a code as a page of the codebook.

    Example: perspectieven lexicon show GRE-ZORGEN
    """
    from perspectieven.lexicon.page import describe_code
    from perspectieven.reading.lexicon import read_lexicon

    typer.echo(describe_code(read_lexicon(lexicon), code), nl=False)
