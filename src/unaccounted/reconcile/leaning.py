"""How sources lean and tallies err: heavy-tailed, and parametrised so that chains find their way.

In: parameters of one density, those of how far sources lean. Out: biases and errors, their log prior and its gradient. No claim is
looked at here.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Leaning:
    """Biases of voices, then errors of tallies; their parameters are led by the stretch that all biases share.

    A bias is stretch x sinh(bend z) / bend with z normal (Johnson's SU: Johnson 1949, doi:10.1093/biomet/36.1-2.149), so that chains meet
    no far and flat country. A voice that says much has its bias itself for a parameter, for there z would make a narrow bent ridge.

    Args:
        bend: how heavy the tails are, (voices + tallies,).
        plain: whether a voice's bias is itself its parameter, (voices,).
        wander: standard deviation of the log of the stretch.
    """

    bend: Array
    plain: NDArray[np.bool_]
    wander: float

    @property
    def size(self) -> int:
        """How many parameters: the stretch, and one for each voice and tally."""
        return 1 + len(self.bend)

    def _widen(self, parameters: Array) -> Array:
        """The stretch of all biases, (batch, 1)."""
        return np.asarray(np.exp(np.clip(self.wander * parameters[:, :1], -20, 20)))

    def read(self, parameters: Array) -> Array:
        """Biases and errors in units of their scales, (batch, voices + tallies), of parameters (batch, size)."""
        latent, voices = parameters[:, 1:], len(self.plain)
        leaning = np.sinh(np.clip(latent * self.bend, -30, 30)) / self.bend
        leaning[:, :voices] = np.where(self.plain, latent[:, :voices], leaning[:, :voices] * self._widen(parameters))
        return np.asarray(leaning)

    def place(self, parameters: Array, biases: Array) -> tuple[Array, Array]:
        """The inverse of `read` for voices.

        Args:
            parameters: (batch, size), of which the stretch is looked at.
            biases: (batch, voices).

        Returns:
            The voices' parameters (batch, voices), and the log of how they stretch volume (batch,).
        """
        bend = self.bend[: len(self.plain)]
        bent = biases * bend / self._widen(parameters)
        volume = np.where(self.plain, 0.0, -0.5 * np.log1p(bent * bent)).sum(axis=1)
        return np.where(self.plain, biases, np.arcsinh(bent) / bend), volume

    def judge(self, parameters: Array, leaning: Array, slopes: Array) -> tuple[Array, Array]:
        """Log prior up to a constant, (batch,), and the gradient of the whole density for these parameters, (batch, size).

        Args:
            parameters: (batch, size).
            leaning: as `read` gives it.
            slopes: of the rest of the density for the leanings, (batch, voices + tallies).
        """
        voices = len(self.plain)
        stretch, latent = parameters[:, 0], parameters[:, 1:]
        wider = self._widen(parameters)
        scale = np.ones(leaning.shape)
        scale[:, :voices] = wider
        given = slopes * scale * np.cosh(np.clip(latent * self.bend, -30, 30)) - latent
        prior = -0.5 * (stretch * stretch + (latent * latent).sum(axis=1))
        # A bent bias widens with the stretch; of a plain one, its probability does.
        drawn = np.where(self.plain, 0.0, slopes[:, :voices] * leaning[:, :voices]).sum(axis=1)
        if self.plain.any():
            plain = np.flatnonzero(self.plain)
            bend = self.bend[plain]
            bent = latent[:, plain] * bend / wider
            normal = np.arcsinh(bent) / bend
            rounder = 1 + bent * bent
            prior += 0.5 * (latent[:, plain] ** 2 - normal**2 - np.log(rounder)).sum(axis=1) - len(plain) * np.log(wider[:, 0])
            falls = -(normal / np.sqrt(rounder) + bend * bent / rounder)
            given[:, plain] = slopes[:, plain] + falls / wider
            drawn -= (falls * bent / bend).sum(axis=1) + len(plain)
        return prior, np.concatenate([(self.wander * drawn - stretch)[:, None], given], axis=1)
