package org.unravel.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.ModelText;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.RunPlan;
import org.unravel.exact.Effort;
import org.unravel.exact.ExactCurves;
import org.unravel.exact.MasterEquation;
import org.unravel.exact.WorkBudget;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.modelfile.ModelReader;
import org.unravel.statistics.SampleSummary;
import org.unravel.trajectory.Recording;
import org.unravel.validation.Reference;
import org.unravel.validation.TestResult;
import org.unravel.validation.Validation;
import org.unravel.validation.ValidationReport;
import org.unravel.validation.ValidationReport.Verdict;

/** Particles and chemical work in whole runs: books, distributions, moments, files and verdict. */
class ParticlesTest {

    /** Rounding of sums over some tens of jumps. */
    private static final double CLOSURE = 1e-11;

    /** A driven level, pairs of particles from one lead and single ones from the other, and a bath without particles: all that the books must keep apart. */
    private static final String DRIVEN = """
            unravel: 1
            name: driven
            parameters: {mu: 0.3}
            space: {a: fermion, b: fermion}
            hamiltonian: (1 + 0.4*sin(t))*num(a) + 0.8*num(b) + 0.2*(cdag(a)*c(b) + cdag(b)*c(a))
            baths:
              pairs:
                beta: 1
                mu: mu
                channels:
                  in: {operator: cdag(a)*cdag(b), rate: 0.1, particles: 2, heat: 1.8 - 2*mu}
                  out: {operator: c(b)*c(a), rate: 0.2, particles: -2, heat: 2*mu - 1.8}
              single:
                beta: 2
                mu: -0.2
                channels:
                  in: {operator: cdag(b), rate: 0.3, particles: 1, heat: 1}
                  out: {operator: c(b), rate: 0.15, particles: -1, heat: -1}
              noise:
                channels:
                  z: {operator: id - 2*num(a), rate: 0.05, heat: 0}
            initial: {a: 1, b: 0}
            time: {end: 6, points: 13}
            ensemble: {trajectories: 4000, seed: 3}
            """;

    private static RunOutcome run(Model model, int trajectories, EngineChoice engine) {
        return Run.of(model).with(new RunPlan(trajectories, 7, 2, engine, Recording.all())).execute();
    }

    private static void assertConsistent(RunOutcome outcome) {
        ValidationReport report = outcome.report().validation().orElseThrow();
        assertEquals(Verdict.CONSISTENT, report.verdict(), report::toString);
        for (Bath bath : outcome.report().model().bathsWithParticles()) {
            for (String test : List.of("curve particles.", "atoms particles.")) {
                assertTrue(report.tests().stream().anyMatch(t -> t.name().equals(test + bath.name()) && t.outcome() == TestResult.Outcome.PASSED), test + bath.name() + " in " + report);
            }
        }
        assertTrue(outcome.report().result().firstLaw().relative() <= CLOSURE, "first law " + outcome.report().result().firstLaw().relative());
    }

    @ParameterizedTest
    @ValueSource(strings = {"single-dot", "double-dot", "thermoelectric-dot"})
    void shippedDotsAreConsistent(String name) {
        assertConsistent(run(ModelReader.readShipped(name, Map.of()), 4000, EngineChoice.AUTO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"grid", "renewal", "sparse", "ladder"})
    void everyEngineCountsParticles(String engine) {
        assertConsistent(run(ModelReader.readShipped("double-dot", Map.of()), 2000, new EngineChoice(engine)));
    }

    @Test
    void severalParticlesAtAJumpUnderADrive() {
        assertConsistent(run(ModelText.read(DRIVEN), 4000, EngineChoice.AUTO));
    }

    @Test
    void weightsOfABiasAreUndone() {
        assertConsistent(run(ModelText.read(DRIVEN.replace("seed: 3}", "seed: 3, bias: {jumps: 1.3, plain: 0.5}}")), 8000, EngineChoice.AUTO));
    }

    /** In each trajectory, by its record: chemical work is μ times particles, heats of baths add up to the heat, and nothing is left of ΔU. */
    @Test
    void theBooksOfASingleTrajectoryClose() {
        Model model = ModelText.read(DRIVEN);
        EnsembleResult result = run(model, 500, EngineChoice.AUTO).report().result();
        Map<String, SampleSummary> all = result.quantities();
        assertEquals(all.get("work.chemical").mean(), 0.3 * all.get("particles.pairs").mean() - 0.2 * all.get("particles.single").mean(), 1e-12);
        assertEquals(all.get("heat").mean(), all.get("heat.pairs").mean() + all.get("heat.single").mean() + all.get("heat.noise").mean(), 1e-12);
        assertEquals(all.get("energy.change").mean(), all.get("work").mean() + all.get("work.chemical").mean() + all.get("heat").mean(), 1e-12);
        assertEquals(all.get("heat").mean(), all.get("heat.jump").mean() + all.get("heat.drift").mean() - all.get("work.chemical").mean(), 1e-12);
        assertEquals(2 * (all.get("jumps.pairs.in").mean() - all.get("jumps.pairs.out").mean()), all.get("particles.pairs").mean(), 1e-12);
        assertFalse(all.containsKey("particles.noise"));
    }

    /** What the same model without particles shows as quantum heat is the chemical work, sample by sample. */
    @Test
    void leadAndDot() {
        String named = """
                unravel: 1
                name: lead-and-dot
                parameters: {eps: 1, muL: 0.6, muR: 0, beta: 1, G: 0.1}
                space: {d: qubit}
                hamiltonian: eps*proj(d, e)
                baths:
                  left:
                    beta: beta
                    mu: muL
                    channels:
                      in: {operator: sp(d), rate: "G*nfermi(eps - muL, beta)", particles: 1}
                      out: {operator: sm(d), rate: "G*nfermi(muL - eps, beta)", particles: -1}
                  right:
                    beta: beta
                    mu: muR
                    channels:
                      in: {operator: sp(d), rate: "G*nfermi(eps - muR, beta)", particles: 1}
                      out: {operator: sm(d), rate: "G*nfermi(muR - eps, beta)", particles: -1}
                initial: {d: g}
                time: {end: 60, points: 61}
                """;
        String hidden = named.replaceAll("\n *mu: mu.", "").replaceAll("(operator: s[pm]\\(d\\), rate: \"G\\*nfermi\\((eps - mu.|mu. - eps), beta\\)\"), particles: -?1", "$1, heat: $2");
        Model one = ModelText.read(named);
        Model other = ModelText.read(hidden);
        assertFalse(other.hasParticles());
        ExactCurves books = MasterEquation.solve(one);
        double[] before = MasterEquation.solve(other).curve(Quantity.HEAT_QUANTUM).orElseThrow();
        double[] chemical = books.curve(Quantity.WORK_CHEMICAL).orElseThrow();
        double[] quantum = books.curve(Quantity.HEAT_QUANTUM).orElseThrow();
        for (int i = 0; i < before.length; i++) {
            assertEquals(before[i], chemical[i], 1e-10, "at point " + i);
            assertEquals(0, quantum[i], 1e-12, "at point " + i);
        }
        assertEquals(0.339, chemical[60], 5e-4);
        EnsembleResult now = run(one, 200, EngineChoice.AUTO).report().result();
        EnsembleResult then = run(other, 200, EngineChoice.AUTO).report().result();
        assertEquals(then.quantities().get(Quantity.HEAT_QUANTUM).mean(), now.quantities().get(Quantity.WORK_CHEMICAL).mean(), 1e-12);
        assertEquals(then.quantities().get(Quantity.WORK).mean(), now.quantities().get(Quantity.WORK).mean(), 0);
    }

    /** Planted errors: a sample with particles of the wrong sign, and one with another chemical potential, beside the right model. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"sign | curve particles.left", "mu | curve work.chemical"})
    void wrongBooksAreCaught(String error, String test) {
        Model right = ModelReader.readShipped("single-dot", Map.of());
        Model wrong = right.withBaths(right.baths().stream().map(b -> !b.name().equals("left") ? b : error.equals("mu")
                ? new Bath(b.name(), b.inverseTemperature(), b.channels(), b.silent(), b.origin(), 1.5 * b.chemicalPotential()) : b.withChannels(flipped(b.channels()))).toList());
        EnsembleResult result = run(wrong, 10_000, EngineChoice.AUTO).report().result();
        ValidationReport report = Validation.judge(right, result, Reference.solve(right, WorkBudget.of(Effort.MODERATE), Optional.empty()));
        assertEquals(Verdict.INCONSISTENT, report.verdict());
        assertTrue(report.tests().stream().anyMatch(t -> t.name().equals(test) && t.outcome() == TestResult.Outcome.FAILED), report::toString);
    }

    private static List<Channel> flipped(List<Channel> channels) {
        Channel c = channels.get(0);
        List<Channel> all = new ArrayList<>(channels);
        all.set(0, new Channel(c.name(), c.operator(), c.rate(), c.heat(), -c.particles()));
        return all;
    }

    /** Some 1000 comparisons that hang together closely in time: 5.5 standard errors are passed by chance once in 10⁴ seeds at most. */
    @Test
    void sampledVariancesAreTheExactOnes() {
        RunOutcome outcome = run(ModelText.read(DRIVEN), 10_000, EngineChoice.AUTO);
        List<String> names = outcome.report().result().variances().stream().map(v -> v.name()).filter(n -> n.contains("particles") || n.equals("work.chemical")).toList();
        assertEquals(List.of("work.chemical", "particles.pairs", "particles.single", "particles.pairs|particles.single"), names);
        outcome.report().result().variances().stream().filter(v -> names.contains(v.name())).forEach(v -> {
            double[] exact = outcome.report().counting().variances().of(v.name()).orElseThrow();
            for (int i = 1; i < exact.length; i++) {
                assertEquals(exact[i], v.variance()[i], 5.5 * v.standardError()[i], v.name() + " at point " + i);
            }
        });
    }

    @Test
    void filesHoldParticles(@TempDir Path directory) throws IOException {
        run(ModelText.read(DRIVEN), 64, EngineChoice.AUTO).write(directory);
        assertEquals("particles,probability,se,exact", Files.readAllLines(directory.resolve("particles.pairs.csv")).get(0));
        assertTrue(Files.readAllLines(directory.resolve("particles.pairs.csv")).stream().skip(1).allMatch(l -> Double.parseDouble(l.split(",")[0]) % 2 == 0));
        assertFalse(Files.exists(directory.resolve("particles.noise.csv")));
        String header = Files.readAllLines(directory.resolve("curves.csv")).get(0);
        assertTrue(header.contains("work,work.se,work.exact,work.chemical,work.chemical.se,work.chemical.exact,heat,"), header);
        assertTrue(header.contains("particles.pairs,particles.pairs.se,particles.pairs.exact,particles.single,"), header);
        assertTrue(Files.readString(directory.resolve("summary.json")).contains("\"particles.single\""));
    }

    /** A model without particles has none of it. */
    @Test
    void othersKeepTheirColumns(@TempDir Path directory) throws IOException {
        run(ModelReader.readShipped("heat-exchange", Map.of()), 64, EngineChoice.AUTO).write(directory);
        assertFalse(Files.readString(directory.resolve("curves.csv")).contains("chemical"));
        assertFalse(Files.readString(directory.resolve("summary.json")).contains("particles"));
    }
}
