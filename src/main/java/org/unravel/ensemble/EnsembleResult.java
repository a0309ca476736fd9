package org.unravel.ensemble;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unravel.model.Caveat;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.SampleSummary;

/**
 * Everything a run found out.
 *
 * @param origin which trajectories, and how they came about
 * @param curves quantities in the order energy, energy.change, work, [work.chemical], heat, heat.counted, heat.counted.&lt;bath&gt;…, [particles.&lt;bath&gt;…], heat.drift, heat.jump,
 *        heat.quantum, [heat.unitary], then observables in the order of the model
 * @param variances of what is counted: of the recorded ones among {@code heat.counted}, those of each bath and the jumps of each channel; then covariances of the counted
 *        heats, and of the particles, of two baths
 * @param jumpNumbers by {@code jumps.<bath>.<channel>} in the order of the channels: jumps of all trajectories up to each grid time, those of each
 *        times its weight at that time
 * @param quantities the same names without energy and observables, and {@code jumps.<bath>.<channel>}: values at the end; then {@code work.tpm},
 *        {@code entropy.production} and {@code weight} where there are such
 * @param firstLaw closure
 * @param counted {@code heat.counted} and {@code heat.counted.<bath>}: atoms where all quanta are constant, else intervals; then {@code particles.<bath>} and
 *        {@code jumps.<bath>.<channel>}: atoms
 * @param work distribution of work
 * @param floquetWork distribution of {@code work.floquet}, where a bath comes from the Floquet equation
 * @param waitingTimes ordered by from, then to, {@code none} last
 * @param diagnostics what the engine did, by name in order (steps, jumps, Newton iterations, …), and every truncation or fallback; for people and {@code summary.json}
 * @param fluctuations two-point measurements and heat exchange
 * @param evidence what only the verdict uses
 * @param weights the weights of the trajectories, where the unraveling has such; all means and shares are weighted by them
 * @param caveats what the engine could not make sure of; empty where nothing
 * @param highestLevels populations of the highest levels of what is cut off, in the order of the space; empty where they were not watched
 * @param shownTrajectories the first trajectories, to be drawn; empty where no curve was recorded
 * @param convergence what the first 32, 64, 128, … trajectories say of the values at the end, and all
 * @param states averaged states of groups of trajectories, where they were recorded
 */
public record EnsembleResult(Origin origin, List<Curve> curves, List<VarianceCurve> variances, Map<String, double[]> jumpNumbers,
        Map<String, SampleSummary> quantities,
        FirstLaw firstLaw, Map<String, Distribution> counted, Distribution work, Optional<Distribution> floquetWork,
        List<WaitingTimes> waitingTimes,
        Map<String, Object> diagnostics, Fluctuations fluctuations, Evidence evidence, Optional<Weights> weights, List<Caveat> caveats,
        List<HighestLevels> highestLevels, List<ShownTrajectory> shownTrajectories, List<Convergence> convergence,
        Optional<GroupedStates> states) {

    /**
     * Which trajectories, and how they came about.
     *
     * @param trajectoryCount number of trajectories
     * @param seed seed of all streams
     * @param threadCount threads that worked; changes no other entry but {@code wallSeconds}
     * @param engine name of the engine
     * @param kernel name of the kernel
     * @param wallSeconds engine set-up and sampling
     * @param stopReason why the run ended, e.g. {@code all trajectories done} or {@code standard error of work reached}
     * @param jumpCount jumps of all trajectories
     */
    public record Origin(long trajectoryCount, long seed, int threadCount, String engine, String kernel, double wallSeconds, String stopReason, long jumpCount) {
    }

    /** Number of trajectories. */
    public long trajectoryCount() {
        return origin.trajectoryCount;
    }

    /** Seed of all streams. */
    public long seed() {
        return origin.seed;
    }

    /** Threads that worked. */
    public int threadCount() {
        return origin.threadCount;
    }

    /** Name of the engine. */
    public String engine() {
        return origin.engine;
    }

    /** Name of the kernel. */
    public String kernel() {
        return origin.kernel;
    }

    /** Engine set-up and sampling, in seconds. */
    public double wallSeconds() {
        return origin.wallSeconds;
    }

    /** Why the run ended. */
    public String stopReason() {
        return origin.stopReason;
    }

    /** Jumps of all trajectories. */
    public long jumpCount() {
        return origin.jumpCount;
    }

    /** A result of which nothing is known yet but its origin. */
    public static EnsembleResultBuilder of(Origin origin) {
        return new EnsembleResultBuilder(origin);
    }

    /** The same result, to be changed. */
    public EnsembleResultBuilder with() {
        return new EnsembleResultBuilder(this);
    }

    /** Whether the weights allow error bars ({@link Weights#obstacle}); if not, every standard error is NaN but for those of {@link Weights#mean}. */
    public boolean hasErrorBars() {
        return weights.flatMap(Weights::obstacle).isEmpty();
    }

    /** Mean weight of a trajectory at a grid time; 1 without a bias. */
    public double meanWeight(int gridIndex) {
        return weights.map(w -> w.mean().mean()[gridIndex]).orElse(1.0);
    }

    /** The curve of a name. */
    public Curve curve(String name) {
        return curves.stream().filter(c -> c.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no curve " + name));
    }
}
