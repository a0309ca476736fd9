package org.unravel.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.engine.ContractModels;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.Engines;
import org.unravel.engine.RecordedTrajectories;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.JumpCorrelation;
import org.unravel.ensemble.JumpRecordResult;
import org.unravel.ensemble.PassageTimes;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.WordRate;
import org.unravel.exact.Effort;
import org.unravel.exact.WorkBudget;
import org.unravel.model.CountingObservables;
import org.unravel.model.JumpCorrelations;
import org.unravel.model.JumpCount;
import org.unravel.model.JumpPair;
import org.unravel.model.Model;
import org.unravel.model.Passage;
import org.unravel.modelfile.ModelReader;
import org.unravel.output.ResultTable;
import org.unravel.statistics.Distribution;
import org.unravel.trajectory.Recording;
import org.unravel.validation.Reference;
import org.unravel.validation.TestResult.Outcome;
import org.unravel.validation.Validation;
import org.unravel.validation.ValidationReport;
import org.unravel.validation.ValidationReport.Verdict;

/** Counts, passages, g² and words in whole runs: against what the records of single trajectories say, the exact side, files and verdict. */
class JumpRecordsTest {

    private static final int FEW = 300;
    private static final long SEED = 7;

    private static Model counted() {
        return ContractModels.model("counted");
    }

    private static RunOutcome run(Model model, int trajectories, EngineChoice engine) {
        return Run.of(model).with(new RunPlan(trajectories, SEED, 2, engine, Recording.all())).execute();
    }

    private static EnsembleResult sampled(Model model, int trajectories) {
        return Run.of(model).with(new RunPlan(trajectories, SEED, 2, EngineChoice.AUTO, Recording.all())).with(ExactChoice.OFF).execute().report().result();
    }

    /** One trajectory by itself. */
    private record Record(List<RecordedTrajectories.Jump> jumps, double weight) {
    }

    private static List<Record> records(Model model) {
        RecordedTrajectories shown = RecordedTrajectories.of(model, Engines.create(model, EngineChoice.AUTO), SEED, FEW);
        List<Record> all = new ArrayList<>();
        for (int i = 0; i < FEW; i++) {
            all.add(new Record(shown.jumps(i), shown.weight(i, model.time().pointCount() - 1)));
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"counted", "biased-counted"})
    void countsAreSumsOverTheRecords(String name) {
        Model model = ContractModels.model(name);
        List<String> labels = model.channelLabels();
        EnsembleResult result = sampled(model, FEW);
        List<Record> records = records(model);
        model.counting().counts().forEach(count -> {
            double sum = 0;
            double weights = 0;
            for (Record r : records) {
                sum += r.weight * r.jumps.stream().mapToDouble(j -> count.weight(labels.get(j.channel()))).sum();
                weights += r.weight;
            }
            assertEquals(sum / weights, result.quantities().get("counts." + count.name()).mean(), 1e-10, count.name());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"counted", "biased-counted"})
    void passagesAreTimesOfTheRecords(String name) {
        Model model = ContractModels.model(name);
        List<PassageTimes> found = sampled(model, FEW).jumpRecords().passages();
        double run = model.time().end() - model.time().start();
        List<Record> records = records(model);
        for (PassageTimes passage : found) {
            Passage p = passage.passage();
            double[] bins = new double[passage.distribution().bins().size()];
            double time = 0;
            double reached = 0;
            for (Record r : records) {
                List<RecordedTrajectories.Jump> own = r.jumps.stream().filter(j -> model.channelLabels().get(j.channel()).equals(p.channel())).toList();
                boolean isReached = own.size() >= p.number();
                RecordedTrajectories.Jump last = isReached ? own.get(p.number() - 1) : null;
                bins[isReached ? (int) (last.time() / run * (bins.length - 1)) : bins.length - 1] += isReached ? last.weight() : r.weight;
                time += isReached ? last.weight() * last.time() : 0;
                reached += isReached ? last.weight() : 0;
            }
            double all = Arrays.stream(bins).sum();
            for (int b = 0; b < bins.length; b++) {
                assertEquals(bins[b] / all, passage.distribution().bins().get(b).probability(), 1e-12, p.name() + " bin " + b);
            }
            assertEquals(time / reached, passage.times().mean(), 1e-10);
            assertEquals(Double.POSITIVE_INFINITY, passage.distribution().bins().get(bins.length - 1).high());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"counted", "biased-counted"})
    void correlationsArePairsOfTheRecords(String name) {
        Model model = ContractModels.model(name);
        JumpCorrelations asked = model.counting().correlations().orElseThrow();
        List<JumpCorrelation> found = sampled(model, FEW).jumpRecords().correlations();
        double run = model.time().end() - model.time().start();
        List<Record> records = records(model);
        for (int p = 0; p < found.size(); p++) {
            JumpPair pair = asked.pairs().get(p);
            int first = model.channelLabels().indexOf(pair.first());
            int second = model.channelLabels().indexOf(pair.second());
            double[] pairs = new double[asked.binCount()];
            double[] sums = new double[3];
            for (Record r : records) {
                sums[0] += r.weight;
                for (int i = 0; i < r.jumps.size(); i++) {
                    RecordedTrajectories.Jump one = r.jumps.get(i);
                    sums[1] += one.channel() == first ? one.weight() : 0;
                    sums[2] += one.channel() == second ? one.weight() : 0;
                    for (int j = i + 1; j < r.jumps.size() && one.channel() == first; j++) {
                        RecordedTrajectories.Jump two = r.jumps.get(j);
                        double delay = two.time() - one.time();
                        if (two.channel() == second && delay < asked.longest()) {
                            pairs[(int) (delay / asked.longest() * asked.binCount())] += two.weight();
                        }
                    }
                }
            }
            for (int b = 0; b < pairs.length; b++) {
                double low = asked.edge(b);
                double high = asked.edge(b + 1);
                double independent = sums[1] * sums[2] / sums[0] / (run * run) * (high - low) * (run - (low + high) / 2);
                assertEquals(pairs[b] / independent, found.get(p).bins().get(b).value(), 1e-10, pair + " bin " + b);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"counted", "biased-counted"})
    void wordsAreSuccessionsOfTheRecords(String name) {
        Model model = ContractModels.model(name);
        List<WordRate> found = sampled(model, FEW).jumpRecords().words();
        assertEquals(3 + 9 + 27, found.size());
        double run = model.time().end() - model.time().start();
        List<Record> records = records(model);
        for (WordRate word : found) {
            int[] letters = word.word().stream().mapToInt(model.channelLabels()::indexOf).toArray();
            double sum = 0;
            double weights = 0;
            List<double[]> numbers = new ArrayList<>();
            for (Record r : records) {
                double own = 0;
                for (int i = letters.length - 1; i < r.jumps.size(); i++) {
                    boolean isWord = true;
                    for (int l = 0; l < letters.length; l++) {
                        isWord &= r.jumps.get(i - letters.length + 1 + l).channel() == letters[l];
                    }
                    own += isWord ? r.jumps.get(i).weight() : 0;
                }
                sum += own;
                weights += r.weight;
                numbers.add(new double[] {own, r.weight});
            }
            double mean = sum / weights;
            assertEquals(mean / run, word.rate(), 1e-12, word.word().toString());
            double squares = numbers.stream().mapToDouble(n -> (n[0] - mean * n[1]) * (n[0] - mean * n[1])).sum();
            if (!Double.isNaN(word.standardError())) {
                assertEquals(Math.sqrt(squares * FEW / (FEW - 1.0)) / weights / run, word.standardError(), 1e-10, word.word().toString());
            }
        }
    }

    private static void assertPassed(ValidationReport report, String test) {
        assertTrue(report.tests().stream().anyMatch(t -> t.name().equals(test) && t.outcome() == Outcome.PASSED), () -> test + " in " + report);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grid", "sparse", "ladder"})
    void everyEngineIsConsistent(String engine) {
        ValidationReport report = run(counted(), 10_000, new EngineChoice(engine)).report().validation().orElseThrow();
        assertEquals(Verdict.CONSISTENT, report.verdict(), report::toString);
        for (String test : List.of("curve counts.net", "curve counts.real", "atoms counts.net", "variance counts.real", "passages.second", "passages.late", "g2 b.down to b.down", "g2 d.z to b.up",
                "words of 1", "words of 2", "words of 3")) {
            assertPassed(report, test);
        }
    }

    @Test
    void theShippedModelIsConsistent() {
        ValidationReport report = run(ModelReader.readShipped("photon-antibunching", Map.of()), 5000, EngineChoice.AUTO).report().validation().orElseThrow();
        assertEquals(Verdict.CONSISTENT, report.verdict(), report::toString);
        List.of("curve counts.photons", "passages.first", "passages.fifth", "g2 field.photon to field.photon", "words of 2").forEach(test -> assertPassed(report, test));
    }

    /** Weights are undone; of g² and words no test is made, and it is said why. */
    @Test
    void weightsOfABiasAreUndone() {
        RunOutcome outcome = run(ContractModels.model("biased-counted"), 20_000, EngineChoice.AUTO);
        ValidationReport report = outcome.report().validation().orElseThrow();
        assertEquals(Verdict.CONSISTENT, report.verdict(), report::toString);
        assertPassed(report, "curve counts.net");
        assertPassed(report, "passages.second");
        assertTrue(report.tests().stream().anyMatch(t -> t.name().equals("words of 2") && t.outcome() == Outcome.NOT_MADE && t.note().contains("weighted")), report::toString);
        JumpRecordResult found = outcome.report().result().jumpRecords();
        double[] exact = outcome.report().counting().jumpRecords().words().orElseThrow().rates();
        // 39 words and 24 bins: 5.5 standard errors are passed by chance once in 10⁵ seeds
        for (int w = 0; w < exact.length; w++) {
            assertTrue(Double.isNaN(found.words().get(w).standardError()) || Math.abs(found.words().get(w).rate() - exact[w]) <= 5.5 * found.words().get(w).standardError(), found.words().get(w) + " exact " + exact[w]);
        }
        double[][] g2 = outcome.report().counting().jumpRecords().correlations().orElseThrow().values();
        for (int p = 0; p < g2.length; p++) {
            for (int b = 0; b < g2[p].length; b++) {
                JumpCorrelation.Bin bin = found.correlations().get(p).bins().get(b);
                assertEquals(g2[p][b], bin.value(), 5.5 * bin.standardError(), bin.toString());
            }
        }
    }

    private static Reference solved(Model model) {
        return Reference.solve(model, WorkBudget.of(Effort.MODERATE), Optional.empty());
    }

    private static void assertFound(ValidationReport report, String test) {
        assertEquals(Verdict.INCONSISTENT, report.verdict());
        assertTrue(report.tests().stream().anyMatch(t -> t.name().equals(test) && t.outcome() == Outcome.FAILED), () -> test + " in " + report);
    }

    /** Planted errors of the estimators: a jump counted too late, pairs that forget the ends of the run or count a jump with itself, words read backwards or overlapping no more. */
    @Test
    void errorsOfEstimatorsAreFound() {
        Model model = counted();
        EnsembleResult result = sampled(model, 10_000);
        Reference exact = solved(model);
        Map.of("shifted", "passages.second", "unended", "g2 b.down to b.down", "itself", "g2 b.down to b.down", "backwards", "words of 2", "every other", "words of 3").forEach((error, test) -> {
            EnsembleResult wrong = result.with().jumpRecords(planted(error).apply(result.jumpRecords())).build();
            assertFound(Validation.judge(model, wrong, exact), test);
        });
        assertEquals(Verdict.CONSISTENT, Validation.judge(model, result, exact).verdict());
    }

    private static UnaryOperator<JumpRecordResult> planted(String error) {
        return r -> switch (error) {
            case "shifted" -> new JumpRecordResult(r.passages().stream().map(JumpRecordsTest::oneBinLater).toList(), r.correlations(), r.words());
            case "unended" -> new JumpRecordResult(r.passages(), r.correlations().stream().map(c -> changed(c, b -> (12 - (b.low() + b.high()) / 2) / 12)).toList(), r.words());
            case "itself" -> new JumpRecordResult(r.passages(), r.correlations().stream().map(c -> changed(c, b -> b.low() == 0 ? 3 : 1)).toList(), r.words());
            case "backwards" -> new JumpRecordResult(r.passages(), r.correlations(), r.words().stream().map(w -> backwards(w, r.words())).toList());
            default -> new JumpRecordResult(r.passages(), r.correlations(), r.words().stream().map(w -> new WordRate(w.word(), w.rate() / w.word().size(), w.standardError(), w.holders(), w.most())).toList());
        };
    }

    private static PassageTimes oneBinLater(PassageTimes p) {
        List<Distribution.Bin> bins = p.distribution().bins();
        List<Distribution.Bin> shifted = new ArrayList<>();
        for (int b = 0; b < bins.size(); b++) {
            Distribution.Bin from = bins.get((b + bins.size() - 1) % bins.size());
            shifted.add(new Distribution.Bin(bins.get(b).low(), bins.get(b).high(), from.probability(), from.standardError(), from.values(), 0));
        }
        return new PassageTimes(p.passage(), new Distribution(shifted, Distribution.Shape.INTERVALS), p.times());
    }

    private static JumpCorrelation changed(JumpCorrelation c, java.util.function.ToDoubleFunction<JumpCorrelation.Bin> factor) {
        return new JumpCorrelation(c.pair(), c.bins().stream().map(b -> new JumpCorrelation.Bin(b.low(), b.high(), factor.applyAsDouble(b) * b.value(), b.standardError())).toList(), c.pairs());
    }

    private static WordRate backwards(WordRate word, List<WordRate> all) {
        List<String> letters = new ArrayList<>(word.word());
        java.util.Collections.reverse(letters);
        WordRate other = all.stream().filter(w -> w.word().equals(letters)).findFirst().orElseThrow();
        return new WordRate(word.word(), other.rate(), other.standardError(), other.holders(), other.most());
    }

    /** Counts have their own unit: beside energies of 1e9 those of 1e-9 are not rounding, and their errors are shown with z. */
    @Test
    void smallCountsAmongLargeEnergiesHaveErrors() {
        Model model = ModelReader.readText("""
                unravel: 1
                name: units
                space: {q: qubit}
                hamiltonian: 5e8*sz(q)
                baths: {b: {channels: {down: {operator: sm(q), rate: 1, heat: -1e9}, up: {operator: sp(q), rate: 0.5, heat: 1e9}}}}
                initial: {q: g}
                time: {end: 5, points: 3}
                counts: {one: {b.down: 1}, small: {b.down: 1e-9}}
                """, Map.of());
        List<ResultTable.Row> rows = ResultTable.rows(run(model, 1000, EngineChoice.AUTO).report());
        ResultTable.Row one = rows.stream().filter(r -> r.name().equals("counts.one")).findFirst().orElseThrow();
        ResultTable.Row small = rows.stream().filter(r -> r.name().equals("counts.small")).findFirst().orElseThrow();
        assertEquals("(" + one.sampled() + ")e-9", small.sampled());
        assertEquals(one.z(), small.z());
    }

    /** A wrong weight of a count, beside the right model. */
    @Test
    void wrongWeightIsFound() {
        Model right = counted();
        CountingObservables asked = right.counting();
        JumpCount net = new JumpCount("net", Map.of("b.up", 1.0, "b.down", -1.05));
        Model wrong = right.withCounting(new CountingObservables(List.of(net, asked.counts().get(1)), asked.passages(), asked.correlations(), asked.wordLength()));
        EnsembleResult result = sampled(wrong, 10_000);
        assertFound(Validation.judge(right, result, solved(right)), "curve counts.net");
    }

    @Test
    void filesHoldWhatWasAskedFor(@TempDir Path directory) throws IOException {
        run(counted(), 200, EngineChoice.AUTO).write(directory);
        assertEquals("value,probability,se,exact", Files.readAllLines(directory.resolve("counts.real.csv")).get(0));
        List<String> passage = Files.readAllLines(directory.resolve("passages.second.csv"));
        assertEquals("low,high,probability,se,exact", passage.get(0));
        assertEquals(1 + 64 + 1, passage.size());
        assertTrue(passage.get(65).startsWith("12.0,inf,"), passage.get(65));
        assertEquals(1, passage.stream().skip(1).mapToDouble(l -> Double.parseDouble(l.split(",")[2])).sum(), 1e-12);
        assertEquals(1, passage.stream().skip(1).mapToDouble(l -> Double.parseDouble(l.split(",")[4])).sum(), 1e-9);
        List<String> g2 = Files.readAllLines(directory.resolve("g2.csv"));
        assertEquals("first,second,low,high,value,se,exact", g2.get(0));
        assertEquals(1 + 3 * 8, g2.size());
        assertTrue(g2.get(1).startsWith("b.down,b.down,0.0,0.5,"), g2.get(1));
        List<String> words = Files.readAllLines(directory.resolve("words.csv"));
        assertEquals("first,second,third,rate,se,exact", words.get(0));
        assertEquals(1 + 39, words.size());
        assertTrue(words.get(1).startsWith("b.down,,,"), words.get(1));
        assertTrue(words.get(4).startsWith("b.down,b.down,,"), words.get(4));
        assertTrue(Files.readAllLines(directory.resolve("moments.csv")).stream().anyMatch(l -> l.contains(",counts.real,")));
        String summary = Files.readString(directory.resolve("summary.json"));
        List.of("\"counts.net\"", "\"passages.late\"", "\"reached\"", "\"g2.csv\"", "\"words.csv\"", "\"passages.second.csv\"").forEach(part -> assertTrue(summary.contains(part), part));
    }

    /** Where the operators of all channels are zero, as at one end of a scan, what was asked for is there all the same, and holds no jump. */
    @Test
    void filesAreThereWithoutAChannel(@TempDir Path directory) throws IOException {
        Model model = ModelReader.readText("""
                unravel: 1
                name: scanned
                parameters: {x: 0}
                space: {q: qubit}
                hamiltonian: sz(q)
                baths: {b: {channels: {a: {operator: x*sm(q), rate: 1, heat: -2}}}}
                initial: {q: e}
                time: {end: 4, points: 5}
                counts: {n: {b.a: 1}}
                passages: {p: {of: b.a, number: 1}}
                g2: {pairs: {b.a: b.a}, delay: 2, bins: 2}
                words: 2
                """, Map.of());
        run(model, 200, EngineChoice.AUTO).write(directory);
        assertEquals(List.of("value,probability,se,exact", "0.0,1.0,0.0,1.0"), Files.readAllLines(directory.resolve("counts.n.csv")));
        assertEquals(List.of("first,second,third,rate,se,exact"), Files.readAllLines(directory.resolve("words.csv")));
        assertEquals(List.of("first,second,low,high,value,se,exact", "b.a,b.a,0.0,1.0,,,", "b.a,b.a,1.0,2.0,,,"), Files.readAllLines(directory.resolve("g2.csv")));
        assertEquals("4.0,inf,1.0,,1.0", Files.readAllLines(directory.resolve("passages.p.csv")).get(65));
    }

    /** A model that asks for nothing of it has none of it. */
    @Test
    void othersKeepTheirFiles(@TempDir Path directory) throws IOException {
        run(ModelReader.readShipped("heat-exchange", Map.of()), 64, EngineChoice.AUTO).write(directory);
        try (var files = Files.list(directory)) {
            assertTrue(files.noneMatch(f -> f.getFileName().toString().matches("counts.*|passages.*|g2.*|words.*")));
        }
        assertTrue(!Files.readString(directory.resolve("summary.json")).contains("passages"));
    }
}
