"""Times whole processes. Contenders take turns in every round, so that a busy machine is busy for all of them."""

import math
import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import profile_java

PATIENCE = 90  # seconds, after which a contender is stopped and does not run again, unless it has its own


@dataclass(frozen=True)
class Contender:
    """A command that is timed. `before` runs untimed each time; `seconds` finds a time that the command itself took."""

    name: str
    command: list[str]
    folder: Path
    environment: dict[str, str]
    exit_code: int = 0
    before: Callable[[], None] = lambda: None
    seconds: Callable[[str], float] | None = None
    patience: int = PATIENCE


@dataclass(frozen=True)
class Budget:
    """Ours may take `factor` times what the first peer named `peer` takes, or `seconds` where no peer counts."""

    text: str
    factor: float | None = None
    peer: str | None = None
    seconds: float | None = None


@dataclass(frozen=True)
class Race:
    """`rounds`, for work that takes minutes, replaces the number asked for if it is smaller."""

    what: str
    ours: Contender
    peers: list[Contender] = field(default_factory=list)
    budgets: list[Budget] = field(default_factory=list)
    rounds: int | None = None


@dataclass(frozen=True)
class Sample:
    wall: float
    cpu: float


@dataclass(frozen=True)
class Outcome:
    """The samples of each contender, ours first, and a profile where a budget was missed."""

    race: Race
    samples: dict[str, list[Sample]]
    profile: list[str]

    def wall(self, name):
        return statistics.median(sample.wall for sample in self.samples[name])

    def at_least(self, name):
        """What it took, or for how long it ran until it was stopped."""
        return PATIENCE if self.wall(name) == math.inf else self.wall(name)

    def cpu(self, name):
        return statistics.median(sample.cpu for sample in self.samples[name])

    def limit(self, budget):
        return budget.seconds if budget.seconds is not None else budget.factor * self.at_least(budget.peer)

    def is_met(self, budget):
        return self.wall(self.race.ours.name) <= self.limit(budget)


def measure(race, rounds, lamin, always_profile):
    contenders = [race.ours, *race.peers]
    rounds = rounds if race.rounds is None else min(rounds, race.rounds)
    samples = {contender.name: [] for contender in contenders}
    for turn in range(rounds + 1):
        for contender in contenders:
            if gave_up(samples[contender.name]):
                continue
            sample = timed(contender)
            if turn > 0 or rounds == 0 or gave_up([sample]):  # the first brings files into memory
                samples[contender.name].append(sample)
    outcome = Outcome(race, samples, [])
    missed = not all(outcome.is_met(budget) for budget in race.budgets)
    if missed or always_profile:
        outcome.profile.extend(profile_java.profile(race.ours, lamin))
    return outcome


def last_number(output):
    return float(output.split()[-1])


def gave_up(samples):
    return any(sample.wall == math.inf for sample in samples)


def timed(contender):
    contender.before()
    start = time.perf_counter()
    process = subprocess.Popen(
        contender.command,
        cwd=contender.folder,
        env=contender.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    alarm = threading.Timer(contender.patience, process.kill)
    alarm.start()
    output = process.stdout.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stdout.close()
    alarm.cancel()
    if wall >= contender.patience:
        return Sample(math.inf, usage.ru_utime + usage.ru_stime)
    if process.returncode != contender.exit_code:
        sys.exit(f"{contender.name} ended with {process.returncode}, expected {contender.exit_code}:\n{output}")
    if contender.seconds is not None:
        wall = contender.seconds(output)
    return Sample(wall, usage.ru_utime + usage.ru_stime)
