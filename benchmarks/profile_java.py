"""Where a lamin command spends its time: classes that the start-up cache does not hold, and sampled stacks."""

import collections
import json
import re
import subprocess

from machine import WORK, fresh

EVERY_MILLISECOND = """<?xml version="1.0" encoding="UTF-8"?>
<configuration version="2.0">
  <event name="jdk.ExecutionSample"><setting name="enabled">true</setting><setting name="period">1 ms</setting></event>
</configuration>
"""

LOADED = re.compile(r"^(\S+) source: (.*)$")


def profile(contender, lamin):
    """Lines of text; the command runs twice more."""
    folder = fresh(WORK / "profile")
    return [*class_loading(contender, folder / "classes.txt"), *stacks(contender, lamin, folder)]


def again(contender, options):
    contender.before()
    command, environment = contender.command, dict(contender.environment)
    if command[0].endswith("/java"):
        command = [command[0], *options, *command[1:]]
    else:
        environment["LAMIN_JAVA_OPTS"] = " ".join(options)
    subprocess.run(command, cwd=contender.folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True)


def class_loading(contender, log):
    again(contender, [f"-Xlog:class+load=info:file={log}:none"])
    if not log.exists():
        return []
    cached, others = 0, collections.Counter()
    for line in log.read_text(errors="replace").splitlines():
        match = LOADED.match(line)
        if match and "shared objects file" in match[2]:
            cached += 1
        elif match:
            others[package(match[1])] += 1
    most = ", ".join(f"{name} {count}" for name, count in others.most_common(8))
    return [f"classes: {cached} from the cache, {others.total()} not: {most}"]


def package(class_name):
    return ".".join(class_name.split("/")[0].split(".")[:-1][:3]) or class_name


def stacks(contender, lamin, folder):
    settings, recording = folder / "every-millisecond.jfc", folder / "recording.jfr"
    settings.write_text(EVERY_MILLISECOND)
    again(contender, [f"-XX:StartFlightRecording=settings={settings},filename={recording}"])
    if not recording.exists():
        return []
    jfr = [str(lamin.java_home / "bin" / "jfr"), "print", "--json", "--stack-depth", "200"]
    told = subprocess.run([*jfr, "--events", "ExecutionSample", str(recording)], capture_output=True, text=True)
    if told.returncode != 0:
        return []
    events = json.loads(told.stdout)["recording"]["events"]
    own, phases = collections.Counter(), collections.Counter()
    for event in events:
        trace = event["values"]["stackTrace"]
        names = [method(frame) for frame in trace["frames"]] if trace else []
        lamins = [name for name in names if name.startswith("lamin.")]
        own[lamins[0] if lamins else "outside lamin"] += 1
        for name in set(lamins):
            phases[name] += 1
    return [
        f"{sum(own.values())} samples; in lamin's methods with all that they call: {most_common(phases, own)}",
        f"innermost lamin method: {most_common(own, own)}",
    ]


def most_common(counter, whole):
    total = max(1, sum(whole.values()))
    return ", ".join(f"{name} {100 * count // total} %" for name, count in counter.most_common(14))


def method(frame):
    found = frame["method"]
    return found["type"]["name"].replace("/", ".") + "." + found["name"]
