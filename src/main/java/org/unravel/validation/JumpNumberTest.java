package org.unravel.validation;

/** The number of jumps of one channel in the whole run: z, or one Poisson count where few are expected. */
final class JumpNumberTest implements EnsembleTest {

    private final Sample sample;
    private final int channel;
    private final String name;

    JumpNumberTest(Sample sample, int channel) {
        this.sample = sample;
        this.channel = channel;
        this.name = sample.channels.name(channel);
    }

    @Override
    public Finding finding() {
        int end = sample.end;
        int[] of = {channel};
        String note = sample.expectation(of, end);
        if (!sample.isWeighted() && sample.jumps.expected(of, end) < Sample.FEW_EVENTS && sample.count >= Sample.MANY_TRAJECTORIES) {
            return Finding.ofBound(Subject.mean(name), Statistic.NUMBER, sample.jumps.observed(of, end), sample.jumps.fewJumpsPValue(of, end), note);
        }
        double se = sample.result.quantities().get(name).standardError();
        if (Double.isNaN(se) && sample.count < Sample.MANY_TRAJECTORIES) {
            return Finding.notMade(Subject.mean(name), Statistic.Z, "few of the weighted trajectories jump");
        }
        double mean = sample.jumps.expectedEach(channel, end);
        double deviation = MeanTest.beyond(sample.jumps.observedEach(channel, end) - mean, sample.tolerance(name, end, mean));
        if (deviation > 0 && sample.isWellSeen(mean, se)) {
            MeanTest test = MeanTest.normal(deviation, se);
            return Finding.ofBound(Subject.mean(name), Statistic.Z, test.z(), test.pValue(), note);
        }
        CountedMean.Judged judged = new CountedMean(sample, of, end, 1, 1, sample.exactMoments(name)).judge(deviation, se);
        return judged.isNormal() ? Finding.of(Subject.mean(name), Statistic.Z, judged.test().z(), judged.test().pValue(), note)
                : Finding.ofBound(Subject.mean(name), Statistic.Z, judged.test().z(), judged.test().pValue(), note);
    }
}
