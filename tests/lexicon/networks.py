"""Networks made by hand."""

import numpy as np

from perspectieven.lexicon.network import Network


def network_of(n_codes: int, between: list[list[float]] | None = None) -> Network:
    """Return a network that tells of a code what signs say for it, and what `between` takes over from other codes.

    Parameters
    ----------
    between : codes x codes, optional
        What each code gets of what signs say for another, where that is above zero.
    """
    taken = np.zeros((n_codes, n_codes)) if between is None else np.array(between, float)
    own = np.array([[1.0], [0.0], [0.0]]).repeat(n_codes, axis=1)
    zeros, ones = np.zeros(n_codes), np.ones(n_codes)
    return Network.make(zeros, ones, np.eye(n_codes), zeros, taken, own, (8.0, 8.0))
