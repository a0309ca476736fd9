package org.unravel.reproduction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.unravel.output.CsvTable;
import org.unravel.output.Replacement;

/**
 * The table of all comparisons of a folder, {@code reproduce.csv}: rows of entries that are made again replace theirs, those of all others stay. Entries stand in the order of the catalogue; then
 * come those that this version does not know.
 */
final class ComparisonTable {

    private static final List<String> HEADINGS = List.of("entry", "curve", "kind", "rows", "skipped", "scale", "deviation", "tolerance", "z", "p", "verdict", "reference", "remark");

    /** Its first line. */
    static final String HEADING = String.join(",", HEADINGS);

    private ComparisonTable() {
    }

    static void write(Path file, List<EntryOutcome> outcomes) throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        Catalogue.entries().forEach(e -> rows.put(e.name(), new ArrayList<>()));
        earlier(file).forEach((entry, lines) -> rows.put(entry, lines));
        outcomes.forEach(o -> rows.put(o.entry().name(), rows(o)));
        Replacement.write(file, out -> {
            out.write(HEADING + "\n");
            for (List<String> lines : rows.values()) {
                for (String line : lines) {
                    out.write(line + "\n");
                }
            }
        });
    }

    /** Lines by entry, as they stand: none has a line break, and no name of an entry has a comma or a quote. */
    private static Map<String, List<String>> earlier(Path file) throws IOException {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        if (Files.exists(file)) {
            Files.readAllLines(file).stream().skip(1).forEach(l -> lines.computeIfAbsent(l.split(",", 2)[0], n -> new ArrayList<>()).add(l));
        }
        return lines;
    }

    private static List<String> rows(EntryOutcome outcome) {
        Entry entry = outcome.entry();
        String remark = entry.remark();
        List<String> rows = new ArrayList<>();
        if (entry.table().isEmpty()) {
            rows.add(CsvTable.line(List.of(entry.name(), "", "", outcome.x().length, "", "", "", "", "", "", word(CurveComparison.Verdict.NOT_MADE), "", remark)));
            remark = "";
        }
        for (CurveComparison c : outcome.comparisons()) {
            rows.add(CsvTable.line(List.of(entry.name(), c.curve(), c.kind().name().toLowerCase(Locale.ROOT), c.rows(), c.skipped(), c.scale(), c.deviation(), c.tolerance(), c.z(), c.p(),
                    word(c.verdict()), c.reference(), remark)));
            remark = "";
        }
        return rows;
    }

    static String word(CurveComparison.Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
