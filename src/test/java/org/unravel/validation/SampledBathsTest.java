package org.unravel.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.ModelText;
import org.unravel.ReferenceTable;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.exact.MasterEquation;
import org.unravel.model.Model;
import org.unravel.model.TimeGrid;
import org.unravel.modelfile.ModelReader;
import org.unravel.modelfile.ShippedModel;
import org.unravel.statistics.SampleSummary;
import org.unravel.validation.ValidationReport.Verdict;

/** Trajectories of baths that say what couples to them, against numbers of other implementations. Seeds are fixed; 4.5 standard errors are exceeded by chance in 7e-6 of all comparisons. */
class SampledBathsTest {

    private static final double STANDARD_ERRORS = 4.5;

    private static EnsembleResult sample(Model model, long trajectories) {
        return Sampling.run(model, new RunPlan(trajectories, 11, 2, EngineChoice.AUTO), Progress.NONE);
    }

    private static void assertNear(double expected, SampleSummary found, String what) {
        assertTrue(Math.abs(found.mean() - expected) < STANDARD_ERRORS * found.standardError(), what + ": expected " + expected + ", found " + found);
    }

    private static Model pair(String equation) {
        return ModelText.read("""
                unravel: 1
                name: pair
                space: {a: qubit, b: qubit}
                hamiltonian: sz(a)/2 + 0.3*sz(b) + 0.1*(sp(a)*sm(b) + sm(a)*sp(b))
                baths:
                  one: {temperature: 0.5, coupling: sx(a), spectrum: 0.02*nu, equation: %1$s}
                  two: {temperature: 0.5, coupling: sx(b), spectrum: 0.02*nu, equation: %1$s}
                initial: thermal(2)
                time: {end: 4000, points: 3}
                """.formatted(equation));
    }

    /** From the Gibbs state on: no heat of either bath by the global equation, the spurious current by the local one, whose memory of the start is some 100 long. */
    @Test
    void atOneTemperatureTheGlobalEquationSamplesNoHeatAndTheLocalOneItsOwn() {
        EnsembleResult global = sample(pair("global"), 2_000);
        EnsembleResult local = sample(pair("local"), 2_000);
        for (String heat : List.of("heat.counted.one", "heat.counted.two")) {
            assertNear(0, global.quantities().get(heat), heat);
            assertTrue(global.quantities().get(heat).standardError() > 0, "there are jumps");
        }
        SampleSummary counted = local.quantities().get("heat.counted.one");
        // what the start adds is below one quantum
        assertEquals(-2.7169e-4 * 4000, counted.mean(), STANDARD_ERRORS * counted.standardError() + 0.1);
        assertTrue(counted.mean() < -STANDARD_ERRORS * counted.standardError(), "the sample sees the current");
    }

    /** Means and variances at the end of the tables. */
    @ParameterizedTest
    @ValueSource(strings = {"A", "B"})
    void heatsOfTheAtomHaveTheMeansAndVariancesOfTheTable(String set) {
        ReferenceTable table = ReferenceTable.read("floquet_bath_heat_" + set + "_ground");
        double[] t = table.column("t");
        int last = t.length - 1;
        Map<String, String> values = set.equals("A") ? Map.of() : Map.of("Omega", "0.1", "eta_photon", "0.2", "eta_dephasing", "0.001");
        EnsembleResult found = sample(ModelReader.readShipped("floquet-atom", values).withTime(new TimeGrid(0, t[last], 3)), 4_000);
        for (String[] pair : new String[][] {{"ph", "photon"}, {"d", "dephasing"}}) {
            SampleSummary heat = found.quantities().get("heat.counted." + pair[1]);
            assertNear(table.column("Q_" + pair[0])[last], heat, pair[1]);
            assertEquals(table.column("var_Q_" + pair[0])[last], heat.variance(), STANDARD_ERRORS * heat.varianceStandardError(), "variance of " + pair[1]);
        }
        assertNear(table.column("W_F")[last], found.quantities().get("work.floquet"), "work of the laser");
    }

    static List<String> modelsWithCouplings() {
        return ModelReader.shippedModels().stream().map(ShippedModel::name).filter(n -> ModelReader.readShipped(n, Map.of()).baths().stream().anyMatch(b -> b.origin().isPresent()))
                .filter(n -> ModelReader.readShipped(n, Map.of()).dimension() <= 64).toList();
    }

    /** Every shipped model with a coupling is judged consistent. */
    @ParameterizedTest
    @MethodSource("modelsWithCouplings")
    void shippedModelsAreConsistent(String name) {
        Model model = ModelReader.readShipped(name, Map.of());
        ValidationReport report = Validation.judge(model, sample(model, 1_000), Optional.of(MasterEquation.solve(model)));
        assertEquals(Verdict.CONSISTENT, report.verdict(), report::toString);
        assertTrue(report.tests().stream().anyMatch(x -> x.outcome() == TestResult.Outcome.PASSED));
    }
}
