# First steps with Unravel from Python: run it cell by cell in an editor that knows "# %%", or as a whole:
#     python3 src/site/python/first_steps.py
# It needs numpy, pandas and h5py (Debian: python3-pandas python3-h5py) and writes into the folder out/.

# %% How the program is called: ./unravel in its own folder, unravel where it is installed. UNRAVEL names another command.
import json
import os
import shlex
import subprocess

import h5py
import numpy as np
import pandas as pd

unravel = shlex.split(os.environ.get("UNRAVEL", "./unravel"))


def run(model, folder, *options):
    """Runs a model, quietly, into a folder. A model that is refused says on the terminal why."""
    subprocess.run([*unravel, "run", model, "-o", folder, *options], check=True, stdout=subprocess.DEVNULL)
    return folder


# %% Run a model that ships, and keep every trajectory
folder = run("lab-frame-qubit", "out/first", "-n", "4000", "--records")

# %% What came out of it: means with standard errors, exact means, the verdict
summary = json.load(open(f"{folder}/summary.json"))
work = summary["quantities"]["work"]
print(f"work {work['mean']:.3f} ± {work['se']:.3f}, exactly {work['exact']['mean']:.3f}")
print("verdict:", summary["validation"]["verdict"])

# %% Curves in time: one column for each quantity, its standard error (.se) and its exact mean (.exact)
curves = pd.read_csv(f"{folder}/curves.csv")
print(curves[["t", "heat.counted", "heat.counted.se", "heat.counted.exact"]].iloc[::50])

# %% A distribution: how much heat the bath has counted, and how probable that is
heat = pd.read_csv(f"{folder}/heat.counted.csv")
print(heat.nlargest(5, "probability"))
print("mean of the distribution", (heat["heat"] * heat["probability"]).sum())

# %% Change a parameter: a stronger drive
for strength in (0.1, 0.3):
    stronger = json.load(open(run("lab-frame-qubit", "out/strength", "-n", "2000", "-p", f"Omega={strength}") + "/summary.json"))
    print(f"Omega = {strength}: work {stronger['quantities']['work']['mean']:.2f}, exactly {stronger['quantities']['work']['exact']['mean']:.2f}")

# %% A model of your own: a pulse flips a qubit, which then relaxes in a warm bath
model = """
unravel: 1
name: flipped-qubit
title: A pulse flips a qubit, which then relaxes in a warm bath
parameters: {omega: 1, width: 5, Gamma: 0.02, beta: 2}
space: {q: qubit}
hamiltonian: omega/2*sz(q) + sqrt(pi)/width*exp(-((t - 20)/width)^2)*cos(omega*t)*sx(q)
baths:
  environment:
    beta: beta
    channels:
      emission: {operator: sm(q), rate: "Gamma*(1 + nbar(omega, beta))", heat: -omega}
      absorption: {operator: sp(q), rate: "Gamma*nbar(omega, beta)", heat: omega}
initial: {q: g}
time: {end: 120, points: 241}
observables: {excited: "proj(q, e)"}
ensemble: {trajectories: 4000, seed: 1}
"""
with open("out/flipped-qubit.yaml", "w", encoding="utf-8") as file:
    file.write(model)
own = run("out/flipped-qubit.yaml", "out/flipped-qubit")
excited = pd.read_csv(f"{own}/curves.csv").set_index("t")["excited"]
print(f"excited: at most {excited.max():.3f} at t = {excited.idxmax():g}, {excited.iloc[-1]:.3f} at the end")

# %% Every trajectory by itself: trajectory i owns the jumps from jump_start[i] up to and without jump_start[i + 1]
with h5py.File(f"{folder}/records.h5") as records:
    works = records["trajectories/work"][:]
    start = records["trajectories/jump_start"][:]
    times = records["jumps/time"][:]
counts = np.diff(start)
print(f"work {works.mean():.3f} ± {works.std(ddof=1) / np.sqrt(len(works)):.3f} from {len(works)} trajectories")
print("jumps of trajectory 17 at", np.round(times[start[17]:start[18]], 2))

# %% What only single trajectories tell: the work of those that jumped often, and of those that hardly did
trajectories = pd.DataFrame({"jumps": counts, "work": works})
print(trajectories.groupby("jumps")["work"].agg(["count", "mean", "std"]))
