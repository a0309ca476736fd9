% Reads records.h5 in the current folder. work = column('work') has the work of every trajectory: work(i + 1) is that of
% trajectory i, counted from 0. times(i) and jumpchannels(i) are its jumps: their times and channel numbers from 0, where
% channels{k + 1} is the name of channel k; count(i) is their number, and without jumps there is nothing to read.
% Where there are weights w = column('weight') (a biased run), the mean of x is sum(w.*x)/sum(w).
column = @(name) h5read('records.h5', ['/trajectories/' name]);
observable = @(name) h5read('records.h5', ['/observables/' name]);
channels = cellstr(h5read('records.h5', '/channels/name'));
starts = double(column('jump_start'));
count = @(i) starts(i + 2) - starts(i + 1);
part = @(name, i) h5read('records.h5', ['/jumps/' name], starts(i + 1) + 1, count(i));
times = @(i) part('time', i);
jumpchannels = @(i) part('channel', i);
