package org.unravel.modes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.StopRequest;
import org.unravel.firstlaw.Definition;
import org.unravel.firstlaw.Definitions;
import org.unravel.firstlaw.Estimate;
import org.unravel.firstlaw.FirstLawCurves;
import org.unravel.firstlaw.JointCurve;
import org.unravel.firstlaw.JointNumber;
import org.unravel.firstlaw.Share;
import org.unravel.firstlaw.SplitCurves;
import org.unravel.firstlaw.StateCurve;
import org.unravel.firstlaw.StateQuantities;
import org.unravel.firstlaw.StateQuantity;
import org.unravel.firstlaw.Warning;
import org.unravel.model.Absence;
import org.unravel.model.ModelException;
import org.unravel.model.QuadraticModel;
import org.unravel.model.Split;

/** Several definitions of heat and work on two groups of modes, exact and of a sample. Immutable. */
public final class ModesComparison {

    /** What stands for an engine. */
    private static final String OF_AMPLITUDES = "amplitudes";

    private static final String[] PARTS = {Split.A, Split.B};

    private final NormalModes modes;
    private final List<Definition> definitions;
    private final double work;

    private ModesComparison(NormalModes modes, List<Definition> definitions, double work) {
        this.modes = modes;
        this.definitions = List.copyOf(definitions);
        this.work = work;
    }

    /**
     * All definitions on a model.
     *
     * @throws ModelException if the energy has no lower bound
     */
    public static ModesComparison of(QuadraticModel model) {
        return new ModesComparison(NormalModes.of(model), Definitions.all(), ModesWork.UNASKED);
    }

    /** The same with these definitions only. */
    public ModesComparison with(List<Definition> others) {
        return new ModesComparison(modes, others, work);
    }

    /** The same that takes whatever work it needs. */
    public ModesComparison whateverItTakes() {
        return new ModesComparison(modes, definitions, Double.POSITIVE_INFINITY);
    }

    /** Energies of the parts and of their interaction, and nothing else: what a thousand modes take seconds for. */
    public ModesComparison energiesAlone() {
        return new ModesComparison(modes, List.of(), 0);
    }

    /** Frequencies of the normal modes, ascending, in the unit of energy. */
    public double[] frequencies() {
        return modes.frequencies().clone();
    }

    /** Scale of an energy of one quantum, in the unit of energy. */
    public double energyScale() {
        return modes.frequencies()[modes.count() - 1];
    }

    /**
     * Both sides.
     *
     * @param sampled from amplitudes that are drawn
     * @param exact from the moments of the model
     */
    public record Result(FirstLawCurves sampled, FirstLawCurves exact) {
    }

    /**
     * Computes.
     *
     * @param trajectories how many amplitudes are drawn, ≥ 1
     * @param seed of their streams
     * @param threads ≥ 1; changes no result
     * @throws IllegalStateException if it was asked to stop
     */
    public Result compute(long trajectories, long seed, int threads, Progress progress, StopRequest request) {
        long start = System.nanoTime();
        try (Workers workers = new Workers(threads, request)) {
            ModesAccounts accounts = ModesAccounts.of(modes, trajectories, seed, new ModesAccounts.Asked(definitions.stream().map(Definition::name).toList(), work), workers, progress);
            FirstLawCurves sampled = new Side(accounts, trajectories).curves();
            double seconds = (System.nanoTime() - start) * 1e-9;
            return new Result(sampled.from(new EnsembleResult.Origin(trajectories, seed, threads, OF_AMPLITUDES, "", seconds, "all trajectories done", 0)), new Side(accounts, 0).curves());
        }
    }

    /** One side, that of a sample if there are trajectories. */
    private final class Side {

        private final ModesAccounts accounts;
        private final long trajectories;

        Side(ModesAccounts accounts, long trajectories) {
            this.accounts = accounts;
            this.trajectories = trajectories;
        }

        private boolean isSampled() {
            return trajectories > 0;
        }

        FirstLawCurves curves() {
            double[] times = IntStream.range(0, modes.model().time().pointCount()).mapToDouble(modes.model().time()::time).toArray();
            List<SplitCurves> splits = new ArrayList<>();
            definitions.forEach(d -> IntStream.range(0, PARTS.length).forEach(part -> splits.add(split(d, part))));
            List<StateCurve> states = new ArrayList<>();
            StateQuantities.all().stream().filter(q -> q.definition().isEmpty() || definitions.stream().anyMatch(d -> d.name().equals(q.definition().get())))
                    .forEach(q -> IntStream.range(0, PARTS.length).forEach(part -> states.add(state(q, part))));
            return new FirstLawCurves(times, trajectories, isSampled() ? accounts.groups() : 0, List.copyOf(splits), List.copyOf(states), Map.of(), Arrays.stream(JointNumber.values()).map(this::joint).toList(),
                    effective(times));
        }

        private Map<String, EffectiveModes> effective(double[] times) {
            Map<String, EffectiveModes> all = new LinkedHashMap<>();
            IntStream.range(0, PARTS.length).forEach(part -> accounts.effective(part).ifPresent(generators -> all.put(PARTS[part], new EffectiveModes(times, generators))));
            return all;
        }

        private Estimate estimate(Function<ModesAccount, double[]> curve) {
            if (isSampled()) {
                return Estimate.ofReplicates(accounts.sampled().stream().map(curve).toList(), accounts.groups());
            }
            double[] value = curve.apply(accounts.exact());
            return new Estimate(value, new double[value.length]);
        }

        private List<Warning> warnings(Map<String, Estimate> curves) {
            return isSampled() ? Warning.ofNoise(modes.model().time(), curves) : List.of();
        }

        private Optional<Absence> withoutState() {
            return isSampled() ? accounts.sampledEntropies() : accounts.exactEntropies();
        }

        private SplitCurves split(Definition definition, int part) {
            boolean isMinimal = definition.name().equals(ModesDefinitions.MINIMAL_DISSIPATION);
            Optional<Absence> absence = ModesDefinitions.obstacle(definition.name(), modes, part)
                    .or(() -> isMinimal ? accounts.minimalDissipation() : definition.name().equals("autonomous") ? withoutState() : Optional.empty());
            if (absence.isPresent()) {
                return new SplitCurves(definition, PARTS[part], Map.of(), absence, List.of());
            }
            Map<Share, Estimate> shares = new EnumMap<>(Share.class);
            Map<String, Estimate> named = new LinkedHashMap<>();
            for (Share share : List.of(Share.CHANGE, Share.HEAT, Share.WORK)) {
                shares.put(share, estimate(account -> ModesDefinitions.shares(definition.name(), account, modes, part).get(share)));
                named.put(share.word(), shares.get(share));
            }
            List<Warning> warnings = new ArrayList<>(warnings(named));
            if (isMinimal) {
                accounts.singular(part).ifPresent(warnings::add);
                shares.replaceAll((share, e) -> isSampled() ? e : withResidual(e, shares));
            }
            return new SplitCurves(definition, PARTS[part], shares, Optional.empty(), List.copyOf(warnings));
        }

        /** Two integrals that should add up to the change of the energy say what each is good to. */
        private Estimate withResidual(Estimate estimate, Map<Share, Estimate> shares) {
            double[] rest = ModesAccount.sum(new double[] {1, -1, -1}, shares.get(Share.CHANGE).value(), shares.get(Share.HEAT).value(), shares.get(Share.WORK).value());
            return new Estimate(estimate.value(), Arrays.stream(rest).map(Math::abs).toArray());
        }

        private StateCurve state(StateQuantity quantity, int part) {
            Optional<Absence> absence = ModesQuantities.obstacle(quantity.name(), modes, part).or(() -> ModesQuantities.needsState(quantity.name()) ? withoutState() : Optional.empty());
            if (absence.isPresent()) {
                return new StateCurve(quantity, PARTS[part], Optional.empty(), absence, List.of());
            }
            Estimate estimate = estimate(account -> ModesQuantities.curve(quantity.name(), account, modes, part));
            return new StateCurve(quantity, PARTS[part], Optional.of(estimate), Optional.empty(), warnings(Map.of(quantity.name(), estimate)));
        }

        private JointCurve joint(JointNumber number) {
            Optional<Absence> absence = ModesQuantities.needsState(number) ? withoutState() : Optional.empty();
            if (absence.isPresent()) {
                return new JointCurve(number, Optional.empty(), absence, List.of());
            }
            Estimate estimate = estimate(account -> ModesQuantities.joint(number, account));
            return new JointCurve(number, Optional.of(estimate), Optional.empty(), warnings(Map.of(number.word(), estimate)));
        }
    }
}
