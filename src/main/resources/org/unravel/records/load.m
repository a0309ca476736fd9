% Reads records.h5 in the current folder: run('load.m') in MATLAB or Octave. work = column('work') has the work of every
% trajectory: work(i + 1) is that of trajectory i, counted from 0; observable('name') likewise. times(i) and jumpchannels(i) are
% its jumps: their times and channel numbers from 0, channels{k + 1} is the name of channel k.
% Where there are weights w = column('weight') (a biased run), the mean of x is sum(w.*x)/sum(w).
if exist('OCTAVE_VERSION', 'builtin')  % it has no h5read, makes the dots of names underscores, and leaves names of channels out
    records = builtin('load', 'records.h5', 'trajectories', 'observables', 'jumps');
    data = @(group, name) records.(group).(strrep(name, '.', '_'))(:);
    channels = regexp(fileread('summary.json'), '(?<="jumps\.)\w+\.\w+(?=\.csv")', 'match')';
else
    data = @(group, name) h5read('records.h5', ['/' group '/' name]);
    channels = cellstr(data('channels', 'name'));
end
column = @(name) data('trajectories', name);  observable = @(name) data('observables', name);
start = double(column('jump_start'));  jump = struct('time', data('jumps', 'time'), 'channel', data('jumps', 'channel'));
times = @(i) jump.time(start(i + 1) + 1:start(i + 2));  jumpchannels = @(i) jump.channel(start(i + 1) + 1:start(i + 2));
