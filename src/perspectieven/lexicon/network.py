"""A network over what signs say: how codes speak for and against each other."""

from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

LARGEST = 127
"""Of what goes in and of a weight: eight bits."""
LARGEST_BETWEEN = 255
"""Of what comes between."""
_AT_ONCE = 12
"""Passages: so few that libraries for linear algebra start no threads for them, which cost more than the work."""


class Network(NamedTuple):
    """Two layers of whole numbers: what signs say for all codes goes in, what that tells of each comes out.

    Sums are rounded to whole numbers on the way in and in between. These are so small that single precision adds them
    up without rounding, in whatever order: up to 1,000 codes and 500 hidden units no sum is beyond 2**24. So the same
    text has the same codes on every machine.

    Attributes
    ----------
    centre, scale : array of float32
        One element per code: what is taken from its sum, and what that is multiplied by, on the way in.
    first : array of int8, codes x hidden units
    first_bias : array of int32
        One element per hidden unit.
    between : array of float32, one element
        What a hidden unit is multiplied by before it is rounded.
    second : array of int8, hidden units x codes
    unit : array of float32, one element
        What one step of the outcome is worth.
    own : array of float32, 3 x codes
        What a code has beside the network: a weight of its own sum, one of the root of that, and a constant.
    """

    centre: NDArray[np.float32]
    scale: NDArray[np.float32]
    first: NDArray[np.int8]
    first_bias: NDArray[np.int32]
    between: NDArray[np.float32]
    second: NDArray[np.int8]
    unit: NDArray[np.float32]
    own: NDArray[np.float32]

    @classmethod
    def make(
        cls,
        mean: NDArray[np.floating],
        spread: NDArray[np.floating],
        first: NDArray[np.floating],
        first_bias: NDArray[np.floating],
        second: NDArray[np.floating],
        own: NDArray[np.floating],
        largest: tuple[float, float],
    ) -> Self:
        """Round a network as it was learnt, on sums from which `mean` was taken and that were divided by `spread`.

        Parameters
        ----------
        largest : (float, float)
            What goes in, once divided, is taken for no more than the first, what comes between for no more than the
            second.
        """
        step_in, step_between = largest[0] / LARGEST, largest[1] / LARGEST_BETWEEN
        of_first, of_second = ((float(np.abs(layer).max()) or 1.0) / LARGEST for layer in (first, second))
        return cls(
            mean.astype(np.float32),
            (1 / (spread * step_in)).astype(np.float32),
            np.rint(first / of_first).astype(np.int8),
            np.rint(first_bias / (of_first * step_in)).astype(np.int32),
            np.array([of_first * step_in / step_between], np.float32),
            np.rint(second / of_second).astype(np.int8),
            np.array([of_second * step_between], np.float32),
            own.astype(np.float32),
        )

    def tell(self, sums: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return what sums tell of each code, all codes considered: log odds that it is given.

        Parameters
        ----------
        sums : array of float32, passages x codes
        """
        n_passages, n_codes = sums.shape
        entered = np.zeros((n_passages + -n_passages % _AT_ONCE, n_codes), np.float32)
        np.clip(np.rint((sums - self.centre) * self.scale), -LARGEST, LARGEST, out=entered[:n_passages])
        first, second = self.first.astype(np.float32), self.second.astype(np.float32)
        between = entered.reshape(-1, _AT_ONCE, n_codes) @ first + self.first_bias.astype(np.float32)
        kept = np.clip(np.rint(between * self.between), 0, LARGEST_BETWEEN)
        outcome = (kept @ second).reshape(-1, n_codes)[:n_passages]
        by_sum, by_root, constant = self.own
        alone = by_sum * sums + by_root * np.sqrt(np.maximum(sums, np.float32(0))) + constant
        told: NDArray[np.float32] = outcome * self.unit + alone
        return told
