package org.unravel.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.unravel.ensemble.JumpRecordResult;
import org.unravel.ensemble.PassageTimes;
import org.unravel.exact.CorrelationFunctions;
import org.unravel.exact.JumpRecordStatistics;
import org.unravel.exact.PassageProbabilities;
import org.unravel.exact.WordRates;
import org.unravel.model.Absence;
import org.unravel.model.JumpPair;
import org.unravel.model.Quantity;
import org.unravel.statistics.Distribution;

/** The tests of what a model asks to be counted of the records of jumps: passages by chi-square, g² and rates of words by their error bars. */
final class JumpRecordTests {

    private final Sample sample;
    private final JumpRecordResult sampled;
    private final JumpRecordStatistics exact;
    private final Map<String, Absence> absences;
    private final List<EnsembleTest> tests = new ArrayList<>();

    private JumpRecordTests(Sample sample, Reference reference) {
        this.sample = sample;
        this.sampled = sample.result.jumpRecords();
        this.exact = reference.counting().jumpRecords();
        this.absences = reference.counting().absences();
    }

    static List<EnsembleTest> of(Sample sample, Reference reference) {
        JumpRecordTests all = new JumpRecordTests(sample, reference);
        all.sampled.passages().forEach(all::addPassage);
        all.exact.correlations().ifPresent(all::addCorrelations);
        all.exact.words().ifPresent(all::addWords);
        all.addAbsence(JumpRecordStatistics.CORRELATIONS, Subject.Kind.CORRELATIONS);
        all.addAbsence(JumpRecordStatistics.WORDS, Subject.Kind.WORDS);
        return all.tests;
    }

    private void addAbsence(String name, Subject.Kind kind) {
        Optional.ofNullable(absences.get(name)).ifPresent(why -> tests.add(() -> Finding.notMade(Subject.of(kind, name), Statistic.LARGEST_Z, why.text())));
    }

    /** Bins by their index: a trajectory is in one of them, the last being that of the jumps that did not come. */
    private void addPassage(PassageTimes passage) {
        String name = Quantity.passage(passage.passage());
        Subject subject = new Subject(Subject.Kind.PASSAGES, name, name);
        PassageProbabilities probabilities = exact.passages().get(name);
        if (probabilities == null) {
            String why = absences.containsKey(name) ? absences.get(name).text() : "not computed";
            tests.add(() -> Finding.notMade(subject, Statistic.CHI_SQUARE, why));
            return;
        }
        List<Distribution.Bin> bins = passage.distribution().bins();
        List<AtomsTest.Expected> expected = IntStream.range(0, bins.size())
                .mapToObj(b -> new AtomsTest.Expected(b, probabilities.ofBin(b))).toList();
        List<Distribution.Bin> places = IntStream.range(0, bins.size()).mapToObj(b -> new Distribution.Bin(b, b, bins.get(b).probability(), bins.get(b).standardError(), bins.get(b).values(), 0)).toList();
        AtomsTest test = new AtomsTest(subject, new Distribution(places, Distribution.Shape.ATOMS), expected, probabilities.residual(), sample.count, sample.largestWeight);
        tests.add(() -> test.finding().withNote(bins.size() + " bins, the last of the jumps that did not come"));
    }

    private void addCorrelations(CorrelationFunctions functions) {
        for (int p = 0; p < sampled.correlations().size(); p++) {
            JumpPair pair = sampled.correlations().get(p).pair();
            Subject subject = Subject.of(Subject.Kind.CORRELATIONS, "g2 " + pair.first() + " to " + pair.second());
            tests.add(new CorrelationTest(sample, subject, sampled.correlations().get(p), functions.pairs()[p], functions.values()[p]));
        }
    }

    private void addWords(WordRates rates) {
        for (int length = 1; length <= sample.model.counting().wordLength(); length++) {
            tests.add(new WordTest(sample, Subject.of(Subject.Kind.WORDS, "words of " + length), sampled.words(), rates.rates(), length));
        }
    }
}
