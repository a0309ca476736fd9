"""Reads records.h5 beside this file. trajectories["work"][i] is the work of trajectory i; time, channel = jumps(i) are
its jumps: their times and channel numbers, channels[k] is the name of channel k. All arrays; from load import * in a notebook.
Where there are weights w = trajectories["weight"] (a biased run), the mean of x is (w*x).sum()/w.sum(), not x.mean()."""
import os
import h5py
import numpy as np

file = h5py.File(os.path.join(os.path.dirname(os.path.abspath(__file__)), "records.h5"), "r")
trajectories = {name: data[:] for name, data in file["trajectories"].items()}
observables = {name: data[:] for name, data in file["observables"].items()}
channels = np.char.decode(file["channels/name"][:], "utf-8") if len(file["channels/name"]) else np.array([])

def jumps(i):
    part = slice(*trajectories["jump_start"][i:i + 2])
    return file["jumps/time"][part], file["jumps/channel"][part]
