"""What every encoder-decoder must hold to, whatever its sizes: driven by the catalog, on small odd ones."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
import torch
from jaxtyping import TypeCheckError
from torch.nn import functional as F

from seqdemo.models.catalog import BY_NAME, VARIANTS
from seqdemo.models.log_probs import certain, certainty
from seqdemo.models.outputs import Decoded, Memory
from seqdemo.models.search import search
from seqdemo.models.seq2seq import Seq2SeqConfig
from seqdemo.models.studies import BASE, PARTS, WORD_CHOICES
from seqdemo.models.symbols import END, LIMIT, START, SYMBOLS
from seqdemo.models.transformer import TransformerConfig
from tests.tiers import exhaustive

CHANGED = [each for each in (*WORD_CHOICES.changes, *PARTS.changes) if each.name != BASE]
PLAIN = BY_NAME["seq2seq"]
CONCAT = replace(PLAIN, config=replace(PLAIN.config, context="concat"))  # of no shipped variant
EVERY = (
    {variant.name: variant for variant in VARIANTS} | {each.name: each.variant for each in CHANGED} | {"concat": CONCAT}
)
WORDS = [
    pytest.param(variant, id=name)
    for name, variant in EVERY.items()
    if isinstance(variant.config, Seq2SeqConfig | TransformerConfig)
]
LENGTHS = torch.tensor([5, 3, 7])
REAL = torch.arange(7) < LENGTHS[:, None]


def small(config):
    if isinstance(config, TransformerConfig):
        return replace(config, width=4, features=7, size=12, heads=min(3, config.heads), layers=2, inner=5, reach=2)
    return replace(config, width=4, features=7, embedding=5, hidden=3)


@pytest.fixture(params=WORDS)
def model(request):
    torch.manual_seed(0)
    built = replace(request.param, config=small(request.param.config)).build().eval()
    # Fresh weights hardly depend on anything; larger ones show what reaches what.
    for name, parameter in built.named_parameters():
        if not name.startswith("cnn."):
            torch.nn.init.normal_(parameter, std=0.7)
    return built


@pytest.fixture
def images():
    return torch.rand(3, 7, 28, 28, 3, generator=torch.Generator().manual_seed(1)) * REAL[..., None, None, None]


@pytest.fixture
def given(model):
    if model.config.cnn == "reader":
        letters = torch.randint(0, 26, (3, 7), generator=torch.Generator().manual_seed(2))
        return certainty(certain(letters)) * REAL[..., None]
    return torch.randn(3, 7, model.config.features, generator=torch.Generator().manual_seed(2)) * REAL[..., None]


FED = torch.tensor([[START, 1, 2, 3], [START, 4, 5, 6], [START, 7, 8, 9]])


def written(model, given, fed=FED, lengths=LENGTHS):
    memory = model.encode(given, lengths)
    return model.decode(memory, fed, model.begin(memory))


def test_shapes_are_as_declared_and_symbols_are_log_probabilities(model, images):
    frontend = model.see(images, LENGTHS)
    memory = model.encode(frontend.given, LENGTHS)
    decoded = model.decode(memory, FED, model.begin(memory))
    assert memory.vision.shape == (3, 7, 26)
    assert decoded.symbols.shape == (3, 4, SYMBOLS)
    assert torch.allclose(decoded.symbols.exp().sum(-1), torch.ones(3, 4), atol=1e-5)
    assert torch.allclose(memory.vision[REAL].exp().sum(-1), torch.ones(15), atol=1e-5)
    assert decoded.state.shape[:2] == (3, 4)


def test_images_of_another_shape_are_refused(model, images):
    with pytest.raises(TypeCheckError):
        model.see(images[..., 0], LENGTHS)
    with pytest.raises(TypeCheckError):
        model.see(images, LENGTHS[:2])


def test_it_remembers_the_source(model, given):
    """The first letter must reach the last step."""
    other = given.clone()
    other[:, 0] = given[:, 1]
    assert (written(model, given).symbols - written(model, other).symbols)[:, -1].abs().sum(-1).gt(1e-6).all()


def test_it_remembers_its_own_output(model, given):
    """The first symbol fed must reach the last step, not only the one after it."""
    other = FED.clone()
    other[:, 1] = 11
    assert (written(model, given).symbols != written(model, given, other).symbols)[:, -1].any(-1).all()


def test_a_step_never_sees_what_is_fed_after_it(model, given):
    other = FED.clone()
    other[:, 3] = 11
    assert torch.allclose(written(model, given).symbols[:, :3], written(model, given, other).symbols[:, :3], atol=1e-6)


def test_attention_sums_to_one_over_letters_and_is_nothing_on_padding(model, given):
    attention = written(model, given).attention
    config = model.config
    if isinstance(config, TransformerConfig):
        assert attention.shape == (3, config.layers * config.heads, 4, 7)
    elif config.context in ("none", "concat", "last"):
        assert attention is None
        return
    assert attention.masked_select(~REAL[:, None, None].expand_as(attention)).eq(0).all()
    sums = attention.sum(-1)
    if getattr(config, "context", None) == "aligned":
        sums = sums[:, :, : int(LENGTHS.min())]  # behind the last letter it looks at nothing
    assert torch.allclose(sums, torch.ones_like(sums), atol=1e-5)


@pytest.mark.parametrize(
    "model",
    [each for each in WORDS if getattr(each.values[0].config, "context", None) == "aligned"],
    indirect=True,
)
def test_aligned_looks_at_the_letter_of_its_own_step(model, given):
    attention = written(model, given).attention
    assert attention[0, 0].equal(torch.eye(4, 7))
    assert attention[1, 0, 3].eq(0).all()


def reads_padding(model):
    return getattr(model.config, "reads_padding", False)


def test_a_padded_batch_equals_single_runs_unless_padding_is_read(model, images):
    memory = model.encode(model.see(images, LENGTHS).given, LENGTHS)
    together = model.decode(memory, FED, model.begin(memory)).symbols
    for n, length in enumerate(LENGTHS.tolist()):
        one = LENGTHS[n : n + 1]
        alone = model.encode(model.see(images[n : n + 1, :length], one).given, one)
        steps = model.decode(alone, FED[n : n + 1], model.begin(alone)).symbols[0]
        same = length == 7 or not reads_padding(model)
        assert torch.allclose(memory.vision[n, :length], alone.vision[0], atol=1e-5) == same
        assert torch.allclose(together[n], steps, atol=1e-5) == same


def test_the_cnn_never_sees_padding(model, images):
    noisy = torch.where(REAL[..., None, None, None], images, torch.rand_like(images))
    assert torch.allclose(model.see(images, LENGTHS).given[REAL], model.see(noisy, LENGTHS).given[REAL], atol=1e-6)


def test_the_colour_of_the_ink_changes_nothing(model, images):
    tinted = images[..., :1] * torch.tensor([1.0, 0.5, 0.25])
    grey = images[..., :1] * torch.ones(3)
    assert torch.allclose(model.see(tinted, LENGTHS).given[REAL], model.see(grey, LENGTHS).given[REAL], atol=1e-3)


def test_vision_stands_in_the_order_of_the_images(model, given):
    """Whoever reads backwards must still name the images from the left; the memory stays in the reading order."""
    alone = [model.encode(given[:1, at : at + 1], torch.tensor([1])).vision[0, 0] for at in range(5)]
    memory = model.encode(given[:1, :5], LENGTHS[:1])
    if isinstance(model.config, Seq2SeqConfig) and not model.config.bidirectional:
        first = 4 if model.config.reverse else 0  # the one read first has no context yet
        assert torch.allclose(memory.vision[0, first], alone[first], atol=1e-5)
        assert not torch.allclose(memory.vision[0, 4 - first], alone[4 - first], atol=1e-3)
    assert memory.vision.shape == (1, 5, 26)


def test_going_on_from_a_carry_equals_one_go(model, given):
    memory = model.encode(given, LENGTHS)
    whole = model.decode(memory, FED, model.begin(memory))
    first = model.decode(memory, FED[:, :2], model.begin(memory))
    second = model.decode(memory, FED[:, 2:], first.carry)
    assert torch.allclose(torch.cat([first.symbols, second.symbols], 1), whole.symbols, atol=1e-5)
    assert torch.allclose(torch.cat([first.state, second.state], 1), whole.state, atol=1e-5)
    if whole.attention is not None:
        assert torch.allclose(torch.cat([first.attention, second.attention], 2), whole.attention, atol=1e-5)


def test_greedy_search_writes_the_likeliest_symbol_of_each_step(model, given):
    memory = model.encode(given, LENGTHS)
    found = search(model, memory)
    assert found.symbols.shape[:2] == (3, 1)
    assert found.symbols.shape[2] <= LIMIT
    symbols = found.symbols[:, 0]
    fed = torch.cat([torch.full((3, 1), START), symbols[:, :-1]], dim=1)
    steps = model.decode(memory, fed, model.begin(memory)).symbols
    alive = torch.cat([torch.ones(3, 1, dtype=torch.bool), symbols[:, :-1] != END], dim=1).cummin(dim=1).values
    assert steps.argmax(-1)[alive].equal(symbols[alive])
    score = (steps.gather(2, symbols[..., None])[..., 0] * alive).sum(1)
    assert torch.allclose(score, found.scores[:, 0], atol=1e-4)


@exhaustive
def test_a_padded_batch_is_searched_like_single_words(model, given):
    together = search(model, model.encode(given, LENGTHS), beam=3)
    if reads_padding(model):
        # Padding is part of such a word: one with more of it is another word.
        longer = search(model, model.encode(F.pad(given, (0, 0, 0, 2)), LENGTHS), beam=3)
        assert not torch.allclose(longer.scores[:, 0], together.scores[:, 0], atol=1e-4)
        return
    for n, length in enumerate(LENGTHS.tolist()):
        alone = search(model, model.encode(given[n : n + 1, :length], LENGTHS[n : n + 1]), beam=3)
        assert torch.allclose(alone.scores[0], together.scores[n], atol=1e-4)
        shared = alone.symbols.shape[2]
        assert alone.symbols[0].equal(together.symbols[n, :, :shared])


def test_every_parameter_gets_a_gradient(model, images):
    model.train()
    memory = model.encode(model.see(images, LENGTHS).given, LENGTHS)
    decoded = model.decode(memory, FED, model.begin(memory))
    (decoded.symbols.square().mean() + memory.vision[REAL].square().mean()).backward()
    # An additive score is the same for all letters but for what follows; a key's offset moves all scores alike.
    unseen = {name for name, _ in model.named_parameters() if name.endswith("key.bias")}
    dead = {
        name
        for name, parameter in model.named_parameters()
        if parameter.requires_grad and (parameter.grad is None or not parameter.grad.abs().sum() > 0)
    }
    assert dead <= unseen


def test_the_probe_teaches_the_encoder_nothing(model, given):
    model.encode(given, LENGTHS).vision[REAL].square().mean().backward()
    taught = {name for name, parameter in model.named_parameters() if parameter.grad is not None}
    assert taught == {"probe.weight", "probe.bias"}


@exhaustive
def test_eight_threads_equal_one(model, given):
    expected = [written(model, given * (1 - n / 20)).symbols for n in range(8)]
    with ThreadPoolExecutor(8) as pool:
        got = list(pool.map(lambda n: written(model, given * (1 - n / 20)).symbols, range(8)))
    assert all(torch.equal(a, b) for a, b in zip(expected, got, strict=True))


class Spelling:
    """A decoder whose probabilities are written down, step by step: for each beginning, what may follow."""

    def __init__(self):
        self.table = {"": {"A": 0.6, "B": 0.4}, "A": {"C": 0.4, "D": 0.3, ".": 0.3}, "B": {"E": 0.9, ".": 0.1}}

    def begin(self, memory):
        return (torch.empty(len(memory.real), 0, dtype=torch.long),)

    def decode(self, memory, fed, carry, forced):
        seen = torch.cat([carry[0], fed], dim=1)
        rows = [self._after("".join(chr(65 + s) for s in row if s != START)) for row in seen.tolist()]
        return Decoded(torch.stack(rows)[:, None], None, torch.zeros(len(rows), 1, 1), (seen,))

    def _after(self, text):
        chances = torch.full((SYMBOLS,), 1e-9)
        for letter, chance in self.table.get(text, {".": 1.0}).items():
            chances[END if letter == "." else ord(letter) - 65] = chance
        return chances.log()


def spelled(found, row=0):
    return ["".join(chr(65 + s) for s in answer if s != END) for answer in found.symbols[row].tolist()]


def test_a_beam_finds_a_likelier_word_than_the_likeliest_first_letter_leads_to():
    memory = Memory(torch.zeros(2, 1, 1), torch.ones(2, 1, dtype=torch.bool), (), torch.zeros(2, 1, 26))
    greedy, wide = search(Spelling(), memory), search(Spelling(), memory, beam=4)
    assert spelled(greedy) == ["AC"]
    assert spelled(wide, row=1) == ["BE", "AC", "AD", "A"] or spelled(wide, row=1) == ["BE", "AC", "A", "AD"]
    assert wide.scores[0].exp().tolist() == pytest.approx([0.36, 0.24, 0.18, 0.18], rel=1e-4)


def test_a_decoder_that_never_ends_is_stopped():
    class Endless(Spelling):
        def _after(self, text):
            return torch.zeros(SYMBOLS).index_fill(0, torch.tensor(3), 5.0).log_softmax(-1)

    memory = Memory(torch.zeros(1, 1, 1), torch.ones(1, 1, dtype=torch.bool), (), torch.zeros(1, 1, 26))
    assert spelled(search(Endless(), memory)) == ["D" * LIMIT]
