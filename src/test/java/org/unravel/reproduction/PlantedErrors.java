package org.unravel.reproduction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unravel.modelfile.ModelFile;
import org.unravel.reproduction.CurveComparison.Kind;
import org.unravel.reproduction.CurveComparison.Verdict;

/** Errors planted into the columns of an entry, one after the other: each has to fail the entry. What its settings come to is computed once. */
final class PlantedErrors {

    /** What a setting has come to once. */
    record Done(String name, Known known) implements Setting {
        @Override
        public Optional<ModelFile> model() {
            return Optional.empty();
        }

        @Override
        public Known compute(Rows rows, Sample sample) {
            return known;
        }
    }

    private final Entry entry;
    private final Sample sample;
    private final EntryOutcome right;

    private PlantedErrors(Entry entry, Sample sample) {
        this.entry = entry;
        this.sample = sample;
        this.right = Reproduction.of(entry, sample);
    }

    /** Computes the settings of an entry. */
    static PlantedErrors of(Entry entry, Sample sample) {
        Rows rows = entry.rows().orElseGet(() -> Rows.of(ReferenceTable.read(entry.table().orElseThrow())));
        Map<String, Known> known = new HashMap<>();
        entry.settings().forEach(s -> known.put(s.name(), s.compute(rows, sample)));
        return new PlantedErrors(with(entry, entry.settings().stream().map(s -> (Setting) new Done(s.name(), known.get(s.name()))).toList()), sample);
    }

    /** An entry whose columns are what its table says: then nothing is computed. */
    static PlantedErrors ofTable(Entry entry) {
        ReferenceTable table = ReferenceTable.read(entry.table().orElseThrow());
        List<Column> columns = entry.columns().stream().map(c -> c.isJudged() && table.columns().contains(c.name()) && table.isNumeric(c.name()) ? c.read((known, x) -> Values.exact(table.column(c.name()))) : c).toList();
        return new PlantedErrors(with(entry.with(columns), List.of()), Sample.NOTHING);
    }

    private static Entry with(Entry entry, List<Setting> settings) {
        return new Entry(entry.name(), entry.title(), entry.text(), entry.table(), entry.rows(), settings, entry.columns(), entry.panels(), List::of, entry.remark());
    }

    EntryOutcome right() {
        return right;
    }

    private boolean isCompared(Column column, Kind kind) {
        return right.comparisons().stream().anyMatch(c -> c.curve().equals(column.name()) && c.kind() == kind && c.verdict() == Verdict.PASSED);
    }

    private void assertFails(int index, Reading wrong) {
        List<Column> columns = new ArrayList<>(entry.columns());
        columns.set(index, columns.get(index).read(wrong));
        EntryOutcome outcome = Reproduction.of(entry.with(columns), sample);
        assertEquals(Verdict.FAILED, outcome.verdict(), columns.get(index).name());
        assertTrue(outcome.comparisons().stream().filter(c -> c.verdict() == Verdict.FAILED).allMatch(c -> c.curve().equals(columns.get(index).name())), "and nothing but " + columns.get(index).name());
    }

    /** A factor of 1 + 1e-6, or a hundred tolerances more than 1, in each exact column that is not zero everywhere. */
    void wrongFactorsFail() {
        for (int i = 1; i < entry.columns().size(); i++) {
            Column column = entry.columns().get(i);
            if (column.isJudged()) {
                double largest = Arrays.stream(right.curves().get(column.name()).exact()).filter(Double::isFinite).map(Math::abs).max().orElse(0);
                if (largest > 1e-9 && isCompared(column, Kind.EXACT)) {
                    assertFails(i, column.reading().times(1 + 100 * column.tolerance()));
                }
            }
        }
    }

    /** Sampled means of each column that are off by twelve standard errors at all rows; of those that are judged. */
    void shiftedMeansFail() {
        for (int i = 1; i < entry.columns().size(); i++) {
            Column column = entry.columns().get(i);
            if (column.isJudged() && isCompared(column, Kind.SAMPLED)) {
                assertFails(i, (known, x) -> shifted(column.reading().of(known, x)));
            }
        }
    }

    private static Values shifted(Values right) {
        double[] mean = new double[right.mean().length];
        Arrays.setAll(mean, i -> right.mean()[i] + 12 * right.standardError()[i] + 1e-5);
        return new Values(right.exact(), mean, right.standardError(), right.isRare(), right.freedom());
    }
}
