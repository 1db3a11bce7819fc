"""The aws command line, many times in one process: starting it anew costs a second each time.

Reads one JSON list of arguments per line and answers each with a line: {"status": ..., "out": ..., "err": ...}.
"""
import contextlib
import io
import json
import sys

from awscli.clidriver import create_clidriver

DRIVER = create_clidriver()


def call(arguments):
    out, err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            status = DRIVER.main(arguments)
        except SystemExit as end:
            status = end.code
    out.flush()
    return {"status": status or 0, "out": out.buffer.getvalue().decode("utf-8"), "err": err.getvalue()}


for line in sys.stdin:
    print(json.dumps(call(json.loads(line))), flush=True)
