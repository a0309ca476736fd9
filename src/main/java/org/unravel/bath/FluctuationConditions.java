package org.unravel.bath;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Eigenspaces;
import org.unravel.model.InitialState;
import org.unravel.model.Model;

/**
 * Which fluctuation relations a model obeys, and what stands against the others (physics.md, "What is counted, exactly").
 *
 * @param jarzynski ⟨e^{−βW}⟩ = Z(τ)/Z(0)
 * @param entropyProduction ⟨e^{−σ}⟩ = 1
 * @param heatExchange P(Q)/P(−Q) = e^{ΔβQ}
 */
public record FluctuationConditions(Jarzynski jarzynski, EntropyProduction entropyProduction, HeatExchange heatExchange) {

    /** Said of a state that lacks levels ({@link InitialState#ZERO}). */
    public static final String NOT_SAMPLED = "populations below 1e-15 are not sampled";

    /** Populations of a Gibbs state and inverse temperatures that are typed as expressions agree to this part. */
    private static final double SAME = 1e-9;

    /**
     * The Jarzynski relation of the work by two measurements of the energy.
     *
     * @param beta the inverse temperature; NaN where the relation does not hold
     * @param obstacle why it does not hold; empty if it does
     */
    public record Jarzynski(double beta, String obstacle) {
    }

    /**
     * The integral relation of entropy production.
     *
     * @param betaOfBath inverse temperature of each bath, 0 where none of its channels carries heat, shape [baths]
     * @param rank number of kets of the initial state; below the dimension ⟨e^{−σ}⟩ is at most 1 (absolute irreversibility)
     * @param obstacle why σ is not the entropy production; empty if it is
     */
    public record EntropyProduction(double[] betaOfBath, int rank, String obstacle) {
    }

    /** The conditions of a model; the initial state is that after the first measurement. */
    public static FluctuationConditions of(Model model) {
        String channels = channelObstacle(model);
        return new FluctuationConditions(jarzynski(model, channels), entropyProduction(model, channels), HeatExchange.of(model));
    }

    /** True if a jump of any of the bath's channels brings heat at any time. */
    static boolean carriesHeat(Bath bath) {
        return bath.channels().stream().anyMatch(c -> !c.heat().isConstant() || c.heat().at(0).re() != 0);
    }

    static String channelObstacle(Model model) {
        for (Bath bath : model.baths()) {
            if (bath.inverseTemperature().isEmpty() && carriesHeat(bath)) {
                return "bath " + bath.name() + " gives heat and has no temperature";
            }
            List<Channel> unpaired = DetailedBalance.of(model, withSomeTemperature(bath)).unpaired();
            if (!unpaired.isEmpty()) {
                boolean frozen = Double.isInfinite(bath.inverseTemperature().orElse(0));
                return "channel " + bath.label(unpaired.get(0)) + " has no detailed-balance partner"
                        + (frozen ? ": the bath is at zero temperature" : "");
            }
        }
        return "";
    }

    /** Channels that carry no heat are paired or not, whatever the temperature. */
    private static Bath withSomeTemperature(Bath bath) {
        return bath.inverseTemperature().isPresent() ? bath : bath.withInverseTemperature(0);
    }

    private static EntropyProduction entropyProduction(Model model, String channels) {
        double[] beta = model.baths().stream().mapToDouble(b -> carriesHeat(b) ? b.inverseTemperature().orElse(Double.NaN) : 0).toArray();
        return new EntropyProduction(beta, model.initial().components().size(), channels);
    }

    private static Jarzynski jarzynski(Model model, String channels) {
        if (!channels.isEmpty()) {
            return new Jarzynski(Double.NaN, channels);
        }
        List<Bath> warm = new ArrayList<>(model.baths());
        warm.removeIf(b -> !carriesHeat(b));
        double beta = warm.isEmpty() ? gibbsBeta(model) : warm.get(0).inverseTemperature().orElseThrow();
        for (Bath bath : warm) {
            double other = bath.inverseTemperature().orElseThrow();
            if (Math.abs(other - beta) > SAME * Math.abs(beta)) {
                return new Jarzynski(Double.NaN, "baths " + warm.get(0).name() + " and " + bath.name() + " differ in temperature");
            }
        }
        if (model.initial().components().size() < model.dimension() && isGibbsAsFarAsSampled(model, beta)) {
            return new Jarzynski(Double.NaN, NOT_SAMPLED + ", and the relation hangs on them");
        }
        if (!isGibbs(model.initial(), energiesOf(model), beta)) {
            return new Jarzynski(Double.NaN, "the initial state is not thermal in the energy at the start"
                    + (warm.isEmpty() ? "" : " at the temperature of bath " + warm.get(0).name()));
        }
        return new Jarzynski(beta, "");
    }

    /** ⟨E⟩ of each ket just after the start. */
    private static double[] energiesOf(Model model) {
        Eigenspaces energies = model.startEnergies();
        return model.initial().components().stream().mapToDouble(c -> energies.values()[energies.spaceOf(c)]).toArray();
    }

    /** β of the Gibbs state that the populations of lowest and highest energy would belong to; 0 where all energies are equal. */
    private static double gibbsBeta(Model model) {
        double[] e = energiesOf(model);
        List<InitialState.Component> kets = model.initial().components();
        int low = 0;
        int high = 0;
        for (int c = 1; c < e.length; c++) {
            low = e[c] < e[low] ? c : low;
            high = e[c] > e[high] ? c : high;
        }
        return e[high] == e[low] ? 0 : Math.log(kets.get(low).probability() / kets.get(high).probability()) / (e[high] - e[low]);
    }

    /** True if the state is thermal apart from levels whose thermal populations are below what a state keeps. */
    private static boolean isGibbsAsFarAsSampled(Model model, double beta) {
        Eigenspaces spaces = model.startEnergies();
        double lowest = spaces.values()[0];
        double[] weight = Arrays.stream(spaces.spaceOf()).mapToDouble(s -> Math.exp(-beta * (spaces.values()[s] - lowest))).toArray();
        double sum = Arrays.stream(weight).sum();
        long kept = Arrays.stream(weight).filter(w -> w > InitialState.ZERO * sum).count();
        List<InitialState.Component> kets = model.initial().components();
        return beta > 0 && kept == kets.size() && kets.stream().allMatch(c -> {
            double p = Math.exp(-beta * (spaces.values()[spaces.spaceOf(c)] - lowest)) / sum;
            return Math.abs(c.probability() - p) <= SAME * p;
        });
    }

    static boolean isGibbs(InitialState state, double[] energies, double beta) {
        List<InitialState.Component> kets = state.components();
        if (kets.size() < kets.get(0).re().length) {
            return false;
        }
        double sum = 0;
        for (double e : energies) {
            sum += Math.exp(-beta * (e - energies[0]));
        }
        for (int c = 0; c < energies.length; c++) {
            double p = Math.exp(-beta * (energies[c] - energies[0])) / sum;
            if (!(Math.abs(kets.get(c).probability() - p) <= SAME * p)) {
                return false;
            }
        }
        return true;
    }
}
