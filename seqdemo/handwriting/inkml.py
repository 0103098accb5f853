"""Reader of InkML, the W3C's markup for ink (Recommendation of 20 September 2011).

A letter is a group of traces, `ink` itself among the groups, with an annotation of type `truth` or `label`, unless a
group within it has such a label too: then it is a word or a formula. Traces may stand in the group or be named by
`traceView`. DTDs and entities are refused, so that no file can unfold into another size or read a second file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from seqdemo.errors import FileInputError
from seqdemo.handwriting.collection import Collection, Gathering, check_counts, check_size
from seqdemo.handwriting.inkml_trace import Channels, points
from seqdemo.handwriting.strokes import MAX_POINTS, MAX_STROKES, Points

LABELS: Final = {"truth", "label"}
GROUPS: Final = {"ink", "traceGroup", "traceView"}
MAX_ELEMENTS = 500_000
_DEEPEST = 64
_CHUNK = 1 << 16
_ID = "{http://www.w3.org/XML/1998/namespace}id"


def read(data: bytes) -> Collection:
    """The labelled letters of an InkML file; raises FileInputError, with one sentence, if it is none."""
    check_size(data)
    target = _Target()
    parser = DefusedXMLParser(target=target, forbid_dtd=True)
    try:
        for at in range(0, len(data), _CHUNK):
            parser.feed(data[at : at + _CHUNK])
        parser.close()
    except DefusedXmlException:
        raise FileInputError("inkml_dtd", "InkML with a DTD or with entities is not read.") from None
    except FileInputError:
        raise
    except (ParseError, ValueError, LookupError):
        raise FileInputError("inkml_xml", "The file is not well-formed XML; it may be cut off.") from None
    return target.gathering.collection()


@dataclass
class _Group:
    """An open group."""

    label: str | None = None
    writer: str = ""
    ink: list[Points] = field(default_factory=list)
    """At most one stroke more than a letter can have."""
    too_large: bool = False
    settled: bool = False
    """A group within it has been taken as a letter, or counted as left out."""

    def add(self, strokes: list[Points]) -> None:
        self.ink += strokes[: MAX_STROKES + 1 - len(self.ink)]

    def take_up(self, inner: _Group) -> None:
        """What a group that ends within it means to this one."""
        self.add(inner.ink)
        self.too_large |= inner.too_large
        self.settled |= inner.settled


class _Target:
    """What the XML parser calls, element by element, so that no tree is built."""

    def __init__(self) -> None:
        self.gathering = Gathering()
        self._depth = 0
        self._groups: list[_Group] = []
        self._channels = Channels()
        self._traces: dict[str, Points] = {}
        self._points = self._strokes = self._elements = 0
        self._text: list[str] | None = None
        self._attributes: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = _local(tag)
        self._depth += 1
        self._elements += 1
        if self._depth == 1 and name != "ink":
            raise FileInputError("inkml_root", "The file is XML but no InkML.")
        if self._depth > _DEEPEST or self._elements > MAX_ELEMENTS:
            raise FileInputError(
                "inkml_elements", "The XML has more elements than can be read, or nests them too deep."
            )
        if name in GROUPS:
            self._open(attributes)
        elif name in ("trace", "annotation"):
            self._text, self._attributes = [], attributes
        elif name == "traceFormat":
            self._channels = Channels()
        elif name == "channel":
            self._channels.add(attributes.get("name", ""), attributes.get("orientation", "+ve"))

    def data(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def end(self, tag: str) -> None:
        name = _local(tag)
        self._depth -= 1
        if name in GROUPS:
            self._close(self._groups.pop(), name)
        elif name == "trace":
            self._trace(self._taken())
        elif name == "annotation":
            self._annotation(self._taken())

    def close(self) -> None:
        """The parser asks for it."""

    def _taken(self) -> str:
        text = "".join(self._text or [])
        self._text = None
        return text

    def _open(self, attributes: dict[str, str]) -> None:
        group = _Group()
        named = self._traces.get(attributes.get("traceDataRef", "").removeprefix("#"))
        if named is not None:
            group.add([named])
        self._groups.append(group)

    def _trace(self, text: str) -> None:
        group = self._groups[-1]
        if self._attributes.get("type") == "penUp":
            return
        if text.count(",") > MAX_POINTS:
            group.too_large = True
            return
        stroke = points(text, self._channels)
        self._points += len(stroke)
        self._strokes += 1
        check_counts(0, self._points, self._strokes)
        if not len(stroke):
            return
        group.add([stroke])
        identity = self._attributes.get(_ID, self._attributes.get("id"))
        if identity:
            self._traces[identity] = stroke

    def _annotation(self, text: str) -> None:
        group, kind = self._groups[-1], self._attributes.get("type", "").lower()
        if kind in LABELS:
            group.label = text.strip()
        elif kind == "writer":
            group.writer = text.strip()

    def _close(self, group: _Group, name: str) -> None:
        within = [*self._groups, group]
        if group.settled:
            pass
        elif group.label is not None:
            self._take(group, next((each.writer for each in reversed(within) if each.writer), ""))
            group.settled = True
        elif group.ink and name != "traceView" and all(each.label is None for each in within):
            self.gathering.dropped["no_label"] += 1
            group.settled = True
        if self._groups:
            self._groups[-1].take_up(group)

    def _take(self, group: _Group, writer: str) -> None:
        if group.too_large:
            self.gathering.dropped["too_large"] += 1
        else:
            self.gathering.take(group.label, writer, group.ink)


def _local(tag: str) -> str:
    """The name without its namespace, since many files name none or another."""
    return tag.rpartition("}")[2]
