"""The loop that the three readers share: a calendar a line in, as base64; what was read a line out, as JSON.

Base64, so that a reader gets the very bytes that a client would. A calendar that cannot be read is answered with
its error, and the next one is read all the same.
"""

import base64
import json
import sys


def answer_each(read):
    """Calls `read` with the bytes of each calendar; it gives a dictionary of the form in calendar-readers.ts."""
    for line in sys.stdin:
        try:
            answer = read(base64.b64decode(line))
        except Exception as error:  # whatever the program says is the finding
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)
