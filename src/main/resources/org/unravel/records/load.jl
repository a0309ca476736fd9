# Reads records.h5 beside this file. trajectories["work"][i + 1] is the work of trajectory i (counted from 0); time, channel =
# jumps(i) are its jumps: their times and channel numbers from 0, channels[k + 1] is the name of channel k.
# Where there are weights w = trajectories["weight"] (a biased run), the mean of x is sum(w .* x) / sum(w).
using HDF5

file = h5open(joinpath(@__DIR__, "records.h5"), "r")
trajectories = Dict(name => read(file["trajectories"][name]) for name in keys(file["trajectories"]))
observables = Dict(name => read(file["observables"][name]) for name in keys(file["observables"]))
channels = read(file["channels/name"])
function jumps(i)
    part = (trajectories["jump_start"][i + 1] + 1):trajectories["jump_start"][i + 2]
    return file["jumps/time"][part], file["jumps/channel"][part]
end
