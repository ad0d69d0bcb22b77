"""The results as a document for programs and as a table for people."""

import math

import machine
from measure import PATIENCE


def document(outcomes, rounds, load_before, load_after, lamin):
    return {
        "machine": {**machine.description(), "load_before": load_before, "load_after": load_after},
        "java": lamin.java_home.name,
        "start_up_cache": lamin.has_cache,
        "rounds": rounds,
        "races": [race(outcome) for outcome in outcomes],
    }


def race(outcome):
    ours = outcome.race.ours.name
    return {
        "what": outcome.race.what,
        "contenders": [contender(outcome, name) for name in outcome.samples],
        "ratios": {
            peer.name: round(outcome.wall(ours) / outcome.at_least(peer.name), 3) for peer in outcome.race.peers
        },
        "budgets": [
            {"text": budget.text, "limit_s": round(outcome.limit(budget), 3), "met": outcome.is_met(budget)}
            for budget in outcome.race.budgets
        ],
        "profile": outcome.profile,
    }


def contender(outcome, name):
    return {
        "name": name,
        "wall_s": seconds(outcome.wall(name)),
        "cpu_s": round(outcome.cpu(name), 3),
        "samples_s": [seconds(sample.wall) for sample in outcome.samples[name]],
    }


def seconds(wall):
    """Nothing where it was stopped."""
    return None if wall == math.inf else round(wall, 3)


def markdown(document):
    machine_ = document["machine"]
    lines = [
        f"{machine_['cores']} cores ({machine_['processor']}), load {machine_['load_before']} before and "
        f"{machine_['load_after']} after, {document['java']}, start-up cache: {yes(document['start_up_cache'])}, "
        f"Python {machine_['python']}; {samples(document['rounds'])}, seconds (CPU seconds).",
        "",
        "| what | who | median (CPU) | ours / theirs | budget |",
        "|---|---|---|---|---|",
    ]
    for race_ in document["races"]:
        lines.extend(rows(race_))
    profiled = [race_ for race_ in document["races"] if race_["profile"]]
    for race_ in profiled:
        lines.extend(["", f"**{race_['what']}**", "", *(f"- {line}" for line in race_["profile"])])
    return "\n".join(lines) + "\n"


def samples(rounds):
    return f"medians of {rounds} rounds" if rounds else "each measured once"


def rows(race_):
    budgets = "; ".join(
        f"{budget['text']} = {budget['limit_s']:.2f}: {'met' if budget['met'] else '**missed**'}"
        for budget in race_["budgets"]
    )
    for position, contender_ in enumerate(race_["contenders"]):
        wall = contender_["wall_s"]
        figures = f"more than {PATIENCE}" if wall is None else f"{wall:.3f} ({contender_['cpu_s']:.2f})"
        ratio = race_["ratios"].get(contender_["name"])
        first = position == 0
        yield (
            f"| {race_['what'] if first else ''} | {contender_['name']} | {figures} "
            f"| {'' if ratio is None else f'{ratio:.2f}' if ratio >= 0.01 else f'{ratio:.3f}'} | {budgets if first else ''} |"
        )


def yes(flag):
    return "yes" if flag else "no"
