"""The network over what signs say: it is what it was learnt as, but for rounding, in whatever order."""

import numpy as np
import pytest

from perspectieven.lexicon.network import LARGEST, LARGEST_BETWEEN, Network
from tests.lexicon.networks import network_of


def learnt(n_codes: int = 12, n_hidden: int = 20, seed: int = 4) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(seed)
    return {
        "mean": rng.normal(0.1, 0.05, n_codes),
        "spread": rng.uniform(0.05, 0.3, n_codes),
        "first": rng.normal(0, 0.3, (n_codes, n_hidden)),
        "first_bias": rng.normal(0, 0.3, n_hidden),
        "second": rng.normal(0, 0.3, (n_hidden, n_codes)),
        "own": rng.normal(0, 1, (3, n_codes)),
    }


def as_learnt(sums: np.ndarray, given: dict[str, np.ndarray]) -> np.ndarray:
    between = np.maximum((sums - given["mean"]) / given["spread"] @ given["first"] + given["first_bias"], 0)
    by_sum, by_root, constant = given["own"]
    return between @ given["second"] + by_sum * sums + by_root * np.sqrt(np.maximum(sums, 0)) + constant


def test_rounding_hardly_changes_what_a_network_tells():
    given, sums = learnt(), np.random.default_rng(5).normal(0.1, 0.2, (200, 12)).astype(np.float32)
    told, expected = Network.make(**given, largest=(8.0, 8.0)).tell(sums), as_learnt(sums, given)
    assert np.abs(told - expected).mean() < 0.03
    assert np.corrcoef(told.ravel(), expected.ravel())[0, 1] > 0.999


def test_what_comes_in_and_between_has_a_largest():
    network = network_of(2, [[0, 1], [0, 0]])
    said = np.array([[4, 0], [8, 0], [80, 0], [-80, 0]], np.float32)
    assert network.tell(said)[:, 1] == pytest.approx([4, 8, 8, 0], abs=0.05)


def test_what_a_network_tells_is_what_numpy_makes_of_it():
    rng = np.random.default_rng(6)
    given = learnt(n_codes=90, n_hidden=256)
    network, sums = Network.make(**given, largest=(8.0, 8.0)), rng.normal(0.1, 0.2, (50, 90)).astype(np.float32)
    entered = np.clip(np.rint((sums - network.centre) * network.scale), -LARGEST, LARGEST).astype(np.int64)
    hidden = (entered @ network.first.astype(np.int64) + network.first_bias).astype(np.float32)
    kept = np.clip(np.rint(hidden * network.between), 0, LARGEST_BETWEEN).astype(np.int64)
    outcome = (kept @ network.second.astype(np.int64)).astype(np.float32)
    by_sum, by_root, constant = network.own
    alone = by_sum * sums + by_root * np.sqrt(np.maximum(sums, np.float32(0))) + constant
    assert network.tell(sums) == pytest.approx(outcome * network.unit + alone, rel=1e-5, abs=1e-5)


def test_the_order_of_units_and_of_passages_changes_nothing():
    rng = np.random.default_rng(7)
    network = Network.make(**learnt(n_hidden=64), largest=(8.0, 8.0))
    sums = rng.normal(0.1, 0.2, (50, 12)).astype(np.float32)
    order = rng.permutation(64)
    mixed = network._replace(
        first=network.first[:, order], first_bias=network.first_bias[order], second=network.second[order]
    )
    assert (mixed.tell(sums) == network.tell(sums)).all()
    assert (network.tell(sums[::-1]) == network.tell(sums)[::-1]).all()
    assert (np.concatenate([network.tell(sums[at : at + 1]) for at in range(50)]) == network.tell(sums)).all()
