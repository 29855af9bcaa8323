"""The network over what signs say, learnt on what they say of writers left out.

Sources: D. H. Wolpert, Stacked generalization, Neural Networks 5 (1992), 241-259; N. Srivastava et al., Dropout,
Journal of Machine Learning Research 15 (2014), 1929-1958; I. Loshchilov & F. Hutter, Decoupled weight decay
regularization, ICLR 2019, with the one-cycle rate of L. N. Smith & N. Topin (2017).
"""

import numpy as np
import torch
from torch import nn

from perspectieven.lexicon.network import Network

HIDDEN = 192
DROPPED_IN, DROPPED_BETWEEN = 0.24, 0.4
ROUNDS, AT_ONCE = 20, 256
RATE, DECAY = 3e-3, 0.05
SEED = 1
N_FOLDS = 5
LARGEST_IN = 8.0
"""Standard deviations: a sum further from its mean is taken for no further."""
SHARE_BETWEEN = 0.9999
"""Share of what comes between that is not cut off."""


class _Learner(nn.Module):
    """The network while it is learnt, on sums of mean zero and spread one; beside it each code has its own sum."""

    def __init__(self, n_codes: int) -> None:
        super().__init__()
        self.first, self.second = nn.Linear(n_codes, HIDDEN), nn.Linear(HIDDEN, n_codes)
        self.dropped_in, self.dropped_between = nn.Dropout(DROPPED_IN), nn.Dropout(DROPPED_BETWEEN)
        self.own = nn.Parameter(torch.tensor([[5.0], [1.0], [-1.0]]).repeat(1, n_codes))

    def forward(self, entered: torch.Tensor, sums: torch.Tensor) -> torch.Tensor:
        between = torch.relu(self.first(self.dropped_in(entered)))
        by_sum, by_root, constant = self.own
        alone = by_sum * sums + by_root * torch.sqrt(torch.clamp(sums, min=0)) + constant
        told: torch.Tensor = self.second(self.dropped_between(between)) + alone
        return told


def fit_network(sums: np.ndarray, given: np.ndarray) -> Network:
    """Learn a network.

    Parameters
    ----------
    sums : array, turns x codes
        What signs say, of writers left out.
    given : array of bool, turns x codes
        Whether a coder gave the code.
    """
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    mean, spread = sums.mean(axis=0), sums.std(axis=0)
    said, coded = torch.tensor(sums, dtype=torch.float32), torch.tensor(given, dtype=torch.float32)
    entered = torch.tensor((sums - mean) / spread, dtype=torch.float32)
    learner = _Learner(sums.shape[1])
    layers = [*learner.first.parameters(), *learner.second.parameters()]
    groups = [{"params": layers, "weight_decay": DECAY}, {"params": [learner.own], "weight_decay": 0.0}]
    optimiser = torch.optim.AdamW(groups, lr=RATE)
    n_steps = ROUNDS * -(-len(sums) // AT_ONCE)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=n_steps)
    for _ in range(ROUNDS):
        for some in torch.randperm(len(sums)).split(AT_ONCE):
            loss = nn.functional.binary_cross_entropy_with_logits(learner(entered[some], said[some]), coded[some])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    with torch.no_grad():
        between = torch.relu(learner.first(entered)).numpy()
        own = learner.own.numpy().copy()
        own[2] += learner.second.bias.numpy()
    return Network.make(
        mean,
        spread,
        learner.first.weight.detach().numpy().T,
        learner.first.bias.detach().numpy(),
        learner.second.weight.detach().numpy().T,
        own,
        (LARGEST_IN, float(np.quantile(between, SHARE_BETWEEN))),
    )


def tell_left_out(sums: np.ndarray, given: np.ndarray, writers: np.ndarray) -> np.ndarray:
    """Return what networks learnt from other writers tell of each turn, turns x codes; in five folds."""
    names = np.unique(writers)
    folds = np.random.default_rng(SEED).integers(0, N_FOLDS, len(names))[np.searchsorted(names, writers)]
    told = np.empty_like(sums)
    for out in range(N_FOLDS):
        network = fit_network(sums[folds != out], given[folds != out])
        told[folds == out] = network.tell(sums[folds == out].astype(np.float32))
    return told
