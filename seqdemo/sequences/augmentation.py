"""Letters distorted, turned, widened, blurred and under noise on the device, each image by its own amounts."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from jaxtyping import Float
from torch import Tensor
from torch.nn import functional as F

_PIXELS = 28
"""Of a side of the image."""


@dataclass(frozen=True)
class Augmentation:
    """How far letters are distorted during training; every field is the largest change, and 0 leaves letters alone."""

    degrees: float = 0.0
    scale: float = 0.0
    """As a share: 0.2 means 0.8 to 1.2 times, each axis on its own."""
    shear: float = 0.0
    shift: float = 0.0
    """In pixels."""
    width: float = 0.0
    """1 thickens strokes by up to a pixel on each side, or thins them as far."""
    waves: float = 0.0
    """Standard deviation of a smooth displacement, in half pixels."""
    backwards: float = 0.0
    """Share of the ways of the pen that are gone from end to start, since not all people write alike."""
    blur: float = 0.0
    """Standard deviation in pixels."""
    noise: float = 0.0
    """Standard deviation of Gaussian noise on every pixel, as a share of the range from black to white."""
    clear: float = 0.0
    """Share of the images that are neither blurred nor under noise, whatever the fields above say."""

    def __call__(self, images: Float[Tensor, "image 28 28"], chance: torch.Generator) -> Float[Tensor, "image 28 28"]:
        """Each image changed by its own amounts; expects light ink on black."""
        if self == UNCHANGED:
            return images
        inked = _thicker(images[:, None], self._spread(images, chance, self.width))
        grid = F.affine_grid(self._affine(images, chance), list(inked.shape), align_corners=False)
        grid = grid + self._waves(images, chance)
        return self.unclear(F.grid_sample(inked, grid, align_corners=False)[:, 0], chance)

    def distorted(
        self, trajectories: Float[Tensor, "image 64 3"], chance: torch.Generator
    ) -> Float[Tensor, "image 64 3"]:
        """Ways of the pen turned, stretched, sheared and waved likewise, but neither moved nor thickened."""
        if self == UNCHANGED:
            return trajectories
        turned = torch.rand(len(trajectories), 1, 1, generator=chance, device=trajectories.device) < self.backwards
        trajectories = torch.where(turned, _backwards(trajectories), trajectories)
        linear = self._affine(trajectories, chance)[:, :, :2]
        coarse = torch.randn(len(trajectories), 2, 6, generator=chance, device=trajectories.device)
        waves = F.interpolate(coarse, size=trajectories.shape[1], mode="linear", align_corners=True)
        points = trajectories[..., :2] @ linear.mT + waves.mT * (self.waves / _PIXELS)
        return torch.cat([points, trajectories[..., 2:]], dim=-1)

    def unclear(self, images: Float[Tensor, "image 28 28"], chance: torch.Generator) -> Float[Tensor, "image 28 28"]:
        """The images blurred first and then under noise, but where they were written and as thick."""
        if not (self.blur or self.noise):
            return images
        amounts = torch.rand(3, len(images), 1, 1, generator=chance, device=images.device)
        unclear = (amounts[2] >= self.clear).float()
        soft = _blurred(images, amounts[0] * unclear * self.blur)
        noise = torch.randn(images.shape, generator=chance, device=images.device)
        return (soft + noise * amounts[1] * unclear * self.noise).clamp(0, 1)

    def _affine(self, images: Tensor, chance: torch.Generator) -> Float[Tensor, "image 2 3"]:
        turn = torch.deg2rad(self._spread(images, chance, self.degrees))
        across, down = (1 + self._spread(images, chance, self.scale) for _ in range(2))
        shear = self._spread(images, chance, self.shear)
        right, low = (self._spread(images, chance, 2 * self.shift / _PIXELS) for _ in range(2))
        cos, sin = turn.cos(), turn.sin()
        rows = [cos * across, (shear - sin) * down, right, sin * across, cos * down, low]
        return torch.stack(rows, dim=1).view(-1, 2, 3)

    def _waves(self, images: Tensor, chance: torch.Generator) -> Float[Tensor, "image 28 28 2"]:
        """A smooth displacement, drawn on a 4x4 grid and interpolated (after Simard et al. 2003)."""
        coarse = torch.randn(len(images), 2, 4, 4, generator=chance, device=images.device)
        fine = F.interpolate(coarse, size=_PIXELS, mode="bicubic", align_corners=False)
        return fine.permute(0, 2, 3, 1) * (self.waves / _PIXELS)

    @staticmethod
    def _spread(images: Tensor, chance: torch.Generator, most: float) -> Float[Tensor, "image"]:
        return (2 * torch.rand(len(images), generator=chance, device=images.device) - 1) * most


UNCHANGED = Augmentation()


def _backwards(trajectories: Float[Tensor, "image 64 3"]) -> Float[Tensor, "image 64 3"]:
    """The same points from last to first; the pen is set down where it was lifted."""
    lifted = trajectories[..., 2:].roll(-1, dims=1)
    return torch.cat([trajectories[..., :2], lifted], dim=-1).flip(1)


def _thicker(images: Float[Tensor, "image 1 28 28"], by: Float[Tensor, "image"]) -> Float[Tensor, "image 1 28 28"]:
    """Strokes widened (positive) or narrowed (negative) by up to a pixel on each side: a blend with 3x3 extremes."""
    by = by[:, None, None, None]
    fat, thin = F.max_pool2d(images, 3, 1, 1), -F.max_pool2d(-images, 3, 1, 1)
    return images + by.clamp(min=0) * (fat - images) + (-by).clamp(min=0) * (thin - images)


def _blurred(images: Float[Tensor, "image 28 28"], by: Float[Tensor, "image 1 1"]) -> Float[Tensor, "image 28 28"]:
    """Gaussian blur of these standard deviations in pixels: rows and columns times a matrix of weights each."""
    places = torch.arange(_PIXELS, dtype=images.dtype, device=images.device)
    apart = (places[:, None] - places) / by.clamp(min=0.1)  # a tenth of a pixel changes nothing
    weights = (-(apart**2) / 2).softmax(dim=-1)
    return weights @ images @ weights.mT
