package org.unravel.exact;

/**
 * The density matrix split by the last jumps, with the expected numbers of successions of up to three jumps.
 *
 * <p>Of all trajectories ρ̇ = ℒρ; of those whose last jump was of channel a ρ̇_a = ℒ_0ρ_a + L_aρL_a†; of those whose last two were of a and then b ρ̇_ab = ℒ_0ρ_ab + L_bρ_aL_b†, with the evolution
 * ℒ_0 without jumps. Numbers: Ṅ_a = Tr L_aρL_a†, Ṅ_ab = Tr L_bρ_aL_b†, Ṅ_abc = Tr L_cρ_abL_c†. This is the sum over all paths with the no-jump propagation between the jumps, for any drive and
 * any run (physics.md, "Counting observables"). The variable holds ρ, ρ_a…, ρ_ab…, then the numbers in the order of the words. Not safe for threads.
 */
final class WordSystem extends FlowSystem {

    private final int channels;
    private final int parts;

    /** For words of up to so many channels, 1 to 3. */
    WordSystem(TiltedFlow flow, int length) {
        super(flow);
        this.channels = flow.channelCount();
        this.parts = 1 + (length > 1 ? channels : 0) + (length > 2 ? channels * channels : 0);
    }

    /** How many matrices there are. */
    int partCount() {
        return parts;
    }

    @Override
    public int getDimension() {
        return parts * size + parts * channels;
    }

    @Override
    public int stateSize() {
        return parts * size;
    }

    /** Place of the number of the words that begin as a part says and end with a channel: part 0 for a single letter, 1 + a, then 1 + channels + a channels + b. */
    int numberIndex(int part, int channel) {
        return parts * size + part * channels + channel;
    }

    /** The part whose next jump makes a part. */
    private int before(int part) {
        return part <= channels ? 0 : 1 + (part - 1 - channels) / channels;
    }

    private int lastChannel(int part) {
        return part <= channels ? part - 1 : (part - 1 - channels) % channels;
    }

    @Override
    public double[] computeDerivatives(double sinceStart, double[] y) {
        flow.moveTo(at(sinceStart));
        double[] rate = new double[y.length];
        for (int part = 0; part < parts; part++) {
            if (part == 0) {
                flow.apply(y, 0, rate, 0);
            } else {
                flow.begin(y, part * size);
                flow.jump(lastChannel(part), 1, y, before(part) * size);
                flow.end(rate, part * size);
            }
            for (int k = 0; k < channels; k++) {
                rate[numberIndex(part, k)] = flow.jumpRate(k, y, part * size);
            }
        }
        return rate;
    }
}
