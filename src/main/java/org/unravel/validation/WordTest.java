package org.unravel.validation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
        double run = sample.model.time().end() - sample.model.time().start();
        int[] own = IntStream.range(0, exact.length).filter(w -> sampled.get(w).word().size() == length).toArray();
        int[] looked = Arrays.stream(own).filter(w -> Math.min(1, exact[w] * run) * sample.count >= Sample.FEW_EVENTS && obstacle(w).isEmpty()).toArray();
        if (looked.length == 0) {
            return Finding.notMade(subject, Statistic.LARGEST_Z, Arrays.stream(own).boxed().flatMap(w -> obstacle(w).stream()).findFirst().orElse("few trajectories hold a word"));
        }
        MeanTest[] tests = Arrays.stream(looked).mapToObj(w -> judge(sampled.get(w), exact[w] * run, run)).toArray(MeanTest[]::new);
        int worst = IntStream.range(0, tests.length).boxed().min(Comparator.comparingDouble(i -> tests[i].pValue())).orElseThrow();
        return Finding.ofBound(subject, Statistic.LARGEST_Z, Math.abs(tests[worst].z()), Math.min(1, tests.length * tests[worst].pValue()),
                "at " + String.join(" ", sampled.get(looked[worst]).word()) + ", " + tests.length + (tests.length == 1 ? " word" : " words"));
    }

    private Optional<String> obstacle(int word) {
        return CorrelationTest.obstacle(sample, sampled.get(word).word());
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
