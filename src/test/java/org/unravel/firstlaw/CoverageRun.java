package org.unravel.firstlaw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.unravel.model.Model;
import org.unravel.model.TimeGrid;
import org.unravel.reproduction.EntryModels;

/**
 * Samples of one entry, many seeds from 1 on.
 *
 * @param entry its name
 * @param end last time
 * @param points grid points
 * @param definitions names of definitions
 * @param curves {@code definition:share}, or quantities of the state
 * @param seeds how many
 * @param trajectories of each
 */
record CoverageRun(String entry, double end, int points, List<String> definitions, List<String> curves, int seeds, long trajectories) {

    static final long TRAJECTORIES = 2000;

    private static final List<String> OF_ATOM = List.of("entropy-based:Q", "entropy-based:W", "entropy", "entropy.irreversible.entropy-based", "entropy.irreversible.conventional", "entropy.production.counted");

    static CoverageRun ergotropy(String set, int points, int seeds) {
        return new CoverageRun("first-law-ergotropy-" + set, 20, points, List.of("ergotropy"), List.of("ergotropy", "ergotropy.coherent", "entropy", "purity"), seeds, TRAJECTORIES);
    }

    /** Steps of 3 of the entry's 60, that are cut in eight for path integrals. */
    static CoverageRun atom(String start, int seeds) {
        return new CoverageRun("floquet-A-" + start, 60, 21, List.of("conventional", "entropy-based", "counted"), OF_ATOM, seeds, TRAJECTORIES);
    }

    List<CoverageRow> rows(int threads) {
        Model model = EntryModels.of(entry).withTime(new TimeGrid(0, end, points));
        SeededSamples samples = new SeededSamples(model, definitions.stream().map(d -> Definitions.named(d).orElseThrow()).toList(), trajectories, threads);
        FirstLawCurves exact = samples.comparison().exact();
        Map<String, CurveCoverage> coverage = new LinkedHashMap<>();
        curves.forEach(c -> coverage.put(c, new CurveCoverage(entry, c, exact.times(), estimate(exact, c), SampledRun.GROUPS)));
        for (int seed = 1; seed <= seeds; seed++) {
            FirstLawCurves sampled = samples.of(seed);
            coverage.forEach((curve, c) -> c.add(estimate(sampled, curve)));
        }
        List<CoverageRow> rows = new ArrayList<>();
        coverage.values().forEach(c -> rows.addAll(c.rows()));
        return rows;
    }

    private static Estimate estimate(FirstLawCurves curves, String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? curves.state(name).estimate().orElseThrow()
                : curves.split(name.substring(0, colon), Definition.SYSTEM).share(name.endsWith("Q") ? Share.HEAT : Share.WORK).orElseThrow();
    }
}
