package org.unravel.firstlaw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.unravel.model.TimeGrid;
import org.unravel.reproduction.EntryModels;

/** The kept table of coverage over 1000 seeds against what is claimed of it, with errors that the claims must tell; and a small table made anew. */
class CoverageTest {

    private static final Path KEPT = Path.of("data", "validation", "coverage.csv");

    private static List<CoverageRow> kept() throws IOException {
        return Files.readAllLines(KEPT).stream().filter(l -> !l.startsWith("#") && !l.equals(CoverageRow.HEADER)).map(CoverageRow::of).toList();
    }

    @Test
    void keptTableBearsTheClaims() throws IOException {
        List<CoverageRow> rows = kept();
        for (CoverageClaims.Claim claim : CoverageClaims.Claim.values()) {
            assertTrue(claim.rows(rows).size() >= 12, claim::toString);
            assertTrue(claim.rows(rows).stream().allMatch(r -> r.seeds() == 1000), claim::toString);
        }
        assertEquals(List.of(), CoverageClaims.ofIntervals(rows, CoverageRow::held));
        assertEquals(List.of(), CoverageClaims.ofMeans(rows, CoverageRow::deviation));
        assertEquals(List.of(), CoverageClaims.ofWarnings(rows));
    }

    /** Standard errors 15 % too small are told on every curve. The bias, if it is not removed, by the mean of the passive set; its coverage alone would not tell. */
    @Test
    void errorsAreTold() throws IOException {
        List<CoverageRow> rows = kept();
        List<String> small = CoverageClaims.ofIntervals(rows, CoverageRow::smallHeld);
        for (CoverageClaims.Claim claim : CoverageClaims.Claim.values()) {
            assertTrue(small.stream().anyMatch(f -> f.startsWith(claim + ":")), claim::toString);
        }
        List<String> biased = CoverageClaims.ofMeans(rows, CoverageRow::biasedDeviation);
        assertTrue(biased.stream().anyMatch(f -> f.startsWith("first-law-ergotropy-passive, ergotropy:")), biased::toString);
        List<CoverageRow> silent = rows.stream().map(r -> new CoverageRow(r.entry(), r.curve(), r.t(), r.exact(), r.seeds(), r.warned() / 2, r.held(), r.trustedHeld(), r.deviation(), r.biasedHeld(),
                r.biasedDeviation(), r.smallHeld())).toList();
        assertTrue(CoverageClaims.ofWarnings(silent).stream().anyMatch(f -> f.startsWith("first-law-ergotropy-passive")));
        assertTrue(CoverageClaims.ofWarnings(silent).stream().anyMatch(f -> f.startsWith("floquet-A-mixed")));
    }

    /** A hundred seeds of the inverted set: a row that is right fails with less than 1e-5. Held against the ergotropy without coherence no row is right. */
    @Test
    void smallTableOfTheInvertedSet() {
        CoverageRun run = CoverageRun.ergotropy("inverted", 6, 100);
        List<CoverageRow> rows = run.rows(1);
        assertEquals(24, rows.size());
        assertEquals(List.of(), rows.stream().filter(r -> r.warnedShare() <= 0.05 && !r.isRight(r.held())).toList());
        assertEquals(List.of(), CoverageClaims.ofMeans(rows, CoverageRow::deviation));
        Estimate exact = new Estimate(new double[] {0.3, 0.3, 0.3}, new double[3]);
        CurveCoverage wrong = new CurveCoverage("first-law-ergotropy-inverted", "ergotropy", new double[] {0, 4, 8}, exact, SampledRun.GROUPS);
        SeededSamples samples = new SeededSamples(EntryModels.of("first-law-ergotropy-inverted").withTime(new TimeGrid(0, 8, 3)), List.of(new ErgotropyBased()), 2000, 1);
        for (int seed = 1; seed <= 100; seed++) {
            wrong.add(samples.of(seed).state("ergotropy").estimate().orElseThrow());
        }
        assertTrue(wrong.rows().stream().noneMatch(r -> r.isRight(r.held())));
        assertFalse(CoverageClaims.ofMeans(wrong.rows(), CoverageRow::deviation).isEmpty());
    }

    @Test
    void rowsAreReadAsWritten() {
        CoverageRow row = new CoverageRow("a", "b", 0.5, 0.25, 1000, 3, 950, 947, -0.125, 940, 2.5, 900);
        assertEquals(row, CoverageRow.of(row.line()));
        assertEquals(CoverageRow.HEADER.split(",").length, row.line().split(",").length);
        assertTrue(row.isRight(930) && row.isRight(970) && !row.isRight(880) && !row.isRight(995));
        assertTrue(Arrays.stream(CoverageClaims.Claim.values()).allMatch(c -> c.rows(List.of(row)).isEmpty()));
    }
}
