package org.unravel.firstlaw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.RunPlan;
import org.unravel.model.Model;
import org.unravel.model.TimeGrid;
import org.unravel.modelfile.ModelReader;
import org.unravel.modelfile.ShippedModel;

/** Every shipped model: each definition applies or says why not. Few trajectories and times, so that it stays cheap. */
class ShippedModelsTest {

    private static final List<String> OF_TWO_PARTS = List.of("autonomous", "mean-field", "semiclassical", "interaction", "bare", "minimal-dissipation", "mean-force");

    static Stream<String> names() {
        return ModelReader.shippedModels().stream().map(ShippedModel::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyDefinitionAppliesOrSaysWhyNot(String name) {
        Model model = ModelReader.read(name, Map.of());
        for (Definition definition : Definitions.all()) {
            for (String part : definition.parts(model)) {
                boolean isOfTwoParts = OF_TWO_PARTS.contains(definition.name());
                boolean isCountedWithoutChannels = definition.name().equals("counted") && model.channels().isEmpty();
                boolean isOneBook = !part.equals(Definition.SYSTEM) && definition.name().equals("conventional") && !model.hasHeatOfBaths();
                if (model.split().isEmpty()) {
                    assertEquals(isOfTwoParts || isCountedWithoutChannels || isOneBook, definition.obstacle(model, part).isPresent(), definition.name() + ", " + part);
                }
                definition.obstacle(model, part).ifPresent(a -> assertTrue(a.text().startsWith("expected ") || a.text().endsWith("not built yet"), a.text()));
                assertFalse(definition.source().doi().isEmpty());
            }
        }
    }

    /** The first step of the grid, 64 trajectories: of all models with few levels every row closes, sampled and exact. */
    @ParameterizedTest
    @MethodSource("names")
    void everyRowCloses(String name) {
        Model whole = ModelReader.read(name, Map.of());
        if (whole.dimension() > 12) {
            return;
        }
        TimeGrid grid = whole.time();
        Model model = whole.withTime(new TimeGrid(grid.start(), grid.start() + 4 * grid.step(), 5));
        Comparison comparison = Comparison.of(model);
        FirstLawCurves exact = comparison.exact();
        FirstLawCurves sampled = comparison.sampled(new RunPlan(64, 1, 1, EngineChoice.AUTO));
        double unit = Math.max(1, org.unravel.engine.Engines.energyScale(model));
        for (FirstLawCurves side : List.of(exact, sampled)) {
            for (SplitCurves split : side.splits()) {
                if (split.share(Share.CHANGE).isPresent()) {
                    assertCloses(split, unit * 1e-10);
                }
            }
        }
    }

    private static void assertCloses(SplitCurves split, double tolerance) {
        double[] rest = split.shares().get(Share.CHANGE).value().clone();
        for (Share share : List.of(Share.HEAT, Share.WORK, Share.REMAINDER)) {
            for (int i = 0; i < rest.length && split.shares().containsKey(share); i++) {
                rest[i] -= split.shares().get(share).value()[i];
            }
        }
        for (double r : rest) {
            assertEquals(0, r, tolerance, split.definition().name());
        }
    }
}
