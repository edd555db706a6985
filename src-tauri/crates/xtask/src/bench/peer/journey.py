"""The small journey of the peer bench in SimPy: an email, a listen with a timeout, a wait, two paths.

For each account eight people get an email: it bounces or is delivered a minute later, is opened after a lognormal delay,
and clicked after an exponential one. The account listens for a click for seven days; without one it waits three days more.
Prints the seconds of the run and how many accounts took which path, as JSON.
"""

import json
import math
import random
import sys
import time

import simpy

ACCOUNTS, PEOPLE = int(sys.argv[1]), 8
DAY = 1440


def person(env, clicked):
    if random.random() < 0.02:
        yield env.timeout(1)
        return
    yield env.timeout(1)
    if random.random() >= 0.32:
        return
    yield env.timeout(max(1, math.ceil(random.lognormvariate(math.log(240), 1.2))))
    if random.random() >= 0.1:
        return
    yield env.timeout(max(1, math.ceil(random.expovariate(1 / 5))))
    if not clicked.triggered:
        clicked.succeed()


def account(env, paths):
    clicked = env.event()
    for _ in range(PEOPLE):
        env.process(person(env, clicked))
    outcome = yield clicked | env.timeout(7 * DAY)
    if clicked in outcome:
        paths["event"] += 1
    else:
        paths["timeout"] += 1
        yield env.timeout(3 * DAY)


random.seed(1)
start = time.perf_counter()
env = simpy.Environment()
paths = {"event": 0, "timeout": 0}
for _ in range(ACCOUNTS):
    env.process(account(env, paths))
env.run(until=30 * DAY)
print(json.dumps({"seconds": time.perf_counter() - start, "simpy": simpy.__version__, **paths}))
