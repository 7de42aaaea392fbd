"""awdeorio/mailmerge's own work, written plainly: a template, a CSV, a connection for every mail.

    python3 mailmerge.py FOLDER PORT

Jinja2 fills the templates where it is installed, as in mailmerge; else string.Template does,
which is faster.
"""

import csv
import email.message
import email.utils
import pathlib
import re
import smtplib
import sys

try:
    import jinja2
except ImportError:
    jinja2 = None
    import string

folder = pathlib.Path(sys.argv[1])
port = int(sys.argv[2])


def compiled(name):
    """Our holes, {{name}}, are Jinja's; string.Template writes them ${name}."""
    source = (folder / name).read_text(encoding="utf-8")
    if jinja2:
        environment = jinja2.Environment(undefined=jinja2.StrictUndefined)
        return environment.from_string(source).render
    plain = re.sub(r"\{\{(\w+)\}\}", r"${\1}", source.replace("$", "$$"))
    return lambda row: string.Template(plain).substitute(row)


subject = compiled("subject.hbs")
text = compiled("text.hbs")
html = compiled("html.hbs")
calendar = compiled("calendar.hbs")

with open(folder / "networks.csv", encoding="utf-8", newline="") as file:
    for index, row in enumerate(csv.DictReader(file, delimiter=";", strict=True)):
        data = {**row, "reference": f"{index:09}"}
        message = email.message.EmailMessage()
        message["From"] = "Mikronet <info@mikronet.example>"
        message["To"] = row["E-mail"]
        message["Subject"] = subject(data)
        message["Date"] = email.utils.formatdate()
        message["Message-ID"] = f"<{data['reference']}@mikronet.example>"
        message.set_content(text(data))
        message.add_alternative(html(data), subtype="html")
        message.add_alternative(calendar(data), subtype="calendar", params={"method": "REQUEST"})
        with smtplib.SMTP("127.0.0.1", port) as smtp:
            smtp.send_message(message)
        print(f">>> message {index + 1} sent to {row['E-mail']}")
