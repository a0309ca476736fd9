package org.unravel.output;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.JointHeat;
import org.unravel.exact.CountingDistribution;
import org.unravel.model.Bath;
import org.unravel.model.Model;
import org.unravel.model.Quantities;
import org.unravel.model.Quantity;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.SampleSummary;

/** Writes the files of one run (the guide). */
public final class RunFiles {

    static final String MODEL = "model.yaml";
    static final String MODEL_SOURCE = "model.source.yaml";
    private static final String CURVES = "curves.csv";
    private static final String WORK = "work.csv";
    private static final String WAITING_TIMES = "waiting-times.csv";
    /** What a run may write: these, and {@code .csv} files whose names begin as said. */
    static final Set<String> NAMES = Set.of(MODEL, MODEL_SOURCE, CURVES, WORK, WAITING_TIMES, MomentFile.NAME, ConvergenceFile.NAME, Citations.NAME, FileSet.SUMMARY, FluctuationFiles.HEAT_EXCHANGE,
            JumpRecordFiles.CORRELATIONS, JumpRecordFiles.WORDS, FluctuationFiles.ENTROPY_PRODUCTION);
    static final Set<String> PREFIXES = Set.of(Quantity.HEAT_COUNTED, "jumps.", "particles.", "counts.", "passages.", Quantity.WORK_TPM, Quantity.WORK_FLOQUET);
    private static final String OF_A_RUN = "# The model with its parameters as numbers, written by unravel; model.source.yaml is the file that was read.\n";

    /** Without channels there is nothing to solve. */
    private static final List<CountingDistribution.Atom> NOTHING_COUNTED = List.of(new CountingDistribution.Atom(0, 1, 0));

    private RunFiles() {
    }

    /**
     * Writes or replaces {@code curves.csv}, {@code heat.counted.csv}, one {@code heat.counted.<bath>.csv} for each bath, one
     * {@code particles.<bath>.csv} for each that gives or takes some, one {@code counts.<name>.csv} for each sum of the model, one {@code jumps.<bath>.<channel>.csv} for each channel, {@code heat.counted.<bath>.<bath>.csv} of the two baths of a model, {@code work.csv},
     * {@code waiting-times.csv}, where they are asked for {@code passages.<name>.csv}, {@code g2.csv} and {@code words.csv}, where they apply {@code moments.csv}, {@code work.tpm.csv}, {@code work.tpm.characteristic.csv},
     * {@code entropy-production.csv} and {@code heat-exchange.csv}, where its text is known the model as it ran in {@code model.yaml} and as it was written in
     * {@code model.source.yaml}, and, last, {@code summary.json}, which lists them. Files that an earlier run in the folder has
     * listed and this one does not write are removed; others are left.
     *
     * <p>Each file is replaced in one step, and while files are replaced there is no summary. A report that is equal but for {@code wallSeconds}, {@code threadCount} and the volatile parts
     * of {@link RunInfo} gives the same bytes but for those entries of the summary.
     *
     * @param directory an existing folder
     * @param report what to write
     * @throws IOException if a file cannot be written
     */
    public static void write(Path directory, RunReport report) throws IOException {
        write(directory, report, List.of());
    }

    /** The same with files that are made elsewhere. */
    public static void write(Path directory, RunReport report, List<RunFile> more) throws IOException {
        EnsembleResult result = report.result();
        try (FileSet files = new FileSet(directory)) {
            files.add(CURVES, out -> CurveFile.write(report, out));
            Quantities quantities = Quantities.of(report.model());
            for (Map.Entry<String, Distribution> counted : result.counted().entrySet()) {
                files.add(QuantityFile.of(counted.getKey()), out -> writeCounted(report, quantities.of(counted.getKey()), counted.getValue(), out));
            }
            if (!result.variances().isEmpty()) {
                files.add(MomentFile.NAME, out -> MomentFile.write(report, out));
            }
            Optional<JointHeat> joint = result.fluctuations().jointHeat();
            if (joint.isPresent()) {
                String name = Quantity.heatCounted(report.model().baths().get(0), report.model().baths().get(1));
                files.add(QuantityFile.of(name), out -> DistributionFiles.writeJoint(joint.get(), report.counting().distribution(name), out));
            }
            files.add(WORK, out -> DistributionFiles.writeIntervals(exactly(Quantity.WORK, result.work(), result), out));
            if (result.floquetWork().isPresent()) {
                files.add(QuantityFile.of(Quantity.WORK_FLOQUET),
                        out -> DistributionFiles.writeIntervals(exactly(Quantity.WORK_FLOQUET, result.floquetWork().get(), result), out));
            }
            files.add(WAITING_TIMES, out -> DistributionFiles.write(report.model(), result.waitingTimes(), report.counting().waitingTimes(), out));
            JumpRecordFiles.add(files, report);
            FluctuationFiles.add(files, report);
            files.add(ConvergenceFile.NAME, out -> ConvergenceFile.write(report, out));
            files.add(Citations.NAME, out -> Citations.write(report, out));
            for (RunFile file : more) {
                files.add(file);
            }
            addModel(files, report.info());
            files.add(FileSet.SUMMARY, out -> SummaryFile.write(report, files.names(), out));
            files.commit();
        }
    }

    /** The model as it ran, and as it was written, where its text is known. */
    static void addModel(FileSet files, RunInfo info) throws IOException {
        if (info.hasModelText()) {
            files.add(MODEL, out -> out.write(OF_A_RUN + info.normalForm()));
            files.add(MODEL_SOURCE, out -> out.write(info.modelText()));
        }
    }

    /** Names of all files that a run of a model may write. */
    public static Set<String> names(Model model) {
        Set<String> names = new TreeSet<>(NAMES);
        names.addAll(RunFile.NAMES);
        names.add(QuantityFile.of(Quantity.HEAT_COUNTED));
        for (Bath bath : model.baths()) {
            names.add(QuantityFile.of(Quantity.heatCounted(bath)));
            bath.channels().forEach(c -> names.add(QuantityFile.of(Quantity.jumps(bath, c))));
        }
        model.bathsWithParticles().forEach(b -> names.add(QuantityFile.of(Quantity.particles(b))));
        names.addAll(JumpRecordFiles.names(model));
        model.counting().counts().forEach(c -> names.add(QuantityFile.of(Quantity.count(c))));
        if (model.hasJointHeat()) {
            names.add(QuantityFile.of(Quantity.heatCounted(model.baths().get(0), model.baths().get(1))));
        }
        if (model.hasFloquetWork()) {
            names.add(QuantityFile.of(Quantity.WORK_FLOQUET));
        }
        if (model.isMeasured()) {
            names.addAll(List.of(QuantityFile.of(Quantity.WORK_TPM), FluctuationFiles.CHARACTERISTIC));
        }
        return names;
    }

    /**
     * Removes what processes that died have left of files they were writing.
     *
     * @param directory a folder that only this process writes to
     * @throws IOException if one cannot be removed
     */
    public static void clear(Path directory) throws IOException {
        Replacement.clear(directory);
    }

    /**
     * Writes or replaces {@code scgf.csv}, the generating functions of the long-time limit.
     *
     * @param directory an existing folder
     * @param functions as far as they are known
     * @throws IOException if the file cannot be written
     */
    public static void write(Path directory, GeneratingFunctions functions) throws IOException {
        Replacement.write(directory.resolve("scgf.csv"), functions::write);
    }

    /** Where all trajectories agree on the work, as on none at all, it is that value and no interval around it. */
    private static Distribution exactly(String quantity, Distribution distribution, EnsembleResult result) {
        SampleSummary work = result.quantities().get(quantity);
        List<Distribution.Bin> bins = distribution.bins();
        return bins.size() != 1 || work == null || work.min() != work.max() ? distribution
                : new Distribution(List.of(new Distribution.Bin(work.min(), work.max(), bins.get(0).probability(), bins.get(0).standardError())),
                        Distribution.Shape.INTERVALS);
    }

    private static String valueColumn(Quantity quantity) {
        return switch (quantity.kind()) {
            case JUMPS -> "jumps";
            case PARTICLES_OF_BATH -> "particles";
            case COUNT -> "value";
            default -> "heat";
        };
    }

    private static void writeCounted(RunReport report, Quantity quantity, Distribution distribution, Writer out) throws IOException {
        if (distribution.atoms() == Distribution.Shape.INTERVALS) {
            DistributionFiles.writeIntervals(distribution, out);
        } else {
            Optional<List<CountingDistribution.Atom>> exact = report.model().channels().isEmpty() ? Optional.of(NOTHING_COUNTED)
                    : report.counting().distribution(quantity.name()).map(CountingDistribution::atoms);
            DistributionFiles.writeAtoms(valueColumn(quantity), AtomRow.ofAtoms(distribution, exact), out);
        }
    }
}
