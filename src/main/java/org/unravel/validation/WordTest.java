package org.unravel.validation;

import java.util.List;
import java.util.Optional;

import org.unravel.ensemble.WordRate;

/**
 * The rates of words of one length against the exact ones: the largest deviation in error bars, by Bonferroni over all words that many trajectories hold.
 *
 * <p>Of a number that no trajectory of the sample has above m the skewness is at most m/σ and the fourth moment m²/σ² of its variance: with these as bounds the tail is that of
 * {@link MeanTest#skewed}. A word that was not seen and is expected in many trajectories is tested as a Poisson number.
 */
final class WordTest implements EnsembleTest {

    private final Sample sample;
    private final Subject subject;
    private final List<WordRate> sampled;
    private final double[] exact;
    private final int length;

    WordTest(Sample sample, Subject subject, List<WordRate> sampled, double[] exact, int length) {
        this.sample = sample;
        this.subject = subject;
        this.sampled = sampled;
        this.exact = exact.clone();
        this.length = length;
    }

    @Override
    public Finding finding() {
        int looked = 0;
        MeanTest worst = null;
        String where = "";
        String why = "few trajectories hold a word";
        double run = sample.model.time().end() - sample.model.time().start();
        for (int w = 0; w < exact.length; w++) {
            WordRate word = sampled.get(w);
            if (word.word().size() != length) {
                continue;
            }
            Optional<String> obstacle = CorrelationTest.obstacle(sample, word.word());
            double expected = exact[w] * run;
            if (obstacle.isPresent() || Math.min(1, expected) * sample.count < Sample.FEW_EVENTS) {
                why = obstacle.orElse(why);
                continue;
            }
            MeanTest test = judge(word, expected, run);
            looked++;
            if (worst == null || test.pValue() < worst.pValue()) {
                worst = test;
                where = String.join(" ", word.word());
            }
        }
        return worst == null ? Finding.notMade(subject, Statistic.LARGEST_Z, why)
                : Finding.ofBound(subject, Statistic.LARGEST_Z, Math.abs(worst.z()), Math.min(1, looked * worst.pValue()), "at " + where + ", " + looked + (looked == 1 ? " word" : " words"));
    }

    private MeanTest judge(WordRate word, double expected, double run) {
        double deviation = MeanTest.beyond(word.rate() * run - expected, Sample.TOLERANCE * Math.max(1, expected));
        double error = word.standardError() * run;
        if (word.holders() == 0) {
            // of values >= 0 that many small ones make up too little is bounded by their second moment alone, which is at most that of the jumps of a channel in it
            double square = sample.exactMoments("jumps." + word.word().get(0)).map(m -> m.variance() + m.mean() * m.mean()).orElseThrow();
            return MeanTest.ofFewEvents(deviation, square, 0, sample.count);
        }
        if (!(error > 0)) {
            return deviation == 0 ? new MeanTest(0, 1) : MeanTest.bounded(deviation, 0, word.most(), sample.count);
        }
        double sigma = error * Math.sqrt(sample.count);
        return MeanTest.skewed(deviation, error, word.most() / sigma, word.most() * word.most() / (sigma * sigma), sample.count);
    }
}
