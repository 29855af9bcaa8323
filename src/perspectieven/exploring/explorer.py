"""The model behind the widget: choices in, rows out, without a browser."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pandas as pd
from traitlets import HasTraits, Instance, TraitError, Unicode, observe, validate

from perspectieven.errors import LexiconError
from perspectieven.exploring.changes import Change, compare_codings, keep_places
from perspectieven.exploring.typed_terms import read_terms
from perspectieven.lexicon import Lexicon
from perspectieven.reports.quotes import select_quotes

MAX_QUOTES = 25
STANCES = ("affirmed", "negated", "hypothetical")


class Explorer(HasTraits):
    """A theme or code of a study with its quotes, and what changed terms of a code would change.

    Set a trait and the others follow.

    Parameters
    ----------
    turns, codings : DataFrame
        Schemas `tables.TURNS` and `tables.CODINGS`; everything is counted.
    shown : DataFrame
        The turns whose words may be shown.
    recode : callable
        From a lexicon to the codings that it gives.
    labels : mapping of str to str
        Ids of perspectives, themes and codes to what people read.

    Attributes
    ----------
    item : str
        The id of a theme or code.
    perspective, stance : str
        Empty for all of them.
    terms : str
        The terms of the code in the notation of the lexicon, one a line; empty for a theme. Change them, and `change`
        says what they change, or `problem` what is wrong with them, a line for each. A plain word is a term too.
    quotes : DataFrame
        At most 25 rows as from `reports.select_quotes`, spread over speakers.
    n_quotes, n_hidden, n_beyond : int
        Codings chosen; those of them whose words may not be shown; and those that may, but do not fit. With what
        `quotes` holds, these add up.
    change : Change or None
        None while the terms are those of the study.

    Examples
    --------
    >>> import perspectieven as pv
    >>> study = pv.Study.open("tests/ministudie")
    >>> explorer = Explorer(
    ...     study.turns(), study.codings(), study.lexicon, shown=study.turns(), recode=study.recode,
    ...     perspectives=study.perspectives, labels=study.labels,
    ... )
    >>> explorer.item = "ERB-FASE"
    >>> explorer.terms = "L:puberteit"
    >>> bool(explorer.change.counts["n_lost"].sum() > 0), explorer.problem
    (True, '')
    """

    item = Unicode()
    perspective = Unicode()
    stance = Unicode()
    terms = Unicode()
    problem = Unicode()
    quotes = Instance(pd.DataFrame)
    change = Instance(Change, allow_none=True)

    def __init__(
        self,
        turns: pd.DataFrame,
        codings: pd.DataFrame,
        lexicon: Lexicon,
        *,
        shown: pd.DataFrame,
        recode: Callable[[Lexicon], pd.DataFrame],
        perspectives: Sequence[str],
        labels: Mapping[str, str],
        withheld: Sequence[str] = (),
        language: str = "nl",
    ) -> None:
        self.lexicon = lexicon
        self.labels = labels
        self.language = language
        self.perspectives = tuple(perspectives)
        self.items = tuple(
            item
            for theme in lexicon.themes
            for item in (theme.id, *(code.id for code in lexicon.codes if code.theme == theme.id))
            if item not in withheld
        )
        self._turns, self._shown = turns, shown
        counted = ~codings["code"].isin(list(withheld)) & (codings["status"] != "rejected")
        self._codings = codings[counted].reset_index(drop=True)
        self._recode = recode
        self.n_quotes = self.n_hidden = self.n_beyond = 0
        super().__init__(quotes=codings.iloc[:0])
        self.item = self.items[0]

    @property
    def is_code(self) -> bool:
        """Whether a code is chosen, whose terms can be changed, and not a theme."""
        return self.item in self.lexicon.code_ids

    def own_terms(self) -> str:
        """Return the terms of the code as the study has them, one a line; empty for a theme."""
        return "\n".join(term.notation for term in self.lexicon.code(self.item).terms) if self.is_code else ""

    def quotes_of(self, codings: pd.DataFrame) -> pd.DataFrame:
        """Return the quotes of codings that may be shown, at most 25 and spread over speakers."""
        return select_quotes(keep_places(self._shown, codings), self._turns, limit=MAX_QUOTES)

    @validate("item", "perspective", "stance")
    def _check(self, proposal: Mapping[str, object]) -> object:
        name, value = proposal["trait"].name, proposal["value"]  # type: ignore[attr-defined]
        options = {"item": self.items, "perspective": ("", *self.perspectives), "stance": ("", *STANCES)}[name]
        if value not in options:
            raise TraitError(f'{name} is "{value}"; use one of {", ".join(filter(None, options))}')
        return value

    @observe("item")
    def _choose(self, _: object) -> None:
        self.terms = self.own_terms()

    @observe("item", "perspective", "stance")
    def _find_quotes(self, _: object) -> None:
        chosen = self._codings[(self._codings["theme"] == self.item) | (self._codings["code"] == self.item)]
        if self.stance:
            chosen = chosen[chosen["stance"] == self.stance]
        if self.perspective:
            chosen = keep_places(self._turns[self._turns["perspective"] == self.perspective], chosen)
        self.n_quotes = len(chosen)
        self.n_hidden = len(chosen) - len(keep_places(self._shown, chosen))
        quotes = self.quotes_of(chosen)
        self.n_beyond = len(chosen) - self.n_hidden - len(quotes)
        self.quotes = quotes

    @observe("terms")
    def _try(self, _: object) -> None:
        self.problem = ""
        if not self.is_code or self.terms == self.own_terms():
            self.change = None
            return
        code = self.lexicon.code(self.item)
        try:
            terms = read_terms(self.terms, code=code.id, known=code.terms, language=self.language)
        except LexiconError as error:
            self.change, self.problem = None, "\n".join(f"{fault.place}: {fault.what}" for fault in error.faults)
            return
        after = self._recode(self.lexicon.with_code(replace(code, terms=terms)))
        self.change = compare_codings(self._codings, after, self._turns, code=code.id, perspectives=self.perspectives)
