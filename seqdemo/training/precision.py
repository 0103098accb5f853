"""How precisely training computes."""

from __future__ import annotations

import torch


def quick(device: torch.device, recurrent: bool = False) -> torch.autocast:
    """Bfloat16 on GPUs and on processors that multiply it in hardware; elsewhere it would be slower than float32.

    Not where there are recurrent layers: they would round their states at every step.
    """
    fast = device.type == "cuda"
    if device.type == "cpu" and torch.backends.mkldnn.is_available():
        fast = bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())
    return torch.autocast(device.type, torch.bfloat16, enabled=fast and not recurrent)
