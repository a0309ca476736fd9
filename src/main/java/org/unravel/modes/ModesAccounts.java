package org.unravel.modes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.unravel.ensemble.Progress;
import org.unravel.firstlaw.Warning;
import org.unravel.model.Absence;
import org.unravel.model.Reason;

/** What is known of the exact state and of a sample with its replicates. What is linear in a state is computed once for each group of trajectories. */
final class ModesAccounts {

    /** What of them is asked for: definitions by name, and how much work they may take. */
    record Asked(List<String> definitions, double work) {

        boolean isOf(String definition) {
            return definitions.contains(definition);
        }
    }

    /** Part of the heap that moments of groups may take. */
    private static final double OF_HEAP = 0.4;

    private final NormalModes modes;
    private final Workers workers;
    private final Moments moments;
    private final Replication replication;
    private final Energies energies;
    private final RealMatrix[] meanForces = new RealMatrix[NormalModes.PARTS];
    private final MinimalDissipation[] minimal = new MinimalDissipation[NormalModes.PARTS];
    private final double[][] displaced;
    private Optional<Absence> minimalDissipation = Optional.empty();
    private Optional<Absence> sampledEntropies = Optional.empty();
    private Optional<Absence> exactEntropies = Optional.empty();
    private ModesAccount exact;
    private List<ModesAccount> sampled;

    private ModesAccounts(NormalModes modes, Workers workers, Replication replication, Asked asked) {
        this.modes = modes;
        this.workers = workers;
        this.moments = Moments.of(modes);
        this.replication = replication;
        this.energies = new Energies(modes);
        this.displaced = energies.ofDisplacement(moments.amplitude());
        for (int part = 0; part < NormalModes.PARTS && asked.isOf("mean-force"); part++) {
            RealMatrix local = MeanForces.of(modes, part);
            meanForces[part] = local == null ? null : energies.ofPart(part, local);
        }
    }

    static ModesAccounts of(NormalModes modes, long trajectories, long seed, Asked asked, Workers workers, Progress progress) {
        int groups = (int) Math.min(SampledMoments.GROUPS, trajectories);
        long[] counts = new long[groups];
        Arrays.setAll(counts, g -> SampledMoments.size(trajectories, g));
        ModesAccounts accounts = new ModesAccounts(modes, workers, new Replication(counts), asked);
        accounts.decide(asked);
        accounts.compute(trajectories, seed, asked, progress);
        return accounts;
    }

    private void decide(Asked asked) {
        exactEntropies = ModesWork.absence("eigenvalues of the state of a part", ModesWork.entropies(modes, 1), asked.work);
        sampledEntropies = ModesWork.absence("eigenvalues of averaged states of " + replication.groups() + " groups", ModesWork.entropies(modes, replication.count()), asked.work).or(this::tooMuchMemory);
        minimalDissipation = asked.isOf(ModesDefinitions.MINIMAL_DISSIPATION) ? ModesWork.absence("minimal dissipation", ModesWork.minimalDissipation(modes), asked.work).or(this::tooMuchMemory)
                : Optional.of(new Absence(Reason.NOT_ASKED, "not asked for"));
    }

    private Optional<Absence> tooMuchMemory() {
        double bytes = 3.0 * replication.groups() * 2 * Double.BYTES * modes.count() * modes.count();
        double allowed = OF_HEAP * Runtime.getRuntime().maxMemory();
        return bytes <= allowed ? Optional.empty() : Optional.of(new Absence(Reason.TOO_MUCH_MEMORY, String.format(Locale.ROOT,
                "moments of %d groups of %d modes would take %.2g bytes, %.2g are allowed: fewer modes, or more memory for Java", replication.groups(), modes.count(), bytes, allowed)));
    }

    private void compute(long trajectories, long seed, Asked asked, Progress progress) {
        int groups = replication.groups();
        boolean keeps = minimalDissipation.isEmpty() || sampledEntropies.isEmpty();
        ComplexMatrix[] covariances = new ComplexMatrix[groups];
        double[][][] linear = new double[groups + 1][][];
        SampledMoments sample = new SampledMoments(modes, seed);
        AtomicLong done = new AtomicLong();
        workers.each(groups + 1, i -> {
            if (i == groups) {
                linear[groups] = linear(moments);
                return;
            }
            long size = SampledMoments.size(trajectories, i);
            Moments group = moments.withCovariance(sample.sum(trajectories, i).scaled(1.0 / size, 0));
            linear[i] = linear(group);
            covariances[i] = keeps ? group.covariance() : null;
            synchronized (done) {
                progress.advanced(done.addAndGet(size), trajectories);
            }
        });
        if (minimalDissipation.isEmpty()) {
            List<Moments> all = new ArrayList<>(List.of(moments));
            Arrays.stream(covariances).map(moments::withCovariance).forEach(all::add);
            for (int part = 0; part < NormalModes.PARTS; part++) {
                minimal[part] = MinimalDissipation.of(modes, part, all, workers);
            }
        }
        assemble(linear, covariances);
    }

    /** Energies of A, B and their interaction, then those by mean force, null where there are none. */
    private double[][] linear(Moments of) {
        ComplexMatrix numbers = of.numbers();
        double[][] all = Arrays.copyOf(energies.of(numbers), 3 + NormalModes.PARTS);
        for (int part = 0; part < NormalModes.PARTS; part++) {
            all[3 + part] = meanForces[part] == null ? null : energies.means(meanForces[part], numbers);
        }
        return all;
    }

    private void assemble(double[][][] linear, ComplexMatrix[] covariances) {
        int groups = replication.groups();
        ModesAccount[] all = new ModesAccount[replication.count() + 1];
        workers.each(all.length, r -> {
            if (r == replication.count()) {
                all[r] = account(linear[groups], exactEntropies.isEmpty() ? moments.covariance() : null, minimal(m -> m.curves()[0]));
                return;
            }
            double[][] means = new double[linear[0].length][];
            Arrays.setAll(means, q -> linear[0][q] == null ? null : replication.average(r, Arrays.stream(linear).limit(groups).map(l -> l[q]).toArray(double[][]::new)));
            all[r] = account(means, sampledEntropies.isEmpty() ? replication.average(r, covariances) : null, minimal(m -> average(r, m)));
        });
        exact = all[replication.count()];
        sampled = List.of(Arrays.copyOf(all, replication.count()));
    }

    private MinimalDissipation.Curves[] minimal(java.util.function.Function<MinimalDissipation, MinimalDissipation.Curves> of) {
        return minimalDissipation.isPresent() ? null : new MinimalDissipation.Curves[] {of.apply(minimal[0]), of.apply(minimal[1])};
    }

    private MinimalDissipation.Curves average(int replicate, MinimalDissipation of) {
        MinimalDissipation.Curves[] groups = Arrays.copyOfRange(of.curves(), 1, of.curves().length);
        return new MinimalDissipation.Curves(replication.average(replicate, Arrays.stream(groups).map(MinimalDissipation.Curves::energy).toArray(double[][]::new)),
                replication.average(replicate, Arrays.stream(groups).map(MinimalDissipation.Curves::heat).toArray(double[][]::new)),
                replication.average(replicate, Arrays.stream(groups).map(MinimalDissipation.Curves::work).toArray(double[][]::new)));
    }

    private ModesAccount account(double[][] linear, ComplexMatrix covariance, MinimalDissipation.Curves[] curves) {
        double[][] own = Arrays.copyOf(linear, 3);
        double[][] meanForce = Arrays.copyOfRange(linear, 3, linear.length);
        if (covariance == null) {
            return new ModesAccount(own, new double[0][], new double[0][], Double.NaN, displaced, meanForce, curves);
        }
        double[][] first = Entropies.of(modes, 0, covariance);
        double[][] second = Entropies.of(modes, 1, covariance);
        return new ModesAccount(own, new double[][] {first[0], second[0]}, new double[][] {first[1], second[1]}, Entropies.joint(covariance), displaced, meanForce, curves);
    }

    int groups() {
        return replication.groups();
    }

    ModesAccount exact() {
        return exact;
    }

    /** The whole sample, the sample without each group, quarters. */
    List<ModesAccount> sampled() {
        return sampled;
    }

    /** Why minimal dissipation is not there. */
    Optional<Absence> minimalDissipation() {
        return minimalDissipation;
    }

    /** Why entropies of the sample are not there. */
    Optional<Absence> sampledEntropies() {
        return sampledEntropies;
    }

    /** Why exact ones are not. */
    Optional<Absence> exactEntropies() {
        return exactEntropies;
    }

    /** The generator of a part at the grid times, if it is computed. */
    Optional<MinimalDissipation.Generator[]> effective(int part) {
        return minimalDissipation.isPresent() ? Optional.empty() : Optional.of(minimal[part].generators());
    }

    /** That minimal dissipation ends before the run does. */
    Optional<Warning> singular(int part) {
        double end = minimal[part].end();
        return Double.isNaN(end) ? Optional.empty() : Optional.of(new Warning(modes.model().time().start() + end, String.format(Locale.ROOT,
                "not defined from t = %s on: the map of the part has a condition beyond %.0e there, and no generator that could be found", modes.model().time().start() + end, MinimalDissipation.MOST_CONDITION)));
    }
}
