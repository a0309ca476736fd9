package org.unravel.output;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.unravel.firstlaw.ComparisonReport;
import org.unravel.firstlaw.ComparisonVerdict;
import org.unravel.firstlaw.Estimate;
import org.unravel.firstlaw.JointCurve;
import org.unravel.firstlaw.JointNumber;
import org.unravel.firstlaw.StateCurve;

/** The files and the table of a run of two groups of boson modes: energies of the parts and of their interaction. */
public final class ModesFiles {

    private static final String CURVES = "curves.csv";
    private static final String MODEL = "model.yaml";
    private static final String INTERACTION = "energy.interaction";

    /** Names of all of them. */
    public static final Set<String> NAMES = Set.of(CURVES, MODEL, FileSet.SUMMARY);

    private ModesFiles() {
    }

    /**
     * Writes or replaces them.
     *
     * @param directory an existing folder
     * @param seed of the run
     * @throws IOException if a file cannot be written
     */
    public static void write(Path directory, ComparisonReport report, RunInfo info, long seed) throws IOException {
        try (FileSet files = new FileSet(directory)) {
            files.add(CURVES, out -> curves(report, out));
            files.add(MODEL, out -> out.write("# the model as it ran: parameters are numbers, defaults are written out\n" + info.normalForm()));
            files.add(FileSet.SUMMARY, out -> SummaryFile.writeTree(summary(report, info, seed, files.names()), out));
            files.commit();
        }
    }

    /** One curve on both sides. */
    private record Energy(String name, Estimate sampled, Optional<Estimate> exact) {
    }

    private static List<Energy> energies(ComparisonReport report) {
        List<Energy> all = new ArrayList<>();
        for (StateCurve state : report.sampled().states()) {
            if (state.quantity().name().equals("energy")) {
                all.add(new Energy("energy." + state.part(), state.estimate().orElseThrow(), report.exactOf(state)));
            }
        }
        JointCurve joint = report.sampled().joint(JointNumber.INTERACTION_ENERGY);
        all.add(new Energy(INTERACTION, joint.estimate().orElseThrow(), report.exactOf(joint)));
        return all;
    }

    private static void curves(ComparisonReport report, Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        List<Object> header = new ArrayList<>(List.of("t"));
        List<Energy> energies = energies(report);
        energies.forEach(e -> header.addAll(List.of(e.name, e.name + ".se", e.name + ".exact")));
        table.row(header);
        for (int i = 0; i < report.sampled().times().length; i++) {
            List<Object> row = new ArrayList<>(List.of(report.sampled().times()[i]));
            for (Energy energy : energies) {
                row.add(energy.sampled.value()[i]);
                row.add(energy.sampled.error()[i]);
                row.add(energy.exact.isPresent() ? energy.exact.get().value()[i] : Double.NaN);
            }
            table.row(row);
        }
    }

    private static Map<String, Object> summary(ComparisonReport report, RunInfo info, long seed, List<String> files) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("model", SummaryFile.ordered("name", report.model().name(), "title", report.model().title(), "file", info.modelFile()));
        tree.put("parameters", report.model().parameters());
        tree.put("seed", seed);
        tree.put("trajectories", report.trajectoryCount());
        Map<String, Object> quantities = new LinkedHashMap<>();
        int end = report.sampled().times().length - 1;
        for (Energy energy : energies(report)) {
            Map<String, Object> entry = SummaryFile.ordered("mean", energy.sampled.value()[end], "se", energy.sampled.error()[end]);
            energy.exact.ifPresent(e -> entry.put("exact", SummaryFile.ordered("mean", e.value()[end])));
            quantities.put(energy.name, entry);
        }
        tree.put("quantities", quantities);
        ComparisonVerdict verdict = report.verdict();
        tree.put("validation", SummaryFile.ordered("verdict", word(report, verdict), "comparisons", verdict.comparisons(), "failures", verdict.failures(), "false_alarms", ComparisonVerdict.FALSE_ALARMS));
        report.exactAbsence().ifPresent(a -> tree.put("exact", SummaryFile.ordered("computed", false, "reason", a.text())));
        tree.put(FileSet.LIST, files);
        tree.put("id", id(info, seed));
        tree.put("version", info.version());
        tree.put("machine", info.machine());
        tree.put("command", info.command());
        tree.put("started", info.started());
        return tree;
    }

    private static String word(ComparisonReport report, ComparisonVerdict verdict) {
        return report.exact().isEmpty() ? "not judged" : verdict.isPassed() ? "consistent" : "inconsistent";
    }

    /** SHA-256 of what can change an amplitude or what is summed of it. */
    private static String id(RunInfo info, long seed) {
        try {
            String all = "unravel run of modes\nversion " + info.version() + "\nseed " + seed + "\n" + info.trajectories();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The table for people, without line ends. */
    public static List<String> lines(ComparisonReport report) {
        List<String> lines = new ArrayList<>();
        int end = report.sampled().times().length - 1;
        lines.add(report.model().name() + ": energies of two groups of modes at t = " + Measured.number(report.sampled().times()[end]) + ", " + report.trajectoryCount() + " trajectories");
        List<List<String>> rows = new ArrayList<>(List.of(List.of("quantity", "mean", "exact", "change", "exact", "z")));
        for (Energy energy : energies(report)) {
            double[] value = energy.sampled.value();
            Optional<double[]> exact = energy.exact.map(Estimate::value);
            String z = energy.exact.filter(e -> energy.sampled.error()[end] > 0).map(e -> String.format(Locale.ROOT, "%.1f", ComparisonVerdict.standardised(energy.sampled, e, end))).orElse("-");
            rows.add(List.of(energy.name, Measured.withError(value[end], energy.sampled.error()[end]), exact.map(e -> Measured.number(e[end])).orElse("-"), Measured.number(value[end] - value[0]),
                    exact.map(e -> Measured.number(e[end] - e[0])).orElse("-"), z));
        }
        lines.addAll(TextTable.aligned(rows));
        ComparisonVerdict verdict = report.verdict();
        verdict.failures().forEach(f -> lines.add("failed: " + f));
        lines.add("verdict: " + word(report, verdict));
        return lines;
    }
}
