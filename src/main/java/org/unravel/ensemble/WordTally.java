package org.unravel.ensemble;

import java.util.Arrays;

import org.unravel.model.Model;

/** How often each trajectory shows each succession of channels that the model asks for. */
final class WordTally extends DirectTally<WordSums> implements Tally.OfJumps, Tally.OfEnds {

    private static final int NONE = -1;

    private final Model model;
    private final int length;
    private final int channels;
    private final Lane[] lanes;

    /** What one trajectory has shown so far, made when it first jumps; a trajectory has the lane (index mod lanes). */
    private static final class Lane {

        private int last = NONE;
        private int before = NONE;
        private int count;
        private int[] words = new int[8];
        /** Sum of the weights by word. */
        private final double[] weights;
        private final boolean[] isSeen;

        Lane(int wordCount) {
            weights = new double[wordCount];
            isSeen = new boolean[wordCount];
        }

        void add(int word, double weight) {
            if (!isSeen[word]) {
                if (count == words.length) {
                    words = Arrays.copyOf(words, 2 * count);
                }
                isSeen[word] = true;
                words[count++] = word;
            }
            weights[word] += weight;
        }

        void clear() {
            for (int i = 0; i < count; i++) {
                weights[words[i]] = 0;
                isSeen[words[i]] = false;
            }
            count = 0;
            last = NONE;
            before = NONE;
        }
    }

    WordTally(Model model, int laneCount) {
        this.model = model;
        this.length = model.counting().wordLength();
        this.channels = model.channels().size();
        this.lanes = new Lane[laneCount];
    }

    private Lane lane(long trajectory) {
        int place = (int) (trajectory % lanes.length);
        if (lanes[place] == null) {
            lanes[place] = new Lane((int) model.counting().wordCount(channels));
        }
        return lanes[place];
    }

    @Override
    public void start() {
        super.start();
        for (Lane lane : lanes) {
            if (lane != null) {
                lane.clear();
            }
        }
    }

    @Override
    public void jump(long trajectory, int from, int channel, double time, double delay, double weight) {
        Lane lane = lane(trajectory);
        lane.add(channel, weight);
        if (length > 1 && lane.last != NONE) {
            lane.add(channels + lane.last * channels + channel, weight);
        }
        if (length > 2 && lane.before != NONE) {
            lane.add(channels + channels * channels + (lane.before * channels + lane.last) * channels + channel, weight);
        }
        lane.before = lane.last;
        lane.last = channel;
    }

    @Override
    public void end(LaneGroup group) {
        for (int b = 0; b < group.laneCount(); b++) {
            Lane lane = lane(group.first() + b);
            double weight = group.finalWeight()[b];
            sums.trajectory(weight);
            for (int i = 0; i < lane.count; i++) {
                sums.add(lane.words[i], lane.weights[lane.words[i]], weight);
            }
            lane.clear();
        }
    }

    @Override
    public WordSums empty() {
        return new WordSums(model);
    }
}
